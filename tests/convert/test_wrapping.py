import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.convert.hyphens import Hyphens
from lanpya.convert.lines import read_lines
from lanpya.convert.wrapping import detect_wrapping, join_lines

WORDS = (
    *("water", "village", "school", "road", "market", "officer", "letter", "morning", "evening"),
    *("boat", "winter", "summer", "council", "bridge", "harbour", "teacher", "mountain", "valley"),
    *("paper", "and", "of", "to", "in", "the", "a", "with", "for", "from", "under"),
)
words = st.lists(st.sampled_from(WORDS), min_size=45, max_size=90)
paragraphs = words.map(lambda some: " ".join(some).capitalize() + ".")
texts = st.lists(paragraphs, min_size=1, max_size=5)


def join(text: str) -> list[str]:
    lines, _ = read_lines(text)
    return [chunk.text for chunk in join_lines(lines, detect_wrapping(lines))]


def wrap(paragraph: str, width: int, indent: str = "") -> list[str]:
    return textwrap.wrap(paragraph, width, initial_indent=indent, break_on_hyphens=False)


@given(texts, st.integers(55, 100))
def test_join_lines_blank_line_between_paragraphs(texts: list[str], width: int) -> None:
    wrapped = "\n\n".join("\n".join(wrap(text, width)) for text in texts)
    assert join(wrapped) == texts


@given(texts, st.integers(55, 100))
def test_join_lines_first_lines_indented(texts: list[str], width: int) -> None:
    wrapped = "\n".join("\n".join(wrap(text, width, "   ")) for text in texts)
    assert join(wrapped) == texts


@given(texts, st.integers(55, 100))
def test_join_lines_blank_line_after_every_line(texts: list[str], width: int) -> None:
    wrapped = " \n\n".join(" \n\n".join(wrap(text, width, " ")) for text in texts)
    assert join(wrapped) == texts


@given(texts)
def test_join_lines_leaves_unwrapped_text_alone(texts: list[str]) -> None:
    assert join("\n\n".join(texts)) == texts
    assert join("\n".join(texts)) == texts


def test_detect_wrapping_says_how() -> None:
    lines, _ = read_lines("\n\n".join(wrap(" ".join(WORDS * 4), 70)))
    wrapping = detect_wrapping(lines)
    assert wrapping is not None
    assert (60 <= wrapping.width <= 70, wrapping.gap, wrapping.indent) == (True, 1, 0)


@pytest.mark.parametrize(
    "text",
    [
        "One title\n\nA first sentence of some length that ends here.\n\nA second one.",
        "ခေါင်းစဉ်တစ်ခု\n\n၁။ ပထမအချက် ဖြစ်ပါသည်။\n\n၂။ ဒုတိယအချက် ဖြစ်ပါသည်။",
        "apples\npears\nplums",
    ],
)
def test_detect_wrapping_none_for_lines_that_are_paragraphs(text: str) -> None:
    lines, _ = read_lines(text)
    assert detect_wrapping(lines) is None


def test_join_lines_caseless_script_without_spaces_between() -> None:
    sentence = "မြစ်ကမ်းနားရှိ ရွာသုံးရွာတွင် ရေကြီးမှုများ ဖြစ်ပေါ်ခဲ့ပြီး ရွာသားများ ရွှေ့ပြောင်းခဲ့ရသည်။"
    wrapped = "\n".join(textwrap.wrap(" ".join([sentence] * 4), 60))
    (joined,) = join(wrapped)
    assert joined.replace(" ", "") == " ".join([sentence] * 4).replace(" ", "")


def test_join_lines_page_break_inside_a_sentence() -> None:
    first = wrap("The road goes on " + " ".join(WORDS * 3), 70)
    second = wrap("and ends at the sea. " + " ".join(WORDS).capitalize() + ".", 70)
    text = "\n".join(first) + "\n\n\f" + "\n".join(second)
    assert len(join(text)) == 1


def test_join_lines_an_end_mark_ends_a_paragraph() -> None:
    lines = wrap("The last words of the article " + " ".join(WORDS * 2), 70)
    text = "\n".join(lines) + " ■\nand a line in small letters that would have been joined"
    assert len(join(text)) == 2


def test_join_lines_heading_below_a_full_line_that_ends_a_sentence() -> None:
    full = "the council met in the school on the hill, and that was the end of it."
    first = ["and nobody in the valley had heard of it before that morning came when", full]
    second = wrap("The road was closed. " + " ".join(WORDS), 70, " ")
    text = " \n\n".join([*first, *first, "What the council said", *second])
    assert join(text)[1] == "What the council said"


def test_join_lines_full_line_about_the_article_stands_alone() -> None:
    about = "By Jane Roe and John Poe | Published: 24 October 2015, 10:37 | Opinion"
    body = wrap("The road was closed. " + " ".join(WORDS * 3), 70)
    assert join("\n".join([about, *body]))[0] == about


def test_join_lines_items_and_bylines_start_anew() -> None:
    body = "\n".join(wrap(" ".join(WORDS * 4) + ".", 70))
    text = (
        f"A report from the hills\nby Tomas Reed\n\n{body}\n1. one thing\n2. and another\n- a third"
    )
    assert join(text)[:2] == ["A report from the hills", "by Tomas Reed"]
    assert join(text)[-3:] == ["1. one thing", "2. and another", "- a third"]


@pytest.mark.parametrize(
    ("first", "second", "elsewhere", "expected"),
    [
        ("the anti-", "junta forces", "an anti-junta group", "the anti-junta forces"),
        ("the govern-", "ment said", "the government", "the government said"),
        ("the govern-", "ment said", "", "the government said"),
        ("the Burman-", "majority areas", "", "the Burman-majority areas"),
        ("a well-", "known song", "", "a well-known song"),
        ("the govern\u00ad", "ment said", "", "the government said"),
        ("north-", "South lines", "", "north-South lines"),
        ("on 3-", "4 May", "", "on 3- 4 May"),
        ("the end –", "or not", "", "the end – or not"),
    ],
)
def test_hyphens_join(first: str, second: str, elsewhere: str, expected: str) -> None:
    lines, _ = read_lines(f"{first}\n{second}\n{elsewhere}")
    assert Hyphens.of(lines).join(first, second, ends_open=False) == expected
