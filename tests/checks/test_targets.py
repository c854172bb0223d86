from pathlib import Path

import pytest

from lanpya.checks.rendered import Renderings
from lanpya.checks.targets import MAX_SUGGESTIONS, Targets
from lanpya.content.configuration import read_configuration
from tests.content.sites import ORIGINAL, read_site, sound_files, write_files


def targets_of(root: Path, **files: str) -> Targets:
    write_files(root, sound_files(("fr", "shn")))
    write_files(root, {f"docs/{path}.md": text for path, text in files.items()})
    reading = read_site(root)
    configuration = read_configuration(root / "mkdocs.yml")
    return Targets(configuration, reading, Renderings(reading.by_path))


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("docs/fr/about.md", True),
        ("docs/shn/articles/a.md", True),
        ("docs/shn/articles/b.md", True),
        ("docs/fr/topics/aid.md", True),
        ("docs/shn/topics/index.md", True),
        ("docs/shn/search.md", True),
        ("docs/fr/topics/water.md", False),
        ("docs/fr/404.md", False),
        ("docs/fr/articles/c.md", False),
        ("docs/de/about.md", False),
        ("docs/about.md", False),
        ("about.md", False),
    ],
)
def test_page_is_there_if_some_language_has_it(tmp_path: Path, shown: str, expected: bool) -> None:
    targets = targets_of(tmp_path, **{"fr/articles/b": ORIGINAL})
    assert targets.has_page(shown) is expected


def test_anchors_are_those_of_the_text_that_readers_get(tmp_path: Path) -> None:
    legal = '---\ntitle: "L"\ndescription: "D"\n---\n## B {#b}\n'
    targets = targets_of(
        tmp_path, **{"shn/articles/b": ORIGINAL, "fr/legal": legal, "shn/broken": "x"}
    )
    assert targets.anchors("docs/shn/articles/b.md") == frozenset({"first"})
    assert targets.anchors("docs/fr/articles/b.md") == frozenset({"first"})
    assert targets.anchors("docs/shn/legal.md") == frozenset({"b"})
    assert targets.anchors("docs/shn/broken.md") is None
    assert targets.anchors("docs/fr/broken.md") is None
    assert targets.anchors("docs/fr/topics/aid.md") is None


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("docs/fr/abuot.md", "docs/fr/about.md"),
        ("docs/shn/abuot.md", "docs/shn/about.md"),
        ("docs/fr/articles/about.md", "docs/fr/about.md"),
        ("docs/fr/topic/aid.md", "docs/fr/topics/aid.md"),
        ("docs/fr/zzzz.md", None),
        ("README.md", None),
    ],
)
def test_near_page_is_found_by_its_name(tmp_path: Path, shown: str, expected: str | None) -> None:
    assert targets_of(tmp_path).near_page(shown) == expected


def test_near_pages_are_looked_for_a_number_of_times(tmp_path: Path) -> None:
    targets = targets_of(tmp_path)
    found = [targets.near_page("docs/fr/abuot.md") for _ in range(MAX_SUGGESTIONS + 1)]
    assert found == ["docs/fr/about.md"] * MAX_SUGGESTIONS + [None]
