"""CONTRIBUTING.md: from a fresh clone to a new page that passes, with the commands it gives."""

import re
import shutil
from pathlib import Path

import pytest

from lanpya.cli.main import main
from tests.conftest import REPOSITORY

TEXT = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
BLOCK_RE = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
SCREEN = 24


def commands() -> list[list[str]]:
    block = BLOCK_RE.findall(TEXT)[0]
    return [line.partition("#")[0].split() for line in block.splitlines()]


def test_first_contribution_fits_on_one_screen() -> None:
    assert [command[0] for command in commands()] == ["git", "cd", "make", "cp", "make"]
    section = TEXT[TEXT.index("## From a computer") : TEXT.index("## Without an account")]
    assert len(section.splitlines()) <= SCREEN


def test_commands_lead_to_a_new_page_that_passes(
    fresh_repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(fresh_repository)
    assert main(["check"]) == 0
    (copy,) = [command for command in commands() if command[0] == "cp"]
    shutil.copy(*copy[1:])
    assert main(["check"]) == 0, capsys.readouterr().out
    assert main(["check", copy[2], "--fix", "--lang", "my"]) == 0
    assert "nothing to mend" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "MAINTAINING.md"])
def test_links_lead_somewhere(name: str) -> None:
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#\s]*)(?:#[^)]*)?\)", text):
        assert (REPOSITORY / target).exists(), target
