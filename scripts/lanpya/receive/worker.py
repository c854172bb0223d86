"""The process that opens a parcel: bytes on standard input, JSON on standard output.

Before the first byte is read it gives away what it does not need: time, memory, files to
write, other programs, the network. It is started by `quarantine` and by nothing else.
"""

import contextlib
import ctypes
import json
import os
import sys
from base64 import b64encode
from collections.abc import Mapping
from typing import Any

from PIL import Image

from lanpya.receive.limits import CPU_SECONDS, MAX_BYTES, MEMORY, RefusedError
from lanpya.receive.parcel import Parcel, open_parcel

NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000
# What Python says before it does them, and what nothing here has to do.
FORBIDDEN = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork",
    "os.kill", "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink",
    "os.chmod", "os.chown", "os.truncate", "shutil.", "tempfile.", "urllib.", "http.", "ftplib.",
    "smtplib.", "webbrowser.", "ctypes.", "winreg.",
)  # fmt: skip
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def main() -> None:
    """Open the parcel on standard input."""
    Image.init()  # loads what it needs while that is still allowed
    close_doors()
    answer: Mapping[str, Any]
    try:
        answer = {"parcel": _as_json(open_parcel(sys.stdin.buffer.read(MAX_BYTES + 1)))}
    except RefusedError as refused:
        answer = {"refused": {"code": refused.code, "values": refused.values}}
    except (MemoryError, RecursionError):
        answer = {"refused": {"code": "too-costly", "values": {}}}
    json.dump(answer, sys.stdout)


def close_doors() -> None:
    """Give away what the process does not need; it can not take it back."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).unshare(NEW_USER | NEW_NETWORK)  # where that is allowed
    if sys.platform != "win32":
        import resource

        for limit, value in (
            (resource.RLIMIT_CPU, CPU_SECONDS),
            (resource.RLIMIT_AS, MEMORY),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            with contextlib.suppress(ValueError, OSError):  # macOS has no limit of memory
                resource.setrlimit(limit, (value, value))
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    is_writing = event == "open" and _writes(*arguments[1:3])
    if is_writing or event.startswith(FORBIDDEN):
        raise PermissionError(f"{event} is not for what strangers send")


def _writes(mode: object, flags: object) -> bool:
    by_mode = isinstance(mode, str) and any(letter in mode for letter in "wax+")
    return by_mode or (isinstance(flags, int) and bool(flags & WRITING))


def _as_json(parcel: Parcel) -> dict[str, Any]:
    return {
        "texts": [vars(one) for one in parcel.texts],
        "pages": [vars(one) for one in parcel.pages],
        "pictures": [
            {"name": one.name, "data": b64encode(one.data).decode()} for one in parcel.pictures
        ],
        "left_out": [vars(one) for one in parcel.left_out],
        "letter_lines": parcel.letter_lines,
    }
