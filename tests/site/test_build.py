"""Whatever goes wrong in a build, the site that stood there stands there still."""

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import TemplateSyntaxError

from lanpya.findings import SiteError
from lanpya.site.build import build_site
from tests.site.repository import read_tree, write_page, write_repository

COMMAND = [sys.executable, "-m", "lanpya.cli.main", "build"]


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository and, in www/, nothing but its built site."""
    root = tmp_path_factory.mktemp("original")
    repository = write_repository(root / "repository")
    build_site(repository / "mkdocs.yml", root / "www/site")
    return root


@pytest.fixture
def repository(tmp_path: Path, original: Path) -> Path:
    return Path(shutil.copytree(original / "repository", tmp_path / "repository"))


@pytest.fixture
def site(tmp_path: Path, original: Path) -> Path:
    """A built site in a folder where nothing else is."""
    return Path(shutil.copytree(original / "www", tmp_path / "www")) / "site"


def start_build(repository: Path, site: Path) -> subprocess.Popen[str]:
    command = [*COMMAND, "--config", str(repository / "mkdocs.yml"), "--site", str(site)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, encoding="utf-8")


def test_site_is_built_where_no_folder_was(tmp_path: Path, repository: Path) -> None:
    target = tmp_path / "not/there/yet"
    assert build_site(repository / "mkdocs.yml", target) == target
    assert (target / "articles/a.html").is_file()
    assert [path.name for path in target.parent.iterdir()] == ["yet"]


def test_site_is_built_beside_its_configuration_unless_told_otherwise(repository: Path) -> None:
    build_site(repository / "mkdocs.yml")
    assert (repository / "site/index.html").is_file()
    assert {path.name for path in repository.iterdir()} == {
        "docs",
        "mkdocs.yml",
        "overrides",
        "site",
    }


def test_second_build_gives_the_same_bytes_and_leaves_nothing_beside_it(
    repository: Path, site: Path
) -> None:
    first = read_tree(site)
    build_site(repository / "mkdocs.yml", site)
    assert read_tree(site) == first
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_second_build_drops_what_is_no_longer_there(repository: Path, site: Path) -> None:
    assert (site / "my/articles/a.html").is_file()
    for language in ("en", "my"):
        (repository / f"docs/{language}/articles/a.md").unlink()
    build_site(repository / "mkdocs.yml", site)
    assert not list(site.rglob("articles"))


def test_site_can_be_read_by_everyone(site: Path) -> None:
    assert site.stat().st_mode & 0o777 == 0o755


def break_front_matter(repository: Path) -> None:
    write_page(repository, "en", "about", {"title": "No description"})


def break_encoding(repository: Path) -> None:
    (repository / "docs/my/about.md").write_bytes(b"---\ntitle: \xff\n---\n")


def break_link(repository: Path) -> None:
    words = {"title": "About", "description": "On it."}
    write_page(repository, "en", "about", words, "## A {#corrections}\n\n[x](gone.md)")


def break_strings(repository: Path) -> None:
    (repository / "overrides/strings/my.yml").unlink()


def break_asset(repository: Path) -> None:
    script = repository / "docs/assets/javascripts/page.js"
    script.parent.mkdir()
    script.write_text("alert(1)", encoding="utf-8")


def break_configuration(repository: Path) -> None:
    (repository / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (break_front_matter, "docs/en/about.md"),
        (break_encoding, "docs/my/about.md"),
        (break_link, "gone.md"),
        (break_strings, "my.yml: strings-missing"),
        (break_asset, "assets/javascripts/page.js"),
        (break_configuration, "mkdocs.yml"),
    ],
)
def test_failed_build_leaves_the_old_site_and_says_why(
    repository: Path, site: Path, harm: Callable[[Path], None], said: str
) -> None:
    before = read_tree(site)
    harm(repository)
    process = start_build(repository, site)
    output, errors = process.communicate()
    assert (process.returncode, output) == (1, "")
    assert said in errors
    assert "Traceback" not in errors
    assert read_tree(site) == before
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_build_is_not_held_back_by_what_does_no_harm(repository: Path, site: Path) -> None:
    """A newsroom's texts have the letter ဝ for the digit in one page of six."""
    words = {"title": "About", "description": "On it."}
    write_page(repository, "my", "about", words, "## A {#corrections}\n\n၂၀၂၀ နှင့် ၂ဝ၂၁")
    process = start_build(repository, site)
    _, errors = process.communicate()
    assert process.returncode == 0
    assert "1 to mend that keep no site from being built" in errors


def test_error_in_a_template_leaves_the_old_site(repository: Path, site: Path) -> None:
    before = read_tree(site)
    (repository / "overrides/article.html").write_text("{% if %}", encoding="utf-8")
    with pytest.raises(TemplateSyntaxError):
        build_site(repository / "mkdocs.yml", site)
    assert read_tree(site) == before
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def kill_in_the_middle(repository: Path, site: Path) -> None:
    """End a build by force once some of its pages are written.

    On a busy machine one may end before this process has its turn: then it takes another.
    """
    for _ in range(5):
        process = start_build(repository, site)
        while process.poll() is None:
            if any(path.suffix == ".html" for path in site.parent.glob(".*/*.html")):
                process.send_signal(signal.SIGKILL)
                break
            time.sleep(0.002)
        process.communicate()
        if process.returncode == -signal.SIGKILL:
            return
    pytest.fail("every build ended before it could be killed")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal here")
def test_killed_build_leaves_the_old_site_and_the_next_one_cleans_up(
    repository: Path, site: Path
) -> None:
    before = read_tree(site)
    kill_in_the_middle(repository, site)
    assert read_tree(site) == before
    assert len(list(site.parent.iterdir())) == 2
    build_site(repository / "mkdocs.yml", site)
    assert read_tree(site) == before
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_builds_side_by_side_do_not_disturb_each_other(repository: Path, site: Path) -> None:
    before = read_tree(site)
    processes = [start_build(repository, site) for _ in range(2)]
    assert [(process.communicate()[1], process.returncode) for process in processes] == [
        ("", 0),
        ("", 0),
    ]
    assert read_tree(site) == before
    assert [path.name for path in site.parent.iterdir()] == ["site"]


@pytest.mark.parametrize(
    "target", ["repository", "repository/docs", "repository/overrides", "home"]
)
def test_folder_that_holds_something_else_is_never_replaced(
    tmp_path: Path, repository: Path, target: str
) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home/letter.txt").write_text("dear", encoding="utf-8")
    before = read_tree(tmp_path)
    with pytest.raises(SiteError, match="holds"):
        build_site(repository / "mkdocs.yml", tmp_path / target)
    assert read_tree(tmp_path) == before


def test_empty_folder_is_taken(tmp_path: Path, repository: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert (build_site(repository / "mkdocs.yml", tmp_path / "empty") / "index.html").is_file()


def test_place_where_no_folder_can_be_is_said(tmp_path: Path, repository: Path) -> None:
    (tmp_path / "file").write_text("dear", encoding="utf-8")
    with pytest.raises(SiteError, match="was not built"):
        build_site(repository / "mkdocs.yml", tmp_path / "file/below/site")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "dear"
