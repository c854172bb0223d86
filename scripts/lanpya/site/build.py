"""The site, built aside and swapped in at once.

Whatever goes wrong before the swap, the site that stood there stands there still.
"""

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from lanpya.findings import SiteError

if sys.platform != "win32":
    import fcntl

RENAME_EXCHANGE = 2
AT_FDCWD = -100
UNTOUCHED = "The site was not built; the one that stood before is untouched."


def build_site(config_path: Path, site_dir: Path | None = None) -> Path:
    """Check and build every language, then put the result in place. Returns the site's folder.

    Raises SiteError if there is nothing to put in place (mkdocs' log says why), or if
    something stands there that is no site.
    """
    try:
        config = load_config(str(config_path))
    except ConfigurationError as error:
        raise SiteError(f"{config_path}: {error}") from None
    target = Path(site_dir or config.site_dir).resolve()
    _refuse_to_replace(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    with _folder_beside(target) as aside:
        config.site_dir = str(aside)
        _run(config)
        _open_to_readers(aside)
        swap_in(aside, target)
    return target


def _refuse_to_replace(target: Path) -> None:
    """All that is in a folder goes when a site takes its place, so it has to be an older site."""
    if not target.exists() or (target.is_dir() and not any(target.iterdir())):
        return
    if not (target / "sitemap.xml").is_file() or (target / ".git").exists():
        raise SiteError(
            f"{target} holds more than a site, which would be lost: name another folder."
        )


@contextmanager
def _folder_beside(target: Path) -> Iterator[Path]:
    """An empty folder to build in, gone afterwards; those that killed builds left go first."""
    prefix = f".{target.name}-building-"
    for path in [path for path in target.parent.iterdir() if path.name.startswith(prefix)]:
        with _locked(path) as is_abandoned:
            if is_abandoned:
                shutil.rmtree(path, ignore_errors=True)
    aside = Path(tempfile.mkdtemp(prefix=prefix, dir=target.parent))
    with _locked(aside):
        try:
            yield aside
        finally:
            shutil.rmtree(aside, ignore_errors=True)


@contextmanager
def _locked(folder: Path) -> Iterator[bool]:
    """Try to lock a folder until the block ends; whether that was possible.

    The system takes the lock from a process that dies. Windows locks no folders.
    """
    if sys.platform == "win32":
        yield False
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        is_ours = True
    except OSError:
        is_ours = False
    try:
        yield is_ours
    finally:
        os.close(descriptor)


def _run(config: object) -> None:
    try:
        build_with_mkdocs(config)  # type: ignore[arg-type]
    except Abort:
        raise SiteError(UNTOUCHED) from None
    except OSError as error:
        raise SiteError(f"{error}. {UNTOUCHED}") from None


def _open_to_readers(folder: Path) -> None:
    """A site is there to be read, by a web server too, whatever the builder's umask."""
    folder.chmod(0o755)
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


def swap_in(new: Path, target: Path) -> None:
    """Put a folder where another stands, if any; afterwards `new` holds what stood there.

    On Linux this is one step of the kernel, so that a reader finds the old site or the
    new one and never none. Elsewhere it is two.
    """
    if not target.exists():
        Path(new).rename(target)
    elif not _exchange(new, target):
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
