"""What is left of a source once the metadata is taken out, typed and in order."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lanpya.convert.captions import is_caption
from lanpya.convert.lists import DASH, Item, find_items, find_owners, find_pairs
from lanpya.convert.markers import STARRED_RE, match_footnote, match_number
from lanpya.convert.metaline import URL_RE, parse_metaline
from lanpya.convert.punctuation import ends_with_full_stop, is_caseless, starts_lower
from lanpya.convert.result import Block, BlockType
from lanpya.convert.wrapping import Chunk
from lanpya.text.syllables import count_words

MAX_HEADING_WORDS = 16
MAX_HEADING = 120
QUOTE_MARKS = (("“", "”"), ('"', '"'), ("«", "»"))
# Who speaks, in an interview.
SPEAKER_RE = re.compile(r"(?:Q|A|[A-Z]{2,12})\s?[:.]\s")
TOP_LEVEL, SUB_LEVEL = 2, 3


@dataclass(frozen=True)
class Typing:
    """All that the types of single chunks follow from, by index.

    about: the chunks on the author and the publisher.
    """

    chunks: tuple[Chunk, ...]
    items: Mapping[int, Item]
    owners: Mapping[int, str]
    pairs: Mapping[int, str]
    about: frozenset[int]


def type_blocks(chunks: Sequence[Chunk], about_lines: frozenset[int]) -> tuple[Block, ...]:
    """The blocks of the text. about_lines: first lines of notes on the author or publisher."""
    items = find_items(chunks)
    typing = Typing(
        chunks=tuple(chunks),
        items=items,
        owners=find_owners(chunks, items),
        pairs=find_pairs(chunks),
        about=frozenset(
            index for index, chunk in enumerate(chunks) if chunk.first_line in about_lines
        ),
    )
    blocks: list[Block] = []
    for index, chunk in enumerate(chunks):
        if index - 1 in typing.pairs:
            continue
        blocks.append(_block(typing, index, chunk))
    return _with_levels(blocks)


def _block(typing: Typing, index: int, chunk: Chunk) -> Block:
    kind, text, marker = _type(typing, index, chunk)
    last = typing.chunks[index + 1].last_line if index in typing.pairs else chunk.last_line
    return Block(
        type=kind,
        text=text,
        first_line=chunk.first_line,
        last_line=last,
        marker=marker,
        item=typing.owners.get(index) if kind is BlockType.PARAGRAPH else None,
    )


def _type(typing: Typing, index: int, chunk: Chunk) -> tuple[BlockType, str, str | None]:
    """(type, text without its marker, marker)"""
    text = chunk.text
    if index in typing.pairs:
        return BlockType.LIST_ITEM, text + DASH + typing.pairs[index], "•"
    if index in typing.items:
        item = typing.items[index]
        return BlockType.LIST_ITEM, item.text, item.marker
    if footnote := match_footnote(text):
        return BlockType.FOOTNOTE, text[footnote.end() :], footnote["marker"]
    if index in typing.about:
        return BlockType.ABOUT, text, None
    if _is_starred_note(typing, index):
        star = STARRED_RE.match(text)
        return BlockType.FOOTNOTE, text[star.end() :] if star else text, "*"
    if is_caption(text) and not is_followed_by_list(typing, index):
        return BlockType.CAPTION, text, None
    if is_quote(typing, index):
        return BlockType.QUOTE, text.removeprefix("> ").strip(), None
    if is_heading(typing, index):
        return BlockType.HEADING, text, None
    return BlockType.PARAGRAPH, text, None


def is_heading(typing: Typing, index: int) -> bool:
    """Whether a chunk is short, is no sentence, and heads running text or a list.

    Two headings may follow each other; a third short line in a row is something else.
    """
    text = typing.chunks[index].text
    metaline = parse_metaline(text)
    if not has_heading_form(text) or (metaline is not None and metaline.is_dateline):
        return False
    below = index + 1
    if below < len(typing.chunks) and has_heading_form(typing.chunks[below].text):
        if below in typing.items or below in typing.pairs:
            return True
        below += 1
        if below < len(typing.chunks) and is_followed_by_heading_form(typing, below):
            return False
    return below < len(typing.chunks)


def is_followed_by_heading_form(typing: Typing, index: int) -> bool:
    """Whether a chunk that is neither item nor pair has the form of a heading too."""
    in_list = index in typing.items or index in typing.pairs
    return not in_list and has_heading_form(typing.chunks[index].text)


def has_heading_form(text: str) -> bool:
    """Whether a text is short, starts like a heading and does not end like a sentence."""
    if len(text) > MAX_HEADING or count_words(text) > MAX_HEADING_WORDS:
        return False
    if text.endswith((",", ";", ":", "-", "–", "—")) or URL_RE.search(text):
        return False
    if ends_with_full_stop(text) and text[-1] not in "?!":
        return False
    if starts_lower(text) or text[:1] in "“\"‘'«(" or SPEAKER_RE.match(text):
        return False
    return any(char.isalpha() for char in text)


def is_followed_by_list(typing: Typing, index: int) -> bool:
    """Whether a list starts right below: "Photos:" may lead in to one."""
    return index + 1 in typing.items and typing.chunks[index].text.endswith(":")


def is_quote(typing: Typing, index: int) -> bool:
    """Whether a chunk is set off from the text: quoted as in e-mail, inset, or signed."""
    chunk = typing.chunks[index]
    if chunk.text.startswith("> "):
        return True
    is_quoted = any(
        chunk.text.startswith(start) and chunk.text.endswith(end) for start, end in QUOTE_MARKS
    )
    if chunk.is_inset and not has_heading_form(chunk.text) and not is_caseless(chunk.text):
        return True
    below = typing.chunks[index + 1].text if index + 1 < len(typing.chunks) else ""
    return is_quoted and below.startswith(("—", "–", "--")) and len(below) <= 80


def _is_starred_note(typing: Typing, index: int) -> bool:
    """A line with a star at its start, where the text above has a star as its mark."""
    if not STARRED_RE.match(typing.chunks[index].text):
        return False
    return any("*" in chunk.text[1:] for chunk in typing.chunks[:index])


def _with_levels(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Headings right below a heading stand one level lower.

    So do their sisters: the next one over a list, and all that count on from a numbered one.
    """
    levelled: list[Block] = []
    level, counted = TOP_LEVEL, TOP_LEVEL
    for block in blocks:
        if block.type is not BlockType.HEADING:
            level = level if block.type is BlockType.LIST_ITEM else TOP_LEVEL
            levelled.append(block)
            continue
        is_numbered = match_number(block.text) is not None
        if levelled and levelled[-1].type is BlockType.HEADING:
            level = SUB_LEVEL
        elif is_numbered:
            level = counted
        counted = level if is_numbered else TOP_LEVEL
        levelled.append(replace(block, level=level))
    return tuple(levelled)
