"""inflate.js against zlib: what it unpacks, and what it says of damage."""

import zlib
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

SCRIPT = Path(__file__).resolve().parents[2] / "overrides/editions/inflate.js"
FIXED, HUFFMAN, RUNS = zlib.Z_FIXED, zlib.Z_HUFFMAN_ONLY, zlib.Z_RLE
WAYS = [(0, 0), (1, 0), (9, 0), (9, FIXED), (9, HUFFMAN), (6, RUNS)]
SEED = 11
INFLATE = """(cases) => cases.map(([packed, size]) => {
  const bytes = Uint8Array.from(atob(packed), (one) => one.charCodeAt(0));
  try {
    let text = "";
    lanpya.inflate(bytes, size).forEach((one) => (text += one.toString(16).padStart(2, "0")));
    return text;
  } catch (error) { return error.message; }
})"""
DAMAGED = "inflate: damaged"

pytestmark = pytest.mark.browser


@pytest.fixture
def inflate_page(browser_page: Page) -> Page:
    """A page that has run inflate.js and nothing else."""
    browser_page.add_script_tag(path=SCRIPT)
    return browser_page


def deflate(data: bytes, level: int, strategy: int) -> bytes:
    packer = zlib.compressobj(level, zlib.DEFLATED, -15, 9, strategy)
    return packer.compress(data) + packer.flush()


def inflate(page: Page, cases: list[tuple[bytes, int]]) -> Any:
    return page.evaluate(INFLATE, [[b64encode(packed).decode(), size] for packed, size in cases])


def texts_of_kinds() -> Iterator[bytes]:
    chance = Random(SEED)
    yield from (b"", b"a", b"a" * 66_000, bytes(range(256)) * 300)
    yield chance.randbytes(70_000)  # more than a stored block holds
    yield bytes(chance.choice(b"ab") for _ in range(5_000))
    yield "မြန်မာနိုင်ငံ၏ သတင်း။ ".encode() * 900
    skewed = [one for one in range(40) for _ in range(2 ** min(15, one // 2))]
    yield bytes(chance.choice(skewed) for _ in range(60_000))  # codes of every length
    piece = chance.randbytes(300)
    yield piece + chance.randbytes(32_000) + piece  # from as far as can be


def test_inflate_every_kind_of_block(inflate_page: Page) -> None:
    for data in texts_of_kinds():
        cases = [(deflate(data, *way), len(data)) for way in WAYS]
        assert inflate(inflate_page, cases) == [data.hex()] * len(WAYS)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.binary() | st.text().map(str.encode), st.sampled_from(WAYS))))
def test_inflate_is_what_zlib_packed(
    inflate_page: Page, some: list[tuple[bytes, tuple[int, int]]]
) -> None:
    cases = [(deflate(data * 3, *way), len(data) * 3) for data, way in some]
    assert inflate(inflate_page, cases) == [(data * 3).hex() for data, _ in some]


def test_inflate_of_blocks_one_after_another(inflate_page: Page) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    parts = [b"one ", b"two " * 99, b"", b"three"]
    flushes = [zlib.Z_FULL_FLUSH, zlib.Z_SYNC_FLUSH, zlib.Z_SYNC_FLUSH, zlib.Z_FINISH]
    packed = b"".join(
        packer.compress(part) + packer.flush(flush)
        for part, flush in zip(parts, flushes, strict=True)
    )
    data = b"".join(parts)
    assert inflate(inflate_page, [(packed, len(data))]) == [data.hex()]


def test_inflate_says_that_it_was_cut_off(inflate_page: Page) -> None:
    data = Random(SEED).randbytes(500) + b"some text " * 30
    for way in WAYS:
        packed = deflate(data, *way)
        cases = [(packed[:end], len(data)) for end in range(len(packed))]
        assert inflate(inflate_page, cases) == [DAMAGED] * len(packed)


@pytest.mark.parametrize("size", [0, 799, 801, 10_000_000])
def test_inflate_says_that_the_size_is_another(inflate_page: Page, size: int) -> None:
    packed = [deflate(b"some text " * 80, *way) for way in WAYS]
    assert inflate(inflate_page, [(one, size) for one in packed]) == [DAMAGED] * len(WAYS)


def test_inflate_ends_whatever_it_is_given(inflate_page: Page) -> None:
    """As zlib does where that gives the size that was said; else it is damaged, and says so."""
    chance = Random(SEED)
    data = b"some text that is packed, and packed once more " * 20
    cases = [(chance.randbytes(chance.randrange(200)), len(data)) for _ in range(300)]
    for way in WAYS:
        packed = deflate(data, *way)
        for _ in range(200):
            place = chance.randrange(len(packed))
            changed = packed[place] ^ (1 << chance.randrange(8))
            cases.append((packed[:place] + bytes([changed]) + packed[place + 1 :], len(data)))
    wrong = [
        (case, answer)
        for case, answer in zip(cases, inflate(inflate_page, cases), strict=True)
        if answer != (by_zlib(*case) or DAMAGED)
    ]
    assert wrong == []


def by_zlib(packed: bytes, size: int) -> str | None:
    unpacker = zlib.decompressobj(-15)
    try:
        data = unpacker.decompress(packed)
    except zlib.error:
        return None
    return data.hex() if unpacker.eof and len(data) == size else None
