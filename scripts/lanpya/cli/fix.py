"""`lanpya check --fix`: mends what is certain, and says what it did."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from lanpya.content.configuration import Configuration
from lanpya.content.tidying import Change, Tidied, tidy_page, tidy_yaml
from lanpya.content.tree import VOCABULARY_FILE, read_tree
from lanpya.content.vocabulary import MAX_BYTES
from lanpya.findings import SiteError, printable, read_messages


def fix_files(
    configuration: Configuration, is_wanted: Callable[[str], bool], languages: Sequence[str]
) -> int:
    """Mend the pages that are wanted, and topics.yml. Returns how many files were changed."""
    changed = 0
    for path, tidy in _tidied_files(configuration, is_wanted):
        if tidy.changes:
            _replace(path, tidy.text)
            changed += 1
            for row in _rows(configuration.shown(path), tidy.changes, languages):
                print(row, file=sys.stderr)
    return changed


def _tidied_files(
    configuration: Configuration, is_wanted: Callable[[str], bool]
) -> Iterator[tuple[Path, Tidied]]:
    tree = read_tree(configuration)
    for file in tree.page_files:
        if is_wanted(file.entry.shown) and (data := _read(file.entry.path)):
            tidied = tidy_page(data, file.language)
            if tidied:
                yield file.entry.path, tidied
    for entry in tree.entries:
        is_vocabulary = entry.parts == (VOCABULARY_FILE,) and not entry.is_link
        if is_vocabulary and is_wanted(entry.shown) and (data := _read(entry.path)):
            tidied = tidy_yaml(data)
            if tidied:
                yield entry.path, tidied


def _read(path: Path) -> bytes | None:
    """A file's bytes; None where it is of no use, which checking will say."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError:
        return None
    return data if len(data) <= MAX_BYTES else None


def _replace(path: Path, text: str) -> None:
    """Write a file anew in one step, with the rights that it has."""
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        temporary.chmod(path.stat().st_mode & 0o777)
        temporary.replace(path)
    except OSError as error:
        raise SiteError(f"{path} can not be written: {error}") from None
    finally:
        temporary.unlink(missing_ok=True)


def _rows(shown: str, changes: Sequence[Change], languages: Sequence[str]) -> Iterator[str]:
    """One row for each mend of words, and one for all mends of a kind that nobody sees."""
    lines: dict[tuple[str, str, str], list[int]] = {}
    for change in changes:
        lines.setdefault((change.what.key, change.before, change.after), []).append(change.line)
    for (key, before, after), numbers in lines.items():
        said = " / ".join(str(read_messages(tag)["phrases"][key]) for tag in languages)
        words = f": {printable(before)} → {printable(after)}" if before else ""
        times = f" (×{len(numbers)})" if len(numbers) > 1 else ""
        yield f"{printable(shown)}:{numbers[0]}: {said}{words}{times}"
