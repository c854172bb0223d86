"""What tests of this room may ask for: publications, read from sites that are built once."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from lanpya.content.configuration import read_configuration
from lanpya.editions.publication import Publication, read_publication
from tests.conftest import REPOSITORY


@pytest.fixture(scope="session")
def publication(site_dir: Path) -> Publication:
    """This repository's site. To be read only."""
    return read_publication(read_configuration(REPOSITORY / "mkdocs.yml"), site_dir, {})


@pytest.fixture(scope="session")
def grown_publication(grown_site_dir: Path) -> Publication:
    """A site with gaps in both languages. To be read only."""
    return read_publication(read_configuration(grown_site_dir.parent / "mkdocs.yml"), None, {})


@pytest.fixture
def copy_site(tmp_path: Path, grown_site_dir: Path) -> Callable[[], Path]:
    """Copies the grown repository with its built site, for a test to change. Returns its root."""

    def copy() -> Path:
        return Path(shutil.copytree(grown_site_dir.parent, tmp_path / "copy"))

    return copy
