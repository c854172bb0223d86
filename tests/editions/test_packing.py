"""What is packed can be unpacked: told here again from its description."""

import zlib
from base64 import b64decode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.editions.packing import BLOCK, Alphabet, Block, group_sizes, make_alphabet, pack

# All that HTML may hold, and the character that marks what has no byte of its own.
texts = st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), min_size=1)


def unpack(block: Block, alphabet: Alphabet) -> list[str]:
    data = zlib.decompress(b64decode(block.data), wbits=-15)
    assert len(data) == block.size
    assert f"{zlib.crc32(data):08x}" == block.sum
    upper = [chr(int(code, 16)) for code in alphabet.codes.split()]
    units, at = bytearray(), 0
    while at < len(data):
        if data[at] == 1:
            units += bytes.fromhex(data[at + 1 : at + 5].decode())
            at += 4
        else:
            character = chr(data[at]) if data[at] < 128 else upper[data[at] - 128]
            units += character.encode("utf-16-be")
        at += 1
    return units.decode("utf-16-be").split("\0")


@given(texts)
def test_pack_loses_nothing(some: list[str]) -> None:
    alphabet = make_alphabet(map(frozenset, some))
    assert unpack(pack(some, alphabet), alphabet) == some


@given(texts, st.text())
def test_pack_loses_nothing_of_another_alphabet(some: list[str], other: str) -> None:
    alphabet = make_alphabet([frozenset(other)])
    assert unpack(pack(some, alphabet), alphabet) == some


def test_alphabet_has_what_most_texts_have() -> None:
    many = frozenset(map(chr, range(0x4E00, 0x4E00 + 300)))
    alphabet = make_alphabet([many, frozenset("ကခabc\n😀"), frozenset("ခ")])
    assert len(alphabet.characters) == 128
    assert "ခ" in alphabet.characters
    assert not set(alphabet.characters) & set("abc\n😀")


@pytest.mark.parametrize("size", [1, BLOCK // 3, BLOCK, 3 * BLOCK])
def test_groups_hold_each_text_once_in_order(size: int) -> None:
    groups = group_sizes([size] * 20)
    assert [place for group in groups for place in group] == list(range(20))
    assert max(map(len, groups)) == min(20, max(1, -(-BLOCK // size)))


@given(st.lists(st.integers(1, BLOCK), min_size=1), st.integers(1, BLOCK))
def test_groups_do_not_change_with_a_newer_text(sizes: list[int], newer: int) -> None:
    before = [[place + 1 for place in group] for group in group_sizes(sizes)]
    after = [list(group) for group in group_sizes([newer, *sizes])]
    assert after[-len(before) + 1 :] == before[1:] or len(before) == 1
