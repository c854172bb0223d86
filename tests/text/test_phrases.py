import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.text.phrases import unbreakable_spans
from lanpya.text.syllables import split_syllables
from tests.text.strategies import any_text, burmese_text

NAMES = (
    "စစ်ကိုင်း",
    "ကရင်",
    "ကရင်ပြည်နယ်",
    "၁၀၂၇ စစ်ဆင်ရေး",
    "မြန်",
    "မြန်မာအမျိုးသားဒီမိုကရက်တစ်မဟာမိတ်တပ်မတော်",
    "Kachin State",
)


def phrases(text: str, tag: str = "my", names: tuple[str, ...] = NAMES) -> list[str]:
    return [text[start:end] for start, end in unbreakable_spans(text, tag, names)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("လူ ၂ သန်းကျော် ရှိသည်", ["၂ သန်းကျော်"]),
        ("၃၃၅,၀၀၀ ခန့်", ["၃၃၅,၀၀၀ ခန့်"]),
        ("၂၀၂၃ ခုနှစ် နိုဝင်ဘာလ ၁၇ ရက်နေ့တွင်", ["၂၀၂၃ ခုနှစ်", "၁၇ ရက်နေ့"]),
        ("(၂၄) ရက်နေ့", ["(၂၄) ရက်နေ့"]),
        ("(၂၀၂၃ ခုနှစ်)", ["၂၀၂၃ ခုနှစ်"]),
        ("သန်း ၂၀ ကျော်", ["သန်း ၂၀ ကျော်"]),
        ("နှစ်သောင်းကျော် အိမ်", ["နှစ်သောင်းကျော်"]),
        ("၂၀၂၃ ခုနှစ်ခန့်", ["၂၀၂၃ ခုနှစ်ခန့်"]),
        ("၁ ရက် ရက်စွဲပါ", ["၁ ရက်"]),
        ("၂၀၂၃ ခုနှစ် အောက်တိုဘာ", ["၂၀၂၃ ခုနှစ်"]),
        ("၃၅ ရာခိုင်နှုန်း", ["၃၅ ရာခိုင်နှုန်း"]),
        ("၅ ခုံ", []),
        ("၂၀၂၃၊ ၂၀၂၄", []),
        ("တရားမျှတမှု", []),
    ],
)
def test_unbreakable_spans_number_phrases(text: str, expected: list[str]) -> None:
    assert phrases(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("စစ်ကိုင်းတိုင်း", ["စစ်ကိုင်း"]),
        ("ကရင်ပြည်နယ်၌ ကရင်တို့", ["ကရင်ပြည်နယ်", "ကရင်"]),
        ("၁၀၂၇ စစ်ဆင်ရေး", ["၁၀၂၇ စစ်ဆင်ရေး"]),
        ("ကရင်းနှီး", []),
        ("ကရင်္ဂ", []),
        ("တက္ကရင်", []),
        ("မြန်မာ", []),
        (NAMES[-2], []),
        ("Kachin State", []),
    ],
)
def test_unbreakable_spans_names(text: str, expected: list[str]) -> None:
    assert phrases(text) == expected


def test_unbreakable_spans_in_english() -> None:
    text = "2 million people, 335,000 of them here; 5 km, 1.5 billion, 10:37 a.m.; 7 milling."
    assert phrases(text, "en") == ["2 million", "5 km", "1.5 billion", "10:37 a.m."]


def test_unbreakable_spans_names_in_any_language() -> None:
    assert phrases("2 million, စစ်ကိုင်း", "fr") == ["စစ်ကိုင်း"]
    assert phrases("2 million", "fr", ()) == []


@given(any_text | burmese_text, st.sampled_from(["my", "en", "xx"]))
def test_unbreakable_spans_are_apart_and_in_order(text: str, tag: str) -> None:
    end = 0
    for start, next_end in unbreakable_spans(text, tag, NAMES):
        assert end <= start < next_end <= len(text)
        end = next_end


@given(burmese_text)
def test_unbreakable_spans_lie_between_syllables(text: str) -> None:
    places, at = {0}, 0
    for token in split_syllables(text):
        at += len(token)
        places.add(at)
    spans = unbreakable_spans(text, "my", ["ကုန်", "မန္တလေး", "လေးနှင့်", "ဩလေး", "ကုလေး"])
    assert {place for span in spans for place in span} <= places


@pytest.mark.parametrize("text", ["1" * 20000, "၁," * 10000, "(" * 20000, "၁ သန်း " * 5000])
def test_unbreakable_spans_time_grows_no_faster_than_the_text(text: str) -> None:
    start = time.process_time()
    unbreakable_spans(text, "my", NAMES)
    assert time.process_time() - start < 2
