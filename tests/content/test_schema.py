from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.content.schema import (
    HomeSchema,
    OriginalSchema,
    PageSchema,
    StandingSchema,
    TranslationPageSchema,
    VocabularySchema,
    validate,
)
from lanpya.content.yaml_source import YamlSource, parse_yaml
from lanpya.findings import Finding, message_languages, word_finding
from tests.content.sites import ORIGINAL, show, topics

SCHEMAS = (OriginalSchema, TranslationPageSchema, StandingSchema, HomeSchema, VocabularySchema)
FRONT_MATTER = ORIGINAL.split("---\n")[1]
KEYS = (
    "title", "description", "published", "source", "rights", "about", "mentions", "figures",
    "translation", "credit", "corrections", "key_points", "lead", "topics", "counts", "units",
    "id", "labels", "kind", "en", "of", "status", "sections", "value", "url", "mode", "license",
)  # fmt: skip
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5), inner, max_size=6)
    ),
    max_leaves=25,
)


def findings_of(text: str, schema: type[PageSchema] = OriginalSchema) -> list[Finding]:
    return validate(schema, parse_yaml(text), "a")[1]


def title_of(written: str) -> str:
    schema, _ = validate(StandingSchema, parse_yaml(f"title: {written}\ndescription: x\n"), "a")
    assert schema
    return schema.title


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("A", "A"),
        ('"  A  b "', "A b"),
        ('"A\\nb\\tc"', "A b c"),
        ("|\n  A\n  b\n", "A b"),
        ('"မြန်မာ"', "မြန်မာ"),
        ('"က\u200bခ"', "က\u200bခ"),
        ('"5"', "5"),
    ],
)
def test_text_is_put_on_one_line(written: str, title: str) -> None:
    assert title_of(written) == title


@pytest.mark.parametrize("written", ['"\\0"', '"a\\e[2J"', '"\\u202e"', '"\\x85"', '"\\u2028"'])
def test_text_with_control_characters_by_escapes_is_refused(written: str) -> None:
    (finding,) = findings_of(f"title: {written}\ndescription: x\n", StandingSchema)
    assert "control characters" in word_finding(finding, "en").text


@pytest.mark.parametrize(
    ("key", "written", "said"),
    [
        ("title", "2023", "'title' is 2023, but it has to be text"),
        ("title", "true", "'title' is true, but it has to be text"),
        ("title", "", "'title' is empty, but it has to be text"),
        ("title", '"…"', "'title' is \"…\", but it has to be text"),
        ("title", "{a: b}", "'title' is a group of keys, but it has to be text"),
        ("credit", "[]", ""),
        ("credit", "A", "'credit' is \"A\", but it has to be a list: [a, b]"),
        ("credit", "[[A]]", "'credit.1' is a list, but it has to be text"),
        ("translation", "en", "'translation' is \"en\", but it has to be keys with values"),
    ],
)
def test_value_of_another_kind_is_shown_as_it_is_written(key: str, written: str, said: str) -> None:
    keys = {"title": "T", "description": "D"} | {key: written}
    text = "".join(f"{name}: {value}\n" for name, value in keys.items())
    found = [word_finding(finding, "en").text for finding in findings_of(text, StandingSchema)]
    assert found == [] if not said else found[0].startswith(said)


def test_number_is_not_made_of_text() -> None:
    written = [f"value: {value}" for value in ('"20"', "true", ".inf", "1e3", "-1", "1_000", "~")]
    for value in written:
        assert show(findings_of(FRONT_MATTER.replace("value: 20", value))) == [
            "a:9:32 front-matter-value"
        ]
    for value in ("value: 0", "value: 1.5", f"value: {'9' * 30}"):
        assert findings_of(FRONT_MATTER.replace("value: 20", value)) == []


@pytest.mark.parametrize(
    ("text", "key", "near"),
    [
        ("titel: A", "titel", "title"),
        ("sorce: {}", "sorce", "source"),
        ("source: {publsher: A}", "source.publsher", "publisher"),
        ("figures: [{ID: a}]", "figures.1.ID", "id"),
        ("zzz: 1", "zzz", None),
    ],
)
def test_unknown_key_is_told_with_the_one_that_was_meant(
    text: str, key: str, near: str | None
) -> None:
    (finding,) = (found for found in findings_of(text) if found.code == "front-matter-unknown-key")
    assert finding.values["key"] == key
    assert finding.values.get("near") == near


def test_unknown_key_of_an_entry_is_told_with_the_one_that_was_meant() -> None:
    text = topics(["en"]).replace("    summaries:", "    sumaries:")
    _, findings = validate(VocabularySchema, parse_yaml(text), "a")
    assert [finding.values["near"] for finding in findings] == ["summaries", "summaries"]


def test_mistyped_key_is_not_missing_as_well() -> None:
    assert show(findings_of(FRONT_MATTER.replace("title:", "titel:"))) == [
        "a:1:1 front-matter-unknown-key"
    ]


@given(st.sampled_from(SCHEMAS), VALUES)
def test_any_value_is_sound_or_has_findings_in_words(schema: type[Any], value: Any) -> None:
    found, findings = validate(schema, YamlSource(value, {}), "a")
    assert (found is None) == bool(findings)
    for finding in findings:
        for language in message_languages():
            assert word_finding(finding, language).text
