import pytest

from tests.convert.reading import PROSE, convert_text, types_and_texts


def blocks_of(text: str) -> list[tuple[str, str]]:
    """The blocks below a head that is no matter here."""
    return types_and_texts(
        convert_text(f"A Title of Some Words\n\n3 May 2024\n\n{PROSE}\n\n{text}")
    )[1:]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"The Road\n\n{PROSE}", [("heading", "The Road"), ("paragraph", PROSE)]),
        (f"Is the road open?\n\n{PROSE}", [("heading", "Is the road open?"), ("paragraph", PROSE)]),
        ("The last words", [("paragraph", "The last words")]),
        (f"Q: Is it open?\n\n{PROSE}", [("paragraph", "Q: Is it open?"), ("paragraph", PROSE)]),
        ("• one\n• two", [("list-item", "one"), ("list-item", "two")]),
        ("- one\n- two", [("list-item", "one"), ("list-item", "two")]),
        ("- one alone.", [("paragraph", "- one alone.")]),
        ("1. one.\n2. two.", [("list-item", "one."), ("list-item", "two.")]),
        ("၁။ တစ်ခု။\n၂။ နှစ်ခု။", [("list-item", "တစ်ခု။"), ("list-item", "နှစ်ခု။")]),
        ("(a) one;\n(b) two.", [("list-item", "one;"), ("list-item", "two.")]),
        ("i. one.\nii. two.", [("list-item", "one."), ("list-item", "two.")]),
        ("7. Not a list, but a sentence.", [("paragraph", "7. Not a list, but a sentence.")]),
        (
            "2.5 million people left.\n3.5 million stayed.",
            [("paragraph", "2.5 million people left."), ("paragraph", "3.5 million stayed.")],
        ),
        (
            "They are:\nOslo\nRome\nBonn",
            [
                ("paragraph", "They are:"),
                ("list-item", "Oslo"),
                ("list-item", "Rome"),
                ("list-item", "Bonn"),
            ],
        ),
        (
            "1. Tea\nIt is drunk.\n2. Jade\nIt is worn.",
            [
                ("heading", "1. Tea"),
                ("paragraph", "It is drunk."),
                ("heading", "2. Jade"),
                ("paragraph", "It is worn."),
            ],
        ),
        ("Men at a gate. Photo: Collected", [("caption", "Men at a gate. Photo: Collected")]),
        ("Photo: men at a gate", [("caption", "Photo: men at a gate")]),
        (
            "Men at a gate (Uncredited/The Lake Post)",
            [("caption", "Men at a gate (Uncredited/The Lake Post)")],
        ),
        ("ဓာတ်ပုံ - ကိုအောင်", [("caption", "ဓာတ်ပုံ - ကိုအောင်")]),
        (
            "They left, with their goods (and/or their children).",
            [("paragraph", "They left, with their goods (and/or their children).")],
        ),
        ("[1] See the yearbook.", [("footnote", "See the yearbook.")]),
        ("> He said so.", [("quote", "He said so.")]),
        (
            "“We left at dawn.”\n— Jane Roe, teacher",
            [("quote", "“We left at dawn.”"), ("paragraph", "— Jane Roe, teacher")],
        ),
        ("“We left at dawn,” she said.", [("paragraph", "“We left at dawn,” she said.")]),
    ],
)
def test_blocks_are_typed(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks_of(text) == expected


def test_blocks_resource_list_joins_titles_and_bylines() -> None:
    text = (
        "Reports\n\nTea in Figures\n\nBy 16 Organizations\n\n"
        "လက်ဖက် ၂၀၂၁ ခုနှစ် မေလ ၃ ရက်\n\nBy Lake Watch, Friends of the Heron"
    )
    assert blocks_of(text) == [
        ("heading", "Reports"),
        ("list-item", "Tea in Figures — 16 Organizations"),
        ("list-item", "လက်ဖက် ၂၀၂၁ ခုနှစ် မေလ ၃ ရက် — Lake Watch, Friends of the Heron"),
    ]


def test_blocks_headings_below_headings_stand_lower() -> None:
    lists = "Resources\n\nStatements\n\n• one\n• two\n\nReports\n\n• three\n• four"
    text = f"{lists}\n\n{PROSE}\n\nThe End\n\n{PROSE}"
    conversion = convert_text(f"{PROSE}\n\n{text}")
    levels = [(block.text, block.level) for block in conversion.blocks if block.level]
    assert levels == [("Resources", 2), ("Statements", 3), ("Reports", 3), ("The End", 2)]


def test_blocks_paragraphs_belong_to_their_numbered_item() -> None:
    opening, one, two, end = (f"{PROSE} {word}." for word in ("Now", "One", "Two", "Then"))
    text = f"1. First thing to do.\n\n{one}\n\n2. Second thing.\n\n{two}\n\nConclusion\n\n{end}"
    conversion = convert_text(f"{opening}\n\n{text}")
    found = [(block.type.value, block.marker, block.item) for block in conversion.blocks]
    assert found == [
        ("paragraph", None, None),
        ("list-item", "1.", None),
        ("paragraph", None, "1."),
        ("list-item", "2.", None),
        ("paragraph", None, "2."),
        ("heading", None, None),
        ("paragraph", None, None),
    ]


def test_blocks_starred_note_needs_a_star_in_the_text() -> None:
    assert blocks_of("He left.*\n\n* On Friday.")[-1] == ("footnote", "On Friday.")
    assert blocks_of("He left.\n\n* On Friday.")[-1] == ("paragraph", "* On Friday.")


def test_blocks_inset_lines_are_a_quote_only_among_others_that_are_not() -> None:
    inset = "        We left at dawn and did not look back at the house."
    assert blocks_of(f"{inset}\n\n{PROSE}")[0][0] == "quote"
    conversion = convert_text("\n\n".join(f"        {PROSE} {word}." for word in ("A", "B", "C")))
    assert {block.type.value for block in conversion.blocks} == {"paragraph"}


def test_footnote_without_its_mark_is_said() -> None:
    conversion = convert_text(f"{PROSE}\n\n[1] See the yearbook.")
    assert any("no mark" in note.note for note in conversion.review)
    conversion = convert_text(f"{PROSE}[1]\n\n[1] See the yearbook.")
    assert not any("no mark" in note.note for note in conversion.review)
