"""Every edition names the addresses of the site: as text, an onion's among them."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from libzim.reader import Archive

from lanpya.editions.epub import EPUB
from lanpya.editions.offprints import ARTICLE
from lanpya.editions.plain_text import PLAIN_TEXT
from lanpya.editions.print_sheets import PRINT
from lanpya.editions.publication import Publication
from lanpya.editions.single_page import PAGE
from lanpya.editions.zim import ZIM
from tests.editions.books import check_book
from tests.editions.test_bundle import make

ONION = "http://" + "c4" * 28 + ".onion/"
MIRRORS = ("https://mirror.example/a/", ONION)
NAME = "posts-change-hands"


@pytest.fixture(scope="module")
def mirrored(publication: Publication) -> Publication:
    configuration = replace(publication.configuration, mirrors=MIRRORS)
    return replace(publication, configuration=configuration)


@pytest.fixture(scope="module")
def dist(mirrored: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whereabouts") / "dist"
    make(mirrored, folder, PAGE, EPUB, ZIM, ARTICLE, PLAIN_TEXT, PRINT)
    return folder


def only(dist: Path, pattern: str) -> Path:
    [path] = dist.glob(pattern)
    return path


def read_book(dist: Path, tag: str) -> str:
    with zipfile.ZipFile(only(dist, f"lanpya-{tag}-*.epub")) as book:
        return book.read("book/title.xhtml").decode()


def read_archive(dist: Path, tag: str) -> str:
    entry = Archive(only(dist, f"lanpya-{tag}-*.zim")).main_entry
    return bytes(entry.get_item().content).decode()


def read_text(pattern: str) -> Callable[[Path, str], str]:
    def read(dist: Path, tag: str) -> str:
        return only(dist, pattern.format(tag=tag)).read_text(encoding="utf-8")

    return read


@pytest.mark.parametrize("tag", ["en", "my"])
@pytest.mark.parametrize(
    "read",
    [
        read_book,
        read_archive,
        read_text(f"articles/{{tag}}/{NAME}.html"),
        read_text(f"text/{{tag}}/{NAME}.txt"),
        read_text(f"print/{{tag}}/{NAME}.html"),
        read_text("lanpya-{tag}-2*.html"),
    ],
    ids=["epub", "zim", "article", "text", "print", "page"],
)
def test_edition_names_every_address(
    mirrored: Publication, dist: Path, read: Callable[[Path, str], str], tag: str
) -> None:
    said = read(dist, tag)
    assert mirrored.strings[tag]("news.online") in said
    for address in (mirrored.site.address, *MIRRORS):
        assert address in said
    assert f'"{ONION}' not in said
    assert f"={ONION}" not in said


def test_line_names_them_in_the_readers_own_manner(mirrored: Publication) -> None:
    own = mirrored.site.address
    assert mirrored.whereabouts("my").endswith(f"− {own}၊ {MIRRORS[0]}၊ {ONION}")
    assert mirrored.whereabouts("en").endswith(f": {own}, {MIRRORS[0]}, {ONION}")


@pytest.mark.parametrize("tag", ["en", "my"])
def test_book_with_mirrors_is_without_fault(dist: Path, tag: str) -> None:
    assert check_book(only(dist, f"lanpya-{tag}-*.epub")) == []
