"""Zips that are the same bytes whoever makes them."""

import sys
import zipfile
import zlib
from io import BytesIO
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.editions.archive import make_zip
from lanpya.findings import SiteError

NAMES = st.text("abကော/.-", min_size=1, max_size=12).filter(lambda name: not name.startswith("/"))


@given(st.dictionaries(NAMES, st.binary(max_size=200), max_size=8), st.randoms())
def test_zip_holds_its_files_in_whatever_order_they_came(
    files: dict[str, bytes], random: Random
) -> None:
    rows = list(files.items())
    random.shuffle(rows)
    made = make_zip(rows)
    assert made == make_zip(sorted(rows))
    with zipfile.ZipFile(BytesIO(made)) as archive:
        assert {entry.filename: archive.read(entry) for entry in archive.infolist()} == files


def test_entries_say_nothing_of_the_builder(monkeypatch: pytest.MonkeyPatch) -> None:
    made = make_zip([("b", b"2"), ("a", b"1" * 99)], first=[("mimetype", b"x")])
    monkeypatch.setattr(sys, "platform", "win32")
    assert make_zip([("b", b"2"), ("a", b"1" * 99)], first=[("mimetype", b"x")]) == made
    with zipfile.ZipFile(BytesIO(made)) as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == ["mimetype", "a", "b"]
    assert entries[0].compress_type == zipfile.ZIP_STORED
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {(entry.create_system, entry.external_attr >> 16) for entry in entries} == {
        (3, 0o100644)
    }
    assert {entry.extra for entry in entries} == {b""}


@given(
    st.lists(st.tuples(NAMES, st.binary(max_size=200)), max_size=8, unique_by=lambda row: row[0])
)
def test_frame_is_the_one_that_python_writes(rows: list[tuple[str, bytes]]) -> None:
    assert make_zip([], first=rows) == _stored_by_python(rows)


def test_more_files_than_the_first_zips_could_count() -> None:
    rows = [(f"{number:05}", b"") for number in range(2**16 + 1)]
    assert make_zip([], first=rows) == _stored_by_python(rows)


def _stored_by_python(rows: list[tuple[str, bytes]]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in rows:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            archive.writestr(entry, data)
    return buffer.getvalue()


def test_files_are_packed_where_that_makes_them_smaller() -> None:
    text, noise = b"the same words again, " * 400, Random(1).randbytes(2000)
    made = make_zip([("text", text), ("noise", noise)])
    assert len(made) < len(zlib.compress(text, 9)) + len(noise) + 300
    with zipfile.ZipFile(BytesIO(made)) as archive:
        methods = {entry.filename: entry.compress_type for entry in archive.infolist()}
        assert archive.testzip() is None
    assert methods == {"text": zipfile.ZIP_DEFLATED, "noise": zipfile.ZIP_STORED}


def test_little_is_packed_smaller_and_much_sooner(monkeypatch: pytest.MonkeyPatch) -> None:
    words = Random(1).choices([f"word{n} " for n in range(300)], k=5000)
    files = [("text", "".join(words).encode())]
    small = make_zip(files)
    monkeypatch.setattr("lanpya.editions.archive.QUICK", len(files[0][1]) - 1)
    large = make_zip(files)
    assert len(small) < len(large)
    for made in (small, large):
        with zipfile.ZipFile(BytesIO(made)) as archive:
            assert archive.read("text") == files[0][1]


def test_zip_above_four_gibibytes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lanpya.editions.archive.LARGEST", 100)
    assert make_zip([("a", b"x" * 50)])
    with pytest.raises(SiteError, match="larger than 4 GiB"):
        make_zip([("a", Random(1).randbytes(80))])
