"""Characters without a shape of their own: those that do a job where they stand, and the rest.

A zero-width space lets a line break in Burmese, a joiner shapes Persian and emoji, a mark of
direction orders Arabic. The same characters between letters of English hide a word from the
search, or make two addresses look like one. Which of the two it is, the neighbours tell.
"""

import re
import unicodedata
from functools import lru_cache

import icu

# Unicode's Default_Ignorable_Code_Point but for the soft hyphen and what no file may hold at all.
HIDDEN_RE = re.compile(
    "[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2065\u206a-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0080-\U000e0fff]"
)
ZERO_WIDTH_SPACE, NON_JOINER, JOINER = "\u200b", "\u200c", "\u200d"
DIRECTION_MARKS = frozenset("\u061c\u200e\u200f")
GRAPHEME_JOINER = "\u034f"
KEYCAP = "\u20e3"
VIRAMA = 9  # the canonical combining class
RIGHT_TO_LEFT = frozenset({"R", "AL"})
# Unicode's line break classes of scripts that put no spaces between words.
UNSPACED_CLASSES = frozenset({14, 24, 37})  # ideographic, complex context, Japanese starter


def find_hidden(text: str) -> list[int]:
    """Where characters stand that no reader sees and that do no job there."""
    if text.isascii():
        return []
    found = (match.start() for match in HIDDEN_RE.finditer(text))
    return [position for position in found if not _has_job(text, position)]


def remove_hidden(text: str) -> str:
    """The text without them; to a reader it looks the same. Idempotent."""
    while positions := find_hidden(text):
        gone = frozenset(positions)
        text = "".join(char for position, char in enumerate(text) if position not in gone)
    return text


def _has_job(text: str, position: int) -> bool:
    char = text[position]
    before = text[position - 1 : position]
    after = text[position + 1 : position + 2]
    if char == ZERO_WIDTH_SPACE:
        return _is_unspaced(before) and _is_unspaced(after)
    if char in DIRECTION_MARKS:
        return _has_right_to_left(_line_around(text, position))
    if not before or before.isascii():
        return "\ufe00" <= char <= "\ufe0f" and after == KEYCAP
    if char in (NON_JOINER, JOINER):
        return _joins(before) or (char == JOINER and _is_pictograph(before))
    if "\ufe00" <= char <= "\ufe0f" or char >= "\U000e0100":
        return unicodedata.category(before)[0] in "LS" and not _is_alphabetic(before)
    return char == GRAPHEME_JOINER and unicodedata.combining(before) > 0


def _line_around(text: str, position: int) -> str:
    end = text.find("\n", position)
    return text[text.rfind("\n", 0, position) + 1 : end if end >= 0 else len(text)]


@lru_cache(64)
def _has_right_to_left(line: str) -> bool:
    return any(
        unicodedata.bidirectional(char) in RIGHT_TO_LEFT
        for char in line
        if char > "\u0590" and char not in DIRECTION_MARKS
    )


def _is_unspaced(char: str) -> bool:
    return bool(char) and _property(char, icu.UProperty.LINE_BREAK) in UNSPACED_CLASSES


def _joins(char: str) -> bool:
    """Whether a joiner after this letter or mark changes how it looks."""
    is_shaped = _property(char, icu.UProperty.JOINING_TYPE) not in (0, 1)
    return is_shaped or unicodedata.combining(char) == VIRAMA


def _is_pictograph(char: str) -> bool:
    return char == "\ufe0f" or any(
        icu.Char.hasBinaryProperty(ord(char), which)
        for which in (icu.UProperty.EXTENDED_PICTOGRAPHIC, icu.UProperty.EMOJI_MODIFIER)
    )


def _is_alphabetic(char: str) -> bool:
    """Whether a letter is of a script whose letters have one shape: Latin, Greek, Cyrillic."""
    return char < "\u0530" and char.isalpha()


def _property(char: str, which: int) -> int:
    return int(icu.Char.getIntPropertyValue(ord(char), which))
