import re

from hypothesis import given
from hypothesis import strategies as st

from lanpya.text.traced import Traced

LETTERS_RE = re.compile("[ab]+")


def traced(text: str) -> Traced:
    return Traced(text, list(range(len(text))))


def test_substitute_equal_length_pairs_off() -> None:
    assert traced("xaby").substitute(LETTERS_RE, "ba").offsets == [0, 1, 2, 3]


def test_substitute_dropped_characters_keep_the_others_in_place() -> None:
    done = traced("xaabby").substitute(LETTERS_RE, "ab")
    assert (done.text, done.offsets) == ("xaby", [0, 1, 3, 5])


def test_substitute_longer_text_stays_inside_the_match() -> None:
    done = traced("xay").substitute(LETTERS_RE, "ccc")
    assert (done.text, done.offsets) == ("xcccy", [0, 1, 1, 1, 2])


def test_substitute_nothing_left() -> None:
    done = traced("xaby").substitute(LETTERS_RE, "")
    assert (done.text, done.offsets) == ("xy", [0, 3])


def test_translate_longer_and_shorter() -> None:
    done = traced("abc").translate({ord("a"): "aa", ord("b"): "", ord("c"): "c"})
    assert (done.text, done.offsets) == ("aac", [0, 0, 2])


@given(st.text("abx"), st.text("abc", max_size=3))
def test_substitute_is_the_same_with_and_without_offsets(text: str, made: str) -> None:
    done = traced(text).substitute(LETTERS_RE, lambda match: match[0][:1] + made)
    assert done.text == LETTERS_RE.sub(lambda match: match[0][:1] + made, text)
    assert done.offsets is not None
    assert len(done.offsets) == len(done.text)
