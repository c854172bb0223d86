"""What the engines are asked, and which pages would be the right answers.

Burmese is asked for by runs of syllables from the middle of a text, a spaced language by its
words. A word that is a topic's name by itself is asked for only as a name, since a topic has
works that do not hold the word.
"""

import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from lanpya.text.myanmar import SPOKEN_RE
from lanpya.text.normal import search_key
from lanpya.text.syllables import split_syllables
from tests.bench.inflections import find_families, find_kin
from tests.bench.truth import Collection, TextPage
from tests.bench.variants import is_near, mistype, respell, space

SYLLABLES = (1, 2, 3, 4, 6)
VARIED = 4
INFLECTED = "en"
NAME = "topic’s name"
NAME_ACROSS = "topic’s name, pages in another language"
WORD_RE = re.compile(r"[^\W\d_]{4,}")
# Two to four words in a row of which the outer ones say something.
PHRASE_RE = re.compile(r"(?<![\w’'-])[^\W\d_]{4,}(?: [^\W\d_]+){0,2} [^\W\d_]{4,}(?![\w’'-])")
LONGEST_TYPO = 6
# A word in more pages than this says little.
COMMON = 0.5
TRIES = 400
Urls = frozenset[str]
# What is typed, the urls wanted, the urls that are right besides.
Found = tuple[str, Urls, Urls]
Maker = Callable[[random.Random], Found | None]


@dataclass(frozen=True)
class Query:
    """One question. typed: the language of the page it is asked on; scope: of its answers.

    wanted: the urls that have to be found. right: those that may be; all others are wrong.
    """

    kind: str
    typed: str
    scope: str
    text: str
    wanted: Urls
    right: Urls


@dataclass(frozen=True)
class Questioner:
    """Makes the queries of one language. number: of each kind, where the texts have so many."""

    collection: Collection
    language: str
    number: int
    seed: int

    @cached_property
    def pages(self) -> Sequence[TextPage]:
        """The pages that the queries are taken from."""
        return self.collection.of(self.language)

    def ask(self) -> Iterator[Query]:
        """All queries but for names."""
        for kind, make in self._makers().items():
            chance = random.Random(f"{self.seed} {self.language} {kind}")
            made: dict[str, Query] = {}
            for _ in range(TRIES * self.number):
                if len(made) == self.number:
                    break
                found = make(chance)
                if found and found[1]:
                    text, wanted, right = found
                    made.setdefault(
                        text,
                        Query(kind, self.language, self.language, text, wanted, wanted | right),
                    )
            yield from made.values()

    def _makers(self) -> Mapping[str, Maker]:
        if self.is_spaced:
            makers: dict[str, Maker] = {
                "word": self._word,
                "several words": self._words,
                "“phrase”": self._phrase,
                "beginning of a word": self._prefix,
                "typing error": self._typing_error,
            }
            return makers | ({"inflection": self._inflection} if self.is_inflected else {})
        spans: dict[str, Maker] = {
            f"{count} syllable{'s' * (count > 1)}": self._span_of(count) for count in SYLLABLES
        }
        return spans | {
            f"{VARIED} syllables, spelt otherwise": self._varied(respell),
            f"{VARIED} syllables, spaced otherwise": self._varied(space),
        }

    @cached_property
    def is_spaced(self) -> bool:
        """Whether words stand apart; where most tokens are syllables, they do not."""
        tokens = [token for page in self.pages for token in page.tokens if token[0].isalnum()]
        return 2 * sum(map(is_syllable, tokens)) < len(tokens)

    @property
    def is_inflected(self) -> bool:
        """Whether the rules of inflections.py are those of this language."""
        return self.language.partition("-")[0] == INFLECTED

    # Syllables

    def _span_of(self, count: int) -> Maker:
        return lambda chance: self._span(count, chance)

    def _span(self, count: int, chance: random.Random) -> Found | None:
        tokens = split_syllables(chance.choice(chance.choice(self.pages).text.blocks))
        if len(tokens) <= count + 1:
            return None
        start = chance.randrange(1, len(tokens) - count)
        span = tokens[start : start + count]
        if not all(map(is_syllable, span)):
            return None
        return self._whole("".join(span))

    def _varied(self, vary: Callable[[str, random.Random], str | None]) -> Maker:
        def make(chance: random.Random) -> Found | None:
            found = self._span(VARIED, chance)
            typed = vary(found[0], chance) if found else None
            return (typed, found[1], found[2]) if found and typed else None

        return make

    def _whole(self, text: str) -> Found | None:
        key = search_key(text)
        if key in self.collection.names:
            return None
        urls = self.collection.with_key(self.language, key)
        return text, urls, urls

    # Words

    @cached_property
    def _urls(self) -> Mapping[str, Set[str]]:
        return self.collection.urls_by_word[self.language]

    @cached_property
    def _families(self) -> Mapping[str, Set[str]]:
        return find_families(self._urls) if self.is_inflected else {}

    @cached_property
    def _kin(self) -> Mapping[str, Set[str]]:
        return find_kin(self._urls) if self.is_inflected else {}

    @cached_property
    def _asked(self) -> Sequence[str]:
        """The words that a reader would ask for."""
        limit = COMMON * len(self.pages)
        return sorted(
            word
            for word, urls in self._urls.items()
            if WORD_RE.fullmatch(word)
            and len(urls) <= max(1, limit)
            and word not in self.collection.names
        )

    def _holding(self, word: str) -> Urls:
        return frozenset(self._urls[word])

    def _with_kin(self, words: Iterable[str]) -> Urls:
        """The pages that hold each word or one akin to it."""
        sets = [
            self.collection.with_any(self.language, {word} | set(self._kin.get(word, ())))
            for word in words
        ]
        return frozenset.intersection(*sets)

    def _word(self, chance: random.Random) -> Found | None:
        word = chance.choice(self._asked)
        return word, self._holding(word), self._with_kin([word])

    def _words(self, chance: random.Random) -> Found | None:
        asked = set(self._asked)
        words = sorted(asked & chance.choice(self.pages).words)
        if len(words) < 3:
            return None
        words = chance.sample(words, chance.choice((2, 3)))
        if any(f"{one} {other}" in self.collection.names for one, other in pairwise(words)):
            return None
        wanted = frozenset.intersection(*map(self._holding, words))
        return " ".join(words), wanted, self._with_kin(words)

    def _phrase(self, chance: random.Random) -> Found | None:
        runs = PHRASE_RE.findall(chance.choice(chance.choice(self.pages).text.blocks))
        words = chance.choice(runs).split() if runs else []
        if not words:
            return None
        key = search_key(" ".join(words))
        right = frozenset(page.url for page in self.pages if page.holds_loosely(key))
        return f'"{" ".join(words)}"', self.collection.with_key(self.language, key), right

    def _prefix(self, chance: random.Random) -> Found | None:
        word = chance.choice(self._asked)
        if len(word) < 7:
            return None
        start = word[: chance.randint(4, len(word) - 2)]
        if start in self._urls or any(is_near(start, name) for name in self.collection.names):
            return None
        begun = [other for other in self._urls if other.startswith(start)]
        urls = self.collection.with_any(self.language, begun)
        return start, urls, urls

    def _inflection(self, chance: random.Random) -> Found | None:
        word = chance.choice(self._asked)
        if word not in self._families:
            return None
        urls = self.collection.with_any(self.language, self._families[word])
        return word, urls, self._with_kin([word])

    def _typing_error(self, chance: random.Random) -> Found | None:
        word = chance.choice(self._asked)
        if len(word) < LONGEST_TYPO:
            return None
        typed = mistype(word, chance)
        names = self.collection.names
        if typed == word or any(name == typed or is_near(name, typed) for name in names):
            return None
        if any(other.startswith(typed) for other in self._urls):
            return None
        near = [other for other in self._urls if is_near(other, typed)]
        right = frozenset[str]().union(*(self._with_kin([other]) for other in near))
        return typed, self._holding(word), right


def is_syllable(token: str) -> bool:
    """Whether this is one syllable in the Myanmar script, or one of its word signs."""
    return SPOKEN_RE.fullmatch(token) is not None


def ask_names(collection: Collection, names: Mapping[str, Iterable[str]]) -> Iterator[Query]:
    """Each name of each topic that has works, asked once for the pages of each language.

    names: by language, as they are written in the vocabulary.
    """
    for typed, written in names.items():
        for name in written:
            ids = collection.names[search_key(name)]
            for scope in sorted(names, key=lambda scope: scope != typed):
                wanted = collection.about_any(scope, ids)
                right = collection.naming_any(scope, ids) | _holding_all(collection, scope, name)
                if wanted:
                    kind = NAME if scope == typed else NAME_ACROSS
                    yield Query(kind, typed, scope, name, wanted, wanted | right)


def _holding_all(collection: Collection, scope: str, text: str) -> Urls:
    return frozenset.intersection(
        *(collection.with_key(scope, word) for word in search_key(text).split())
    )
