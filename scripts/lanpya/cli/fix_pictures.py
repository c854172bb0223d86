"""`lanpya check --fix`, of pictures: drawn anew where they hold more, or weigh more, than need be.

A picture that becomes a WebP gets another name, and the pages are led there before the old
file goes. Its original is not kept: what it says of a person is why it goes.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lanpya.content.configuration import Configuration
from lanpya.content.picture_links import lead_pictures
from lanpya.content.pictures import FORMATS, PictureError, is_within_budget, read_picture
from lanpya.content.reencoding import REDRAWN, reencode
from lanpya.content.tree import Tree, is_asset, read_tree
from lanpya.findings import SiteError, printable, read_messages

MAX_BYTES = 50_000_000
SUFFIX = ".webp"


@dataclass(frozen=True)
class Redrawn:
    """A picture's files, before and after. size: of the old one, in bytes."""

    old: Path
    new: Path
    size: int
    data: bytes


def fix_pictures(
    configuration: Configuration, is_wanted: Callable[[str], bool], languages: Sequence[str]
) -> int:
    """Draw the pictures that are wanted anew. Returns how many there were.

    What can not be drawn is left as it is: checking says why.
    """
    tree = read_tree(configuration)
    count = 0
    for redrawn in _redraw(tree, is_wanted):
        _write(redrawn.new, redrawn.data)
        if redrawn.new != redrawn.old:
            _lead_pages(tree, redrawn)
            redrawn.old.unlink()
        print(_row(configuration, redrawn, languages), file=sys.stderr)
        count += 1
    return count


def _redraw(tree: Tree, is_wanted: Callable[[str], bool]) -> Iterator[Redrawn]:
    for entry in tree.entries:
        if not (is_asset(entry) and entry.path.suffix in FORMATS and is_wanted(entry.shown)):
            continue
        if entry.path.stat().st_size > MAX_BYTES:
            continue
        data = entry.path.read_bytes()
        try:
            if not is_within_budget(read_picture(data), len(data)):
                yield Redrawn(entry.path, _new_path(entry.path), len(data), reencode(data))
        except PictureError:
            continue


def _new_path(old: Path) -> Path:
    """The same name as a WebP, or one beside it where another picture has that name."""
    new, number = old.with_suffix(SUFFIX), 2
    while new != old and new.exists():
        new, number = old.with_name(f"{old.stem}-{number}{SUFFIX}"), number + 1
    return new


def _lead_pages(tree: Tree, redrawn: Redrawn) -> None:
    docs = tree.configuration.docs_dir
    moved = {redrawn.old.relative_to(docs).as_posix(): redrawn.new.relative_to(docs).as_posix()}
    for file in tree.page_files:
        path = file.entry.path
        before = path.read_bytes()
        try:
            text = before.decode("utf-8")
        except UnicodeDecodeError:
            continue
        after = lead_pictures(text, path.relative_to(docs).as_posix(), moved).encode("utf-8")
        if after != before:
            _write(path, after)


def _write(path: Path, data: bytes) -> None:
    """Write a file in one step, with the rights that it has or that files of a site have."""
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        temporary.chmod(mode)
        temporary.replace(path)
    except OSError as error:
        raise SiteError(f"{path} can not be written: {error}") from None
    finally:
        temporary.unlink(missing_ok=True)


def _row(configuration: Configuration, redrawn: Redrawn, languages: Sequence[str]) -> str:
    said = " / ".join(str(read_messages(tag)["phrases"][REDRAWN.key]) for tag in languages)
    sizes = f"{_kilobytes(redrawn.size)} → {_kilobytes(len(redrawn.data))}"
    old, new = (printable(configuration.shown(path)) for path in (redrawn.old, redrawn.new))
    return f"{old}: {said}: {new}, {sizes}"


def _kilobytes(size: int) -> str:
    return f"{-(-size // 1000):,} kB"
