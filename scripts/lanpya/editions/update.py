"""A small zip that makes an older copy of the site this one, once it is unpacked over it.

It holds what is new and what has changed. No zip can delete: what the site no longer has
comes as an empty file, so that words which were withdrawn go from old copies, too. The
manifest lists those paths, `lanpya verify` names the empty files, and --tidy deletes them.
"""

from pathlib import Path

from lanpya.editions.archive import make_zip
from lanpya.editions.edition import Shelf
from lanpya.editions.manifest import Manifest, UpdateEntry, parse_manifest
from lanpya.editions.publication import Publication
from lanpya.findings import UsageError

UPDATE = "update"


def read_older_manifest(path: Path) -> Manifest:
    """The manifest of the copies that shall be updated. Raises UsageError if it is none."""
    try:
        return parse_manifest(path.read_bytes())
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}.") from None
    except ValueError as error:
        raise UsageError(f"{path} is no manifest: {error}.") from None


def write_update(publication: Publication, since: Manifest, shelf: Shelf) -> UpdateEntry:
    """Make the zip. Returns what the manifest has to say of it.

    Raises UsageError if there is nothing to update.
    """
    if since.version == str(publication.version):
        raise UsageError(f"Nothing has changed since {since.version}.")
    files = publication.site.files
    old = {entry.path: entry.sha256 for entry in since.site}
    gone = {*old, *(path for update in since.updates for path in update.removed)}
    removed = sorted(gone - files.keys())
    changed = [file for url, file in files.items() if old.get(url) != file.sha256]
    name = publication.file_name(publication.languages, "zip", f"since-{since.version}")
    entries = [(file.url, file.read_bytes()) for file in changed]
    shelf.write(name, make_zip([*entries, *((path, b"") for path in removed)]))
    return UpdateEntry(path=name, since=since.version, removed=tuple(removed))
