"""One build's common ground: what is read once and serves every language's pass."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from lanpya.checks.run import check_reading
from lanpya.content.configuration import Configuration
from lanpya.content.library import Reading, make_library, read_docs
from lanpya.content.routes import topic_uri
from lanpya.findings import Finding
from lanpya.model import Language, Library
from lanpya.site.addresses import Addresses
from lanpya.site.contents import Content, Renderer
from lanpya.site.plan import PlannedPage, SitePlan
from lanpya.site.strings import Strings, read_strings
from lanpya.site.views import Views


class Assembly:
    """The site in the making. contents: by uri and language of the text, filled as pages render."""

    def __init__(
        self, configuration: Configuration, library: Library, strings_dir: Path, site_url: str
    ) -> None:
        self.configuration = configuration
        self.library = library
        self.addresses = Addresses(site_url, configuration.default)
        self.contents: dict[tuple[str, str], Content] = {}
        tags = tuple(language.tag for language in library.languages)
        self.strings: Mapping[str, Strings] = read_strings(strings_dir, tags)
        self.plan = SitePlan(
            library, self.strings, configuration.default, configuration.has_editions
        )

    @cached_property
    def pages(self) -> Mapping[str, list[PlannedPage]]:
        """All planned pages by language."""
        return {
            language.tag: list(self.plan.pages(language)) for language in self.library.languages
        }

    @cached_property
    def urls(self) -> Mapping[str, str]:
        """Every page's address from the root of the site, by path below docs/.

        A topic's path leads to its entry where it has no page of its own.
        """
        topics = {
            f"{tag}/{topic_uri(id_)}.md": self.addresses.url(self.plan.places.uri(id_, tag), tag)
            for tag in self.strings
            for id_ in self.library.vocabulary.topics
        }
        return topics | {
            source_uri(page): self.addresses.url(page.uri, page.language)
            for pages in self.pages.values()
            for page in pages
        }

    @cached_property
    def renderers(self) -> Mapping[str, Renderer]:
        """A converter for each language."""
        return {
            language.tag: Renderer(
                language, self.library.vocabulary, self.strings[language.tag]("footnote.back")
            )
            for language in self.library.languages
        }

    @cached_property
    def views(self) -> Mapping[str, Views]:
        """What the templates show, by language."""
        return {
            tag: Views(self.plan, self.addresses, words, self.contents, self.configuration)
            for tag, words in self.strings.items()
        }

    def language(self, tag: str) -> Language:
        """The language of a tag."""
        return next(language for language in self.library.languages if language.tag == tag)


def source_uri(page: PlannedPage) -> str:
    """Where a page stands, or would stand, below docs/."""
    return f"{page.language}/{page.uri}.md"


def read_and_check(configuration: Configuration) -> tuple[Reading, Library, list[Finding]]:
    """docs/, read and judged."""
    reading = read_docs(configuration)
    return reading, make_library(configuration, reading), check_reading(configuration, reading)
