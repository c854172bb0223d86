import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.text.numerals import to_ascii_digits
from lanpya.text.personal import PATTERNS, Personal, find_personal

FOUND = {
    Personal.PHONE: (
        "09 765 432 109",
        "09765432109",
        "09-765-432-109",
        "+95 9 765 432 109",
        "+1 (202) 555-0143",
        "phone 01 512 345",
        "WhatsApp: 0812 345 678",
        "ဖုန်း ၀၁-၅၁၂၃၄၅",
        "ဗိုင်ဘာနံပါတ် − 09765432109",
    ),
    Personal.PAPERS: (
        "12/ကမရ(နိုင်)123456",
        "12/KaMaYa(N)123456",
        "9/mahama (naing) 123456",
        "၅/မရန(ဧည့်)၀၀၁၂၃၄",
    ),
    Personal.PLACE: (
        "16.80528, 96.15611",
        "16.805° N, 96.156° E",
        "-16.805/96.156",
        "16.80528%2C96.15611",
        "!3d16.80528!4d96.15611",
        "16°48'19\"",
        "16° 48.317'",
        "16°48′19.2″",
        "47QKA 123 456",
        "47QKA1234512345",
        "7PG9R543+2X",
        "R543+2XV",
        "///filled.count.soap",
    ),
    Personal.MAIL: ("someone@mail.org", "some.one+tag@sub.mail.org"),
}
NOT_FOUND = (
    "1,976,400 of 2,300,000",
    "2023-11-17, 17.11.2023, 12/11/2023",
    "16.80, 96.15",
    "16.8052 per cent and 96.1561",
    "200.1234, 300.1234",
    "a.b@site.example, c@example.org, d@localhost.test",
    "https://a.org/2023/0912345678.html",
    "47 QUESTIONS 123 456",
    "2022+23, 3+4, C++",
    "http://a.b.c ///",
    "UNHCR: 1 234 567 890 kyat",
    "ISBN 978-0-306-40615-7",
    "12/2023 (n) 12345",
    "phone 12",
    "0.1234 0.2345",
)
TO_BURMESE = str.maketrans("0123456789", "၀၁၂၃၄၅၆၇၈၉")


@pytest.mark.parametrize(("kind", "text"), [(k, t) for k, ts in FOUND.items() for t in ts])
def test_personal_data_is_found_in_both_sets_of_digits(kind: Personal, text: str) -> None:
    for written in (text, text.translate(TO_BURMESE)):
        around = f"Before {written}, after."
        if kind is Personal.PLACE and any(part in text for part in ("QKA", "+2X", "///")):
            assert text != written or list(find_personal(around)) == [(7, kind, text)]
        else:
            assert [(at, found) for at, found, _ in find_personal(around)] == [(7, kind)]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_articles_are_made_of_is_not_found(text: str) -> None:
    assert list(find_personal(text)) == []
    assert list(find_personal(text.translate(TO_BURMESE))) == []


pieces = st.sampled_from(
    [*"0123456789၀၁၉+-/.@ ()°'\"", "09", "+95", "(နိုင်)", "ကမရ", "a", "။", "phone"]
)


@given(st.lists(pieces, max_size=60).map("".join))
def test_what_is_found_is_in_the_text_and_apart(text: str) -> None:
    end = 0
    for start, _, written in find_personal(text):
        assert start >= end
        assert text[start : start + len(written)] == written
        end = start + len(written)


@pytest.mark.parametrize(
    "piece", ["+1 ", "09 ", "1.2345,", "a@b.", "12/ka", "A" * 3 + "+", "phone 1 ", "1°2'"]
)
def test_hostile_text_is_searched_in_linear_time(piece: str) -> None:
    list(find_personal(piece * 30_000))


@given(st.lists(st.sampled_from(sum(FOUND.values(), ())) | st.text("0.°@+/!3d"), max_size=5))
def test_pattern_with_a_sign_matches_nothing_without_it(written: list[str]) -> None:
    text = to_ascii_digits("\n".join(written))
    for _, sign, pattern in PATTERNS:
        if sign:
            assert not pattern.search(text.replace(sign, " "))
