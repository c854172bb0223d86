"""Names in bylines: whose they are, and how several on one line come apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from lanpya.convert.punctuation import COMMAS, STOPS, is_caseless
from lanpya.convert.result import Author, AuthorKind
from lanpya.convert.wording import read_wording

MAX_NAME_WORDS = 9
MAX_NAME_LENGTH = 90
MAX_PAPER_WORDS = 5
MAX_CASELESS = 24
PERSON_WORDS = range(2, 6)
# Words that stay small within names: of persons, and of anything else.
NAME_PARTICLES = frozenset({"de", "van", "von", "der", "la", "du", "bin", "al"})
SMALL_WORDS = NAME_PARTICLES | {"of", "the", "and", "for", "on"}
ACRONYM_RE = re.compile(r"[A-Z]{3,}")
BRACKETED_RE = re.compile(r"\s*\((?P<inside>[^()]*)\)\s*$")
EDGE_CHARS = " ,;:.–—-|/·•*"
EMPTY_BRACKETS_RE = re.compile(r"\s*[(\[]\s*[)\]]")
# Titles after a name, which are no names.
DEGREES = frozenset({"phd", "md", "jr", "sr", "ma", "ba", "msc", "llm", "esq"})
PLACE_RE = re.compile(r"\s+in\s+[A-Z][\w’'.-]*(?:[ ,]+[A-Z][\w’'.-]*)*(?=,|$|\s+and\b)")
HANDLE_RE = re.compile(r"\s*(?:@\w+|<?[\w.+-]+@[\w-]+\.[\w.]+>?)\s*")


@dataclass(frozen=True)
class Names:
    """What a byline names. publisher: the paper that a "for" or a comma leads to."""

    authors: tuple[Author, ...] = ()
    agency: str | None = None
    publisher: str | None = None


def is_agency(text: str) -> bool:
    """Whether a text is a news agency's name and nothing else."""
    return read_wording().is_whole("agencies", text.strip(EDGE_CHARS))


def is_publication(text: str) -> bool:
    """Whether a short text reads like a newspaper's or a site's name."""
    text = text.strip(EDGE_CHARS)
    if is_known_publication(text):
        return True
    words = read_wording().alternatives["publication_words"]
    is_name = looks_like_name(text) and len(text.split()) <= MAX_PAPER_WORDS
    return is_name and re.search(words, text, re.IGNORECASE) is not None


def is_known_publication(text: str) -> bool:
    """Whether a text is a publication's name that is listed by name."""
    return read_wording().is_whole("publications", text.strip(EDGE_CHARS))


def is_organisation(text: str) -> bool:
    """Whether a name contains a word that only organisations have in theirs."""
    pattern = read_wording().alternatives["organisation_words"]
    return re.search(pattern, text, re.IGNORECASE) is not None


def has_acronym(text: str) -> bool:
    """Whether a word of three capitals or more stands among others, as in "BBC Burmese"."""
    words = [word.strip("(),.") for word in text.split()]
    return not text.isupper() and any(ACRONYM_RE.fullmatch(word) for word in words)


def is_role(text: str) -> bool:
    """Whether a text is "Staff Reporter" or the like: it names nobody."""
    return read_wording().is_whole("roles", text.strip(EDGE_CHARS))


def is_section(text: str) -> bool:
    """Whether a text is the name of a newspaper's section."""
    return read_wording().is_whole("sections", text.strip(EDGE_CHARS))


def looks_like_name(text: str) -> bool:
    """Whether every word is capitalised, as in a name; short text in caseless scripts passes."""
    if not text or len(text) > MAX_NAME_LENGTH or not any(char.isalpha() for char in text):
        return False
    if is_caseless(text):
        return len(text) <= MAX_NAME_LENGTH // 2 and not set(STOPS) & set(text)
    words = [word.strip("(),.’'\"“”") for word in text.split()]
    big = [word for word in words if word and word not in SMALL_WORDS]
    return (
        0 < len(big) <= MAX_NAME_WORDS
        and words[0] not in SMALL_WORDS
        and all(word[0].isupper() or word[0].isdigit() or word == "&" for word in big)
    )


def looks_like_person(text: str) -> bool:
    """Whether a text has the form of a person's name: two to five words, no role, no office."""
    words = text.split()
    return (
        looks_like_name(text)
        and (len(text) <= MAX_CASELESS if is_caseless(text) else len(words) in PERSON_WORDS)
        and not any(char.isdigit() for char in text)
        and not any(word in SMALL_WORDS - NAME_PARTICLES for word in words)
        and not (is_organisation(text) or is_publication(text) or is_section(text))
        and not has_acronym(text)
        and not is_role(text)
    )


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    alternatives = read_wording().alternatives
    separators = alternatives["name_separators"]
    split = re.compile(rf"\s*[{COMMAS};]\s*|\s+{separators}\s+", re.IGNORECASE)
    tail = re.compile(rf"\s+{alternatives['byline_tail']}\s+(?P<rest>\S.*)$")
    return split, tail


def read_names(text: str) -> Names:
    """The authors, the agency and the paper that the rest of a byline names."""
    text = EMPTY_BRACKETS_RE.sub("", HANDLE_RE.sub(" ", text)).strip(EDGE_CHARS)
    text, employer = _take_employer(text)
    publisher = employer if employer and not is_agency(employer) else None
    split, _ = _patterns()
    whole = is_organisation(text) and "," not in text and not is_agency(text)
    parts = [text] if whole else split.split(text)
    authors: list[Author] = []
    agency = employer if employer and is_agency(employer) else None
    for part in (one.strip(EDGE_CHARS) for one in parts if one):
        if is_agency(part):
            agency = part
        elif authors and is_publication(part):
            publisher = part
        elif part and _is_further_author(part, authors):
            authors.append(read_author(part))
    return Names(tuple(authors), agency, publisher)


def _take_employer(text: str) -> tuple[str, str | None]:
    """Take the paper or agency at the end of a byline off it, and the places that it names."""
    if is_agency(text):
        return text, None
    _, tail = _patterns()
    match = tail.search(text)
    rest = match["rest"].strip(EDGE_CHARS) if match else ""
    if match and is_publication(rest):
        return text[: match.start()], rest
    text = PLACE_RE.sub("", text)
    bracketed = BRACKETED_RE.search(text)
    inside = bracketed["inside"] if bracketed else ""
    if bracketed and (is_agency(inside) or is_publication(inside)):
        return text[: bracketed.start()], inside
    if (match := tail.search(text)) and looks_like_name(match["rest"]):
        return text[: match.start()], None
    match = re.search(rf"(?<=\w),?\s+(?P<name>{read_wording().alternatives['agencies']})$", text)
    return (text[: match.start()], match["name"]) if match else (text, None)


def _is_further_author(part: str, authors: Sequence[Author]) -> bool:
    """Whether a piece is one more author, not what the one before it is or works for."""
    if not authors:
        return True
    if is_role(part) or part.replace(".", "").casefold() in DEGREES:
        return False
    return authors[0].kind is AuthorKind.ORGANISATION or looks_like_person(part)


def is_byline(text: str) -> bool:
    """Whether a whole line is "By" and names."""
    match = byline_re().match(text)
    return match is not None and looks_like_name(text[match.end() :])


@cache
def byline_re() -> re.Pattern[str]:
    """What stands before the names of a byline, with or without a colon."""
    return re.compile(
        rf"{read_wording().alternatives['byline']}(?:\s*[:\uff1a–—-]\s*|\s+)(?=\S)", re.IGNORECASE
    )


def read_author(text: str) -> Author:
    """One name, without the remark in brackets that says it is a pseudonym."""
    wording = read_wording()
    if (match := BRACKETED_RE.search(text)) and wording.search("pseudonym", match["inside"]):
        return Author(text[: match.start()].strip(), AuthorKind.PSEUDONYM)
    if is_role(text):
        return Author(text, AuthorKind.ROLE)
    has_digit = any(char.isdigit() for char in text)
    if has_digit or has_acronym(text) or is_organisation(text) or is_publication(text):
        return Author(text, AuthorKind.ORGANISATION)
    return Author(text)
