"""Which English words are forms of one: by the rules of school grammars, not by a stemmer.

The engines stem, each in its own way; a truth that stems would be on the side of one of them.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from itertools import chain

SHORTEST = 4
BASE_RE = re.compile(f"[a-z]{{{SHORTEST},}}")
# One vowel and one consonant at the end, the consonant doubled before -ed: "stopped".
DOUBLING_RE = re.compile(r"[^aeiou][aeiou][bdgklmnprt]$")
DERIVED = ("er", "ers", "or", "ors", "ment", "ments", "ion", "ions", "ation", "ations", "ly", "al")


def inflect(base: str) -> Iterator[str]:
    """The regular forms of a noun or verb, itself included; not all of them need be English.

    "deny": deny, denies, denied, denying; "displace": displaces, displaced, displacing.
    """
    yield base
    if re.search(r"[^aeiou]y$", base):
        yield from (f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base}ing")
    elif base.endswith("e"):
        yield from (f"{base}s", f"{base}d", f"{base[:-1]}ing")
    else:
        yield f"{base}es" if re.search(r"(?:s|x|z|ch|sh|o)$", base) else f"{base}s"
        stem = base + base[-1] if DOUBLING_RE.search(base) else base
        for root in {base, stem}:
            yield from (f"{root}ed", f"{root}ing")


def derive(base: str) -> Iterator[str]:
    """Words that are kin without being forms: "displacement" and "reporters", not "detention"."""
    for stem in {base, base.removesuffix("e"), re.sub("y$", "i", base)}:
        yield from (stem + ending for ending in DERIVED)


def find_families(words: Iterable[str]) -> Mapping[str, Set[str]]:
    """For each word that has any, the forms of it among these words, itself included."""
    return _gather(words, inflect)


def find_kin(words: Iterable[str]) -> Mapping[str, Set[str]]:
    """The same with derived words."""
    return _gather(words, lambda base: chain(inflect(base), derive(base)))


def _gather(words: Iterable[str], forms: Callable[[str], Iterable[str]]) -> Mapping[str, Set[str]]:
    known = set(words)
    families: dict[str, set[str]] = defaultdict(set)
    bases = {base for word in known for base in _bases(word)}
    for base in sorted(filter(BASE_RE.fullmatch, bases)):
        family = known.intersection(forms(base))
        if len(family) > 1:
            for word in family:
                families[word] |= family
    return families


def _bases(word: str) -> Iterator[str]:
    """What the word may be a form of; that need not be among the words itself."""
    yield word
    for ending in ("ed", "ing", "ment"):
        if word.endswith(ending):
            yield word.removesuffix(ending)
            yield word.removesuffix(ending) + "e"
