"""Which pages the site has, in every language: the library, laid out.

A planned page says what is on it, not how it looks. What depends on a list is cut into
sheets, so that no page grows with the site. There is deliberately no mkdocs here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lanpya.content import routes
from lanpya.model import Language, Library, Page, Topic, TopicKind, Work
from lanpya.site.listings import (
    PAGE_SIZE,
    Sheet,
    cut_into_sheets,
    group_by_year,
    works_by_topic,
)
from lanpya.site.strings import Strings
from lanpya.site.titles import TitleList
from lanpya.site.topic_places import TopicPlaces
from lanpya.text.dates import format_edtf

LATEST_OF_TOPIC = 10
NAMES_OF_KIND = 24
HOME = "index"


@dataclass(frozen=True)
class PlannedPage:
    """One page of the site in one language.

    language: whose page it is; body_language: what its text is in (they differ where a
    translation is missing). kind: the template. alternates: uri by language, this one included.
    is_listed: whether search engines and the sitemap of this language shall have it.
    languages: those that its text is really there in.
    """

    uri: str
    language: str
    kind: str
    title: str
    description: str
    alternates: Mapping[str, str]
    is_listed: bool = True
    languages: frozenset[str] = frozenset()
    page: Page | None = None
    work: Work | None = None
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def body_language(self) -> str:
        """What the text is in."""
        return self.page.language if self.page else self.language

    @property
    def is_fallback(self) -> bool:
        """Whether the reader gets the text in another language than asked for."""
        return self.body_language != self.language


class SitePlan:
    """All pages of all languages."""

    def __init__(
        self,
        library: Library,
        strings: Mapping[str, Strings],
        default: str,
        has_editions: bool = False,
    ) -> None:
        """default: tag of the language at the root of the site.

        has_editions: whether a page shall lead to what can be carried.
        """
        self.library = library
        self.strings = strings
        self.default = default
        self.has_editions = has_editions
        self.works = list(library.works.values())
        self.by_topic = works_by_topic(library.works)
        self.places = TopicPlaces(library, self.by_topic)
        self.titles = {
            language.tag: TitleList(library, language.tag) for language in library.languages
        }

    def pages(self, language: Language) -> Iterator[PlannedPage]:
        """The pages of one language."""
        tag = language.tag
        yield from self._standing(tag)
        yield from self._articles(tag)
        yield from self._topics(tag)
        yield from self._names(tag)
        yield from self._archive(tag)
        yield from self._titles(tag)
        yield self._make(routes.SEARCH, tag, "search", "search.title", "search.description")
        yield self._make(routes.RULES, tag, "rules", "rules.title", "rules.description")
        if self.has_editions:
            yield self._make(
                routes.DOWNLOADS, tag, "downloads", "downloads.title", "downloads.what"
            )
        yield self._make(routes.EXIT, tag, "exit", "exit.title", "exit.title", is_listed=False)
        if tag == self.default:  # one page for every address that is not there
            yield self._make(routes.NOT_FOUND, tag, "404", "404.title", "404.text", is_listed=False)

    def _make(
        self, uri: str, language: str, kind: str, title: str, description: str, **rest: Any
    ) -> PlannedPage:
        """A page whose words are all the site's own; title and description are string keys."""
        words = self.strings[language]
        return self._plan(uri, language, kind, words(title), words(description), **rest)

    def _plan(
        self, uri: str, language: str, kind: str, title: str, description: str, **rest: Any
    ) -> PlannedPage:
        rest.setdefault("alternates", {other.tag: uri for other in self.library.languages})
        rest.setdefault("languages", frozenset(rest["alternates"]))
        return PlannedPage(uri, language, kind, title, description, **rest)

    def _standing(self, language: str) -> Iterator[PlannedPage]:
        for uri, variants in sorted(self.library.pages.items()):
            page = variants.get(language) or variants[sorted(variants)[0]]
            kind = "home" if uri == HOME else "page"
            yield self._plan(
                uri,
                language,
                kind,
                page.title,
                page.description,
                page=page,
                languages=frozenset(variants),
                is_listed=page.language == language,
            )

    def _articles(self, language: str) -> Iterator[PlannedPage]:
        for work in self.works:
            page = work.pages.get(language, work.original)
            yield self._plan(
                work.uri,
                language,
                "article",
                page.title,
                page.description,
                page=page,
                work=work,
                languages=frozenset(work.pages),
                is_listed=page.language == language,
            )

    def _topics(self, language: str) -> Iterator[PlannedPage]:
        words = self.strings[language]
        for topic in self.library.vocabulary.topics.values():
            if not self.places.has_own_page(topic.id):
                continue
            works = self.by_topic[topic.id]
            uri = routes.topic_uri(topic.id)
            years = group_by_year(works) if len(works) > LATEST_OF_TOPIC else {}
            label = topic.labels[language]
            data = {
                "topic": topic,
                "works": works[:LATEST_OF_TOPIC],
                "years": {year: len(group) for year, group in years.items()},
            }
            yield self._plan(uri, language, "topic", label, topic.summaries[language], data=data)
            for year, group in years.items():
                title = words("topic.year", topic=label, year=format_edtf(year, language))
                for sheet in cut_into_sheets(f"{uri}/{year}", group):
                    yield self._sheet(sheet, language, "works", title, {"topic": topic})

    def topics_of(self, kind: TopicKind, language: str) -> list[Topic]:
        """The topics of a kind, the most used first; those that no work has yet are the last."""
        topics = [topic for topic in self.library.vocabulary.topics.values() if topic.kind is kind]
        order = self.titles[language].sort_key
        topics.sort(key=lambda topic: order(topic.labels[language]))
        topics.sort(key=self._total, reverse=True)
        return topics

    def _total(self, topic: Topic) -> int:
        return len(self.by_topic.get(topic.id, ()))

    def _names(self, language: str) -> Iterator[PlannedPage]:
        words = self.strings[language]
        groups = {kind: self.topics_of(kind, language) for kind in TopicKind}
        shown = {kind: topics[:NAMES_OF_KIND] for kind, topics in groups.items() if topics}
        yield self._make(
            routes.TOPIC_INDEX,
            language,
            "topics",
            "topics.title",
            "topics.description",
            data={
                "groups": shown,
                "more": {kind for kind in shown if len(groups[kind]) > NAMES_OF_KIND},
                "totals": {t.id: self._total(t) for topics in shown.values() for t in topics},
            },
        )
        for kind in TopicKind:
            title = words(f"kind.{kind.value}.plural")
            for sheet in self.places.sheets(kind, language):
                yield self._sheet(sheet, language, "names", title, {})

    def _archive(self, language: str) -> Iterator[PlannedPage]:
        years = group_by_year(self.works)
        sheets = {year: cut_into_sheets(f"archive/{year}", works) for year, works in years.items()}
        yield self._make(
            routes.ARCHIVE_INDEX,
            language,
            "archive",
            "archive.title",
            "archive.description",
            data={"years": sheets, "counts": {year: len(group) for year, group in years.items()}},
        )
        for year, cut in sheets.items():
            title = self.strings[language]("archive.year", year=format_edtf(year, language))
            for sheet in cut:
                yield self._sheet(sheet, language, "months", title, {"year": year})

    def _titles(self, language: str) -> Iterator[PlannedPage]:
        titles = self.titles[language]
        hub = {other.tag: routes.TITLE_INDEX for other in self.library.languages}
        fits = len(self.works) <= PAGE_SIZE
        letters = {letter: titles.sheets(letter) for letter in titles.letters}
        yield self._make(
            routes.TITLE_INDEX,
            language,
            "titles",
            "titles.title",
            "titles.description",
            data={"letters": letters, "works": titles.by_letter if fits else {}},
        )
        if fits:
            return
        for letter, sheets in letters.items():
            title = self.strings[language]("titles.letter", letter=letter)
            for sheet in sheets:
                # Another language has other letters: its counterpart is the list of them.
                where = {**hub, language: sheet.uri}
                there = frozenset({language})
                yield self._sheet(
                    sheet, language, "works", title, {}, alternates=where, languages=there
                )

    def _sheet(
        self,
        sheet: Sheet[Any],
        language: str,
        kind: str,
        title: str,
        data: Mapping[str, Any],
        **rest: Any,
    ) -> PlannedPage:
        """A page of a list. Only the first is worth a search engine's visit."""
        words = self.strings[language]
        number = words("sheet.number", number=words.number(sheet.number))
        return self._plan(
            sheet.uri,
            language,
            kind,
            title if sheet.number == 1 else f"{title} · {number}",
            title,
            is_listed=sheet.number == 1,
            data={"sheet": sheet, **data},
            **rest,
        )
