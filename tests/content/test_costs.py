import inspect
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.content.costs import find_costs
from lanpya.content.markup import create_markdown
from tests.conftest import REPOSITORY
from tests.content.strategies import PAGE_PIECES, texts_of

LENGTH = 24_000
SECONDS = 5
# Each is repeated to LENGTH: in one line, in lines, in paragraphs.
ATTACKS = (
    "[", "]", "![", "[a](", "[a](<", "[a][", "[]", "[a]", "[a](b)", "[^", "[^1]", "[^1]: x\n",
    "[a]: ", "[a]: b\n", "[a](b \"", "[a]( ", "(", "*", "* a", "**a ", "*a*", "*a **b ", "_a ",
    "__a ", "***a", "`", "`a ", "``a ` ", "<", "<a", "<http:", "<a@b.c>", "&", "&a;", "&#",
    "\\", "\\[", ">", "> ", "- ", "- a\n", "1. ", "1. a\n", "+ - * ", "|", "|a", "a|b\n-|-\n",
    "# a\n", "## a\n\n", "#", "## a {#", "a\n=\n", "a\n---\n", "---\n", "!!! a\n    b\n",
    "!!! a \"", ": a\n", "a\n: b\n", "```\n", "```a\n", "~~~ {", "``` a", " ", "\t", "\n", "word ",
    "x", "word\n", "word  \n", "<!--", "</a>", "<?", "http://", "{", "{: ", "[TOC]\n\n", "\x02",
)  # fmt: skip
NESTS: tuple[Callable[[int], str], ...] = (
    lambda depth: "1. " * depth + "x",
    lambda depth: "> " * depth + "x",
    lambda depth: "> - " * (depth // 2) + "x",
    lambda depth: "\n".join(" " * 4 * level + "- a" for level in range(depth)),
    lambda depth: "\n\n".join(" " * 4 * level + "- a" for level in range(depth)),
    lambda depth: "\n".join("\t" * level + "1. a" for level in range(depth)),
    lambda depth: "\n".join(" " * 4 * level + "!!! note" for level in range(depth)),
    lambda depth: "*a " * depth + "a* " * depth,
    lambda depth: "*a **b " * depth + "b** a* " * depth,
    lambda depth: "**" * depth + "a" + "**" * depth,
    lambda depth: "[" * depth + "a" + "](b)" * depth,
)


@contextmanager
def little_room(calls: int) -> Iterator[None]:
    """Python with a stack that has room for a number of calls more."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + calls)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def costs_of(text: str) -> list[tuple[str, int, int]]:
    return [(cost.what, cost.line, cost.column) for cost in find_costs(text)]


@pytest.mark.parametrize(
    ("text", "what", "line", "column"),
    [
        ("Text.\n\n" + "[" * 8000, "cost-brackets", 3, 190),
        ("![" * 8000, "cost-brackets", 1, 190),
        ("[a](" * 8000, "cost-brackets", 1, 188),
        ("Text. " * 1000 + "\n\n" + "(" * 2000 + "[", "cost-brackets", 3, 999),
        ("## a\n\n" * 1000 + "## b", "cost-headings", 2001, 1),
        ("a\n---\n\n" * 1001, "cost-headings", 3002, 1),
        ("---\n" * 4000, "cost-blocks", 684, 1),
        ("[a]: b\n" * 4000, "cost-blocks", 375, 1),
        ("```a\n" * 4000, "cost-fences", 1001, 1),
        ("```" + " " * 5000 + "x", "cost-fences", 1, 1),
        ("a\n\n" + "|" * 201 + "\n" + "|\n" * 100, "cost-table", 3, 1),
        ("[^1] " * 501, "cost-footnotes", 1, 2501),
        ("\\" * 10_001, "cost-marks", 1, 1),
        ("word\n" * 20_001, "cost-length", 1, 1),
        ("\t" * 26 + "a" + "\n", "cost-nesting", 1, 1),
        ("a\n" + " " * 101 + "b", "cost-nesting", 2, 1),
        ("a\n" + "> " * 31 + "b", "cost-nesting", 2, 1),
        ("a\n" + "10. " * 31 + "b", "cost-nesting", 2, 1),
        ("a\n\n" + "*a " * 302, "cost-nesting", 3, 903),
    ],
)
def test_cost_is_found_where_the_bound_is_passed(
    text: str, what: str, line: int, column: int
) -> None:
    assert (what, line, column) in costs_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 1000,
        "[a](b)" * 8000,
        "[a](b (c) d) " * 2000,
        "(" * 1000 + "[",
        "## a\n\n" * 1000,
        "---\n" * 500,
        "* " * 60,
        "_ " * 60 + "\n\n- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -",
        "```a\n" * 500,
        "|" * 100 + "\n" + "|\n" * 100,
        "[^1] " * 500,
        "- **a:** b *c* d_e `f` [g](h.md)\n" * 1000,
        "*a*" * 3000,
        " " * 200 + "\n" + "\t" * 50,
        "word " * 20_000,
        "Name: " + "_" * 100 + " (" + "." * 100 + ")\n",
        "",
    ],
)
def test_text_below_the_bounds_costs_nothing(text: str) -> None:
    assert costs_of(text) == []


def test_pages_of_this_repository_are_far_below_the_bounds() -> None:
    for path in (REPOSITORY / "docs").rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        assert costs_of("\n\n".join([text] * 4)) == [], path


@pytest.mark.parametrize("piece", ATTACKS)
@pytest.mark.parametrize("width", [LENGTH, 3000, 200], ids=["line", "paragraphs", "lines"])
def test_text_made_to_be_slow_is_not(piece: str, width: int) -> None:
    line = (piece * width)[:width]
    end = "\n\n" if width == 3000 else "\n"
    text = ((line + end) * (LENGTH // width))[:LENGTH]
    start = time.process_time()
    create_markdown().convert(text)
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize("piece", ["[", "![", "[^", "[a](", "(", "*", "<", "`", "{", "|", ">"])
def test_eight_thousand_signs_take_less_than_two_seconds(piece: str) -> None:
    start = time.process_time()
    create_markdown().convert(piece * 8000)
    assert time.process_time() - start < 2


@pytest.mark.parametrize("nest", NESTS)
@pytest.mark.parametrize("depth", [20, 30, 50, 100, 200, 400, 1000])
def test_nesting_is_rendered_or_found_but_never_too_deep_for_python(
    nest: Callable[[int], str], depth: int
) -> None:
    text = nest(depth)
    with little_room(800):
        html = create_markdown().convert(text)
    assert html.startswith("<pre>") == bool(find_costs(text))


@given(texts_of(*PAGE_PIECES))
def test_any_text_is_rendered(text: str) -> None:
    assert isinstance(create_markdown().convert(text), str)


@given(st.text(alphabet="[]()*_`>-|#\n a1.:!", max_size=200))
def test_cost_is_on_a_line_of_the_text(text: str) -> None:
    long = text * 500
    for cost in find_costs(long):
        lines = long.split("\n")
        assert 1 <= cost.line <= len(lines)
        assert 1 <= cost.column <= len(lines[cost.line - 1]) + 1
