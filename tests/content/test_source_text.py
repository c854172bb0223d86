from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.content.source_text import decode_text, read_text
from lanpya.findings import Finding
from tests.content.sites import show


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_are_those_of_unix(end: str) -> None:
    assert decode_text(f"a{end}b{end}".encode(), "a") == ("a\nb\n", [])


def test_byte_order_mark_is_taken_off() -> None:
    assert decode_text("\ufeffa".encode(), "a") == ("a", [])


@pytest.mark.parametrize(
    ("data", "place", "byte"),
    [
        (b"\xff", "1:1", "0xFF"),
        (b"a\nb\xe9c", "2:2", "0xE9"),
        (b"a\r\nb\r\xe9", "3:1", "0xE9"),
        (b"\xef\xbb\xbfa\xc3", "1:2", "0xC3"),
        ("က".encode() + b"\x80", "1:2", "0x80"),
        (b"\xed\xa0\x80", "1:1", "0xED"),
        (b"a\n\0", "2:1", "0x00"),
    ],
)
def test_byte_that_is_no_text_is_found(data: bytes, place: str, byte: str) -> None:
    text, findings = decode_text(data, "a")
    assert text is None
    assert show(findings) == [f"a:{place} encoding"]
    assert findings[0].values == {"byte": byte}


def test_unwanted_character_is_found_once_and_replaced_everywhere() -> None:
    text, findings = decode_text("a\u202eb\n\u2028\u202e".encode(), "a")
    assert text == "a\ufffdb\n\ufffd\ufffd"
    assert show(sorted(findings)) == ["a:1:2 control-character", "a:2:1 control-character"]
    assert [finding.values["character"] for finding in sorted(findings)] == ["U+202E", "U+2028"]


@pytest.mark.parametrize("char", "\t\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeffက်😀")
def test_character_that_texts_are_made_of_is_left(char: str) -> None:
    assert decode_text(f"a{char}b".encode(), "a") == (f"a{char}b", [])


def test_file_that_can_not_be_read_is_a_finding(tmp_path: Path) -> None:
    expected = Finding("a", 0, 0, "file-unreadable", {"reason": "Is a directory"})
    assert read_text(tmp_path, "a", 10) == (None, [expected])


def test_file_may_have_its_limit_and_no_byte_more(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * 3000)
    assert read_text(path, "a", 3000) == ("x" * 3000, [])
    text, findings = read_text(path, "a", 2999)
    assert (text, show(findings)) == (None, ["a:0:0 file-too-large"])


@given(st.binary())
def test_any_bytes_are_text_or_have_a_finding_on_a_line(data: bytes) -> None:
    text, findings = decode_text(data, "a")
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    assert (text is None) <= bool(findings)
    assert all(1 <= finding.line <= lines and finding.column >= 1 for finding in findings)


@given(st.text())
def test_any_text_is_read_with_every_character_in_its_place(text: str) -> None:
    read, _ = decode_text(text.encode(), "a")
    unix = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        assert read is None
    else:
        assert read is not None
        assert len(read) == len(unix)
        assert all(one == other or one == "\ufffd" for one, other in zip(read, unix, strict=True))
