"""Books: valid, whole, readable, and the same wherever they are made."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import etree
from playwright.sync_api import Page

from lanpya.editions.book import Book
from lanpya.editions.epub import EPUB, FOLDER, MIMETYPE, make_epub
from lanpya.editions.publication import Publication
from lanpya.model import RightsMode
from tests.editions.books import check_book
from tests.editions.test_bundle import make

XHTML = "{http://www.w3.org/1999/xhtml}"
OPS = "{http://www.idpf.org/2007/ops}"
DC = "{http://purl.org/dc/elements/1.1/}"
OPF = "{http://www.idpf.org/2007/opf}"
BUDGET = 250_000
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

Files = dict[str, bytes]


def read_book(publication: Publication, tag: str, folder: Path) -> Files:
    """A book, unpacked into folder; its files by name."""
    language = next(one for one in publication.languages if one.tag == tag)
    path = folder / f"{tag}.epub"
    path.write_bytes(make_epub(Book(publication, language)))
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder / tag)
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def books(publication: Publication, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Files]:
    folder = tmp_path_factory.mktemp("books")
    return {one.tag: read_book(publication, one.tag, folder) for one in publication.languages}


@pytest.fixture(scope="module")
def grown_folder(grown_publication: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("grown-books")
    for language in grown_publication.languages:
        read_book(grown_publication, language.tag, folder)
    return folder


def documents(files: Files) -> dict[str, etree._Element]:
    return {name: etree.fromstring(data) for name, data in files.items() if name.endswith(".xhtml")}


def package(files: Files) -> etree._Element:
    return etree.fromstring(files[f"{FOLDER}package.opf"])


def properties(files: Files, name: str) -> list[str]:
    found = package(files).iter(f"{OPF}meta")
    return [one.text or "" for one in found if one.get("property") == name]


@pytest.mark.parametrize("tag", ["en", "my"])
def test_epubcheck_finds_nothing_in_a_book_with_texts_of_every_sort(
    grown_folder: Path, tag: str
) -> None:
    assert check_book(grown_folder / f"{tag}.epub") == []


def test_epubcheck_finds_nothing_in_what_the_bundle_makes(
    publication: Publication, tmp_path: Path
) -> None:
    editions = make(publication, tmp_path / "dist", EPUB)
    assert [(one.format, one.language) for one in editions] == [("epub", "en"), ("epub", "my")]
    assert check_book(tmp_path / "dist" / editions[1].path) == []


def test_epubcheck_is_asked_in_earnest(grown_folder: Path, tmp_path: Path) -> None:
    broken = (grown_folder / "en.epub").read_bytes().replace(b"mimetype", b"mimetipe")
    (tmp_path / "broken.epub").write_bytes(broken)
    assert check_book(tmp_path / "broken.epub")


def test_book_begins_with_its_type(books: dict[str, Files]) -> None:
    for files in books.values():
        assert next(iter(files)) == "mimetype"
        assert files["mimetype"].decode() == MIMETYPE


def test_books_are_the_same_bytes_twice_and_keep_the_budget(publication: Publication) -> None:
    for language in publication.languages:
        first = make_epub(Book(publication, language))
        assert first == make_epub(Book(publication, language))
        assert len(first) <= BUDGET


def test_every_work_is_a_chapter_in_reading_order_and_in_the_contents(
    publication: Publication, books: dict[str, Files]
) -> None:
    for tag, files in books.items():
        hrefs = {one.get("id"): one.get("href") for one in package(files).iter(f"{OPF}item")}
        spine = [hrefs[one.get("idref")] for one in package(files).iter(f"{OPF}itemref")]
        wanted = [f"{built.page.uri}.xhtml" for built in publication.works(tag)]
        assert [one for one in spine if str(one).startswith("articles/")] == wanted
        contents = documents(files)[f"{FOLDER}contents.xhtml"]
        toc, landmarks = contents.iter(f"{XHTML}nav")
        linked = [one.get("href") for one in toc.iter(f"{XHTML}a")]
        assert linked == [one for one in spine if one not in spine[:3]]
        kinds = [one.get(f"{OPS}type") for one in landmarks.iter(f"{XHTML}a")]
        assert kinds == ["cover", "titlepage", "toc", "bodymatter", "index"]


def test_links_stay_in_the_book_or_are_sources(books: dict[str, Files], grown_folder: Path) -> None:
    grown = {
        path.relative_to(grown_folder / "en").as_posix(): path.read_bytes()
        for path in (grown_folder / "en").rglob("*.*")
    }
    for files in (*books.values(), grown):
        read = documents(files)
        ids = {name: {one.get("id") for one in root.iter()} for name, root in read.items()}
        for name, root in read.items():
            for link in root.iter(f"{XHTML}a"):
                href = link.get("href", "")
                if href.startswith("https:"):
                    assert "out" in (link.get("class") or "") or "source.example" in href
                    continue
                path, _, fragment = href.partition("#")
                target = normpath(join(dirname(name), unquote(path))) if path else name
                assert target in read, (name, href)
                assert not fragment or unquote(fragment) in ids[target], (name, href)


def test_index_lists_every_work_under_each_of_its_topics(
    publication: Publication, books: dict[str, Files]
) -> None:
    for tag, files in books.items():
        found = set()
        for name, root in documents(files).items():
            if not name.startswith(f"{FOLDER}topics/"):
                continue
            for section in root.iter(f"{XHTML}section"):
                heading = section.find(f"{XHTML}h2")
                if heading is not None:
                    found |= {
                        (heading.get("id"), one.get("href")) for one in section.iter(f"{XHTML}a")
                    }
        assert found == {
            (id_, f"../{built.page.uri}.xhtml")
            for built in publication.works(tag)
            for id_ in built.work.topics
        }


def test_works_lead_to_the_place_of_each_of_their_topics_in_the_index(
    publication: Publication, books: dict[str, Files]
) -> None:
    kinds = {id_: topic.kind.value for id_, topic in publication.library.vocabulary.topics.items()}
    for tag, files in books.items():
        for built in publication.works(tag):
            root = etree.fromstring(files[f"{FOLDER}{built.page.uri}.xhtml"])
            leads = {one.get("href") for one in root.iter(f"{XHTML}a")}
            assert {f"../topics/{kinds[id_]}.xhtml#{id_}" for id_ in built.work.topics} <= leads


def test_words_of_each_work_are_those_of_its_page(
    publication: Publication, books: dict[str, Files]
) -> None:
    for tag, files in books.items():
        for built in publication.works(tag):
            assert built.work.rights.mode is not RightsMode.LINK
            [prose] = built.page.parse().find_class("prose")
            root = etree.fromstring(files[f"{FOLDER}{built.page.uri}.xhtml"])
            [kept] = [one for one in root.iter() if one.get("class") == "prose"]
            assert "".join(kept.itertext()).split() == prose.text_content().split()


def test_fallback_is_in_its_own_language_in_text_and_contents(grown_folder: Path) -> None:
    folder = grown_folder / "my" / FOLDER
    root = etree.fromstring((folder / "articles/only-english.xhtml").read_bytes())
    assert root.get("lang") == "my"
    assert next(root.iter(f"{XHTML}h1")).get("lang") == "en"
    contents = etree.fromstring((folder / "contents.xhtml").read_bytes())
    [link] = [
        one
        for one in contents.iter(f"{XHTML}a")
        if one.get("href") == "articles/only-english.xhtml"
    ]
    assert link.get("lang") == "en"


def test_fonts_are_there_for_every_language_that_the_book_has_words_in(
    publication: Publication, books: dict[str, Files], grown_folder: Path
) -> None:
    [font] = [one.font for one in publication.languages if one.font]
    assert f"{FOLDER}{font}" in books["my"]
    assert f"{FOLDER}{font}" not in books["en"]
    assert (grown_folder / "en" / FOLDER / font).is_file()


def test_notes_are_marked_as_notes(grown_folder: Path) -> None:
    root = etree.fromstring((grown_folder / "en" / FOLDER / "articles/rich.xhtml").read_bytes())
    [reference] = [one for one in root.iter() if one.get(f"{OPS}type") == "noteref"]
    [note] = [one for one in root.iter() if one.get(f"{OPS}type") == "footnote"]
    assert reference.get("href") == f"#{note.get('id')}"
    assert (reference.get("role"), note.get("role")) == ("doc-noteref", "doc-footnote")


def test_metadata_names_language_version_and_what_helps_to_read(
    publication: Publication, books: dict[str, Files]
) -> None:
    identifiers = set()
    for tag, files in books.items():
        root = package(files)
        assert root.findtext(f".//{DC}language") == tag
        identifiers.add(root.findtext(f".//{DC}identifier"))
        assert properties(files, "dcterms:modified") == [
            f"{publication.version.time:%Y-%m-%dT%H:%M:%SZ}"
        ]
        for name in ("accessMode", "accessModeSufficient", "accessibilityHazard"):
            assert len(properties(files, f"schema:{name}")) == 1
        assert "tableOfContents" in properties(files, "schema:accessibilityFeature")
        assert properties(files, "schema:accessibilitySummary")
        # Nobody has evaluated it: a claim would be untrue.
        assert properties(files, "dcterms:conformsTo") == []
    assert len(identifiers) == len(books)


@pytest.mark.parametrize("name", ["title", "contents", "articles/rich", "topics/place"])
def test_chapter_has_no_fault_that_axe_finds(
    grown_folder: Path, browser_page: Page, name: str
) -> None:
    for tag in ("en", "my"):
        browser_page.goto((grown_folder / tag / FOLDER / f"{name}.xhtml").as_uri())
        found = Axe().run(browser_page, options={"runOnly": WCAG, "preload": False})
        assert found.violations_count == 0, found.generate_report()


def test_chapter_fits_a_phone(grown_folder: Path, open_page: Callable[..., Page]) -> None:
    page = open_page(viewport={"width": 320, "height": 640})
    page.goto((grown_folder / "my" / FOLDER / "title.xhtml").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
