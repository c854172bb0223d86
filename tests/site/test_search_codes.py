"""What is written in few bits is read again as it was."""

import json
from bisect import insort

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.site.search_codes import (
    LONGEST_PREFIX,
    PLAIN,
    encode_count,
    encode_list,
    encode_words,
    exchange,
    exchange_table,
    pack,
)
from tests.site.search_reader import Bits, read_words

LIMIT = 300
ascending = st.integers(0, LIMIT).flatmap(
    lambda limit: st.tuples(
        st.just(limit), st.sets(st.integers(0, max(0, limit - 1)), max_size=limit).map(sorted)
    )
)


def test_counts_are_gamma_codes() -> None:
    assert [encode_count(count) for count in (0, 1, 2, 6)] == ["1", "010", "011", "00111"]


def test_lists_begin_with_the_middle_one_in_as_few_bits_as_there_is_room() -> None:
    assert encode_list([], 9) == ""
    assert encode_list([0], 1) == ""
    assert encode_list([7], 8) == "111"
    assert encode_list([4], 5) == "111"  # of five choices the last two have a bit more
    assert encode_list([2], 5) == "10"
    assert encode_list([1, 2], 4) == "10" + "1"  # 2 is one of 1, 2, 3; then 1 is one of 0, 1


@given(st.integers(0, 10**9))
def test_count_survives(count: int) -> None:
    bits = Bits(pack(encode_count(count)))
    assert bits.count() == count
    assert "1" not in bits.rest


@given(ascending)
def test_ascending_list_survives(case: tuple[int, list[int]]) -> None:
    limit, numbers = case
    written = encode_list(numbers, limit)
    bits = Bits(pack(written))
    assert bits.ascending(len(numbers), 0, limit) == numbers
    assert "1" not in bits.rest
    assert len(bits.rest) < 24


@given(st.lists(ascending, max_size=8))
def test_lists_in_a_row_survive(cases: list[tuple[int, list[int]]]) -> None:
    written = [encode_count(len(numbers)) + encode_list(numbers, limit) for limit, numbers in cases]
    bits = Bits(pack("".join(written)))
    for limit, numbers in cases:
        assert bits.ascending(bits.count(), 0, limit) == numbers


@given(st.integers(0, LIMIT))
def test_complete_list_costs_nothing(limit: int) -> None:
    assert encode_list(range(limit), limit) == ""


@given(ascending)
def test_no_list_costs_more_than_its_numbers_written_out(case: tuple[int, list[int]]) -> None:
    limit, numbers = case
    assert len(encode_list(numbers, limit)) <= len(numbers) * limit.bit_length()


@given(st.text(alphabet="01", max_size=200))
def test_bits_survive(bits: str) -> None:
    packed = pack(bits)
    assert Bits(packed).rest.startswith(bits)
    assert "=" not in packed  # whole groups of four: atob and JSON take them as they are
    assert set(Bits(packed).rest[len(bits) :]) <= {"0"}


# As search keys are: no capitals.
keys = st.text(alphabet="ab1 é'်ကခ\ud800😀", max_size=LONGEST_PREFIX + 5)


@given(st.sets(keys | st.builds("a".__mul__, st.integers(1, 60))).map(sorted))
def test_words_survive(words: list[str]) -> None:
    assert read_words(encode_words(words)) == words


def test_words_share_what_they_begin_with() -> None:
    assert encode_words(["coup", "coups", "cut"]) == "AcoupEsBut"
    words: list[str] = []
    for count in range(40):
        insort(words, "a" * (count + 1))
    assert read_words(encode_words(words)) == words


@given(st.lists(st.text(alphabet='ab "\\é“”ကခဂ\n\ud800😀', max_size=40), max_size=5))
def test_exchange_twice_gives_the_text_back(texts: list[str]) -> None:
    table = exchange_table(texts)
    assert [exchange(exchange(text, table), table) for text in texts] == texts


@given(st.lists(st.text(max_size=60), max_size=5))
def test_exchange_never_costs_bytes(texts: list[str]) -> None:
    table = exchange_table(texts)
    assert len(set(table)) == len(table)
    assert set(table[1::2]) <= set(PLAIN)
    plain, less = (
        sum(
            len(json.dumps(text, ensure_ascii=False).encode("utf-8", "surrogatepass"))
            for text in some
        )
        for some in (texts, [exchange(text, table) for text in texts])
    )
    assert less <= plain


@pytest.mark.parametrize("char", ['"', "\\", "\n", "\t", "\r"])
def test_exchange_leaves_alone_what_json_escapes_and_what_parts_fields(char: str) -> None:
    assert char not in exchange_table([char + "က" * 9])
