"""Which works a term stands in, and which of them hold terms that stand together.

A term is a word of a spaced script or a syllable of Burmese. Terms are sorted and cut into
ranges, so a prefix and an inflection are in the same shard as the word or in the next.

Works that hold two terms need not hold them together. Where few do, a reader's browser reads
their texts; where more than FEW_WORKS do, the index says which. A pair of terms is written
as a part of the works of its rarer term, three in a row as a part of the works of their rarer
pair, which takes a third of the bits that lists of their own would.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lanpya.site.search_codes import (
    encode_count,
    encode_list,
    encode_words,
    pack,
)
from lanpya.text.characters import PUNCTUATION, WHITE_SPACE
from lanpya.text.normal import search_key
from lanpya.text.syllables import split_syllables

WORD_RE = re.compile(f"[^{WHITE_SPACE}{PUNCTUATION}\u104a\u104b]")
INSIDE_WORDS = frozenset("'.-")  # people's, U.S., anti-coup
FEW_WORKS = 10
# In bits before compression: a reader fetches one or two for each term.
SHARD_BITS = 12_000
BITS_OF_TERM = 50  # what its letters take, roughly
# What keeps two terms apart, and is no term itself.
APART = -1
# No mark, no control that a reader could type into a word: it keeps blocks apart.
BLOCK_END = "\0"

# The numbers of two terms, or of two pairs that share a term → the works.
Runs = dict[tuple[int, int], list[int]]


@dataclass(frozen=True)
class Cut:
    """Shards, and what each of them begins with: a word, or the number of a group."""

    firsts: tuple[str, ...] | tuple[int, ...]
    shards: tuple[object, ...]


@dataclass(frozen=True)
class Level:
    """What may be related: for each its works, its first and its last term."""

    works: Sequence[Sequence[int]]
    first: Sequence[int]
    last: Sequence[int]


@dataclass(frozen=True, slots=True)
class Together:
    """Two terms, or two pairs that share a term, that stand together.

    place: the number of the rarer of the two, which is the group; 0 if the other comes after
    it, 1 if before; the term that the other adds. first, second: terms. works: ascending.
    """

    place: tuple[int, int, int]
    first: int
    second: int
    works: Sequence[int]


def cut_into_terms(text: str) -> list[str]:
    """The terms of a text in their order, and BLOCK_END between those that do not touch.

    Terms touch if nothing or white space is between them, or a sign inside a word.
    """
    terms: list[str] = []
    pieces = [" ", *split_syllables(search_key(text)), " "]
    for before, piece, after in zip(pieces, pieces[1:], pieces[2:], strict=False):
        if WORD_RE.match(piece):
            terms.append(piece)
        elif piece in INSIDE_WORDS and WORD_RE.match(before) and WORD_RE.match(after):
            continue
        elif piece != " ":
            terms.append(BLOCK_END)
    return terms


def key_of(name: str) -> str:
    """What a name is looked up by: its search key, each word without the signs around it."""
    words = (_strip(split_syllables(word)) for word in search_key(name).split(" "))
    return " ".join(filter(None, words))


def _strip(tokens: Sequence[str]) -> str:
    places = [place for place, token in enumerate(tokens) if WORD_RE.match(token)]
    return "".join(tokens[places[0] : places[-1] + 1]) if places else ""


class Postings:
    """The terms of all works of a language.

    terms: sorted as JavaScript sorts strings. works, titled: for each the works that hold it,
    and those that have it in the title, ascending. limit: works are numbered below it.
    """

    def __init__(self, texts: Mapping[int, tuple[str, str]], limit: int) -> None:
        """texts: number of the work → its title; its text, blocks apart by BLOCK_END."""
        self.limit = limit
        cut = {
            number: (cut_into_terms(title), cut_into_terms(text))
            for number, (title, text) in sorted(texts.items())
        }
        found = {term for both in cut.values() for terms in both for term in terms}
        self.terms = sorted(found - {BLOCK_END}, key=by_units)
        ids = {term: place for place, term in enumerate(self.terms)} | {BLOCK_END: APART}
        self.sequences: dict[int, list[int]] = {}
        self.works: list[list[int]] = [[] for _ in self.terms]
        self.titled: list[list[int]] = [[] for _ in self.terms]
        for number, (title, text) in cut.items():
            sequence = [ids[term] for term in [*title, BLOCK_END, *text]]
            self.sequences[number] = sequence
            for term in {*sequence} - {APART}:
                self.works[term].append(number)
            for term in {ids[term] for term in title} - {APART}:
                self.titled[term].append(number)

    def cut_terms(self) -> Cut:
        """Every term with its works; a shard is (how many came before it, words, lists)."""
        bits = [
            encode_count(len(works) - 1)
            + encode_list(works, self.limit)
            + encode_count(len(titled))
            + encode_list(_places(titled, works), len(works))
            for works, titled in zip(self.works, self.titled, strict=True)
        ]
        cuts = _cut([len(one) + BITS_OF_TERM for one in bits])
        return Cut(
            tuple(self.terms[start] for start, _ in cuts),
            tuple(
                (start, encode_words(self.terms[start:end]), pack("".join(bits[start:end])))
                for start, end in cuts
            ),
        )

    def cut_runs(self) -> tuple[Cut, Cut]:
        """Two terms that stand together, and three, where single terms do not tell."""
        terms = range(len(self.terms))
        pairs = relate(self._neighbours(), Level(self.works, terms, terms))
        level = Level(
            [pair.works for pair in pairs],
            [pair.first for pair in pairs],
            [pair.second for pair in pairs],
        )
        triples = relate(self._overlaps(pairs), level)
        return (
            cut_groups(pairs, self.works, len(terms)),
            cut_groups(triples, level.works, len(terms)),
        )

    def _neighbours(self) -> Runs:
        """All that stand together and of which there are many."""
        many = [len(works) > FEW_WORKS for works in self.works]
        found: Runs = defaultdict(list)
        for number, sequence in self.sequences.items():
            for first, second in {*pairwise(sequence)}:
                if first >= 0 <= second and many[first] and many[second]:
                    found[first, second].append(number)
        return found

    def _overlaps(self, pairs: Sequence[Together]) -> Runs:
        """All pairs the second term of which is the first of another, by the pairs' numbers."""
        ids = {
            (pair.first, pair.second): place
            for place, pair in enumerate(pairs)
            if len(pair.works) > FEW_WORKS
        }
        found: Runs = defaultdict(list)
        for number, sequence in self.sequences.items():
            known = map(ids.get, pairwise(sequence))
            for first, second in {*pairwise(known)}:
                if first is not None and second is not None:
                    found[first, second].append(number)
        return found


def relate(found: Runs, level: Level) -> list[Together]:
    """Those both halves of which stand in more than FEW_WORKS, in the order of their places."""
    masks = [sum(1 << work for work in works) for works in level.works]
    related = []
    for (one, other), works in found.items():
        if (masks[one] & masks[other]).bit_count() <= FEW_WORKS:
            continue
        if len(level.works[one]) <= len(level.works[other]):
            place = (one, 0, level.last[other])
        else:
            place = (other, 1, level.first[one])
        related.append(Together(place, level.first[one], level.last[other], works))
    return sorted(related, key=lambda together: together.place)


def cut_groups(related: Sequence[Together], base: Sequence[Sequence[int]], terms: int) -> Cut:
    """What stands together, by groups.

    A shard is how many came before it, how many groups it has, and these.

    First, for every group, how many come after and before it, and its length in bits; then the
    groups, each as the terms that come after it with their works, and those that come before.
    """
    groups: list[list[list[Together]]] = [[[], []] for _ in base]
    for together in related:
        group, side, _ = together.place
        groups[group][side].append(together)
    bodies = [
        "".join(_encode_side(side, works, terms) for side in sides)
        for sides, works in zip(groups, base, strict=True)
    ]
    heads = [
        "".join(map(encode_count, (*map(len, sides), len(body)))) if body else "11"
        for sides, body in zip(groups, bodies, strict=True)
    ]
    cuts = _cut([len(head) + len(body) for head, body in zip(heads, bodies, strict=True)])
    before, shards = 0, []
    for start, end in cuts:
        shards.append((before, end - start, pack("".join([*heads[start:end], *bodies[start:end]]))))
        before += sum(len(side) for sides in groups[start:end] for side in sides)
    return Cut(tuple(start for start, _ in cuts), tuple(shards))


def _encode_side(side: Sequence[Together], works: Sequence[int], terms: int) -> str:
    bits = [encode_list([together.place[2] for together in side], terms)]
    for together in side:
        bits.append(encode_count(len(together.works) - 1))
        bits.append(encode_list(_places(together.works, works), len(works)))
    return "".join(bits)


def _places(part: Sequence[int], whole: Sequence[int]) -> list[int]:
    """Where in the whole its parts are; both ascend."""
    return [bisect_left(whole, number) for number in part]


def _cut(sizes: Sequence[int]) -> list[tuple[int, int]]:
    """Where to cut so that each part comes to about SHARD_BITS: (start, end)."""
    cuts, start, size = [], 0, 0
    for place, one in enumerate(sizes, start=1):
        size += one
        if size >= SHARD_BITS or place == len(sizes):
            cuts.append((start, place))
            start, size = place, 0
    return cuts


def by_units(word: str) -> bytes:
    """The order of JavaScript's strings, which is that of UTF-16 units."""
    return word.encode("utf-16-be", "surrogatepass")
