"""Where a topic stands: on a page of its own, or as an entry on a page that it shares.

Most names have a work or two. A page for each would be most of a site, and a load for every
name that is looked up; and its address would say whose. An entry is led to by the fragment of
an address, which no server is told and nobody who watches the line can read.
"""

import math
from collections.abc import Mapping, Sequence

from lanpya.content.routes import TOPICS, topic_uri
from lanpya.model import Library, Topic, TopicKind, Work
from lanpya.site.listings import Sheet, cut_into_sheets
from lanpya.text.collation import collation_key

# An entry lists all its works: seven, as many as the home page has, are no long list yet.
OWN_PAGE_FROM = 8
# What a shared page holds, an entry with its summary for two lines and each work for one. In
# Burmese a line takes some hundred bytes when it is sent: all are no more than a long article.
LINES_ON_PAGE = 150
LINES_OF_ENTRY = 2


class TopicPlaces:
    """Where each topic of a library is found in each language.

    Every topic has an entry; that of one with a page of its own leads there, so that an old
    address of the entry leads to it too.
    """

    def __init__(self, library: Library, works: Mapping[str, Sequence[Work]]) -> None:
        """works: by topic id."""
        self._works = works
        topics = list(library.vocabulary.topics.values())
        self._sheets = {
            (kind, language.tag): self._cut(kind, language.tag, topics)
            for kind in TopicKind
            for language in library.languages
        }
        self._entries = {
            (topic.id, tag): f"{sheet.uri}#{topic.id}"
            for (_, tag), sheets in self._sheets.items()
            for sheet in sheets
            for topic in sheet.items
        }

    def has_own_page(self, topic_id: str) -> bool:
        """Whether there is more of a topic than an entry holds."""
        return len(self._works.get(topic_id, ())) >= OWN_PAGE_FROM

    def uri(self, topic_id: str, language: str) -> str:
        """Where links lead: a page's uri, with the entry's anchor if the page is shared.

        Languages have their own alphabets, so an entry may be on another page in each.
        """
        if self.has_own_page(topic_id):
            return topic_uri(topic_id)
        return self._entries[topic_id, language]

    def sheets(self, kind: TopicKind, language: str) -> Sequence[Sheet[Topic]]:
        """The shared pages of a kind, in the language's alphabetical order; none for no topics."""
        return self._sheets[kind, language]

    def _cut(self, kind: TopicKind, tag: str, topics: Sequence[Topic]) -> Sequence[Sheet[Topic]]:
        """So many topics on each page that languages, whose order differs, have as many pages."""
        of_kind = [topic for topic in topics if topic.kind is kind]
        if not of_kind:
            return ()
        of_kind.sort(key=lambda topic: (collation_key(topic.labels[tag], tag), topic.id))
        pages = math.ceil(sum(map(self._count_lines, of_kind)) / LINES_ON_PAGE)
        return cut_into_sheets(kind_uri(kind), of_kind, math.ceil(len(of_kind) / pages))

    def _count_lines(self, topic: Topic) -> int:
        listed = 0 if self.has_own_page(topic.id) else len(self._works.get(topic.id, ()))
        return LINES_OF_ENTRY + listed


def kind_uri(kind: TopicKind) -> str:
    """The first shared page of a kind, and what the addresses of the others begin with."""
    return f"{TOPICS}all/{kind.value}"
