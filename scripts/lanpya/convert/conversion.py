"""The way from a source to a result: the only module that knows the order of the rules."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from lanpya.convert.about import find_bio, find_self_description
from lanpya.convert.anniversary import infer_published
from lanpya.convert.article import Article, Claim
from lanpya.convert.blocks import type_blocks
from lanpya.convert.bylines import find_authors
from lanpya.convert.credits import find_contributors
from lanpya.convert.furniture import drop_furniture
from lanpya.convert.language import main_language, mark_languages
from lanpya.convert.lines import read_lines
from lanpya.convert.origin import (
    find_agency,
    find_publisher,
    find_section,
    find_url,
    find_via,
)
from lanpya.convert.plain_text import PlainText, read_plain_text
from lanpya.convert.published import find_published, find_updated
from lanpya.convert.result import (
    FIELDS,
    Block,
    BlockType,
    Confidence,
    Conversion,
    Datum,
    Dropped,
    SourceFacts,
)
from lanpya.convert.review import list_review
from lanpya.convert.rights import find_license, find_rights_holder
from lanpya.convert.standfirst import find_standfirst
from lanpya.convert.titles import find_title
from lanpya.convert.wrapping import detect_wrapping, join_lines


def convert_file(path: Path, language: str | None = None) -> Conversion:
    """Read and convert a source file. Raises SourceError where that is not possible.

    language: BCP 47 tag of the source, where the caller knows it.
    """
    return convert_source(read_plain_text(path), str(path), language)


def convert_source(source: PlainText, path: str, language: str | None = None) -> Conversion:
    """Convert a source that has been read. path: as it is shown to people."""
    lines, glyphs = read_lines(source.text)
    wrapping = detect_wrapping(lines)
    kept, furniture = drop_furniture(lines, wrapping.width if wrapping else None)
    article = Article(join_lines(kept, wrapping), lines, furniture)
    claims = _claims(article)
    blocks = mark_languages(_blocks(article, claims), language)
    metadata = _metadata(claims, blocks, language)
    leftover = (*_unplaced(article, claims), *_unnamed(article, claims))
    dropped = _sorted((*glyphs, *furniture, *leftover))
    return Conversion(
        source=SourceFacts(
            path=path,
            sha256=source.sha256,
            encoding=source.encoding,
            bytes=source.size,
            lines=source.text.count("\n") + (not source.text.endswith("\n")),
            is_wrapped=wrapping is not None,
        ),
        metadata=metadata,
        review=list_review(metadata, blocks, dropped, article),
        blocks=blocks,
        dropped=dropped,
    )


def _claims(article: Article) -> Mapping[str, Claim]:
    """What each rule found, by field."""
    title = find_title(article)
    authors = find_authors(article, title)
    publisher = find_publisher(article, title, authors)
    found = (
        title,
        find_standfirst(article, title),
        find_published(article, title) or infer_published(article),
        find_updated(article),
        authors,
        find_contributors(article),
        publisher,
        find_agency(article),
        find_via(article, publisher),
        find_section(article),
        find_url(article),
        find_rights_holder(article),
        find_license(article),
    )
    return {claim.name: claim for claim in found if claim is not None}


def _blocks(article: Article, claims: Mapping[str, Claim]) -> tuple[Block, ...]:
    """The standfirst and what the metadata rules left of the text, in the order of the source."""
    left = dict(enumerate(article.chunks))
    for index, rest in _taken(article, claims).items():
        if rest:
            left[index] = replace(left[index], text=rest)
        else:
            del left[index]
    blocks = type_blocks(list(left.values()), _about_lines(article))
    standfirst = claims.get("description")
    if standfirst is None:
        return blocks
    chunk = article.chunks[min(standfirst.taken)]
    text = str(standfirst.datum.value)
    first = Block(BlockType.STANDFIRST, text, chunk.first_line, chunk.last_line)
    return tuple(sorted((first, *blocks), key=lambda block: block.first_line))


def _taken(article: Article, claims: Mapping[str, Claim]) -> Mapping[int, str]:
    """Index of a chunk that went into the metadata → what is left of it.

    A line of the head that can only be about the article is taken whether or not a rule
    wanted anything of it.
    """
    taken = {index: "" for index, line in article.strong_head() if not line.is_dateline}
    for claim in claims.values():
        taken.update(claim.taken)
    return taken


def _about_lines(article: Article) -> frozenset[int]:
    found = (find_bio(article), find_self_description(article))
    return frozenset(article.chunks[one[0]].first_line for one in found if one)


def _unplaced(article: Article, claims: Mapping[str, Claim]) -> Iterator[Dropped]:
    """Names on lines about the article that no rule took: no text, but not to be lost."""
    used = {name for claim in claims.values() for name in _texts(claim.datum)}
    taken = _taken(article, claims)
    for index, metaline in article.metalines.items():
        if index not in taken or not metaline.is_strong:
            continue
        for part in metaline.parts:
            line = article.chunks[index].first_line
            if part.kind in ("reading", "furniture"):
                yield Dropped(line, part.text, part.kind, "beside the date or the byline")
            elif part.kind in ("name", "section", "publisher", "agency") and part.text not in used:
                reason = "beside the date or the byline, with nothing to say what it is"
                yield Dropped(line, part.text, "unplaced", reason)


def _unnamed(article: Article, claims: Mapping[str, Claim]) -> Iterator[Dropped]:
    """Lines that went into the metadata, or repeat it, without any datum that names them."""
    named = {claim.datum.line for claim in claims.values()}
    values = {claim.datum.value for claim in claims.values()}
    for index, rest in _taken(article, claims).items():
        chunk = article.chunks[index]
        is_named = chunk.first_line in named
        is_whole = chunk.first_line == chunk.last_line or chunk.text in values
        if not rest and not (is_named and is_whole):
            reason = "belongs to the metadata, or says it again"
            yield Dropped(chunk.first_line, chunk.text, "metadata", reason)


def _texts(datum: Datum) -> list[str]:
    if isinstance(datum.value, str):
        return [datum.value]
    return [one.name for one in datum.value]


def _metadata(
    claims: Mapping[str, Claim], blocks: Sequence[Block], language: str | None
) -> dict[str, Datum]:
    found = {name: claim.datum for name, claim in claims.items()}
    first = blocks[0].first_line if blocks else 1
    if language:
        found["language"] = Datum(language, "given", first)
    elif detected := main_language(blocks):
        found["language"] = Datum(detected, "script-and-words", first, Confidence.MEDIUM)
    return {name: found[name] for name in FIELDS if name in found}


def _sorted(dropped: Sequence[Dropped]) -> tuple[Dropped, ...]:
    return tuple(sorted(dropped, key=lambda one: one.line))
