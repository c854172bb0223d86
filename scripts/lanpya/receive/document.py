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
# What the text needs. Who wrote, reviewed or commented it, and when, stands in other parts.
PARTS = frozenset(
    {"[Content_Types].xml", "_rels/.rels", MAIN_PART, "word/_rels/document.xml.rels",
     "word/styles.xml", "word/numbering.xml", "word/footnotes.xml", "word/endnotes.xml"}
)  # fmt: skip
TEXT_PARTS = frozenset({MAIN_PART, "word/footnotes.xml", "word/endnotes.xml"})
MEDIA = "word/media/"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
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
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            if name in TEXT_PARTS:
                archive.writestr(name, _without_hidden(content))
            elif name in PARTS or name.startswith(MEDIA):
                archive.writestr(name, content)
    return target.getvalue()


def _without_hidden(content: bytes) -> bytes:
    try:
        root = ElementTree.fromstring(content)  # noqa: S314 -- in a process with limits
    except ElementTree.ParseError:
        raise RefusedError("damaged") from None
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag == f"{W}r" and _is_hidden(child):
                parent.remove(child)
    return ElementTree.tostring(root)


def _is_hidden(run: ElementTree.Element) -> bool:
    marks = (run.find(f"{W}rPr/{W}{name}") for name in ("vanish", "webHidden", "specVanish"))
    return any(mark is not None and mark.get(f"{W}val", "1") not in OFF for mark in marks)
