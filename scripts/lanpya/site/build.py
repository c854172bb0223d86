"""The site, built aside and swapped in at once.

Whatever goes wrong before the swap, the site that stood there stands there still.
"""

import ctypes
import os
import shutil
import tempfile
from pathlib import Path

from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from lanpya.findings import SiteError

RENAME_EXCHANGE = 2
AT_FDCWD = -100


def build_site(config_path: Path, site_dir: Path | None = None) -> Path:
    """Check and build every language, then put the result in place. Returns the site's folder.

    Raises SiteError if there is nothing to put in place; mkdocs' log says why.
    """
    try:
        config = load_config(str(config_path))
    except ConfigurationError as error:
        raise SiteError(f"{config_path}: {error}") from None
    target = Path(site_dir or config.site_dir).resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        config.site_dir = str(aside)
        _run(config)
        aside.chmod(0o755)
        swap_in(aside, target)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return target


def _run(config: object) -> None:
    try:
        build_with_mkdocs(config)  # type: ignore[arg-type]
    except Abort:
        raise SiteError("The site was not built; the one that stood before is untouched.") from None


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
        Path(new).rename(target)
        Path(old).rename(new)


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two folders by renameat2(2). False where the system has no such call."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    names = (os.fsencode(first), os.fsencode(second))
    done = renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE)
    return bool(done == 0)
