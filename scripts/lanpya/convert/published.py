"""When it was published: a date line, a label, a date glued before the text, a dateline.

Only dates that stand about the article count. A date in a title or in the running text
never does, and a year in a copyright line is no date.
"""

import re
from functools import cache

from lanpya.convert.article import Article, Claim, first_claim
from lanpya.convert.clock import take_time
from lanpya.convert.numeric_dates import find_all_dates, space_out
from lanpya.convert.punctuation import is_caseless
from lanpya.convert.result import Confidence, Datum
from lanpya.convert.wording import read_wording

PREFIX_LENGTH = 60
SEPARATORS = ":–—-|/.)]"
DATELINE_RE = re.compile(
    r"^(?P<place>[^\W\d_][\w .,’'-]{1,50}?),?\s*(?P<open>\()?(?P<date>[^()–—]{6,30}?)\)?"
    r"\s*(?:\([^()]{2,30}\)\s*)?(?:[–—:]|\s-{1,2}\s)"
)


def find_published(article: Article, title: Claim | None) -> Claim | None:
    """The day of publication, with the time where the source has it. EDTF.

    A date above the title may be the day on which the page was saved: one below it wins.
    """
    below = max(title.taken) + 1 if title and title.taken else 0
    return first_claim(
        (
            _from_lines(article, "published", labelled=True),
            _from_lines(article, "published", labelled=False, start=below),
            _from_lines(article, "published", labelled=False),
            _from_prefix(article),
            _from_tail(article),
            _from_dateline(article),
        )
    )


def find_updated(article: Article) -> Claim | None:
    """When it was last changed, where a label says so."""
    return _from_lines(article, "updated", labelled=True)


def _from_lines(article: Article, name: str, labelled: bool, start: int = 0) -> Claim | None:
    """A date on a line of the head that is about the article. start: its first chunk's index."""
    for index, metaline in article.strong_head():
        for part in metaline.of_kind(name):
            if index >= start and part.is_labelled >= labelled:
                rule = "date-label" if part.is_labelled else "date-line"
                return article.claim(name, index, part.text, rule)
    return None


def _from_tail(article: Article) -> Claim | None:
    """A date alone on one of the last lines, as statements and letters have it."""
    for index in reversed(article.tail):
        metaline = article.metalines.get(index)
        if index < article.head_end or metaline is None:
            continue
        for part in metaline.of_kind("published"):
            if part.text.count("-") >= 2:
                confidence = Confidence.HIGH if part.is_labelled else Confidence.MEDIUM
                return article.claim("published", index, part.text, "date-below", confidence)
    return None


@cache
def _label_re() -> re.Pattern[str]:
    wording = read_wording()
    label, weekday = wording.labels["published"], wording.alternatives["weekdays"]
    return re.compile(
        rf"[\s(\[]*(?:{label})?\s*[:\uff1a=–—-]*\s*(?:{weekday}\b[\s,]*)?", re.IGNORECASE
    )


def _from_prefix(article: Article) -> Claim | None:
    """A date glued before the first words: "date 2023-11-17 In the north …"."""
    index = article.first_prose
    if index >= len(article.chunks) or index > article.head_end:
        return None
    chunk = article.chunks[index]
    text = space_out(chunk.text[:PREFIX_LENGTH]) + chunk.text[PREFIX_LENGTH:]
    label = _label_re().match(text)
    start = label.end() if label else 0
    has_label = any(char.isalpha() for char in text[:start])
    date = next((one for one in find_all_dates(text[:PREFIX_LENGTH]) if one.start == start), None)
    if date is None or date.edtf.count("-") < 2:
        return None
    time, zone, rest = take_time(text[date.end :], from_start=True)
    body = rest.lstrip(" ,;" + SEPARATORS + "[(")
    between = rest[: len(rest) - len(body)]
    if not _starts_text(body, has_label or any(char in SEPARATORS for char in between)):
        return None
    edtf = date.edtf + (f"T{time}{zone or ''}" if time else "")
    datum = Datum(edtf, "date-prefix", chunk.first_line, Confidence.HIGH)
    return Claim("published", datum, {index: body})


def _starts_text(body: str, is_parted: bool) -> bool:
    """Whether a sentence starts here, so that the date before it is no part of it."""
    if not body:
        return False
    if is_caseless(body[:12]):
        return is_parted
    first = next((char for char in body if char.isalnum()), "")
    return first.isupper() or (is_parted and first.isdigit())


def _from_dateline(article: Article) -> Claim | None:
    """A whole date in an agency's dateline: "BANGKOK, Nov. 17, 2023 (AP) — …"."""
    chunk = article.opening
    match = DATELINE_RE.match(chunk.text) if chunk else None
    if chunk is None or match is None:
        return None
    dates = find_all_dates(space_out(match["date"].strip()))
    if len(dates) != 1 or dates[0].edtf.count("-") < 2:
        return None
    datum = Datum(dates[0].edtf, "dateline", chunk.first_line, Confidence.MEDIUM)
    return Claim("published", datum)
