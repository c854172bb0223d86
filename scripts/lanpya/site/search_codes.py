"""How the search index is written so that it weighs little after gzip.

Lists of numbers are written bit after bit, six bits a character; texts have their frequent
characters and ASCII's rare ones exchanged. overrides/assets/javascripts/search.js reads both.
There is deliberately no compression of our own on top: texts deflated with a shared
dictionary came out a tenth smaller, and took a kilobyte more of script to read.
"""

import string
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

# What a string of JSON holds as it is.
PLAIN = "".join(
    sorted({" ", *string.ascii_letters, *string.digits, *string.punctuation} - {*'"\\'})
)
LONGEST_PREFIX = 25


def encode_count(count: int) -> str:
    """A number from 0 as an Elias gamma code: a string of 0 and 1."""
    digits = f"{count + 1:b}"
    return "0" * (len(digits) - 1) + digits


def encode_list(numbers: Sequence[int], limit: int) -> str:
    """Ascending numbers below `limit`, how many being known: a string of 0 and 1.

    Binary interpolative coding (Moffat and Stuiver, 2000): the middle one first, in as many
    bits as its place leaves open, then those before and those after it. What is dense costs
    little, what is complete nothing.
    """
    bits: list[str] = []
    parts = [(0, len(numbers), 0, limit)]
    while parts:
        start, end, low, high = parts.pop()
        count = end - start
        choices = high - low - count + 1
        if not count or choices == 1:
            continue
        middle = start + (count >> 1)
        number = numbers[middle]
        bits.append(_encode_choice(number - low - (count >> 1), choices))
        parts.append((middle + 1, end, number + 1, high))
        parts.append((start, middle, low, number))
    return "".join(bits)


def _encode_choice(number: int, choices: int) -> str:
    """A number below `choices` as truncated binary."""
    width = choices.bit_length() - 1
    short = (2 << width) - choices
    if number < short:
        # A one in front stands in for leading zeros, and is cut off again.
        return f"{number | 1 << width:b}"[1:]
    return f"{number + short | 2 << width:b}"[1:]


def pack(bits: str) -> str:
    """A string of 0 and 1 as base64, filled up with zeros."""
    missing = -len(bits) % 24
    length = (len(bits) + missing) // 8
    return b64encode(int(f"0{bits}{'0' * missing}", 2).to_bytes(length, "big")).decode()


def encode_words(words: Iterable[str]) -> str:
    """Sorted words, each as what it does not share with the one before.

    A letter, A for 0, tells how many characters it shares: no search key has capitals.
    """
    parts = []
    for before, word in pairwise(["", *words]):
        shared = 0
        for one, other in zip(before[:LONGEST_PREFIX], word, strict=False):
            if one != other:
                break
            shared += 1
        parts.append(string.ascii_uppercase[shared] + word[shared:])
    return "".join(parts)


def exchange_table(texts: Iterable[str]) -> str:
    """Which characters shall be exchanged, as pairs in one string: "ကAခB…".

    The most frequent beyond ASCII with the rarest of ASCII, as long as that saves bytes.
    """
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(text)
    beyond = sorted(
        (char for char in counts if "\x7f" < char < "\ud800"), key=lambda c: (-counts[c], c)
    )
    plain = sorted(PLAIN, key=lambda char: (counts[char], char))
    pairs = zip(beyond, plain, strict=False)
    return "".join(high + low for high, low in pairs if counts[high] > counts[low])


def exchange(text: str, table: str) -> str:
    """The text with the table's pairs exchanged; twice gives it back."""
    high, low = table[::2], table[1::2]
    return text.translate(str.maketrans(high + low, low + high))
