"""What tests of every room may ask for: the site built once, a server for it, a browser."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Page

from tests.browser.chromium import open_chromium
from tests.browser.problems import PageProblems
from tests.browser.server import SiteServer, serve_site
from tests.once import make_once, shared_folder
from tests.site.repository import write_grown_repository

REPOSITORY = Path(__file__).resolve().parent.parent
SOURCES = ("mkdocs.yml", "docs", "overrides")

# How long an example takes depends on the machine, not on what is right.
settings.register_profile("lanpya", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("lanpya")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


def build_site(config: Path, site: Path) -> None:
    """Run the real command line: mkdocs.yml in, a whole site out. Fails the test if it fails."""
    verb = [sys.executable, "-m", "lanpya.cli.main", "build"]
    command = [*verb, "--config", str(config), "--site", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        pytest.fail(f"lanpya build: exit {done.returncode}\n{done.stdout}{done.stderr}")


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository, built once. To be read only."""
    build = partial(build_site, REPOSITORY / "mkdocs.yml")
    return make_once(shared_folder(tmp_path_factory) / "own", build)


@pytest.fixture(scope="session")
def grown_site_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with long lists, gaps and texts of every sort, built once. To be read only."""

    def build(repository: Path) -> None:
        write_grown_repository(repository)
        build_site(repository / "mkdocs.yml", repository / "site")

    return make_once(shared_folder(tmp_path_factory) / "grown", build) / "site"


@pytest.fixture(scope="session")
def site_server(site_dir: Path) -> Iterator[SiteServer]:
    """The built site over HTTP, at `url` and at `sub_url`."""
    with serve_site(site_dir) as server:
        yield server


@pytest.fixture
def fresh_repository(tmp_path: Path) -> Path:
    """A folder of its own with mkdocs.yml, docs/ and overrides/, for a test to break."""
    root = tmp_path / "repository"
    root.mkdir()
    for name in SOURCES:
        source = REPOSITORY / name
        copy = shutil.copytree if source.is_dir() else shutil.copy2
        copy(source, root / name)
    return root


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, which reaches this machine and nothing else."""
    with open_chromium() as chromium:
        yield chromium


@pytest.fixture
def page_problems() -> Iterator[PageProblems]:
    """What goes wrong in this test's pages; whatever it did not `expect` fails it at the end."""
    problems = PageProblems()
    yield problems
    if verdict := problems.verdict():
        pytest.fail("\n".join(["the pages had problems:", *verdict]))


@pytest.fixture
def open_page(browser: Browser, page_problems: PageProblems) -> Iterator[Callable[..., Page]]:
    """Open an empty page in a context of its own: `open_page(java_script_enabled=False)`.

    Takes what Browser.new_context takes: a phone's viewport, a colour scheme, a locale.
    """
    contexts = []

    def open_watched_page(**options: Any) -> Page:
        context = browser.new_context(**options)
        contexts.append(context)
        page_problems.watch(context)
        return context.new_page()

    yield open_watched_page
    page_problems.settle()
    for context in contexts:
        context.close()


@pytest.fixture
def browser_page(open_page: Callable[..., Page]) -> Page:
    """An empty page, as a desktop browser with scripts shows it."""
    return open_page()
