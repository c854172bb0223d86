from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.content.configuration import read_configuration
from lanpya.content.library import make_library
from lanpya.findings import message_languages, read_lines, word_finding
from lanpya.model import (
    Bound,
    Correction,
    Figure,
    RightsMode,
    Source,
    Translation,
    TranslationStatus,
)
from tests.content.sites import ORIGINAL, check_site, read_site, show, sound_files, write_files
from tests.content.strategies import page_texts

RICH = """\
---
title: "A"
description: "What A is about."
published: "2023-02~"
source: {title: T, publisher: P, agency: G, via: V, authors: [X, Y], url: "https://a.example"}
rights: {mode: full, license: CC-BY-4.0, holder: "H"}
about: [aid]
mentions: [un]
key_points: ["One.", "Two."]
credit: ["N"]
corrections: [{date: "2024-05-03", note: "A number."}]
figures:
  - {id: a, counts: camps, value: 2.5, unit: people, bound: about, attributed_to: source}
  - {id: b, counts: camps, value: 3, unit: people, bound: exact, as_of: "2023-02", \
attributed_to: un, supersedes: "articles/b#camps"}
---
Body.
"""
HOME = """\
---
title: "H"
description: "D"
lead: articles/a
figures: ["articles/b#camps"]
---
Home.
"""
GENERIC = ("fr", "shn")


def test_work_is_read_into_the_model(tmp_path: Path) -> None:
    files = {"docs/fr/articles/a.md": RICH, "docs/fr/articles/b.md": ORIGINAL}
    write_files(tmp_path, sound_files(GENERIC))
    reading = read_site(write_files(tmp_path, files))
    work = reading.works["articles/a"]
    assert reading.findings == []
    assert work.published == "2023-02~"
    assert work.source == Source("T", "P", "G", "V", ("X", "Y"), "https://a.example")
    assert (work.rights.mode, work.rights.holder) == (RightsMode.FULL, "H")
    assert (work.about, work.mentions) == (("aid",), ("un",))
    assert work.figures == (
        Figure("a", "camps", 2.5, "people", Bound.ABOUT, None, "source"),
        Figure("b", "camps", 3.0, "people", Bound.EXACT, "2023-02", "un", "articles/b#camps"),
    )
    page = work.original
    assert (page.uri, page.language) == ("articles/a", "fr")
    assert (page.key_points, page.credit) == (("One.", "Two."), ("N",))
    assert page.corrections == (Correction("2024-05-03", "A number."),)
    assert (page.body, page.body_line, page.translation) == ("Body.\n", 16, None)


def test_translation_is_part_of_its_work(tmp_path: Path) -> None:
    reading = read_site(write_files(tmp_path, sound_files(GENERIC)))
    work = reading.works["articles/a"]
    assert list(work.pages) == ["fr", "shn"]
    assert work.pages["shn"].translation == Translation("fr", TranslationStatus.DRAFT)
    assert work.pages["shn"].path == tmp_path / "docs/shn/articles/a.md"


def test_home_page_says_what_it_leads_with(tmp_path: Path) -> None:
    write_files(tmp_path, sound_files(GENERIC))
    reading = read_site(write_files(tmp_path, {"docs/fr/index.md": HOME}))
    page = reading.pages["index"]["fr"]
    assert (page.lead, page.featured_figures) == ("articles/a", ("articles/b#camps",))


def test_original_may_be_in_any_language(tmp_path: Path) -> None:
    files = sound_files(GENERIC)
    files["docs/shn/articles/b.md"] = ORIGINAL
    reading = read_site(write_files(tmp_path, files))
    assert reading.works["articles/b"].original.language == "shn"
    assert check_site(tmp_path) == []


def test_library_has_the_newest_work_first_and_equals_by_uri(tmp_path: Path) -> None:
    files = sound_files(GENERIC)
    for name, published in {"c": "2023-11-17", "b": "2023-11-17", "d": "2024"}.items():
        text = ORIGINAL.replace("2023-11-17", published)
        files[f"docs/fr/articles/{name}.md"] = text
    site = read_configuration(write_files(tmp_path, files) / "mkdocs.yml")
    library = make_library(site, read_site(tmp_path))
    assert list(library.works) == [f"articles/{name}" for name in "dabc"]
    assert [language.tag for language in library.languages] == list(GENERIC)


def test_of_two_originals_the_first_language_counts(tmp_path: Path) -> None:
    files = {**sound_files(GENERIC), "docs/shn/articles/a.md": ORIGINAL}
    reading = read_site(write_files(tmp_path, files))
    assert show(reading.findings) == ["docs/shn/articles/a.md:1:1 translation-undeclared"]
    assert list(reading.works["articles/a"].pages) == ["fr"]


@pytest.mark.parametrize(
    ("uri", "expected"), [("articles/a", False), ("articles/b", True), ("articles/c", False)]
)
def test_page_is_unread_where_it_is_there_with_a_fault(
    tmp_path: Path, uri: str, expected: bool
) -> None:
    files = {**sound_files(GENERIC), "docs/shn/articles/b.md": "no front matter"}
    assert read_site(write_files(tmp_path, files)).is_unread(uri) is expected


@pytest.mark.parametrize("languages", [("fr", "shn"), ("de",), ("my", "en", "shn")])
def test_site_in_any_languages_is_read_and_checked(
    tmp_path: Path, languages: tuple[str, ...]
) -> None:
    write_files(tmp_path, sound_files(languages))
    reading = read_site(tmp_path)
    assert check_site(tmp_path) == []
    assert set(reading.works["articles/a"].pages) == set(languages)
    assert {uri: set(variants) for uri, variants in reading.pages.items()} == {
        uri: set(languages) for uri in ("index", "about", "safety", "contribute")
    }


@pytest.fixture(scope="module")
def sound_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_files(tmp_path_factory.mktemp("site"), sound_files())


@given(page_texts | st.binary(max_size=300), st.sampled_from(["articles/a", "about", "index"]))
def test_any_page_is_survived_with_findings_on_its_lines(
    sound_site: Path, content: str | bytes, uri: str
) -> None:
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    changed = f"docs/en/{uri}.md"
    write_files(sound_site, {**sound_files(), changed: data})
    lines = read_lines(sound_site / changed)
    is_read = changed in read_site(sound_site).by_path
    for finding in check_site(sound_site):
        assert is_read or finding.path == changed
        assert finding.path != changed or 0 <= finding.line <= len(lines)
        for language in message_languages():
            assert word_finding(finding, language).text
