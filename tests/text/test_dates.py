from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.text.dates import EdtfDate, find_dates, format_edtf, format_month, parse_edtf
from tests.text.strategies import any_text
from tests.text.vectors import vector_params

days = st.dates(min_value=date(1000, 1, 1))
edtf_texts = st.builds(
    lambda day, length, qualifier: day.isoformat()[:length] + qualifier,
    st.dates(),
    st.sampled_from([4, 7, 10]),
    st.sampled_from(["", "~", "?", "%"]),
)


@pytest.mark.parametrize(("text", "expected"), vector_params("dates.json"))
def test_find_dates_vectors(text: str, expected: list[list[str]]) -> None:
    found = [[one.edtf, text[one.start : one.end]] for one in find_dates(text)]
    assert found == expected


@given(days, st.sampled_from(["en", "my", "my-MM"]), st.sampled_from(["", "။", ", 10:37", ")"]))
def test_find_dates_finds_what_format_edtf_writes(day: date, tag: str, after: str) -> None:
    written = format_edtf(day.isoformat(), tag)
    (found,) = find_dates(f"… {written}{after}")
    assert (found.edtf, found.start, found.end) == (day.isoformat(), 2, 2 + len(written))


@given(days, st.sampled_from(["en", "my"]))
def test_find_dates_finds_what_format_month_writes(day: date, tag: str) -> None:
    (found,) = find_dates(format_month(day.year, day.month, tag))
    assert found.edtf == day.isoformat()[:7]


@given(any_text | st.text("0123456789-၂၀ 年Mayမေလ()ရက်,"))
def test_find_dates_survives_anything(text: str) -> None:
    end = 0
    for found in find_dates(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        parse_edtf(found.edtf)


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("2023", EdtfDate(2023)),
        ("2023-11", EdtfDate(2023, 11)),
        ("2023-11-17", EdtfDate(2023, 11, 17)),
        ("2023-02~", EdtfDate(2023, 2, is_approximate=True)),
        ("2023?", EdtfDate(2023, is_uncertain=True)),
        ("2023-11-17%", EdtfDate(2023, 11, 17, is_approximate=True, is_uncertain=True)),
        ("2024-02-06T10:37", EdtfDate(2024, 2, 6, "10:37")),
        ("2024-02-06T10:37:05Z", EdtfDate(2024, 2, 6, "10:37:05Z")),
        ("2024-02-06T10:37+06:30", EdtfDate(2024, 2, 6, "10:37+06:30")),
        ("2024-02-29", EdtfDate(2024, 2, 29)),
    ],
)
def test_parse_edtf(text: str, parsed: EdtfDate) -> None:
    assert parse_edtf(text) == parsed


@pytest.mark.parametrize(
    "text",
    [
        "",
        "23",
        "0000",
        "2023-1",
        "2023-00",
        "2023-13",
        "2023-11-00",
        "2023-02-29",
        "2023-06-31",
        "2023-11-17\n",
        " 2023",
        "၂၀၂၃",
        "17 November 2023",
        "2023/2024",
        "2023-21~~",
        "2023-11T10:00",
        "2023-11-17T25:00",
        "2023-11-17T10:37~",
        "2023-11-17T10:37+25:00",
    ],
)
def test_parse_edtf_refuses(text: str) -> None:
    with pytest.raises(ValueError, match="is no"):
        parse_edtf(text)


@pytest.mark.parametrize(
    ("year", "month", "day", "reason"),
    [
        (2023, None, 5, "needs a month"),
        (2023, 0, None, "counted from 01"),
        (2023, 2, 30, "day"),
        (2023, 13, None, "month"),
        (0, None, None, "year"),
    ],
)
def test_edtf_date_can_not_hold_what_does_not_exist(
    year: int, month: int | None, day: int | None, reason: str
) -> None:
    with pytest.raises(ValueError, match=reason):
        EdtfDate(year, month, day)


def test_edtf_date_with_a_time_is_certain() -> None:
    with pytest.raises(ValueError, match="certain"):
        EdtfDate(2023, 11, 17, "10:37", is_approximate=True)
    with pytest.raises(ValueError, match="certain"):
        EdtfDate(2023, 11, None, "10:37")


@given(edtf_texts)
def test_parse_edtf_round_trip(text: str) -> None:
    assert str(parse_edtf(text)) == text


@given(any_text)
def test_parse_edtf_survives_anything(text: str) -> None:
    try:
        parsed = parse_edtf(text)
    except ValueError:
        return
    assert str(parsed) == text


def test_first_day_sorts_by_the_earliest_meaning() -> None:
    texts = ["2024", "2023-11-17T10:37", "2023-11~", "2023-11-18", "2023"]
    ordered = sorted(texts, key=lambda text: parse_edtf(text).first_day)
    assert ordered == ["2023", "2023-11~", "2023-11-17T10:37", "2023-11-18", "2024"]


@pytest.mark.parametrize(
    ("text", "tag", "written"),
    [
        ("2023-11-17", "en", "17 November 2023"),
        ("2023-11", "en-GB", "November 2023"),
        ("2023", "en", "2023"),
        ("2023-02~", "en", "about February 2023"),
        ("2023?", "en", "possibly 2023"),
        ("2023%", "en", "possibly about 2023"),
        ("2024-02-06T10:37+06:00", "en", "6 February 2024"),
        ("2023-11-17", "my", "၂၀၂၃ ခုနှစ် နိုဝင်ဘာလ ၁၇ ရက်"),
        ("2023-11", "my", "၂၀၂၃ ခုနှစ် နိုဝင်ဘာလ"),
        ("2023", "my-MM", "၂၀၂၃ ခုနှစ်"),
        ("2023-02~", "my", "၂၀၂၃ ခုနှစ် ဖေဖော်ဝါရီလခန့်"),
        ("2023?", "my", "၂၀၂၃ ခုနှစ် (ဖြစ်နိုင်သည်)"),
        ("2023%", "my", "၂၀၂၃ ခုနှစ်ခန့် (ဖြစ်နိုင်သည်)"),
        ("2023-11-17", "fr", "17 novembre 2023"),
        ("2023-11~", "fr", "~novembre 2023"),
        ("2023-11?", "fr", "novembre 2023?"),
        ("2023-11-17", "th", "17 พฤศจิกายน 2023"),
        ("2023", "th", "2023"),
        ("2023-11-17", "fa", "\u06f1\u06f7 نوامبر \u06f2\u06f0\u06f2\u06f3"),
        ("2023-11-17", "xx", "November 17, 2023"),
        ("1023-11-17", "fr", "17 novembre 1023"),
    ],
)
def test_format_edtf(text: str, tag: str, written: str) -> None:
    assert format_edtf(text, tag) == written


def test_format_edtf_refuses_what_is_no_date() -> None:
    with pytest.raises(ValueError, match="is no date of the calendar"):
        format_edtf("2023-02-30", "en")


def test_format_month() -> None:
    assert format_month(2023, 11, "en") == "November 2023"
    assert format_month(2023, 11, "my") == "၂၀၂၃ ခုနှစ် နိုဝင်ဘာလ"
    assert format_month(2023, 11, "de") == "November 2023"
    with pytest.raises(ValueError, match="month"):
        format_month(2023, 13, "en")
