"""What the processes of the tests share is made once, and never seen half made."""

import time
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests.once import make_once, shared_folder

PROCESSES = 3


def fill(log: Path, folder: Path) -> None:
    with log.open("a", encoding="utf-8") as lines:
        lines.write("made\n")
    folder.mkdir()
    time.sleep(0.2)
    (folder / "last").touch()


def ask(folder: Path, log: Path) -> bool:
    """Whether all is there at once."""
    return (make_once(folder, partial(fill, log)) / "last").exists()


def test_folder_is_made_by_one_process_and_waited_for_by_the_others(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with get_context("spawn").Pool(PROCESSES) as pool:
        seen = pool.starmap(ask, [(tmp_path / "shared/x", log)] * PROCESSES, chunksize=1)
    assert seen == [True] * PROCESSES
    assert log.read_text(encoding="utf-8") == "made\n"


def test_folder_that_could_not_be_made_is_made_anew_by_the_next(tmp_path: Path) -> None:
    def fail(folder: Path) -> None:
        folder.mkdir()
        (folder / "half").touch()
        raise OSError("no")

    folder = tmp_path / "x"
    with pytest.raises(OSError, match="no"):
        make_once(folder, fail)
    assert ask(folder, tmp_path / "log")
    assert [path.name for path in folder.iterdir()] == ["last"]


@pytest.mark.parametrize(("worker", "expected"), [("gw1", "run/shared"), (None, "run/gw/shared")])
def test_folder_is_that_of_the_run_and_not_of_one_of_its_processes(
    worker: str | None, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Factory:
        def getbasetemp(self) -> Path:
            return tmp_path / "run/gw"

    monkeypatch.delenv("PYTEST_XDIST_WORKER", raising=False)
    if worker:
        monkeypatch.setenv("PYTEST_XDIST_WORKER", worker)
    assert shared_folder(Factory()) == tmp_path / expected  # type: ignore[arg-type]
