"""What a conversion gives: metadata with its origin, blocks in order, what was dropped.

There is deliberately no rendering here, and no confidence in percent: nobody could say
what the difference between .7 and .8 is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class SourceError(Exception):
    """A source that can not be converted: what is wrong, and after the dash what to do about it."""


class Confidence(StrEnum):
    """HIGH: the source says so in words. MEDIUM: its place or form says so. LOW: inferred."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class AuthorKind(StrEnum):
    """What an author's name stands for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PSEUDONYM = "pseudonym"
    ROLE = "role"


@dataclass(frozen=True)
class Author:
    """A name as the source writes it. ROLE is "Staff Reporter": the source names nobody."""

    name: str
    kind: AuthorKind = AuthorKind.PERSON


@dataclass(frozen=True)
class Contributor:
    """Somebody named beside the authors. role: contributor, editor, translator."""

    name: str
    role: str


Value = str | tuple[Author, ...] | tuple[Contributor, ...]


@dataclass(frozen=True)
class Datum:
    """A value, and where it comes from.

    rule: the name of the rule that found it. line: in the source, from 1.
    reason: what it follows from, where the source does not state it; else None.
    """

    value: Value
    rule: str
    line: int
    confidence: Confidence = Confidence.HIGH
    reason: str | None = None

    @property
    def is_inferred(self) -> bool:
        """Whether the source does not state it."""
        return self.reason is not None


# The keys of the metadata, in the order in which they are shown. All are always there.
FIELDS = (
    "title",
    "description",
    "published",
    "updated",
    "authors",
    "contributors",
    "publisher",
    "agency",
    "via",
    "section",
    "url",
    "rights_holder",
    "license",
    "language",
)


class BlockType(StrEnum):
    """What a block of the text is. ABOUT: what its author or publisher says of itself below it."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    CAPTION = "caption"
    QUOTE = "quote"
    FOOTNOTE = "footnote"
    STANDFIRST = "standfirst"
    ABOUT = "about"


@dataclass(frozen=True)
class Block:
    """A piece of the text, in plain words: markers, line breaks and page breaks are gone.

    first_line, last_line: in the source, from 1. level: of a heading, 2 or 3; else None.
    marker: what a list item or footnote was numbered with ("1."), "•" for a bullet.
    item: the marker of the list item that this block continues, or None.
    script: ISO 15924 ("Mymr"); language: BCP 47, None where the text does not show it.
    """

    type: BlockType
    text: str
    first_line: int
    last_line: int
    level: int | None = None
    marker: str | None = None
    item: str | None = None
    script: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Dropped:
    """A line that is no part of the text, by which rule, and why."""

    line: int
    text: str
    rule: str
    reason: str


# Characters of a proposal beside its note.
SHOWN = 80


class ReviewKind(StrEnum):
    """MISSING: the source does not say. PROPOSED: made up here, to be replaced or accepted."""

    MISSING = "missing"
    INFERRED = "inferred"
    PROPOSED = "proposed"
    UNSURE = "unsure"


@dataclass(frozen=True)
class ReviewNote:
    """What a person should look at before the draft goes on. field: one of FIELDS or "text"."""

    field: str
    kind: ReviewKind
    note: str
    proposal: str | None = None

    def __str__(self) -> str:
        """All of it on one line, a long proposal cut."""
        text = self.proposal or ""
        shown = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
        return f"{self.kind.value} {self.field}: {self.note}" + (f": “{shown}”" if shown else "")


@dataclass(frozen=True)
class SourceFacts:
    """The file as it was read. encoding: Python's name. is_wrapped: its lines were hard-wrapped."""

    path: str
    sha256: str
    encoding: str
    bytes: int
    lines: int
    is_wrapped: bool


@dataclass(frozen=True)
class Conversion:
    """A source, read. metadata holds only what was found; the other FIELDS are null."""

    source: SourceFacts
    metadata: Mapping[str, Datum] = field(default_factory=dict)
    review: tuple[ReviewNote, ...] = ()
    blocks: tuple[Block, ...] = ()
    dropped: tuple[Dropped, ...] = ()

    def text_of(self, name: str) -> str | None:
        """A metadatum that is one text, or None."""
        datum = self.metadata.get(name)
        return datum.value if datum and isinstance(datum.value, str) else None

    @property
    def authors(self) -> tuple[Author, ...]:
        """The authors that the source names, in its order."""
        datum = self.metadata.get("authors")
        if datum is None or isinstance(datum.value, str):
            return ()
        return tuple(one for one in datum.value if isinstance(one, Author))
