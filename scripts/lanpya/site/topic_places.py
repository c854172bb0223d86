"""Where a topic stands: on a page of its own, or as an entry on a page that it shares.

Most names have a work or two. A page for each would be most of a site, and a load for every
name that is looked up; and its address would say whose. An entry is led to by the fragment of
an address, which no server is told and nobody who watches the line can read.
"""

from collections.abc import Mapping, Sequence

from lanpya.content.routes import TOPICS, topic_uri
from lanpya.model import Library, Topic, TopicKind, Work
from lanpya.site.listings import Sheet, cut_into_sheets
from lanpya.text.collation import collation_key

# An entry shows all its works, titles in full, within a phone's screen or so: four do.
OWN_PAGE_FROM = 5
# In Burmese, with summaries as long as newsrooms write them and four works each, as much as
# the budget of an article: 12 KB.
ENTRIES_ON_PAGE = 40


class TopicPlaces:
    """Where each topic of a library is found in each language.

    Every topic has an entry; that of one with a page of its own leads there, so that an old
    address of the entry leads to it too.
    """

    def __init__(self, library: Library, works: Mapping[str, Sequence[Work]]) -> None:
        """works: by topic id."""
        self._works = works
        self._sheets = {
            (kind, language.tag): _cut(kind, language.tag, list(library.vocabulary.topics.values()))
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


def kind_uri(kind: TopicKind) -> str:
    """The first shared page of a kind, and what the addresses of the others begin with."""
    return f"{TOPICS}all/{kind.value}"


def _cut(kind: TopicKind, tag: str, topics: Sequence[Topic]) -> Sequence[Sheet[Topic]]:
    of_kind = [topic for topic in topics if topic.kind is kind]
    of_kind.sort(key=lambda topic: (collation_key(topic.labels[tag], tag), topic.id))
    return cut_into_sheets(kind_uri(kind), of_kind, ENTRIES_ON_PAGE) if of_kind else ()
