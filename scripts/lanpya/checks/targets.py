"""What a link can lead to: pages, those that the build makes included, and files."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from lanpya.checks.rendered import Renderings
from lanpya.content.configuration import Configuration
from lanpya.content.library import Reading
from lanpya.content.routes import TOPICS, generated_uris
from lanpya.content.suggestions import nearest

MAX_SUGGESTIONS = 100


class Targets:
    """The addresses of a site, by the shown paths of the files that they are made from.

    What is there but could not be read counts: it has findings of its own, and one fault
    makes one finding.
    """

    def __init__(
        self, configuration: Configuration, reading: Reading, renderings: Renderings
    ) -> None:
        self.renderings = renderings
        self._configuration = configuration
        self._reading = reading
        self._tree = reading.tree
        self._suggestions_left = MAX_SUGGESTIONS

    def has_page(self, shown: str) -> bool:
        """Whether a link to a page's file leads to a page.

        A page that is there in some language is there in all of them: where it is not
        translated, readers get its text as it is, with a notice.
        """
        page = self._configuration.page_at(shown)
        if self._tree.may_hold(shown) or page is None:
            return self._tree.may_hold(shown)
        uri, _ = page
        if self._reading.vocabulary_reading.unread is None and uri.startswith(TOPICS):
            return True
        return uri in self._generated or uri in self._tree.variants or self._reading.is_unread(uri)

    def has_file(self, shown: str) -> bool:
        """Whether a link to a file that is no page leads to one."""
        return shown in self._tree.assets or self._tree.is_refused(shown)

    def anchors(self, shown: str) -> frozenset[str] | None:
        """The ids of a page, or None where they are not known."""
        page = self._configuration.page_at(shown)
        if page:
            self._reading.read(page[0])
        if page and not self._tree.may_hold(shown):
            shown = self._fallback(page[0])
        return self.renderings[shown].anchors if shown in self.renderings.pages else None

    def near_page(self, shown: str) -> str | None:
        """The page that was most likely meant, by its name; in the language of the link.

        Looking is slow in a large site, so a run does it for its first faults only.
        """
        page = self._configuration.page_at(shown)
        if page is None or self._suggestions_left == 0:
            return None
        self._suggestions_left -= 1
        uri, language = page
        near = nearest(_name(uri), self._uris_by_name)
        if near is None:
            return None
        uris = self._uris_by_name[near]
        return self._configuration.shown_page(nearest(uri, uris) or uris[0], language)

    def _fallback(self, uri: str) -> str:
        """The file whose text stands in for a page that is not translated."""
        if uri in self._reading.works:
            return self._configuration.shown(self._reading.works[uri].original.path)
        variants = self._reading.pages.get(uri, {})
        return self._configuration.shown(variants[min(variants)].path) if variants else ""

    @cached_property
    def _generated(self) -> frozenset[str]:
        reading = self._reading.vocabulary_reading
        unread = (reading.unread or {}).get("topics", frozenset())
        topic_ids = reading.vocabulary.topics.keys() | unread
        return frozenset(generated_uris(topic_ids, self._configuration.has_editions))

    @cached_property
    def _uris_by_name(self) -> Mapping[str, list[str]]:
        uris = defaultdict(list)
        for uri in sorted(self._generated | self._tree.variants.keys()):
            uris[_name(uri)].append(uri)
        return uris


def _name(uri: str) -> str:
    return uri.rpartition("/")[2]
