"""What a page of the site says, without the site around it: for books, archives and paper.

The shell (header, footer, scripts) is left behind, and so is what only a page on a screen
needs: an article's own contents, and things that are folded away.
"""

from dataclasses import dataclass
from html import escape

from lxml import etree
from lxml.html import HtmlElement

from lanpya.editions.built_site import BuiltPage

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XML_ID = "id"
SVG = "http://www.w3.org/2000/svg"
# HTML's parser knows no capitals; XML's readers insist on them.
SVG_ATTRIBUTES = {"viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio"}
WITH_CLASS = etree.XPath(
    "descendant-or-self::*"
    "[contains(concat(' ', normalize-space(@class), ' '), concat(' ', $name, ' '))]"
)
ALIGNMENTS = frozenset({"left", "right", "center"})


@dataclass(frozen=True)
class Chapter:
    """A page's main part, taken out of it. canonical: where it stands online, if it says so."""

    page: BuiltPage
    main: HtmlElement
    canonical: str | None


def read_chapter(page: BuiltPage) -> Chapter:
    """The page's main part, unfolded; it may be changed."""
    root = page.parse()
    found = root.find(".//link[@rel='canonical']")
    main = root.find(".//main")
    assert main is not None, page.url
    for details in list(main.iter("details")):
        _unfold(details)
    drop_downloads(main)
    return Chapter(page, main, None if found is None else found.get("href"))


def find_class(root: HtmlElement, name: str) -> list[HtmlElement]:
    """All elements below root that are of a class, in their order."""
    return list(WITH_CLASS(root, name=name))


def drop_downloads(main: HtmlElement) -> None:
    """Whoever reads it here has saved it already."""
    for link in list(main.iter("a")):
        if "download" in link.attrib:
            link.drop_tree()


def _unfold(details: HtmlElement) -> None:
    """Names stay, under a heading of their own; an article's contents repeat its headings."""
    summary = details.find("summary")
    if summary is None or details.find("ol") is not None:
        details.drop_tree()
        return
    summary.tag = "h3"
    details.tag = "div"


def mark_notes(main: HtmlElement) -> None:
    """Footnotes as a book has them: readers' programs show each beside its number."""
    numbers = {
        link.get("href", "").removeprefix("#"): link.text_content()
        for link in find_class(main, "footnote-ref")
    }
    for link in find_class(main, "footnote-ref"):
        link.set("epub:type", "noteref")
        link.set("role", "doc-noteref")
    for link in find_class(main, "footnote-backref"):
        link.set("role", "doc-backlink")
    for notes in find_class(main, "footnote"):
        for note in list(notes.iter("li")):
            if note.get(XML_ID) in numbers:
                _mark_note(note, numbers[note.get(XML_ID, "")])
        for list_ in notes.findall("ol"):
            list_.drop_tag()


def _mark_note(note: HtmlElement, number: str) -> None:
    note.tag = "aside"
    note.set("epub:type", "footnote")
    note.set("role", "doc-footnote")
    label = etree.SubElement(note, "p")
    label.set("class", "number")
    label.text = number
    note.insert(0, label)


def render_xhtml(root: HtmlElement) -> str:
    """What is inside an element, as XML that is HTML too."""
    for element in root.iter(etree.Element):
        _make_xml(element)
    children = (etree.tostring(child, encoding="unicode", method="xml") for child in root)
    return (escape(root.text or "", quote=False) + "".join(children)).strip()


def _make_xml(element: HtmlElement) -> None:
    if lang := element.get("lang"):
        element.set(XML_LANG, lang)
    alignment = element.attrib.pop("align", None)
    if alignment in ALIGNMENTS:
        element.set("class", alignment)
    if element.tag == "svg":
        element.set("xmlns", SVG)
        for written, wanted in SVG_ATTRIBUTES.items():
            if value := element.attrib.pop(written, None):
                element.set(wanted, value)
