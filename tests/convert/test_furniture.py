from pathlib import Path

import pytest
import yaml

from lanpya.convert.furniture import drop_furniture
from lanpya.convert.lines import read_lines
from lanpya.convert.wording import read_wording
from tests.convert.reading import PROSE, convert_text

EXAMPLES = yaml.safe_load(
    (Path(__file__).parent / "furniture_examples.yml").read_text(encoding="utf-8")
)
PLACES = {"head": "{}\n\n" + PROSE, "tail": PROSE + "\n\n{}"}


def rules_of(text: str) -> set[str]:
    lines, _ = read_lines(text)
    return {one.rule for one in drop_furniture(lines, None)[1]}


def test_furniture_every_rule_has_examples() -> None:
    assert set(EXAMPLES) == {rule.name for rule in read_wording().furniture}


@pytest.mark.parametrize(
    ("rule", "line"), [(rule, line) for rule in EXAMPLES for line in EXAMPLES[rule]["drop"]]
)
def test_furniture_drops(rule: str, line: str) -> None:
    places = [PLACES["head"], PLACES["tail"]]
    found = [rules_of(place.format(line)) for place in places]
    assert {rule} in found or {"separator"} in found


@pytest.mark.parametrize("line", [line for rule in EXAMPLES for line in EXAMPLES[rule]["keep"]])
def test_furniture_keeps_text_that_looks_alike(line: str) -> None:
    assert rules_of(PLACES["head"].format(line)) == set()
    assert rules_of(PLACES["tail"].format(line)) == set()


def test_furniture_navigation_words_stay_inside_the_text() -> None:
    assert rules_of(f"{PROSE}\n\nHome\n\n{PROSE}") == set()


def test_furniture_link_list_takes_its_links_but_no_prose() -> None:
    text = f"{PROSE}\n\nRelated articles\nRain expected\nTwo ministers resign\n\n{PROSE}"
    lines, _ = read_lines(text)
    kept, dropped = drop_furniture(lines, None)
    # The last short line above running text may be its heading, so it stays.
    assert [one.text for one in dropped] == ["Related articles", "Rain expected"]
    assert [line.text for line in kept][1:] == ["Two ministers resign", PROSE]


def test_furniture_page_numbers_and_running_heads_of_a_paged_text() -> None:
    pages = [
        "\n".join(f"the {word} of the {page} page goes on and on" for word in ("one", "two", "end"))
        for page in ("first", "second", "third")
    ]
    head = "\fThe Lake: A History\n\n"
    text = f"{pages[0]}\n\n1\n{head}{pages[1]}\n\n2\n{head}{pages[2]}.\n\n3\n"
    lines, _ = read_lines(text)
    _, dropped = drop_furniture(lines, 40)
    assert [one.text for one in dropped] == [
        "1",
        "The Lake: A History",
        "2",
        "The Lake: A History",
        "3",
    ]


def test_furniture_numbers_alone_stay_in_unpaged_text() -> None:
    assert rules_of(f"{PROSE}\n\n1\n\n{PROSE}\n\n2\n\n{PROSE}") == set()


def test_dropped_gives_line_rule_and_reason() -> None:
    conversion = convert_text(f"A Title of Some Words\n\nShare this\n\n{PROSE}")
    (dropped,) = conversion.dropped
    assert (dropped.line, dropped.text, dropped.rule) == (3, "Share this", "share")
    assert dropped.reason == "share buttons"


def test_lines_private_glyphs_and_end_marks_go_and_bullets_stay() -> None:
    lines, dropped = read_lines("\uf0b7 first\n\uf0b7 second\n\uf06e Jane Roe\nthe end. ■ \n")
    assert [line.text for line in lines] == ["• first", "• second", "Jane Roe", "the end."]
    assert [(one.line, one.text, one.rule) for one in dropped] == [
        (3, "U+F06E", "private-use"),
        (4, "■", "end-mark"),
    ]
    assert lines[3].has_end_mark
