"""How sentences and names end, in any script that Unicode has marks for.

Escapes stand for marks that are easily mistaken for ASCII ones.
"""

import re
import unicodedata

# Full stops: Latin, CJK, Devanagari, Myanmar, Ethiopic, Arabic (Urdu), Armenian.
STOPS = ".\u3002\u0964\u104b\u1362\u06d4\u0589"
CRIES = "?!\u061f\uff1f\uff01"
COMMAS = ",\u060c\u3001\u104a\u1363"
COLONS = ":\uff1a"
DASHES = "–—-"
CLOSING = "'\"”’»)\\]"
# A full stop may have the mark of a footnote behind it.
NOTE_MARK = r"(?:\s?\[\d{1,3}\]|[¹²³⁴-⁹]+)?"
FULL_STOP_RE = re.compile(rf"[{STOPS}{CRIES}…][{CLOSING}]*{NOTE_MARK}$")
SENTENCE_END_RE = re.compile(rf"[{STOPS}{CRIES}{COLONS}…;][{CLOSING}]*{NOTE_MARK}$")
CRY_RE = re.compile(rf"[{CRIES}][{CLOSING}]*$")
# What stands between a label and its value: a colon, or a dash. Where words have no spaces
# between them, neither has the dash; in Latin letters it would be a hyphen.
AFTER_LABEL = rf"(?:\s*[{COLONS}]|\s[{DASHES}]\s|(?<![A-Za-z\s])\s*[{DASHES}])"


def ends_sentence(text: str) -> bool:
    """Whether a text ends where a sentence, or a lead-in to a list, may end."""
    return SENTENCE_END_RE.search(text) is not None


def ends_with_full_stop(text: str) -> bool:
    """Whether a text ends as sentences end; a colon does not count."""
    return FULL_STOP_RE.search(text) is not None


def is_statement(text: str) -> bool:
    """Whether a text ends as sentences end, and is neither a question nor a cry."""
    return ends_with_full_stop(text) and CRY_RE.search(text) is None


def starts_lower(text: str) -> bool:
    """Whether the first letter is a small one: the text continues something."""
    first = next((char for char in text if char.isalnum()), "")
    return first.islower()


def is_caseless(text: str) -> bool:
    """Whether the text is in a script without capital letters."""
    letters = [char for char in text if char.isalpha()]
    cased = sum(unicodedata.category(char) in ("Lu", "Ll") for char in letters)
    return bool(letters) and cased * 2 < len(letters)


def is_word_part(char: str) -> bool:
    """Whether a character is a letter, a sign that depends on one, or a digit."""
    return unicodedata.category(char)[:1] in ("L", "M", "N") if char else False
