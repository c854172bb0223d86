"""What Kiwix's search finds a page by.

Its index knows words only by the spaces around them. What Burmese has none between is
therefore in it as every few syllables that stand side by side, and so is each name of the
vocabulary that stands in the text, inside longer words too. All of it is in the form that
libzim gives to what is looked for.
"""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import cache

from lanpya.text.accents import drop_accents
from lanpya.text.normal import display_form
from lanpya.text.syllables import join_neighbours

# In syllables. Names of the vocabulary may be longer: they are looked for as they are. Three
# instead of six would take a seventh less time and a fifth less room, and miss every longer
# compound that stands inside a phrase.
LONGEST_WORD = 6
# A syllable at a time: a language has a few thousand.
_drop_accents_of_syllable = cache(drop_accents)


@dataclass(frozen=True)
class Words:
    """title, text: as they are indexed. count: of what stands between blanks, for the reader."""

    title: str
    text: str
    count: int


@dataclass(frozen=True)
class Name:
    """A name of the vocabulary. bare: as it is indexed. start: the longest word it begins with."""

    text: str
    bare: str
    start: str

    def stands_in(self, prose: str, words: Set[str]) -> bool:
        """Whether it has to be added to the words that were found in the prose.

        Few names begin as any text goes on, so that few have to be looked for.
        """
        return (not self.start or self.start in words) and self.text in prose


def make_name(text: str) -> Name | None:
    """None for a name that is found as any other word is."""
    words = join_neighbours(text, LONGEST_WORD, _drop_accents_of_syllable)
    bare = drop_accents(text)
    if bare in words:
        return None
    return Name(text, bare, max(filter(bare.startswith, words), key=len, default=""))


def find_words(title: str, text: str, prose: str, names: Iterable[Name]) -> Words:
    """The words of a page.

    text: all that it says. prose: the part that is looked into inside phrases. names: what
    may stand in that.
    """
    prose = display_form(prose)
    inside = join_neighbours(prose, LONGEST_WORD, _drop_accents_of_syllable)
    found = set(inside)
    inside += [name.bare for name in names if name.stands_in(prose, found)]
    indexed = f"{drop_accents(text)} {' '.join(inside)}"
    return Words(drop_accents(title), indexed, len(text.split()))
