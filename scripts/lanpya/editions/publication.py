"""What editions are made of: the built site, what docs/ knows about it, and its version."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lanpya.content.configuration import Configuration
from lanpya.content.library import make_library, read_docs
from lanpya.content.routes import topic_uri
from lanpya.editions.built_site import ARTICLE, BuiltSite, BuiltWork
from lanpya.editions.version import Version, make_version
from lanpya.findings import SiteError
from lanpya.model import Language, Library
from lanpya.site.strings import Strings, read_strings
from lanpya.text.slugs import slugify

NAMELESS = "site"
EVERY_LANGUAGE = "all"


@dataclass(frozen=True)
class Publication:
    """The site as it was built, and all that an edition has to know beside it.

    strings: what the site itself says, by language. Words of works are in the pages alone.
    """

    configuration: Configuration
    site: BuiltSite
    library: Library
    strings: Mapping[str, Strings]
    version: Version

    @property
    def languages(self) -> tuple[Language, ...]:
        """Those of the site."""
        return self.configuration.languages

    def name(self, language: str) -> str:
        """What the site is called in a language."""
        return self.configuration.site_names[language]

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where copies of the site stand, its own address first, each with a slash at its end."""
        return tuple(dict.fromkeys((self.site.address, *self.configuration.mirrors)))

    def whereabouts(self, language: str) -> str:
        """A line that names all addresses, as text: an onion may not be a link."""
        words = self.strings[language]
        named = words("list.separator").join(self.addresses)
        return f"{words('news.online')}{words('offprint.colon')}{named}"

    def works(self, language: str) -> list[BuiltWork]:
        """Every work's page in a language, the newest first; fallbacks are among them."""
        return [
            BuiltWork(work, self.site.page(uri, language), work.pages.get(language, work.original))
            for uri, work in self.library.works.items()
        ]

    def file_name(self, languages: Sequence[Language], suffix: str, part: str = "") -> str:
        """What a file of dist/ is called: "lanpya-my-2024-02-06-1f2e3d4c.epub".

        suffix: without a dot; part: what of the site it is, if not all ("essentials").
        A name says nothing of what is inside, since phones are searched; it holds letters
        that every file system and every messenger takes.
        """
        slug = slugify(self.name(self.configuration.default))
        tag = languages[0].tag if len(languages) == 1 else EVERY_LANGUAGE
        parts = (slug if slug.isascii() and slug else NAMELESS, tag, part, str(self.version))
        return "-".join(filter(None, parts)) + f".{suffix}"


def read_publication(
    configuration: Configuration,
    site_dir: Path | None = None,
    environment: Mapping[str, str] = os.environ,
) -> Publication:
    """Read a built site and its docs/. Raises SiteError where they do not belong together."""
    site = BuiltSite(
        site_dir or configuration.site_dir,
        configuration.languages,
        configuration.default,
        configuration.site_names,
    )
    library = make_library(configuration, read_docs(configuration))
    _refuse_another_site(site, library)
    tags = tuple(language.tag for language in configuration.languages)
    return Publication(
        configuration=configuration,
        site=site,
        library=library,
        strings=read_strings(configuration.strings_dir, tags),
        version=make_version(library, site.digest, environment),
    )


def _refuse_another_site(site: BuiltSite, library: Library) -> None:
    """What docs/ says of works and topics has to be said of what is in the site."""
    for language in library.languages:
        pages = site.pages[language.tag]
        wanted = {
            (uri, work.pages.get(language.tag, work.original).title)
            for uri, work in library.works.items()
        }
        built = {(page.uri, page.title) for page in pages if page.kind == ARTICLE}
        differing = {uri for uri, _ in wanted ^ built}
        entries = {id_ for page in pages for id_ in page.entries}
        differing |= {topic_uri(id_) for id_ in entries ^ library.vocabulary.topics.keys()}
        if differing:
            raise SiteError(
                f"{site.folder} was built before docs/ changed ({language.tag}/{min(differing)}): "
                "build it again."
            )
