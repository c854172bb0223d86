import argparse
import subprocess
import sys
from pathlib import Path

import pytest

from lanpya.cli import main as command_line
from lanpya.cli.main import main
from lanpya.editions.formats import FORMATS
from lanpya.findings import SiteError, UsageError
from tests.content.sites import sound_files, write_files


def test_verbs_are_those_of_the_manual(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    assert caught.value.code == 0
    said = capsys.readouterr().out
    assert {"convert", "check", "build"} <= set(command_line.VERBS)
    assert all(f"\n    {verb} " in said for verb in command_line.VERBS)


def test_help_of_bundle_names_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["bundle", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert f"only these, of: {', '.join(format_.name for format_ in FORMATS)} " in said


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


def test_check_imports_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    write_files(tmp_path, sound_files())
    slow = ("mkdocs", "lxml", "mammoth", "rich", "PIL", "lanpya.convert", "lanpya.site")
    code = f"""
import sys
from lanpya.cli.main import main
main(["check", "--lang", "en", "--config", {str(tmp_path / "mkdocs.yml")!r}])
print(sorted(name for name in sys.modules if name.startswith({slow!r})))"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("[]\n", "nothing to mend\n")
