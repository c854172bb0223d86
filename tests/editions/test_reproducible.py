"""Whoever builds the same commit has the same bytes, wherever and however they build it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SOURCES
from tests.editions.keys import make_key, render_key
from tests.site.repository import REPOSITORY, read_tree

PLACES = {
    "here": {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
    "a far and longer place/ဝေး": {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "2",
    },
}
UMASKS = {"here": 0o022, "a far and longer place/ဝေး": 0o077}


def make_editions(root: Path, variables: dict[str, str], umask: int) -> dict[str, bytes]:
    """Build and bundle a copy of this repository, as a person would."""
    root.mkdir(parents=True)
    for name in SOURCES:
        source = REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, root / name)
        else:
            shutil.copy2(source, root)
    for path in sorted(root.rglob("*.md"), reverse=True):  # another order, other times
        os.utime(path, (umask + 10**9, umask + 10**9))
    environment = {**os.environ, **variables, "LANPYA_SIGNING_KEY": render_key(make_key(1))}
    for verb in ("build", "bundle"):
        done = subprocess.run(
            [sys.executable, "-m", "lanpya.cli.main", verb],
            cwd=root,
            env=environment,
            umask=umask,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stderr
    return read_tree(root / "dist")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    root = tmp_path_factory.mktemp("places")
    return {
        name: make_editions(root / name, variables, UMASKS[name])
        for name, variables in PLACES.items()
    }


def test_every_edition_is_the_same_everywhere(made: dict[str, dict[str, bytes]]) -> None:
    here, there = made.values()
    assert here.keys() == there.keys()
    assert [name for name in here if here[name] != there[name]] == []
    assert {name.rpartition(".")[2] for name in here} >= {"zip", "json", "minisig", "torrent"}


def test_no_edition_knows_where_or_by_whom_it_was_made(made: dict[str, dict[str, bytes]]) -> None:
    words = [str(REPOSITORY), str(Path.home()), "a far and longer place", os.uname().nodename]
    for name, data in made["here"].items():
        assert [word for word in words if len(word) > 5 and word.encode() in data] == [], name
