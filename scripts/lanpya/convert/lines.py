"""The lines of a source, cleaned of what no reader sees, with their numbers kept.

Glyphs of private-use fonts and marks of the end are taken out here: they are drawn on a
page and say nothing as text. Nothing else is dropped at this stage.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lanpya.convert.punctuation import ends_with_full_stop, is_statement
from lanpya.convert.result import Dropped
from lanpya.text.normal import display_form

TAB_WIDTH = 4
LONG = 160
SENTENCE = 50
LONG_QUESTION = 120
PRIVATE_USE_RE = re.compile(r"[\ue000-\uf8ff\U000f0000-\U0010fffd]")
# Where the symbol fonts of word processors keep their bullets.
BULLET_GLYPHS = frozenset("\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\uf0a8")
END_MARK_RE = re.compile(r"(?<=[^\W_]|[^\w\s])(?:\s*[■□◼◻▪∎⬛❚█◆♦]+)\s*$|^\s*[■◼∎⬛❚█◆♦]\s*$")
INVISIBLE_RE = re.compile(
    r"\u00ad(?!\s*$)|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
LINE_BREAK_RE = re.compile(r"[\u0085\u2028\u2029\v]")
ODD_SPACE_RE = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
SPACES_RE = re.compile(r"[ \t]+")


@dataclass(frozen=True)
class Line:
    """A line that holds text.

    number: in the source, from 1. text: without outer spaces, inner ones single.
    indent: columns. gap: blank lines before it. is_new_page: a page ended before it.
    has_end_mark: the mark of an article's end stood at its end. ends_open: the source has
    a space after its last word, as wrapped text that keeps its spaces does.
    """

    number: int
    text: str
    indent: int = 0
    gap: int = 0
    is_new_page: bool = False
    has_end_mark: bool = False
    ends_open: bool = False


def read_lines(text: str) -> tuple[tuple[Line, ...], tuple[Dropped, ...]]:
    """Split a text into its lines that hold anything, and list the glyphs taken out of them."""
    lines: list[Line] = []
    dropped: list[Dropped] = []
    gap, is_new_page, has_end_mark = 0, False, False
    for number, raw in enumerate(LINE_BREAK_RE.sub(" ", text).split("\n"), 1):
        is_new_page = is_new_page or "\f" in raw
        shown, removed = _clean(raw.replace("\f", ""), number)
        dropped += removed
        if not shown.strip():
            # An end mark on a line of its own belongs to the text above it.
            if any(drop.rule == "end-mark" for drop in removed) and lines:
                lines[-1] = _with_end_mark(lines[-1])
            gap += 1
            continue
        has_end_mark = any(drop.rule == "end-mark" for drop in removed)
        lines.append(_line(number, shown, gap, is_new_page, has_end_mark))
        gap, is_new_page = 0, False
    return tuple(lines), tuple(dropped)


def _line(number: int, shown: str, gap: int, is_new_page: bool, has_end_mark: bool) -> Line:
    stripped = shown.lstrip(" ")
    return Line(
        number=number,
        text=SPACES_RE.sub(" ", stripped).strip(),
        indent=len(shown) - len(stripped),
        gap=gap,
        is_new_page=is_new_page,
        has_end_mark=has_end_mark,
        ends_open=shown.endswith(" "),
    )


def _with_end_mark(line: Line) -> Line:
    return Line(
        line.number, line.text, line.indent, line.gap, line.is_new_page, True, line.ends_open
    )


def _clean(raw: str, number: int) -> tuple[str, list[Dropped]]:
    """A line as a reader sees it, and what was taken out."""
    dropped: list[Dropped] = []
    text = ODD_SPACE_RE.sub(" ", INVISIBLE_RE.sub("", display_form(raw.expandtabs(TAB_WIDTH))))
    if match := END_MARK_RE.search(text):
        mark = match.group().strip()
        dropped.append(Dropped(number, mark, "end-mark", "the mark of the end"))
        text = text[: match.start()] + " "
    text = _take_private_glyphs(text, number, dropped)
    return text, dropped


def _take_private_glyphs(text: str, number: int, dropped: list[Dropped]) -> str:
    """Bullets of symbol fonts become "•"; any other private-use glyph goes."""
    first = text.lstrip()[:1]
    if first in BULLET_GLYPHS and first:
        text = text.replace(first, "• ", 1)
    for glyph in PRIVATE_USE_RE.findall(text):
        name = f"U+{ord(glyph):04X}"
        dropped.append(Dropped(number, name, "private-use", "a glyph of a symbol font"))
    return PRIVATE_USE_RE.sub(" ", text) if PRIVATE_USE_RE.search(text) else text


def prose_range(lines: Sequence[Line], long: int = LONG) -> tuple[int, int]:
    """Indexes of the first and the last line that read like running text.

    long: from how many characters on a line does so without a full stop.
    (len(lines), -1) where there is none.
    """
    found = [index for index, line in enumerate(lines) if looks_like_prose(line.text, long)]
    return (found[0], found[-1]) if found else (len(lines), -1)


def looks_like_prose(text: str, long: int = LONG) -> bool:
    """Whether a text is long, or a sentence of some length: what furniture never is.

    A title may be a question or a cry, so these have to be longer.
    """
    if not ends_with_full_stop(text):
        return len(text) >= long
    return len(text) >= (SENTENCE if is_statement(text) else LONG_QUESTION)
