import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.text.cldr import transliterate
from lanpya.text.normal import display_form
from lanpya.text.zawgyi import find_zawgyi, find_zawgyi_in, propose_unicode, to_unicode
from tests.text.strategies import any_text, burmese_text
from tests.text.vectors import vector_params

BURMESE = Path(__file__).resolve().parents[2] / "docs/my"
UNICODE = "မြို့ခံတွေက ရေတင်ကားကို နာရီပေါင်းများစွာ စောင့်ခဲ့ရသည်။"
ZAWGYI = "ၿမိဳ႕ခံေတြက ေရတင္ကားကို နာရီေပါင္းမ်ားစြာ ေစာင့္ခဲ့ရသည္။"
NEIGHBOURS = {
    "shn": "မႂ်ႇသုင်ၶႃႈ ယူႇလီၵိၼ်ဝၢၼ်ၶႃႈႁႃႉ။ ၵူၼ်းမိူင်းတႆး လၢတ်ႈၵႂၢမ်းတႆး။",
    "mnw": "အရေဝ်ဘာသာမန် နွံပ္ဍဲဍုၚ်ဗၟာ။ မၞိဟ်မန် ဟီုအရေဝ်မန်။",
    "ksw": "ကညီကျိာ် မ့ၢ်တၢ်ကတိၤတကလုာ်လီၤ. ပှၤကညီ ကတိၤကညီကျိာ်လီၤ.",
    "pi": "ဗုဒ္ဓံ သရဏံ ဂစ္ဆာမိ။ ဓမ္မံ သရဏံ ဂစ္ဆာမိ။",
}
# As people type Unicode who are used to Zawgyi, or to no keyboard at all.
SLOVENLY = ("ဘယ်သူမှမရှိဘူးူူ", "ေနပြည်ေတာ် အေရးေပါ် အစည်းအဝေး", "ံအထိ", "၃ဝ၀ ကျော််")


def to_zawgyi(text: str) -> str:
    """Text in Unicode as it was typed before."""
    return transliterate(text, "my-Zawgyi")


def paragraphs() -> list[str]:
    """What the site's own Burmese pages say."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(BURMESE.rglob("*.md")))
    blocks = (block for text in texts for block in display_form(text).split("\n\n"))
    return [block for block in blocks if len(re.findall("[\u1000-\u103f]", block)) >= 40]


def certain(text: str, tag: str | None = "my") -> list[str]:
    return [text[one.start : one.end] for one in find_zawgyi(text, tag) if one.is_certain]


@pytest.mark.parametrize(("text", "expected"), vector_params("zawgyi.json"))
def test_to_unicode_vectors(text: str, expected: str) -> None:
    assert to_unicode(text) == expected


def test_to_unicode_gives_back_what_the_site_says() -> None:
    words = [word for block in paragraphs() for word in re.findall("[\u1000-\u109f]+", block)]
    lost = [word for word in words if to_unicode(to_zawgyi(word)) != word]
    assert len(lost) <= len(words) / 50


def test_to_unicode_keeps_every_digit() -> None:
    for number in ("၄", "၁၃.၄", "၀.၄", "၄.၀", "၁၄၀", "၄၀၄", "၁,၀၀၄", "၂၀၂၄"):
        for text in (f"{number}", f"{number} ရက္", f"ဧၿပီလ {number}", f"({number}) ခု"):
            assert number in to_unicode(text)
    for number in ("၄", "၁၄", "၂၀၂၄"):
        assert number in to_unicode(f"အသက္{number}ႏွစ္")


@given(any_text)
def test_to_unicode_leaves_other_scripts(text: str) -> None:
    latin = re.sub("[\u1000-\u109f\u200b-\u200d\u2060\ufeff]", "x", display_form(text))
    assert to_unicode(latin) == latin


def test_find_zawgyi_finds_every_paragraph() -> None:
    texts = paragraphs()
    assert len(texts) > 20
    assert [text for text in map(to_zawgyi, texts) if not certain(text)] == []


def test_find_zawgyi_finds_nothing_in_unicode() -> None:
    assert [text for text in paragraphs() if find_zawgyi(text, None)] == []


@pytest.mark.parametrize("tag", NEIGHBOURS)
def test_find_zawgyi_finds_nothing_in_neighbours(tag: str) -> None:
    """By the text, even where nobody says what language it is in."""
    assert find_zawgyi(NEIGHBOURS[tag], None) == ()


@pytest.mark.parametrize("text", SLOVENLY)
def test_find_zawgyi_is_not_misled_by_typing_errors(text: str) -> None:
    assert certain(text) == []
    assert certain(f"{text} {UNICODE}") == []


@pytest.mark.parametrize("tag", ["shn", "mnw", "ksw", "shn-MM", "SHN", "pwo", "blk"])
def test_find_zawgyi_exempts_by_declared_language(tag: str) -> None:
    assert certain(ZAWGYI)
    assert find_zawgyi(ZAWGYI, tag) == ()


@pytest.mark.parametrize("tag", ["my", "my-MM", "en", "rki", None])
def test_find_zawgyi_exempts_nothing_else(tag: str | None) -> None:
    assert certain(ZAWGYI, tag)


@pytest.mark.parametrize("text", ["", "12", "၁၂", "Zawgyi", "။", "ဘာ။", "သူခိုး", "မွာ"])
def test_find_zawgyi_finds_nothing_where_both_read_alike(text: str) -> None:
    assert find_zawgyi(text, "my") == ()


def test_find_zawgyi_in_part_of_a_text() -> None:
    text = f"{UNICODE} {ZAWGYI} {UNICODE}"
    assert certain(text) == [ZAWGYI.removesuffix("။")]
    assert propose_unicode(text, find_zawgyi(text, "my")) == f"{UNICODE} {UNICODE} {UNICODE}"


def test_find_zawgyi_beside_latin_numbers_and_addresses() -> None:
    text = "KNU (၂၀၂၄) https://a.example/ေရႊ – 3 {} [x](../a.md)"
    zawgyi = text.format(ZAWGYI)
    assert propose_unicode(zawgyi, find_zawgyi(zawgyi, "my")) == text.format(UNICODE)


def test_find_zawgyi_across_zero_width_spaces() -> None:
    assert len(certain(ZAWGYI.replace(" ", "\u200b"))) == 1


def test_find_zawgyi_leaves_a_short_block_undecided() -> None:
    found = find_zawgyi("ဟုတ္ကဲ့ပါ", "my")
    assert [one.is_certain for one in found] == [False]
    assert propose_unicode("ဟုတ္ကဲ့ပါ", found) == "ဟုတ္ကဲ့ပါ"


def test_find_zawgyi_in_blocks_decides_what_is_undecided() -> None:
    short, unicode = "ဟုတ္ကဲ့ပါ", "ဟုတ်ကဲ့ပါ"
    alone = find_zawgyi_in([(short, "my"), (UNICODE, "my")])
    beside = find_zawgyi_in([(short, "my"), (UNICODE, "my"), (ZAWGYI, "my"), (short, "shn")])
    assert not alone[0][0].is_certain
    assert [len(found) for found in beside] == [1, 0, 1, 0]
    assert propose_unicode(short, beside[0]) == unicode


@given(st.lists(st.sampled_from([UNICODE, ZAWGYI, "KNU 12", "၂၀", " ", "\n"]), max_size=8))
def test_propose_unicode_changes_the_stretches_alone(parts: list[str]) -> None:
    text = " ".join(parts)
    found = find_zawgyi(text, "my")
    assert propose_unicode(text, found) == text.replace(ZAWGYI, UNICODE)


@given(any_text | burmese_text | burmese_text.map(to_zawgyi))
def test_find_zawgyi_survives_anything(text: str) -> None:
    found = find_zawgyi(text, None)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    "text", ["\u1031", "\u103a", " ", "\u102d\u102b", "\u1000\u1039", "x\u1031"]
)
def test_to_unicode_takes_its_time_from_the_length_alone(text: str) -> None:
    """By ICU's rules on the whole, 10,000 spaces take twenty seconds."""
    long = text * 10_000
    assert len(to_unicode(long)) <= 4 * len(long)
    find_zawgyi(long, "my")
