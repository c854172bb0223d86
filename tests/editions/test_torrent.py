"""The torrent: what BEP 3 and BEP 19 ask for, and the same bytes for the same folder."""

from hashlib import sha1
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.editions.torrent import _piece_size, bencode, make_torrent

SEEDS = ("https://a.example/", "http://b.example.onion/x/")


def read(data: bytes, at: int = 0) -> tuple[object, int]:
    """BEP 3, the other way round. Also returns where the value ends."""
    kind = data[at : at + 1]
    if kind == b"i":
        end = data.index(b"e", at)
        return int(data[at + 1 : end]), end + 1
    if kind == b"l":
        values, at = [], at + 1
        while data[at : at + 1] != b"e":
            value, at = read(data, at)
            values.append(value)
        return values, at + 1
    if kind == b"d":
        pairs: dict[bytes, object] = {}
        at += 1
        while data[at : at + 1] != b"e":
            key, at = read(data, at)
            assert isinstance(key, bytes)
            assert not pairs or key > max(pairs)
            pairs[key], at = read(data, at)
        return pairs, at + 1
    colon = data.index(b":", at)
    end = colon + 1 + int(data[at:colon])
    return data[colon + 1 : end], end


def write_files(folder: Path, sizes: dict[str, int]) -> None:
    for name, size in sizes.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes(n % 251 for n in range(size)))


def test_values_of_bep_3_are_written_as_it_writes_them() -> None:
    assert bencode("spam") == b"4:spam"
    assert bencode(-3) == b"i-3e"
    assert bencode(["spam", "eggs"]) == b"l4:spam4:eggse"
    assert bencode({"spam": ["a", "b"], "cow": "moo"}) == b"d3:cow3:moo4:spaml1:a1:bee"
    assert bencode({}) == b"de"


VALUES = st.recursive(
    st.integers() | st.binary(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
)


def to_bytes(value: object) -> object:
    if isinstance(value, dict):
        return {key.encode(): to_bytes(one) for key, one in value.items()}
    return [to_bytes(one) for one in value] if isinstance(value, list) else value


@given(VALUES)
def test_what_is_written_is_read_back(value: object) -> None:
    written = bencode(value)  # type: ignore[arg-type]
    assert read(written) == (to_bytes(value), len(written))


@pytest.mark.parametrize(
    "sizes", [{"a": 40_000, "deep/b": 1, "c": 16_384}, {"a": 0}, {"a": 32_768}]
)
def test_torrent_says_what_is_in_the_folder(tmp_path: Path, sizes: dict[str, int]) -> None:
    write_files(tmp_path, sizes)
    torrent, magnet = make_torrent(tmp_path, "downloads", SEEDS, 1707177600)
    found, end = read(torrent)
    assert end == len(torrent)
    assert isinstance(found, dict)
    assert found[b"creation date"] == 1707177600
    assert found[b"url-list"] == [seed.encode() for seed in SEEDS]
    info = found[b"info"]
    assert info[b"name"] == b"downloads"
    files = [(b"/".join(one[b"path"]).decode(), one[b"length"]) for one in info[b"files"]]
    assert dict(files) == sizes
    whole = b"".join((tmp_path / name).read_bytes() for name, _ in files)
    size = info[b"piece length"]
    pieces = [whole[at : at + size] for at in range(0, len(whole), size)]
    assert info[b"pieces"] == b"".join(sha1(piece).digest() for piece in pieces)
    start = torrent.index(b"4:infod") + len(b"4:info")
    raw = torrent[start : read(torrent, start)[1]]
    query = parse_qs(magnet.removeprefix("magnet:?"))
    assert query["xt"] == [f"urn:btih:{sha1(raw).hexdigest()}"]
    assert query["ws"] == list(SEEDS)


def test_pieces_grow_with_the_whole_and_end_growing() -> None:
    sizes = [_piece_size(total) for total in (0, 10**6, 10**8, 10**9, 10**12)]
    assert sizes == [2**14, 2**14, 2**17, 2**20, 2**22]
