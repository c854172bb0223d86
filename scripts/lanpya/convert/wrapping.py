"""Hard-wrapped text: is it, how wide is it, and where do its paragraphs end?

Text out of a PDF or an e-mail breaks its lines where the page was full, often with a
blank line after each. What tells a wrapped text is that lines end in the middle of
sentences which go on in small letters; what tells the end of a paragraph is a line that
stopped although the next word would have fitted, an indent, or a wider gap.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from lanpya.convert.hyphens import Hyphens
from lanpya.convert.lines import Line
from lanpya.convert.markers import has_list_marker, match_bullet
from lanpya.convert.metaline import parse_metaline
from lanpya.convert.names import is_byline
from lanpya.convert.punctuation import ends_sentence, is_caseless, starts_lower

MIN_WIDTH, MAX_WIDTH = 30, 160
MIN_CONTINUED = 0.2
# So many lines that go on are no accident; scripts without capitals show it less surely.
MIN_RUNS, MIN_RUNS_CASELESS = 2, 3
MIN_FULL = 0.7
# A line counts as full where the next word would have brought it past this share of the
# width: letters of a proportional font differ that much.
FULL_SHARE = 0.86
# Below this length, a line that ends without a full stop is a title or an item.
MIN_SENTENCE = 30
SHORT = 0.6
# What is one piece to a line breaker: a word, or where there are no spaces between words, a phrase.
LONGEST_WORD, LONGEST_PHRASE = 12, 30
HEAD_LINES = 15
# Columns beyond the others from which on lines are set in, not just indented.
INSET = 4


@dataclass(frozen=True)
class Wrapping:
    """How a text was wrapped. width: characters. gap: blank lines between lines of a paragraph.

    indent: columns at which lines of a paragraph start.
    """

    width: int
    gap: int
    indent: int


@dataclass(frozen=True)
class Chunk:
    """Lines that belong together, joined: a paragraph, a heading, an item.

    indent: of its first line. is_inset: all its lines were indented beyond the others.
    """

    text: str
    first_line: int
    last_line: int
    gap: int = 0
    indent: int = 0
    is_inset: bool = False
    has_end_mark: bool = False


def detect_wrapping(lines: Sequence[Line]) -> Wrapping | None:
    """How the text was hard-wrapped; None where each line is a paragraph of its own."""
    if len(lines) < 3:
        return None
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[int(len(lengths) * 0.95)]
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return None
    open_pairs = [(one, other) for one, other in pairwise(lines) if _is_open(one, other)]
    sure = [after for line, after in open_pairs if _goes_on(line, after, width)]
    likely = sum(len(line.text) >= MIN_FULL * width for line, _ in open_pairs)
    is_cased = any(starts_lower(after.text) for after in sure)
    if len(sure) < (MIN_RUNS if is_cased else MIN_RUNS_CASELESS):
        return None
    if max(len(sure), likely) < MIN_CONTINUED * (len(lines) - 1):
        return None
    return Wrapping(
        width=width,
        gap=int(median(after.gap for after in sure)),
        indent=Counter(after.indent for after in sure).most_common(1)[0][0],
    )


def _is_open(line: Line, after: Line) -> bool:
    """Whether a line ends without a full stop, and no item or byline starts below it."""
    starts_anew = has_list_marker(after.text) or is_byline(after.text)
    return not starts_anew and not ends_sentence(line.text)


def _goes_on(line: Line, after: Line, width: int) -> bool:
    """Whether an open line surely runs into the next, as far as their script shows it."""
    if is_caseless(line.text) and is_caseless(after.text):
        return len(line.text) >= max(MIN_FULL * width, MIN_SENTENCE)
    return starts_lower(after.text)


def join_lines(lines: Sequence[Line], wrapping: Wrapping | None) -> tuple[Chunk, ...]:
    """The paragraphs, headings and items that the lines make up."""
    hyphens = Hyphens.of(lines)
    base = wrapping.indent if wrapping else _usual_indent(lines)
    groups = _groups(lines, wrapping, hyphens)
    return tuple(_chunk(group, wrapping, base, hyphens) for group in groups)


def _usual_indent(lines: Sequence[Line]) -> int:
    """The columns that most lines are indented by."""
    indents = Counter(line.indent for line in lines)
    return indents.most_common(1)[0][0] if indents else 0


def _groups(
    lines: Sequence[Line], wrapping: Wrapping | None, hyphens: Hyphens
) -> Iterator[list[Line]]:
    group: list[Line] = []
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        is_alone = wrapping is not None and _stands_alone(line, following, wrapping)
        is_parted = is_alone and bool(group) and ends_sentence(group[-1].text)
        is_parted = is_parted or any(_is_about(lines, near) for near in (index - 1, index))
        if group and (is_parted or not _joins(group[-1], line, wrapping, hyphens)):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _is_about(lines: Sequence[Line], index: int) -> bool:
    """Whether one of the first lines can only be about the article, however long it is.

    A day without its year may as well be the last words of a sentence.
    """
    metaline = parse_metaline(lines[index].text) if 0 <= index < HEAD_LINES else None
    if metaline is None or {part.kind for part in metaline.parts} == {"day"}:
        return False
    return metaline.is_strong


def _joins(line: Line, after: Line, wrapping: Wrapping | None, hyphens: Hyphens) -> bool:
    if line.has_end_mark or (has_list_marker(after.text) and not _cuts_number(line, after)):
        return False
    if wrapping is None:
        return _joins_unwrapped(line, after)
    if hyphens.breaks_word(line.text, after.text):
        return True
    return _joins_wrapped(line, after, wrapping)


def _cuts_number(line: Line, after: Line) -> bool:
    """A sentence that goes on with a number ("… in | 2022. Then") is no list item."""
    return not ends_sentence(line.text) and len(line.text) > MIN_SENTENCE and after.gap == 0


def _joins_unwrapped(line: Line, after: Line) -> bool:
    """Only what surely goes on: a line break within a sentence, a page break within one."""
    if ends_sentence(line.text) or not starts_lower(after.text) or is_byline(after.text):
        return False
    if after.gap == 0:
        return len(line.text) >= MIN_SENTENCE
    return len(line.text) >= 2 * MIN_SENTENCE and (after.is_new_page or line.text.endswith(","))


def _joins_wrapped(line: Line, after: Line, wrapping: Wrapping) -> bool:
    is_full = _is_full(line, after, wrapping)
    is_end = ends_sentence(line.text)
    if len(after.text) < SHORT * wrapping.width and is_byline(after.text):
        return False
    if not is_full and match_bullet(after.text):
        return False
    if not is_end and _runs_on(line, after, wrapping):
        # Only a blank line after a short line is more than a page break can do.
        return is_full or after.gap <= wrapping.gap
    if after.gap > wrapping.gap and not (after.is_new_page and is_full and not is_end):
        return False
    if match_bullet(after.text) and is_end:
        return False
    # Lines of an inset quotation are all indented; a paragraph's first line alone is.
    is_inset = line.indent == after.indent >= wrapping.indent + INSET
    is_indented = after.indent > wrapping.indent and not is_inset
    return is_full and not (is_end and is_indented)


def _stands_alone(line: Line, following: Line | None, wrapping: Wrapping) -> bool:
    """Whether a line stops short without a full stop, and what follows starts anew: a heading."""
    if following is None or ends_sentence(line.text):
        return False
    goes_on = starts_lower(line.text) or _runs_on(line, following, wrapping)
    return not goes_on and not _is_full(line, following, wrapping)


def _runs_on(line: Line, after: Line, wrapping: Wrapping) -> bool:
    """Whether the next line goes on in small letters, or with a number below a longer line."""
    is_long = len(line.text) >= SHORT * wrapping.width
    return starts_lower(after.text) or (is_long and after.text[0].isdigit())


def _is_full(line: Line, after: Line, wrapping: Wrapping) -> bool:
    """Whether the line had to break where it did: the next word would not have fitted."""
    word = after.text.split(" ", 1)[0]
    length = len(line.text) + max(0, line.indent - wrapping.indent)
    longest = LONGEST_PHRASE if is_caseless(word) else LONGEST_WORD
    return length + 1 + min(len(word), longest) > FULL_SHARE * wrapping.width


def _chunk(group: Sequence[Line], wrapping: Wrapping | None, base: int, hyphens: Hyphens) -> Chunk:
    """Join a group. base: the columns at which the text's lines start."""
    text = group[0].text
    for line, after in pairwise(group):
        text = hyphens.join(text, after.text, line.ends_open)
    # In wrapped text one line alone may be a paragraph with its first line indented.
    fewest = 2 if wrapping else 1
    return Chunk(
        text=text.replace("\u00ad", ""),
        first_line=group[0].number,
        last_line=group[-1].number,
        gap=group[0].gap,
        indent=group[0].indent,
        is_inset=len(group) >= fewest and all(line.indent >= base + INSET for line in group),
        has_end_mark=group[-1].has_end_mark,
    )
