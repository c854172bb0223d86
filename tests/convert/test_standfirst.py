import pytest

from tests.convert.reading import HEAD, PROSE, convert_text, value_of

REPEATED = "The road to the upper sea is closed again, he said."


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (
            f"{HEAD}The road to the upper sea is closed again\n\n{PROSE} {REPEATED}",
            "repeated-below",
        ),
        (f"{HEAD}The road to the sea is closed again\n\nBy Jane Roe\n\n{PROSE}", "below-title"),
        (f"{HEAD}The road to the sea is closed again this year\n\n{PROSE}", "above-text"),
        (f"{HEAD}Summary: The road is closed.\n\n{PROSE}", "description-label"),
    ],
)
def test_standfirst(text: str, rule: str) -> None:
    conversion = convert_text(text)
    assert conversion.metadata["description"].rule == rule
    standfirst = conversion.blocks[0]
    assert standfirst.type.value == "standfirst"
    assert standfirst.text == value_of(conversion, "description")


def test_standfirst_is_not_the_title_in_another_language() -> None:
    text = f"{HEAD}စာကြည့်တိုက် ပိတ်ခြင်းနှင့်ပတ်သက်သော ထုတ်ပြန်ချက်\n\n3 May 2024\n\n{PROSE}"
    assert "description" not in convert_text(text).metadata
