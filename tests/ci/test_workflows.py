"""The workflows, as they are written: whom they trust, what they may do, what they fetch."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import REPOSITORY

FOLDER = REPOSITORY / ".github/workflows"
WORKFLOWS = sorted(FOLDER.glob("*.yml"))
PINNED_RE = re.compile(r"[a-z-]+/[a-z-]+@[0-9a-f]{40}")
TRUSTED_BASE = "${{ github.event.pull_request.base.sha }}"


def read(path: Path) -> dict[Any, Any]:
    loaded: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def triggers(workflow: dict[Any, Any]) -> set[str]:
    return set(workflow[True])  # YAML reads the word "on" so


def jobs(workflow: dict[Any, Any]) -> Iterator[dict[str, Any]]:
    yield from workflow["jobs"].values()


def steps(workflow: dict[Any, Any]) -> list[dict[str, Any]]:
    return [step for job in jobs(workflow) for step in job["steps"]]


def test_workflows_are_these() -> None:
    assert [path.name for path in WORKFLOWS] == ["contribution.yml", "tests.yml"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_workflow_has_no_rights_no_secret_and_an_end(path: Path) -> None:
    workflow = read(path)
    assert triggers(workflow) <= {"pull_request", "push"}
    assert workflow["permissions"] == {}
    assert "secrets" not in path.read_text(encoding="utf-8").replace("no step has a secret", "")
    for job in jobs(workflow):
        assert job["permissions"] == {"contents": "read"}
        assert job["timeout-minutes"] <= 30
    for step in steps(workflow):
        assert "${{" not in step.get("run", ""), "an expression in a script is code of the title"
        if "uses" in step:
            assert PINNED_RE.fullmatch(step["uses"])
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


def test_zizmor_finds_nothing() -> None:
    command = [
        str(Path(sys.executable).with_name("zizmor")),
        "--offline",
        "--persona=pedantic",
        "--no-progress",
        str(REPOSITORY / ".github"),
    ]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No findings" in done.stdout + done.stderr


def test_contribution_workflow_takes_only_docs_of_the_pull_request() -> None:
    workflow = read(FOLDER / "contribution.yml")
    assert triggers(workflow) == {"pull_request"}
    trusted, sent = [s["with"] for s in steps(workflow) if "checkout" in s.get("uses", "")]
    assert (trusted["ref"], trusted["path"]) == (TRUSTED_BASE, "trusted")
    assert sent["path"] == "contribution"
    assert sent["sparse-checkout"] == "/docs/"
    assert sent["sparse-checkout-cone-mode"] is False


def test_contribution_workflow_runs_only_what_is_trusted() -> None:
    lines = [
        line.split()
        for step in steps(read(FOLDER / "contribution.yml"))
        for line in step.get("run", "").splitlines()
    ]
    assert lines
    for words in lines:
        assert words[0] == "python" or words[0].startswith("trusted/"), words
        # What is sent is named once, as an argument of the one script that takes it as data.
        is_script = words[0] == "trusted/.ci/contribution"
        assert ("contribution" in words[1:]) == is_script, words
        if "install" in words:
            assert "--require-hashes" in words or "--no-deps" in words


def test_tests_of_a_fork_wait_until_somebody_has_read_it() -> None:
    (job,) = jobs(read(FOLDER / "tests.yml"))
    assert "head.repo.full_name == github.repository" in job["if"]


def test_code_owners_guard_what_runs() -> None:
    lines = (REPOSITORY / ".github/CODEOWNERS").read_text(encoding="utf-8").splitlines()
    rules = dict(line.split(None, 1) for line in lines if line and not line.startswith("#"))
    for path in ("/mkdocs.yml", "/scripts/", "/overrides/", "/.github/", "/.ci/", "/Makefile",
                 "/pyproject.toml", "/requirements.lock", "/requirements-dev.lock"):  # fmt: skip
        assert path in rules
        assert (REPOSITORY / path.strip("/")).exists()
