"""Zip files that are the same bytes whoever makes them: sorted, one time, one mode, no extras.

Packed by libdeflate, which takes a quarter of zlib's time for as few bytes, or some more time
for fewer where there is not much to pack. Each version of it packs alike everywhere, and the
lock names one; Python's zlib is that of its system. As Python's own zipfile packs with nothing
else, the frame is written here, after PKWARE's APPNOTE 6.3.
"""

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from zlib import crc32

from deflate import deflate_compress

from lanpya.findings import SiteError

STORED, DEFLATED = 0, 8
LEVEL, SMALLEST = 7, 12
QUICK = 8_000_000  # bytes, which a slow machine packs as small as can be in a few seconds
VERSION = 20  # of the format: what a reader has to know for packed files
FIRST_DAY = 0x21  # 1980-01-01, which a zip without times says
UNIX = 3  # else the builder's own system, which Windows would tell
MODE = 0o100644
UTF_8 = 0x800
FACTS = struct.Struct("<5H3I2H")
MOST_FILES, LARGEST = 0xFFFF, 0xFFFF_FFFF


@dataclass(frozen=True)
class _Entry:
    """A file in a zip. data: as it is packed; facts: what is said of it in two places."""

    name: bytes
    data: bytes
    facts: bytes

    @property
    def front(self) -> bytes:
        """What stands before its data."""
        return b"PK\3\4" + self.facts + self.name

    def row(self, offset: int) -> bytes:
        """Its row of the directory at the end."""
        made_by = bytes((VERSION, UNIX))
        place = struct.pack("<3H2I", 0, 0, 0, MODE << 16, offset)
        return b"PK\1\2" + made_by + self.facts + place + self.name


def make_zip(files: Iterable[tuple[str, bytes]], first: Iterable[tuple[str, bytes]] = ()) -> bytes:
    """A zip of files by name (POSIX, from its root), in the order of their names.

    first: files that stand before all others, in their own order and not compressed, as
    an EPUB's "mimetype" has to. Raises SiteError above 4 GiB, which not every phone reads.
    """
    ordered = sorted(files)
    level = SMALLEST if sum(len(data) for _, data in ordered) <= QUICK else LEVEL
    entries = [_store(name, data) for name, data in first]
    entries += [_pack(name, data, level) for name, data in ordered]
    parts, rows, offset = [], [], 0
    for entry in entries:
        rows.append(entry.row(offset))
        parts += [entry.front, entry.data]
        offset += len(entry.front) + len(entry.data)
        if offset > LARGEST:
            raise SiteError("A zip would be larger than 4 GiB, which not every phone can read.")
    directory = b"".join(rows)
    return b"".join([*parts, directory, _end(len(rows), len(directory), offset)])


def _store(name: str, data: bytes) -> _Entry:
    return _entry(name, STORED, data, data)


def _pack(name: str, data: bytes, level: int) -> _Entry:
    packed = bytes(deflate_compress(data, level))
    return _entry(name, DEFLATED, data, packed) if len(packed) < len(data) else _store(name, data)


def _entry(name: str, method: int, data: bytes, packed: bytes) -> _Entry:
    encoded = name.encode()
    flags = 0 if name.isascii() else UTF_8
    sizes = (len(packed), len(data), len(encoded))
    facts = FACTS.pack(VERSION, flags, method, 0, FIRST_DAY, crc32(data), *sizes, 0)
    return _Entry(encoded, packed, facts)


def _end(count: int, size: int, offset: int) -> bytes:
    """What a reader looks for at the end, once more in the wider form where there are too many."""
    number = min(count, MOST_FILES)
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, number, number, size, offset, 0)
    if count <= MOST_FILES:
        return end
    wide = struct.pack("<4sQ2H2I4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, size, offset)
    return wide + struct.pack("<4sIQI", b"PK\6\7", 0, offset + size, 1) + end
