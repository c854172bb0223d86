"""Letters of one script that pass for those of another.

Two names that look the same lead to two places, and a word with one Cyrillic letter in it
is found by no search. What looks alike is Unicode's list (UTS 39), as ICU has it.
"""

import re
from collections.abc import Iterator

import icu

# Greek and Coptic, Cyrillic, Armenian, Cherokee, full width, and letters for mathematics.
_FOREIGN = (
    "\u0370-\u0377\u037a-\u037d\u037f-\u058f\u13a0-\u13fd\u1c80-\u1c8f\u1f00-\u1fff"
    "\u2c80-\u2cff\u2de0-\u2dff\ua640-\ua69f\uab70-\uabbf\uff21-\uff3a\uff41-\uff5a"
    "\U0001d400-\U0001d7ff"
)
_FOREIGN_RE = re.compile(f"[{_FOREIGN}]")
_MIXED_RE = re.compile(rf"\b\w*?(?:[A-Za-z][{_FOREIGN}]|[{_FOREIGN}][A-Za-z])\w*")

_CHECKER = icu.SpoofChecker()


def find_mixed_words(text: str) -> Iterator[tuple[int, str, str]]:
    """(where, word, what it looks like) of words in Latin letters and others that pass for them."""
    if text.isascii() or not _FOREIGN_RE.search(text):
        return
    for match in _MIXED_RE.finditer(text):
        if any(skeleton(char).isascii() for char in _FOREIGN_RE.findall(match[0])):
            yield match.start(), match[0], _plain(match[0])


def judge_host(host: str) -> str | None:
    """What the name of a host passes for, or None for an honest one.

    host: as it stands in an address, in Punycode or not. An honest name has each of its
    labels in one script, and looks like no name in ASCII.
    """
    for label in host.split("."):
        shown = _decode(label)
        if shown.isascii():
            continue
        if _CHECKER.check(shown) or skeleton(shown).isascii():
            return ".".join(_plain(_decode(part)) for part in host.split("."))
    return None


def _plain(text: str) -> str:
    return "".join(char if char.isascii() else skeleton(char) for char in text)


def skeleton(text: str) -> str:
    """What looks alike has one skeleton."""
    return str(_CHECKER.getSkeleton(0, text))


def _decode(label: str) -> str:
    """A label as people see it; what is no sound Punycode stays."""
    if not label.lower().startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label
