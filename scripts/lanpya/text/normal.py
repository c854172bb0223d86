"""The two normal forms of text: one to publish, one to compare by."""

import re
import unicodedata

ZERO_WIDTH_RE = re.compile("[\u200b-\u200d\u2060\ufeff]")
LINE_END_RE = re.compile("\r\n?|[\u0085\u2028\u2029]")


def display_form(text: str) -> str:
    """NFC, without zero-width characters, every line end a line feed. Idempotent.

    It looks the same to a reader. Any str will do, lone surrogates included.
    """
    visible = ZERO_WIDTH_RE.sub("", text)
    return unicodedata.normalize("NFC", LINE_END_RE.sub("\n", visible))
