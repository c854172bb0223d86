from pathlib import Path

import pytest

from lanpya.content.vocabulary import GROUPS, VocabularyReading, read_vocabulary
from lanpya.findings import Finding
from lanpya.model import PluralForms, Term, Topic, TopicKind
from tests.content.sites import show, topics

SOUND = topics(["fr", "shn"])


def read(
    tmp_path: Path, text: str, languages: tuple[str, ...] = ("fr", "shn")
) -> tuple[VocabularyReading, list[Finding]]:
    path = tmp_path / "topics.yml"
    path.write_text(text, encoding="utf-8")
    return read_vocabulary(path, "t", languages)


def test_vocabulary_is_read_into_the_model(tmp_path: Path) -> None:
    text = SOUND.replace('shn: "w"', 'shn: {one: "a", other: "b"}').replace(
        '{one: "a", other: "b"}', '"w"', 5
    )
    text = text.replace("    kind: theme", '    kind: theme\n    aliases: {fr: ["A", "B"]}')
    reading, findings = read(tmp_path, text)
    words = {"fr": "w", "shn": "w"}
    vocabulary = reading.vocabulary
    assert findings == []
    assert vocabulary.topics == {
        "aid": Topic("aid", TopicKind.THEME, words, {"fr": ("A", "B")}, words),
        "un": Topic("un", TopicKind.ORGANISATION, words, {}, words),
    }
    assert vocabulary.counts == {"camps": Term("camps", words, ("aid",))}
    assert vocabulary.units["people"].labels == {
        "fr": PluralForms("w", "w"),
        "shn": PluralForms("a", "b"),
    }
    assert reading.unread == dict.fromkeys(GROUPS, frozenset())


def test_language_that_lacks_words_is_found_in_each_entry(tmp_path: Path) -> None:
    _, findings = read(tmp_path, SOUND, languages=("fr", "de"))
    lacking = [(str(finding.values["id"]), finding.values["key"]) for finding in findings]
    assert lacking == [
        ("aid", "labels"), ("aid", "summaries"), ("un", "labels"), ("un", "summaries"),
        ("camps", "labels"), ("people", "labels"),
    ]  # fmt: skip
    assert {finding.values["language"] for finding in findings} == {"de"}


def test_entry_with_a_fault_is_left_out_and_remembered(tmp_path: Path) -> None:
    reading, findings = read(tmp_path, SOUND.replace("kind: theme", "kind: thing"))
    assert show(findings) == ["t:3:5 front-matter-value"]
    assert reading.unread == {**dict.fromkeys(GROUPS, frozenset()), "topics": frozenset({"aid"})}
    assert set(reading.vocabulary.topics) == {"un"}
    assert set(reading.vocabulary.counts) == {"camps"}


def test_unknown_group_does_not_hide_the_others(tmp_path: Path) -> None:
    reading, findings = read(tmp_path, SOUND + "topic:\n  x: 1\n")
    assert show(findings) == ["t:17:1 front-matter-unknown-key"]
    assert set(reading.vocabulary.topics) == {"aid", "un"}


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("", "t:1:1 vocabulary-missing"),
        ("- a", "t:1:1 vocabulary-missing"),
        ("topics: []", "t:1:1 front-matter-value"),
        ("counts: {}", "t:1:1 front-matter-missing-key"),
        ("topics: {a: *b}", "t:1:13 yaml-alias"),
        ("\0", "t:1:1 encoding"),
    ],
)
def test_vocabulary_that_can_not_be_read_leaves_every_id_open(
    tmp_path: Path, text: str, finding: str
) -> None:
    reading, findings = read(tmp_path, text)
    assert show(findings) == [finding]
    assert reading.unread is None


def test_count_about_a_faulty_theme_is_no_second_fault(tmp_path: Path) -> None:
    _, findings = read(tmp_path, SOUND.replace("kind: theme", "kind: thing"))
    assert [finding.code for finding in findings] == ["front-matter-value"]
