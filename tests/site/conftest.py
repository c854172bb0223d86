"""The built sites that the contract holds for."""

from pathlib import Path

import pytest

from tests.site.built import BuiltSite


@pytest.fixture(scope="session")
def own(site_dir: Path) -> BuiltSite:
    """The site of this repository."""
    return BuiltSite(site_dir)


@pytest.fixture(scope="session")
def grown(grown_site_dir: Path) -> BuiltSite:
    """A site with lists, gaps and texts that this repository does not have."""
    return BuiltSite(grown_site_dir)


@pytest.fixture(scope="session", params=["own", "grown"])
def built(request: pytest.FixtureRequest) -> BuiltSite:
    """Either of the two."""
    site: BuiltSite = request.getfixturevalue(request.param)
    return site
