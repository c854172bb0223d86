"""A book for each language: EPUB 3, for the reading programs of phones and for electronic paper.

Conformance with WCAG is deliberately not claimed in its metadata: programs check the pages,
but nobody has evaluated a book. What it has (alternatives, order, contents) is all named.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from posixpath import splitext
from uuid import NAMESPACE_URL, uuid5

from lanpya.editions.archive import make_zip
from lanpya.editions.book import CONTENTS, COVER, TITLE, Book, Document
from lanpya.editions.chapters import read_chapter
from lanpya.editions.drawing import draw_cover
from lanpya.editions.edition import Format, Shelf
from lanpya.editions.links import write_link
from lanpya.editions.media_types import MEDIA_TYPES
from lanpya.editions.publication import Publication
from lanpya.editions.templates import read_source
from lanpya.model import Language
from lanpya.site.squeeze import squeeze_css

MIMETYPE = "application/epub+zip"
FOLDER = "book/"
COVER_IMAGE, STYLE, PACKAGE = "cover.png", "book.css", "package.opf"
FONT_NAME = "Lanpya {}"
BOOK_TYPES = MEDIA_TYPES | {".xhtml": "application/xhtml+xml"}
PROPERTIES = {COVER_IMAGE: "cover-image", CONTENTS: "nav"}


@dataclass(frozen=True)
class Resource:
    """An entry of the package's list of files."""

    id: str
    href: str
    media_type: str
    properties: str | None


def write_epub(publication: Publication, languages: Sequence[Language], shelf: Shelf) -> None:
    """The book of one language."""
    for language in languages:
        book = Book(publication, language)
        shelf.write(publication.file_name([language], "epub"), make_epub(book))


def make_epub(book: Book) -> bytes:
    """The book, zipped."""
    articles, index = list(book.make_articles()), list(book.make_index())
    pages = list(book.make_pages())
    front = list(_make_front(book, articles, index, pages))
    spine = [*front, *articles, *index, *pages]
    files = {document.href: document.html.encode() for document in spine}
    files[COVER_IMAGE] = draw_cover(book.publication.site.style)
    for url in book.images:
        files[url] = book.publication.site.files[url].read_bytes()
    fonts = list(_find_fonts(book, spine))
    for language in fonts:
        assert language.font
        files[language.font] = book.publication.site.files[language.font].read_bytes()
    files[STYLE] = _make_style(book, fonts).encode()
    files[PACKAGE] = _make_package(book, sorted(files), spine).encode()
    named = [(FOLDER + name, data) for name, data in files.items()]
    container = book.render("container.xml", "", package=FOLDER + PACKAGE).encode()
    return make_zip(
        [*named, ("META-INF/container.xml", container)], [("mimetype", MIMETYPE.encode())]
    )


def _make_front(
    book: Book, articles: list[Document], index: list[Document], pages: list[Document]
) -> Iterator[Document]:
    words = book.words
    cover = book.render("cover.xhtml", COVER, image=COVER_IMAGE)
    yield Document(COVER, words("book.cover"), cover)
    title = book.render("title.xhtml", TITLE, total=len(articles))
    yield Document(TITLE, book.title, title)
    years = dict.fromkeys(document.year for document in articles)
    contents = book.render(
        "contents.xhtml",
        CONTENTS,
        years={year: [one for one in articles if one.year == year] for year in years},
        index=index,
        pages=pages,
        first=[*articles, *index, *pages][0],
        title_href=TITLE,
        cover_href=COVER,
    )
    yield Document(CONTENTS, words("article.contents"), contents)


def _find_fonts(book: Book, spine: list[Document]) -> Iterator[Language]:
    """The languages that words of the book are in, and that need a font."""
    for language in book.publication.languages:
        if language.font and any(f'lang="{language.tag}"' in one.html for one in spine):
            yield language


def _find_others(book: Book, spine: list[Document]) -> Iterator[str]:
    """Tags of the languages, other than the book's own, that some of its words are in."""
    for language in book.publication.languages:
        is_there = any(f'lang="{language.tag}"' in one.html for one in spine)
        if is_there and language.tag != book.tag:
            yield language.tag


def _make_style(book: Book, fonts: list[Language]) -> str:
    rules = []
    for language in fonts:
        assert language.font
        name, address = FONT_NAME.format(language.tag), write_link(STYLE, language.font)
        rules.append(
            f'@font-face{{font-family:"{name}";src:url("{address}")}}\n'
            f'[lang="{language.tag}"]{{font-family:"{name}",serif}}\n'
        )
    return squeeze_css(read_source(book.publication.configuration, "book.css")) + "".join(rules)


def _make_package(book: Book, hrefs: list[str], spine: list[Document]) -> str:
    with_svg = {document.href for document in spine if document.has_svg}
    resources = {
        href: Resource(
            f"f{number}",
            href,
            BOOK_TYPES[splitext(href)[1].lower()],
            PROPERTIES.get(href, "svg" if href in with_svg else None),
        )
        for number, href in enumerate(hrefs, start=1)
    }
    home = read_chapter(book.publication.site.page("index", book.tag))
    address = home.canonical or book.publication.name(book.tag)
    themes = [
        entry.topic.labels[book.tag]
        for sheet in book.sheets
        for entry in sheet.entries
        if not entry.topic.is_name
    ]
    return book.render(
        PACKAGE,
        PACKAGE,
        address=home.canonical,
        identifier=uuid5(NAMESPACE_URL, f"{address}#{book.tag}").urn,
        modified=f"{book.publication.version.time:%Y-%m-%dT%H:%M:%SZ}",
        resources=resources.values(),
        spine=[resources[document.href].id for document in spine],
        cover_id=resources[COVER_IMAGE].id,
        themes=themes,
        languages=[book.tag, *_find_others(book, spine)],
        has_images=bool(book.images),
    )


EPUB = Format("epub", write_epub, effort=6)
