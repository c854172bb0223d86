"""The two normal forms of text: one to publish, one to compare by.

overrides/assets/javascripts/text.js does the same in the browser, step by
step; tests/vectors/search-key.json holds for both. So there is deliberately
nothing here that a browser of 2017 can not do.
"""

import re
import unicodedata

from lanpya.text import myanmar
from lanpya.text.characters import WHITE_SPACE
from lanpya.text.traced import Traced

ZERO_WIDTH_RE = re.compile("[\u200b-\u200d\u2060\ufeff]")
LINE_END_RE = re.compile("\r\n?|[\x85\u2028\u2029]")

# Latin, Greek and Cyrillic: the scripts whose diacritics readers leave out when they type.
_ALPHABETIC = (
    "A-Za-z\xc0-\u02ff\u0370-\u0482\u048a-\u052f\u1d00-\u1dbf\u1e00-\u1fff\u2c60-\u2c7f"
    "\ua640-\ua66e\ua680-\ua69d\ua722-\ua7ff\uab30-\uab6f\ufb00-\ufb06\uff21-\uff3a\uff41-\uff5a"
)
# Without U+034F, which is no mark but keeps marks apart.
_MARKS = "\u0300-\u034e\u0350-\u036f"
_ALPHABETIC_RE = re.compile(f"[{_ALPHABETIC}]")
_MARKS_RE = re.compile(f"[{_MARKS}]+")
# A letter, and what may hold marks that belong to it.
_MARKED_LETTER_RE = re.compile(f"([{_ALPHABETIC}])([^\0-\xff{_ALPHABETIC}]+)")
_SOFT_HYPHEN_RE = re.compile(f"\xad+(?=[{_ALPHABETIC}])")
_GROUPED_RE = re.compile("(^|[^0-9.,])([0-9]{1,3}(?:[,'\u066c\u2009\u202f][0-9]{3})+)(?![0-9])")
_SEPARATOR_RE = re.compile("[,'\u066c\u2009\u202f]")
_WHITE_SPACE_RE = re.compile(f"[{WHITE_SPACE}]+")
_OUTER_SPACE_RE = re.compile(r"\A | \Z")

# By code point, because half of them look alike.
_PUNCTUATION = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\uff07`\xb4", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\xab\xbb\uff02", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
}


def display_form(text: str) -> str:
    """NFC, without zero-width characters, every line end a line feed. Idempotent.

    It looks the same to a reader. Any str will do, lone surrogates included.
    """
    visible = ZERO_WIDTH_RE.sub("", text)
    return unicodedata.normalize("NFC", LINE_END_RE.sub("\n", visible))


def search_key(text: str) -> str:
    """What two spellings of the same words have in common. Idempotent.

    A query is found in a text when its key stands in the text's key.
    """
    return _fold(Traced(display_form(text))).text


def search_key_with_offsets(text: str) -> tuple[str, list[int]]:
    """The search key, and for each of its characters the offset in display_form(text).

    A hit key[i:j] with something after it begins at offsets[i] and ends before offsets[j].
    """
    display = display_form(text)
    folded = _fold(Traced(display, list(range(len(display)))))
    return folded.text, folded.offsets or []


def _fold(text: Traced) -> Traced:
    """All folds; each may rely on those before it."""
    for fold in (fold_characters, fold_marks, fold_soft_hyphens, *myanmar.FOLDS):
        text = fold(text)
    return fold_white_space(fold_thousands(text))


def fold_character(char: str) -> str:
    """One character without its case, diacritics and typographic shape; a digit in ASCII.

    Up and down again, because lower case alone keeps ß and ς. The Burmese zero stays: whether
    it is a digit only its neighbours tell.
    """
    if _MARKS_RE.match(char) or char == myanmar.ZERO:
        return char
    if unicodedata.category(char) == "Nd":
        return str(unicodedata.decimal(char))
    if _ALPHABETIC_RE.match(char):
        char = _MARKS_RE.sub("", unicodedata.normalize("NFKD", char))
    plain = (_PUNCTUATION.get(part, part) for part in char)
    return "".join(part.lower().upper().lower() for part in plain)


class _FoldedCharacters(dict[int, str]):
    def __missing__(self, code: int) -> str:
        self[code] = fold_character(chr(code))
        return self[code]


_FOLDED_CHARACTERS = _FoldedCharacters()


def fold_characters(text: Traced) -> Traced:
    """Case, diacritics, curly quotes, dashes and digits, character by character."""
    return text.translate(_FOLDED_CHARACTERS)


def fold_marks(text: Traced) -> Traced:
    """Diacritics that NFC could not join to their letter (x̂), and never a Myanmar mark.

    Marks of other scripts may stand between; NFC reaches across them, and so does this.
    """
    return text.substitute(_MARKED_LETTER_RE, _without_marks)


def _without_marks(match: re.Match[str]) -> str:
    letter, tail = match.groups()
    end = next((i for i, char in enumerate(tail) if not unicodedata.combining(char)), len(tail))
    return letter + _MARKS_RE.sub("", tail[:end]) + tail[end:]


def fold_soft_hyphens(text: Traced) -> Traced:
    """Places where a word may be broken, which web pages mark and no reader types."""
    return text.substitute(_SOFT_HYPHEN_RE, "")


def fold_thousands(text: Traced) -> Traced:
    """335,000 is written 335000 as well. A comma in "2023,2024" separates no thousands."""
    return text.substitute(_GROUPED_RE, lambda match: match[1] + _SEPARATOR_RE.sub("", match[2]))


def fold_white_space(text: Traced) -> Traced:
    """One space for any white space, and none at either end."""
    return text.substitute(_WHITE_SPACE_RE, " ").substitute(_OUTER_SPACE_RE, "")
