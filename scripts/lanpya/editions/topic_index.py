"""The vocabulary as an index at the end of a book: who and what is in which works.

On the site a topic that many works name has a page with its latest ones; here all are listed,
since nothing else would lead to them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from lanpya.editions.built_site import BuiltWork
from lanpya.editions.chapters import find_class, read_chapter, render_xhtml
from lanpya.editions.links import rewrite_links
from lanpya.editions.publication import Publication
from lanpya.model import Topic, TopicKind
from lanpya.text.collation import collation_key

# As much as a slow reader's program lays out without a pause.
LINKS_PER_SHEET = 400


@dataclass(frozen=True)
class Entry:
    """A topic that works are about or name. label, summary: XHTML; works: the newest first."""

    topic: Topic
    label: str
    summary: str
    works: Sequence[BuiltWork]


@dataclass(frozen=True)
class Sheet:
    """A part of the index. kind: of all its topics; number: from 1 within its kind."""

    kind: TopicKind
    number: int
    entries: Sequence[Entry]

    @property
    def name(self) -> str:
        """Tells it from all other sheets: "place", "place-2"."""
        return self.kind.value if self.number == 1 else f"{self.kind.value}-{self.number}"


def make_sheets(publication: Publication, tag: str, works: Sequence[BuiltWork]) -> list[Sheet]:
    """The index in a language, kind by kind, each in alphabetical order."""
    by_topic: dict[str, list[BuiltWork]] = {}
    for built in works:
        for id_ in dict.fromkeys(built.work.topics):
            by_topic.setdefault(id_, []).append(built)
    topics = [publication.library.vocabulary.topics[id_] for id_ in by_topic]
    topics.sort(key=lambda topic: (collation_key(topic.labels[tag], tag), topic.id))
    entries = _read_entries(publication, tag)
    return [
        Sheet(kind, number, [_make_entry(one, by_topic[one.id], entries[one.id]) for one in part])
        for kind in TopicKind
        for number, part in enumerate(
            _split([one for one in topics if one.kind is kind], by_topic), start=1
        )
    ]


def _split(
    topics: Sequence[Topic], by_topic: dict[str, list[BuiltWork]]
) -> Iterator[Sequence[Topic]]:
    part: list[Topic] = []
    links = 0
    for topic in topics:
        if part and links + len(by_topic[topic.id]) > LINKS_PER_SHEET:
            yield part
            part, links = [], 0
        part.append(topic)
        links += len(by_topic[topic.id])
    if part:
        yield part


def _read_entries(publication: Publication, tag: str) -> Mapping[str, HtmlElement]:
    """What the site says of each topic, by id."""
    entries: dict[str, HtmlElement] = {}
    for page in publication.site.pages[tag]:
        if page.entries:
            main = read_chapter(page).main
            rewrite_links(main, "", lambda _url, _fragment: None)
            entries |= {one.get("id", ""): one for one in main.findall("section")}
    return entries


def _make_entry(topic: Topic, works: Sequence[BuiltWork], section: HtmlElement) -> Entry:
    [heading], [summary] = section.findall("h2"), find_class(section, "summary")
    return Entry(topic, render_xhtml(heading), render_xhtml(summary), works)
