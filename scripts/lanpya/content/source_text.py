"""A file's text: UTF-8, of a size to read, without characters that act instead of being read."""

import re
from pathlib import Path

from lanpya.findings import Finding, Phrase

# Control characters, line ends that only some programs know, marks that turn the direction
# of what follows, and code points that no text may hold.
UNWANTED_RE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb"
    "\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
REPLACEMENT = "\ufffd"


def read_text(path: Path, shown_path: str, limit: int) -> tuple[str | None, list[Finding]]:
    """A file's text, its lines ended as in Unix, and what is wrong with it.

    limit: bytes; a larger file is not read. None where nothing can be made of the file.
    Each unwanted character is found where it first stands, and replaced everywhere.
    """
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        values: dict[str, str | Phrase] = {"reason": error.strerror or type(error).__name__}
        return None, [Finding(shown_path, 0, 0, "file-unreadable", values)]
    if len(data) > limit:
        values = {"limit": f"{limit // 1000} kB"}
        return None, [Finding(shown_path, 0, 0, "file-too-large", values)]
    return decode_text(data, shown_path)


def decode_text(data: bytes, shown_path: str) -> tuple[str | None, list[Finding]]:
    """The same for a file's bytes."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        start = error.start + (len(data) - len(error.object))
        values = {"byte": f"0x{data[start]:02X}"}
        line, column = _place(data[:start].decode("utf-8-sig", errors="replace"))
        return None, [Finding(shown_path, line, column, "encoding", values)]
    zero = text.find("\0")
    if zero >= 0:
        line, column = _place(text[:zero])
        return None, [Finding(shown_path, line, column, "encoding", {"byte": "0x00"})]
    return UNWANTED_RE.sub(REPLACEMENT, text), _unwanted(text, shown_path)


def _unwanted(text: str, shown_path: str) -> list[Finding]:
    first = {match[0]: match.start() for match in reversed(list(UNWANTED_RE.finditer(text)))}
    return [
        Finding(
            shown_path,
            *_place(text[:position]),
            "control-character",
            {"character": f"U+{ord(char):04X}"},
        )
        for char, position in first.items()
    ]


def _place(before: str) -> tuple[int, int]:
    """(line, column), from 1, of what comes after a text."""
    before = before.replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")
