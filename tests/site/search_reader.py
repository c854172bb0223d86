"""A reader of the search index that shares no line with what writes it.

It reads as the page's script does: call by call, bit by bit.
"""

import json
import re
from base64 import b64decode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

CALL_RE = re.compile(r'lanpya\.search\.add\("([A-Za-z/0-9-]+)","([0-9a-f]*)",(.*)\);\n', re.DOTALL)
WORD_RE = re.compile("([A-Z])([^A-Z]*)")


class Bits:
    """Bits of base64, read once from the first to the last."""

    def __init__(self, packed: str) -> None:
        self._bits = "".join(f"{byte:08b}" for byte in b64decode(packed, validate=True))
        self._at = 0

    @property
    def rest(self) -> str:
        """What has not been read yet: filling, after the last number."""
        return self._bits[self._at :]

    def number(self, width: int) -> int:
        """A plain binary number of `width` bits."""
        assert self._at + width <= len(self._bits), "read beyond the end"
        bits = self._bits[self._at : self._at + width]
        self._at += width
        return int(bits or "0", 2)

    def count(self) -> int:
        """An Elias gamma code, less one."""
        width = 0
        while not self.number(1):
            width += 1
        return (1 << width) + self.number(width) - 1

    def choice(self, choices: int) -> int:
        """A truncated binary code: the first few of the choices have a bit less."""
        width = choices.bit_length() - 1
        short = 2 ** (width + 1) - choices
        value = self.number(width)
        return value if value < short else value * 2 + self.number(1) - short

    def ascending(self, count: int, low: int, high: int) -> list[int]:
        """`count` ascending numbers from low to below high, the middle one written first."""
        if count == 0:
            return []
        half = count // 2
        middle = low + half + self.choice(high - low - count + 1)
        before = self.ascending(half, low, middle)
        return [*before, middle, *self.ascending(count - half - 1, middle + 1, high)]


def read_words(data: str) -> list[str]:
    """Words of which each says how much it shares with the one before."""
    words: list[str] = []
    for shared, rest in WORD_RE.findall(data):
        words.append((words[-1] if words else "")[: ord(shared) - ord("A")] + rest)
    return words


@dataclass(frozen=True)
class TermFound:
    """A term of the index. works, titled: numbers."""

    number: int
    word: str
    works: list[int]
    titled: list[int]


@dataclass(frozen=True)
class RunFound:
    """Terms in a row, and the works that hold them in a row."""

    words: tuple[str, ...]
    works: list[int]


class LanguageFound:
    """One language's part of an index."""

    def __init__(self, head: Mapping[str, Any], data: Mapping[str, Any], tag: str) -> None:
        self.about = head["languages"][tag]
        self.size: int = head["size"]
        self._data = data
        self._tag = tag

    def shards(self, kind: str) -> list[Any]:
        """The shards of a kind in their order; that none is left out is asserted."""
        pattern = re.compile(f"{re.escape(self._tag)}/{kind}([0-9]+)")
        found = {
            int(m[1]): data for name, data in self._data.items() if (m := pattern.fullmatch(name))
        }
        assert sorted(found) == list(range(len(found)))
        return [found[place] for place in sorted(found)]

    @cached_property
    def terms(self) -> list[TermFound]:
        """All terms; that the head knows the first of each shard is asserted."""
        found: list[TermFound] = []
        shards = self.shards("w")
        assert len(shards) == len(self.about["w"])
        for first, (start, words, packed) in zip(self.about["w"], shards, strict=True):
            assert start == len(found)
            found += _read_terms(start, read_words(words), Bits(packed), self.size)
            assert found[start].word == first
        assert self.about["terms"] == len(found)
        return found

    @cached_property
    def pairs(self) -> list[RunFound]:
        """Two terms in a row, by their numbers."""
        words = [(term.word,) for term in self.terms]
        return self._runs("p", words, [term.works for term in self.terms])

    @cached_property
    def triples(self) -> list[RunFound]:
        """Three terms in a row, each a pair and one more."""
        pairs = self.pairs
        return self._runs("r", [pair.words for pair in pairs], [pair.works for pair in pairs])

    def _runs(
        self, kind: str, base: Sequence[tuple[str, ...]], works: list[list[int]]
    ) -> list[RunFound]:
        found: list[RunFound] = []
        groups = 0
        for first, (before, size, packed) in zip(self.about[kind], self.shards(kind), strict=True):
            assert (first, before) == (groups, len(found))
            bits = Bits(packed)
            heads = [_read_head(bits) for _ in range(size)]
            for group, (sides, length) in enumerate(heads, start=first):
                left = len(bits.rest)
                for side, count in enumerate(sides):
                    others = bits.ascending(count, 0, len(self.terms))
                    for other in others:
                        word = (self.terms[other].word,)
                        places = bits.ascending(bits.count() + 1, 0, len(works[group]))
                        found.append(
                            RunFound(
                                word + base[group] if side else base[group] + word,
                                [works[group][place] for place in places],
                            )
                        )
                assert left - len(bits.rest) == length
            _assert_filling(bits)
            groups += size
        assert groups in (0, len(base))
        return found

    @property
    def missing(self) -> list[int]:
        """The works that this language does not have."""
        bits = Bits(self.about["missing"])
        found = bits.ascending(bits.count(), 0, self.size)
        _assert_filling(bits)
        return found

    @property
    def rows(self) -> list[list[str]]:
        """For each work its address, title, date and text; nothing where there is none."""
        table = self.about["table"]
        swap = dict(zip(table[::2], table[1::2], strict=True))
        swap |= {low: high for high, low in swap.items()}
        rows = []
        for shard in self.shards("t"):
            parts = "".join(swap.get(char, char) for char in shard).split("\r")
            assert len(parts) <= self.about["group"]
            rows += [part.split("\t") if part else [] for part in parts]
        return rows


def _read_terms(start: int, words: list[str], bits: Bits, size: int) -> Iterator[TermFound]:
    for number, word in enumerate(words, start=start):
        works = bits.ascending(bits.count() + 1, 0, size)
        places = bits.ascending(bits.count(), 0, len(works))
        yield TermFound(number, word, works, [works[place] for place in places])
    _assert_filling(bits)


def _read_head(bits: Bits) -> tuple[tuple[int, int], int]:
    sides = bits.count(), bits.count()
    return sides, bits.count() if any(sides) else 0


def _assert_filling(bits: Bits) -> None:
    assert len(bits.rest) < 24
    assert "1" not in bits.rest


class IndexFound:
    """An index as its files have it, every file read."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self.data: dict[str, Any] = {}
        self.editions: dict[str, str] = {}
        for url, text in files.items():
            call = CALL_RE.fullmatch(text)
            assert call, url
            assert url == f"search/{call[1]}.js"
            self.data[call[1]] = json.loads(call[3])
            self.editions[call[1]] = call[2]

    @property
    def head(self) -> Any:
        """What is read first."""
        return self.data["index"]

    def language(self, tag: str) -> LanguageFound:
        """One language's part."""
        return LanguageFound(self.head, self.data, tag)

    @property
    def urls(self) -> list[str]:
        """The addresses of all works in the language whose pages stand at the root."""
        return [url for shard in self._numbered("u") for url in shard]

    @property
    def topics(self) -> dict[str, tuple[list[list[str]], list[int]]]:
        """Each topic's names by language, and its works."""
        found = {}
        for topics, packed in self._numbered("k"):
            bits = Bits(packed)
            for id_, names in topics:
                found[id_] = (names, bits.ascending(bits.count(), 0, self.head["size"]))
            _assert_filling(bits)
        return found

    @property
    def names(self) -> dict[str, str]:
        """The key of each name → the topic that it leads to."""
        ids = list(self.topics)
        found: dict[str, str] = {}
        shards = self._numbered("n")
        for first, (words, numbers) in zip(self.head["names"], shards, strict=True):
            keys = read_words(words)
            assert keys[0] == first
            found |= {key: ids[number] for key, number in zip(keys, numbers, strict=True)}
        return found

    def _numbered(self, kind: str) -> list[Any]:
        count = sum(re.fullmatch(f"{kind}[0-9]+", name) is not None for name in self.data)
        return [self.data[f"{kind}{place}"] for place in range(count)]
