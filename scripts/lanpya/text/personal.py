"""What in a text may lead to a person: telephones, papers, places finer than a town, mail.

Such a thing may well be meant, as the number of a help line is. So this only finds; what it
finds is for a person to look at again. What a country's own numbers look like stands with its
language; they are looked for in every text, since an English one may hold them too.
"""

import re
from collections.abc import Iterator
from enum import StrEnum

from lanpya.text.languages import ALL_RULES
from lanpya.text.numerals import to_ascii_digits


class Personal(StrEnum):
    """What it may be."""

    PHONE = "phone"
    PAPERS = "papers"
    PLACE = "place"
    MAIL = "mail"


# Names that nobody can own (RFC 2606).
RESERVED_RE = re.compile(r"(?:\.|^)(?:example|invalid|test|localhost|example\.(?:com|net|org))$")
# A third decimal is a hundred metres.
_DEGREES = r"[-+]?[0-9]{1,3}\.[0-9]{3,}"
_SIDE = r"\s?°?\s?[NSEW]?"
_SEPARATOR = r"(?:\s?[,;/]\s?|(?<=[°NSEW])\s|%2C)"
_SECONDS = (
    r"[0-9]{1,3}\s?°\s?[0-9]{1,2}"
    r"(?:\.[0-9]{2,}\s?['′’]|\s?['′’]\s?[0-9]{1,2}(?:\.[0-9]+)?\s?(?:[\"″”]|''))"
)
_PLUS = "[23456789CFGHJMPQRVWX]"
_PLUS_CODE = rf"(?<![\w+])(?=[0-9]*[A-Z]){_PLUS}{{4}}(?:{_PLUS}{{4}})?\+{_PLUS}{{2,7}}(?!\w)"
# The military grid: a zone, a square, and as many digits each way, three of them 100 m.
_GRID = (
    r"(?<!\w)(?:[1-9]|[1-5][0-9]|60)[C-HJ-NP-X] ?[A-HJ-NP-Z]{2} ?"
    r"(?:[0-9]{3} ?[0-9]{3}|[0-9]{4} ?[0-9]{4}|[0-9]{5} ?[0-9]{5})(?!\w)"
)
_HOST = r"(?P<host>(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24})"
# With a sign that each match holds: most texts have none of them, and are passed over sooner.
GENERAL = (
    (Personal.MAIL, "@", rf"(?<![\w.+-])[A-Za-z0-9._%+-]{{1,64}}@{_HOST}(?![\w-])"),
    (Personal.PHONE, "+", r"(?<![\w+])\+[1-9](?:[ \u00a0().-]{0,2}[0-9]){7,14}(?![0-9])"),
    (Personal.PLACE, ".", rf"(?<![0-9.,]){_DEGREES}{_SIDE}{_SEPARATOR}{_DEGREES}"),
    (Personal.PLACE, "!3d", rf"!3d{_DEGREES}!4d{_DEGREES}"),
    (Personal.PLACE, "°", rf"(?<![0-9]){_SECONDS}"),
    (Personal.PLACE, "+", _PLUS_CODE),
    (Personal.PLACE, "", _GRID),
    (Personal.PLACE, "///", r"(?<![\w/:])///[^\W\d_]{2,}\.[^\W\d_]{2,}\.[^\W\d_]{2,}"),
)
PATTERNS = tuple(
    (kind, sign, re.compile(pattern))
    for kind, sign, pattern in (
        *GENERAL,
        *((Personal(kind), "", pattern) for rules in ALL_RULES for kind, pattern in rules.personal),
    )
)
HINT_RE = re.compile(r"[0-9@]|///")


def find_personal(text: str) -> Iterator[tuple[int, Personal, str]]:
    """(where, what it may be, how it is written), in order; of two that overlap the longer."""
    plain = to_ascii_digits(text)
    if not HINT_RE.search(plain):
        return
    found = [
        (match.start(), match.end(), kind)
        for kind, sign, pattern in PATTERNS
        if sign in plain
        for match in pattern.finditer(plain)
        if _may_be(kind, match)
    ]
    end = 0
    for start, stop, kind in sorted(found, key=lambda one: (one[0], -one[1])):
        if start >= end:
            yield start, kind, text[start:stop]
            end = stop


def _may_be(kind: Personal, match: re.Match[str]) -> bool:
    if kind is Personal.MAIL:
        return not RESERVED_RE.search(match["host"].lower())
    if kind is Personal.PLACE:
        return all(abs(float(number)) <= 180 for number in re.findall(_DEGREES, match[0]))
    return True
