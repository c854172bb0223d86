"""Tags of the HTML that our templates write, read as text.

A parser takes ten times as long. It is not needed where the HTML is our own: attributes are in
quotation marks, nothing is left open, and there are no comments.
"""

import re
from html import unescape

ATTRIBUTES = r'[^<>"]*(?:"[^"]*"[^<>"]*)*'
TAG_RE = re.compile(rf"<(/?)([a-z][a-z0-9-]*)({ATTRIBUTES})>")
ATTRIBUTE_RE = re.compile(r'\s([a-zA-Z][\w:-]*)(?:="([^"]*)")?')
LINK_RE = re.compile(rf"<a\b({ATTRIBUTES})>(.*?)</a>", re.DOTALL)
PICTURE_RE = re.compile(rf"<img\b({ATTRIBUTES})>")
# Inside these a word goes on.
INLINE_RE = re.compile(
    "</?(?:a|abbr|b|bdi|bdo|cite|code|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup"
    rf"|time|u|var|wbr)\b{ATTRIBUTES}>"
)


def read_attributes(text: str) -> dict[str, str]:
    """What stands in a tag behind its name; an attribute without a value is ""."""
    return {name: unescape(value) for name, value in ATTRIBUTE_RE.findall(text)}


def read_text(html: str) -> str:
    """What a reader sees, as words with blanks between them."""
    return unescape(TAG_RE.sub(" ", INLINE_RE.sub("", html)))
