"""What vouches for dist/: the manifest, SHA256SUMS, and signatures where there is a key."""

from collections.abc import Iterable
from pathlib import Path

from lanpya.editions.edition import Edition
from lanpya.editions.manifest import MANIFEST, SUMS, make_sums, render_manifest
from lanpya.editions.minisign import SUFFIX, SecretKey
from lanpya.editions.publication import Publication


def seal(
    publication: Publication, editions: Iterable[Edition], folder: Path, key: SecretKey | None
) -> None:
    """Write manifest.json and SHA256SUMS, and sign them and every edition beside them.

    Editions in folders of their own are many and small: the manifest vouches for them.
    """
    listed = render_manifest(publication, editions, folder).encode()
    (folder / MANIFEST).write_bytes(listed)
    (folder / SUMS).write_bytes(make_sums(listed).encode())
    if key is None:
        return
    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        signature = key.sign(path.read_bytes(), f"{path.name} {publication.version}")
        path.with_name(path.name + SUFFIX).write_bytes(str(signature).encode())
