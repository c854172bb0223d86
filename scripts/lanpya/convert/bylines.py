"""Who wrote it: bylines, signatures, reporting credits, and what authors say of themselves.

A name without "by" beside a date is only taken for the author's where the text itself
never speaks of it, and it is marked as inferred: it might be a place.
"""

import re
from dataclasses import replace

from lanpya.convert.about import find_bio, find_self_description
from lanpya.convert.article import Article, Claim, first_claim
from lanpya.convert.credits import find_reporting_lines
from lanpya.convert.lines import looks_like_prose
from lanpya.convert.metaline import MetaLine
from lanpya.convert.names import (
    is_agency,
    is_organisation,
    looks_like_name,
    looks_like_person,
    read_names,
)
from lanpya.convert.punctuation import is_caseless
from lanpya.convert.result import Author, AuthorKind, Confidence

SIGNATURE_RE = re.compile(r"^[–—-]{1,2}\s?(?P<name>[^\W\d_].{2,60})$")


def find_authors(article: Article, title: Claim | None) -> Claim | None:
    """The authors; their kind is refined by what the source says of them below the text."""
    claim = first_claim(
        (
            _from_byline(article),
            _from_reporting_line(article),
            _from_byline_below(article),
            _from_bio(article),
            _from_bare_name(article, title),
            _above_affiliation(article, title),
            _from_signature(article),
            _from_name_below(article),
        )
    )
    return _refine(article, claim) if claim else None


def _from_byline(article: Article) -> Claim | None:
    """What follows "By" in the head; of two lines with one each, both are taken."""
    found: list[Author] = []
    taken: dict[int, str] = {}
    for index, metaline in article.strong_head():
        for part in metaline.of_kind("author"):
            found += [author for author in part.authors if author not in found]
            taken[index] = ""
    if not found:
        return None
    named = [author for author in found if author.kind is not AuthorKind.ROLE] or found
    claim = article.claim("authors", min(taken), tuple(named), "byline")
    return replace(claim, taken=taken)


def _from_byline_below(article: Article) -> Claim | None:
    """One byline in the last lines; several are a list of other people's works."""
    below = [
        (index, part)
        for index, metaline in article.metalines.items()
        if index >= article.head_end
        for part in metaline.of_kind("author")
    ]
    if len(below) != 1 or not below[0][1].authors:
        return None
    index, part = below[0]
    return article.claim("authors", index, part.authors, "byline-below", Confidence.MEDIUM)


def _from_bare_name(article: Article, title: Claim | None) -> Claim | None:
    """A person's name beside the date, or alone next to that line."""
    body = article.body_text()
    for index, metaline in article.metalines.items():
        is_title = title is not None and index in title.taken
        if index >= article.head_end or is_title or not _may_name_author(article, index, metaline):
            continue
        for part in metaline.of_kind("name"):
            if looks_like_person(part.text) and part.text not in body:
                reason = "a name beside the date, which the text does not speak of"
                authors = read_names(part.text).authors
                return article.claim("authors", index, authors, "bare-name", Confidence.LOW, reason)
    return None


def _above_affiliation(article: Article, title: Claim | None) -> Claim | None:
    """A person's name between the title and the name of where he or she works."""
    index = max(title.taken) + 1 if title and title.taken else len(article.chunks)
    if index + 1 >= article.head_end:
        return None
    name, below = article.chunks[index].text, article.chunks[index + 1].text
    if not looks_like_person(name) or not (is_organisation(below) and looks_like_name(below)):
        return None
    reason = "a name between the title and an organisation's"
    authors = read_names(name).authors
    claim = article.claim("authors", index, authors, "affiliation", Confidence.LOW, reason)
    return replace(claim, taken={index: "", index + 1: ""})


def _may_name_author(article: Article, index: int, metaline: MetaLine) -> bool:
    """A name glued to a date is only one below a title: above, it is the title."""
    if metaline.is_strong:
        return index > 0 or not metaline.is_doubtful
    return index > 0 and article.is_near_strong(index)


def _from_reporting_line(article: Article) -> Claim | None:
    """The reporters in brackets below agency copy."""
    for index, groups in find_reporting_lines(article):
        authors = read_names(groups["authors"]).authors
        if authors:
            return article.claim("authors", index, authors, "reporting-line")
    return None


def _from_bio(article: Article) -> Claim | None:
    bio = find_bio(article)
    if bio is None:
        return None
    index, author, confidence = bio
    reason = "the text closes with a note on this person"
    claim = article.claim("authors", index, (author,), "bio-line", confidence, reason)
    return replace(claim, taken={})


def _from_signature(article: Article) -> Claim | None:
    """A dash and a name as the last line."""
    index = len(article.chunks) - 1
    match = SIGNATURE_RE.match(article.chunks[index].text) if article.chunks else None
    if match is None or not looks_like_name(match["name"]) or is_agency(match["name"]):
        return None
    authors = read_names(match["name"]).authors
    reason = "a name after a dash below the text"
    return article.claim("authors", index, authors, "signature", Confidence.LOW, reason)


def _from_name_below(article: Article) -> Claim | None:
    """One person's name alone on a line below the text, which does not speak of it."""
    last = max(
        (i for i, chunk in enumerate(article.chunks) if looks_like_prose(chunk.text)), default=-1
    )
    names = [
        index
        for index in range(max(last + 1, article.head_end), len(article.chunks))
        if looks_like_name(article.chunks[index].text)
    ]
    text = article.chunks[names[0]].text if len(names) == 1 else ""
    if is_caseless(text) or not looks_like_person(text) or article.body_text().count(text) > 1:
        return None
    reason = "a name alone below the text"
    authors = read_names(text).authors
    return article.claim("authors", names[0], authors, "name-below", Confidence.LOW, reason)


def _refine(article: Article, claim: Claim) -> Claim:
    """Tell organisations and pseudonyms by what stands below the text.

    A line of the head that is an author's name and nothing else goes with it.
    """
    bio, described = find_bio(article), find_self_description(article)
    kinds: dict[str, AuthorKind] = {}
    if described:
        kinds[described[1].casefold()] = AuthorKind.ORGANISATION
    if bio:
        kinds[bio[1].name.casefold()] = bio[1].kind
    authors = tuple(
        Author(one.name, kinds.get(one.name.casefold(), one.kind))
        for one in claim.datum.value
        if isinstance(one, Author)
    )
    names = {one.name.casefold() for one in authors}
    alone = {
        index: ""
        for index in range(article.head_end)
        if article.chunks[index].text.casefold() in names
    }
    datum = replace(claim.datum, value=authors)
    return replace(claim, datum=datum, taken={**alone, **claim.taken})
