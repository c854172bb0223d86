"""Joining a line to the next: with a space, with a hyphen kept, or with a word made whole.

Whether a hyphen at a line's end is the writer's (anti-|junta) or the printer's
(govern-|ment) is answered by the text itself wherever it uses the word again. Where it
does not, the hyphen stays, unless the rest is an ending that is no word of its own.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lanpya.convert.lines import Line
from lanpya.convert.punctuation import is_caseless

WORD_RE = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
BROKEN_RE = re.compile(r"(?P<head>[^\W\d_]+)(?P<mark>[-\u2010\u00ad])$")
REST_RE = re.compile(r"[^\W\d_]+")
# Endings that stand alone in no English text; a syllable before them was cut off.
ENDINGS = (
    r"(?:[bcdfglmnprstv]?(?:ment|tion|sion|tions|sions|ing|ings|ness|ity|ities|ance|ence|able|ible"
    r"|ments|tive|tively|cial|cially|tial|ously|ously|ary|aries|ated|ating|ation|ations|ally"
    r"|ism|ist|ists|ture|tures|ical|ically|ized|ised|izing|ising|ency|ancy|ful|fully))"
)
ENDING_RE = re.compile(ENDINGS)


@dataclass(frozen=True)
class Hyphens:
    """The words of a text, as evidence. words: in small letters; hyphenated ones whole."""

    words: frozenset[str]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Hyphens":
        """Gather the words that stand inside lines, where no line break has touched them."""
        return cls(frozenset(_inner_words(line.text for line in lines)))

    def breaks_word(self, text: str, after: str) -> bool:
        """Whether a line ends in a hyphen that a small letter follows."""
        return BROKEN_RE.search(text) is not None and after[:1].islower()

    def join(self, text: str, after: str, ends_open: bool) -> str:
        """Two pieces as one. ends_open: the source had a space after the first."""
        broken = BROKEN_RE.search(text)
        rest = REST_RE.match(after)
        if broken and rest and (after[:1].islower() or not ends_open):
            keep = self._keeps_hyphen(broken, rest.group())
            return (text if keep else text[:-1]) + after
        if is_caseless(text[-1:]) and is_caseless(after[:1]) and not ends_open:
            return text + after
        return f"{text} {after}"

    def _keeps_hyphen(self, broken: re.Match[str], rest: str) -> bool:
        if broken["mark"] == "\u00ad":
            return False
        head, rest = broken["head"].casefold(), rest.casefold()
        if f"{head}-{rest}" in self.words:
            return True
        if f"{head}{rest}" in self.words:
            return False
        return ENDING_RE.fullmatch(rest) is None


def _inner_words(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        words = WORD_RE.findall(text.casefold())
        if text[-1:] in "-\u2010\u00ad":
            words = words[:-1]
        yield from words
