import pytest

from tests.convert.reading import HEAD, PROSE, convert_text, value_of


@pytest.mark.parametrize(
    ("text", "publisher", "rule"),
    [
        (f"{HEAD}Washington Post\n\n3 May 2024\n\n{PROSE}", "Washington Post", "publisher-line"),
        (
            f"{HEAD}By Jane Roe for The Marsh Gazette\n\n{PROSE}",
            "The Marsh Gazette",
            "publisher-line",
        ),
        (f"{HEAD}Publisher: Rail Circle\n\n{PROSE}", "Rail Circle", "publisher-label"),
        (f"{HEAD}Source: Valley Circle\n\n{PROSE}", "Valley Circle", "republished-line"),
        (
            f"{HEAD}{PROSE}\n\nThis article was first published in The Circle on 3 May 2024.",
            "The Circle",
            "republished-line",
        ),
        (f"{HEAD}By The Marsh Gazette\n\n{PROSE}", "The Marsh Gazette", "own-author"),
        (f"{HEAD}{PROSE}\n\nFollow Lake Circle for more updates", "Lake Circle", "host"),
        (
            f"{HEAD}{PROSE}\n\n© 2024 Lake Circle. All rights reserved.",
            "Lake Circle",
            "rights-holder",
        ),
        (f"River Circle\nHome\nAbout\n\n{HEAD}{PROSE}", "River Circle", "site-name"),
        (f"A title of some words | Lake Times\n\n{PROSE}", "Lake Times", "title-suffix"),
    ],
)
def test_publisher(text: str, publisher: str, rule: str) -> None:
    datum = convert_text(text).metadata["publisher"]
    assert (datum.value, datum.rule) == (publisher, rule)


def test_publisher_agency_and_host_are_three() -> None:
    text = (
        f"{HEAD}Washington Post\n\n1 December 2023\n\nBy Jane Roe | AP\n\n{PROSE}\n\n"
        "Copyright 2023 Associated Press\n\nFollow Lake Circle for more updates:\n"
    )
    conversion = convert_text(text)
    found = [value_of(conversion, name) for name in ("publisher", "agency", "via", "rights_holder")]
    assert found == ["Washington Post", "AP", "Lake Circle", "Associated Press"]
    assert [block.text for block in conversion.blocks] == [PROSE]


def test_agency_of_a_dateline_which_stays_in_the_text() -> None:
    conversion = convert_text(f"{HEAD}OSLO (Reuters) - {PROSE}")
    assert value_of(conversion, "agency") == "Reuters"
    assert conversion.blocks[0].text.startswith("OSLO (Reuters)")


@pytest.mark.parametrize(
    ("line", "holder", "license_id"),
    [
        (
            "© 2024 The Lake Post. All rights reserved.",
            "The Lake Post",
            "LicenseRef-AllRightsReserved",
        ),
        ("Copyright (c) 2019-2024 Lake Post", "Lake Post", None),
        ("This work is under CC BY-SA 4.0.", None, "CC-BY-SA-4.0"),
        ("Creative Commons Attribution-NonCommercial 3.0", None, "CC-BY-NC-3.0"),
        ("Copyright law is what the parties quarrel about most.", None, None),
    ],
)
def test_rights(line: str, holder: str | None, license_id: str | None) -> None:
    conversion = convert_text(f"{HEAD}{PROSE}\n\n{line}")
    assert value_of(conversion, "rights_holder") == holder
    assert value_of(conversion, "license") == license_id


def test_rights_line_with_more_to_say_stays_in_the_text() -> None:
    line = "Copyright 2024 Lake Post. Everyone may copy this text, on paper and on screens."
    conversion = convert_text(f"{HEAD}{PROSE}\n\n{line}")
    assert value_of(conversion, "rights_holder") == "Lake Post"
    assert conversion.blocks[-1].text == line
