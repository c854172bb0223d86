"""Zip files that are the same bytes whoever makes them: sorted, one time, one mode, no extras."""

import zipfile
from collections.abc import Iterable
from io import BytesIO

FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)  # what a zip without times says
UNIX = 3
MODE = 0o100644
COMPRESSION_LEVEL = 9


def make_zip(files: Iterable[tuple[str, bytes]], first: Iterable[tuple[str, bytes]] = ()) -> bytes:
    """A zip of files by name (POSIX, from its root), in the order of their names.

    first: files that stand before all others, in their own order and not compressed, as
    an EPUB's "mimetype" has to.
    """
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in first:
            archive.writestr(_entry(name, zipfile.ZIP_STORED), data)
        for name, data in sorted(files):
            archive.writestr(_entry(name, zipfile.ZIP_DEFLATED), data, None, COMPRESSION_LEVEL)
    return buffer.getvalue()


def _entry(name: str, method: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, FIRST_MOMENT)
    entry.compress_type = method
    entry.create_system = UNIX  # else the builder's own, which Windows would tell
    entry.external_attr = MODE << 16
    return entry
