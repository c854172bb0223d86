import pytest

from lanpya.text.reading import reading_minutes


@pytest.mark.parametrize(
    ("text", "tag", "minutes"),
    [
        ("", "en", 1),
        ("word " * 238, "en", 1),
        ("word " * 239, "en", 2),
        ("mot " * 239, "fr", 2),
        ("mot " * 184, "fr", 1),
        ("word " * 800, "en-GB", 4),
        # 2.6 syllables take as long as one English word, spaced or not.
        ("ကုန်" * 618, "my", 1),
        ("ကုန် " * 618, "my", 1),
        ("ကုန်" * 1300, "my", 3),
    ],
)
def test_reading_minutes(text: str, tag: str, minutes: int) -> None:
    assert reading_minutes(text, tag) == minutes
