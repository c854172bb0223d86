"""What a search should find, computed from the texts alone.

A page holds what is asked for when one of its blocks does, both as search keys: as whole
words or syllables, spaces between Myanmar letters ignored.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from lanpya.model import Topic
from lanpya.text.normal import search_key
from lanpya.text.syllables import split_syllables
from tests.bench.texts import Text

# Ends a block: it is a token of its own, and no key holds it.
BLOCK_END = "\n"
NO_PUNCTUATION_RE = re.compile(r"[^\w\s\u1000-\u109f\uaa60-\uaa7f\ua9e0-\ua9ff]+")


@dataclass(frozen=True, eq=False)
class TextPage:
    """A text's page. url: from the root of the site."""

    url: str
    text: Text

    @cached_property
    def key(self) -> str:
        """The search keys of all blocks."""
        return BLOCK_END.join(map(search_key, self.text.blocks))

    @cached_property
    def tokens(self) -> list[str]:
        """The key, cut."""
        return split_syllables(self.key)

    @cached_property
    def words(self) -> Set[str]:
        """Every word, and every syllable."""
        return {token for token in self.tokens if token[0].isalnum()}

    @cached_property
    def _ends(self) -> Set[int]:
        return set(accumulate(map(len, self.tokens), initial=0))

    @cached_property
    def _bare(self) -> str:
        bare = NO_PUNCTUATION_RE.sub(" ", self.key)
        return BLOCK_END.join(f" {' '.join(block.split())} " for block in bare.split(BLOCK_END))

    def holds(self, key: str) -> bool:
        """Whether the key stands here from and to the ends of tokens."""
        start = self.key.find(key)
        while start >= 0 and not {start, start + len(key)} <= self._ends:
            start = self.key.find(key, start + 1)
        return start >= 0

    def holds_loosely(self, key: str) -> bool:
        """The same for spaced words, with any punctuation between them."""
        return f" {key} " in self._bare


class Collection:
    """All pages, and the topics that they name.

    A work has a topic where all of its pages name it, as an editor would say that it has.
    """

    def __init__(self, pages: Iterable[TextPage], topics: Iterable[Topic]) -> None:
        self.pages = tuple(pages)
        self._by_language: dict[str, list[TextPage]] = defaultdict(list)
        for page in self.pages:
            self._by_language[page.text.language].append(page)
        self._names: dict[str, set[str]] = {}
        for topic in topics:
            for tag in topic.labels:
                for name in (topic.labels[tag], *topic.aliases.get(tag, ())):
                    self._names.setdefault(search_key(name), set()).add(topic.id)

    @cached_property
    def names(self) -> Mapping[str, Set[str]]:
        """The ids of topics by the key of each of their names."""
        return self._names

    @cached_property
    def naming(self) -> Mapping[str, Set[str]]:
        """The urls of the pages that name a topic, by its id."""
        found: dict[str, set[str]] = {}
        for name, ids in self.names.items():
            urls = {page.url for page in self.pages if page.holds(name)}
            for id_ in ids:
                found.setdefault(id_, set()).update(urls)
        return found

    @cached_property
    def about(self) -> Mapping[str, Set[str]]:
        """The names of the works that have a topic, by its id."""
        works: dict[str, set[str]] = {}
        for page in self.pages:
            works.setdefault(page.text.name, set()).add(page.url)
        return {
            id_: {name for name, pages in works.items() if pages <= urls}
            for id_, urls in self.naming.items()
        }

    @cached_property
    def urls_by_word(self) -> Mapping[str, Mapping[str, Set[str]]]:
        """By language and word, the urls of the pages that hold it."""
        found: dict[str, dict[str, set[str]]] = {}
        for page in self.pages:
            words = found.setdefault(page.text.language, {})
            for word in page.words:
                words.setdefault(word, set()).add(page.url)
        return found

    @property
    def languages(self) -> Sequence[str]:
        """The tags of the languages, as the pages came."""
        return list(self._by_language)

    def of(self, language: str) -> Sequence[TextPage]:
        """The pages in a language."""
        return self._by_language[language]

    def with_key(self, language: str, key: str) -> frozenset[str]:
        """The urls of the pages in a language that hold a key."""
        return frozenset(page.url for page in self.of(language) if page.holds(key))

    def with_any(self, language: str, words: Iterable[str]) -> frozenset[str]:
        """The urls of the pages in a language that hold any of these words."""
        urls = self.urls_by_word[language]
        return frozenset().union(*(urls.get(word, frozenset()) for word in words))

    def about_any(self, language: str, topics: Iterable[str]) -> frozenset[str]:
        """The urls of the pages in a language whose works have any of these topics."""
        names = frozenset[str]().union(*(self.about[id_] for id_ in topics))
        return frozenset(page.url for page in self.of(language) if page.text.name in names)

    def naming_any(self, language: str, topics: Iterable[str]) -> frozenset[str]:
        """The urls of the pages in a language that name any of these topics."""
        urls = frozenset[str]().union(*(self.naming[id_] for id_ in topics))
        return frozenset(page.url for page in self.of(language) if page.url in urls)
