"""A page's text, made fit to stand with others in one page.

Works on the HTML that our templates write, as text: a thousand works are done in a second.
Ids become unlike those of other texts, headings go down a level, links find what they lead
to in the same page, and what says nothing goes: quotation marks, end tags that HTML leaves
to choice.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urljoin

from lanpya.editions.tags import ATTRIBUTE_RE
from lanpya.site.offprints import PHRASE_RE

# A heading's tag, or one with attributes: no other is to be changed.
CHANGED_RE = re.compile(r'<(?:(/?)(h[1-5])>|([a-z][a-z0-9-]*)(\s[^<>"]*(?:"[^"]*"[^<>"]*)*)>)')
PLAIN = r"[\w:#.,/%+()-]*[\w:#.,%+()-]"
PLAIN_RE = re.compile(PLAIN)
QUOTED_TAG_RE = re.compile(r'<[a-z][^<>"]*(?:"[^"]*"[^<>"]*)+>')
QUOTED_RE = re.compile(rf'(?<=\w=)"({PLAIN})"')
# End tags that a parser adds by itself, by what follows.
OPTIONAL_RE = re.compile(
    r"</p>\s*(?=</?(?:p|ul|ol|dl|h[1-6]|section|div|table|details|aside|article|blockquote|li|dd)\b)"
    r"|</(?:li)>\s*(?=</?(?:li|ul|ol)\b)"
    r"|</(?:dt|dd)>\s*(?=<(?:dt|dd)\b|</(?:dl|div)\b)"
    r"|</(?:td|th)>\s*(?=<(?:td|th)\b|</tr\b)"
    r"|</tr>\s*(?=<tr\b|</(?:tbody|thead|table)\b)"
)
GAP_RE = re.compile(r"(?<=>)\s*\n\s*(?=<)")
OWN_RE = re.compile(r"\s(?:id|href|src|for|headers|aria-(?:labelledby|describedby))=")
REFERRING = ("aria-labelledby", "aria-describedby", "headers", "for")
HEADING_RE = re.compile("h[1-5]")
# Where an absolute address leads in the page itself; None for one that is not in it.
Finder = Callable[[str], str | None]
# An image as a data address, by its absolute one.
Embedder = Callable[[str], str]


@dataclass(frozen=True)
class Excerpt:
    """What is to be taken over. anchor: the id of the whole; address: of the page it is from."""

    html: str
    anchor: str
    address: str

    def render(self, find: Finder, embed: Embedder) -> str:
        """The text for one page. find: tells what leads to another text of it."""
        tag = _Tag(self.anchor, self.address, find, embed)
        html = PHRASE_RE.sub(r"<n-b>\1</n-b>", self.html)
        html = OPTIONAL_RE.sub("", CHANGED_RE.sub(tag.render, html))
        return GAP_RE.sub("\n", html).strip()


@dataclass(frozen=True)
class _Tag:
    anchor: str
    address: str
    find: Finder
    embed: Embedder

    def render(self, match: re.Match[str]) -> str:
        closing, heading, name, rest = match.groups()
        if heading:
            return f"<{closing}{_lower(heading)}>"
        if not OWN_RE.search(rest):
            return _write_tag(name, rest)
        attributes = "".join(self._attribute(*one) for one in ATTRIBUTE_RE.findall(rest))
        return f"<{_lower(name)}{attributes}{_end(rest)}>"

    def _attribute(self, name: str, value: str) -> str:
        if name == "id":
            value = self._own(value)
        elif name in REFERRING:
            value = " ".join(map(self._own, value.split()))
        elif name == "href":
            value = self._lead(value)
        elif name == "src" and not value.startswith("data:"):
            value = self.embed(urljoin(self.address, value))
        return write_attribute(name, value)

    def _lead(self, address: str) -> str:
        if address.startswith("#"):
            return f"#{self._own(address[1:])}"
        absolute = urljoin(self.address, address)
        return self.find(absolute) or absolute

    def _own(self, id_: str) -> str:
        return f"{self.anchor}:{id_}"


@lru_cache(maxsize=1024)  # the same few everywhere
def _write_tag(name: str, rest: str) -> str:
    """A tag that is the same in whatever text it stands."""
    attributes = "".join(write_attribute(*one) for one in ATTRIBUTE_RE.findall(rest))
    return f"<{_lower(name)}{attributes}{_end(rest)}>"


def _lower(name: str) -> str:
    """A heading goes down a level."""
    return f"h{int(name[1]) + 1}" if HEADING_RE.fullmatch(name) else name


def _end(rest: str) -> str:
    return " /" if rest.endswith("/") else ""  # in SVG it closes


def squeeze_tags(html: str) -> str:
    """HTML of our templates without the quotation marks that it can do without; no script."""
    return QUOTED_TAG_RE.sub(lambda match: QUOTED_RE.sub(r"\1", match[0]), html)


def write_attribute(name: str, value: str) -> str:
    """An attribute, with quotation marks where it can not do without them."""
    if not value:
        return f" {name}" if name not in ("alt", "href", "content") else f' {name}=""'
    return f" {name}={value}" if PLAIN_RE.fullmatch(value) else f' {name}="{value}"'


def make_finder(anchors: Mapping[str, str]) -> Finder:
    """anchors: id in the page by absolute address of what it was: a page, or a part of one."""

    def find(address: str) -> str | None:
        page, _, id_ = (address, "", "") if address in anchors else address.partition("#")
        anchor = anchors.get(page)
        if anchor is None:
            return None
        return f"#{anchor}:{id_}" if id_ else f"#{anchor}"

    return find
