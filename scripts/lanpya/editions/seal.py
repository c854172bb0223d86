"""What vouches for dist/: the manifest, SHA256SUMS, and signatures where there is a key."""

from collections.abc import Iterable
from pathlib import Path

from lanpya.editions.edition import Edition
from lanpya.editions.manifest import (
    DOWNLOADS,
    MANIFEST,
    SUMS,
    UpdateEntry,
    make_sums,
    render_manifest,
)
from lanpya.editions.minisign import SUFFIX, SecretKey
from lanpya.editions.publication import Publication
from lanpya.editions.torrent import MAGNET, TORRENT, make_torrent


def seal(
    publication: Publication,
    editions: Iterable[Edition],
    updates: Iterable[UpdateEntry],
    folder: Path,
    key: SecretKey | None,
) -> None:
    """Write manifest.json and SHA256SUMS, sign them and the editions, and make the torrent.

    Editions in folders of their own are many and small: the manifest vouches for them. The
    torrent carries the signatures, so it can not be in the list that they are for.
    """
    listed = render_manifest(publication, editions, folder, updates).encode()
    (folder / MANIFEST).write_bytes(listed)
    (folder / SUMS).write_bytes(make_sums(listed).encode())
    paths = sorted(path for path in folder.iterdir() if path.is_file())
    _sign(paths, publication, key)
    _sign(_write_torrent(publication, folder), publication, key)


def _sign(paths: Iterable[Path], publication: Publication, key: SecretKey | None) -> None:
    if key is None:
        return
    for path in paths:
        signature = key.sign(path.read_bytes(), f"{path.name} {publication.version}")
        path.with_name(path.name + SUFFIX).write_bytes(str(signature).encode())


def _write_torrent(publication: Publication, folder: Path) -> list[Path]:
    torrent, magnet = make_torrent(
        folder, DOWNLOADS.rstrip("/"), publication.addresses, publication.version.timestamp
    )
    paths = [
        folder / publication.file_name(publication.languages, suffix)
        for suffix in (TORRENT, MAGNET)
    ]
    paths[0].write_bytes(torrent)
    paths[1].write_bytes(f"{magnet}\n".encode())
    return paths
