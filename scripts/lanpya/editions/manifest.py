"""manifest.json: what every file of dist/ and of the site weighs, and its hash.

One list covers every copy: the editions, and under "site" the files of the site itself,
wherever they stand (served, mirrored, unpacked from the zip).
"""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from lanpya.editions.edition import Edition
from lanpya.editions.publication import Publication

MANIFEST = "manifest.json"
LAYOUT = 1  # goes up when what a reader of manifests has to understand changes


def render_manifest(publication: Publication, editions: Iterable[Edition], folder: Path) -> str:
    """The manifest of the editions in a folder, and of the site that they were made of."""
    version = publication.version
    head = {
        "layout": LAYOUT,
        "name": dict(publication.configuration.site_names),
        "version": str(version),
        "date": version.date,
        "timestamp": version.timestamp,
    }
    files = publication.site.files.values()
    site = [{"path": one.url, "size": one.size, "sha256": one.sha256} for one in files]
    return _render(head, {"editions": _entries(sorted(editions), folder), "site": site})


def _entries(editions: Iterable[Edition], folder: Path) -> Iterator[dict[str, Any]]:
    for edition in editions:
        data = (folder / edition.path).read_bytes()
        facts = {"path": edition.path, "size": len(data), "sha256": sha256(data).hexdigest()}
        yield facts | {"edition": edition.format, "language": edition.language}


def _render(head: dict[str, Any], lists: dict[str, Iterable[dict[str, Any]]]) -> str:
    """JSON with an entry a line, so that two manifests can be compared by eye."""
    parts = [f"{json.dumps(key)}: {_compact(value)}" for key, value in head.items()]
    for key, entries in lists.items():
        rows = ",\n".join(f"  {_compact(entry)}" for entry in entries)
        parts.append(f"{json.dumps(key)}: [\n{rows}\n]")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
