"""Sheets for paper: whole, black on white, and to be checked once they are on paper."""

import re
from collections.abc import Callable
from pathlib import Path

import lxml.html
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml.html import HtmlElement
from playwright.sync_api import Page

from lanpya.editions.print_sheets import PRINT, quote_css
from lanpya.editions.publication import Publication
from lanpya.editions.templates import read_source
from tests.browser.test_axe import find_violations
from tests.editions.test_bundle import make

COLOUR_RE = re.compile(r"#[0-9a-f]{3,8}\b|(?:background|color)\s*:[^;}]*")
PDF_PAGE_RE = re.compile(rb"/Type\s*/Page\b(?!s)")
STAMP = """() => [...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
  .filter(rule => rule instanceof CSSPageRule).map(rule => rule.cssText).join('')"""


@pytest.fixture(scope="module")
def dist(publication: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("print") / "dist"
    make(publication, folder, PRINT)
    return folder


@pytest.fixture(scope="module")
def grown(grown_publication: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("print") / "dist"
    make(grown_publication, folder, PRINT)
    return folder


def read(dist: Path, name: str) -> HtmlElement:
    return lxml.html.document_fromstring((dist / "print" / name).read_bytes().decode())


def words_of(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_every_work_has_a_sheet_in_each_language_that_it_is_there_in(
    grown_publication: Publication, grown: Path
) -> None:
    found = {path.relative_to(grown).as_posix() for path in (grown / "print").rglob("*.html")}
    assert found == {
        f"print/{tag}/{uri.removeprefix('articles/')}.html"
        for uri, work in grown_publication.library.works.items()
        for tag in work.pages
    }


@pytest.mark.parametrize("tag", ["en", "my"])
def test_no_word_of_a_work_is_lost(publication: Publication, dist: Path, tag: str) -> None:
    for built in publication.works(tag):
        sheet = words_of(read(dist, f"{tag}/{built.page.uri.removeprefix('articles/')}.html"))
        page = built.page.parse()
        blocks = [one for part in page.find_class("prose") for one in part.iter("p", "h2", "td")]
        for block in [*blocks, *page.find_class("source")[0].iter("dd")]:
            assert words_of(block) in sheet
        assert all((one.text or "").strip() in sheet for one in page.find_class("notice"))


def test_links_are_numbered_and_their_addresses_are_at_the_end(
    grown_publication: Publication, grown: Path
) -> None:
    sheet = read(grown, "en/rich.html")
    [ends] = [one for one in sheet.iter("section") if one.get("aria-labelledby") == "x-links"]
    said = {words_of(item).partition(" ")[0]: words_of(item) for item in ends.iter("li")}
    titles = [grown_publication.site.page(uri, "en").title for uri in ("about", "articles/w000")]
    assert said["[1]"] == f"[1] Lanpya: {titles[0]}"
    assert said["[2]"] == f"[2] Lanpya: {titles[1]}"
    assert said["[3]"] == "[3] https://source.example/a?b=1&c=2"
    assert "work[2], elsewhere[3] and a note.1" in words_of(sheet.find_class("prose")[0])
    assert len(said) == len({words_of(one) for one in sheet.iter("sup") if "[" in words_of(one)})
    # An address that stands there itself needs no number.
    assert "https://source.example/a" in words_of(sheet.find_class("source")[0])
    assert "[" not in words_of(sheet.find_class("source")[0])
    # What is left to click on leaves the site, or stays in the sheet.
    assert grown_publication.site.address not in {
        (one.get("href") or "")[: len(grown_publication.site.address)]
        for part in sheet.find_class("prose")
        for one in part.iter("a")
    }


def test_sheet_has_nothing_but_black_and_white(publication: Publication, dist: Path) -> None:
    style = read_source(publication.configuration, "print.css")
    assert set(COLOUR_RE.findall(style)) == {"background: #fff", "color: #000", "color: inherit"}
    sheet = read(dist, "en/army-under-pressure.html")
    assert sheet.find_class("ladder")
    assert not sheet.find_class("bar")
    assert not list(sheet.iter("script", "details", "style", "svg"))[2:]


@pytest.mark.parametrize("tag", ["en", "my"])
def test_every_page_is_stamped_and_no_page_is_left_empty(
    publication: Publication, dist: Path, open_page: Callable[..., Page], tag: str
) -> None:
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in sorted((dist / "print" / tag).iterdir()):
        page.goto(path.as_uri())
        built = publication.site.page(f"articles/{path.stem}", tag)
        stamp = page.evaluate(STAMP)
        for part in (publication.name(tag), str(publication.version), built.title):
            assert part in stamp
        assert f"{publication.site.address}{built.url}" in stamp
        assert 'counter(page, x-digits) "/" counter(pages, x-digits)' in stamp
        for size in ("A4", "Letter"):
            pages = len(PDF_PAGE_RE.findall(page.pdf(format=size)))
            # Where columns were to begin on a page of their own, it would be one more at least.
            assert pages <= -(-len(page.inner_text("main")) // 2500)
    assert [url for url in asked if url.startswith("http")] == []


@pytest.mark.parametrize("name", ["en/rich.html", "my/rich.html"])
def test_sheet_on_a_screen_has_no_violations_and_fits_a_phone(
    grown: Path, open_page: Callable[..., Page], name: str
) -> None:
    page = open_page(bypass_csp=True, viewport={"width": 320, "height": 640})
    page.goto((grown / "print" / name).as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert find_violations(page) == []


def test_font_is_in_sheets_that_need_it_alone(dist: Path) -> None:
    for path in (dist / "print").rglob("*.html"):
        assert ("font-face" in path.read_text(encoding="utf-8")) == (path.parent.name == "my")


def test_title_can_not_end_what_it_stands_in(open_page: Callable[..., Page]) -> None:
    text = 'a"b\\c</style><b>&\n;}'
    page = open_page()
    page.set_content(f"<style>p::before{{content:{quote_css(text)}}}</style><p></p>")
    shown = page.evaluate("getComputedStyle(document.querySelector('p'), '::before').content")
    assert shown == '"a\\"b\\\\c</style><b>&\\a ;}"'


@given(st.text())
@example("</style>")
def test_quoted_text_holds_nothing_that_a_parser_could_act_on(text: str) -> None:
    quoted = quote_css(text)
    assert not set(quoted[1:-1]) & set('"<>&\n\r\f\0')
    again = re.sub(r"\\([0-9a-f]+) ", lambda match: chr(int(match[1], 16)), quoted[1:-1])
    assert again == text
