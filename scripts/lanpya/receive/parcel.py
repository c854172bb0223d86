"""What was sent, opened: texts, pages and pictures by their content, never by their names."""

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from lanpya.content.pictures import PictureError
from lanpya.content.reencoding import reencode
from lanpya.convert.plain_text import HTML_RE, decode_source
from lanpya.convert.result import SourceError
from lanpya.receive.archive import member_names, read_members
from lanpya.receive.document import MAIN_PART, read_document
from lanpya.receive.letter import looks_like_letter, read_letter
from lanpya.receive.limits import MAX_DEPTH, MAX_TEXT, Budget, RefusedError
from lanpya.receive.tokens import drop_armour, is_card
from lanpya.receive.visible import visible_text

ZIP = b"PK\x03\x04"
PICTURES = (b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"RIFF")
PAGE_RE = re.compile(r"\s*---[ \t]*\r?\n")
# First bytes → why it is left out.
UNREAD = (
    (b"%PDF-", "pdf"),
    (b"\xd0\xcf\x11\xe0", "old-office"),
    (b"{\\rtf", "rtf"),
)


@dataclass(frozen=True)
class Text:
    """Plain text, as its writer meant it to be read."""

    text: str


@dataclass(frozen=True)
class PageText:
    """A page with front matter. name: where it stood in a zip, or "" (not to be trusted)."""

    name: str
    text: str


@dataclass(frozen=True)
class PictureFile:
    """A picture, drawn anew. name: what pages of the same parcel may call it."""

    name: str
    data: bytes


@dataclass(frozen=True)
class LeftOut:
    """Something that no page can be made of. reason: of the message files."""

    name: str
    reason: str


@dataclass
class Parcel:
    """All that was sent. letter_lines: how many lines about the sender were dropped."""

    texts: list[Text] = field(default_factory=list)
    pages: list[PageText] = field(default_factory=list)
    pictures: list[PictureFile] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    letter_lines: int = 0


def open_parcel(data: bytes) -> Parcel:
    """Open what was sent. Raises RefusedError for what goes beyond the limits."""
    parcel = Parcel()
    _open(parcel, "", data, Budget(), 0)
    length = sum(len(one.text) for one in parcel.texts) + sum(len(one.text) for one in parcel.pages)
    if length > MAX_TEXT:
        raise RefusedError("too-much-text", limit=f"{MAX_TEXT:,}")
    return parcel


def _open(parcel: Parcel, name: str, data: bytes, budget: Budget, depth: int) -> None:
    if depth > MAX_DEPTH:
        raise RefusedError("too-deep")
    reason = next((reason for start, reason in UNREAD if data.startswith(start)), None)
    if reason:
        parcel.left_out.append(LeftOut(name, reason))
    elif data.startswith(ZIP):
        _open_zip(parcel, name, data, budget, depth)
    elif data.startswith(PICTURES):
        _add_picture(parcel, name, data)
    elif looks_like_letter(data):
        _open_letter(parcel, data, budget, depth)
    else:
        _add_text(parcel, name, data)


def _open_zip(parcel: Parcel, name: str, data: bytes, budget: Budget, depth: int) -> None:
    names = member_names(data)
    if MAIN_PART in names:
        document = read_document(data, budget)
        if document.text.strip():
            _take_text(parcel, name, document.text)
        for number, picture in enumerate(document.pictures, 1):
            _add_picture(parcel, f"{number}", picture)
    elif "[Content_Types].xml" in names or "mimetype" in names:
        parcel.left_out.append(LeftOut(name, "office"))
    else:
        for member in read_members(data, budget):
            if not _is_of_a_program(member.name):
                _open(parcel, member.name, member.data, budget, depth + 1)


def _is_of_a_program(name: str) -> bool:
    """Whether a program put a file there without being asked, as macOS does in every zip."""
    parts = PurePosixPath(name).parts
    return any((part.startswith(".") and part != "..") or part == "__MACOSX" for part in parts) or (
        bool(parts) and parts[-1] in ("Thumbs.db", "desktop.ini")
    )


def _open_letter(parcel: Parcel, data: bytes, budget: Budget, depth: int) -> None:
    letter = read_letter(data, budget)
    parcel.letter_lines += letter.dropped
    if letter.text.strip():
        _take_text(parcel, "", letter.text, letter.subject)
    for name, attached in letter.attached:
        _open(parcel, name, attached, budget, depth + 1)


def _add_picture(parcel: Parcel, name: str, data: bytes) -> None:
    try:
        parcel.pictures.append(PictureFile(name, reencode(data)))
    except PictureError:
        parcel.left_out.append(LeftOut(name, "picture"))


def _add_text(parcel: Parcel, name: str, data: bytes) -> None:
    sample = data[:4000].decode("utf-8", "replace")
    try:
        if HTML_RE.match(sample):
            _take_text(parcel, name, visible_text(data.decode("utf-8", "replace")))
            return
        text = decode_source(data).text
    except SourceError:
        parcel.left_out.append(LeftOut(name, "not-text"))
        return
    _take_text(parcel, name, text)


def _take_text(parcel: Parcel, name: str, text: str, subject: str = "") -> None:
    bare = "" if is_card(text) else drop_armour(text)
    if bare != text:
        parcel.left_out.append(LeftOut(name, "token"))
    if not bare.strip():
        return
    if PAGE_RE.match(bare):
        parcel.pages.append(PageText(name, bare.lstrip()))
    else:
        parcel.texts.append(Text(f"{subject}\n\n{bare}" if subject else bare))
