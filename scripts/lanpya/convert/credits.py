"""Whom a source credits beside its authors: contributors, editors, translators."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from lanpya.convert.article import Article, Claim
from lanpya.convert.names import PLACE_RE, looks_like_name, read_names
from lanpya.convert.result import Contributor
from lanpya.convert.wording import read_wording

MAX_LINE = 400
# Group of a reporting line → what it makes of those whom it names.
ROLES = {"contributors": "contributor", "writers": "writer", "editors": "editor"}
LABELS = ("translator", "editor", "contributor")


def find_contributors(article: Article) -> Claim | None:
    """Everybody whom the source credits, in its order, each once."""
    found: list[Contributor] = []
    taken: dict[int, str] = {}
    for index, named in sorted(_credits(article)):
        found += [one for one in named if one not in found]
        taken[index] = ""
    if not found:
        return None
    claim = article.claim("contributors", min(taken), tuple(found), "credit-line")
    return replace(claim, taken=taken)


def find_reporting_lines(article: Article) -> Iterator[tuple[int, Mapping[str, str]]]:
    """(index, group → names) of lines such as "(Reporting by …; Editing by …)".

    The groups are `authors` and the keys of ROLES.
    """
    for index in article.tail:
        text = article.chunks[index].text[: MAX_LINE + 1]
        match = read_wording().search("reporting_line", text)
        if index < article.head_end or len(text) > MAX_LINE or match is None:
            continue
        groups = {key: _without_places(names or "") for key, names in match.groupdict().items()}
        if all(looks_like_name(author.name) for author in read_names(groups["authors"]).authors):
            yield index, groups


def _credits(article: Article) -> Iterator[tuple[int, list[Contributor]]]:
    """Lines that credit somebody, with whom they credit."""
    for index, metaline in article.metalines.items():
        for role in LABELS:
            for part in metaline.of_kind(role):
                yield index, [Contributor(author.name, role) for author in part.authors]
    for index, groups in find_reporting_lines(article):
        yield index, [one for key, role in ROLES.items() for one in _named(groups[key], role)]
    for index in article.tail:
        text = article.chunks[index].text[: MAX_LINE + 1]
        match = read_wording().search("contributor_line", text)
        # A credit is one sentence, perhaps two; more is text that happens to speak of one.
        is_credit = len(text) <= MAX_LINE and text.count(". ") <= 1
        if index >= article.head_end and match and is_credit:
            yield index, _named(_without_places(match["names"]), "contributor")


def _named(names: str, role: str) -> list[Contributor]:
    """The people that the names stand for, without "Associated Press writer" before them."""
    if match := read_wording().search("contributor_role", names):
        names = names[match.end() :]
    authors = read_names(names).authors if names else ()
    return [Contributor(one.name, role) for one in authors if looks_like_name(one.name)]


def _without_places(names: str) -> str:
    """Take the places out: "Ann Lee in Paris and Bo Li in Oslo" → "Ann Lee and Bo Li"."""
    return PLACE_RE.sub("", names)
