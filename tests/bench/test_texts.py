"""Texts that are given, and texts that are made."""

import random
from pathlib import Path

import pytest

from tests.bench.texts import LENGTH, Text, make_text, read_texts


def test_a_text_is_a_file_with_its_title_first(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en/x.txt").write_text("A  title\n\nOne\u200b.\r\n Two \x07three.\n", "utf-8")
    assert read_texts(tmp_path, ["en"]) == [Text("x", "en", "A title", ("One.", "Two three."))]


@pytest.mark.parametrize("words", ["", "\n", "A title\n"])
def test_a_text_without_words_is_said_to_be(tmp_path: Path, words: str) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en/x.txt").write_text(words, "utf-8")
    with pytest.raises(ValueError, match=r"x\.txt"):
        read_texts(tmp_path, ["en"])
    with pytest.raises(ValueError, match="my"):
        read_texts(tmp_path, ["my"])


def test_a_made_text_has_the_sentences_and_the_length_asked_for() -> None:
    sentences = [f"This is sentence number {number}." for number in range(50)]
    text = make_text("x", "en", sentences, random.Random(1))
    assert f"{text.title}." in sentences
    parts = " ".join(text.paragraphs).replace(". ", ".\n").split("\n")
    assert set(parts) <= set(sentences)
    assert LENGTH <= len("".join(text.paragraphs)) < 2 * LENGTH
    assert text == make_text("x", "en", sentences, random.Random(1))
