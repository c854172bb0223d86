from pathlib import Path

import pytest

from tests.cli.golden import GOLDEN, RUNS, run_check, write_site


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(tmp_path_factory.mktemp("site"))


def test_golden_is_there_for_each_run_and_nothing_else() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(RUNS)


@pytest.mark.parametrize("name", RUNS)
def test_check_says_what_the_golden_file_says(root: Path, name: str) -> None:
    done = run_check(root, RUNS[name])
    assert done.stdout == (GOLDEN / name).read_text(encoding="utf-8")
    assert done.returncode == 1
    (counted,) = done.stderr.splitlines()
    assert ("to mend in" in counted) == (name != "burmese.txt")


def test_runs_differ_in_what_they_say() -> None:
    said = [(GOLDEN / name).read_text(encoding="utf-8") for name in RUNS]
    assert len(set(said)) == len(RUNS)
    assert all(said)
