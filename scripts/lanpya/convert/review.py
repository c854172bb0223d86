"""What a person has to look at: what the source does not say, and what was inferred."""

from collections.abc import Iterator, Mapping, Sequence

from lanpya.convert.article import Article
from lanpya.convert.legacy import list_legacy
from lanpya.convert.numeric_dates import has_ambiguous_date
from lanpya.convert.result import (
    Block,
    BlockType,
    Confidence,
    Datum,
    Dropped,
    ReviewKind,
    ReviewNote,
)

# What every article should have; the other fields are as often absent for good reason.
EXPECTED = ("title", "published", "authors", "publisher", "description", "rights_holder")
MISSING = {
    "title": "the source gives no title",
    "published": "the source does not say when it was published",
    "authors": "the source names no author",
    "publisher": "the source names no publisher",
    "description": "the source has no standfirst",
    "rights_holder": "the source does not say who holds the rights",
}
PROPOSED_WORDS = 8
PROPOSED_LENGTH = 60


def list_review(
    metadata: Mapping[str, Datum],
    blocks: Sequence[Block],
    dropped: Sequence[Dropped],
    article: Article,
) -> tuple[ReviewNote, ...]:
    """The notes, those on missing things first."""
    return (
        *_missing(metadata, blocks),
        *_inferred(metadata),
        *_unsure(metadata, article, dropped),
        *_footnotes(blocks),
        *list_legacy(metadata, blocks),
    )


def _missing(metadata: Mapping[str, Datum], blocks: Sequence[Block]) -> Iterator[ReviewNote]:
    for name in EXPECTED:
        if name not in metadata:
            yield ReviewNote(name, ReviewKind.MISSING, MISSING[name])
    if "title" not in metadata and (proposal := propose_title(blocks)):
        note = "generated from the first words, to be replaced"
        yield ReviewNote("title", ReviewKind.PROPOSED, note, proposal)


def propose_title(blocks: Sequence[Block]) -> str | None:
    """The first words of the text with an ellipsis. Nothing else is ever proposed."""
    first = next((block.text for block in blocks if block.type is BlockType.PARAGRAPH), None)
    if first is None:
        return None
    words = " ".join(first.split()[:PROPOSED_WORDS])[:PROPOSED_LENGTH].rstrip(" ,;:.–—-")
    return words if words == first else f"{words} …"


def _inferred(metadata: Mapping[str, Datum]) -> Iterator[ReviewNote]:
    for name, datum in metadata.items():
        if datum.is_inferred:
            yield ReviewNote(name, ReviewKind.INFERRED, f"line {datum.line}: {datum.reason}")
        elif datum.rule == "below-title":
            note = f"line {datum.line}: stands below the title; it may be a second headline"
            yield ReviewNote(name, ReviewKind.UNSURE, note)
        elif datum.rule == "first-line":
            note = f"line {datum.line}: the first line, with no byline or date to confirm it"
            yield ReviewNote(name, ReviewKind.UNSURE, note)
        elif datum.confidence is Confidence.LOW:
            yield ReviewNote(name, ReviewKind.UNSURE, f"line {datum.line}")


def _unsure(
    metadata: Mapping[str, Datum], article: Article, dropped: Sequence[Dropped]
) -> Iterator[ReviewNote]:
    published = metadata.get("published")
    if published and isinstance(published.value, str):
        time = published.value.partition("T")[2]
        if time and not time.endswith("Z") and "+" not in time and "-" not in time:
            note = f"line {published.line}: the time is given without a zone"
            yield ReviewNote("published", ReviewKind.UNSURE, note)
    head = article.chunks[: article.head_end + 1]
    for index, metaline in article.metalines.items():
        for part in metaline.of_kind("day"):
            note = f"line {article.chunks[index].first_line}: “{part.text}” has no year"
            if published is None and index < article.head_end:
                yield ReviewNote("published", ReviewKind.UNSURE, note)
    for chunk in head:
        if published is None and has_ambiguous_date(chunk.text[:200]):
            note = f"line {chunk.first_line}: day and month can not be told apart"
            yield ReviewNote("published", ReviewKind.UNSURE, note)
    for one in dropped:
        if one.rule == "unplaced":
            note = f"line {one.line}: “{one.text}” was not placed"
            yield ReviewNote("text", ReviewKind.UNSURE, note)


def _footnotes(blocks: Sequence[Block]) -> Iterator[ReviewNote]:
    text = " ".join(block.text for block in blocks if block.type is not BlockType.FOOTNOTE)
    for block in blocks:
        marker = block.marker or ""
        if block.type is BlockType.FOOTNOTE and marker not in text:
            note = f"line {block.first_line}: the footnote {marker} has no mark in the text"
            yield ReviewNote("text", ReviewKind.UNSURE, note)
