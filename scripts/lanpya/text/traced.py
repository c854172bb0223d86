"""Text on its way to a search key, with or without a memory of where it came from.

A fold is written once, as a substitution; whether offsets are kept is the
caller's business. Indexing a site needs none, a snippet needs all.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

Replacement = str | Callable[[re.Match[str]], str]


@dataclass(frozen=True)
class Traced:
    """A text under folding.

    offsets: for each character its place in the text that folding began with; None: not kept.
    """

    text: str
    offsets: list[int] | None = None

    def substitute(self, pattern: re.Pattern[str], replacement: Replacement) -> "Traced":
        """As `pattern.sub(replacement, text)`."""
        if self.offsets is None:
            return Traced(pattern.sub(replacement, self.text))
        parts: list[str] = []
        offsets: list[int] = []
        end = 0
        for match in pattern.finditer(self.text):
            made = match.expand(replacement) if isinstance(replacement, str) else replacement(match)
            parts += [self.text[end : match.start()], made]
            offsets += self.offsets[end : match.start()]
            offsets += [self.offsets[match.start() + place] for place in _align(match[0], made)]
            end = match.end()
        return Traced("".join([*parts, self.text[end:]]), offsets + self.offsets[end:])

    def translate(self, table: dict[int, str]) -> "Traced":
        """As `text.translate(table)`; the table answers for every code point it is asked for."""
        if self.offsets is None:
            return Traced(self.text.translate(table))
        made = [table[ord(char)] for char in self.text]
        offsets = [offset for offset, chars in zip(self.offsets, made, strict=True) for _ in chars]
        return Traced("".join(made), offsets)


def _align(old: str, new: str) -> list[int]:
    """For each character of `new` the place in `old` that it stands for.

    Equal lengths pair off; where something was dropped, equal characters do.
    """
    if len(old) == len(new):
        return list(range(len(old)))
    places: list[int] = []
    free = 0
    for char in new:
        found = old.find(char, free)
        places.append(found if found >= 0 else min(free, len(old) - 1))
        free = places[-1] + 1
    return places
