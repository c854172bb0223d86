"""The texts that stand in a single page: works, standing pages, and topics with their works."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote, urljoin

from markupsafe import Markup, escape

from lanpya.content.routes import topic_uri
from lanpya.editions.built_site import BuiltPage, BuiltWork
from lanpya.editions.excerpts import Excerpt, Finder, make_finder, write_attribute
from lanpya.editions.publication import Publication
from lanpya.model import Language, Topic, TopicKind
from lanpya.site.offprints import offprint_url
from lanpya.text.collation import collation_key
from lanpya.text.dates import format_edtf
from lanpya.text.normal import search_key
from lanpya.text.numerals import localise_digits

END = "</article>"
# Where the lists of the site stand in the page, by their kind; names share pages.
LISTS = {"topics": "#x-topics", "names": "#x-topics", "titles": "#x-titles"}
META, META_END = '<p class="meta">', "</p>"


@dataclass(frozen=True)
class Piece:
    """A text of the page. language: its own, if it is not the page's.

    head: title, standfirst, source and date; rest: what a reader opens the work for. short_date
    is of a work alone.
    """

    anchor: str
    title: str
    head: Markup
    rest: Markup
    date: str = ""
    short_date: str = ""
    language: str | None = None

    @cached_property
    def link(self) -> str:
        """A link to it, by its date."""
        return f"<a{write_attribute('href', f'#{self.anchor}')}>{escape(self.short_date)}</a>"


@dataclass(frozen=True)
class Entry:
    """A topic. others: its names in other languages; aliases: what else finds it, in all.

    links: to the works that are about it or name it.
    """

    anchor: str
    label: str
    others: tuple[tuple[str, str], ...]
    aliases: tuple[str, ...]
    summary: str
    links: Markup


class PieceReader:
    """Takes the texts of one language out of the built site."""

    def __init__(
        self, publication: Publication, language: Language, standing: Sequence[BuiltPage]
    ) -> None:
        """standing: pages that are in the single page beside the works."""
        self._publication = publication
        self._tag = language.tag
        pages = [work.page for work in publication.works(language.tag)]
        anchors = {self._address(page): page.uri for page in (*pages, *standing)}
        self._find = self._find_topics(make_finder(anchors | self._topics()))

    def read_work(self, built: BuiltWork) -> Piece:
        """A work, from its offprint."""
        published = built.work.published
        offprint = self._publication.site.files[offprint_url(built.page.url)]
        text = _article(offprint.read_bytes().decode())
        end = text.index(META_END, text.index(META))
        return Piece(
            built.page.uri,
            built.page.title,
            self._render(built.page, text[:end]),
            self._render(built.page, text[end + len(META_END) :]),
            date=format_edtf(published, self._tag),
            short_date=localise_digits(published.rstrip("~?%"), self._tag),
            language=built.text.language if built.is_fallback else None,
        )

    def read_page(self, page: BuiltPage, language: str | None) -> Piece:
        """A page that is no work. language: of its text, if it is not its reader's."""
        text = self._render(page, _article(page.html))
        return Piece(page.uri, page.title, text, Markup(), language=language)

    def read_topics(
        self, works: Iterable[tuple[BuiltWork, Piece]], is_whole: bool
    ) -> Iterator[tuple[str, list[Entry]]]:
        """The topics by kind, as the site has them. is_whole: those without works, too."""
        of_topic: dict[str, list[str]] = {}
        for built, piece in works:
            for id_ in built.work.topics:
                of_topic.setdefault(id_, []).append(piece.link)
        topics = self._publication.library.vocabulary.topics.values()
        for kind in TopicKind:
            entries = [
                self._entry(topic, of_topic.get(topic.id, []))
                for topic in topics
                if topic.kind is kind and (is_whole or topic.id in of_topic)
            ]
            if entries:
                entries.sort(key=lambda one: collation_key(one.label, self._tag))
                yield kind.value, entries

    def _entry(self, topic: Topic, links: Sequence[str]) -> Entry:
        languages = [one.tag for one in self._publication.languages]
        aliases = [alias for tag in languages for alias in topic.aliases.get(tag, ())]
        return Entry(
            anchor=topic_uri(topic.id),
            label=topic.labels[self._tag],
            others=tuple((tag, topic.labels[tag]) for tag in languages if tag != self._tag),
            aliases=_unlike(topic.labels.values(), aliases),
            summary=topic.summaries.get(self._tag, ""),
            links=Markup(" ".join(links)),  # noqa: S704 -- escaped where they are made
        )

    def _address(self, page: BuiltPage) -> str:
        return urljoin(self._publication.site.address, page.url)

    def _topics(self) -> dict[str, str]:
        """Anchors by the addresses that topics have in the site: pages, and entries on pages."""
        pages = self._publication.site.pages[self._tag]
        own = {self._address(page): page.uri for page in pages if page.kind == "topic"}
        return own | {
            f"{self._address(page)}#{id_}": topic_uri(id_) for page in pages for id_ in page.entries
        }

    def _find_topics(self, find: Finder) -> Finder:
        """Finds besides topics that share a page in the site, and the lists of all."""
        pages = self._publication.site.pages[self._tag]
        kinds = {self._address(page): page.kind for page in pages if page.kind in LISTS}
        topics = self._publication.library.vocabulary.topics

        def find_all(address: str) -> str | None:
            page, _, id_ = address.partition("#")
            if id_ in topics and page in kinds:
                return f"#topics/{id_}"
            return LISTS.get(kinds.get(page, "")) or find(address)

        return find_all

    def _render(self, page: BuiltPage, html: str) -> Markup:
        excerpt = Excerpt(html, page.uri, self._address(page))
        return Markup(excerpt.render(self._find, self._embed))  # noqa: S704 -- the site's own

    def _embed(self, address: str) -> str:
        site = self._publication.site
        return site.data_address(unquote(address.removeprefix(site.address)))


def _unlike(labels: Iterable[str], aliases: Iterable[str]) -> tuple[str, ...]:
    """The aliases that a search can tell from the labels and from each other."""
    known = dict.fromkeys(map(search_key, labels), "")
    for alias in aliases:
        known.setdefault(search_key(alias), alias)
    return tuple(filter(None, known.values()))


def _article(html: str) -> str:
    """What stands in the article of a page."""
    start = html.index(">", html.index("<article")) + 1
    return html[start : html.rindex(END)]
