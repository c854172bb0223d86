"""Texts packed into a page, for our own script to unpack (overrides/editions/packed.js).

A character takes one byte before it is packed, whatever its script: those that the texts use
most, beside ASCII, have the upper half of the bytes. That makes Burmese a fifth lighter than
UTF-8 does, and three times as fast to unpack. Then comes raw deflate, several texts a block,
by the packer that the lock names, and base64. There is deliberately no dictionary shared by
blocks: a block that is damaged takes nothing else with it.
"""

import codecs
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zlib import crc32

from deflate import deflate_compress

ESCAPE = "\x01"  # and the four hexadecimal digits of a UTF-16 unit
SEPARATOR = "\0"
LEVEL = 10  # of 12; the last two take twice as long for a thousandth
BLOCK = 64 * 1024  # characters, roughly: the reach of deflate is 32 KB
UPPER = 128
FILLER = "\ufffe"  # what codecs take for a byte that stands for nothing


@dataclass(frozen=True)
class Alphabet:
    """What the bytes from 0x80 on stand for."""

    characters: str

    @property
    def codes(self) -> str:
        """As the page tells it to the script: "1000 101d …"."""
        return " ".join(f"{ord(one):x}" for one in self.characters)

    def encode(self, text: str) -> bytes:
        """A text of which every character can be told again."""
        known = {chr(code) for code in range(UPPER)} - {ESCAPE} | set(self.characters)
        others = {ord(one): _escape(one) for one in set(text) - known}
        if others:
            text = text.translate(others)
        table = "".join(map(chr, range(UPPER))) + self.characters.ljust(UPPER, FILLER)
        return codecs.charmap_encode(text, "strict", codecs.charmap_build(table))[0]


@dataclass(frozen=True)
class Block:
    """Packed texts. size: of what is packed, in bytes; sum: its CRC-32 in hexadecimal."""

    data: str
    size: int
    sum: str


def make_alphabet(used: Iterable[frozenset[str]]) -> Alphabet:
    """used: the characters of each text. Those that most texts have are in the alphabet."""
    counts = Counter(one for characters in used for one in characters if _is_eligible(one))
    most = sorted(counts, key=lambda one: (-counts[one], one))[:UPPER]
    return Alphabet("".join(sorted(most)))


def pack(texts: Sequence[str], alphabet: Alphabet) -> Block:
    """One block, from which unpack() makes the texts again."""
    data = alphabet.encode(SEPARATOR.join(texts))
    packed = b64encode(deflate_compress(data, LEVEL)).decode()
    return Block(packed, len(data), f"{crc32(data):08x}")


def group_sizes(sizes: Sequence[int]) -> list[range]:
    """The places of texts that make a block together. sizes: of the texts, in characters.

    Groups are made from the last text on: what comes before does not change them.
    """
    groups: list[range] = []
    end, weight = len(sizes), 0
    for place in reversed(range(len(sizes))):
        weight += sizes[place]
        if weight >= BLOCK or place == 0:
            groups.append(range(place, end))
            end, weight = place, 0
    return groups[::-1]


def _is_eligible(character: str) -> bool:
    return "\x7f" < character < "\ud800" or "\udfff" < character < FILLER


def _escape(character: str) -> str:
    units = character.encode("utf-16-be").hex()
    return re.sub("....", rf"{ESCAPE}\g<0>", units)
