"""The page that leads to the editions, where a site has any."""

from pathlib import Path

import pytest

from lanpya.editions.formats import FORMATS as MADE
from lanpya.site.build import build_site
from lanpya.site.downloads import FORMATS, downloads_name
from tests.site.built import BuiltPage, BuiltSite
from tests.site.repository import write_repository

ONION = "http://" + "b3" * 28 + ".onion/"
MIRROR = "https://mirror.example/a/"
KEY = "RWQ0000000000000000000000000000000000000000000000000000"
NONE = "  editions:\n    mirrors: []\n"


def build(root: Path, editions: str) -> BuiltSite:
    configuration = write_repository(root / "repository") / "mkdocs.yml"
    text = configuration.read_text(encoding="utf-8")
    assert NONE in text
    configuration.write_text(text.replace(NONE, editions), encoding="utf-8")
    return BuiltSite(build_site(configuration, root / "site"))


def text_of(page: BuiltPage) -> str:
    return "".join(page.tree.itertext())


def links_of(page: BuiltPage) -> list[str]:
    return [link.get("href", "") for link in page.find("a")]


@pytest.fixture(scope="module")
def carried(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    editions = f"  editions: {{key: {KEY}, mirrors: ['{MIRROR}', '{ONION}']}}\n"
    return build(tmp_path_factory.mktemp("carried"), editions)


def test_every_format_is_told_of() -> None:
    assert {*FORMATS, "verify"} == {format_.name for format_ in MADE}


@pytest.mark.parametrize("tag", ["en", "my"])
def test_page_leads_to_the_files_of_its_language(carried: BuiltSite, tag: str) -> None:
    page = carried.pages[("" if tag == "en" else f"{tag}/") + "downloads.html"]
    name = downloads_name(tag, "en")
    assert f"https://lanpya.example/downloads/{name}" in links_of(page)
    assert name == ("downloads.html" if tag == "en" else "downloads.my.html")
    assert {"safety.html"} <= set(links_of(page))
    assert KEY in text_of(page)


def test_mirrors_are_named_and_not_linked(carried: BuiltSite) -> None:
    page = carried.pages["downloads.html"]
    for mirror in (MIRROR, ONION):
        assert f"{mirror}downloads/downloads.html" in text_of(page)
        assert not [link for link in links_of(page) if link.startswith(mirror)]


def test_every_page_leads_there(carried: BuiltSite) -> None:
    for url, page in carried.pages.items():
        leads = [carried.lead(page.absolute(link)) for link in links_of(page)]
        language = "my/" if page.language == "my" else ""
        is_there = f"{language}downloads.html" in {lead[0] for lead in leads if lead}
        assert is_there == (not url.endswith(("exit.html", "404.html")) and "offprints" not in url)


def test_site_without_editions_does_not_speak_of_them(tmp_path: Path) -> None:
    site = build(tmp_path, "")
    assert not [url for url in site.files if "downloads" in url]
    for page in site.pages.values():
        assert not [link for link in links_of(page) if "downloads" in link]
