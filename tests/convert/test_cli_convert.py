import json
import os
from pathlib import Path

import pytest

from lanpya.convert.result import FIELDS, SourceError
from lanpya.convert.write import write_draft
from tests.convert.reading import PROSE, run_cli

TEXT = f"A Title of Some Words\n\nBy Jane Roe\n\n3 May 2024\n\n{PROSE}\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source one.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_convert_writes_a_draft_and_prints_its_path(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drafts = tmp_path / "new" / "drafts"
    assert run_cli(str(source), "--to", str(drafts)) == 0
    shown = capsys.readouterr()
    assert shown.out == f"{drafts / 'source-one.md'}\n"
    assert f"{source}: missing publisher: " in shown.err
    assert [path.name for path in drafts.iterdir()] == ["source-one.md"]
    assert "title: A Title of Some Words" in (drafts / "source-one.md").read_text(encoding="utf-8")


def test_convert_json_is_one_object_a_line_with_every_field(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.txt"
    other.write_text(PROSE, encoding="utf-8")
    assert run_cli(str(source), str(other), "--to", str(tmp_path / "drafts"), "--json") == 0
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert list(first) == ["source", "draft", "metadata", "review", "blocks", "dropped"]
    assert list(first["metadata"]) == list(FIELDS)
    assert first["metadata"]["title"] == {
        "value": "A Title of Some Words",
        "rule": "title-line",
        "line": 1,
        "confidence": "medium",
        "reason": None,
        "is_inferred": False,
    }
    assert first["metadata"]["authors"]["value"] == [{"name": "Jane Roe", "kind": "person"}]
    assert second["metadata"]["title"]["value"] is None
    assert first["draft"].endswith("drafts/source-one.md")
    assert [block["type"] for block in first["blocks"]] == ["paragraph"]


def test_convert_json_alone_writes_nothing(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_cli(str(source), "--json") == 0
    assert json.loads(capsys.readouterr().out)["draft"] is None
    assert [path.name for path in tmp_path.iterdir()] == [source.name]


def test_convert_never_overwrites_without_force(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "source-one.md"
    draft.write_text("edited by hand", encoding="utf-8")
    assert run_cli(str(source), "--to", str(tmp_path)) == 1
    assert draft.read_text(encoding="utf-8") == "edited by hand"
    assert f"{source}: the draft {draft} exists — edit it, or replace it with --force" in (
        capsys.readouterr().err
    )
    assert run_cli(str(source), "--to", str(tmp_path), "--force") == 0
    assert "edited by hand" not in draft.read_text(encoding="utf-8")


def test_convert_goes_on_after_a_source_that_fails(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    absent, drafts = tmp_path / "absent.txt", tmp_path / "drafts"
    assert run_cli(str(absent), str(source), "--to", str(drafts)) == 1
    shown = capsys.readouterr()
    assert f"{absent}: there is no such file — check the path\n" in shown.err
    assert shown.out == f"{drafts / 'source-one.md'}\n"


def test_convert_two_sources_of_one_name_do_not_meet(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    twin = tmp_path / "source_one.txt"
    twin.write_text(PROSE, encoding="utf-8")
    drafts = tmp_path / "drafts"
    assert run_cli(str(source), str(twin), "--to", str(drafts), "--force") == 1
    assert "rename this one" in capsys.readouterr().err
    assert "A Title" in (drafts / "source-one.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments", [[], ["a.txt"], ["a.txt", "--to", "d", "--language", "english language"]]
)
def test_convert_wrong_usage_exits_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        run_cli(*arguments)
    assert caught.value.code == 2


def test_convert_language_is_taken_over(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_cli(str(source), "--json", "--language", "en-GB") == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["metadata"]["language"]["value"] == "en-GB"
    assert {block["language"] for block in shown["blocks"]} == {"en-GB"}


def test_write_draft_leaves_nothing_behind_where_it_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdopen", fail)
    with pytest.raises(SourceError, match="No space left on device"):
        write_draft(tmp_path / "draft.md", "text")
    assert list(tmp_path.iterdir()) == []


def test_write_draft_into_what_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(SourceError, match="can not be written"):
        write_draft(tmp_path / "file" / "draft.md", "text")
