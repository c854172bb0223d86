"""Alphabetical order, and the headings that it is shown under.

Code-point order misplaces a quarter of Burmese words, so ICU decides both.
"""

import unicodedata

from lanpya.text import cldr, myanmar
from lanpya.text.normal import display_form

DIGITS_HEADING = "0–9"
OTHER_HEADING = "…"


def collation_key(text: str, tag: str) -> bytes:
    """What to sort titles by, so that those of one index_letter stand together, "…" last."""
    words = _from_first_word(display_form(text))
    is_last = _heading(words, tag) == OTHER_HEADING
    return bytes([is_last]) + cldr.collation_key(words, tag)


def index_letter(text: str, tag: str) -> str:
    """The heading that a title stands under in the list of a language.

    A letter of the language's own alphabet (in Burmese its first consonant; ဣ, ဥ and ဩ stand
    under အ, as dictionaries have it) or of the Latin one, without diacritics; else "0–9" or
    "…". Quotation marks and brackets before the first letter do not count.
    """
    return _heading(_from_first_word(display_form(text)), tag)


def _heading(words: str, tag: str) -> str:
    if words and unicodedata.category(words[0]) == "Nd":
        return DIGITS_HEADING
    return cldr.index_label(words, tag) or OTHER_HEADING


def _from_first_word(text: str) -> str:
    for start, char in enumerate(text):
        # ၌ and ၎င်း begin with what Unicode calls punctuation; ICU knows how they are read.
        if unicodedata.category(char)[0] in "LN" or myanmar.SPOKEN_RE.match(char):
            return text[start:]
    return text
