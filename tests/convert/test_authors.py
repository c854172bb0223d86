import pytest

from lanpya.convert.result import Author, AuthorKind, Contributor, ReviewKind
from tests.convert.reading import HEAD, PROSE, convert_text, value_of


@pytest.mark.parametrize(
    ("text", "authors", "rule"),
    [
        (f"{HEAD}By Jane Roe\n\n{PROSE}", ["Jane Roe"], "byline"),
        (f"{HEAD}By Jane Roe and John Poe in Oslo\n\n{PROSE}", ["Jane Roe", "John Poe"], "byline"),
        (f"{HEAD}By: Jane O'Roe & Jim Poe\n\n{PROSE}", ["Jane O'Roe", "Jim Poe"], "byline"),
        (f"{HEAD}By Dr. Jane Roe, PhD\n\n{PROSE}", ["Dr. Jane Roe"], "byline"),
        (f"{HEAD}By Jane Roe (@jroe)\n\n{PROSE}", ["Jane Roe"], "byline"),
        (f"{HEAD}By Our Correspondent\n\n{PROSE}", ["Our Correspondent"], "byline"),
        (f"{HEAD}{PROSE}\n\nBy Jane Roe", ["Jane Roe"], "byline-below"),
        (
            f"{HEAD}{PROSE}\n\n(Reporting by Jane Roe in Oslo; Editing by Tom Hale)",
            ["Jane Roe"],
            "reporting-line",
        ),
        (f"{HEAD}Jane Roe\n3 May 2024\n\n{PROSE}", ["Jane Roe"], "bare-name"),
        (f"{HEAD}{PROSE}\n\nJane Roe is a journalist in Oslo.", ["Jane Roe"], "bio-line"),
        (
            f"{HEAD}{PROSE}\n\nAbout the author\n\nJane Roe is a journalist in Oslo.",
            ["Jane Roe"],
            "bio-line",
        ),
        (f"{HEAD}{PROSE}\n\nJane Roe (pseudonym) teaches in Oslo.", ["Jane Roe"], "bio-line"),
        (f"{HEAD}{PROSE}\n\n— Jane Roe", ["Jane Roe"], "signature"),
        (f"{HEAD}{PROSE}\n\nJane Roe", ["Jane Roe"], "name-below"),
        (
            f"{HEAD}Jane Roe\nDepartment of History, University of the Lakes\n\n{PROSE}",
            ["Jane Roe"],
            "affiliation",
        ),
    ],
)
def test_authors_are_found(text: str, authors: list[str], rule: str) -> None:
    conversion = convert_text(text)
    assert [author.name for author in conversion.authors] == authors
    assert conversion.metadata["authors"].rule == rule


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}Shan State | 3 May 2024\n\nThey left Shan State. {PROSE}",
        f"{HEAD}{PROSE} Maria Lopez spoke first.\n\nMaria Lopez is a writer from Oslo.",
        f"{HEAD}Middle East | 3 May 2024\n\n{PROSE}",
        f"{HEAD}{PROSE}\n\nThe First Report\n\nBy Group One\n\nThe Second Report\n\nBy Group Two",
        f"{HEAD}By The Associated Press\n\n{PROSE}",
    ],
)
def test_authors_null_rather_than_a_guess(text: str) -> None:
    conversion = convert_text(text)
    assert conversion.authors == ()
    assert any(n.field == "authors" and n.kind is ReviewKind.MISSING for n in conversion.review)


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By Lake Watch", Author("Lake Watch", AuthorKind.ORGANISATION)),
        ("By Coast24", Author("Coast24", AuthorKind.ORGANISATION)),
        ("By Staff Reporter", Author("Staff Reporter", AuthorKind.ROLE)),
        ("By Jane Roe (pseudonym)", Author("Jane Roe", AuthorKind.PSEUDONYM)),
        ("By Jane Roe", Author("Jane Roe", AuthorKind.PERSON)),
    ],
)
def test_authors_kind(byline: str, author: Author) -> None:
    assert convert_text(f"{HEAD}{byline}\n\n{PROSE}").authors == (author,)


def test_authors_kind_by_what_stands_below() -> None:
    text = f"{HEAD}By Heron Song\n\n{PROSE}\n\nHeron Song is a network. Contact us."
    conversion = convert_text(text)
    assert conversion.authors == (Author("Heron Song", AuthorKind.ORGANISATION),)
    assert conversion.metadata["publisher"].rule == "own-author"
    assert conversion.blocks[-1].type.value == "about"


@pytest.mark.parametrize(
    ("line", "contributors"),
    [
        (
            "Associated Press writer Ann Lee in Oslo contributed to this story.",
            [("Ann Lee", "contributor")],
        ),
        (
            "Associated Press writers Ann Lee in Oslo and Bo Chan in Bonn contributed.",
            [("Ann Lee", "contributor"), ("Bo Chan", "contributor")],
        ),
        (
            "Roe reported from Oslo. Associated Press writer Ann Lee in Rome contributed.",
            [("Ann Lee", "contributor")],
        ),
        ("Additional reporting by Ann Lee.", [("Ann Lee", "contributor")]),
        ("Translated by: Ann Lee", [("Ann Lee", "translator")]),
        (
            "(Reporting by Jane Roe; Additional reporting by Ann Lee; Editing by Tom Hale)",
            [("Ann Lee", "contributor"), ("Tom Hale", "editor")],
        ),
    ],
)
def test_contributors(line: str, contributors: list[tuple[str, str]]) -> None:
    conversion = convert_text(f"{HEAD}By Jane Roe\n\n{PROSE}\n\n{line}")
    expected = tuple(Contributor(*one) for one in contributors)
    assert value_of(conversion, "contributors") == expected
    assert [block.text for block in conversion.blocks] == [PROSE]
