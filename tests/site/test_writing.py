"""What a contributor may well write: whatever the checker lets pass has to build."""

from pathlib import Path

import pytest

from lanpya.checks.run import check_reading
from lanpya.content.configuration import read_configuration
from lanpya.content.library import read_docs
from lanpya.site.build import build_site
from lanpya.site.topic_places import OWN_PAGE_FROM
from tests.site.built import BuiltSite
from tests.site.repository import write_original, write_repository


def build_with_body(root: Path, body: str) -> BuiltSite:
    """A site with one article, in English alone, whose text is `body`; it passes the check."""
    write_repository(root, works=())
    page = write_original(root, "en", "a")
    head = page.read_text(encoding="utf-8").rpartition("\n---\n")[0]
    page.write_text(f"{head}\n---\n{body}\n", encoding="utf-8")
    configuration = read_configuration(root / "mkdocs.yml")
    assert check_reading(configuration, read_docs(configuration)) == []
    return BuiltSite(build_site(root / "mkdocs.yml"))


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("<a@b.example>", "mailto:a@b.example"),
        ("[x](../search.md?q=a)", "../search.html?q=a"),
        ("[x](../search.md#q=a)", "../search.html#q=a"),
        ("[x](../topics/un.md)", "../topics/all/organisation.html#un"),
        ("[x](../topics/un.md#x-latest)", "../topics/all/organisation.html#un"),
        ("[x](../about.md#corrections)", "../about.html#corrections"),
    ],
)
def test_link_is_led_on_as_it_is_meant(tmp_path: Path, written: str, url: str) -> None:
    site = build_with_body(tmp_path / "repository", f"Text {written}.")
    for folder in ("", "my/"):  # the page itself, and its fallback in the other language
        prose = site.pages[f"{folder}articles/a.html"].find("div", **{"class": "prose"})[0]
        assert [link.get("href") for link in prose.iter("a")] == [url]


def test_link_to_a_topic_with_many_works_leads_to_its_page(tmp_path: Path) -> None:
    root = write_repository(tmp_path / "repository", works=map(str, range(OWN_PAGE_FROM)))
    page = write_original(root, "en", "0")
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}\n[x](../topics/un.md#x-latest)\n", encoding="utf-8")
    site = BuiltSite(build_site(root / "mkdocs.yml"))
    prose = site.pages["articles/0.html"].find("div", **{"class": "prose"})[0]
    assert [link.get("href") for link in prose.iter("a")] == ["../topics/un.html#x-latest"]
    assert "x-latest" in site.pages["topics/un.html"].ids


def test_site_in_one_language_needs_no_font(tmp_path: Path) -> None:
    root = write_repository(tmp_path / "repository")
    config = root / "mkdocs.yml"
    lines = config.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if "locale: my" not in line and not line.startswith("    my:")]
    config.write_text("\n".join(kept), encoding="utf-8")
    for path in sorted((root / "docs/my").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (root / "docs/my").rmdir()
    site = BuiltSite(build_site(config))
    assert "font-face" not in site.read("404.html")
    assert "articles/a.html" in site.pages
