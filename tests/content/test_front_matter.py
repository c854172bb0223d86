from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.content.front_matter import SourceFile, split_front_matter
from lanpya.content.source_text import decode_text
from lanpya.findings import Finding
from tests.content.sites import show
from tests.content.strategies import page_texts

PATH = Path("docs/en/a.md")


def split(text: str) -> tuple[SourceFile | None, list[Finding]]:
    return split_front_matter(text, PATH, "a.md")


@pytest.mark.parametrize(
    ("text", "value", "body", "body_line"),
    [
        ("---\na: b\n---\nBody.\n", {"a": "b"}, "Body.\n", 4),
        ("---  \na: b\n--- \n\nBody.", {"a": "b"}, "\nBody.", 4),
        ("---\na: b\n---", {"a": "b"}, "", 3),
        ("---\na: b\n---\n", {"a": "b"}, "", 4),
        ("---\n---\n---\nBody.", {}, "---\nBody.", 3),
        ("---\n# nothing\n---\nBody.", {}, "Body.", 4),
        ("---\na: |\n  ----\n   ---\n---\nBody.", {"a": "----\n ---\n"}, "Body.", 6),
    ],
)
def test_page_is_taken_apart(text: str, value: object, body: str, body_line: int) -> None:
    source, findings = split(text)
    assert source
    assert (source.front_matter.value, source.body) == (value, body)
    assert (source.body_line, findings) == (body_line, [])


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("", "a.md:1:1 front-matter-missing"),
        ("Body.", "a.md:1:1 front-matter-missing"),
        ("\n---\na: b\n---\n", "a.md:1:1 front-matter-missing"),
        (" ---\na: b\n---\n", "a.md:1:1 front-matter-missing"),
        ("----\na: b\n---\n", "a.md:1:1 front-matter-missing"),
        ("---", "a.md:1:1 front-matter-unclosed"),
        ("---\na: b\n ---\n", "a.md:1:1 front-matter-unclosed"),
        ("---\ntext\n---\n", "a.md:2:1 front-matter-no-keys"),
        ("---\n[a, b]\n---\n", "a.md:2:1 front-matter-no-keys"),
        ("---\na: b\na: c\n---\n", "a.md:3:1 yaml-duplicate-key"),
        ("---\n\na: &b c\n---\n", "a.md:3:4 yaml-alias"),
    ],
)
def test_page_without_front_matter_to_read_is_a_finding(text: str, finding: str) -> None:
    source, findings = split(text)
    assert (source, show(findings)) == (None, [finding])


def check_outcome(text: str) -> None:
    source, findings = split(text)
    lines = text.split("\n")
    assert (source is None) == bool(findings)
    assert len(findings) <= 1
    for finding in findings:
        assert 1 <= finding.line <= len(lines)
    if source:
        assert 2 <= source.body_line <= len(lines)
        assert source.body == "\n".join(lines[source.body_line - 1 :]) or source.body == ""
        for line, column in source.front_matter.places.values():
            assert 2 <= line < source.body_line or source.front_matter.value == {}
            assert 1 <= column <= len(lines[line - 1]) + 1


@given(page_texts)
def test_any_text_is_a_page_or_has_one_finding_on_one_of_its_lines(text: str) -> None:
    decoded, _ = decode_text(text.encode("utf-8", "replace"), "a.md")
    check_outcome(decoded or "")


@given(page_texts)
def test_any_text_at_all_is_survived(text: str) -> None:
    source, findings = split(text)
    assert (source is None) == bool(findings)


@given(st.binary(max_size=200))
def test_any_bytes_between_fences_are_survived(data: bytes) -> None:
    decoded, findings = decode_text(b"---\n" + data + b"\n---\nBody.", "a.md")
    if decoded is None:
        assert findings
    else:
        check_outcome(decoded)
