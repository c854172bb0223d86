"""The queries that are made, each against the truth that it comes with."""

from collections.abc import Mapping

import pytest

from lanpya.text.normal import search_key
from lanpya.text.syllables import split_syllables
from tests.bench.queries import NAME, NAME_ACROSS, Query, Questioner, ask_names, is_syllable
from tests.bench.tiny import make_collection

NUMBER = 6


def queries(language: str, seed: int = 1) -> Mapping[str, list[Query]]:
    found: dict[str, list[Query]] = {}
    for query in Questioner(make_collection(), language, NUMBER, seed).ask():
        found.setdefault(query.kind, []).append(query)
    return found


def test_queries_are_the_same_every_time_and_other_with_another_seed() -> None:
    assert queries("en") == queries("en")
    assert queries("my") != queries("my", seed=2)


@pytest.mark.parametrize("language", ["en", "my"])
def test_every_query_can_be_answered(language: str) -> None:
    for kind, asked in queries(language).items():
        assert asked, kind
        for query in asked:
            assert query.wanted, query
            assert query.wanted <= query.right, query
            assert (query.typed, query.scope) == (language, language)


def test_burmese_is_asked_for_by_whole_syllables_in_whichever_form() -> None:
    collection = make_collection()
    asked = queries("my")
    assert set(asked) == {
        "1 syllable",
        "2 syllables",
        "3 syllables",
        "4 syllables",
        "6 syllables",
        "4 syllables, spelt otherwise",
        "4 syllables, spaced otherwise",
    }
    for kind, made in asked.items():
        for query in made:
            key = search_key(query.text)
            assert len(split_syllables(key)) == int(kind[0])
            assert all(map(is_syllable, split_syllables(key)))
            assert query.wanted == query.right == collection.with_key("my", key)
            if "otherwise" in kind:
                assert query.text not in "".join(page.text.plain for page in collection.pages)


def test_english_is_asked_for_by_words() -> None:
    asked = queries("en")
    by_text = {kind: {query.text: query for query in made} for kind, made in asked.items()}
    for query in by_text["word"].values():
        assert query.text.isalpha()
        assert search_key(query.text) != "kachin"  # which is a topic's name
    for query in by_text["several words"].values():
        assert 2 <= len(query.text.split()) <= 3
    for text in by_text["“phrase”"]:
        assert text[0] == text[-1] == '"'
    for text, query in by_text["beginning of a word"].items():
        words = {word for page in make_collection().of("en") for word in page.words}
        assert text not in words
        assert any(word.startswith(text) for word in words)
        assert query.wanted == query.right


def test_a_word_may_answer_for_its_forms_and_an_inflection_must() -> None:
    questioner = Questioner(make_collection(), "en", 50, 1)
    asked = {(query.kind, query.text): query for query in questioner.ask()}
    everywhere = {f"articles/{name}.html" for name in "abc"}
    word, inflection = asked["word", "displaced"], asked["inflection", "displaced"]
    assert word.wanted == {"articles/a.html"}
    assert inflection.wanted == {"articles/a.html", "articles/b.html"}
    assert word.right == inflection.right == everywhere


def test_a_typing_error_leads_to_the_word_that_was_meant() -> None:
    for query in queries("en")["typing error"]:
        words = {word for page in make_collection().of("en") for word in page.words}
        assert query.text not in words
        assert not any(word.startswith(query.text) for word in words)


def test_names_are_asked_for_in_each_language_for_the_pages_of_each() -> None:
    names = {"en": ["Kachin State", "Kachin"], "my": ["ကချင်ပြည်နယ်"]}
    asked = {(one.text, one.kind): one for one in ask_names(make_collection(), names)}
    assert len(asked) == 6
    own, across = asked["Kachin", NAME], asked["Kachin", NAME_ACROSS]
    assert [own.typed, own.scope, *own.wanted] == ["en", "en", "articles/a.html"]
    assert [across.typed, across.scope, *across.wanted] == ["en", "my", "my/articles/a.html"]
    assert across.right == {"my/articles/a.html", "my/articles/b.html"}
    assert asked["ကချင်ပြည်နယ်", NAME_ACROSS].wanted == {"articles/a.html"}
