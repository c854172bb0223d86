"""What is in a book of one language, file by file: its chapters, and where its links lead.

All works, an index of topics, and the standing pages. A link to what is not in the book is
words alone, so that nobody goes online by a slip of the thumb; but for the sources, whose
addresses are there to be followed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from jinja2 import Environment

from lanpya.content.routes import TOPICS
from lanpya.editions.built_site import ARTICLE, BuiltPage, BuiltWork
from lanpya.editions.chapters import mark_notes, read_chapter, render_xhtml
from lanpya.editions.links import rewrite_links, write_link
from lanpya.editions.publication import Publication
from lanpya.editions.templates import make_environment
from lanpya.editions.topic_index import Sheet, make_sheets
from lanpya.model import Language
from lanpya.site.strings import Strings
from lanpya.text.dates import format_edtf

COVER, TITLE, CONTENTS = "cover.xhtml", "title.xhtml", "contents.xhtml"
HOME, PAGE, TOPIC = "home", "page", "topic"
# Lists of works on the site, whose place the table of contents takes.
LISTS = frozenset({"topics", "names", "archive", "months", "titles", "works", "search"})


@dataclass(frozen=True)
class Document:
    """One of the book's XHTML files.

    href: from the book's folder. title: as the contents have it, under its own lang if that
    is not the book's. year: of a work.
    """

    href: str
    title: str
    html: str
    lang: str | None = None
    year: str | None = None

    @property
    def has_svg(self) -> bool:
        """Whether there is a drawing inside, which the package has to say."""
        return "<svg" in self.html


@dataclass(frozen=True)
class Book:
    """The book of one language. images: urls of the site's pictures that chapters show."""

    publication: Publication
    language: Language
    images: set[str] = field(default_factory=set)

    @property
    def tag(self) -> str:
        """The reader's language."""
        return self.language.tag

    @property
    def words(self) -> Strings:
        """What the book itself says."""
        return self.publication.strings[self.tag]

    @property
    def date(self) -> str:
        """That of the version, as its readers write it."""
        return format_edtf(self.publication.version.date, self.tag)

    @property
    def title(self) -> str:
        """With the date, since readers keep more than one."""
        return self.words("book.title", site=self.publication.name(self.tag), date=self.date)

    def year(self, year: str) -> str:
        """A year as its readers write it."""
        return format_edtf(year, self.tag)

    @cached_property
    def works(self) -> list[BuiltWork]:
        """The newest first."""
        return self.publication.works(self.tag)

    @cached_property
    def sheets(self) -> list[Sheet]:
        """The index of topics."""
        return make_sheets(self.publication, self.tag, self.works)

    @cached_property
    def pages(self) -> list[BuiltPage]:
        """The standing pages."""
        return [page for page in self.publication.site.pages[self.tag] if page.kind == PAGE]

    @cached_property
    def places(self) -> Mapping[str, tuple[str, str]]:
        """(href, fragment) in the book of what has an address in the site.

        An address is a url, with the fragment of an entry on a page that topics share.
        """
        entries = {
            entry.topic.id: (sheet_href(sheet), entry.topic.id)
            for sheet in self.sheets
            for entry in sheet.entries
        }
        places = {}
        for page in self.publication.site.pages[self.tag]:
            if page.kind in (ARTICLE, PAGE):
                places[page.url] = (chapter_href(page), "")
            elif page.kind == HOME:
                places[page.url] = (TITLE, "")
            elif page.kind in LISTS:
                places[page.url] = (CONTENTS, "")
            elif page.kind == TOPIC and page.uri.removeprefix(TOPICS) in entries:
                places[page.url] = entries[page.uri.removeprefix(TOPICS)]
            for id_ in page.entries:
                if id_ in entries:
                    places[f"{page.url}#{id_}"] = entries[id_]
        return places

    @cached_property
    def environment(self) -> Environment:
        """The templates."""
        return make_environment(self.publication.configuration)

    def render(self, template: str, href: str, **values: object) -> str:
        """A file of the book, by its template."""
        return self.environment.get_template(f"epub/{template}").render(
            book=self,
            words=self.words,
            to=lambda target, fragment="": write_link(href, target, fragment),
            **values,
        )

    def make_articles(self) -> Iterator[Document]:
        """A chapter a work."""
        for built in self.works:
            lang = built.text.language if built.is_fallback else None
            yield self._make_chapter(built.page, lang, built.work.published[:4])

    def make_pages(self) -> Iterator[Document]:
        """A chapter a standing page."""
        for page in self.pages:
            yield self._make_chapter(page)

    def make_index(self) -> Iterator[Document]:
        """A chapter a sheet of topics."""
        for sheet in self.sheets:
            title = self.words(f"kind.{sheet.kind.value}.plural")
            if sheet.number > 1:
                title += f" ({self.words.number(sheet.number)})"
            href = sheet_href(sheet)
            html = self.render(
                "index.xhtml", href, title=title, sheet=sheet, chapter_href=chapter_href
            )
            yield Document(href, title, html)

    def _make_chapter(
        self, page: BuiltPage, lang: str | None = None, year: str | None = None
    ) -> Document:
        main = read_chapter(page).main
        href = chapter_href(page)

        def place(url: str, fragment: str) -> str | None:
            if found := self.places.get(f"{url}#{fragment}") or self.places.get(url):
                target, inside = found
                is_whole = target in (TITLE, CONTENTS)
                return write_link(href, target, inside or ("" if is_whole else fragment))
            if url in self.publication.site.files and "." in url and not url.endswith(".html"):
                self.images.add(url)
                return write_link(href, url)
            return None

        mark_notes(main)
        rewrite_links(main, page.url, place)
        html = self.render(
            "chapter.xhtml", href, title=page.title, kind=page.kind, main=render_xhtml(main)
        )
        return Document(href, page.title, html, lang, year)


def chapter_href(page: BuiltPage) -> str:
    """Where a page of the site stands in the book."""
    return f"{page.uri}.xhtml"


def sheet_href(sheet: Sheet) -> str:
    """Where a part of the index stands in the book."""
    return f"topics/{sheet.name}.xhtml"
