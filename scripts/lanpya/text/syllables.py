"""Cutting text into syllables and counting it in words.

Burmese is written without spaces between words, so a syllable is the smallest
piece that can be found without a dictionary. There is deliberately no word
segmentation here: ICU's puts 2 % of its breaks inside a syllable.
"""

import re
from collections.abc import Callable

from lanpya.text import cldr, myanmar
from lanpya.text.characters import PUNCTUATION, WHITE_SPACE

TOKEN_RE = re.compile(
    f"{myanmar.SYLLABLE}"
    f"|[0-9{myanmar.DIGIT}]+"
    f"|[{WHITE_SPACE}]+"
    f"|[^0-9{WHITE_SPACE}{PUNCTUATION}{myanmar.BLOCKS}]+"
    "|[\\s\\S]"
)

_SPOKEN_OR_GAP_RE = re.compile(
    f"({myanmar.SPOKEN_RE.pattern})|[^{myanmar.LETTER}{myanmar.WORD_SIGN}]+"
)


def split_syllables(text: str) -> list[str]:
    """Cut a text in NFC into tokens; joined they give it back.

    A token is a Burmese syllable with its finals and stacks, a run of digits, a run of white
    space, a run of letters of any other script, or one sign of punctuation.
    """
    return TOKEN_RE.findall(text)


def count_words(text: str) -> int:
    """Words as an English reader would count them, for a measure of length.

    Burmese counts by syllables, of which myanmar.SYLLABLES_PER_WORD weigh as one word;
    all else, with spaces or without (Thai, Chinese), is counted by ICU.
    """
    rest, syllables = myanmar.SPOKEN_RE.subn(" ", text)
    return round(syllables / myanmar.SYLLABLES_PER_WORD) + cldr.count_words(rest)


def join_neighbours(text: str, longest: int, fold: Callable[[str], str] = str) -> list[str]:
    """All that may be a word inside what is written without spaces, for searches by the word.

    text: in NFC. Each Burmese syllable, and each two to `longest` that stand side by side,
    once each, in an order that the text decides; nothing of what is in other scripts. fold:
    what each syllable becomes.
    """
    found: dict[str, None] = {}
    for run in _split_runs(text):
        joined = run = [fold(spoken) for spoken in run]
        found.update(dict.fromkeys(run))
        for length in range(1, min(longest, len(run))):
            joined = list(map(str.__add__, joined, run[length:]))
            found.update(dict.fromkeys(joined))
    return list(found)


def _split_runs(text: str) -> list[list[str]]:
    """Burmese syllables, by what stands side by side."""
    runs: list[list[str]] = [[]]
    for spoken in _SPOKEN_OR_GAP_RE.findall(text):
        if spoken:
            runs[-1].append(spoken)
        elif runs[-1]:
            runs.append([])
    return runs
