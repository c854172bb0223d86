"""What is published as it is: files that are what their names say, and nothing besides.

The checker only looks: nothing is decoded, so that a hostile picture costs no more than its
bytes.
"""

from collections.abc import Iterator
from pathlib import Path

from lanpya.content.pictures import BUDGET, FORMATS, Extra, PictureError, read_picture
from lanpya.content.source_text import decode_text
from lanpya.content.tree import Entry, Tree, is_asset
from lanpya.findings import Finding, Phrase

MAX_BYTES = 1_000_000
# Wider is no sharper on any phone, and a browser needs four bytes of memory for each pixel.
MAX_PIXELS = 4_000_000
WOFF2_SIGNATURE = b"wOF2"
EXTRAS = {
    Extra.EXIF: Phrase("picture-exif"),
    Extra.XMP: Phrase("picture-xmp"),
    Extra.TEXT: Phrase("picture-text"),
    Extra.PROFILE: Phrase("picture-profile"),
    Extra.FRAMES: Phrase("picture-frames"),
    Extra.TRAILING: Phrase("picture-trailing"),
    Extra.OTHER: Phrase("picture-other"),
}


def check_asset(entry: Entry) -> Iterator[Finding]:
    """A file is of the type that its name says, and of a size that a phone can take.

    Bad: a page of HTML called road.webp
    Good: a WebP called road.webp
    """
    data = _read(entry.path)
    if data is None:
        return  # it can not be read, which reading it as a page would say
    if len(data) > MAX_BYTES:
        yield Finding(entry.shown, 0, 0, "file-too-large", {"limit": f"{MAX_BYTES // 1000} kB"})
    elif entry.path.suffix in FORMATS:
        yield from check_picture(entry, data)
    elif not _is_as_named(data, entry):
        yield Finding(entry.shown, 0, 0, "file-type", {"type": entry.path.suffix})


def check_picture(entry: Entry, data: bytes) -> Iterator[Finding]:
    """A picture is a picture and nothing else: no place, no time, no name, no thumbnail.

    Bad: a photograph as the camera wrote it
    Good: the same, written anew without metadata
    """
    try:
        picture = read_picture(data)
    except PictureError:
        yield Finding(entry.shown, 0, 0, "file-type", {"type": entry.path.suffix})
        return
    if picture.format != FORMATS[entry.path.suffix]:
        yield Finding(entry.shown, 0, 0, "file-type", {"type": entry.path.suffix})
    if picture.width * picture.height > MAX_PIXELS:
        values = {"width": str(picture.width), "height": str(picture.height)}
        yield Finding(entry.shown, 0, 0, "picture-large", values)
    elif len(data) > BUDGET and not picture.extras:
        values = {"size": f"{len(data) // 1000} kB", "limit": f"{BUDGET // 1000} kB"}
        yield Finding(entry.shown, 0, 0, "picture-heavy", values)
    for extra in picture.extras:
        yield Finding(entry.shown, 0, 0, "picture-metadata", {"what": EXTRAS[extra]})


def check_places(tree: Tree, theme: frozenset[str]) -> Iterator[Finding]:
    """No file stands where another one does: one of the theme, or one that differs in case only.

    theme: the theme's own files, by path below docs/.

    Bad: docs/assets/stylesheets/lanpya.css; docs/assets/Road.webp beside road.webp
    Good: docs/assets/images/road.webp
    """
    taken = {name.casefold(): name for name in theme}
    for entry in tree.entries:
        if not is_asset(entry):
            continue
        name = "/".join(entry.parts)
        if name.casefold() in taken:
            values = {"other": taken[name.casefold()]}
            yield Finding(entry.shown, 0, 0, "file-clash", values)
        taken[name.casefold()] = entry.shown


def theme_files(folder: Path) -> frozenset[str]:
    """The files of a theme's assets, by path from the theme's folder."""
    return frozenset(
        path.relative_to(folder).as_posix()
        for path in (folder / "assets").rglob("*")
        if path.is_file()
    )


def _read(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError:
        return None


def _is_as_named(data: bytes, entry: Entry) -> bool:
    if entry.path.suffix == ".woff2":
        return data.startswith(WOFF2_SIGNATURE)
    return not decode_text(data, entry.shown)[1]
