"""What a mistyped word was most likely meant to be."""

import difflib
from collections.abc import Iterable

LONGEST = 100
LIKENESS = 0.6


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The known word that is most like a mistyped one, or None. Keys and names are lower case."""
    if len(word) > LONGEST:
        return None
    found = difflib.get_close_matches(word.lower(), sorted(words), n=1, cutoff=LIKENESS)
    return found[0] if found else None


def near_value(word: str, words: Iterable[str]) -> dict[str, str]:
    """`near` as a finding has it: {} where no word is near."""
    near = nearest(word, words)
    return {"near": near} if near else {}
