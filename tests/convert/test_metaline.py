import pytest

from lanpya.convert.metaline import parse_metaline


def parts_of(text: str) -> list[tuple[str, str]]:
    metaline = parse_metaline(text)
    return [(part.kind, part.text) for part in metaline.parts] if metaline else []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("January 15th, 2024", [("published", "2024-01-15")]),
        ("Friday, 17 November 2023", [("published", "2023-11-17")]),
        ("2024-02-06", [("published", "2024-02-06")]),
        ("Published 06 Feb 2024 10:37 GMT+6:30", [("published", "2024-02-06T10:37+06:30")]),
        ("Published: 9 January, 2024", [("published", "2024-01-09")]),
        ("03 February 2024   |   3:29 pm", [("published", "2024-02-03T15:29")]),
        ("Last updated on Monday, 4 March 2024", [("updated", "2024-03-04")]),
        ("Updated 9:14 PM UTC, April 2, 2024", [("updated", "2024-04-02T21:14Z")]),
        (
            "Published 14:30, 9 January 2024 | Updated 16:02, 10 January 2024",
            [("published", "2024-01-09T14:30"), ("updated", "2024-01-10T16:02")],
        ),
        (
            "International Published At: 06 Feb 2024, 10:37 a.m.",
            [("published", "2024-02-06T10:37"), ("section", "International")],
        ),
        ("ရက်စွဲ - ၂၀၂၃ ခုနှစ်၊ ဇူလိုင်လ (၇) ရက်", [("published", "2023-07-07")]),
        ("၁၇-၁၁-၂၀၂၃", [("published", "2023-11-17")]),
        ("၀၆.၀၂.၂၀၂၄", [("published", "2024-02-06")]),
        ("17/11/2023", [("published", "2023-11-17")]),
        ("06/02/2024", [("ambiguous", "06/02/2024")]),
        ("- Mar 6", [("day", "Mar 6")]),
        ("YANGON, Nov. 17", [("name", "YANGON"), ("day", "Nov. 17")]),
        ("By Jane Roe", [("author", "Jane Roe")]),
        (
            "By Jane Roe\u2009|\u2009AP".replace("\u2009", " "),
            [("author", "Jane Roe"), ("agency", "AP")],
        ),
        (
            "By Jane Roe, Associated Press",
            [("author", "Jane Roe, Associated Press"), ("agency", "Associated Press")],
        ),
        ("By Reuters", [("author", "Reuters"), ("agency", "Reuters")]),
        ("ရေးသားသူ - မောင်မြင့်", [("author", "မောင်မြင့်")]),
        ("မြသန်း ရေးသည်", [("author", "မြသန်း")]),
        (
            "March 4th, 2024 • Author: Lake Watch • 6 minute read",
            [("published", "2024-03-04"), ("author", "Lake Watch"), ("reading", "6 minute read")],
        ),
        (
            "Posted by Jane Roe on March 3, 2024 in Opinion | 5 Comments",
            [
                ("published", "2024-03-03"),
                ("author", "Jane Roe"),
                ("section", "Opinion"),
                ("furniture", "5 Comments"),
            ],
        ),
        ("06 Feb 2024 | 10:37 BST", [("published", "2024-02-06T10:37")]),
        (
            "Posted by admin | Mar 3, 2024 | News, Opinion | 0 |",
            [
                ("author", "admin"),
                ("published", "2024-03-03"),
                ("section", "News, Opinion"),
                ("furniture", "0"),
            ],
        ),
        (
            "Posted on March 3, 2024 by jroe",
            [("published", "2024-03-03"), ("author", "by jroe")],
        ),
        (
            "By JANE ROE Associated Press",
            [("author", "JANE ROE Associated Press"), ("agency", "Associated Press")],
        ),
        (
            "By Jane Roe (Myanmar Now)",
            [("author", "Jane Roe (Myanmar Now)"), ("publisher", "Myanmar Now")],
        ),
        ("ရန်ကုန်၊ ၁၅ ဇန်နဝါရီ ၂၀၂၄", [("published", "2024-01-15"), ("name", "ရန်ကုန်")]),
        ("၂၀၂၄ ခုနှစ်၊ ဇန်နဝါရီလ ၁၅ ရက်၊ တနင်္လာနေ့", [("published", "2024-01-15")]),
        (
            "The Lakes Herald-Aug 28, 2023",
            [("published", "2023-08-28"), ("publisher", "The Lakes Herald")],
        ),
        ("Title: A Road | Two Rivers", [("title", "A Road | Two Rivers")]),
        ("Source: https://example.org/a", [("url", "https://example.org/a")]),
        ("Translated by: Jane Roe", [("translator", "Translated by: Jane Roe")]),
        ("River Update 3 March 2024", [("published", "2024-03-03"), ("name", "River Update")]),
    ],
)
def test_parse_metaline_takes_lines_apart(text: str, expected: list[tuple[str, str]]) -> None:
    assert parts_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The coup of 1 February 2021",
        "The meeting was held on 3 March 2024.",
        "By the end of the day, the road was closed.",
        "By 2024 the army had left",
        "၂၀၂၃ ခုနှစ် နိုဝင်ဘာလ ၁၇ ရက်တွင် ရွာသို့ ရောက်ရှိခဲ့သည်။",
        "31 June 2024",
        "Why the salt road closed",
        "Update: the road is open again",
        "",
    ],
)
def test_parse_metaline_leaves_text_alone(text: str) -> None:
    assert not any(kind != "name" for kind, _ in parts_of(text))


def test_metaline_knows_what_it_can_be() -> None:
    strong, doubtful, dateline = (
        parse_metaline(text) for text in ("By Jane Roe", "River Update 3 March 2024", "Oslo, Mar 6")
    )
    assert strong
    assert strong.is_strong
    assert doubtful
    assert doubtful.is_doubtful
    assert dateline
    assert dateline.is_dateline
