"""Reading a plain-text source: bytes in, text out, or a clear reason why not.

The order is measured: UTF-8 is never mistaken for something else, and pages in cp1252
are taken for cp1250 by statistical detectors ("naďve"), so there is deliberately no
guessing among code pages. A file that is neither is refused.
"""

import codecs
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from lanpya.convert.result import SourceError

MAX_BYTES = 10_000_000
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# First bytes → what the file is and what to do instead.
OTHER_FORMATS = (
    (b"%PDF-", "this is a PDF — extract its text first, for example with pdftotext"),
    (b"PK\x03\x04", "this is a zip or an office document — save it as plain text first"),
    (b"\xd0\xcf\x11\xe0", "this is an old office document — save it as plain text first"),
    (b"{\\rtf", "this is RTF — save it as plain text first"),
)
HTML_RE = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
CONTROL_RE = re.compile(r"[\x00-\x08\x0e-\x1f]")
# Letters that cp1252 text has; bytes outside these are what other encodings leave behind.
CP1252_LETTERS_RE = re.compile(rb"[\x80\x82-\x8c\x8e\x91-\x9c\x9e-\xff]")
MAX_CONTROL_SHARE = 0.001
MAX_CP1252_SHARE = 0.2


@dataclass(frozen=True)
class PlainText:
    """A text source. text: line feeds end lines, no byte order mark."""

    text: str
    encoding: str
    sha256: str
    size: int


def read_plain_text(path: Path) -> PlainText:
    """Read a source file. Raises SourceError where it is missing, too large or no text."""
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise SourceError("this is a folder — name the files in it")
        if size > MAX_BYTES:
            raise SourceError(_too_large(size))
        data = path.read_bytes()
    except FileNotFoundError:
        raise SourceError("there is no such file — check the path") from None
    except OSError as error:
        raise SourceError(f"can not be read ({error.strerror}) — check its rights") from None
    return decode_source(data)


def decode_source(data: bytes) -> PlainText:
    """Decode a source. Raises SourceError for anything that is not plain text."""
    if len(data) > MAX_BYTES:
        raise SourceError(_too_large(len(data)))
    for magic, message in OTHER_FORMATS:
        if data.startswith(magic):
            raise SourceError(message)
    text, encoding = _decode(data)
    _refuse_binary(text)
    if HTML_RE.match(text):
        raise SourceError("this is HTML — save the page as plain text first")
    if not text.strip():
        raise SourceError("there is no text in it — check that the right file was named")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return PlainText(text, encoding, hashlib.sha256(data).hexdigest(), len(data))


def _decode(data: bytes) -> tuple[str, str]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_as(data, encoding), encoding
    if guessed := _utf16_without_mark(data):
        return _decode_as(data, guessed), guessed
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _decode_cp1252(data, error), "cp1252"


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"byte {error.start} is not {encoding}, although the file says that it is"
            " — save it as UTF-8"
        ) from None


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 of mostly Latin text has a zero in every second byte."""
    sample = data[:4000]
    half = len(sample) // 2
    if half < 8 or not sample.count(0):
        return None
    if sample[1::2].count(0) > 0.7 * half and not sample[::2].count(0):
        return "utf-16-le"
    if sample[::2].count(0) > 0.7 * half and not sample[1::2].count(0):
        return "utf-16-be"
    return None


def _decode_cp1252(data: bytes, utf8_error: UnicodeDecodeError) -> str:
    """Windows text of Western Europe; refused where it is rather UTF-8 with a damaged byte."""
    line = data.count(b"\n", 0, utf8_error.start) + 1
    place = f"a byte in line {line} (0x{data[utf8_error.start]:02X}) is not UTF-8"
    lenient = data.decode("utf-8", errors="replace")
    if sum(char > "\x7f" and char != "\ufffd" for char in lenient) >= lenient.count("\ufffd"):
        raise SourceError(f"{place}, but the rest is — repair that line and save it as UTF-8")
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise SourceError(f"{place}, and nothing says what it is — save it as UTF-8") from None
    if len(CP1252_LETTERS_RE.findall(data)) > MAX_CP1252_SHARE * len(data):
        raise SourceError(f"{place}, and nothing says what it is — save it as UTF-8")
    return text


def _refuse_binary(text: str) -> None:
    controls = CONTROL_RE.findall(text)
    if "\0" in controls or len(controls) > max(3, MAX_CONTROL_SHARE * len(text)):
        raise SourceError("this is binary data, not text — check that the right file was named")


def _too_large(size: int) -> str:
    limit = MAX_BYTES // 1_000_000
    return f"{size / 1_000_000:.1f} MB is more than the {limit} MB that are read — split the file"
