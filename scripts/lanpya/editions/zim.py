"""A ZIM for each language: for Kiwix, on phones and on computers without a network.

There is one for each language, since Kiwix looks words up in one language only. What is
random in the format (a number of the archive, and one in each of its two indexes) comes from
the version instead, and the sum at the end is made again: the same site, the same bytes.
"""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import md5, sha256
from pathlib import Path
from posixpath import dirname, splitext

from libzim.writer import Creator, Hint, IndexData, Item, StringProvider

from lanpya.editions.built_site import HOME
from lanpya.editions.drawing import draw_icon
from lanpya.editions.edition import Format, Shelf
from lanpya.editions.links import resolve_link
from lanpya.editions.publication import Publication
from lanpya.editions.zim_pages import MIME_TYPES, ZimPages
from lanpya.editions.zim_words import Words
from lanpya.findings import SiteError
from lanpya.model import Language
from lanpya.text.graphemes import truncate_graphemes

HTML = "text/html"
COMPRESSED = frozenset({".css", ".svg", ".txt"})
STYLE_URL_RE = re.compile(r"url\(\"?([^\")]+)\"?\)")
# openZIM's limits, in graphemes.
LONGEST_TITLE, LONGEST_DESCRIPTION = 30, 80
ICON_SIZE = 48
# Where the format keeps what is random: after these, so many bytes on.
HEADER_ID, ID_LENGTH, SUM_LENGTH = 8, 16, 16
INDEX_MARK = b"\x0f\rXapian Glass"
INDEX_ID = len(INDEX_MARK) + 2  # past the version of its format
INDEXES = 2  # of titles, and of words


class _File(Item):  # type: ignore[misc]
    """Anything in the archive. words: that a search finds it by."""

    def __init__(
        self, url: str, title: str, mime_type: str, data: bytes, words: Words | None = None
    ) -> None:
        super().__init__()
        self._url, self._title, self._mime_type, self._data = url, title, mime_type, data
        self._words = words

    def get_path(self) -> str:
        return self._url

    def get_title(self) -> str:
        return self._title

    def get_mimetype(self) -> str:
        return self._mime_type

    def get_contentprovider(self) -> StringProvider:
        return StringProvider(self._data)

    def get_hints(self) -> dict[Hint, int]:
        is_compressed = self._mime_type == HTML or splitext(self._url)[1] in COMPRESSED
        return {Hint.FRONT_ARTICLE: self._words is not None, Hint.COMPRESS: is_compressed}

    def get_indexdata(self) -> IndexData:
        return _Indexed(self._words)


class _Indexed(IndexData):  # type: ignore[misc]
    """Words, handed to the library; without any, no search leads to the page."""

    def __init__(self, words: Words | None) -> None:
        super().__init__()
        self._words = words

    def has_indexdata(self) -> bool:
        return self._words is not None

    def get_title(self) -> str:
        return self._words.title if self._words else ""

    def get_content(self) -> str:
        return self._words.text if self._words else ""

    def get_keywords(self) -> str:
        return ""

    def get_wordcount(self) -> int:
        return self._words.count if self._words else 0


def write_zim(publication: Publication, languages: Sequence[Language], shelf: Shelf) -> None:
    """The archive of each of the languages."""
    for language in languages:
        path = shelf.path(publication.file_name([language], "zim"))
        try:
            with _silence():
                _create(publication, language, path)
        except RuntimeError as error:
            raise SiteError(f"{path.name} can not be written: {error}") from None
        _make_reproducible(path, f"{publication.version.digest} {language.tag}")


def _create(publication: Publication, language: Language, path: Path) -> None:
    home = publication.site.page(HOME, language.tag)
    creator = Creator(path).config_indexing(True, language.iso_639_3)
    # One at a time, or the order in which they finish is the order in which they stand.
    creator.config_nbworkers(1)
    creator.set_mainpath(home.url)
    with creator:
        pages = ZimPages(publication, language.tag)
        for page in pages.make():
            data = page.html.encode()
            creator.add_item(_File(page.url, page.title, HTML, data, page.words))
        for url in sorted(pages.assets | set(_find_with_style(publication, pages.assets))):
            data = publication.site.files[url].read_bytes()
            creator.add_item(_File(url, "", MIME_TYPES[splitext(url)[1].lower()], data))
        creator.add_illustration(ICON_SIZE, draw_icon(publication.site.style))
        for key, value in _describe(publication, language):
            creator.add_metadata(key, value, "text/plain;charset=utf-8")


def _find_with_style(publication: Publication, assets: set[str]) -> Iterator[str]:
    """What style sheets name, and the licences beside it."""
    for url in assets:
        if not url.endswith(".css"):
            continue
        text = publication.site.files[url].read_bytes().decode()
        for href in STYLE_URL_RE.findall(text):
            target = resolve_link(url, href)
            if target and target[0] in publication.site.files:
                folder = dirname(target[0])
                yield target[0]
                yield from (
                    other
                    for other in publication.site.files
                    if dirname(other) == folder and other.endswith(".txt")
                )


def _describe(publication: Publication, language: Language) -> Iterator[tuple[str, str]]:
    """All metadata that openZIM asks for, and where it comes from."""
    name, words = publication.name(language.tag), publication.strings[language.tag]
    book_name = publication.file_name([language], "zim").split(f"-{publication.version}")[0]
    yield "Name", book_name.replace("-", "_")
    yield "Title", truncate_graphemes(name, LONGEST_TITLE)
    yield "Description", truncate_graphemes(words("zim.description"), LONGEST_DESCRIPTION)
    yield "LongDescription", words("book.what")
    yield "Language", language.iso_639_3
    yield "Creator", name
    yield "Publisher", name
    yield "Date", publication.version.date
    yield "License", words("footer.license")
    yield "Tags", "_ftindex:yes;_pictures:yes;_videos:no;_details:yes"
    yield "Scraper", "lanpya"


@contextmanager
def _silence() -> Iterator[None]:
    """The library tells of its steps on the output that is kept for results."""
    sys.stdout.flush()
    sys.stderr.flush()
    kept = [(number, os.dup(number)) for number in (1, 2)]
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a name, not a path of ours
        try:
            for number, _ in kept:
                os.dup2(nowhere.fileno(), number)
            yield
        finally:
            for number, copy in kept:
                os.dup2(copy, number)
                os.close(copy)


def _make_reproducible(path: Path, seed: str) -> None:
    """Put numbers that come from seed in the place of the random ones.

    Raises SiteError where the file is not as this expects: a later libzim may write another.
    """
    data = bytearray(path.read_bytes()[:-SUM_LENGTH])
    places = [HEADER_ID]
    places += [match.start() + INDEX_ID for match in re.finditer(re.escape(INDEX_MARK), data)]
    if len(places) != 1 + INDEXES:
        raise SiteError(f"{path.name}: this libzim writes archives in a way that is not known.")
    for number, place in enumerate(places):
        value = sha256(f"{seed} {number}".encode()).digest()[:ID_LENGTH]
        data[place : place + ID_LENGTH] = value
    # MD5 is what the format has, against damage and not against forgery.
    path.write_bytes(bytes(data) + md5(data, usedforsecurity=False).digest())


ZIM = Format("zim", write_zim, effort=30)
