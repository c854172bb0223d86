import argparse
import subprocess
import sys

import pytest

from lanpya.cli import main as command_line
from lanpya.cli.main import main
from lanpya.findings import SiteError, UsageError


def test_verbs_are_those_of_the_manual(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    assert caught.value.code == 0
    said = capsys.readouterr().out
    verbs = [verb.__name__.rpartition(".")[2] for verb in command_line.VERBS]
    assert {"convert", "check", "build"} <= set(verbs)
    assert all(f"\n    {verb} " in said for verb in verbs)


@pytest.mark.parametrize("arguments", [[], ["nothing"], ["check", "--nothing"]])
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2


@pytest.mark.parametrize(("error", "status"), [(SiteError("Why."), 1), (UsageError("Why."), 2)])
def test_error_that_stops_a_run_is_said_in_a_line(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: SiteError,
    status: int,
) -> None:
    def fail(_: argparse.Namespace) -> int:
        raise error

    monkeypatch.setattr("lanpya.cli.check.run", fail)
    assert main(["check"]) == status
    assert capsys.readouterr() == ("", "lanpya: Why.\n")


def test_check_does_not_import_mkdocs() -> None:
    code = "import sys, lanpya.cli.main; print(any(m.startswith('mkdocs') for m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout == "False\n"
