"""A folder as a copy of the site, of its editions, or of both, as on a mirror.

Bytes are compared, by their hashes: times and modes of a copy may differ. A symbolic link
is never followed: what it leads to is not in the copy.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import file_digest, sha256
from pathlib import Path

from lanpya.editions.manifest import MANIFEST, SUMS, Manifest, make_sums
from lanpya.editions.minisign import SUFFIX
from lanpya.editions.torrent import MAGNET, TORRENT

LINK = "a symbolic link"  # equals no hash
EMPTY = sha256().hexdigest()


@dataclass(frozen=True)
class Copy:
    """folder: the copy's; downloads: where in it its editions stand, "" or "downloads/"."""

    folder: Path
    downloads: str
    manifest: Manifest
    manifest_data: bytes

    @cached_property
    def present(self) -> dict[str, str]:
        """Hash of every file that is there, but for the manifest and its signature."""
        found = dict(_hash_files(self.folder))
        for name in (MANIFEST, MANIFEST + SUFFIX):
            found.pop(self.downloads + name, None)
        return found

    @property
    def parts(self) -> tuple[str, ...]:
        """What of the publication is here, at least in part: "site", "editions"."""
        return tuple(name for name, files in self._lists.items() if files)

    @cached_property
    def wanted(self) -> dict[str, str]:
        """Hash of every file that should be there: of what the copy has a part of, all."""
        return {path: digest for files in self._lists.values() for path, digest in files.items()}

    @cached_property
    def _lists(self) -> dict[str, dict[str, str]]:
        editions = {self.downloads + one.path: one.sha256 for one in self.manifest.editions}
        site = {one.path: one.sha256 for one in self.manifest.site}
        # Both begin with a downloads.html, which is no sign of either.
        has_site = any(path in self.present for path in site.keys() - editions.keys())
        has_editions = any(path in self.present for path in editions.keys() - site.keys())
        sums = sha256(make_sums(self.manifest_data).encode()).hexdigest()
        editions[self.downloads + SUMS] = sums
        return {"site": site if has_site else {}, "editions": editions if has_editions else {}}

    @cached_property
    def torrents(self) -> list[str]:
        """Torrents and magnet links. No list can hold them, since they are made of it."""
        suffixes = (f".{TORRENT}", f".{MAGNET}")
        return [path for path in self.present if self._is_on_top(path) and path.endswith(suffixes)]

    @cached_property
    def signed(self) -> dict[str, str]:
        """What has to have a signature beside it, by the signature's path: what is on top."""
        on_top = [path for path in self._lists["editions"] if self._is_on_top(path)]
        return {path + SUFFIX: path for path in [*on_top, *self.torrents]}

    def _is_on_top(self, path: str) -> bool:
        return path.rpartition("/")[0] == self.downloads.rstrip("/")

    @property
    def emptied(self) -> frozenset[str]:
        """Files of older versions that an update has made empty here."""
        removed = {path for update in self.manifest.updates for path in update.removed}
        return frozenset(path for path in removed if self.present.get(path) == EMPTY)


def _hash_files(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        shown = path.relative_to(folder).as_posix()
        if path.is_symlink():
            yield shown, LINK
        elif path.is_file():
            with path.open("rb") as file:
                yield shown, file_digest(file, "sha256").hexdigest()
