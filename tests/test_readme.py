"""The README: what it promises in commands, done."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, build_site

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
BLOCK_RE = re.compile(r"^ *```sh\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
SOURCE = """Aid reaches the hills

17 November 2023

Aid reached three villages in the hills, the township said, after the road was opened again
and eleven lorries with rice and medicine came through.

The road had been closed for two weeks. Nobody was hurt, the township said on Friday.
"""


def commands() -> list[str]:
    """Each command of the README's blocks, without its comment."""
    lines = [line for block in BLOCK_RE.findall(README) for line in block.splitlines()]
    return [line.partition("#")[0].strip() for line in lines if line.strip()]


def test_readme_tells_a_newcomer_in_order() -> None:
    wanted = [
        "# Lanpya",
        "![",
        "## Two commands",
        "## Add an article",
        "## Translate an article",
        "## Where things are",
    ]
    places = [README.index(text) for text in wanted]
    assert places == sorted(places)


def test_readme_names_only_targets_of_make() -> None:
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"`?make ([a-z]+)`?", " ".join([*commands(), README])))
    assert {"site", "test", "serve", "check"} <= named
    for target in named & set(re.findall(r"`make ([a-z]+)`", README)) | {"site", "test"}:
        assert re.search(rf"^{target}:.*## ", makefile, re.MULTILINE), target


def test_readme_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (REPOSITORY / target).exists(), target


@pytest.mark.parametrize("command", [line for line in commands() if "lanpya" in line])
def test_readme_command_runs(command: str, fresh_repository: Path) -> None:
    (fresh_repository / "source.txt").write_text(SOURCE, encoding="utf-8")
    site = fresh_repository / "published"
    words = shlex.split(command.replace("/srv/www/site", str(site)))
    variables = dict(word.split("=", 1) for word in words if re.match(r"[A-Z_]+=", word))
    arguments = words[len(variables) + 1 :]
    assert words[len(variables)] == "lanpya"
    if "bundle" in arguments:
        build_site(fresh_repository / "mkdocs.yml", fresh_repository / "site")
    done = subprocess.run(
        [sys.executable, "-m", "lanpya.cli.main", *arguments],
        cwd=fresh_repository,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    if "convert" in arguments:
        assert (fresh_repository / "drafts" / "source.md").is_file()
    if site.exists():
        assert "https://example.org/" in (site / "index.html").read_text(encoding="utf-8")
