"""A DOCX: its text and pictures. Properties, comments, headers and hidden text stay behind."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

import mammoth

from lanpya.receive.archive import read_members
from lanpya.receive.limits import Budget, RefusedError
from lanpya.receive.visible import visible_text

MAIN_PART = "word/document.xml"
STYLES = "word/styles.xml"
# What the text needs. Who wrote, reviewed or commented it, and when, stands in other parts.
PARTS = frozenset(
    {"[Content_Types].xml", "_rels/.rels", MAIN_PART, "word/_rels/document.xml.rels",
     STYLES, "word/numbering.xml", "word/footnotes.xml", "word/endnotes.xml"}
)  # fmt: skip
TEXT_PARTS = frozenset({MAIN_PART, "word/footnotes.xml", "word/endnotes.xml"})
MEDIA = "word/media/"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HIDING = ("vanish", "webHidden", "specVanish")
OFF = frozenset({"0", "false", "off"})


@dataclass(frozen=True)
class Document:
    """pictures: as they stood in the file, metadata and all."""

    text: str
    pictures: tuple[bytes, ...]


def read_document(data: bytes, budget: Budget) -> Document:
    """Read a DOCX. Raises RefusedError for one that is damaged or larger than the limits."""
    parts = {member.name: member.data for member in read_members(data, budget)}
    if MAIN_PART not in parts:
        raise RefusedError("damaged")
    pictures: list[bytes] = []

    def keep(image: Any) -> dict[str, str]:
        with image.open() as file:
            pictures.append(file.read())
        return {"src": ""}

    try:
        made = mammoth.convert_to_html(
            io.BytesIO(_bare(parts)),
            convert_image=mammoth.images.img_element(keep),
            include_embedded_style_map=False,
            external_file_access=False,
        )
    except (KeyError, ValueError, LookupError, AttributeError, OSError, SyntaxError):
        raise RefusedError("damaged") from None
    return Document(visible_text(made.value), tuple(pictures))


def _bare(parts: Mapping[str, bytes]) -> bytes:
    """The same document, of its needed parts alone and without its hidden text."""
    hidden = _hidden_styles(parts.get(STYLES))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            if name in TEXT_PARTS:
                archive.writestr(name, _without_hidden(content, hidden))
            elif name in PARTS or name.startswith(MEDIA):
                archive.writestr(name, content)
    return target.getvalue()


def _parsed(content: bytes) -> ElementTree.Element:
    try:
        return ElementTree.fromstring(content)  # noqa: S314 -- in a process with limits
    except ElementTree.ParseError:
        raise RefusedError("damaged") from None


def _hidden_styles(content: bytes | None) -> frozenset[str]:
    """The ids of styles whose text nobody sees, by themselves or by what they are based on."""
    if content is None:
        return frozenset()
    styles = {style.get(f"{W}styleId", ""): style for style in _parsed(content).iter(f"{W}style")}
    hidden: set[str] = set()
    for id_ in styles:
        chain = [id_]
        while (mark := _mark(styles[chain[-1]])) is None:
            parent = _named(styles[chain[-1]], "basedOn")
            if parent not in styles or parent in chain:
                break
            chain.append(parent)
        if mark:
            hidden.add(id_)
    return frozenset(hidden)


def _without_hidden(content: bytes, styles: frozenset[str]) -> bytes:
    root = _parsed(content)
    _drop_hidden(root, styles, is_hidden=False)
    return ElementTree.tostring(root)


def _drop_hidden(parent: ElementTree.Element, styles: frozenset[str], *, is_hidden: bool) -> None:
    """Drop the runs that nobody sees. is_hidden: what the paragraph's style says of them."""
    for child in list(parent):
        if child.tag == f"{W}p":
            properties = child.find(f"{W}pPr")
            below = properties is not None and _named(properties, "pStyle") in styles
            _drop_hidden(child, styles, is_hidden=below)
        elif child.tag == f"{W}r" and _is_hidden(child, styles, is_hidden):
            parent.remove(child)
        else:
            _drop_hidden(child, styles, is_hidden=is_hidden)


def _is_hidden(run: ElementTree.Element, styles: frozenset[str], by_paragraph: bool) -> bool:
    """By its own word, or else by its style's or its paragraph's."""
    mark = _mark(run)
    if mark is not None:
        return mark
    properties = run.find(f"{W}rPr")
    return by_paragraph or (properties is not None and _named(properties, "rStyle") in styles)


def _mark(element: ElementTree.Element) -> bool | None:
    """Whether a run or a style says that it is hidden; None where it says nothing."""
    marks = [element.find(f"{W}rPr/{W}{name}") for name in HIDING]
    said = [mark.get(f"{W}val", "1") not in OFF for mark in marks if mark is not None]
    return any(said) if said else None


def _named(element: ElementTree.Element, name: str) -> str:
    found = element.find(f"{W}{name}")
    return "" if found is None else found.get(f"{W}val", "")
