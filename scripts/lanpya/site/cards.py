"""Works and topics as lists show them: the links and cards that every view is made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lanpya.model import Library, Page, TranslationStatus, Work
from lanpya.site.addresses import Addresses
from lanpya.site.contents import Content
from lanpya.site.strings import Strings
from lanpya.site.topic_places import TopicPlaces
from lanpya.text.dates import format_edtf


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


class Cards:
    """Makes the cards and links of one language.

    contents: by uri and language of the text. names: of the languages, by tag.
    """

    def __init__(
        self,
        library: Library,
        places: TopicPlaces,
        addresses: Addresses,
        words: Strings,
        contents: Mapping[tuple[str, str], Content],
    ) -> None:
        self._library = library
        self._places = places
        self._addresses = addresses
        self._words = words
        self._contents = contents
        self._card_of: dict[str, Card] = {}
        self.names = {language.tag: language.name for language in library.languages}

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
                Link(self._marked(other, there), self.url(work.uri, other), other)
                for other, there in work.pages.items()
                if other != tag
            ),
            size=self._words("size", number=self._words.number(content.kilobytes)),
            theme=self.theme_link(work),
        )

    def _marked(self, language: str, page: Page) -> str:
        """A language's name, with a tick where somebody who speaks it stands behind the text."""
        is_draft = page.translation and page.translation.status is TranslationStatus.DRAFT
        return self.names[language] if is_draft else f"{self.names[language]} ✓"

    def cards(self, works: Iterable[Work]) -> list[Card]:
        """Several works, in their order."""
        return [self.card(work) for work in works]

    def publisher(self, work: Work) -> str:
        """Who published the source; a source that names nobody says so."""
        source = work.source
        return source.publisher or source.agency or self._words("source.unnamed")

    def topic_url(self, topic_id: str, language: str | None = None) -> str:
        """Where a topic stands, from the root of the site."""
        tag = language or self._words.tag
        return self.url(self._places.uri(topic_id, tag), tag)

    def topic_link(self, topic_id: str, total: int | None = None) -> Link:
        """A topic by its label, with how many works it has."""
        topic = self._library.vocabulary.topics[topic_id]
        note = self._words("works", count=total) if total is not None else ""
        return Link(topic.labels[self._words.tag], self.topic_url(topic_id), note)

    def theme_link(self, work: Work) -> Link | None:
        """The theme that a work is about first."""
        return self.topic_link(work.about[0]) if work.about else None


def machine_date(edtf: str) -> str:
    """What HTML's <time> and schema.org can read: an EDTF date without its qualifiers."""
    return edtf.rstrip("~?%")
