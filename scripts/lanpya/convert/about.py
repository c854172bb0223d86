"""What stands below a text about its author or its publisher.

A note on a person is only one where the text itself does not speak of that person;
otherwise the last paragraph of a news report would make its subject the author.
"""

import re

from lanpya.convert.article import Article
from lanpya.convert.names import (
    is_organisation,
    is_publication,
    looks_like_name,
    looks_like_person,
)
from lanpya.convert.result import Author, AuthorKind, Confidence
from lanpya.convert.wording import read_wording

NOTE_TAIL = 4
MAX_NOTE = 1500
MAX_NAME_WORDS = 11
LEAD_IN_RE = re.compile(r"^the author,?\s+", re.IGNORECASE)


def find_bio(article: Article) -> tuple[int, Author, Confidence] | None:
    """(index of the chunk, the person, how sure) of the note on the author below the text."""
    for index in range(len(article.chunks) - 1, max(len(article.chunks) - 1 - NOTE_TAIL, 0), -1):
        if index < article.head_end:
            break
        if found := _read_bio(article, index):
            return index, *found
    return None


def _read_bio(article: Article, index: int) -> tuple[Author, Confidence] | None:
    text = article.chunks[index].text
    if len(text) > MAX_NOTE:
        return None
    if named := _named_above(article, index):
        return Author(named), Confidence.MEDIUM
    wording = read_wording()
    for match in _name_splits(text):
        name, rest = match["name"], match["rest"]
        remark = match["remark"] or ""
        is_pseudonym = wording.search("pseudonym", remark) is not None
        if not looks_like_person(name):
            continue
        if is_pseudonym:
            return Author(name, AuthorKind.PSEUDONYM), Confidence.HIGH
        if not _has_bio_verb(rest):
            continue
        if _is_announced(article, index):
            return Author(name), Confidence.HIGH
        if not _is_spoken_of(article, index, name):
            return Author(name), Confidence.LOW
    return None


def _named_above(article: Article, index: int) -> str | None:
    """The person whose name stands alone above a note that calls him or her by part of it."""
    name = article.chunks[index - 1].text
    first, *rest = article.chunks[index].text.split(" ")
    is_called = looks_like_person(name) and first in name.split()
    if not is_called or not rest or not read_wording().is_whole("bio_start", rest[0]):
        return None
    return None if _is_spoken_of(article, index - 1, name) else name


def _name_splits(text: str) -> list[re.Match[str]]:
    """The ways to part a text into a name at its start and the rest, shortest name first."""
    splits = []
    start = LEAD_IN_RE.sub("", text)
    for count in range(MAX_NAME_WORDS):
        match = re.fullmatch(
            rf"(?P<name>\S+(?: \S+){{{count}}}?)(?P<remark> \([^()]{{2,40}}\))?,? (?P<rest>\S.*)",
            start,
        )
        if match and looks_like_name(match["name"].rstrip(",")):
            splits.append(match)
    return splits


def _has_bio_verb(rest: str) -> bool:
    wording = read_wording()
    return any(pattern.match(rest) for pattern in wording.patterns["bio"])


def _is_announced(article: Article, index: int) -> bool:
    """Whether an end mark or "About the author" stands right above."""
    before = article.chunks[index - 1]
    return before.has_end_mark or read_wording().is_whole("about_headings", before.text.strip(":"))


def _is_spoken_of(article: Article, index: int, name: str) -> bool:
    """Whether the text above speaks of the person, by whole name or by its last part."""
    last = name.split()[-1]
    above = article.chunks[article.head_end : index]
    pattern = re.compile(rf"\b(?:{re.escape(name)}|{re.escape(last)})\b")
    return any(pattern.search(chunk.text) for chunk in above)


def find_self_description(article: Article) -> tuple[int, str] | None:
    """(index of the chunk, name) of an organisation that describes itself below the text."""
    wording = read_wording()
    for index in range(len(article.chunks) - 1, max(len(article.chunks) - 1 - NOTE_TAIL, 0), -1):
        text = article.chunks[index].text
        if index < article.head_end or len(text) > MAX_NOTE:
            continue
        for match in _name_splits(text):
            name = match["name"]
            is_described = any(
                pattern.match(match["rest"]) for pattern in wording.patterns["self_description"]
            )
            if is_described and _is_own_voice(article, index, name):
                return index, name
    return None


def _is_own_voice(article: Article, index: int, name: str) -> bool:
    """Whether it is the publisher that speaks: "our", an address, a heading, its own byline."""
    text = article.chunks[index].text
    if read_wording().search("own_voice", text) or _is_announced(article, index):
        return True
    head = " ".join(chunk.text for chunk in article.chunks[: article.head_end])
    return name in head and (is_organisation(name) or is_publication(name))
