"""Folders made aside and swapped in at once.

Whatever goes wrong before the swap, what stood there stands there still.
"""

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl

RENAME_EXCHANGE = 2
AT_FDCWD = -100


@contextmanager
def folder_beside(target: Path) -> Iterator[Path]:
    """An empty folder to build in, gone afterwards; those that killed builds left go first."""
    with ExitStack() as lock:
        # One at a time, or a folder could be taken for a killed build's before it is locked.
        with _locked(target.parent, patiently=True):
            prefix = f".{target.name}-building-"
            _remove_abandoned(target.parent, prefix)
            aside = Path(tempfile.mkdtemp(prefix=prefix, dir=target.parent))
            lock.enter_context(_locked(aside))
        try:
            yield aside
        finally:
            shutil.rmtree(aside, ignore_errors=True)


def _remove_abandoned(parent: Path, prefix: str) -> None:
    for path in [path for path in parent.iterdir() if path.name.startswith(prefix)]:
        with _locked(path) as is_abandoned:
            if is_abandoned:
                shutil.rmtree(path, ignore_errors=True)


@contextmanager
def _locked(folder: Path, *, patiently: bool = False) -> Iterator[bool]:
    """Try to lock a folder until the block ends; whether that was possible.

    patiently: wait for whoever has the lock. The system takes it from a process that dies.
    A folder that went in the meantime can not be locked, and Windows locks none.
    """
    if sys.platform == "win32":
        yield False
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        yield False
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if patiently else fcntl.LOCK_NB))
        is_ours = True
    except OSError:
        is_ours = False
    try:
        yield is_ours
    finally:
        os.close(descriptor)


def open_to_readers(folder: Path) -> None:
    """What is there to be read can be, by a web server too, whatever the builder's umask."""
    folder.chmod(0o755)
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


def swap_in(new: Path, target: Path) -> None:
    """Put a folder where another stands, if any; afterwards `new` holds what stood there.

    On Linux this is one step of the kernel, so that a reader finds the old folder or the
    new one and never none. Elsewhere it is two.
    """
    if not target.exists():
        try:
            Path(new).rename(target)
            return
        except OSError:
            if not target.exists():  # else another build was the first
                raise
    if not _exchange(new, target):
        old = new.with_name(f"{new.name}-old")
        Path(target).rename(old)
        try:
            Path(new).rename(target)
        except OSError:
            Path(old).rename(target)
            raise
        Path(old).rename(new)


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two folders by renameat2(2). False where the system has no such call."""
    if sys.platform != "linux":
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    names = (os.fsencode(first), os.fsencode(second))
    done = renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE)
    return bool(done == 0)
