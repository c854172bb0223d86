"""The whole site in one page, and its essentials in a smaller one: for a phone.

A phone opens a file from its file manager as content://, where nothing beside it can be
reached: so style, font, scripts and every work are inside. It can be read, and its contents
followed, without JavaScript. Its address in the page is the work's in the site: #articles/x.
There is deliberately no index of the search in it: the search reads the page.
"""

import json
import re
from base64 import b64encode
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from urllib.parse import unquote, urljoin

from markupsafe import Markup

from lanpya.editions.built_site import BuiltPage, BuiltWork
from lanpya.editions.edition import Format, Shelf
from lanpya.editions.excerpts import Excerpt, make_finder
from lanpya.editions.fonts import STYLE, embed_fonts
from lanpya.editions.publication import Publication
from lanpya.editions.templates import make_environment, read_source
from lanpya.model import Language, Topic, TopicKind
from lanpya.site.cut_style import cut_style
from lanpya.site.offprints import IMAGE_TYPES, offprint_url
from lanpya.site.squeeze import sha256_source, squeeze_css, squeeze_script
from lanpya.text.collation import collation_key
from lanpya.text.dates import format_edtf
from lanpya.text.inflections import stem_rules
from lanpya.text.numerals import localise_digits

TEMPLATE = "single-page.html"
OWN_STYLE = "single-page.css"
OWN_SCRIPT = "single-page.js"
SITE_SCRIPTS = tuple(f"../assets/javascripts/{name}.js" for name in ("text", "zawgyi", "page"))
ESSENTIALS = "essentials"
ESSENTIALS_LIMIT = 500_000  # bytes
STANDING = ("safety", "about")  # in the order of their need
NEWEST = 20
END = "</article>"
LANGUAGE_RE = re.compile(r'<article lang="([^"]*)"')
# What only the script makes: results, and the marks of the work that is to be printed.
SHOWN_BY_SCRIPT = '<li class="card alone now"><mark>'


@dataclass(frozen=True)
class Piece:
    """A text of the page. language: its own, if it is not the page's."""

    anchor: str
    title: str
    html: Markup
    date: str = ""
    short_date: str = ""
    language: str | None = None


@dataclass(frozen=True)
class Entry:
    """A topic. others: its names in other languages; aliases: what else finds it, in all.

    works: about it or naming it.
    """

    anchor: str
    label: str
    others: tuple[tuple[str, str], ...]
    aliases: tuple[str, ...]
    summary: str
    works: tuple[Piece, ...]


def write_single_pages(
    publication: Publication, languages: Sequence[Language], shelf: Shelf
) -> None:
    """A page with all, and one with the essentials, for each language."""
    for language in languages:
        maker = _Maker(publication, language)
        whole = maker.render(len(maker.works), is_short=False)
        shelf.write(publication.file_name([language], "html"), whole)
        short = maker.render_essentials()
        shelf.write(publication.file_name([language], "html", ESSENTIALS), short)


class _Maker:
    """Makes one language's pages. The font is cut once, to what the larger one holds."""

    def __init__(self, publication: Publication, language: Language) -> None:
        self._publication = publication
        self._language = language
        self._tag = language.tag
        self._tags = [one.tag for one in publication.languages]
        self._built = publication.works(language.tag)
        pages = [work.page for work in self._built] + self._standing_pages()
        self._find = make_finder({self._address(page): page.uri for page in pages} | self._topics())
        self.works = [self._work(work) for work in self._built]
        self._standing = [
            self._piece(page, page.html, language=_language_of(page.html))
            for page in self._standing_pages()
        ]
        self._sheet = publication.site.files[STYLE].read_bytes().decode()
        self._own_sheet = squeeze_css(read_source(publication.configuration, OWN_STYLE))
        self._template = make_environment(publication.configuration)
        self._template.filters["sha256_source"] = sha256_source
        self._script = Markup("".join(self._scripts()))  # noqa: S704 -- our own
        self._faces = embed_fonts(publication, self._render(self.works, "", False))

    def render(self, count: int, is_short: bool) -> str:
        """The page with so many of the works, the newest. is_short: what it is for comes first."""
        works = self.works[:count]
        bare = self._render(works, "", is_short)
        style = cut_style(self._sheet + self._own_sheet, bare + SHOWN_BY_SCRIPT)
        return self._render(works, self._faces + style, is_short)

    def render_essentials(self) -> str:
        """As many of the newest works as there is room for."""
        weights = accumulate(len(work.html.encode()) for work in self.works)
        most = sum(weight < ESSENTIALS_LIMIT for weight in weights)
        count = bisect_right(range(most + 1), ESSENTIALS_LIMIT, key=self._weigh) - 1
        return self.render(max(0, count), is_short=True)

    def _weigh(self, count: int) -> int:
        return len(self.render(count, is_short=True).encode())

    def _render(self, works: list[Piece], style: str, is_short: bool) -> str:
        publication = self._publication
        return self._template.get_template(TEMPLATE).render(
            works=works,
            works_by_title=sorted(works, key=lambda work: collation_key(work.title, self._tag)),
            left_out=len(self.works) - len(works),
            is_short=is_short,
            newest=NEWEST,
            kinds=list(self._kinds(works)),
            standing=self._standing,
            stems=json.dumps(list(filter(None, map(stem_rules, self._tags)))),
            language=self._language,
            words=publication.strings[self._tag],
            site_name=publication.name(self._tag),
            date=format_edtf(publication.version.date, self._tag),
            version=publication.version,
            addresses=publication.addresses,
            script=self._script,
            style=Markup(style),  # noqa: S704 -- our own
        )

    def _standing_pages(self) -> list[BuiltPage]:
        pages = {page.uri: page for page in self._publication.site.pages[self._tag]}
        return [pages[uri] for uri in STANDING if uri in pages]

    def _address(self, page: BuiltPage) -> str:
        return urljoin(self._publication.site.address, page.url)

    def _topics(self) -> dict[str, str]:
        pages = self._publication.site.pages[self._tag]
        return {self._address(page): page.uri for page in pages if page.kind == "topic"}

    def _work(self, built: BuiltWork) -> Piece:
        published = built.work.published
        html = self._publication.site.files[offprint_url(built.page.url)].read_bytes().decode()
        return self._piece(
            built.page,
            html,
            date=format_edtf(published, self._tag),
            short_date=localise_digits(published.rstrip("~?%"), self._tag),
            language=built.text.language if built.is_fallback else None,
        )

    def _piece(self, page: BuiltPage, html: str, **more: str | None) -> Piece:
        start = html.index(">", html.index("<article")) + 1
        text = html[start : html.rindex(END)]
        made = Excerpt(text, page.uri, self._address(page)).render(self._find, self._embed)
        return Piece(page.uri, page.title, Markup(made), **more)  # type: ignore[arg-type]  # noqa: S704

    def _embed(self, address: str) -> str:
        url = unquote(address.removeprefix(self._publication.site.address))
        data = b64encode(self._publication.site.files[url].read_bytes()).decode()
        return f"data:{IMAGE_TYPES[url.rpartition('.')[2]]};base64,{data}"

    def _kinds(self, works: list[Piece]) -> Iterator[tuple[str, list[Entry]]]:
        """The topics by kind, as the site has them; in the essentials those of its works."""
        of_topic: dict[str, list[Piece]] = {}
        for built, piece in zip(self._built, works, strict=False):
            for id_ in built.work.topics:
                of_topic.setdefault(id_, []).append(piece)
        is_whole = len(works) == len(self.works)
        topics = self._publication.library.vocabulary.topics.values()
        for kind in TopicKind:
            entries = [
                self._entry(topic, of_topic.get(topic.id, []))
                for topic in topics
                if topic.kind is kind and (is_whole or topic.id in of_topic)
            ]
            if entries:
                yield (
                    kind.value,
                    sorted(entries, key=lambda one: collation_key(one.label, self._tag)),
                )

    def _entry(self, topic: Topic, works: list[Piece]) -> Entry:
        others = [one.tag for one in self._publication.languages if one.tag != self._tag]
        return Entry(
            anchor=f"topics/{topic.id}",
            label=topic.labels[self._tag],
            others=tuple((tag, topic.labels[tag]) for tag in others),
            aliases=tuple(
                alias
                for one in self._publication.languages
                for alias in topic.aliases.get(one.tag, ())
            ),
            summary=topic.summaries.get(self._tag, ""),
            works=tuple(works),
        )

    def _scripts(self) -> Iterator[str]:
        for name in (*SITE_SCRIPTS, OWN_SCRIPT):
            yield squeeze_script(read_source(self._publication.configuration, name))


def _language_of(html: str) -> str | None:
    """The language of a standing page's text, if it is not its reader's."""
    found = LANGUAGE_RE.search(html)
    return found[1] if found else None


PAGE = Format("page", write_single_pages)
