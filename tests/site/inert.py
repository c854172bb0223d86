"""What makes HTML dangerous, said once more and apart from the sanitiser's own lists."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib

TAGS = {
    "a", "abbr", "blockquote", "br", "caption", "code", "dd", "del", "div", "dl", "dt", "em",
    "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "img", "ins", "kbd", "li",
    "ol", "p", "pre", "q", "s", "span", "strong", "sub", "sup", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "align", "alt", "class", "colspan", "decoding", "height", "href", "id", "loading", "rel",
    "role", "rowspan", "scope", "src", "start", "tabindex", "title", "width",
}  # fmt: skip
# A link may leave the site; an image may not, since it would be fetched without asking.
ADDRESSES = {
    "href": re.compile(r"(?:https?|mailto):.*|(?![a-z][a-z0-9+.-]*:).*", re.DOTALL),
    "src": re.compile(r"[^:\\/][^:\\]*"),
}
# Browsers drop these from an address before they look at it.
IGNORED_RE = re.compile(r"^[\x00-\x20]+|[\t\n\r]")


def find_dangers(html: str) -> list[str]:
    """What a browser would make of a fragment that a page of a contributor must not hold."""
    root = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return [danger for element in root.iter() for danger in _judge(element)]


def _judge(element: Element) -> Iterator[str]:
    if element.tag == "DOCUMENT_FRAGMENT":
        return
    if element.tag not in TAGS:
        yield f"<{element.tag}>"
    for name, value in element.attrib.items():
        if name not in ATTRIBUTES or (name == "tabindex" and value != "0"):
            yield f"{element.tag} {name}"
        elif name in ADDRESSES and not _is_harmless(name, value):
            yield f"{element.tag} {name}={value}"


def _is_harmless(attribute: str, value: str) -> bool:
    address = IGNORED_RE.sub("", value).casefold()
    return ADDRESSES[attribute].fullmatch(address) is not None
