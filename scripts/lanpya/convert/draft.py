"""A conversion as a draft page: front matter in the schema of docs/, Markdown below it.

A draft can not be published by accident: its rights are unknown, which the schema refuses,
and so is a page about nothing. What a person has to look at stands in it as comments.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

import yaml

from lanpya.convert.escape import escape_block, escape_heading, escape_inline
from lanpya.convert.result import Block, BlockType, Contributor, Conversion, Value
from lanpya.text.numerals import to_ascii_digits

UNKNOWN = "unknown"
# What the schema has no place for, but an editor wants to know.
COMMENTED = ("updated", "contributors", "section", "language")
CONTINUED = "    "
SLUG_RE = re.compile(r"[^a-z0-9]+")
MAX_SLUG = 80
FOOTNOTE_MARK_RE = re.compile(r"\\\[(\d{1,3})\\\]")


def render_draft(conversion: Conversion) -> str:
    """The whole file of a draft page. The same conversion gives the same text."""
    front_matter = yaml.safe_dump(
        _front_matter(conversion), allow_unicode=True, sort_keys=False, width=10_000
    )
    comments = "".join(f"# {_one_line(comment)}\n" for comment in _comments(conversion))
    return f"---\n{comments}{front_matter}---\n\n{render_body(conversion.blocks)}"


def draft_name(conversion: Conversion) -> str:
    """The file name of the draft: the source's, in ASCII; its hash where nothing is left."""
    stem = PurePath(conversion.source.path).stem
    plain = unicodedata.normalize("NFKD", to_ascii_digits(stem)).encode("ascii", "ignore").decode()
    slug = SLUG_RE.sub("-", plain.lower()).strip("-")[:MAX_SLUG].strip("-")
    return f"{slug or 'source-' + conversion.source.sha256[:8]}.md"


def _front_matter(conversion: Conversion) -> dict[str, object]:
    text_of = conversion.text_of
    origin = {
        "title": text_of("title"),
        "publisher": text_of("publisher"),
        "agency": text_of("agency"),
        "via": text_of("via"),
        "authors": [author.name for author in conversion.authors],
        "url": text_of("url"),
        "sha256": conversion.source.sha256,
    }
    rights = {
        "mode": UNKNOWN,
        "license": text_of("license") or UNKNOWN,
        "holder": text_of("rights_holder"),
    }
    return {
        "title": text_of("title"),
        "description": text_of("description"),
        "published": text_of("published"),
        "source": _without_empty(origin),
        "rights": _without_empty(rights),
        "about": [],
        "mentions": [],
        "key_points": [],
        "figures": [],
    }


def _without_empty(values: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in values.items() if value}


def _comments(conversion: Conversion) -> Iterator[str]:
    name = PurePath(conversion.source.path).name
    yield f"Draft of {name}. Not for publication: rights.mode has to be set by a person."
    for key in COMMENTED:
        if datum := conversion.metadata.get(key):
            yield f"found {key}: {_shown(datum.value)}"
    yield from map(str, conversion.review)


def _shown(value: Value) -> str:
    if isinstance(value, str):
        return value
    return ", ".join(
        f"{one.name} ({one.role if isinstance(one, Contributor) else one.kind})" for one in value
    )


def _one_line(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in text)


def render_body(blocks: Sequence[Block]) -> str:
    """The blocks as Markdown. The standfirst is in the front matter and not repeated."""
    shown = [block for block in blocks if block.type is not BlockType.STANDFIRST]
    marked = _marked_footnotes(shown)
    pieces: list[str] = []
    for index, block in enumerate(shown):
        above = shown[index - 1] if index else None
        is_same_list = above is not None and _is_item(block) and _is_item(above)
        pieces.append("\n" if is_same_list and above and above.item is None else "\n\n")
        pieces.append(_link_marks(_render(block), marked, block))
    return "".join(pieces).strip() + "\n" if shown else ""


def _is_item(block: Block) -> bool:
    return block.type is BlockType.LIST_ITEM


def _render(block: Block) -> str:
    text = escape_block(block.text)
    if block.type is BlockType.HEADING:
        return f"{'#' * (block.level or 2)} {escape_heading(block.text)}"
    if _is_item(block):
        return f"{_list_marker(block.marker)}{text}"
    if block.type is BlockType.QUOTE:
        return f"> {text}"
    if block.type is BlockType.CAPTION:
        return f"*{escape_inline(block.text)}*"
    if block.type is BlockType.FOOTNOTE:
        return f"{escape_inline(_bracketed(block.marker))} {text}"
    return f"{CONTINUED}{text}" if block.item else text


def _list_marker(marker: str | None) -> str:
    """A list of the dialect: "1. " for numbers; letters, which it can not count, as bullets."""
    digits = re.sub(r"\D", "", to_ascii_digits(marker or ""))
    if digits:
        return f"{digits}. "
    return "- " if marker in (None, "•") else f"- {escape_inline(marker)} "


def _bracketed(marker: str | None) -> str:
    number = unicodedata.normalize("NFKC", marker or "*").strip("[]")
    return f"[{number}]"


def _marked_footnotes(blocks: Sequence[Block]) -> frozenset[str]:
    """Numbers of the footnotes whose mark stands in the text."""
    notes = [_bracketed(block.marker) for block in blocks if block.type is BlockType.FOOTNOTE]
    text = " ".join(block.text for block in blocks if block.type is not BlockType.FOOTNOTE)
    found = {note.strip("[]") for note in notes if note in text and notes.count(note) == 1}
    return frozenset(number for number in found if number.isdigit())


def _link_marks(markdown: str, marked: frozenset[str], block: Block) -> str:
    """Footnotes and their marks as the dialect's own; a footnote without a mark stays text."""
    if block.type is BlockType.FOOTNOTE:
        number = _bracketed(block.marker).strip("[]")
        if number in marked:
            return f"[^{number}]: {escape_block(block.text)}"
        return markdown
    return FOOTNOTE_MARK_RE.sub(
        lambda match: f"[^{match[1]}]" if match[1] in marked else match.group(), markdown
    )
