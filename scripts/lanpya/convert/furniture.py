"""Lines that are no part of a text: navigation, share buttons, placeholders, page numbers.

What such lines say is data (phrases/*.yml); here is only where they may stand. A line
that is not surely furniture stays: losing text is worse than keeping chrome.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from lanpya.convert.lines import Line, looks_like_prose, prose_range
from lanpya.convert.markers import match_bullet
from lanpya.convert.punctuation import ends_with_full_stop
from lanpya.convert.result import Dropped
from lanpya.convert.wording import read_wording
from lanpya.text.numerals import to_ascii_digits

SEPARATOR_RE = re.compile(r"[\W_]+")
SPEECH_RE = re.compile(r"[\"'“”‘’«»()\[\]…?!%$€£]")
NUMBER_RE = re.compile(r"\d{1,4}|[ivxlc]{1,6}")
DIGITS_RE = re.compile(r"\d+")
MENU_SPLIT_RE = re.compile(r"\s+[|•·>»\u203a→/]\s+|\s*\|\s*")
MENU_MIN, MENU_WORDS = 4, 3
RUNNING_MIN, RUNNING_LENGTH = 3, 120
SECTION_MENU = 3
MENU_RULES = frozenset({"menu", "breadcrumbs", "page-anchor", "language-switch"})
LINK_LIST_MAX, LINK_LENGTH = 12, 180


def drop_furniture(
    lines: Sequence[Line], wrapped_width: int | None
) -> tuple[tuple[Line, ...], tuple[Dropped, ...]]:
    """Tell the lines of the text from the furniture around it.

    wrapped_width: of hard-wrapped text, in characters, else None. Where a page number
    or a running head went, the next line is marked as the first of a page.
    """
    reasons = _find_furniture(lines, wrapped_width)
    kept: list[Line] = []
    dropped: list[Dropped] = []
    gap, is_new_page = 0, False
    for index, line in enumerate(lines):
        if index in reasons:
            rule, reason = reasons[index]
            dropped.append(Dropped(line.number, line.text, rule, reason))
            gap += line.gap
            is_new_page = is_new_page or line.is_new_page or rule in PAGE_RULES
            continue
        kept.append(replace(line, gap=line.gap + gap, is_new_page=line.is_new_page or is_new_page))
        gap, is_new_page = 0, False
    return tuple(kept), tuple(dropped)


PAGE_RULES = frozenset({"page-number", "running-head", "browser-print"})
Reasons = dict[int, tuple[str, str]]


def _find_furniture(lines: Sequence[Line], wrapped_width: int | None) -> Reasons:
    """Index of a line → rule and reason, for every line that is furniture."""
    long = int(wrapped_width * 0.7) if wrapped_width else None
    first, last = prose_range(lines, long) if long else prose_range(lines)
    reasons: Reasons = {}
    numbers = _page_numbers(lines, wrapped_width is not None)
    reasons.update(_running_heads(lines, wrapped_width is not None, numbers))
    reasons.update(numbers)
    for index, line in enumerate(lines):
        if found := _worded_rule(line.text, index < first, index > last):
            reasons.setdefault(index, found)
        elif _is_separator(line.text):
            reasons.setdefault(index, ("separator", "a rule between parts"))
        elif (index < first or index > last) and _is_menu(line.text):
            reasons.setdefault(index, ("menu", "navigation"))
    reasons.update(_link_lists(lines, reasons))
    reasons.update(_section_menu(lines[:first], reasons))
    return reasons


def _worded_rule(text: str, is_head: bool, is_tail: bool) -> tuple[str, str] | None:
    """The first rule of phrases/*.yml that a whole line matches in its place."""
    places = {
        "anywhere": True,
        "edges": is_head or is_tail,
        "head": is_head,
        "tail": is_tail,
    }
    bullet = match_bullet(text)
    plain = text[bullet.end() :] if bullet else text
    for rule in read_wording().furniture:
        is_match = rule.pattern.fullmatch(text) or rule.pattern.fullmatch(plain)
        if places[rule.where] and is_match:
            return rule.name, rule.reason
    return None


def _is_separator(text: str) -> bool:
    return SEPARATOR_RE.fullmatch(text) is not None and SPEECH_RE.search(text) is None


def _is_menu(text: str) -> bool:
    """Four or more names of one to three words in a row, with bars between them."""
    parts = [part for part in MENU_SPLIT_RE.split(text.strip("|•·>»\u203a→/ ")) if part]
    return (
        len(parts) >= MENU_MIN
        and all(len(part.split()) <= MENU_WORDS for part in parts)
        and not any(char.isdigit() for char in text)
    )


def _page_numbers(lines: Sequence[Line], is_wrapped: bool) -> Reasons:
    """Lines that are a number alone: one ends a page, or in wrapped text several count up."""
    numbered = [
        (index, to_ascii_digits(line.text))
        for index, line in enumerate(lines)
        if NUMBER_RE.fullmatch(to_ascii_digits(line.text).lower())
    ]
    values = [int(text) for _, text in numbered if text.isdigit()]
    steps = [after - before for before, after in pairwise(values)]
    counts_up = is_wrapped and bool(steps) and all(1 <= step <= 2 for step in steps)
    reason = ("page-number", "a page number")
    return {
        index: reason
        for index, text in numbered
        if (counts_up and text.isdigit()) or _ends_page(lines, index)
    }


def _ends_page(lines: Sequence[Line], index: int) -> bool:
    after = lines[index + 1] if index + 1 < len(lines) else None
    return lines[index].is_new_page or (after is not None and after.is_new_page)


def _running_heads(lines: Sequence[Line], is_wrapped: bool, numbers: Reasons) -> Reasons:
    """A short line that comes again and again, but for its digits.

    The first one stays, for it may be the title, unless a page starts with it.
    """
    if not is_wrapped and not any(line.is_new_page for line in lines):
        return {}
    keys = [DIGITS_RE.sub("#", to_ascii_digits(line.text)).casefold() for line in lines]
    counts = Counter(key for key in keys if 4 <= len(key) <= RUNNING_LENGTH)
    paged = {key for index, key in enumerate(keys) if _ends_page(lines, index)}
    seen: set[str] = set()
    reasons: Reasons = {}
    for index, (key, line) in enumerate(zip(keys, lines, strict=True)):
        if counts[key] < RUNNING_MIN and not (counts[key] == 2 and key in paged):
            continue
        if ends_with_full_stop(line.text):
            continue
        if key in seen or "#" in key or line.is_new_page or index - 1 in numbers:
            reasons[index] = ("running-head", "a running head")
        seen.add(key)
    return reasons


def _section_menu(head: Sequence[Line], known: Reasons) -> Reasons:
    """Names of sections in a row above the text, perhaps among other navigation.

    One is the article's own section, two may be it and a part of it; three are a menu.
    """
    reasons: Reasons = {}
    run: list[int] = []
    for index in range(len(head) + 1):
        in_menu = index < len(head) and (
            known.get(index, ("", ""))[0] in MENU_RULES
            or read_wording().is_whole("sections", head[index].text)
        )
        if in_menu:
            run.append(index)
            continue
        if len(run) >= SECTION_MENU:
            reasons.update({one: ("menu", "navigation") for one in run if one not in known})
        run = []
    return reasons


def _link_lists(lines: Sequence[Line], known: Reasons) -> Reasons:
    """Headings such as "Related articles", with the links under them."""
    reasons: Reasons = {}
    for index, line in enumerate(lines):
        if not read_wording().is_whole("link_list_headings", line.text):
            continue
        reasons[index] = ("link-list", "the heading of a list of links")
        for follower in _followers(lines, index, known):
            reasons[follower] = ("link-list", f"a link under “{line.text}”")
    return reasons


def _followers(lines: Sequence[Line], heading: int, known: Reasons) -> Iterator[int]:
    """The lines after a heading that can be links: short, no sentences, up to the next prose."""
    found: list[int] = []
    for index in range(heading + 1, min(heading + 1 + LINK_LIST_MAX, len(lines))):
        text = lines[index].text
        if index in known:
            continue
        if looks_like_prose(text, LINK_LENGTH) or ends_with_full_stop(text):
            # What stands right above running text is as likely its heading as the last link.
            if looks_like_prose(text) and len(found) > 1:
                found.pop()
            break
        found.append(index)
    yield from found
