"""site/ as it was built: its files, and its pages by language.

Pages are taken apart by lxml: a thousand works in two languages are parsed in four seconds,
a twentieth of what html5lib takes, and what is parsed can be written as XHTML too. Parsed
pages are not kept, since each edition changes them in its own way.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from html import unescape
from pathlib import Path

import lxml.html
from lxml.html import HtmlElement

from lanpya.findings import SiteError
from lanpya.model import Language, Page, Work
from lanpya.site.cut_style import STYLE
from lanpya.site.offprints import data_address, is_offprint

PAGE_SUFFIX = ".html"
KIND_RE = re.compile(r'<body class="([^"]*)"')
TITLE_RE = re.compile(r"<title>([^<]*)</title>")
ENTRY_RE = re.compile(r'<section class="card name" id="([^"]*)"')
CANONICAL_RE = re.compile(r'<link rel="canonical" href="([^"]*)"')
ARTICLE, NAMES = "article", "names"
HOME = "index"
# What stands between them is about the work and nothing else.
TEXT_START, TEXT_END = '<article class="work">', '<section aria-labelledby="x-related">'
ARTICLE_END = "</article>"


@dataclass(frozen=True)
class BuiltFile:
    """A file of the site. url: its path from the root of the site; size in bytes."""

    url: str
    path: Path
    size: int
    sha256: str

    def read_bytes(self) -> bytes:
        """The file as it is."""
        return self.path.read_bytes()


@dataclass(frozen=True)
class BuiltPage(BuiltFile):
    """A page of the site.

    language: tag of the reader's language; uri: the same in every language ("articles/x");
    kind: its template ("home", "article", "topic", …); title: without the site's name.
    text_digest: of what an article says, in hexadecimal; "" for other kinds. It does not
    change where only the shell or the list of related works does. entries: ids of the topics
    that have one on this page.
    """

    language: str
    uri: str
    kind: str
    title: str
    text_digest: str
    entries: tuple[str, ...]

    @property
    def html(self) -> str:
        """The page as it is."""
        return self.path.read_text(encoding="utf-8")

    def parse(self) -> HtmlElement:
        """The page's <html>, made anew at each call: it may be changed."""
        parser = lxml.html.HTMLParser(encoding="utf-8")
        return lxml.html.document_fromstring(self.read_bytes(), parser=parser)


@dataclass(frozen=True)
class BuiltWork:
    """A work's page in one language of the site.

    text: where its words come from; in another language than the page's where there is no
    translation. What an edition shows of a work it takes from `page`.
    """

    work: Work
    page: BuiltPage
    text: Page

    @property
    def is_fallback(self) -> bool:
        """Whether the words are in another language than the reader's."""
        return self.text.language != self.page.language


class BuiltSite:
    """A built site. files: every file by url, in the order of the urls."""

    def __init__(
        self, folder: Path, languages: tuple[Language, ...], default: str, names: Mapping[str, str]
    ) -> None:
        """default: tag of the language at the root; names: of the site, by language.

        Raises SiteError where no site was built.
        """
        self.folder = folder
        self.languages = languages
        self._default = default
        self._names = names
        self.files = {file.url: file for file in self._read_files()}
        missing = [tag for tag in (one.tag for one in languages) if not self.pages[tag]]
        if missing:
            raise SiteError(f"{folder} holds no site in {', '.join(missing)}: build it first.")

    @cached_property
    def pages(self) -> Mapping[str, list[BuiltPage]]:
        """The pages of each language, in the order of their urls."""
        pages: dict[str, list[BuiltPage]] = {one.tag: [] for one in self.languages}
        for file in self.files.values():
            if isinstance(file, BuiltPage):
                pages[file.language].append(file)
        return pages

    @property
    def assets(self) -> list[BuiltFile]:
        """All that is no page, nor an offprint of one: style, scripts, fonts, images, feeds."""
        return [
            file
            for file in self.files.values()
            if not isinstance(file, BuiltPage) and not is_offprint(file.url)
        ]

    @cached_property
    def digest(self) -> str:
        """SHA-256 of all names and contents, in hexadecimal: equal sites, equal digests."""
        rows = "".join(f"{file.sha256}  {file.url}\n" for file in self.files.values())
        return sha256(rows.encode()).hexdigest()

    @cached_property
    def address(self) -> str:
        """Where the site stands, with a slash at its end: what its home page says of itself."""
        canonical = CANONICAL_RE.search(self.page(HOME, self._default).html)
        if canonical is None:
            raise SiteError(f"{self.folder} does not say where it stands: build it again.")
        return unescape(canonical[1]).removesuffix(HOME + PAGE_SUFFIX)

    def page(self, uri: str, language: str) -> BuiltPage:
        """A page by its uri. Raises SiteError where the site has none."""
        found = self.files.get(self._prefix(language) + uri + PAGE_SUFFIX)
        if not isinstance(found, BuiltPage):
            raise SiteError(f"{self.folder} has no page {uri} in {language}: build it again.")
        return found

    @cached_property
    def style(self) -> str:
        """The style sheet of its pages."""
        return self.files[STYLE].read_bytes().decode()

    def data_address(self, url: str) -> str:
        """A picture of the site as an address that holds all of it."""
        return data_address(url, self.files[url].read_bytes())

    def split(self, url: str) -> tuple[str, str]:
        """The language that a page's url is in, and the url in it; whether or not it is there."""
        folder, _, rest = url.partition("/")
        others = {language.tag for language in self.languages} - {self._default}
        return (folder, rest) if folder in others else (self._default, url)

    def _prefix(self, language: str) -> str:
        return "" if language == self._default else f"{language}/"

    def _read_files(self) -> Iterator[BuiltFile]:
        if not self.folder.is_dir():
            raise SiteError(f"{self.folder} is not there: build the site first.")
        paths = {
            path.relative_to(self.folder).as_posix(): path
            for path in self.folder.rglob("*")
            if path.is_file()
        }
        for url, path in sorted(paths.items()):
            data = path.read_bytes()
            facts = (url, path, len(data), sha256(data).hexdigest())
            if url.endswith(PAGE_SUFFIX) and not is_offprint(url):
                yield self._page(facts, data.decode())
            else:
                yield BuiltFile(*facts)

    def _page(self, facts: tuple[str, Path, int, str], html: str) -> BuiltPage:
        language, inside = self.split(facts[0])
        kind, title = KIND_RE.search(html), TITLE_RE.search(html)
        if not kind or not title:
            raise SiteError(f"{facts[1]} is no page that lanpya built.")
        return BuiltPage(
            *facts,
            language=language,
            uri=inside.removesuffix(PAGE_SUFFIX),
            kind=kind[1],
            title=unescape(title[1]).removesuffix(f" · {self._names[language]}"),
            text_digest=_digest_text(html) if kind[1] == ARTICLE else "",
            entries=tuple(ENTRY_RE.findall(html)) if kind[1] == NAMES else (),
        )


def _digest_text(html: str) -> str:
    article = html.partition(TEXT_START)[2].partition(ARTICLE_END)[0]
    text = article.partition(TEXT_END)[0]
    return sha256(text.encode()).hexdigest()
