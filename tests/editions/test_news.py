"""The page of what is new: whole by itself, and about nothing else."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page

from lanpya.editions.built_site import BuiltFile, BuiltSite
from lanpya.editions.edition import Shelf
from lanpya.editions.manifest import Manifest, SiteEntry, parse_manifest, render_manifest
from lanpya.editions.news import render_news, write_news
from lanpya.editions.publication import Publication
from lanpya.text.numerals import format_number
from tests.browser.test_axe import find_violations

NEW = "articles/posts-change-hands"
CHANGED = "articles/two-million-displaced"
WITHDRAWN = "articles/withdrawn-for-a-reason"
ELSEWHERE = "articles/army-under-pressure"


def manifest_of(publication: Publication) -> Manifest:
    return parse_manifest(render_manifest(publication, (), Path()).encode())


def older(publication: Publication, texts: Mapping[str, str | None]) -> Manifest:
    """The manifest as it might have been: other texts at these paths, None where there was none."""
    site = {entry.path: entry for entry in manifest_of(publication).site}
    for path, text in texts.items():
        if text is None:
            del site[path]
        else:
            site[path] = SiteEntry(path=path, size=1, sha256="0" * 64, text=text)
    return manifest_of(publication).model_copy(
        update={"site": tuple(site.values()), "version": "2023-12-05-abc", "date": "2023-12-05"}
    )


@pytest.fixture
def since(publication: Publication) -> Manifest:
    """One article is new in both languages; another has changed, and one has gone, in Burmese."""
    return older(
        publication,
        {
            f"{NEW}.html": None,
            f"my/{NEW}.html": None,
            f"my/{CHANGED}.html": "other",
            f"my/{WITHDRAWN}.html": "words",
        },
    )


def page_of(publication: Publication, since: Manifest, tag: str, folder: Path) -> Path:
    languages = {language.tag: language for language in publication.languages}
    path = folder / f"{tag}.html"
    path.write_text(render_news(publication, languages[tag], since), encoding="utf-8")
    return path


def test_page_holds_what_is_new_and_what_has_changed(
    publication: Publication, since: Manifest, open_page: Callable[..., Page], tmp_path: Path
) -> None:
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page_of(publication, since, "my", tmp_path).as_uri())
    assert [url for url in asked if not url.startswith("data:")] == [page.url]
    works = publication.library.works
    titles = [works[uri].pages["my"].title for uri in (NEW, CHANGED)]
    assert page.locator("ul.lines a").all_inner_texts() == titles
    assert page.locator("h2").all_inner_texts()[0] == titles[0]
    assert page.locator("ul.lines .meta").all_inner_texts() == ["အသစ်", "ပြင်ဆင်ထားသည်"]
    assert f"ဆောင်းပါး {format_number(1, 'my')} ပုဒ်" in page.inner_text("main > p.meta")
    for uri in (NEW, CHANGED):
        prose = publication.site.page(uri, "my").parse().find(".//div[@class='prose']")
        assert prose is not None
        words = "".join(prose.text_content().split())
        assert words in "".join(page.inner_text("main").split())
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.size)") == 1


def test_page_names_nothing_that_was_taken_back(
    publication: Publication, since: Manifest, tmp_path: Path
) -> None:
    html = page_of(publication, since, "my", tmp_path).read_text(encoding="utf-8")
    assert "withdrawn" not in html
    assert publication.library.works[ELSEWHERE].pages["my"].title not in html


def test_other_language_has_its_own_news(
    publication: Publication, since: Manifest, tmp_path: Path
) -> None:
    html = page_of(publication, since, "en", tmp_path).read_text(encoding="utf-8")
    assert html.count('<section id="n') == 1
    assert "no longer published" not in html
    assert "font-face" not in html  # English needs no font of ours


def test_links_stay_inside_or_say_where_the_site_stands(
    publication: Publication, since: Manifest, tmp_path: Path
) -> None:
    html = page_of(publication, since, "my", tmp_path).read_text(encoding="utf-8")
    ids = re.findall(r'\bid="([^"]*)"', html)
    assert len(set(ids)) == len(ids)
    links = re.findall(r'href="([^"]*)"', html)
    inside = {link[1:] for link in links if link.startswith("#")}
    assert {"n1", "n2"} <= inside <= set(ids)
    outside = [link for link in links if not link.startswith("#") and link != "data:,"]
    assert outside
    assert all(link.startswith(("https://", "http://")) for link in outside)
    assert "aria-labelledby" not in html


def test_page_has_no_violations(
    publication: Publication, since: Manifest, open_page: Callable[..., Page], tmp_path: Path
) -> None:
    page = open_page(bypass_csp=True)
    page.goto(page_of(publication, since, "my", tmp_path).as_uri())
    assert find_violations(page) == []


def test_nothing_new_is_said_to_be_nothing(publication: Publication, tmp_path: Path) -> None:
    html = page_of(publication, older(publication, {}), "en", tmp_path).read_text(encoding="utf-8")
    assert "Nothing new in this language." in html
    assert "<section" not in html


def test_work_that_is_not_translated_is_news_under_its_own_language(
    grown_publication: Publication, tmp_path: Path
) -> None:
    since = older(grown_publication, {"my/articles/only-english.html": None})
    html = page_of(grown_publication, since, "my", tmp_path).read_text(encoding="utf-8")
    assert 'lang="en">Only in English</a>' in html


def test_image_of_an_article_is_inside(publication: Publication, tmp_path: Path) -> None:
    site = publication.site
    page = site.page(NEW, "en")
    image = site.files["assets/fonts/OFL.txt"]
    path = tmp_path / "page.html"
    prose = '<div class="prose">'
    path.write_text(
        page.html.replace(prose, prose + '<img src="../assets/images/a%20b.png" alt="x">', 1),
        encoding="utf-8",
    )
    files = {
        **site.files,
        page.url: replace(page, path=path),
        "assets/images/a b.png": replace(image, url="assets/images/a b.png"),
    }
    changed = replace(publication, site=site_with(publication, files))
    since = older(publication, {f"{NEW}.html": None})
    html = render_news(changed, publication.languages[0], since)
    assert 'src="data:image/png;base64,' in html


def site_with(publication: Publication, files: Mapping[str, BuiltFile]) -> BuiltSite:
    """The same site with other files."""
    site = publication.site
    names = publication.configuration.site_names
    copy = BuiltSite(site.folder, site.languages, publication.configuration.default, names)
    copy.files = dict(files)
    return copy


def test_page_is_named_by_both_versions(
    publication: Publication, since: Manifest, tmp_path: Path
) -> None:
    shelf = Shelf(tmp_path, "news", publication.languages[1:])
    write_news(publication, publication.languages[1], since, shelf)
    [edition] = shelf.editions
    assert edition.path == f"lanpya-my-since-2023-12-05-abc-{publication.version}.html"
    assert edition.language == "my"


def test_manifest_of_a_site_can_be_read_again(publication: Publication) -> None:
    manifest = manifest_of(publication)
    assert json.loads(render_manifest(publication, (), Path()))["updates"] == []
    assert {entry.path for entry in manifest.site if entry.text} == {
        f"{prefix}{uri}.html" for uri in publication.library.works for prefix in ("", "my/")
    }
