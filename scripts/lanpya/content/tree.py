"""docs/ as a tree of files: what a site is made of, and what it leaves alone.

A symbolic link is never followed. It could lead out of docs/ and publish what stands
there, and neither Windows nor a zip nor a memory stick carries it along. Names with a dot
in front belong to programs and are passed over.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from lanpya.content.configuration import Configuration
from lanpya.content.routes import is_reserved
from lanpya.findings import UsageError

PAGE_SUFFIX = ".md"
VOCABULARY_FILE = "topics.yml"
KEPT = frozenset({VOCABULARY_FILE, "LICENSE"})  # in docs/ itself, and not for the site
ASSETS = "assets"
# What a browser shows as an image or takes as a font, and the licences beside them. An SVG
# is not among them: opened by itself it is a page, and may hold a script.
ASSET_SUFFIXES = frozenset({".webp", ".png", ".jpg", ".woff2", ".txt"})


@dataclass(frozen=True)
class Entry:
    """A file or folder. parts: its names from docs/ on; shown: as a contributor knows it.

    is_special: neither, but a pipe, a socket or a device, which may never end.
    """

    path: Path
    shown: str
    parts: tuple[str, ...]
    is_folder: bool
    is_link: bool
    is_special: bool = False

    @cached_property
    def is_page(self) -> bool:
        """Whether its name says that it is Markdown."""
        return not (self.is_folder or self.is_special) and self.path.suffix == PAGE_SUFFIX


@dataclass(frozen=True)
class PageFile:
    """A file that a page is read from. uri: as in Page."""

    language: str
    uri: str
    entry: Entry


@dataclass(frozen=True)
class Tree:
    """All of docs/, in the order of its names."""

    configuration: Configuration
    entries: tuple[Entry, ...]

    @cached_property
    def shown_paths(self) -> frozenset[str]:
        """Everything that is there, read or not."""
        return frozenset(entry.shown for entry in self.entries)

    def may_hold(self, shown: str) -> bool:
        """Whether something is there, or below a link that is not followed."""
        parents = PurePosixPath(shown).parents
        return shown in self.shown_paths or any(str(path) in self._links for path in parents)

    def is_refused(self, shown: str) -> bool:
        """Whether a file is there that no page is read from, and that is not published."""
        entry = self._by_shown.get(shown)
        if entry is None or entry.is_link:
            return self.may_hold(shown)
        is_kept = len(entry.parts) == 1 and entry.parts[0] in KEPT
        return not (entry.is_folder or entry.is_page or is_kept)

    @cached_property
    def page_files(self) -> tuple[PageFile, ...]:
        """What pages are read from, the languages in the order of the configuration."""
        files: dict[str, list[PageFile]] = {
            language.tag: [] for language in self.configuration.languages
        }
        for entry in self.entries:
            language = entry.parts[0]
            if not entry.is_page or entry.is_link or language not in files or not entry.parts[1:]:
                continue
            uri = "/".join(entry.parts[1:]).removesuffix(PAGE_SUFFIX)
            if not is_reserved(uri, language, self.configuration):
                files[language].append(PageFile(language, uri, entry))
        return tuple(file for found in files.values() for file in found)

    @cached_property
    def variants(self) -> Mapping[str, Sequence[PageFile]]:
        """The files of each page, by uri: in the order of page_files, as the uris are."""
        variants: dict[str, list[PageFile]] = {}
        for file in self.page_files:
            variants.setdefault(file.uri, []).append(file)
        return variants

    @cached_property
    def _by_shown(self) -> Mapping[str, Entry]:
        return {entry.shown: entry for entry in self.entries}

    @cached_property
    def _links(self) -> frozenset[str]:
        return frozenset(entry.shown for entry in self.entries if entry.is_link)

    @cached_property
    def assets(self) -> frozenset[str]:
        """The files that are published as they are, by shown path."""
        return frozenset(entry.shown for entry in self.entries if is_asset(entry))


def is_asset(entry: Entry) -> bool:
    """Whether a file is published as it is."""
    is_plain = not (entry.is_folder or entry.is_link or entry.is_special)
    return is_plain and entry.parts[0] == ASSETS and entry.path.suffix in ASSET_SUFFIXES


def read_tree(configuration: Configuration) -> Tree:
    """Look through docs/. Raises UsageError where there is no such folder."""
    docs = configuration.docs_dir
    if docs.is_symlink():
        raise UsageError(f"{docs} is a symbolic link. Put the folder itself in its place.")
    if not docs.is_dir():
        raise UsageError(f"{docs} is not a folder: it holds the pages, and docs_dir names it.")
    entries = sorted(_walk(configuration), key=lambda entry: entry.parts)
    return Tree(configuration, tuple(entries))


def _walk(configuration: Configuration) -> Iterator[Entry]:
    folders: list[tuple[str, ...]] = [()]
    docs = configuration.shown(configuration.docs_dir)
    while folders:
        parts = folders.pop()
        with os.scandir(configuration.docs_dir.joinpath(*parts)) as found:
            for item in found:
                if item.name.startswith("."):
                    continue
                path = Path(item.path)
                is_folder = item.is_dir(follow_symlinks=False)
                inner = (*parts, item.name)
                if is_folder:
                    folders.append(inner)
                is_link = item.is_symlink()
                is_special = not (is_folder or is_link or item.is_file(follow_symlinks=False))
                shown = "/".join((docs, *inner))
                yield Entry(path, shown, inner, is_folder, is_link, is_special)
