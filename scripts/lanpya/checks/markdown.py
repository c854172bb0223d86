"""What a page's Markdown may not be: too costly, with a second title, in another dialect."""

from collections.abc import Iterable, Iterator

from lanpya.checks.rendered import Renderings
from lanpya.findings import Finding, Phrase


def check_costs(renderings: Renderings, pages: Iterable[str]) -> Iterator[Finding]:
    """A page can be laid out in a time that readers and builders have.

    Bad: ten thousand square brackets that nothing closes
    Good: an article
    """
    for shown in pages:
        for what, place in renderings.costs(shown):
            values = {"what": Phrase(what), "remedy": Phrase(f"{what}-remedy")}
            yield Finding(shown, place.line, place.column, "text-costly", values)


def check_heading_ids(renderings: Renderings, pages: Iterable[str]) -> Iterator[Finding]:
    """Each heading gets the id that it was given.

    Bad: `## Aid {#aid}` twice in a page, `## Aid {#x-aid}`
    Good: `## Aid {#aid}` and `## Aid abroad {#aid-abroad}`
    """
    for shown in pages:
        for id_, place in renderings[shown].refused_ids:
            yield Finding(shown, place.line, place.column, "heading-id", {"id": id_})


def check_titles(renderings: Renderings, pages: Iterable[str]) -> Iterator[Finding]:
    """The title stands in the front matter, and sections start at the second level.

    Bad: `# Aid`, `#aid` at the start of a line
    Good: `## Aid {#aid}`
    """
    for shown in pages:
        for place in renderings[shown].titles:
            yield Finding(shown, place.line, place.column, "heading-level")


def check_leftovers(renderings: Renderings, pages: Iterable[str]) -> Iterator[Finding]:
    """A page has no markup but Markdown: HTML, attributes and other dialects come out as text.

    Bad: `<b>Aid</b>`, `Aid {: onclick=… }`, `--8<-- "file"`, `~~Aid~~`
    Good: `**Aid**`, and `## Aid {#aid}` for the id of a heading
    """
    for shown in pages:
        for left, place in renderings[shown].leftovers:
            yield Finding(shown, place.line, place.column, left.code, {"written": left.written})
