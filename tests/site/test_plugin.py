"""Every way to build gives the same bytes, wherever and however often it is done."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.commands.serve import serve
from mkdocs.livereload import LiveReloadServer

from tests.conftest import REPOSITORY
from tests.site.repository import read_tree, write_page, write_repository

# In a C locale Python would not help itself to UTF-8.
ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONUTF8": "0",
    "PYTHONHASHSEED": "7",
    "SOURCE_DATE_EPOCH": "86400",
}


def run(*command: str, umask: int = 0o022, **environment: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment,
        umask=umask,
    )
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr


def differences(first: dict[str, bytes], second: dict[str, bytes]) -> set[str]:
    """The files that only one of two trees has, or that differ."""
    return {name for name in first | second if first.get(name) != second.get(name)}


def test_mkdocs_build_gives_the_same_bytes(site_dir: Path, tmp_path: Path) -> None:
    config = str(REPOSITORY / "mkdocs.yml")
    run("mkdocs", "build", "--strict", "--config-file", config, "--site-dir", str(tmp_path / "s"))
    assert differences(read_tree(tmp_path / "s"), read_tree(site_dir)) == set()


def test_build_elsewhere_gives_the_same_bytes(
    site_dir: Path, fresh_repository: Path, tmp_path: Path
) -> None:
    config, site = str(fresh_repository / "mkdocs.yml"), str(tmp_path / "လမ်း/site")
    run("lanpya.cli.main", "build", "--config", config, "--site", site, umask=0o077, **ELSEWHERE)
    assert differences(read_tree(Path(site)), read_tree(site_dir)) == set()


def test_build_does_not_look_at_the_times_of_files(tmp_path: Path) -> None:
    repository = write_repository(tmp_path / "repository")
    trees = []
    for time in (86_400, 1_700_000_000):
        for path in repository.rglob("*.md"):
            os.utime(path, (time, time))
        run("lanpya.cli.main", "build", "--config", str(repository / "mkdocs.yml"))
        trees.append(read_tree(repository / "site"))
        shutil.rmtree(repository / "site")
    assert differences(*trees) == set()


def test_serve_builds_again_in_the_same_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = write_repository(tmp_path / "repository")
    monkeypatch.chdir(repository)
    found = []

    def edit_and_build(server: LiveReloadServer, **_: object) -> None:
        page = Path(server.root) / "my/articles/a.html"
        for title in ("First", "Second", "Second"):
            front_matter = {
                "title": title,
                "description": "d",
                "translation": {"of": "en", "status": "draft"},
            }
            write_page(repository, "my", "articles/a", front_matter)
            server.builder()
            found.append((title in page.read_text(encoding="utf-8"), read_tree(Path(server.root))))

    monkeypatch.setattr(LiveReloadServer, "serve", edit_and_build)
    monkeypatch.setattr(LiveReloadServer, "shutdown", LiveReloadServer.server_close)
    serve(str(repository / "mkdocs.yml"))
    assert [is_new for is_new, _ in found] == [True, True, True]
    assert differences(found[1][1], found[2][1]) == set()
    assert "my/articles/a.html" in differences(found[0][1], found[1][1])


def test_site_of_another_address_is_right_at_any_depth(tmp_path: Path) -> None:
    repository = write_repository(tmp_path / "repository")
    config = str(repository / "mkdocs.yml")
    run("lanpya.cli.main", "build", "--config", config, SITE_URL="https://a.example/b")
    tree = read_tree(repository / "site")
    assert b'<link rel="canonical" href="https://a.example/b/index.html">' in tree["index.html"]
    assert b'href="/b/my/index.html"' in tree["404.html"]
    assert b"Sitemap: https://a.example/b/sitemap.xml" in tree["robots.txt"]
    assert tree["mirrors.txt"].decode().splitlines()[3:] == ["https://a.example/b/"]
    assert not [name for name, data in tree.items() if b"//lanpya.example/" in data]


def test_site_without_an_address_is_refused(tmp_path: Path) -> None:
    repository = write_repository(tmp_path / "repository")
    command = [sys.executable, "-m", "lanpya.cli.main", "build"]
    done = subprocess.run(
        [*command, "--config", str(repository / "mkdocs.yml")],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"SITE_URL": ""},
    )
    assert done.returncode == 1
    assert "site_url" in done.stderr
    assert not (repository / "site").exists()
