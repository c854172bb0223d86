"""What is made once for all tests, however many processes they run in.

pytest-xdist gives every process a session of its own, and so every fixture of the session. What
takes long to make goes into a folder that they share: who asks first makes it, the others wait.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """A folder of this run, the same in all its processes."""
    own = factory.getbasetemp()
    return (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "shared"


def make_once(folder: Path, make: Callable[[Path], object]) -> Path:
    """Fill `folder` unless another process has done so. Returns it, to be read only.

    make: takes the folder, which is not there yet. What it raises is raised here too, and
    whoever asks next tries again.
    """
    made = folder.with_name(f"{folder.name}.made")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(folder.with_name(f"{folder.name}.lock")):
        if not made.exists():
            shutil.rmtree(folder, ignore_errors=True)
            make(folder)
            made.touch()
    return folder
