"""The page of rules says what the checker does, example by example."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from lanpya.checks.examples import SEEN, Example, read_examples
from lanpya.findings import Finding, message_languages, read_messages
from tests.checks.cases import ABOUT, CASES, EN, HOME, MY, THEMED, TOPICS, WEBP, page
from tests.content.sites import (
    ORIGINAL,
    TRANSLATION,
    check_site,
    configuration,
    sound_files,
    write_files,
)

EXAMPLES = {example.code: example for group in read_examples().values() for example in group}
TRIED = [code for code, example in EXAMPLES.items() if example.place != SEEN]
ROAD = "docs/assets/images/road.webp"


def with_lines(text: str, lines: str) -> str:
    """Front matter with lines in place of those that have the same keys."""
    keys = {line.partition(":")[0] for line in lines.split("\n")}
    typo = {"titel": "title"}
    keys |= {typo[key] for key in keys & typo.keys()}
    head, _, body = text.removeprefix("---\n").partition("\n---\n")
    kept = []
    is_kept = True
    for line in head.split("\n"):
        if not line.startswith(" "):
            is_kept = line.partition(":")[0] not in keys
        kept += [line] if is_kept else []
    return "\n".join(["---", lines, *kept, "---", body])


def files_of(example: Example, written: str) -> Mapping[str, str | bytes]:
    place = example.place
    if place == "path":
        return {
            path: page("Text.") if path.endswith(".md") else WEBP for path in written.split("\n")
        }
    if place == "strings":
        english = 'search: Search\nreading: "{minutes} min"\n'
        return {
            "mkdocs.yml": THEMED,
            "overrides/strings/en.yml": english,
            "overrides/strings/my.yml": written,
        }
    translated = (TRANSLATION % "en").partition("\n---\n")[0] + "\n---\n" + written + "\n"
    road = "\n![A road by the river](../../assets/images/road.webp)\n"
    return {
        "text": {ABOUT: page(written)},
        "top": {EN: with_lines(ORIGINAL, written)},
        "article": {ABOUT: written},
        "home": {HOME: with_lines(page("Text."), written)},
        "translation": {MY: written},
        "translation-text": {MY: translated, EN: ORIGINAL + road},
        "topics": {TOPICS: written},
        "site": {"mkdocs.yml": configuration(("en", "my")) + written + "\n"},
    }[place]


def check(root: Path, example: Example, written: str) -> list[Finding]:
    files = {**sound_files(), ROAD: WEBP, **files_of(example, written)}
    return check_site(write_files(root, files))


def test_rule_has_an_example() -> None:
    assert EXAMPLES.keys() == read_messages("en")["rules"].keys()
    assert len(EXAMPLES) == sum(map(len, read_examples().values()))


@pytest.mark.parametrize("code", TRIED)
def test_bad_example_gets_the_message_that_is_shown_and_the_good_one_does_not(
    tmp_path: Path, code: str
) -> None:
    example = EXAMPLES[code]
    bad = check(tmp_path / "bad", example, example.bad)
    assert dict(example.values) in [dict(found.values) for found in bad if found.code == code]
    good = check(tmp_path / "good", example, example.good)
    assert code not in {finding.code for finding in good}


@pytest.mark.parametrize("code", [code for code in EXAMPLES if code not in TRIED])
def test_example_that_no_text_can_show_has_a_case(code: str) -> None:
    produced = {line.rpartition(" ")[2] for case in CASES.values() for line in case.expected}
    assert code in produced | {"file-unreadable"}


@pytest.mark.parametrize("language", message_languages())
@pytest.mark.parametrize("code", EXAMPLES)
def test_message_of_an_example_can_be_shown(code: str, language: str) -> None:
    message = EXAMPLES[code].message(language)
    assert message.text
    assert message.hint
    assert EXAMPLES[code].bad != EXAMPLES[code].good
