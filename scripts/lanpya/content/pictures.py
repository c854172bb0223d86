"""What a picture file holds besides the picture: places, times, names, thumbnails.

The container is walked piece by piece and only what a picture needs is let pass, so that
whatever a camera or a program invents next counts as metadata too. Nothing is decoded:
a hostile file costs no more than its bytes.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class PictureError(Exception):
    """Bytes that are no whole picture of a type that the site publishes."""


class Extra(StrEnum):
    """What a file may hold that is no part of its picture."""

    EXIF = "exif"  # place, time, camera, and a thumbnail from before the picture was cropped
    XMP = "xmp"  # names, programs, history
    TEXT = "text"  # comments and captions
    PROFILE = "profile"  # of a screen or camera
    FRAMES = "frames"  # it moves
    TRAILING = "trailing"  # bytes behind the end
    OTHER = "other"


@dataclass(frozen=True)
class Picture:
    """A picture file as its container says. extras: each once, in the order of `Extra`."""

    format: str
    width: int
    height: int
    extras: tuple[Extra, ...] = ()


# A JPEG's markers: frames of every kind but those of tables, which share their numbers.
FRAME_MARKERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
BARE_MARKERS = frozenset({0x01, *range(0xD0, 0xD8)})
START_OF_SCAN, END_OF_IMAGE, COMMENT = 0xDA, 0xD9, 0xFE
APPLICATION_MARKERS = frozenset(range(0xE0, 0xF0))
JFIF_LENGTH, ADOBE_LENGTH = 14, 12
PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
PNG_PARTS = frozenset(
    {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"sRGB", b"gAMA", b"cHRM", b"sBIT"}
)
PNG_EXTRAS = {
    b"eXIf": Extra.EXIF,
    b"tEXt": Extra.TEXT,
    b"zTXt": Extra.TEXT,
    b"iTXt": Extra.XMP,
    b"iCCP": Extra.PROFILE,
    b"acTL": Extra.FRAMES,
    b"fcTL": Extra.FRAMES,
    b"fdAT": Extra.FRAMES,
}
WEBP_PARTS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH"})
WEBP_EXTRAS = {
    b"EXIF": Extra.EXIF,
    b"XMP ": Extra.XMP,
    b"ICCP": Extra.PROFILE,
    b"ANIM": Extra.FRAMES,
    b"ANMF": Extra.FRAMES,
}
# The text column is 42 rem wide; a phone of 360 px with a fine screen shows 720 to 1080.
WIDTH, HEIGHT = 960, 1280
BUDGET = 60_000  # bytes: five times the article around it
# The formats by the endings that their files have in docs/.
FORMATS = {".jpg": "jpeg", ".jpeg": "jpeg", ".png": "png", ".webp": "webp"}


def is_within_budget(picture: Picture, size: int) -> bool:
    """Whether a picture may stay as it is. size: of its file, in bytes."""
    is_small = picture.width <= WIDTH and picture.height <= HEIGHT and size <= BUDGET
    return is_small and not picture.extras


def read_picture(data: bytes) -> Picture:
    """Read a JPEG, PNG or WebP file's container. Raises PictureError for anything else."""
    try:
        if data.startswith(b"\xff\xd8"):
            return _read_jpeg(data)
        if data.startswith(PNG_SIGNATURE):
            return _read_png(data)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _read_webp(data)
    except (struct.error, IndexError):
        raise PictureError("the file is cut off") from None
    raise PictureError("neither JPEG nor PNG nor WebP")


def _picture(format_: str, size: tuple[int, int] | None, extras: set[Extra]) -> Picture:
    if size is None or not all(size):
        raise PictureError("there is no picture in the file")
    return Picture(format_, *size, tuple(extra for extra in Extra if extra in extras))


def _read_jpeg(data: bytes) -> Picture:
    size: tuple[int, int] | None = None
    extras: set[Extra] = set()
    for marker, body, end in _segments(data):
        if marker in FRAME_MARKERS:
            height, width = struct.unpack_from(">HH", body, 1)
            size = (width, height)
        elif marker == COMMENT:
            extras.add(Extra.TEXT)
        elif marker in APPLICATION_MARKERS and not _is_needed(marker, body):
            extras.add(_jpeg_extra(marker, body))
        elif marker == END_OF_IMAGE and end < len(data):
            extras.add(Extra.TRAILING)
    return _picture("jpeg", size, extras)


def _segments(data: bytes) -> Iterator[tuple[int, bytes, int]]:
    """(marker, content, where it ends) up to the end of the image."""
    at = 2
    while True:
        if data[at] != 0xFF:
            raise PictureError("a marker is missing")
        while data[at] == 0xFF:  # fill bytes
            at += 1
        marker = data[at]
        at += 1
        if marker == END_OF_IMAGE:
            yield marker, b"", at
            return
        if marker in BARE_MARKERS:
            continue
        (length,) = struct.unpack_from(">H", data, at)
        if length < 2 or at + length > len(data):
            raise PictureError("the file is cut off")
        yield marker, data[at + 2 : at + length], at + length
        at += length
        if marker == START_OF_SCAN:
            at = _end_of_scan(data, at)


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the next marker stands; in what is drawn, a zero or a restart follows each FF."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0:
            raise PictureError("the file is cut off")
        following = data[at + 1]
        if following and following not in BARE_MARKERS and following != 0xFF:
            return at
        at += 1 if following == 0xFF else 2


def _is_needed(marker: int, body: bytes) -> bool:
    """Whether a segment is one that says how to draw; JFIF's own thumbnail makes it longer."""
    is_jfif = marker == 0xE0 and body.startswith(b"JFIF\0") and len(body) == JFIF_LENGTH
    return is_jfif or (marker == 0xEE and body[:5] == b"Adobe" and len(body) == ADOBE_LENGTH)


def _jpeg_extra(marker: int, body: bytes) -> Extra:
    if marker == 0xE1:
        return Extra.EXIF if body.startswith(b"Exif\0") else Extra.XMP
    if marker == 0xE2 and body.startswith(b"ICC_PROFILE\0"):
        return Extra.PROFILE
    return Extra.TEXT if marker == 0xED else Extra.OTHER


def _read_png(data: bytes) -> Picture:
    size: tuple[int, int] | None = None
    extras: set[Extra] = set()
    at = len(PNG_SIGNATURE)
    name = b""
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        (checksum,) = struct.unpack_from(">I", data, end - 4)
        if checksum != zlib.crc32(data[at + 4 : end - 4]):
            raise PictureError("a checksum is wrong")
        if name == b"IHDR":
            size = struct.unpack_from(">II", data, at + 8)
        elif name not in PNG_PARTS:
            extras.add(PNG_EXTRAS.get(name, Extra.OTHER))
        at = end
    if at < len(data):
        extras.add(Extra.TRAILING)
    return _picture("png", size, extras)


def _read_webp(data: bytes) -> Picture:
    size: tuple[int, int] | None = None
    extras: set[Extra] = set()
    (length,) = struct.unpack_from("<I", data, 4)
    end = 8 + length
    if end > len(data):
        raise PictureError("the file is cut off")
    if end < len(data):
        extras.add(Extra.TRAILING)
    at = 12
    while at < end:
        name, length = struct.unpack_from("<4sI", data, at)
        body = data[at + 8 : at + 8 + length]
        if len(body) < length:
            raise PictureError("the file is cut off")
        if name not in WEBP_PARTS:
            extras.add(WEBP_EXTRAS.get(name, Extra.OTHER))
        size = size or _webp_size(name, body)
        at += 8 + length + length % 2
    return _picture("webp", size, extras)


def _webp_size(name: bytes, body: bytes) -> tuple[int, int] | None:
    """Width and height as the first part that has them says."""
    if name == b"VP8X":
        width, height = (int.from_bytes(body[at : at + 3], "little") for at in (4, 7))
        return width + 1, height + 1
    if name == b"VP8L":
        (bits,) = struct.unpack_from("<I", body, 1)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if name == b"VP8 ":
        width, height = struct.unpack_from("<HH", body, 6)
        return width & 0x3FFF, height & 0x3FFF
    return None
