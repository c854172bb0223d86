"""A zip, read member by member. What it says of its sizes is not believed."""

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from lanpya.receive.limits import FREE, MAX_RATIO, Budget, RefusedError

CHUNK = 65_536
ENCRYPTED = 0x1


@dataclass(frozen=True)
class Member:
    """A file of a zip. name: as the zip says, good for nothing but to be looked at."""

    name: str
    data: bytes


def member_names(data: bytes) -> frozenset[str]:
    """The names in a zip. Raises RefusedError for one that can not be read."""
    return frozenset(info.filename for info in _open(data).infolist())


def read_members(data: bytes, budget: Budget) -> Iterator[Member]:
    """Every file of a zip; folders and symbolic links are none.

    Raises RefusedError for what is encrypted, damaged, or larger than the limits.
    """
    archive = _open(data)
    for info in archive.infolist():
        if info.is_dir() or stat.S_ISLNK(info.external_attr >> 16):
            continue
        budget.count_member()
        if info.flag_bits & ENCRYPTED:
            raise RefusedError("encrypted")
        yield Member(info.filename, _read(archive, info, budget))


def _open(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, EOFError):
        raise RefusedError("damaged") from None


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> bytes:
    limit = max(FREE, info.compress_size * MAX_RATIO)
    pieces: list[bytes] = []
    size = 0
    try:
        with archive.open(info) as file:
            while piece := file.read(CHUNK):
                size += len(piece)
                budget.count_bytes(len(piece))
                if size > limit:
                    raise RefusedError("packed-too-well", ratio=str(MAX_RATIO))
                pieces.append(piece)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, ValueError):
        raise RefusedError("damaged") from None
    return b"".join(pieces)
