"""Anchors and file names that keep every letter.

The slugs of Python-Markdown and pymdownx drop the vowel signs of Indic
scripts: ကုန်, ကန် and ကိန်း would all become ကန. So letters, marks and numbers
of every script stay; only case and punctuation go.
"""

import unicodedata

from lanpya.text.normal import display_form


def slugify(text: str, separator: str = "-") -> str:
    """An id for a heading, in the signature of Python-Markdown's toc extension.

    Returns NFC, in lower case, words joined by `separator`; empty for a text without any.
    """
    lowered = unicodedata.normalize("NFC", display_form(text).lower())
    kept = "".join(char if unicodedata.category(char)[0] in "LMN" else " " for char in lowered)
    return separator.join(kept.split())
