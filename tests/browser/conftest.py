"""Where the two built sites are served and lie, for tests that open their pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.kinds import Roots
from tests.browser.problems import PageProblems
from tests.browser.search_works import SearchedWorks, make_works, write_search_site
from tests.browser.server import SiteServer, serve_site


@pytest.fixture(scope="session")
def grown_server(grown_site_dir: Path) -> Iterator[SiteServer]:
    """The grown site over HTTP."""
    with serve_site(grown_site_dir) as server:
        yield server


@pytest.fixture(scope="session")
def served(site_server: SiteServer, grown_server: SiteServer) -> Roots:
    """Both sites below a path of a host, where a mirror may have put them."""
    return {"own": site_server.sub_url, "grown": grown_server.sub_url}


@pytest.fixture(scope="session")
def lying(site_dir: Path, grown_site_dir: Path) -> Roots:
    """Both sites as folders that were copied somewhere."""
    return {"own": f"{site_dir.as_uri()}/", "grown": f"{grown_site_dir.as_uri()}/"}


@pytest.fixture(scope="session")
def searched() -> SearchedWorks:
    """Works to be searched."""
    return make_works()


@pytest.fixture(scope="session")
def search_dir(
    searched: SearchedWorks, site_dir: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The search over these works, and no page else. To be read only."""
    folder = tmp_path_factory.mktemp("searched")
    write_search_site(searched, site_dir, folder)
    return folder


@pytest.fixture(scope="session")
def search_server(search_dir: Path) -> Iterator[SiteServer]:
    """The same over HTTP."""
    with serve_site(search_dir) as server:
        yield server


@pytest.fixture(scope="module")
def search_page(browser: Browser, search_server: SiteServer) -> Iterator[Page]:
    """The search page in English, shared by a module's tests; its console stays clean."""
    yield from _open_search(browser, f"{search_server.sub_url}search.html")


@pytest.fixture(scope="module")
def lying_search_page(browser: Browser, search_dir: Path) -> Iterator[Page]:
    """The same from a folder."""
    yield from _open_search(browser, f"{search_dir.as_uri()}/search.html")


def _open_search(browser: Browser, url: str) -> Iterator[Page]:
    problems = PageProblems()
    with browser.new_context() as context:
        problems.watch(context)
        page = context.new_page()
        page.goto(url)
        yield page
        problems.settle()
    if verdict := problems.verdict():
        pytest.fail("\n".join(["the search had problems:", *verdict]))
