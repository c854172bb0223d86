"""Who holds the rights and on what terms, where a line of the source says so."""

import re
from collections.abc import Iterator
from functools import cache

from lanpya.convert.article import Article, Claim
from lanpya.convert.names import EDGE_CHARS, looks_like_name
from lanpya.convert.result import Datum
from lanpya.convert.wording import read_wording

YEARS_RE = re.compile(
    r"^[\s,]*(?:©\s*)?(?:\d{4}(?:\s*[–-]\s*\d{2,4})?)?[\s,]*(?:by\s+)?", re.IGNORECASE
)
HOLDER_END_RE = re.compile(r"[.|•·;]\s|\s[–—-]\s|,\s*(?=\d{4})|[.|•·;]$")
YEAR_AFTER_RE = re.compile(r"[\s,]*\(?\d{4}\)?$")
MAX_HOLDER = 80
MAX_LINE = 400
# A line that says so and little else is taken out of the text.
MAX_TAKEN = 120
MAX_REST, MAX_RESERVED = 20, 300
LICENSE_RE = re.compile(
    r"\bCC[ -](?P<short>BY(?:-(?:NC|ND|SA))*)(?:[ -](?P<short_version>\d\.\d))?"
    r"|creative commons (?P<long>attribution"
    r"(?:[- ](?:non-?commercial|no ?derivatives?|share-?alike))*)"
    r"(?: (?P<long_version>\d\.\d))?",
    re.IGNORECASE,
)
LICENSE_WORDS = (("noncommercial", "NC"), ("noderiv", "ND"), ("sharealike", "SA"))
ALL_RIGHTS_RESERVED = "LicenseRef-AllRightsReserved"


def find_rights_holder(article: Article) -> Claim | None:
    """Whom a copyright line names."""
    for number, text in article.all_lines():
        match = _copyright_re().match(text)
        holder = _holder(text[match.end() :]) if match else None
        if match and holder:
            datum = Datum(holder, "copyright-line", number)
            taken = article.at_line(number) if _says_no_more(text, holder) else {}
            return Claim("rights_holder", datum, taken)
    return None


def find_license(article: Article) -> Claim | None:
    """An SPDX id, or LicenseRef-AllRightsReserved where the source says that."""
    for number, text in _short_lines(article):
        if match := LICENSE_RE.search(text):
            return Claim("license", Datum(_spdx(match), "license-line", number))
    for number, text in _short_lines(article):
        if read_wording().search("rights_reserved", text):
            taken = article.at_line(number) if len(text) <= MAX_TAKEN else {}
            return Claim("license", Datum(ALL_RIGHTS_RESERVED, "license-line", number), taken)
    return None


def _short_lines(article: Article) -> Iterator[tuple[int, str]]:
    return ((number, text) for number, text in article.all_lines() if len(text) <= MAX_LINE)


def _says_no_more(text: str, holder: str) -> bool:
    """Whether a line is about the rights alone, so that it is no loss to the text."""
    rest = text[text.index(holder) + len(holder) :]
    is_reserved = read_wording().search("rights_reserved", rest) is not None
    return len(rest) <= (MAX_RESERVED if is_reserved else MAX_REST)


@cache
def _copyright_re() -> re.Pattern[str]:
    marks = read_wording().alternatives["copyright"]
    return re.compile(rf"\W{{0,2}}{marks}[\s:]*", re.IGNORECASE)


def _holder(text: str) -> str | None:
    """The name after "Copyright 2023", without what follows it."""
    rest = YEARS_RE.sub("", text, count=1)
    if reserved := read_wording().search("rights_reserved", rest):
        rest = rest[: reserved.start()]
    name = YEAR_AFTER_RE.sub("", HOLDER_END_RE.split(rest.strip())[0].strip(EDGE_CHARS))
    return name if 0 < len(name) <= MAX_HOLDER and looks_like_name(name) else None


def _spdx(match: re.Match[str]) -> str:
    version = match["short_version"] or match["long_version"]
    if match["short"]:
        terms = match["short"].upper()
    else:
        words = re.sub(r"[^a-z]", "", match["long"].lower())
        terms = "-".join(["BY", *(short for word, short in LICENSE_WORDS if word in words)])
    return f"CC-{terms}-{version}" if version else f"LicenseRef-CC-{terms}"
