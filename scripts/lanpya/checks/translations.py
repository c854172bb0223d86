"""A work in its languages: translations that keep step with their original."""

import re
from collections.abc import Collection, Iterator

from lanpya.checks.rendered import CODE_RE, Renderings
from lanpya.content.library import ARTICLES, HOME, Reading
from lanpya.findings import Finding

# The templates of every page link to these.
REQUIRED = (HOME, "about", "safety", "contribute")
HEADING_RE = re.compile(r"^##[ ].*\{:?[ ]*#(?P<id>[^{}\s]+)[ ]*\}[ #]*$", re.MULTILINE)


def check_originals(reading: Reading) -> Iterator[Finding]:
    """A translation has an original, in the language that it names and under the same path.

    Bad: docs/my/articles/x.md with `of: en`, and no docs/en/articles/x.md
    Good: both
    """
    configuration = reading.tree.configuration
    for page in reading.by_path.values():
        if page.translation is None:
            continue
        wanted = configuration.shown_page(page.uri, page.translation.of)
        original = reading.by_path.get(wanted)
        is_unread = original is None and reading.tree.may_hold(wanted)
        if not is_unread and (original is None or original.translation):
            code = "translation-without-original"
            yield reading.finding(page, ("translation", "of"), code, wanted=wanted)


def check_sections(
    reading: Reading, renderings: Renderings, pages: Collection[str]
) -> Iterator[Finding]:
    """A translation has the sections of its original, by the id of their headings.

    Bad: the original has `## Aid {#aid}`, the translation has no heading with that id
    Good: `## အကူအညီ {#aid}`
    """
    for work in reading.works.values():
        asked = [page for page in work.translations.values() if reading.shown(page) in pages]
        original = reading.shown(work.original)
        if not asked or renderings.costs(original):
            continue
        wanted = _section_ids(work.original.body)
        for page in asked:
            shown = reading.shown(page)
            if renderings.costs(shown):
                continue
            there = set(_section_ids(page.body))
            for id_ in wanted if not there.issuperset(wanted) else ():
                if id_ not in (renderings[shown].anchors or ()):
                    values = {"id": id_, "original": original}
                    code = "translation-section-missing"
                    yield Finding(shown, page.body_line, 1, code, values)


def check_image_texts(
    reading: Reading, renderings: Renderings, pages: Collection[str]
) -> Iterator[Finding]:
    """The text of an image is translated with the page.

    Bad: `![A road near the river](…)` in the Burmese page as in the English one
    Good: `![မြစ်အနီးရှိ လမ်း](…)`
    """
    for work in reading.works.values():
        for page in work.translations.values():
            shown = reading.shown(page)
            if shown not in pages:
                continue
            images = [link for link in renderings[shown].links if link.is_image]
            if not images:
                continue
            original = renderings[reading.shown(work.original)].links
            same = {link.text.strip() for link in original if link.is_image}
            for link in images:
                # A single word may be a name.
                if link.text.strip() in same and " " in link.text.strip():
                    values = {"target": link.target}
                    code = "image-text-untranslated"
                    yield Finding(shown, link.place.line, link.place.column, code, values)


def _section_ids(body: str) -> list[str]:
    """The ids that an editor gave to the sections, in order."""
    return HEADING_RE.findall(CODE_RE.sub("", body))


def check_standing_pages(reading: Reading) -> Iterator[Finding]:
    """A standing page (home, about, safety, …) is there in every language.

    Bad: docs/en/safety.md without docs/my/safety.md
    Good: both
    """
    configuration = reading.tree.configuration
    there: dict[str, str] = {}
    for file in reading.tree.page_files:
        if not file.uri.startswith(ARTICLES):
            there.setdefault(file.uri, file.entry.shown)
    for uri in sorted({*there, *REQUIRED}):
        for language in configuration.languages:
            shown = configuration.shown_page(uri, language.tag)
            if reading.tree.may_hold(shown):
                continue
            if uri in there:
                yield Finding(shown, 0, 0, "page-missing", {"have": there[uri]})
            else:
                yield Finding(shown, 0, 0, "page-required")
