"""manifest.json: what every file of dist/ and of the site weighs, and its hash.

One list covers every copy: the editions, and under "site" the files of the site itself,
wherever they stand (served, mirrored, unpacked from the zip). It does not say who signs it,
so that whoever builds the same commit has the same bytes to compare or to sign.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from lanpya.editions.built_site import BuiltFile, BuiltPage
from lanpya.editions.edition import Edition
from lanpya.editions.publication import Publication

MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"
DOWNLOADS = "downloads/"  # where a served site, and each mirror of it, has its editions
TEXT_DIGITS = 16
LAYOUT = 1  # goes up when what a reader of manifests has to understand changes


def _refuse_other_places(path: str) -> str:
    parts = PurePosixPath(path).parts
    if not parts or path != "/".join(parts) or ".." in parts or "\\" in path or "\0" in path:
        raise ValueError("no path below the folder")
    return path


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="ignore")


class FileEntry(_Strict):
    """A file. path: POSIX, from dist/ or from the root of the site."""

    path: Annotated[str, AfterValidator(_refuse_other_places)]
    size: Annotated[int, Field(ge=0)]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class SiteEntry(FileEntry):
    """A file of the site. text: for an article, the beginning of a hash of what it says."""

    text: str = ""


class EditionEntry(FileEntry):
    """A file of dist/. edition: its format; language: tag, or None for all."""

    edition: str
    language: str | None


class UpdateEntry(_Strict):
    """What an update does to old copies. since: their version; removed: paths in the site.

    What updates before it have removed is among them: a copy may have had them all.
    """

    path: Annotated[str, AfterValidator(_refuse_other_places)]
    since: str
    removed: tuple[str, ...] = Field(strict=False)


class Manifest(_Strict):
    """A manifest that was read; what later versions may add is passed over."""

    layout: Literal[1]
    version: str
    date: str
    editions: tuple[EditionEntry, ...] = Field(strict=False)
    site: tuple[SiteEntry, ...] = Field(strict=False)
    updates: tuple[UpdateEntry, ...] = Field(default=(), strict=False)


def parse_manifest(data: bytes) -> Manifest:
    """Read manifest.json. Raises ValueError, with a reason, for what is none."""
    try:
        manifest = Manifest.model_validate_json(data)
    except ValidationError as error:
        fault = error.errors()[0]
        where = ".".join(map(str, fault["loc"]))
        raise ValueError(f"{where}: {fault['msg']}" if where else fault["msg"]) from None
    for entries in (manifest.editions, manifest.site):
        if len({entry.path for entry in entries}) != len(entries):
            raise ValueError("a path is there twice")
    return manifest


def render_manifest(
    publication: Publication,
    editions: Iterable[Edition],
    folder: Path,
    updates: Iterable[UpdateEntry] = (),
) -> str:
    """The manifest of the editions in a folder, and of the site that they were made of."""
    version = publication.version
    head = {
        "layout": LAYOUT,
        "name": dict(publication.configuration.site_names),
        "version": str(version),
        "date": version.date,
        "timestamp": version.timestamp,
    }
    lists = {
        "editions": _entries(sorted(editions), folder),
        "updates": (update.model_dump() for update in updates),
        "site": map(_site_entry, publication.site.files.values()),
    }
    return _render(head, lists)


def make_sums(manifest: bytes) -> str:
    """SHA256SUMS of what a manifest lists, and of itself, as `sha256sum --check` reads it."""
    hashes = {entry.path: entry.sha256 for entry in parse_manifest(manifest).editions}
    hashes[MANIFEST] = sha256(manifest).hexdigest()
    return "".join(f"{hashes[path]}  {path}\n" for path in sorted(hashes))


def _entries(editions: Iterable[Edition], folder: Path) -> Iterator[dict[str, Any]]:
    for edition in editions:
        data = (folder / edition.path).read_bytes()
        facts = {"path": edition.path, "size": len(data), "sha256": sha256(data).hexdigest()}
        yield facts | {"edition": edition.format, "language": edition.language}


def _site_entry(file: BuiltFile) -> dict[str, Any]:
    entry = {"path": file.url, "size": file.size, "sha256": file.sha256}
    if isinstance(file, BuiltPage) and file.text_digest:
        entry["text"] = file.text_digest[:TEXT_DIGITS]
    return entry


def _render(head: Mapping[str, Any], lists: Mapping[str, Iterable[dict[str, Any]]]) -> str:
    """JSON with an entry a line, so that two manifests can be compared by eye."""
    parts = [f"{json.dumps(key)}: {_compact(value)}" for key, value in head.items()]
    for key, entries in lists.items():
        rows = ",\n".join(f"  {_compact(entry)}" for entry in entries)
        parts.append(f"{json.dumps(key)}: [\n{rows}\n]" if rows else f"{json.dumps(key)}: []")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
