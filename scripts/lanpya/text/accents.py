"""Text without case and without marks of any script, as archives' readers compare it.

Not the search key of the site (`normal`): this is what libzim does to every query, so that
what is to be found has to be stored in the same form. There is nothing to choose about it.
"""

import re
from functools import cache

import icu

# What another letter decides about: a sigma at the end of a word, and what Hangul is joined of.
_IN_CONTEXT_RE = re.compile("[\u03a3\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]")


def drop_accents(text: str) -> str:
    """In lower case, without a combining mark: "Kayāh" is "kayah", "ကိုယ်" is "ကယ"."""
    return _transliterate(text) if _IN_CONTEXT_RE.search(text) else text.translate(_BARE)


class _BareCharacters(dict[int, str]):
    """Each character by itself: ICU takes five times as long over a text."""

    def __missing__(self, code: int) -> str:
        self[code] = _transliterate(chr(code))
        return self[code]


_BARE = _BareCharacters()


@cache
def _transliterator() -> icu.Transliterator:
    return icu.Transliterator.createInstance("Lower; NFD; [:M:] remove; NFC")


def _transliterate(text: str) -> str:
    return str(_transliterator().transliterate(text))
