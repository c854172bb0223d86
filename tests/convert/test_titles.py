import pytest

from lanpya.convert.result import ReviewKind
from tests.convert.reading import PROSE, convert_text


@pytest.mark.parametrize(
    ("head", "title", "rule"),
    [
        ("The Road to the Sea\n\nBy Jane Roe", "The Road to the Sea", "title-line"),
        ("The Road to the Sea", "The Road to the Sea", "first-line"),
        ("Title: The Road", "The Road", "title-label"),
        ("Opinion\n\nThe Road to the Sea\n\n3 May 2024", "The Road to the Sea", "title-line"),
        ("3 May 2024\n\nThe Road to the Sea", "The Road to the Sea", "title-line"),
        ("Will the road be open before the snow comes to the upper hut?", "", "first-line"),
        ("The road is closed.\nBy Jane Roe", "The road is closed.", "title-line"),
        (
            "River Notes\nHome\nAbout\n\nWhat the ferry taught us\n\n3 May 2024",
            "What the ferry taught us",
            "title-line",
        ),
        (
            "The road | The Marsh Gazette\n\n3 May 2024",
            "The road | The Marsh Gazette",
            "title-line",
        ),
        (
            "The road to the sea | The Marsh Gazette\n\n3 May 2024",
            "The road to the sea",
            "title-line",
        ),
    ],
)
def test_title_is_found(head: str, title: str, rule: str) -> None:
    conversion = convert_text(f"{head}\n\n{PROSE}")
    datum = conversion.metadata["title"]
    assert (datum.value, datum.rule) == (title or head, rule)
    assert [block.text for block in conversion.blocks] == [PROSE], "the title is in the text too"


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        f"17 November 2023 {PROSE}",
        f"Introduction\n\n{PROSE}",
        f"3 May 2024\n\n{PROSE}",
        f"By Jane Roe\n\n{PROSE}",
        f"ရန်ကုန် – စက်တင်ဘာ(၁၀)\n\n{PROSE}",
    ],
)
def test_title_missing_is_null_and_a_proposal_says_what_it_is(text: str) -> None:
    conversion = convert_text(text)
    assert "title" not in conversion.metadata
    notes = {note.kind: note for note in conversion.review if note.field == "title"}
    assert set(notes) == {ReviewKind.MISSING, ReviewKind.PROPOSED}
    assert notes[ReviewKind.PROPOSED].proposal == "The council met on Monday and put the …"
    assert "generated" in notes[ReviewKind.PROPOSED].note
