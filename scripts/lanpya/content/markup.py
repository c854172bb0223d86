"""The Markdown that a page may be written in; the same for checking and for building.

Raw HTML is deliberately no part of it: it comes out as text. So is every extension
that reads files or runs diagrams (snippets, mermaid).
"""

import re
from collections.abc import Iterator
from html import escape, unescape
from xml.etree.ElementTree import Element

import markdown
from markdown.treeprocessors import Treeprocessor

from lanpya.content.costs import find_costs
from lanpya.text.slugs import slugify

EXTENSIONS = ("tables", "footnotes", "admonition", "sane_lists", "fenced_code", "toc")
TABLE_DEPTH = "2-3"
# An id that starts with x- or holds a colon is the template's or a footnote's.
HEADING_ID_RE = re.compile(r"(?<=[ ])\{:?[ ]*#(?!x-)(?P<id>[^\s{}#\"'<>&:]+)[ ]*+\}[ ]*+#*+[ ]*+$")
# How Markdown hides an e-mail address from those who gather them.
MAIL_ENTITY_RE = re.compile("\x02amp\x03(#[0-9]+;)")
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


class Converter(markdown.Markdown):
    """Markdown to HTML, in a time that is bounded whatever the text; `reset()` between pages."""

    def convert(self, source: str) -> str:
        """HTML of a page's text; a text that would cost too much comes out as it was written."""
        if find_costs(source):
            return f"<pre>{escape(source)}</pre>"
        return super().convert(source)


class _HeadingIdTreeprocessor(Treeprocessor):
    """`## Title {#id}`: attribute lists, cut down to the id of a heading.

    The id has to outlive a translation of the title. Any other attribute would be a way
    to write style and events into a page.
    """

    def run(self, doc: Element) -> None:
        taken: set[str] = set()
        for element in doc.iter():
            if element.tag in HEADINGS:
                self._take_id(element, taken)

    def _take_id(self, heading: Element, taken: set[str]) -> None:
        last = heading[-1] if len(heading) else None
        text = (heading.text if last is None else last.tail) or ""
        match = HEADING_ID_RE.search(text)
        if not match or match["id"] in taken:
            return
        taken.add(match["id"])
        heading.set("id", match["id"])
        rest = text[: match.start()].rstrip(" ")
        if last is None:
            heading.text = rest
        else:
            last.tail = rest


def create_markdown(footnote_backlink: str = "") -> Converter:
    """A converter.

    footnote_backlink: what the link back from a footnote says, with {} for its number.
    """
    md = Converter(
        extensions=list(EXTENSIONS),
        extension_configs={
            "tables": {"use_align_attribute": True},
            # No marker: where the contents stand is the template's affair.
            "toc": {"slugify": slugify, "toc_depth": TABLE_DEPTH, "marker": ""},
            "footnotes": {"BACKLINK_TITLE": footnote_backlink},
        },
        output_format="html",
    )
    md.preprocessors.deregister("html_block")
    md.inlinePatterns.deregister("html")
    # Before toc (5), which gives an id to each heading that has none.
    md.treeprocessors.register(_HeadingIdTreeprocessor(md), "heading_id", 8)
    return md


def iterate_links(root: Element) -> Iterator[tuple[Element, str]]:
    """(element, attribute that holds an address) for each link and image below root."""
    for element in root.iter():
        if element.tag == "a" and "href" in element.attrib:
            yield element, "href"
        elif element.tag == "img" and "src" in element.attrib:
            yield element, "src"


def read_address(written: str) -> str:
    """An address as a reader's browser gets it, from how the tree of a page holds it."""
    return unescape(MAIL_ENTITY_RE.sub(r"&\1", written))
