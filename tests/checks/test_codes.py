"""Codes, their words in every language, and cases that produce them: none without the rest."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import lanpya
from lanpya.content.schema import EXPECTED, PATTERN_PHRASES
from lanpya.findings import Finding, message_languages, read_messages, word_finding
from tests.checks.cases import CASES

PACKAGE = Path(lanpya.__file__).parent
CODE_RE = re.compile(r"[a-z]+(?:-[a-z0-9]+)+")
# What looks like a code in the source and is none.
NO_CODES = frozenset({"utf-8", "utf-8-sig", "a-z", "language-mermaid"})
# A file that may not be read can not be written by whoever may read everything.
WITHOUT_CASE = frozenset({"file-unreadable"})


def literals() -> set[str]:
    """The texts that stand in the rooms that make findings."""
    found: set[str] = set()
    for room in ("content", "checks"):
        for path in (PACKAGE / room).glob("*.py"):
            nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            found |= {
                node.value
                for node in nodes
                if isinstance(node, ast.Constant) and isinstance(node.value, str)
            }
    return found


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def codes(language: str) -> set[str]:
    return set(read_messages(language)["rules"])


def phrases(language: str) -> set[str]:
    return set(read_messages(language)["phrases"])


def test_messages_are_in_english_and_burmese() -> None:
    assert message_languages() == ("en", "my")


def test_code_in_the_source_has_words() -> None:
    used = {text for text in literals() if CODE_RE.fullmatch(text)} - NO_CODES
    assert used <= codes("en") | phrases("en")


def test_words_belong_to_a_code_in_the_source() -> None:
    assert codes("en") <= literals()
    assert {key.removesuffix("-remedy") for key in phrases("en")} <= literals()


@pytest.mark.parametrize("language", message_languages())
def test_words_are_the_same_in_every_language(language: str) -> None:
    assert codes(language) == codes("en")
    assert phrases(language) == phrases("en")
    for code in codes("en"):
        english, other = (read_messages(tag)["rules"][code] for tag in ("en", language))
        assert other.keys() == english.keys(), code
        for key in english:
            assert placeholders(other[key]) == placeholders(english[key]), (code, key)


def test_what_a_value_has_to_be_has_words() -> None:
    said = {*PATTERN_PHRASES.values(), *EXPECTED.values()}
    assert said <= phrases("en")


@pytest.mark.parametrize("language", message_languages())
def test_group_has_the_same_words_in_every_language(language: str) -> None:
    assert read_messages(language).keys() == read_messages("en").keys()
    for group in ("check", "receive"):
        english, other = (read_messages(tag)[group] for tag in ("en", language))
        assert other.keys() == english.keys()
        for code, text in english.items():
            assert placeholders(str(other[code])) == placeholders(str(text)), code


def test_check_says_of_itself_what_has_words_and_nothing_else() -> None:
    source = (PACKAGE / "cli/check.py").read_text(encoding="utf-8")
    constants = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
    said = {node.value for node in constants}
    assert read_messages("en")["check"].keys() <= said
    printed = re.findall(r"print\((\w+)", source)
    assert set(printed) == {"render_json", "render_github", "render_text", "_say"}
    assert re.findall(r"(?:Usage|Site)Error\((\w+)", source) == ["_say"]


def test_phrase_for_what_is_wrong_has_one_for_what_to_do() -> None:
    wrong = {key for key in phrases("en") if key.startswith(("yaml-", "cost-"))}
    what = {key for key in wrong if not key.endswith("-remedy")}
    assert wrong == what | {f"{key}-remedy" for key in what}


def test_code_has_a_case() -> None:
    produced = {line.rpartition(" ")[2] for case in CASES.values() for line in case.expected}
    assert produced == codes("en") - WITHOUT_CASE


@pytest.mark.parametrize("language", message_languages())
def test_words_are_plain_lines(language: str) -> None:
    for text in every_text(language):
        assert text == " ".join(text.split())
        assert not text.endswith("."), "a finding is no sentence of its own"


def every_text(language: str) -> Iterator[str]:
    messages = read_messages(language)
    for rule in messages["rules"].values():
        yield from rule.values()
    for group in ("phrases", "check"):
        yield from map(str, messages[group].values())


def test_burmese_words_are_burmese() -> None:
    for text in every_text("my"):
        assert re.search(r"[\u1000-\u109f]", text) or text in ("{remedy}",), text


def test_near_word_chooses_the_other_hint() -> None:
    near = Finding("a.md", 1, 1, "link-missing", {"target": "x", "near": "y"})
    far = Finding("a.md", 1, 1, "link-missing", {"target": "x"})
    assert "y" in word_finding(near, "en").hint
    assert word_finding(near, "en").hint != word_finding(far, "en").hint
