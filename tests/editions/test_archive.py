"""Zips that are the same bytes whoever makes them."""

import sys
import zipfile
from io import BytesIO
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.editions.archive import make_zip

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
