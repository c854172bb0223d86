import codecs
import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.convert.plain_text import MAX_BYTES, decode_source, read_plain_text
from lanpya.convert.result import SourceError

TEXT = "The café – the “only” one for miles.\nမြန်မာစာ\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode("utf-8"), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-32"), "utf-32"),
    ],
)
def test_decode_source_reads_unicode(data: bytes, encoding: str) -> None:
    source = decode_source(data)
    assert (source.text, source.encoding) == (TEXT, encoding)
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert source.size == len(data)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_decode_source_utf16_without_mark(encoding: str) -> None:
    text = "A plain text, long enough to show its zeros.\n"
    assert decode_source(text.encode(encoding)).text == text


def test_decode_source_cp1252_keeps_accents_and_quotes() -> None:
    text = "It is naïve – she wrote “no” – to wait at the café for the œuvre of Zoë.\n"
    source = decode_source(text.encode("cp1252"))
    assert (source.text, source.encoding) == (text, "cp1252")


def test_decode_source_line_ends_are_one() -> None:
    assert decode_source(b"one\r\ntwo\rthree\n").text == "one\ntwo\nthree\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "no text"),
        (b" \n\t\n", "no text"),
        (b"%PDF-1.7 \xe2\xe3", "PDF"),
        (b"PK\x03\x04abc", "zip"),
        (b"{\\rtf1 abc}", "RTF"),
        (b"\xd0\xcf\x11\xe0abc", "office"),
        (b"<!DOCTYPE html><html>", "HTML"),
        (b"\n <!-- saved --> <html lang=en>", "HTML"),
        (b"text\x00\x01\x02\x03 and more", "binary"),
        (bytes(range(1, 32)) * 4, "binary"),
        (codecs.BOM_UTF8 + b"abc\xff", "utf-8-sig"),
        (codecs.BOM_UTF16_LE + b"a\x00\x00\xd8b\x00", "utf-16"),
        ("မြန်မာစာ".encode()[:-1], "line 1"),
        ("“Yes”, he said.\n“No”.".encode() + b"\x93", "line 2"),
        (bytes(range(128, 256)) * 3, "not UTF-8"),
    ],
)
def test_decode_source_refuses_what_is_no_plain_text(data: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message) as caught:
        decode_source(data)
    assert " — " in str(caught.value), "the remedy is missing"


def test_read_plain_text_size_limit(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"x" * (MAX_BYTES + 1))
    with pytest.raises(SourceError, match=r"10\.0 MB is more than the 10 MB"):
        read_plain_text(path)


def test_read_plain_text_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        read_plain_text(tmp_path / "absent.txt")
    with pytest.raises(SourceError, match="folder"):
        read_plain_text(tmp_path)


@given(st.binary(max_size=200))
def test_decode_source_survives_any_bytes(data: bytes) -> None:
    try:
        source = decode_source(data)
    except SourceError:
        return
    assert source.text.strip()
    assert "\r" not in source.text
