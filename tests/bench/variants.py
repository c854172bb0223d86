"""The same words as a reader may type them: spelt or spaced another way, or with an error."""

import random
import re
from collections.abc import Callable, Sequence

from lanpya.text.normal import search_key
from lanpya.text.syllables import split_syllables

# What is written for what; the shares of news pages that do stand in lanpya.text.myanmar.
SPELLINGS = {"ဉ်": "ဥ်", "ဩ": "သြ", "ဈ": "စျ", "ဝ": "၀", "၀": "ဝ", "၎င်း": "၄င်း"}
SPELLINGS |= {other: usual for usual, other in SPELLINGS.items()}
SPELLING_RE = re.compile("|".join(sorted(SPELLINGS, key=len, reverse=True)))
GAPS = (" ", "\u200b")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def respell(words: str, chance: random.Random) -> str | None:
    """Burmese with one thing spelt another way; None where nothing can be."""
    changed = [
        words[: match.start()] + SPELLINGS[match[0]] + words[match.end() :]
        for match in SPELLING_RE.finditer(words)
    ]
    alike = [other for other in changed if search_key(other) == search_key(words)]
    return chance.choice(alike) if alike else None


def space(words: str, chance: random.Random) -> str | None:
    """Burmese with a gap between two of its syllables; None where there is but one."""
    syllables = split_syllables(words)
    if len(syllables) < 2:
        return None
    syllables.insert(chance.randrange(1, len(syllables)), chance.choice(GAPS))
    return "".join(syllables)


def mistype(word: str, chance: random.Random) -> str:
    """One letter too few, too many or wrong, or two neighbours that changed places."""
    at = chance.randrange(len(word))
    letter = chance.choice(LETTERS)
    errors: Sequence[Callable[[], str]] = (
        lambda: word[:at] + word[at + 1 :],
        lambda: word[:at] + letter + word[at:],
        lambda: word[:at] + letter + word[at + 1 :],
        lambda: word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    )
    return chance.choice(errors)()


def is_near(one: str, other: str) -> bool:
    """Whether one error, as mistype makes it, leads from the one to the other."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return True
    rest, others = one[start:], other[start:]
    return (
        rest[1:] == others
        or rest == others[1:]
        or rest[1:] == others[1:]
        or (rest[:2] == others[1::-1] and rest[2:] == others[2:])
    )
