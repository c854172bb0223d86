"""What the templates show: a planned page, put into words.

Templates only lay out what stands here; nothing is computed in them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from lanpya.content.routes import topic_uri
from lanpya.model import Page, RightsMode, Topic, TranslationStatus, Work
from lanpya.site.addresses import Addresses
from lanpya.site.contents import Content
from lanpya.site.figures import Ladders
from lanpya.site.listings import Sheet, month_of, runs
from lanpya.site.plan import PlannedPage, SitePlan
from lanpya.site.related import RelatedWorks
from lanpya.site.strings import Strings
from lanpya.text.dates import format_edtf, format_month
from lanpya.text.numerals import localise_digits
from lanpya.text.reading import reading_minutes

LATEST = 7
HOME_FIGURES = 3
HOME_THEMES = 12
RELATED = 3
CONTENTS_FROM = 4


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere. url: from the root of the site."""

    text: str
    url: str
    note: str = ""


@dataclass(frozen=True)
class Card:
    """A work in a list. language: of its words, where it is not the page's own."""

    url: str
    title: str
    description: str
    language: str | None
    source: str
    date: str
    machine_date: str
    others: tuple[Link, ...]
    size: str
    theme: Link | None
    reason: str = ""


class Views:
    """Makes what one language's templates show. contents: by uri and language of the text."""

    def __init__(
        self,
        plan: SitePlan,
        addresses: Addresses,
        words: Strings,
        contents: Mapping[tuple[str, str], Content],
    ) -> None:
        self._plan = plan
        self._library = plan.library
        self._addresses = addresses
        self._words = words
        self._contents = contents
        self._card_of: dict[str, Card] = {}
        self._ladders = Ladders(plan.library)
        self._related = RelatedWorks(plan.library.works)
        self._names = {language.tag: language.name for language in plan.library.languages}

    def view(self, planned: PlannedPage) -> Mapping[str, Any]:
        """Everything that the page's template needs beside what every page has."""
        maker = getattr(self, f"_view_{planned.kind.replace('404', 'not_found')}", None)
        return maker(planned) if maker else {}

    def url(self, uri: str, language: str | None = None) -> str:
        """A page's address from the root of the site."""
        return self._addresses.url(uri, language or self._words.tag)

    def card(self, work: Work) -> Card:
        """A work as lists show it, in this language, or in the original's where it must be."""
        if work.uri not in self._card_of:  # a work stands in many lists
            self._card_of[work.uri] = self._make_card(work)
        return self._card_of[work.uri]

    def _make_card(self, work: Work) -> Card:
        tag = self._words.tag
        page = work.pages.get(tag, work.original)
        content = self._contents[work.uri, page.language]
        return Card(
            url=self.url(work.uri),
            title=page.title,
            description=page.description,
            language=None if page.language == tag else page.language,
            source=self.publisher(work),
            date=format_edtf(work.published, tag),
            machine_date=machine_date(work.published),
            others=tuple(
                Link(self._names[other], self.url(work.uri, other), other)
                for other in work.pages
                if other != tag
            ),
            size=self._words("size", number=self._words.number(content.kilobytes)),
            theme=self._theme_link(work.about[0]) if work.about else None,
        )

    def publisher(self, work: Work) -> str:
        """Who published the source; a source that names nobody says so."""
        source = work.source
        return source.publisher or source.agency or self._words("source.unnamed")

    def topic_link(self, topic_id: str, total: int | None = None) -> Link:
        """A topic by its label, with how many works it has."""
        topic = self._library.vocabulary.topics[topic_id]
        note = self._words("works", count=total) if total is not None else ""
        return Link(topic.labels[self._words.tag], self.url(topic_uri(topic_id)), note)

    def _theme_link(self, topic_id: str) -> Link | None:
        return self.topic_link(topic_id) if topic_id in self._library.vocabulary.topics else None

    def _cards(self, works: Iterable[Work]) -> list[Card]:
        return [self.card(work) for work in works]

    def _view_home(self, planned: PlannedPage) -> Mapping[str, Any]:
        home = self._original_home(planned)
        works = self._plan.works
        lead = self._library.works.get(home.lead or "") or (works[0] if works else None)
        latest = [work for work in works if work is not lead][:LATEST]
        rows = self._ladders.chosen(home.featured_figures, self._words)
        themes = list(self._library.vocabulary.topics.values())
        counted = [
            (topic, len(self._plan.by_topic[topic.id]))
            for topic in themes
            if not topic.is_name and topic.id in self._plan.by_topic
        ]
        counted.sort(key=lambda pair: pair[1], reverse=True)
        return {
            "lead": self.card(lead) if lead else None,
            "latest": self._cards(latest),
            "ladder": rows or self._ladders.latest(works, self._words, HOME_FIGURES),
            "themes": [self.topic_link(topic.id, total) for topic, total in counted[:HOME_THEMES]],
            "total": len(works),
        }

    def _original_home(self, planned: PlannedPage) -> Page:
        """The home page that says what to lead with; translations carry only words."""
        variants = self._library.pages[planned.uri]
        originals = [page for page in variants.values() if not page.translation]
        assert planned.page
        return originals[0] if originals else planned.page

    def _view_article(self, planned: PlannedPage) -> Mapping[str, Any]:
        work, page = planned.work, planned.page
        assert work
        assert page
        content = self._contents[work.uri, page.language]
        sections = [section for section in content.sections if section.level == 2]
        return {
            "work": work,
            "theme": self._theme_link(work.about[0]) if work.about else None,
            "source": self.publisher(work),
            "date": format_edtf(work.published, self._words.tag),
            "machine_date": machine_date(work.published),
            "rights": self._words(f"rights.{work.rights.mode.value}"),
            "is_whole": work.rights.mode is RightsMode.FULL,
            "is_draft": bool(
                page.translation and page.translation.status is TranslationStatus.DRAFT
            ),
            "original": self._original_link(work),
            "minutes": reading_minutes(content.text, page.language),
            "kilobytes": content.kilobytes,
            "sections": sections if len(sections) >= CONTENTS_FROM else [],
            "ladder": self._ladders.of_work(work, self._words),
            "corrections": self._corrections(page),
            "about": [self.topic_link(id_) for id_ in work.about],
            "mentions": [self.topic_link(id_) for id_ in work.mentions],
            "related": self._related_cards(work),
        }

    def _corrections(self, page: Page) -> list[tuple[str, str]]:
        return [
            (format_edtf(correction.date, self._words.tag), correction.note)
            for correction in page.corrections
        ]

    def _view_page(self, planned: PlannedPage) -> Mapping[str, Any]:
        assert planned.page
        return {"corrections": self._corrections(planned.page)}

    def _original_link(self, work: Work) -> Link:
        language = work.original.language
        return Link(self._names[language], self.url(work.uri, language), language)

    def _related_cards(self, work: Work) -> list[Card]:
        cards = []
        for related in self._related.find(work, RELATED):
            labels = [
                self._library.vocabulary.topics[id_].labels[self._words.tag]
                for id_ in related.reasons
            ]
            joined = self._words("list.separator").join(labels)
            reason = self._words("related.reason", topics=joined)
            cards.append(replace(self.card(related.work), reason=reason))
        return cards

    def _view_topic(self, planned: PlannedPage) -> Mapping[str, Any]:
        topic: Topic = planned.data["topic"]
        tag = self._words.tag
        all_works = self._plan.by_topic.get(topic.id, [])
        return {
            "topic": topic,
            "kind": self._words(f"kind.{topic.kind.value}"),
            "other_labels": [(other, topic.labels[other]) for other in self._names if other != tag],
            "ladder": self._ladders.on_topic(topic, self._words),
            "cards": self._cards(planned.data["works"]),
            "years": [
                Link(
                    format_edtf(year, tag),
                    self.url(f"{planned.uri}/{year}"),
                    self._words("works", count=total),
                )
                for year, total in planned.data["years"].items()
            ],
            "total": planned.data["total"],
            "beside": self._topics_beside(topic, all_works),
        }

    def _topics_beside(self, topic: Topic, works: list[Work]) -> list[Link]:
        """Who and what the same works name most."""
        totals: dict[str, int] = {}
        for work in works:
            for id_ in dict.fromkeys(work.topics):
                if id_ != topic.id:
                    totals[id_] = totals.get(id_, 0) + 1
        order = sorted(totals, key=lambda id_: (-totals[id_], id_))
        return [self.topic_link(id_) for id_ in order[:HOME_THEMES]]

    def _view_topics(self, planned: PlannedPage) -> Mapping[str, Any]:
        totals = planned.data["totals"]
        return {
            "groups": [
                {
                    "kind": kind.value,
                    "title": self._words(f"kind.{kind.value}.plural"),
                    "links": [self.topic_link(topic.id, totals[topic.id]) for topic in topics],
                    "more": self.url(f"topics/all/{kind.value}")
                    if kind in planned.data["more"]
                    else None,
                }
                for kind, topics in planned.data["groups"].items()
            ]
        }

    def _view_names(self, planned: PlannedPage) -> Mapping[str, Any]:
        totals = planned.data["totals"]
        links = [self.topic_link(id_, total) for id_, total in totals.items()]
        return {"links": links, "sheet": self._sheet_links(planned.data["sheet"])}

    def _view_works(self, planned: PlannedPage) -> Mapping[str, Any]:
        sheet: Sheet[Work] = planned.data["sheet"]
        topic: Topic | None = planned.data.get("topic")
        return {
            "cards": self._cards(sheet.items),
            "sheet": self._sheet_links(sheet),
            "topic": self.topic_link(topic.id) if topic else None,
        }

    def _view_archive(self, planned: PlannedPage) -> Mapping[str, Any]:
        counts = planned.data["counts"]
        return {
            "years": [
                {
                    "link": Link(
                        format_edtf(year, self._words.tag),
                        self.url(sheets[0].uri),
                        self._words("works", count=counts[year]),
                    ),
                    "months": self._months(sheets),
                }
                for year, sheets in planned.data["years"].items()
            ]
        }

    def _months(self, sheets: list[Sheet[Work]]) -> list[Link]:
        """The months of a year, each leading to where its list starts."""
        links: dict[str, Link] = {}
        for sheet in sheets:
            for work in sheet.items:
                month = month_of(work)
                if month and month not in links:
                    url = f"{self.url(sheet.uri)}#m{month[5:]}"
                    links[month] = Link(self._month(month), url)
        return list(links.values())

    def _month(self, month: str) -> str:
        return format_month(int(month[:4]), int(month[5:]), self._words.tag)

    def _view_months(self, planned: PlannedPage) -> Mapping[str, Any]:
        sheet: Sheet[Work] = planned.data["sheet"]
        keyed = ((month_of(work) or "", work) for work in sheet.items)
        return {
            "groups": [
                {
                    "anchor": f"m{month[5:]}" if month else "m00",
                    "title": self._month(month) if month else self._words("archive.undated"),
                    "cards": self._cards(works),
                }
                for month, works in runs(keyed)
            ],
            "sheet": self._sheet_links(sheet),
        }

    def _view_titles(self, planned: PlannedPage) -> Mapping[str, Any]:
        return {
            "letters": [
                Link(
                    self._letter(letter),
                    self.url(sheets[0].uri),
                    self._words("works", count=sum(len(sheet.items) for sheet in sheets)),
                )
                for letter, sheets in planned.data["letters"].items()
            ],
            "groups": [
                {
                    "letter": self._letter(letter),
                    "cards": self._cards(planned.data["works"][letter]),
                }
                for letter in planned.data["letters"]
                if planned.data["works"]
            ],
        }

    def _letter(self, letter: str) -> str:
        """A heading of the list of titles; that of the digits in the language's own."""
        return localise_digits(letter, self._words.tag)

    def _view_not_found(self, planned: PlannedPage) -> Mapping[str, Any]:
        """The same page serves every address that is not there, so it speaks every language."""
        return {
            "variants": [
                {
                    "language": language,
                    "words": self._plan.strings[language.tag],
                    "root": self._addresses.root_path(self._addresses.prefix(language.tag)),
                }
                for language in self._library.languages
            ],
            "root": self._addresses.root_path(""),
            "font": next((one.font for one in self._library.languages if one.font), None),
        }

    def _sheet_links(self, sheet: Sheet[Any]) -> Mapping[str, Any]:
        return {
            "previous": self.url(sheet.previous_uri) if sheet.previous_uri else None,
            "next": self.url(sheet.next_uri) if sheet.next_uri else None,
            "number": sheet.number,
            "total": len(sheet.uris),
        }


def machine_date(edtf: str) -> str:
    """What HTML's <time> and schema.org can read: an EDTF date without its qualifiers."""
    return edtf.rstrip("~?%")
