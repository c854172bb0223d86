"""Slips that look right and are wrong whatever they stand in, mended.

What counts as one, each language says by itself. There is deliberately nothing here that a
person might have meant.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lanpya.text.languages import rules_for
from lanpya.text.syllables import split_syllables

AROUND = 12


@dataclass(frozen=True)
class Slip:
    """start, end: in the text. word, mended: with what stands around, for a person to see."""

    start: int
    end: int
    word: str
    mended: str


def mend_slips(text: str, tag: str) -> str:
    """The text with every slip mended. Idempotent."""
    before = None
    while text != before:
        before = text
        for start, end, new in _found(text, tag):
            text = text[:start] + new + text[end:]
    return text


def find_slips(text: str, tag: str) -> Iterator[Slip]:
    """What `mend_slips` would mend at first, in order."""
    for start, end, new in reversed(list(_found(text, tag))):
        first = max(0, start - AROUND)
        mended = text[first:start] + new + text[end : end + AROUND]
        left, right = _syllable_at(mended, start - first, start - first + len(new))
        written = text[first + left : first + right + end - start - len(new)]
        yield Slip(start, end, written, mend_slips(mended[left:right], tag))


def _found(text: str, tag: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, what belongs there), apart, from the last to the first."""
    rules = rules_for(tag)
    found = [
        (match.start(), match.end(), match.expand(new) if isinstance(new, str) else new(match))
        for pattern, new in (rules.mends if rules else ())
        for match in pattern.finditer(text)
    ]
    last = len(text) + 1
    for start, end, new in sorted(found, reverse=True):
        if end <= last:
            yield start, end, new
            last = start


def _syllable_at(text: str, start: int, end: int) -> tuple[int, int]:
    """From where to where the syllables reach, or the number, that something stands in."""
    left, right, position = start, end, 0
    for token in split_syllables(text):
        following = position + len(token)
        if position < end and following > start:
            left, right = min(left, position), max(right, following)
        position = following
    return left, right
