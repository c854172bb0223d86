r"""Plain text as Markdown that shows exactly that text: nothing in a source may become live.

Python-Markdown does not honour `\<`, so angle brackets become entities; what else it can
escape with a backslash is escaped, the rest that starts a block becomes an entity.
"""

import re

INLINE_RE = re.compile(r"[\\`*_\[\]{}]")
ENTITY_RE = re.compile(r"&(?=#?\w+;)")
# Marks of extensions that come in twos: strike-through, highlight, insertion.
DOUBLED_RE = re.compile(r"([~=^+])\1+")
NUMBERED_RE = re.compile(r"^(\d+)([.)])(?=\s|$)")
# What Python-Markdown can escape at the start of a line, and what it can not.
ESCAPABLE_START_RE = re.compile(r"^(?=[#+\-!])")
ENTITY_STARTS = {
    ":": "&#58;",
    "~": "&#126;",
    "?": "&#63;",
    "/": "&#47;",
    "|": "&#124;",
    "=": "&#61;",
}
CLOSING_MARKS_RE = re.compile(r"#+$")
BLOCK_START_RE = re.compile(r"^(?::(?=\s)|~~~|\?\?\?|///|\||=)")


def escape_inline(text: str) -> str:
    """Text within a line of Markdown: no emphasis, code, link, attribute, entity or tag."""
    text = ENTITY_RE.sub("&amp;", text)
    text = INLINE_RE.sub(r"\\\g<0>", text)
    text = text.replace("<", "&lt;").replace(">", "&gt;")
    return DOUBLED_RE.sub(lambda match: "".join(f"&#{ord(one)};" for one in match.group()), text)


def escape_heading(text: str) -> str:
    """Text behind the marks of a heading, whose own marks may close it."""
    return CLOSING_MARKS_RE.sub(
        lambda match: match.group().replace("#", "\\#"), escape_inline(text)
    )


def escape_block(text: str) -> str:
    """One paragraph of text as Markdown: no heading, list, quote, rule, fence or note."""
    text = " ".join(text.split())
    start = BLOCK_START_RE.match(text)
    escaped = escape_inline(text)
    if start and escaped.startswith(text[0]):
        return ENTITY_STARTS[text[0]] + escaped[1:]
    escaped = NUMBERED_RE.sub(r"\1\\\2", escaped)
    return ESCAPABLE_START_RE.sub(r"\\", escaped)
