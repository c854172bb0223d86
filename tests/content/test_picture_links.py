"""Pages are led to pictures that were renamed, and to nothing else."""

import pytest

from lanpya.content.picture_links import lead_pictures, picture_targets

PAGE = "en/articles/a.md"
MOVED = {"assets/images/road.jpg": "assets/images/road.webp"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("![A](../../assets/images/road.jpg)", "![A](../../assets/images/road.webp)"),
        ('![A](../../assets/images/road.jpg "T")', '![A](../../assets/images/road.webp "T")'),
        ("[A](<../../assets/images/road.jpg>)", "[A](<../../assets/images/road.webp>)"),
        (
            "![A][r]\n\n[r]: ../../assets/images/road.jpg",
            "![A][r]\n\n[r]: ../../assets/images/road.webp",
        ),
        ("![A](../.././assets/images/r%6fad.jpg)", "![A](../../assets/images/road.webp)"),
        ("![A](../../assets/images/other-road.jpg)", None),
        ("![A](road.jpg)", None),
        ("![A](https://a.example/assets/images/road.jpg)", None),
        ("road.jpg and assets/images/road.jpg", None),
    ],
)
def test_target_is_led_to_the_new_file(before: str, after: str | None) -> None:
    assert lead_pictures(before, PAGE, MOVED) == (after or before)


def test_targets_are_paths_of_docs() -> None:
    text = "![A](../../assets/images/road.jpg) [b](b.md)\n\n[r]: ../c.md\n"
    assert picture_targets(text, PAGE) == {"assets/images/road.jpg", "en/articles/b.md", "en/c.md"}
