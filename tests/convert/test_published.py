import pytest

from lanpya.convert.result import Confidence, ReviewKind
from tests.convert.reading import HEAD, PROSE, convert_text, value_of


@pytest.mark.parametrize(
    ("prefix", "published"),
    [
        ("date 2023-11-17 ", "2023-11-17"),
        ("2023-11-17", "2023-11-17"),
        ("2023-11-17T08:30:00Z ", "2023-11-17T08:30Z"),
        ("Date: 17/11/2023 ", "2023-11-17"),
        ("17.11.2023 ", "2023-11-17"),
        ("Nov 17, 2023 — ", "2023-11-17"),
        ("Nov.17,2023", "2023-11-17"),
        ("(17 November 2023) ", "2023-11-17"),
        ("Published on 17 November 2023. ", "2023-11-17"),
        ("Friday, November 17, 2023, ", "2023-11-17"),
        ("ရက်စွဲ ၂၀၂၃-၁၁-၁၇ ", "2023-11-17"),
    ],
)
def test_published_glued_before_the_text(prefix: str, published: str) -> None:
    conversion = convert_text(
        f" {prefix}{PROSE}\n\nIt will meet again in June, said the clerk on Friday."
    )
    datum = conversion.metadata["published"]
    assert (datum.value, datum.rule, datum.line) == (published, "date-prefix", 1)
    assert conversion.blocks[0].text == PROSE


@pytest.mark.parametrize(
    "text",
    [
        "17 November 2023 was the day on which the council met and put the question off.",
        "On 17 November 2023 the council met and put the question off until the summer.",
        "06/02/2024 The council met and put the question off until the summer, as before.",
        "၂၀၂၃ ခုနှစ် နိုဝင်ဘာလ ၁၇ ရက်နေ့တွင် ကောင်စီသည် အစည်းအဝေး ကျင်းပခဲ့ပြီး မေးခွန်းကို ရွှေ့ဆိုင်းခဲ့သည်။",
    ],
)
def test_published_is_no_date_of_the_text(text: str) -> None:
    conversion = convert_text(text)
    assert "published" not in conversion.metadata
    assert conversion.blocks[0].text == text


@pytest.mark.parametrize(
    ("text", "published", "rule"),
    [
        (f"{HEAD}3 May 2024\n\n{PROSE}", "2024-05-03", "date-line"),
        (f"{HEAD}Published: 3 May 2024\n\n{PROSE}", "2024-05-03", "date-label"),
        (f"4 May 2024\n\n{HEAD}3 May 2024\n\n{PROSE}", "2024-05-03", "date-line"),
        (f"4 May 2024\n\n{HEAD}{PROSE}", "2024-05-04", "date-line"),
        (f"{HEAD}May 2024\n\n{PROSE}", "2024-05", "date-line"),
        (f"{HEAD}{PROSE}\n\nOslo, 3 May 2024", "2024-05-03", "date-below"),
        (f"{HEAD}OSLO, Nov. 17, 2023 (AP) — {PROSE}", "2023-11-17", "dateline"),
        (f"{HEAD}၁၅ ဇန်နဝါရီ ၂၀၂၄\n\n{PROSE}", "2024-01-15", "date-line"),
    ],
)
def test_published_on_a_line_of_its_own(text: str, published: str, rule: str) -> None:
    datum = convert_text(text).metadata["published"]
    assert (datum.value, datum.rule, datum.is_inferred) == (published, rule, False)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (f"{HEAD}06/02/2024\n\n{PROSE}", "can not be told apart"),
        (f"{HEAD}Mar 6\n\n{PROSE}", "“Mar 6” has no year"),
    ],
)
def test_published_unsure_is_null_and_said(text: str, note: str) -> None:
    conversion = convert_text(text)
    assert "published" not in conversion.metadata
    assert any(note in one.note for one in conversion.review if one.field == "published")


def test_published_time_without_zone_is_said() -> None:
    conversion = convert_text(f"{HEAD}3 May 2024, 10:37\n\n{PROSE}")
    assert value_of(conversion, "published") == "2024-05-03T10:37"
    assert any("without a zone" in note.note for note in conversion.review)


def test_updated_alone_is_no_publication() -> None:
    conversion = convert_text(f"{HEAD}Updated: 3 May 2024\n\n{PROSE}")
    assert (value_of(conversion, "updated"), value_of(conversion, "published")) == (
        "2024-05-03",
        None,
    )


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (
            "Two years have passed since the quake. The quake of 14 May 2019 killed many.",
            "2021-05~",
        ),
        (
            "It has been three years since the flood. The flood came in May 2019, at night.",
            "2022-05~",
        ),
        (
            "The valley marked the tenth anniversary of the fire. The fire of 3 June 2011 was hot.",
            "2021-06~",
        ),
        ("Two years have passed since the coup in Myanmar.", "2023-02~"),
        ("Two years have passed since the coup.", None),
        ("Nearly two years have passed since the coup in Myanmar.", None),
        ("Two years have passed since the flood.", None),
        (
            "Two years have passed since the flood of May 2019. The flood of June 2020 was worse.",
            None,
        ),
        ("Two years have passed since the coup in Myanmar. In 2027 it was still so.", None),
    ],
)
def test_published_inferred_from_an_anniversary(text: str, published: str | None) -> None:
    conversion = convert_text(f"{text} {PROSE}")
    assert value_of(conversion, "published") == published
    if published:
        datum = conversion.metadata["published"]
        assert (datum.confidence, datum.is_inferred) == (Confidence.LOW, True)
        assert str(datum.reason) in next(
            n.note for n in conversion.review if n.kind is ReviewKind.INFERRED
        )


def test_published_stated_wins_over_an_anniversary() -> None:
    text = f"{HEAD}3 May 2024\n\nTwo years have passed since the coup in Myanmar. {PROSE}"
    assert convert_text(text).metadata["published"].rule == "date-line"
