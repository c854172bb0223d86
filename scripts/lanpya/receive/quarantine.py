"""Opening what a stranger sent without touching it: another process does, and may fail.

What it says is not believed: it could be in the hands of what it opened.
"""

import os
import subprocess
import sys
import tempfile
from base64 import b64decode
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

import lanpya
from lanpya.content.pictures import BUDGET, PictureError, read_picture
from lanpya.receive.limits import (
    MAX_BYTES,
    MAX_MEMBERS,
    MAX_TEXT,
    WALL_SECONDS,
    RefusedError,
)
from lanpya.receive.parcel import LeftOut, PageText, Parcel, PictureFile, Text

PACKAGES = Path(lanpya.__file__).resolve().parent.parent
START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from lanpya.receive.worker import main; main()"
)
Name = Annotated[str, Field(max_length=1000)]
Words = Annotated[str, Field(max_length=MAX_TEXT)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Text(_Strict):
    text: Words


class _Page(_Strict):
    name: Name
    text: Words


class _Picture(_Strict):
    name: Name
    data: Annotated[str, Field(max_length=BUDGET * 2)]


class _LeftOut(_Strict):
    name: Name
    reason: Annotated[str, Field(pattern=r"^[a-z-]+$", max_length=40)]


class _Parcel(_Strict):
    texts: Annotated[list[_Text], Field(max_length=MAX_MEMBERS + 1)]
    pages: Annotated[list[_Page], Field(max_length=MAX_MEMBERS + 1)]
    pictures: Annotated[list[_Picture], Field(max_length=2 * MAX_MEMBERS)]
    left_out: Annotated[list[_LeftOut], Field(max_length=2 * MAX_MEMBERS)]
    letter_lines: int


class _Refused(_Strict):
    code: Annotated[str, Field(pattern=r"^[a-z-]+$", max_length=40)]
    values: dict[str, Name]


class _Answer(_Strict):
    parcel: _Parcel | None = None
    refused: _Refused | None = None


def read_parcel(path: Path) -> Parcel:
    """Open what was sent. Raises RefusedError where that is not possible."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise RefusedError("unreadable", reason=error.strerror or type(error).__name__) from None
    if len(data) > MAX_BYTES:
        raise RefusedError("too-large", limit=f"{MAX_BYTES // 1_000_000} MB")
    return _believe(_ask_worker(data))


def _ask_worker(data: bytes) -> str:
    """What the other process says. It has no variable of ours, and an empty folder."""
    kept = {key: os.environ[key] for key in ("SYSTEMROOT",) if key in os.environ}
    with tempfile.TemporaryDirectory() as folder:
        try:
            done = subprocess.run(
                [sys.executable, "-I", "-X", "utf8", "-c", START, str(PACKAGES)],
                input=data,
                capture_output=True,
                cwd=folder,
                env=kept,
                timeout=WALL_SECONDS,
            )
        except subprocess.TimeoutExpired:
            raise RefusedError("too-costly") from None
    if done.returncode:
        raise RefusedError("too-costly" if done.returncode < 0 else "damaged")
    return done.stdout.decode("utf-8", "replace")


def _believe(said: str) -> Parcel:
    """A parcel, as far as it is what a parcel can be."""
    try:
        answer = _Answer.model_validate_json(said)
    except ValidationError:
        raise RefusedError("damaged") from None
    if answer.refused:
        raise RefusedError(answer.refused.code, **answer.refused.values)
    if answer.parcel is None:
        raise RefusedError("damaged")
    found = answer.parcel
    return Parcel(
        texts=[Text(one.text) for one in found.texts],
        pages=[PageText(one.name, one.text) for one in found.pages],
        pictures=[PictureFile(one.name, _bare_picture(one.data)) for one in found.pictures],
        left_out=[LeftOut(one.name, one.reason) for one in found.left_out],
        letter_lines=found.letter_lines,
    )


def _bare_picture(encoded: str) -> bytes:
    try:
        data = b64decode(encoded, validate=True)
        picture = read_picture(data)
    except (ValueError, PictureError):
        raise RefusedError("damaged") from None
    if picture.extras or picture.format != "webp" or len(data) > BUDGET:
        raise RefusedError("damaged")
    return data
