"""Where the two built sites are served and lie, for tests that open their pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.kinds import Roots
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
