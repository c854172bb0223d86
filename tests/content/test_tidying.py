import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lanpya.content.front_matter import split_front_matter
from lanpya.content.markup import create_markdown
from lanpya.content.tidying import tidy_page, tidy_yaml
from lanpya.text.normal import search_key
from tests.content.sites import ORIGINAL, TRANSLATION, topics
from tests.content.strategies import PAGE_PIECES, YAML_PIECES, page_texts, texts_of

HEAD = '---\ntitle: "က"\n---\n'
BURMESE_PIECES = (
    "၂ဝ၂၄", "ယာဥ်", "၄င်း", "သြဂုတ်", "၀န်", "ကိိ", "က", "\u1037\u103a", "\u103a\u1037", "e\u0301",
    "\u200b", "\u200c", "\u2060", "\ufeff", "ေရတင္",
    "  \n", " \n", "\t\n", "\r\n", "`", "](", ")", "<", ">",
)  # fmt: skip


def tidy(text: str, tag: str = "my") -> str:
    tidied = tidy_page(text.encode("utf-8", "surrogatepass"), tag)
    return text if tidied is None else tidied.text


def rows(text: str, tag: str = "my") -> list[tuple[int, str, str, str]]:
    tidied = tidy_page(text.encode(), tag)
    assert tidied
    return [(c.line, c.what.key, c.before, c.after) for c in tidied.changes]


@pytest.mark.parametrize("text", [ORIGINAL, TRANSLATION % "en", HEAD + "စာ။\n", "Text.\n", ""])
def test_clean_page_is_left(text: str) -> None:
    assert tidy(text) == text
    assert rows(text) == []


@pytest.mark.parametrize(
    ("body", "expected", "changes"),
    [
        ("a \nb\t\n\n", "a\nb\n", [(4, "mended-spaces", "", ""), (5, "mended-spaces", "", "")]),
        (
            "a  \nb  \n\nc  \n",
            "a  \nb\n\nc\n",
            [(5, "mended-spaces", "", ""), (7, "mended-spaces", "", "")],
        ),
        ("a", "a\n", []),
        ("\u1000\u103a\u1037\n", "\u1000\u1037\u103a\n", [(4, "mended-form", "", "")]),
        ("က\u2060ခ\n", "ကခ\n", [(4, "mended-hidden", "", "")]),
        ("က\u200bခ\n", "က\u200bခ\n", []),
        ("၂ဝ၂၄ `၂ဝ၂၄`\n", "၂၀၂၄ `၂ဝ၂၄`\n", [(4, "mended-slip", "၂ဝ၂၄", "၂၀၂၄")]),
        ("```\n၂ဝ၂၄ \n```\n", "```\n၂ဝ၂၄ \n```\n", []),
        (
            "~~~\n```\n၂ဝ၂၄\n~~~\n၂ဝ၂၄\n",
            "~~~\n```\n၂ဝ၂၄\n~~~\n၂၀၂၄\n",
            [(8, "mended-slip", "၂ဝ၂၄", "၂၀၂၄")],
        ),
        ("[ယာဥ်](ယာဥ်.md#ယာဥ်)\n", "[ယာဉ်](ယာဥ်.md#ယာဥ်)\n", [(4, "mended-slip", "ယာဥ်", "ယာဉ်")]),
        ("[x]: https://a.example/ယာဥ်\n", "[x]: https://a.example/ယာဥ်\n", []),
        ("<https://a.example/ယာဥ်>\n", "<https://a.example/ယာဥ်>\n", []),
        ("https://a.example/ယာဥ် က\n", "https://a.example/ယာဥ် က\n", []),
        ("## ယာဥ်\n", "## ယာဥ်\n", []),
        ("ယာဥ်\n---\n", "ယာဥ်\n---\n", []),
        ("## ယာဥ် {#ယာဥ်}\n", "## ယာဉ် {#ယာဥ်}\n", [(4, "mended-slip", "ယာဥ်", "ယာဉ်")]),
    ],
)  # fmt: skip
def test_mend_is_where_it_is_certain(
    body: str, expected: str, changes: list[tuple[int, str, str, str]]
) -> None:
    assert tidy(HEAD + body) == HEAD + expected
    assert [row for row in rows(HEAD + body) if row[1] != "mended-end"] == changes


def test_zawgyi_is_left_to_a_person() -> None:
    """Its သြ is သွ, no slip for ဩ."""
    text = f"{HEAD}သြားမယ္ ၂ဝ၂၄\n\nေရတင္ကားကို ေစာင့္ခဲ့ရသည္။\n"
    assert tidy(text) == text


def test_line_ends_and_the_mark_at_the_start_are_mended() -> None:
    text = "\ufeff" + (HEAD + "a\nb\n").replace("\n", "\r\n")
    assert tidy(text) == HEAD + "a\nb\n"
    assert rows(text) == [(1, "mended-lines", "", "")]


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ('title: "၂ဝ၂၄" \n', 'title: "၂၀၂၄"\n'),
        ("title: |\n  a  \n  b\n", "title: |\n  a  \n  b\n"),
        ('title: "က\\u2060ခ" \n', 'title: "က\\u2060ခ"\n'),
        ("title: [\n", "title: [\n"),
        ("key ၂ဝ၂၄: a\n", "key ၂ဝ၂၄: a\n"),
    ],
)
def test_front_matter_is_mended_if_it_means_the_same(above: str, expected: str) -> None:
    assert tidy(f"---\n{above}---\nText.\n") == f"---\n{expected}---\nText.\n"


def test_vocabulary_is_mended_but_for_spelling_that_it_may_list() -> None:
    source = topics(("en", "my")).replace('my: "w"', 'my: "ယာဥ်\u2060 \u1000\u103a\u1037"', 1)
    tidied = tidy_yaml(source.encode())
    assert tidied
    assert tidied.text == source.replace("\u2060", "").replace("\u103a\u1037", "\u1037\u103a")


@pytest.mark.parametrize("data", [b"\xff", b"---\n\0\n---\n", "a".encode("utf-16")])
def test_what_is_no_text_is_left_to_a_person(data: bytes) -> None:
    assert tidy_page(data, "my") is None
    assert tidy_yaml(data) is None


@given(st.one_of(page_texts, texts_of(*BURMESE_PIECES, *PAGE_PIECES).map(HEAD.__add__)))
@example(HEAD + "\u200b\u103a\u1037\u103a")
def test_tidying_is_idempotent(text: str) -> None:
    tidied = tidy(text)
    assert tidy(tidied) == tidied
    again = tidy_page(tidied.encode("utf-8", "surrogatepass"), "my")
    assert again is None or again.changes == ()


@given(texts_of(*YAML_PIECES, "၂ဝ၂၄", "ယာဥ်", " \n"))
def test_front_matter_keeps_its_meaning(above: str) -> None:
    before, _ = split_front_matter(f"---\n{above}\n---\n", Path("a.md"), "a.md")
    tidied = tidy(f"---\n{above}\n---\n", "en")
    after, _ = split_front_matter(tidied, Path("a.md"), "a.md")
    assert (before is None) == (after is None)
    if before and after:
        seen = [
            search_key(json.dumps(source.front_matter.value, ensure_ascii=False))
            for source in (before, after)
        ]
        assert seen[0] == seen[1]


@given(texts_of(*PAGE_PIECES, "  \n", " \n", "\t\n"))
@example("- a  \nb")
@example("a\n \n \nb")
def test_page_looks_the_same_afterwards(body: str) -> None:
    if not body.isascii() or "\r" in body or "\0" in body or "---" in body:
        return
    after = tidy(HEAD + body).removeprefix(HEAD)
    assert seen(after) == seen(body)


def seen(body: str) -> str:
    """A page's HTML; white space is one space to a browser, and none where a block ends."""
    html = re.sub(r"\s+", " ", create_markdown().convert(body))
    return re.sub(r" (?=</(?:p|li|h\d|td|th|dd|dt|div|blockquote|a|em|strong)>|$)", "", html)
