"""A text file for each work: for messengers, for radio, for a typewriter's paper.

What the page says, in its order, without a mark-up of any kind; a link out of the site is
followed by its address. A work that is not there in a language has no file in it: whoever
passes a text on should know what it says.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from lanpya.editions.built_site import BuiltWork
from lanpya.editions.chapters import Chapter, find_class, mark_notes, read_chapter
from lanpya.editions.edition import Format, Shelf
from lanpya.editions.publication import Publication
from lanpya.model import Language
from lanpya.site.addresses import SCHEME_RE
from lanpya.site.strings import Strings

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LISTS = frozenset({"ul", "ol"})
HOLDERS = frozenset({"article", "aside", "div", "dl", "main", "section"})
BULLET = "•"
WHITE_SPACE_RE = re.compile(r"[ \t\r\n]+")
# What is about the site rather than about the work.
LEFT_OUT = ("eyebrow", "chips", "cards")
LEFT_OUT_SECTIONS = frozenset({"x-actions", "x-topics", "x-related"})


@dataclass(frozen=True)
class TextWriter:
    """Turns elements into paragraphs of plain text, in the words of one language."""

    words: Strings

    def write_blocks(self, element: HtmlElement) -> Iterator[str]:
        """The paragraphs below an element; a list and a table are one each."""
        for child in element.iterchildren(etree.Element):
            block = self._write_block(child)
            if block is None:
                yield from self.write_blocks(child)
            elif block:
                yield block

    def _write_block(self, element: HtmlElement) -> str | None:
        """One paragraph, perhaps an empty one; None for what holds paragraphs."""
        tag = element.tag
        if tag in LISTS:
            return "\n".join(self._write_list(element))
        if tag == "table":
            return "\n".join(self._write_table(element))
        if tag == "pre":
            return element.text_content().strip("\n")
        if tag == "dl" or (tag == "div" and element.find("dt") is not None):
            return "\n".join(self._write_terms(element))
        if tag == "aside" and element.get("role") == "doc-footnote":
            number, *rest = self.write_blocks(element)
            return f"[{number}] " + "\n".join(rest)
        if tag == "blockquote":
            quoted = "\n\n".join(self.write_blocks(element)).splitlines()
            return "\n".join(f"> {line}".rstrip() for line in quoted)
        if tag in HOLDERS:
            return None
        text = self.write_line(element)
        return f"— {text} —" if tag in HEADINGS and tag != "h1" and text else text

    def _write_list(self, element: HtmlElement) -> Iterator[str]:
        for number, item in enumerate(element.iterchildren("li"), start=1):
            sign = BULLET if element.tag == "ul" else f"{self.words.number(number)}."
            blocks = [self._write_block(child) for child in item if child.tag in LISTS]
            yield f"{sign} {self.write_line(item, LISTS)}"
            for block in filter(None, blocks):
                yield from (f"  {line}" for line in block.splitlines())

    def _write_table(self, table: HtmlElement) -> Iterator[str]:
        """A line a row; the heads of columns are named in each line of a wide one."""
        heads = [self.write_line(cell) for cell in table.iterfind("thead/tr/th")]
        for row in table.iterfind("tbody/tr"):
            cells = [self.write_line(cell) for cell in row.iterchildren("th", "td")]
            if len(cells) > 2:
                pairs = zip(heads, cells, strict=False)
                cells = [self._name(head, cell) for head, cell in pairs if cell]
                yield f"{BULLET} " + "; ".join(cells)
            else:
                yield f"{BULLET} " + self._name(*cells) if len(cells) > 1 else cells[0]

    def _write_terms(self, element: HtmlElement) -> Iterator[str]:
        for term in element.iter("dt"):
            values = [self.write_line(one) for one in term.itersiblings("dd")]
            yield self._name(self.write_line(term), self.words("list.separator").join(values))

    def _name(self, name: str, value: str) -> str:
        return f"{name}{self.words('offprint.colon')}{value}" if name else value

    def write_line(self, element: HtmlElement, apart: frozenset[str] = frozenset()) -> str:
        """All words below an element in one line. apart: elements that are left out."""
        return WHITE_SPACE_RE.sub(" ", "".join(self._write_inline(element, apart))).strip()

    def _write_inline(self, element: HtmlElement, apart: frozenset[str]) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            if isinstance(child.tag, str) and child.tag not in apart:
                yield from self._write_child(child, apart)
            yield child.tail or ""

    def _write_child(self, child: HtmlElement, apart: frozenset[str]) -> Iterator[str]:
        classes = (child.get("class") or "").split()
        href = child.get("href", "")
        text = "".join(self._write_inline(child, apart))
        if child.tag == "br":
            yield " "
        elif child.tag == "img":
            yield f"[{child.get('alt')}]" if child.get("alt") else ""
        elif child.get("role") == "doc-noteref":
            yield f"[{text}]"
        elif child.get("role") != "doc-backlink":
            # What is on a line of its own on the page is set off here.
            yield f" ({text})" if "meta" in classes else text
            if SCHEME_RE.match(href) and text != href:
                yield f" ({href.removeprefix('mailto:')})"


def write_plain_text(publication: Publication, languages: Sequence[Language], shelf: Shelf) -> None:
    """The works of each of the languages, a file each."""
    for language in languages:
        for built in publication.works(language.tag):
            if not built.is_fallback:
                name = f"text/{language.tag}/{built.page.uri.rpartition('/')[2]}.txt"
                text = render_plain_text(built, publication.strings[language.tag])
                shelf.write(name, f"{text}\n{publication.whereabouts(language.tag)}\n")


def render_plain_text(built: BuiltWork, words: Strings) -> str:
    """Title, what it is about, date and source, the text, the figures, and the address."""
    chapter = read_chapter(built.page)
    main = chapter.main
    mark_notes(main)
    for name in LEFT_OUT:
        for element in find_class(main, name):
            element.drop_tree()
    for section in list(main.iter("section")):
        if section.get("aria-labelledby") in LEFT_OUT_SECTIONS:
            section.drop_tree()
    for source in find_class(main, "source"):
        _move_to_end(source, chapter)
    return "\n\n".join(TextWriter(words).write_blocks(main)) + "\n"


def _move_to_end(source: HtmlElement, chapter: Chapter) -> None:
    """A page shows it beside the text; a reader of one column wants the text first."""
    texts = find_class(chapter.main, "text")
    if texts:
        texts[0].append(source)


PLAIN_TEXT = Format("text", write_plain_text, effort=6)
