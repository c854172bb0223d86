"""The picture on a book's cover, and the icon of an archive: a sheet of paper, without words.

Phones are searched, and a cover is what is seen of a book without opening it: so it says
nothing. Letters could not be drawn the same everywhere anyhow, since shaping Burmese takes
libraries that differ from machine to machine. The PNG is written here for the same reason.
"""

import re
import struct
import zlib
from collections.abc import Sequence

from lanpya.findings import SiteError

# From left, top, to right, bottom, and the number of the colour.
Rectangle = tuple[int, int, int, int, int]

COLOURS = ("page", "brand", "edge")  # of the style sheet, by number
BRAND, EDGE = 1, 2
COVER_WIDTH, COVER_HEIGHT = 36, 48
COVER_LINES = zip(range(23, 42, 3), (31, 30, 31, 29, 31, 30, 19), strict=True)
COVER: tuple[Rectangle, ...] = (
    (0, 0, 36, 1, BRAND),
    (5, 9, 28, 11, BRAND),
    (5, 13, 20, 15, BRAND),
    *((5, top, right, top + 1, EDGE) for top, right in COVER_LINES),
)
ICON_SIZE = 48
ICON_LINES = zip(range(23, 42, 5), (41, 39, 41, 27), strict=True)
ICON: tuple[Rectangle, ...] = (
    (0, 0, 48, 4, BRAND),
    (7, 12, 34, 17, BRAND),
    *((7, top, right, top + 2, EDGE) for top, right in ICON_LINES),
)


def draw_cover(style: str, scale: int = 32) -> bytes:
    """A PNG of 1152 × 1536 in the colours of a style sheet."""
    return draw(COVER_WIDTH, COVER_HEIGHT, COVER, read_colours(style), scale)


def draw_icon(style: str) -> bytes:
    """A PNG of 48 × 48 in the colours of a style sheet."""
    return draw(ICON_SIZE, ICON_SIZE, ICON, read_colours(style))


def read_colours(style: str) -> list[bytes]:
    """The first value of each of COLOURS, as red, green and blue: those of the light scheme."""
    found = [re.search(rf"--{name}:\s*#([0-9a-fA-F]{{6}})\b", style) for name in COLOURS]
    if not all(found):
        raise SiteError(f"The style sheet names no colour for one of {', '.join(COLOURS)}.")
    return [bytes.fromhex(match[1]) for match in found if match]


def draw(
    width: int,
    height: int,
    rectangles: Sequence[Rectangle],
    colours: Sequence[bytes],
    scale: int = 1,
) -> bytes:
    """A PNG of rectangles on ground of the first colour; later ones lie above earlier ones."""
    rows = [bytearray(width) for _ in range(height)]
    for left, top, right, bottom, colour in rectangles:
        for row in rows[top:bottom]:
            row[left:right] = bytes([colour]) * (right - left)
    lines = (bytes(pixel for pixel in row for _ in range(scale)) for row in rows)
    pixels = b"".join((b"\0" + line) * scale for line in lines)
    header = struct.pack(">IIBBBBB", width * scale, height * scale, 8, 3, 0, 0, 0)
    parts = (
        (b"IHDR", header),
        (b"PLTE", b"".join(colours)),
        (b"IDAT", zlib.compress(pixels, 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(kind, data) for kind, data in parts)


def _part(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
