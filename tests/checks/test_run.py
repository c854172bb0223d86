from pathlib import Path

import pytest

from lanpya.checks import rendered
from lanpya.checks.run import check_reading
from lanpya.content.configuration import read_configuration
from lanpya.content.library import read_docs
from tests.checks.cases import (
    ABOUT,
    EN,
    ENCODING,
    FILES,
    FRONT_MATTER,
    LINKS,
    MY,
    VOCABULARY,
    YAML,
    page,
)
from tests.content.sites import check_site, read_site, show, sound_files, write_files


def test_faults_in_several_files_are_all_found_in_one_run_and_in_order(tmp_path: Path) -> None:
    fault = "---\ntitle: [\n---\n"
    pages = [path for path in sound_files() if path.endswith(".md")]
    write_files(tmp_path, {**sound_files(), **dict.fromkeys(pages, fault)})
    assert show(check_site(tmp_path)) == [f"{path}:2:9 yaml-malformed" for path in sorted(pages)]


def test_faults_of_every_sort_stand_side_by_side(tmp_path: Path) -> None:
    cases = {
        ABOUT: LINKS["link-scheme"],
        EN: FRONT_MATTER["front-matter-unknown-key-inside"],
        MY: ENCODING["encoding-latin-1-after-burmese"],
        "docs/topics.yml": VOCABULARY["vocabulary-one-bad-entry"],
        "docs/en/articles/Two Million.md": FILES["file-name"],
    }
    changed = {path: case.files[path] for path, case in cases.items()}
    write_files(tmp_path, {**sound_files(), **changed})
    expected = {
        line
        for path, case in cases.items()
        for line in case.expected
        if line.startswith(f"{path}:")
    }
    assert set(show(check_site(tmp_path))) == expected


def test_finding_has_a_path_that_is_asked_for(tmp_path: Path) -> None:
    write_files(tmp_path, {**sound_files(), **YAML["yaml-tag"].files, MY: "x"})
    configuration = read_configuration(tmp_path / "mkdocs.yml")
    found = check_reading(configuration, read_docs(configuration), lambda path: path == MY)
    assert show(found) == [f"{MY}:1:1 front-matter-missing"]


def test_page_is_rendered_once_and_only_where_it_must_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    render = rendered.Renderings._render

    def watch(renderings: rendered.Renderings, shown: str) -> rendered.RenderedPage:
        asked.append(shown)
        return render(renderings, shown)

    monkeypatch.setattr(rendered.Renderings, "_render", watch)
    files = {ABOUT: page("[a](articles/a.md#first) [b](articles/a.md) [c](safety.md)")}
    write_files(tmp_path, {**sound_files(), **files})
    assert check_site(tmp_path) == []
    assert asked == [ABOUT, EN]


def test_reading_is_left_as_it_was(tmp_path: Path) -> None:
    write_files(tmp_path, {**sound_files(), ABOUT: "x", MY: page("x")})
    reading = read_site(tmp_path)
    before = list(reading.findings)
    configuration = read_configuration(tmp_path / "mkdocs.yml")
    first = check_reading(configuration, reading)
    assert check_reading(configuration, reading) == first
    assert reading.findings == before
