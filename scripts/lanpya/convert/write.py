"""Putting a draft into its folder: whole or not at all, and never over somebody's work."""

import os
import tempfile
from pathlib import Path

from lanpya.convert.result import SourceError


def write_draft(path: Path, text: str, force: bool = False) -> None:
    """Write a draft by way of a temporary file in the same folder, which is made if need be.

    Raises SourceError where the draft exists and force is not set, or can not be written.
    """
    try:
        if path.exists() and not force:
            raise SourceError(f"the draft {path} exists — edit it, or replace it with --force")
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, text)
    except OSError as error:
        raise SourceError(
            f"the draft {path} can not be written ({error.strerror}) — check the folder"
        ) from None


def _replace(path: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
