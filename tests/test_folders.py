"""Folders that are made aside and swapped in at once."""

import ctypes
import subprocess
import sys
from pathlib import Path

import pytest

from lanpya import folders
from lanpya.folders import folder_beside, swap_in
from tests.site.repository import read_tree


def test_folder_of_a_build_that_is_still_at_work_is_left_alone(tmp_path: Path) -> None:
    with folder_beside(tmp_path / "site") as first:
        with folder_beside(tmp_path / "site") as second:
            assert first != second
            assert first.is_dir()
        assert [path.name for path in tmp_path.iterdir()] == [first.name]
    assert list(tmp_path.iterdir()) == []


TAKE_TURNS = """
import sys
from pathlib import Path
from lanpya.folders import folder_beside, swap_in
target = Path(sys.argv[1])
for _ in range(150):
    with folder_beside(target) as aside:
        for name in ("a", "b"):
            (aside / name).write_text(sys.argv[2], encoding="utf-8")
        swap_in(aside, target)
"""


def test_folders_of_many_at_once_come_and_go_without_harm(tmp_path: Path) -> None:
    target = tmp_path / "site"
    command = [sys.executable, "-c", TAKE_TURNS, str(target)]
    processes = [
        subprocess.Popen([*command, name], stderr=subprocess.PIPE, text=True) for name in "123"
    ]
    assert [(process.communicate()[1], process.returncode) for process in processes] == [
        ("", 0),
        ("", 0),
        ("", 0),
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert (target / "a").read_bytes() == (target / "b").read_bytes()


def test_swap_finds_that_another_was_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, old = make_folders(tmp_path)
    answers = iter([False])
    exists = Path.exists
    monkeypatch.setattr(Path, "exists", lambda path: next(answers, exists(path)))
    swap_in(new, old)
    monkeypatch.undo()
    assert read_tree(tmp_path) == {"new/name": b"old", "old/name": b"new"}


def make_folders(tmp_path: Path) -> tuple[Path, Path]:
    new, old = tmp_path / "new", tmp_path / "old"
    for folder in (new, old):
        folder.mkdir()
        (folder / "name").write_text(folder.name, encoding="utf-8")
    return new, old


def test_swap_exchanges_two_folders(tmp_path: Path) -> None:
    new, old = make_folders(tmp_path)
    swap_in(new, old)
    assert read_tree(tmp_path) == {"new/name": b"old", "old/name": b"new"}


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_swap_without_help_of_the_system_does_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(ctypes, "CDLL", None)  # Windows has no C library without a name
    new, old = make_folders(tmp_path)
    swap_in(new, old)
    assert read_tree(tmp_path) == {"new/name": b"old", "old/name": b"new"}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has the call")
def test_swap_leaves_no_moment_without_a_site(tmp_path: Path) -> None:
    new, old = make_folders(tmp_path)
    assert folders._exchange(new, old)
    assert (old / "name").read_text(encoding="utf-8") == "new"
