import json
import shutil
import subprocess
from pathlib import Path

import pytest

from lanpya.convert.legacy import render_patch
from tests.convert.reading import PROSE, convert_text, run_cli

ZAWGYI = "ရြာသားေတြက ေရတင္ကားကို နာရီေပါင္းမ်ားစြာ ေစာင့္ခဲ့ရသည္။"
UNICODE = "ရွာသားတွေက ရေတင်ကားကို နာရီပေါင်းများစွာ စောင့်ခဲ့ရသည်။"
TEXT = f"ေရတင္ကား\n\nBy Jane Roe\n\n{UNICODE}\n\n{ZAWGYI}\n\nဟုတ္ကဲ့ပါ ခင္ဗ်ာ\n"


def notes(text: str, language: str | None = None) -> list[tuple[str, str, str | None]]:
    review = convert_text(text, language=language).review
    return [(one.field, one.note, one.proposal) for one in review if "Zawgyi" in one.note]


def test_zawgyi_is_said_with_a_proposal_and_the_text_is_kept() -> None:
    text = f"{PROSE}\n\n{ZAWGYI}"
    assert notes(text) == [("text", "line 3: this is in Zawgyi, not in Unicode", UNICODE)]
    assert convert_text(text).blocks[-1].text == ZAWGYI


def test_zawgyi_is_said_of_what_is_in_it_alone() -> None:
    assert notes(f"{UNICODE}\n\n{PROSE}") == []
    assert notes(ZAWGYI, "shn") == []
    assert [note for _, note, _ in notes(f"{UNICODE}\n\nဟုတ္ကဲ့ပါ")] == [
        "line 3: this may be in Zawgyi, and is too short to tell"
    ]


def test_no_patch_without_zawgyi() -> None:
    assert render_patch(convert_text(f"{UNICODE}\n\nဟုတ္ကဲ့ပါ"), "a.md") is None


def test_patch_makes_the_draft_unicode(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git = shutil.which("git")
    assert git
    source, drafts = tmp_path / "a.txt", tmp_path / "drafts"
    source.write_text(TEXT, encoding="utf-8")
    assert run_cli(str(source), "--to", str(drafts)) == 0
    draft, patch = drafts / "a.md", drafts / "a.zawgyi.diff"
    assert str(patch) in capsys.readouterr().err
    assert ZAWGYI in draft.read_text(encoding="utf-8")
    subprocess.run([git, "init", "-q", str(tmp_path)], check=True)
    subprocess.run([git, "apply", patch.name], cwd=drafts, check=True)
    applied = draft.read_text(encoding="utf-8").split("\n---\n")
    assert "title: ရေတင်ကား" in applied[0]
    assert UNICODE in applied[0], "the standfirst"
    assert applied[1] == f"\n{UNICODE}\n\nဟုတ်ကဲ့ပါ ခင်ဗျာ\n"


def test_proposal_is_in_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "a.txt"
    source.write_text(TEXT, encoding="utf-8")
    assert run_cli(str(source), "--json") == 0
    review = json.loads(capsys.readouterr().out)["review"]
    assert UNICODE in [note["proposal"] for note in review]
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
