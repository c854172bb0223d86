"""Links into the web editor of each kind of host."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from lanpya.content.front_matter import read_source_file
from lanpya.site.editing import WebEditor, translation_start
from tests.site.built import BuiltSite

REPO = "https://forge.example/group/site/"
GITHUB = WebEditor(REPO, "edit/main/docs/", "docs")
GITLAB = WebEditor(REPO, "-/edit/main/docs/", "docs")
FORGEJO = WebEditor(REPO, "_edit/main/docs/", "docs")
PATH = "my/articles/a.md"


@pytest.mark.parametrize(
    ("editor", "expected"),
    [
        (GITHUB, "https://forge.example/group/site/edit/main/docs/my/articles/a.md"),
        (GITLAB, "https://forge.example/group/site/-/edit/main/docs/my/articles/a.md"),
        (FORGEJO, "https://forge.example/group/site/_edit/main/docs/my/articles/a.md"),
    ],
)
def test_page_is_mended_in_its_own_file(editor: WebEditor, expected: str) -> None:
    assert editor.edit_url(PATH) == expected


@pytest.mark.parametrize(
    ("editor", "folder"),
    [
        (GITHUB, "/group/site/new/main"),
        (FORGEJO, "/group/site/_new/main"),
    ],
)
def test_missing_page_opens_with_its_name_and_first_lines(editor: WebEditor, folder: str) -> None:
    found = urlsplit(str(editor.new_url(PATH, translation_start("en"))))
    assert found.path == folder
    assert parse_qs(found.query) == {
        "filename": ["docs/my/articles/a.md"],
        "value": [translation_start("en")],
    }


def test_missing_page_on_gitlab_opens_in_its_folder() -> None:
    expected = "https://forge.example/group/site/-/new/main/docs/my/articles?file_name=a.md"
    assert GITLAB.new_url(PATH, "text") == expected


def test_branch_with_a_slash_stays_whole() -> None:
    editor = WebEditor(REPO, "edit/site/live/docs/", "docs")
    assert urlsplit(str(editor.new_url(PATH, ""))).path == "/group/site/new/site/live"


def test_other_docs_folder_is_left_to_the_address() -> None:
    editor = WebEditor(REPO, "edit/main/pages/", "docs")
    found = urlsplit(str(editor.new_url(PATH, "")))
    assert found.path == "/group/site/new/main/pages"
    assert parse_qs(found.query)["filename"] == [PATH]


def test_unknown_form_of_a_host_has_no_link_for_new_pages() -> None:
    editor = WebEditor(REPO, "src/default/docs/", "docs")
    assert editor.new_url(PATH, "") is None
    assert editor.edit_url(PATH) == "https://forge.example/group/site/src/default/docs/" + PATH


@pytest.mark.parametrize(
    "editor", [WebEditor("", "edit/main/docs", "docs"), WebEditor(REPO, "", "docs")]
)
def test_site_without_a_host_has_no_links(editor: WebEditor) -> None:
    assert editor.edit_url(PATH) is None
    assert editor.new_url(PATH, "") is None


def test_first_lines_of_a_translation_are_front_matter(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(translation_start("en"), encoding="utf-8")
    source, findings = read_source_file(tmp_path / "a.md", "a.md")
    assert source is not None
    assert not findings
    assert source.front_matter.value["translation"] == {"of": "en", "status": "draft"}


def leads_to(site: BuiltSite, url: str) -> set[str]:
    base = "https://code.lanpya.example/lanpya/"
    found = (address for _, address in site.pages[url].addresses() if address.startswith(base))
    return {address.removeprefix(base) for address in found}


def test_translated_page_leads_to_its_own_file(grown: BuiltSite) -> None:
    for tag, url in (("en", "articles/w000.html"), ("my", "my/articles/w000.html")):
        assert leads_to(grown, url) == {f"edit/main/docs/{tag}/articles/w000.md"}


def test_page_that_is_not_translated_leads_to_the_file_that_is_missing(grown: BuiltSite) -> None:
    for url in ("articles/only-english.html", "my/articles/only-english.html"):
        (new,) = leads_to(grown, url) - {"edit/main/docs/en/articles/only-english.md"}
        assert new.startswith("new/main?filename=docs%2Fmy%2Farticles%2Fonly-english.md&value=---")
