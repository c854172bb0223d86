"""The pieces of a line about the article, and the reading of those that are names.

A piece that is none of these makes the whole line text: `NotUnderstood` says so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lanpya.convert.names import (
    HANDLE_RE,
    byline_re,
    is_agency,
    is_publication,
    is_role,
    is_section,
    looks_like_name,
    read_names,
)
from lanpya.convert.punctuation import AFTER_LABEL, COLONS, COMMAS, DASHES, STOPS
from lanpya.convert.result import Author, AuthorKind
from lanpya.convert.wording import read_wording

EDGES = f" ;()[]|/·•@{COLONS}{COMMAS}{DASHES}{STOPS}"
MAX_NAME_WORDS = 5
MAX_BYLINE_SENTENCE = 6
# What makes a line one about the article; the other kinds only stand beside these.
DATE_KINDS = frozenset({"published", "updated", "day", "ambiguous"})
CREDIT_KINDS = frozenset({"author", "translator", "editor", "contributor"})
LABEL_KINDS = frozenset({"title", "description", "url", "source", "publisher-label"})
STRONG_KINDS = DATE_KINDS | CREDIT_KINDS | LABEL_KINDS | {"section-label", "reading"}


class NotUnderstood(Exception):
    """A piece of the line is no metadata: the line is text."""


@dataclass(frozen=True)
class Part:
    """A piece of a line. kind: one of STRONG_KINDS, agency, publisher, section, name, furniture.

    text: what it says; of "published" and "updated" EDTF, of a "day", which has no year,
    and of an "ambiguous" date its words. is_labelled: a word of the source says what it is.
    authors: of a byline or credit. is_glued: nothing but a space parts it from a date.
    """

    kind: str
    text: str
    is_labelled: bool = False
    authors: tuple[Author, ...] = ()
    is_glued: bool = False


@cache
def label_re(*fields: str) -> re.Pattern[str]:
    """A label of any of the fields, with its colon or dash, at the start."""
    labels = "|".join(read_wording().labels[field] for field in fields)
    return re.compile(rf"(?:{labels}){AFTER_LABEL}\s*(?=\S)", re.IGNORECASE)


@cache
def _byline_after_re() -> re.Pattern[str]:
    verbs = read_wording().alternatives["byline_after"]
    return re.compile(rf"\s*{verbs}[{STOPS}]?$", re.IGNORECASE)


def read_name(text: str, is_glued: bool) -> Iterator[Part]:
    """A byline, or a name alone. Raises NotUnderstood for anything else."""
    text = HANDLE_RE.sub(" ", text).strip()
    label = label_re("author").match(text) or byline_re().match(text)
    after = _byline_after_re().search(text)
    if label:
        yield from _read_byline(text[label.end() :])
    elif after:
        yield from _read_byline(text[: after.start()])
    elif match := label_re("section").match(text):
        yield Part("section-label", text[match.end() :].strip(EDGES), is_labelled=True)
    elif is_role(text):
        yield Part("author", text, authors=read_names(text).authors)
    elif kind := _kind_of_name(text):
        yield Part(kind, text.strip(EDGES), is_glued=is_glued)
    else:
        raise NotUnderstood


def _kind_of_name(text: str) -> str | None:
    if is_agency(text):
        return "agency"
    if all(is_section(piece) for piece in text.split(",")):
        return "section"
    if is_publication(text):
        return "publisher"
    is_short = len(text.split()) <= MAX_NAME_WORDS and not text.endswith((*STOPS, "?", "!"))
    return "name" if is_short and looks_like_name(text) else None


def _read_byline(rest: str) -> Iterator[Part]:
    names = read_names(rest)
    is_sentence = ";" in rest or (
        rest.endswith(tuple(STOPS)) and len(rest.split()) > MAX_BYLINE_SENTENCE
    )
    named = all(
        author.kind is AuthorKind.ROLE or looks_like_name(author.name) for author in names.authors
    )
    if is_sentence or not named or not (names.authors or names.agency):
        raise NotUnderstood
    yield Part("author", rest, is_labelled=True, authors=names.authors)
    if names.agency:
        yield Part("agency", names.agency)
    if names.publisher:
        yield Part("publisher", names.publisher)
