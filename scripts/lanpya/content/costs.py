"""What would take the Markdown library too long, found before it is asked.

Python-Markdown needs time that grows with the square of some things, and gives up at
others that are nested deeply. The bounds are counts and not seconds, so that a page has
the same findings on every machine; no text of an article comes near them.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

PAGE_LENGTH = 100_000
BRACKET_STEPS = 1_500_000
BLOCK_STEPS = 10_000_000
FENCE_STEPS = 20_000_000
MARK_STEPS = 100_000_000
TABLE_CELLS = 20_000
HEADINGS = 1_000
FOOTNOTES = 500
EMPHASIS_DEPTH = 300

BLANK_RE = re.compile(r"\n(?:[ \t]*\n)+")
HEADING_RE = re.compile(r"^ {0,3}(?:#|(?:=+|-+) *$)", re.MULTILINE)
STARTER_RE = re.compile(
    r"^ {0,3}(?:#|!!!|\[[^\[\]\n]*\]:|(?:=+|-+) *$|(?:[-*_] *){3,}$)", re.MULTILINE
)
FENCE_RE = re.compile(r"^[ \t]*(?:`{3,}|~{3,})[^\n]*", re.MULTILINE)
SPACES_RE = re.compile(r" {2,}")
FOOTNOTE_RE = re.compile(r"\[\^")
# Thirty markers of lists or quotations in a row, or an indentation of a hundred columns.
DEEP_RE = re.compile(
    r"^(?:(?: {101}|(?: {0,3}\t){26})(?=[ \t]*\S)"
    r"|[ \t]*(?:(?:[-+*:]|\d{1,9}\.)[ \t]+|>[ \t]*){31}(?![-*_ ]*$))",
    re.MULTILINE,
)
MARK_RE = re.compile(r"[*_]+|[\\&`<]")
EMPHASIS_RE = re.compile(r"(?P<before>^|.)(?P<run>[*_]+)(?=(?P<after>.|$))", re.DOTALL)

# (position in the text, what it costs)
Expenses = Iterator[tuple[int, int]]


@dataclass(frozen=True)
class Cost:
    """A bound that is passed. what: key of a phrase; line, column: where, from 1 in the text."""

    what: str
    line: int
    column: int


def find_costs(text: str) -> list[Cost]:
    """The bounds that a page's Markdown passes, each where it does so; none for a fit page."""
    finders: tuple[tuple[str, int, Callable[[str], Expenses]], ...] = (
        ("cost-length", PAGE_LENGTH, _measure_length),
        ("cost-brackets", BRACKET_STEPS, _measure_brackets),
        ("cost-blocks", BLOCK_STEPS, _measure_blocks),
        ("cost-headings", HEADINGS, _measure_headings),
        ("cost-fences", FENCE_STEPS, _measure_fences),
        ("cost-table", TABLE_CELLS, _measure_tables),
        ("cost-footnotes", FOOTNOTES, _measure_footnotes),
        ("cost-marks", MARK_STEPS, _measure_marks),
        ("cost-nesting", 0, _measure_nesting),
    )
    costs = []
    for what, bound, measure in finders:
        position = _overspent(bound, measure(text))
        if position is not None:
            line_start = text.rfind("\n", 0, position) + 1
            line = text.count("\n", 0, position) + 1
            costs.append(Cost(what, line, position - line_start + 1))
    return costs


def _overspent(bound: int, expenses: Expenses) -> int | None:
    """The position at which the sum of expenses passes a bound."""
    total = 0
    for position, expense in expenses:
        total += expense
        if total > bound:
            return position
    return None


def _measure_length(text: str) -> Expenses:
    yield 0, len(text) + 3 * text.count("\t")  # the library makes four spaces of a tab


def _measure_brackets(text: str) -> Expenses:
    """From each bracket, the library walks to the one that closes it, or to the block's end."""
    if (text.count("[") + text.count("(")) * len(text) <= BRACKET_STEPS:
        return
    for start, end in _blocks(text):
        if "[" in text[start:end]:
            yield from _walks(text, start, end, "[]")
            yield from _walks(text, start, end, "()")


def _walks(text: str, start: int, end: int, pair: str) -> Expenses:
    opened: list[int] = []
    for match in re.finditer(f"[{re.escape(pair)}]", text[start:end]):
        position = start + match.start()
        if match[0] == pair[0]:
            opened.append(position)
        elif opened:
            first = opened.pop()
            yield first, position - first
    for position in opened:
        yield position, end - position


def _measure_blocks(text: str) -> Expenses:
    """What ends a block without a blank line makes the library copy the rest of the block."""
    if (text.count("\n") + 1) * len(text) <= BLOCK_STEPS:
        return
    for start, end in _blocks(text):
        for match in STARTER_RE.finditer(text, start, end):
            yield match.start(), end - match.start()


def _measure_headings(text: str) -> Expenses:
    """Each heading's id is compared with those before it."""
    if text.count("\n") >= HEADINGS:
        for match in HEADING_RE.finditer(text):
            yield match.start(), 1


def _measure_fences(text: str) -> Expenses:
    """From each fence, the library looks through the page for the one that ends the code."""
    if "```" in text or "~~~" in text:
        for match in FENCE_RE.finditer(text):
            tries = sum(len(run) ** 2 for run in SPACES_RE.findall(match[0]))
            yield match.start(), len(text) + tries


def _measure_tables(text: str) -> Expenses:
    """Each row of a table is filled up to the width of the first."""
    if text.count("|") * (text.count("\n") + 1) <= TABLE_CELLS:
        return
    for start, end in _blocks(text):
        lines = text[start:end].split("\n")
        yield start, len(lines) * max(line.count("|") for line in lines)


def _measure_footnotes(text: str) -> Expenses:
    """Each reference to a footnote is compared with those before it."""
    for match in FOOTNOTE_RE.finditer(text):
        yield match.start(), 1


def _measure_marks(text: str) -> Expenses:
    """At each mark, the library puts the block together anew."""
    if len(text) ** 2 <= MARK_STEPS:
        return
    for start, end in _blocks(text):
        yield start, len(MARK_RE.findall(text, start, end)) ** 2


def _measure_nesting(text: str) -> Expenses:
    """Python gives up at a depth of a thousand calls, and each level takes some."""
    for match in DEEP_RE.finditer(text):
        yield match.start(), 1
    if text.count("*") + text.count("_") <= EMPHASIS_DEPTH:
        return
    for start, end in _blocks(text):
        depth = 0
        for match in EMPHASIS_RE.finditer(text, start, end):
            opens = not (match["after"] or " ").isspace() and not match["before"].isalnum()
            depth = depth + len(match["run"]) if opens else max(depth - len(match["run"]), 0)
            if depth > EMPHASIS_DEPTH:
                yield match.start(), 1


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of what stands between blank lines."""
    start = 0
    for match in BLANK_RE.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)
