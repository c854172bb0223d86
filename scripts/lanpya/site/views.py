"""What the templates show: a planned page, put into words.

Templates only lay out what stands here; nothing is computed in them.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from lanpya.content.configuration import Configuration
from lanpya.model import Page, RightsMode, TranslationStatus, Work
from lanpya.site.addresses import Addresses
from lanpya.site.cards import Card, Cards, Link, machine_date
from lanpya.site.contents import Content
from lanpya.site.downloads import view_downloads
from lanpya.site.figures import Ladders
from lanpya.site.list_views import ListViews
from lanpya.site.plan import PlannedPage, SitePlan
from lanpya.site.related import RelatedWorks
from lanpya.site.rules import view_rules
from lanpya.site.strings import Strings
from lanpya.site.topic_views import TopicViews
from lanpya.text.dates import format_edtf
from lanpya.text.reading import reading_minutes

LATEST = 7
HOME_FIGURES = 3
HOME_THEMES = 12
RELATED = 3
CONTENTS_FROM = 4


class Views:
    """Makes what one language's templates show. contents: by uri and language of the text."""

    def __init__(
        self,
        plan: SitePlan,
        addresses: Addresses,
        words: Strings,
        contents: Mapping[tuple[str, str], Content],
        configuration: Configuration,
    ) -> None:
        self._plan = plan
        self._library = plan.library
        self._addresses = addresses
        self._words = words
        self._contents = contents
        self._cards = Cards(plan.library, plan.places, addresses, words, contents)
        self._ladders = Ladders(plan.library, plan.places)
        self._related = RelatedWorks(plan.library.works)
        self._makers: Mapping[str, Callable[[PlannedPage], Mapping[str, Any]]] = {
            "home": self._view_home,
            "article": self._view_article,
            "page": self._view_page,
            "404": self._view_not_found,
            "rules": lambda _: view_rules(words),
            "downloads": lambda _: view_downloads(configuration, addresses, words.tag),
            **ListViews(self._cards, words).makers,
            **TopicViews(plan, self._cards, self._ladders, words).makers,
        }

    def view(self, planned: PlannedPage) -> Mapping[str, Any]:
        """Everything that the page's template needs beside what every page has."""
        maker = self._makers.get(planned.kind)
        return maker(planned) if maker else {}

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
            "lead": self._cards.card(lead) if lead else None,
            "latest": self._cards.cards(latest),
            "ladder": rows or self._ladders.latest(works, self._words, HOME_FIGURES),
            "themes": [
                self._cards.topic_link(topic.id, total) for topic, total in counted[:HOME_THEMES]
            ],
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
            "theme": self._cards.theme_link(work),
            "source": self._cards.publisher(work),
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
            "about": [self._cards.topic_link(id_) for id_ in work.about],
            "mentions": [self._cards.topic_link(id_) for id_ in work.mentions],
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
        return Link(self._cards.names[language], self._cards.url(work.uri, language), language)

    def _related_cards(self, work: Work) -> list[Card]:
        cards = []
        for related in self._related.find(work, RELATED):
            labels = [
                self._library.vocabulary.topics[id_].labels[self._words.tag]
                for id_ in related.reasons
            ]
            joined = self._words("list.separator").join(labels)
            reason = self._words("related.reason", topics=joined)
            cards.append(replace(self._cards.card(related.work), reason=reason))
        return cards

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
