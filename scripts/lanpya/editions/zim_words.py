"""What Kiwix's search finds a page by.

Its index knows words only by the spaces around them. What Burmese has none between is
therefore in it as every few syllables that stand side by side, and so is each name of the
vocabulary that stands in the text, inside longer words too. All of it is in the form that
libzim gives to what is looked for.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from lanpya.text.accents import drop_accents
from lanpya.text.normal import display_form
from lanpya.text.syllables import join_neighbours

# In syllables. Longer names are those of the vocabulary, which are looked for as they are; one
# syllable more finds a few more words, and takes a fifth more time and room.
LONGEST_WORD = 3
# A syllable at a time: a language has a few thousand.
_drop_accents_of_syllable = cache(drop_accents)


@dataclass(frozen=True)
class Words:
    """title, text: as they are indexed. count: of what stands between blanks, for the reader."""

    title: str
    text: str
    count: int


def find_words(title: str, text: str, prose: str, names: Iterable[str]) -> Words:
    """The words of a page.

    text: all that it says. prose: the part that is looked into inside phrases. names: what
    may stand in that.
    """
    prose = display_form(prose)
    known = (drop_accents(name) for name in names if name in prose)
    parts = join_neighbours(prose, LONGEST_WORD, _drop_accents_of_syllable)
    inside = " ".join(dict.fromkeys([*known, *parts]))
    return Words(drop_accents(title), f"{drop_accents(text)} {inside}", len(text.split()))
