"""What a format of editions is, and the shelf that it puts them on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lanpya.editions.publication import Publication
from lanpya.model import Language


@dataclass(frozen=True, order=True)
class Edition:
    """One file of dist/.

    path: from dist/, POSIX. format: the name of its format. language: tag, or None where
    the file is for all languages.
    """

    path: str
    format: str
    language: str | None


class Shelf:
    """The files of one run of a format. Nothing stands in dist/ before all formats are done."""

    def __init__(self, folder: Path, format_name: str, languages: Sequence[Language]) -> None:
        """folder: the one that shall become dist/."""
        self._folder = folder
        self._format = format_name
        self._language = languages[0].tag if len(languages) == 1 else None
        self.editions: list[Edition] = []

    def path(self, name: str) -> Path:
        """Where a file goes, for a library that writes it itself; its folder is there.

        name: from dist/, POSIX ("articles/my/x.html"). Fails for a name that is taken.
        """
        path = self._folder / name
        assert path.is_relative_to(self._folder), name
        assert not path.exists(), name
        path.parent.mkdir(parents=True, exist_ok=True)
        self.editions.append(Edition(name, self._format, self._language))
        return path

    def write(self, name: str, content: bytes | str) -> None:
        """Put a file on the shelf. Text is written as UTF-8, its line ends as they are."""
        self.path(name).write_bytes(content if isinstance(content, bytes) else content.encode())


# Makes the editions of some languages: of one, or, where the format holds all, of all.
Writer = Callable[[Publication, Sequence[Language], Shelf], None]


@dataclass(frozen=True)
class Format:
    """A kind of edition. name: as on the command line.

    write: a function of a module (not a closure: it may run in another process). It is
    called once for each language, or once with all where the format is_for_all. The same
    publication gives the same bytes: no clock, no random numbers, no order of a set or of
    a folder, no path of this machine.
    effort: how much longer it takes than the quickest, for as many pages.
    """

    name: str
    write: Writer
    is_for_all: bool = False
    effort: int = 1
