"""What a site is made of. Everything downstream only ever sees these types.

A work is one thing in several languages. What is true of the work (source,
date, topics, figures, rights) stands once, in its original; a translation
carries its own words and what it was translated from.

There is deliberately no reading or writing here, and nothing that knows how
a page looks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True)
class Language:
    """A language that the site is published in.

    tag: BCP 47, as in `lang`, hreflang and URLs ("my").
    iso_639_3: three letters, as ZIM wants it ("mya").
    name: what its readers call it ("မြန်မာ").
    direction: "ltr" or "rtl".
    font: a file of docs/ ("assets/fonts/x.woff2") that its text can not be read without.
    """

    tag: str
    iso_639_3: str
    name: str
    direction: str = "ltr"
    font: str | None = None


class TopicKind(StrEnum):
    """What sort of thing a topic is; all but THEME are names of something."""

    THEME = "theme"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    EVENT = "event"
    CONCEPT = "concept"


@dataclass(frozen=True)
class Topic:
    """An entry of the controlled vocabulary. The mappings are by language tag."""

    id: str
    kind: TopicKind
    labels: Mapping[str, str]
    aliases: Mapping[str, tuple[str, ...]]
    summaries: Mapping[str, str]

    @property
    def is_name(self) -> bool:
        """Whether this names one thing in the world, rather than a field of discussion."""
        return self.kind is not TopicKind.THEME


@dataclass(frozen=True)
class Term:
    """What exactly a figure counts, over which scope. about: ids of the themes it belongs to."""

    id: str
    labels: Mapping[str, str]
    about: tuple[str, ...] = ()


@dataclass(frozen=True)
class PluralForms:
    """A word beside the number one, and beside any other."""

    one: str
    other: str


@dataclass(frozen=True)
class Unit:
    """The word after a figure's number: "people", or a classifier."""

    id: str
    labels: Mapping[str, PluralForms]


@dataclass(frozen=True)
class Vocabulary:
    """docs/topics.yml, read."""

    topics: Mapping[str, Topic]
    counts: Mapping[str, Term]
    units: Mapping[str, Unit]


@dataclass(frozen=True)
class Source:
    """Where a work comes from; None is "the source does not say"."""

    title: str | None = None
    publisher: str | None = None
    agency: str | None = None
    via: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    sha256: str | None = None


class RightsMode(StrEnum):
    """How much of a source a page may carry."""

    FULL = "full"
    EXCERPT = "excerpt"
    SUMMARY = "summary"
    LINK = "link"


@dataclass(frozen=True)
class Rights:
    """On what terms the source stands. license: an SPDX id or LicenseRef-…"""

    mode: RightsMode
    license: str
    holder: str | None = None


SOURCE_SPEAKER = "source"  # `attributed_to` of a figure that the source itself states


class Bound(StrEnum):
    """How a source hedges a number. The hedge stays beside it in every language."""

    EXACT = "exact"
    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    AT_MOST = "at-most"
    NEARLY = "nearly"
    ABOUT = "about"


@dataclass(frozen=True)
class Figure:
    """A number that somebody claims. Only equal `counts` are ever compared.

    counts, unit: ids of the vocabulary. as_of: EDTF, or None where the source does not say.
    attributed_to: topic id of who says so. supersedes: "articles/x#id", or None.
    """

    id: str
    counts: str
    value: float
    unit: str
    bound: Bound
    as_of: str | None
    attributed_to: str
    supersedes: str | None = None


class TranslationStatus(StrEnum):
    """DRAFT: no native reader has checked it, and the page says so."""

    DRAFT = "draft"
    REVIEWED = "reviewed"


@dataclass(frozen=True)
class Translation:
    """What makes a page a translation. sections: heading id to hash of what was translated."""

    of: str
    status: TranslationStatus
    sections: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Correction:
    """A mistake that was mended: when (EDTF, to the day) and what it was."""

    date: str
    note: str


@dataclass(frozen=True)
class Page:
    """One file of docs/<language>/.

    uri: path below the language folder without suffix ("articles/rights").
    body: the Markdown below the front matter; body_line: its first line in the file, from 1.
    lead, featured_figures: what a home page leads with ("articles/x", "articles/x#figure").
    """

    uri: str
    language: str
    path: Path
    title: str
    description: str
    body: str
    body_line: int
    key_points: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    credit: tuple[str, ...] = ()
    translation: Translation | None = None
    lead: str | None = None
    featured_figures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Work:
    """One article in every language that it is there in. published: EDTF, of the source."""

    uri: str
    original: Page
    translations: Mapping[str, Page]
    published: str
    source: Source
    rights: Rights
    about: tuple[str, ...]
    mentions: tuple[str, ...]
    figures: tuple[Figure, ...]

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """By language tag, the original first."""
        return {self.original.language: self.original, **self.translations}

    @property
    def topics(self) -> tuple[str, ...]:
        """Ids of all that it is about or names, in that order."""
        return self.about + self.mentions


@dataclass(frozen=True)
class Library:
    """All that docs/ holds. pages: the standing pages, by uri and language."""

    languages: tuple[Language, ...]
    vocabulary: Vocabulary
    works: Mapping[str, Work]
    pages: Mapping[str, Mapping[str, Page]]
