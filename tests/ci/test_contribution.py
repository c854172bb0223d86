"""The trusted steps of a pull request's workflow, run here on hostile pull requests."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ci.hostile import CANARY, PAGE, write_hostile_contribution
from tests.ci.test_workflows import FOLDER, read, steps
from tests.conftest import REPOSITORY

TRUSTED = ("mkdocs.yml", "docs", "overrides", "scripts", ".ci")
SECRET = "token-of-the-runner"
IS_BOXED = subprocess.run(
    "unshare --map-current-user --net true || sudo --non-interactive unshare --net true",
    shell=True,
    stderr=subprocess.DEVNULL,
).returncode == 0  # fmt: skip

pytestmark = pytest.mark.skipif(not IS_BOXED, reason="this system lets nobody close off a network")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A runner's folder after the workflow has fetched what is trusted, and installed it."""
    for name in TRUSTED:
        source, target = REPOSITORY / name, tmp_path / "trusted" / name
        target.parent.mkdir(exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, target)
    binaries = tmp_path / "trusted/.venv/bin"
    binaries.mkdir(parents=True)
    (binaries / "python").write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    (binaries / "python").chmod(0o755)
    return tmp_path


def run_trusted_steps(workspace: Path) -> subprocess.CompletedProcess[str]:
    """Every script of the workflow after the installation, as GitHub runs it."""
    scripts = [step["run"] for step in steps(read(FOLDER / "contribution.yml")) if "run" in step]
    later = [script for script in scripts if "pip install" not in script]
    assert len(later) == len(scripts) - 1 == 1
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", later[0]],
        cwd=workspace,
        env={
            **os.environ,
            "PYTHON": "",  # what make was told to take is not what the runner has
            "GITHUB_ACTIONS": "true",
            "GITHUB_STEP_SUMMARY": str(workspace / "summary.md"),
            "SECRET_TOKEN": SECRET,
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def contents(folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return "\n".join(path.read_bytes().decode("utf-8", "replace") for path in files)


def test_edits_outside_docs_are_not_run_and_not_in_the_preview(workspace: Path) -> None:
    marker = workspace / "something-ran"
    write_hostile_contribution(
        workspace / "contribution", REPOSITORY / "docs", marker, in_docs=False
    )
    before = contents(workspace / "trusted")
    done = run_trusted_steps(workspace)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not marker.exists()
    assert contents(workspace / "trusted") == before
    shown = contents(workspace / "preview")
    assert "A new sentence." in shown
    for stranger in (CANARY, SECRET):
        assert stranger not in shown
        assert stranger not in done.stdout + done.stderr


def test_code_in_docs_is_not_run_but_found(workspace: Path) -> None:
    marker = workspace / "something-ran"
    write_hostile_contribution(
        workspace / "contribution", REPOSITORY / "docs", marker, in_docs=True
    )
    (workspace / "contribution/docs/en/stolen.md").symlink_to("/etc/passwd")
    done = run_trusted_steps(workspace)
    assert done.returncode == 1
    assert not marker.exists()
    assert not (workspace / "preview").exists()
    found = [line for line in done.stdout.splitlines() if line.startswith("::error ")]
    for name in ("docs/hooks.py", "docs/mkdocs.yml", "docs/en/stolen.md"):
        assert [line for line in found if f"file={name}," in line], name
    assert "docs/hooks.py" in (workspace / "summary.md").read_text(encoding="utf-8")
    assert SECRET not in done.stdout


def test_docs_that_is_a_link_is_refused(workspace: Path) -> None:
    (workspace / "contribution").mkdir()
    (workspace / "contribution/docs").symlink_to(workspace)
    done = run_trusted_steps(workspace)
    assert done.returncode == 1
    assert "no folder docs/" in done.stderr


def test_lines_that_command_the_runner_are_quoted(workspace: Path) -> None:
    shutil.copytree(REPOSITORY / "docs", workspace / "contribution/docs")
    command = "::add-mask::everything"
    page = workspace / "contribution" / PAGE
    page.write_text(f"{command}\n{page.read_text(encoding='utf-8')}", encoding="utf-8")
    lines = run_trusted_steps(workspace).stdout.splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith("::stop-commands::"))
    end = lines.index(f"::{lines[start].rpartition('::')[2]}::")
    obeyed = [*lines[:start], *lines[end + 1 :]]
    assert any(line.startswith("::error ") for line in obeyed)
    assert not [line for line in obeyed if line.lstrip().startswith("::add-mask")]


def test_steps_have_no_network(workspace: Path) -> None:
    shutil.copytree(REPOSITORY / "docs", workspace / "contribution/docs")
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        probe = f"import socket; socket.create_connection(('127.0.0.1', {port}), 5)"
        python = workspace / "trusted/.venv/bin/python"
        python.write_text(
            f'#!/bin/sh\n{sys.executable} -c "{probe}" 2>>{workspace}/refused && exit 9\n'
            f'exec {sys.executable} "$@"\n'
        )
        done = run_trusted_steps(workspace)
        server.setblocking(False)
        with pytest.raises(BlockingIOError):  # nobody waits to be let in
            server.accept()
    assert done.returncode == 0, done.stdout + done.stderr
    assert "unreachable" in (workspace / "refused").read_text()
