"""Lists: marked items with the paragraphs that belong to them, and titles with their bylines.

A marker alone makes no list: a paragraph may start with a dash, and with "7.". Bullets of
fonts always do; dashes and stars need company; numbers need a neighbour in the count.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lanpya.convert.lines import looks_like_prose
from lanpya.convert.markers import STRONG_BULLETS, match_bullet, match_number
from lanpya.convert.metaline import parse_metaline
from lanpya.convert.names import byline_re, looks_like_name
from lanpya.convert.punctuation import COLONS, STOPS, ends_sentence, ends_with_full_stop
from lanpya.convert.wrapping import Chunk
from lanpya.text.numerals import to_ascii_digits

BULLET = "•"
DASH = " — "
MAX_TITLE = 300
MIN_PAIRS = 2
MIN_PLAIN_ITEMS = 3
PLAIN_ITEM = 120
MAX_HEADING_WORDS = 12
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


@dataclass(frozen=True)
class Item:
    """A list item. marker: as the source counts, "•" for a bullet. text: without it."""

    marker: str
    text: str


def find_items(chunks: Sequence[Chunk]) -> Mapping[int, Item]:
    """Index of a chunk → the item that it is, for every marked list."""
    items = {**_bulleted(chunks), **_numbered(chunks)}
    return {**_plain_items(chunks, items), **items}


def find_pairs(chunks: Sequence[Chunk]) -> Mapping[int, str]:
    """Index of a title → the names in the byline below it, in lists of other people's works."""
    pairs: dict[int, str] = {}
    for index in range(len(chunks) - 1):
        title, byline = chunks[index].text, chunks[index + 1].text
        if index - 1 not in pairs and _is_listed_title(title) and is_listed_byline(byline):
            pairs[index] = byline_re().sub("", byline, count=1)
    return pairs if len(pairs) >= MIN_PAIRS else {}


def is_listed_byline(text: str) -> bool:
    """Whether a line is the byline of a work in a list; many organisations may sign one."""
    byline = byline_re().match(text)
    if byline is None or text.endswith("."):
        return False
    metaline = parse_metaline(text)
    if metaline and any(metaline.of_kind("author")):
        return True
    names = [name.strip() for name in text[byline.end() :].split(",") if name.strip()]
    return bool(names) and all(looks_like_name(name) or name[0].isalnum() for name in names)


def _is_listed_title(text: str) -> bool:
    return (
        len(text) <= MAX_TITLE
        and not text.endswith((*COLONS, *STOPS))
        and not is_listed_byline(text)
    )


def _bulleted(chunks: Sequence[Chunk]) -> dict[int, Item]:
    found = {
        index: match for index, chunk in enumerate(chunks) if (match := match_bullet(chunk.text))
    }
    items = {}
    for index, match in found.items():
        is_strong = match["marker"] in STRONG_BULLETS
        has_company = any(
            other in found and found[other]["marker"] == match["marker"]
            for other in (index - 1, index + 1)
        )
        if is_strong or has_company:
            items[index] = Item(BULLET, chunks[index].text[match.end() :])
    return items


def _numbered(chunks: Sequence[Chunk]) -> dict[int, Item]:
    """Numbers that count: each has the one before or after it, in the same style."""
    styles: dict[str, list[tuple[int, re.Match[str]]]] = {}
    for index, chunk in enumerate(chunks):
        if match := match_number(chunk.text):
            styles.setdefault(_style(match), []).append((index, match))
    items = {}
    for found in styles.values():
        for place, (index, match) in enumerate(found):
            beside = [
                found[other][1] for other in (place - 1, place + 1) if 0 <= other < len(found)
            ]
            counts = any(_follows(match["number"], other["number"]) for other in beside)
            if counts and not _is_numbered_heading(chunks, index, match.end()):
                items[index] = Item(match["marker"], chunks[index].text[match.end() :])
    return items


def _style(match: re.Match[str]) -> str:
    """A marker with its number taken out: "(#)" or "#." for figures, "(a)" or "a." for letters."""
    kind = "a" if match["number"].isalpha() else "#"
    return match["marker"].replace(match["number"], kind)


def _follows(one: str, other: str) -> bool:
    """Whether two numbers are neighbours in a count, in either order."""
    return any(abs(a - b) == 1 for a in _values(one) for b in _values(other))


def _values(number: str) -> list[int]:
    """What a number may stand for: "i" is one or nine."""
    digits = to_ascii_digits(number)
    if digits.isdigit():
        return [int(digits)]
    letter = [ord(number.lower()) - ord("a") + 1] if len(number) == 1 else []
    roman = [ROMAN.index(number.lower()) + 1] if number.lower() in ROMAN else []
    return letter + roman


def _is_numbered_heading(chunks: Sequence[Chunk], index: int, start: int) -> bool:
    """Whether it is a heading like "2. Background", right above running text."""
    text = chunks[index].text[start:]
    below = chunks[index + 1].text if index + 1 < len(chunks) else ""
    return (
        len(text.split()) <= MAX_HEADING_WORDS
        and not ends_sentence(text)
        and ends_with_full_stop(below)
        and match_number(below) is None
    )


def _plain_items(chunks: Sequence[Chunk], marked: Mapping[int, Item]) -> dict[int, Item]:
    """Short lines without markers below a line that ends in a colon."""
    items: dict[int, Item] = {}
    for index, chunk in enumerate(chunks):
        if not chunk.text.endswith(":") or index in items:
            continue
        run: list[int] = []
        for follower in range(index + 1, len(chunks)):
            text = chunks[follower].text
            if follower in marked or len(text) > PLAIN_ITEM or text.endswith((*STOPS, *COLONS)):
                break
            if run and chunks[follower].gap > chunks[run[0]].gap:
                break
            run.append(follower)
        if len(run) >= MIN_PLAIN_ITEMS:
            items.update({one: Item(BULLET, chunks[one].text) for one in run})
    return items


def find_owners(chunks: Sequence[Chunk], items: Mapping[int, Item]) -> Mapping[int, str]:
    """Index of a paragraph → the marker of the numbered item that it belongs to.

    What stands between two items of one count belongs to the upper one. Below the last,
    as many paragraphs belong to it as the others had, up to the next heading.
    """
    numbered = [(index, item) for index, item in sorted(items.items()) if item.marker != BULLET]
    owners: dict[int, str] = {}
    most = 0
    for place, (index, item) in enumerate(numbered):
        following = numbered[place + 1][0] if place + 1 < len(numbered) else None
        counts_on = following is not None and _counts_on(item, numbered[place + 1][1])
        end = following if counts_on and following else min(len(chunks), index + 1 + most)
        between = _paragraphs_below(chunks, items, index, end)
        if counts_on and len(between) < end - index - 1:
            continue
        owners.update(dict.fromkeys(between, item.marker))
        most = max(most, len(between)) if counts_on else 0
    return owners


def _counts_on(item: Item, other: Item) -> bool:
    """Whether the second of two items is the next of the first."""
    values, following = (_values(one.marker.strip(f"() {STOPS}")) for one in (item, other))
    return any(value + 1 in following for value in values)


def _paragraphs_below(
    chunks: Sequence[Chunk], items: Mapping[int, Item], index: int, end: int
) -> list[int]:
    """The running text right below an item, up to anything else."""
    found = []
    for below in range(index + 1, end):
        if below in items or not looks_like_prose(chunks[below].text):
            break
        found.append(below)
    return found
