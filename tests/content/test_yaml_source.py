import time
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lanpya.content.yaml_source import (
    KeyPath,
    YamlFault,
    YamlSource,
    parse_yaml,
    parse_yaml_slowly,
)
from lanpya.findings import Phrase
from tests.content.sites import ORIGINAL, TRANSLATION, topics
from tests.content.strategies import YAML_PIECES, yaml_texts

SOUND = [
    ORIGINAL.split("---\n")[1],
    (TRANSLATION % "en").split("---\n")[1],
    topics(("en", "my")),
    'title: "Who? {a}: b"\nlist: [a b, \'c, d\', "e"]\ntext: >-\n  one\n  two\n\nempty:\n',
]
ATTACKS = (
    "[", "{", "- ", "? ", "a: ", "'", '"', "|", "&a ", "*a ", "!a ", "# ", ",", "[a,", "{a: ",
    "a ", "a\n", "a: b\n", "- a\n", "a:\n ", '"\\n', "%a\n", "--- a\n", "[a]: ", "\t",
)  # fmt: skip


def fault_of(text: str, first_line: int = 1) -> YamlFault:
    with pytest.raises(YamlFault) as caught:
        parse_yaml(text, first_line)
    return caught.value


def outcome(text: str, parse: Any) -> object:
    """What reading a text comes to, in a form that tells 1 from 1.0 and from true."""
    try:
        source: YamlSource = parse(text, 5)
    except YamlFault as fault:
        return fault.code, fault.line, fault.column, fault.values
    return repr(source.value), source.places


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("Yes", "Yes"),
        ("10:37", "10:37"),
        ("2023-11-17", "2023-11-17"),
        ("004", "004"),
        ("0o17", "0o17"),
        ("0x1F", "0x1F"),
        ("1e3", "1e3"),
        (".5", ".5"),
        (".inf", ".inf"),
        ("1_000", "1_000"),
        ("True", "True"),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("17", 17),
        ("-17", -17),
        ("1.50", 1.5),
        ("'17'", "17"),
        ('"true"', "true"),
        ("9" * 30, int("9" * 30)),
        ("9" * 31, "9" * 31),
        ("<<", "<<"),
    ],
)
def test_value_is_that_of_the_core_schema(text: str, value: object) -> None:
    found = parse_yaml(f"a: {text}\n").value["a"]
    assert found == value
    assert type(found) is type(value)


def test_place_is_that_of_the_key_or_item() -> None:
    source = parse_yaml("a: {b: [c, {d: e}]}\nf:\n  - g\n", first_line=2)
    expected: dict[KeyPath, tuple[int, int]] = {
        (): (2, 1),
        ("a",): (2, 1),
        ("a", "b"): (2, 5),
        ("a", "b", 0): (2, 9),
        ("a", "b", 1): (2, 12),
        ("a", "b", 1, "d"): (2, 13),
        ("f",): (3, 1),
        ("f", 0): (4, 5),
    }
    assert source.places == expected
    assert source.place(("a", "b", 7, "x")) == (2, 5)
    assert source.place(("nothing",)) == (2, 1)


@pytest.mark.parametrize(
    ("text", "line", "column", "reason"),
    [
        ("a: b: c", 1, 5, "yaml-colon"),
        ("a:\n\tb: c", 2, 1, "yaml-tab"),
        ("a: @b", 1, 4, "yaml-start"),
        ("a: `b`", 1, 4, "yaml-start"),
        ("a: 1\nb: >x", 2, 5, "yaml-start"),
        ('a: 1\nb: "c\n', 2, 4, "yaml-quote"),
        ("b: 'c", 1, 4, "yaml-quote"),
        ('a: "\\d"', 1, 6, "yaml-backslash"),
        ('a: "\\ud800"', 1, 4, "yaml-character"),
        ("a: [b, c\nd: e", 2, 2, "yaml-bracket"),
        ("a: [b", 1, 4, "yaml-bracket"),
        ("a: {b: 1", 1, 4, "yaml-bracket"),
        ("a: b\nc\n", 2, 2, "yaml-no-colon"),
        ("a: 'b'\n - c", 2, 2, "yaml-line-up"),
        ('a: "b" c', 1, 8, "yaml-line-up"),
        ("- a\nb: c", 2, 1, "yaml-line-up"),
        ("[a]: b", 1, 1, "yaml-key"),
        ("{{a: b}: c}", 1, 2, "yaml-key"),
        ("a\n--- b\n", 2, 1, "yaml-one-document"),
        ("a: b\x01", 1, 5, "yaml-character"),
        ("a:\n" + "".join(f"{' ' * n}- \n" for n in range(30)), 21, 20, "yaml-depth"),
        ("%YAML 3.0\n--- a\n", 1, 1, "yaml-unreadable"),
    ],
)
def test_malformed_says_where_and_what(text: str, line: int, column: int, reason: str) -> None:
    fault = fault_of(text)
    values = {"reason": Phrase(reason), "remedy": Phrase(f"{reason}-remedy")}
    assert (fault.code, fault.line, fault.column) == ("yaml-malformed", line, column)
    assert fault.values == values


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: &b c", "yaml-alias", 1, 4),
        ("a: *b", "yaml-alias", 1, 4),
        ("a: *b* c", "yaml-alias", 1, 4),
        ("&a b: c", "yaml-alias", 1, 1),
        ("a: !b c", "yaml-tag", 1, 4),
        ("a: !!str c", "yaml-tag", 1, 4),
        ("a: !", "yaml-tag", 1, 4),
        ("a: !e!f g", "yaml-tag", 1, 4),
        ("!a b: c", "yaml-tag", 1, 1),
        ("a: 1\nb: 2\na: 3", "yaml-duplicate-key", 3, 1),
        ("{a: 1, 'a': 2}", "yaml-duplicate-key", 1, 8),
    ],
)
def test_fault_has_a_code_of_its_own(text: str, code: str, line: int, column: int) -> None:
    fault = fault_of(text, first_line=10)
    assert (fault.code, fault.line, fault.column) == (code, line + 9, column)


@given(yaml_texts)
def test_any_text_is_read_or_is_a_fault_on_a_line_of_its_own(text: str) -> None:
    last = 5 + text.count("\n")
    try:
        places = list(parse_yaml(text, 5).places.values())
    except YamlFault as fault:
        places = [(fault.line, fault.column)]
    assert all(5 <= line <= last and column >= 1 for line, column in places)


@given(yaml_texts)
def test_libyaml_and_pyyaml_read_the_same(text: str) -> None:
    assert outcome(text, parse_yaml) == outcome(text, parse_yaml_slowly)


@given(st.sampled_from(SOUND), st.data())
def test_libyaml_and_pyyaml_read_the_same_in_front_matter_with_slips(
    text: str, data: st.DataObject
) -> None:
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = start + data.draw(st.integers(0, 2))
        text = text[:start] + data.draw(st.sampled_from(YAML_PIECES)) + text[end:]
    assert outcome(text, parse_yaml) == outcome(text, parse_yaml_slowly)


@pytest.mark.parametrize("text", SOUND)
def test_sound_text_is_read_by_libyaml_where_it_is_there(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    if not hasattr(yaml, "CSafeLoader"):
        pytest.skip("this PyYAML was built without libyaml")
    expected = outcome(text, parse_yaml_slowly)
    monkeypatch.delattr(yaml, "SafeLoader")
    assert outcome(text, parse_yaml) == expected


@pytest.mark.parametrize("text", SOUND)
def test_sound_text_is_read_the_same_without_libyaml(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    expected = outcome(text, parse_yaml)
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert outcome(text, parse_yaml) == expected


@pytest.mark.parametrize("piece", ATTACKS)
def test_text_made_to_be_slow_is_not(piece: str) -> None:
    text = (piece * 8000)[:40_000]
    start = time.process_time()
    outcome(text, parse_yaml)
    outcome(text, parse_yaml_slowly)
    assert time.process_time() - start < 2
