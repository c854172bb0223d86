"""The page of what each edition is for."""

import dataclasses
import re
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote

import lxml.html
import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml.html import HtmlElement
from playwright.sync_api import Page

from lanpya.editions.downloads import NEWEST, format_size
from lanpya.editions.edition import Format, Shelf
from lanpya.editions.plain_text import PLAIN_TEXT
from lanpya.editions.publication import Publication
from lanpya.editions.site_zip import SITE_ZIP
from lanpya.model import Language
from tests.editions.test_bundle import make
from tests.site.repository import read_tree

PAGES = {"en": "downloads.html", "my": "downloads.my.html"}
HASH_RE = re.compile("[0-9a-f]{64}")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def write_book(publication: Publication, languages: Sequence[Language], shelf: Shelf) -> None:
    shelf.write(publication.file_name(languages, "epub"), languages[0].tag)


def write_english_texts(
    publication: Publication, languages: Sequence[Language], shelf: Shelf
) -> None:
    if languages[0].tag == "en":
        for work in publication.works("en"):
            name = work.page.uri.rpartition("/")[2]
            shelf.write(f"text/en/{name}.txt", name)


BOOK = Format("epub", write_book)
ODD = Format("odd", write_book)


@pytest.fixture(scope="module")
def dist(publication: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("downloads") / "dist"
    make(publication, folder, SITE_ZIP, BOOK, PLAIN_TEXT)
    return folder


def read(dist: Path, tag: str) -> HtmlElement:
    return lxml.html.document_fromstring((dist / PAGES[tag]).read_bytes().decode())


def test_every_link_leads_to_a_file_whose_size_and_sum_stand_beside_it(dist: Path) -> None:
    for tag in PAGES:
        for item in read(dist, tag).find_class("lines")[0].iter("li"):
            [link] = item.findall("a")
            data = (dist / unquote(link.get("href", ""))).read_bytes()
            assert HASH_RE.findall(item.text_content()) == [sha256(data).hexdigest()]
            assert "KB" in link.text_content()
        for link in read(dist, tag).iter("a"):
            href = link.get("href", "")
            assert href.startswith("#") or (dist / unquote(href)).is_file()


def test_language_without_works_has_a_page_without_their_texts(
    publication: Publication, tmp_path: Path
) -> None:
    make(publication, tmp_path / "dist", BOOK, Format("text", write_english_texts))
    groups = {
        tag: [one.get("aria-labelledby") for one in read(tmp_path / "dist", tag).iter("section")]
        for tag in PAGES
    }
    assert "x-text" in groups["en"]
    assert "x-text" not in groups["my"]
    assert "x-epub" in groups["my"]


def test_readers_own_language_comes_first_and_digits_are_their_own(
    publication: Publication, dist: Path
) -> None:
    for tag in PAGES:
        [books] = [
            one for one in read(dist, tag).iter("section") if one.get("aria-labelledby") == "x-epub"
        ]
        first = next(books.iter("a"))
        assert f"-{tag}-" in (first.get("href") or "")
        words = publication.strings[tag]
        assert words("downloads.kilobytes", number=words.number(1)) in first.text_content()


def test_sizes_are_never_too_small(publication: Publication) -> None:
    english, burmese = publication.strings["en"], publication.strings["my"]
    assert format_size(1, english) == "1 KB"
    assert format_size(1001, english) == "2 KB"
    assert format_size(999_001, english) == "1,000 KB"
    assert format_size(1_000_001, english) == "1.1 MB"
    assert format_size(112_000, burmese) == "၁၁၂ KB"


def test_pages_are_in_the_list_that_vouches_for_all_and_the_same_twice(
    publication: Publication, dist: Path, tmp_path: Path
) -> None:
    sums = (dist / "SHA256SUMS").read_text(encoding="utf-8")
    for name in PAGES.values():
        assert f"{sha256((dist / name).read_bytes()).hexdigest()}  {name}\n" in sums
    make(publication, tmp_path / "dist", SITE_ZIP, BOOK, PLAIN_TEXT)
    assert read_tree(tmp_path / "dist") == read_tree(dist)


def test_many_texts_do_not_make_a_long_page(grown_publication: Publication, tmp_path: Path) -> None:
    make(grown_publication, tmp_path / "dist", PLAIN_TEXT)
    page = read(tmp_path / "dist", "en")
    assert len([one for one in page.iter("a") if ".txt" in one.get("href", "")]) == NEWEST
    total = len(list((tmp_path / "dist/text/en").iterdir()))
    assert f"{total} " in page.text_content() or f"{total}." in page.text_content()


def test_format_without_words_for_it_is_left_out(publication: Publication, tmp_path: Path) -> None:
    make(publication, tmp_path / "dist", ODD)
    assert "x-odd" not in (tmp_path / "dist/downloads.html").read_text(encoding="utf-8")


def test_signatures_are_linked_where_the_site_has_a_key(
    publication: Publication, dist: Path, tmp_path: Path
) -> None:
    assert ".minisig" not in (dist / "downloads.html").read_text(encoding="utf-8")
    assert publication.strings["en"]("downloads.unsigned") in read(dist, "en").text_content()
    keyed = dataclasses.replace(publication.configuration, key="RWQ")
    make(dataclasses.replace(publication, configuration=keyed), tmp_path / "dist", BOOK)
    page = read(tmp_path / "dist", "en")
    signed = [one.get("href", "") for one in page.iter("a") if ".minisig" in one.get("href", "")]
    assert [name.removesuffix(".minisig") for name in signed] == [
        path.name for path in sorted((tmp_path / "dist").glob("*.epub"))
    ]
    assert publication.strings["en"]("downloads.unsigned") not in page.text_content()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("tag", ["en", "my"])
def test_page_fits_a_phone_and_axe_finds_nothing(
    dist: Path, open_page: Callable[..., Page], tag: str, scheme: str
) -> None:
    page = open_page(viewport={"width": 320, "height": 640}, color_scheme=scheme)
    page.goto((dist / PAGES[tag]).as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    found = Axe().run(page, options={"runOnly": WCAG, "preload": False})
    assert found.violations_count == 0, found.generate_report()
