"""The search index: scripts that a browser can run, with what is really there in a language."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from lanpya.model import Language, Library, Rights, RightsMode, TopicKind
from lanpya.site import search_index
from lanpya.site.contents import Content
from lanpya.site.search_index import HEAD_URL, render_search_index
from lanpya.site.search_postings import FEW_WORKS
from lanpya.text.inflections import stem_rules
from tests.site.samples import ADDRESSES, LANGUAGES, make_library, make_work
from tests.site.search_reader import IndexFound

FRENCH = Language("fr-CA", "fra", "français")


def render(library: Library, html: str = "<p>Body.</p>") -> dict[str, str]:
    contents = {
        (work.uri, tag): Content(html, ()) for work in library.works.values() for tag in work.pages
    }
    return render_search_index(library, ADDRESSES, contents)


def read(library: Library, html: str = "<p>Body.</p>") -> IndexFound:
    return IndexFound(render(library, html))


def test_index_holds_each_work_with_its_words() -> None:
    work = make_work("a", "2023-02~", about="aid", mentions="un")
    found = read(make_library([work])).language("my")
    text = "About articles/a, my.\nBody."
    assert found.rows == [["my/articles/a.html", "articles/a my", "၂၀၂၃ ခုနှစ် ဖေဖော်ဝါရီလခန့်", text]]
    terms = {term.word: (term.works, term.titled) for term in found.terms}
    assert terms["body"] == ([0], [])
    assert terms["articles"] == ([0], [0])
    assert "en" not in terms


def test_index_numbers_works_from_the_newest() -> None:
    works = [make_work("old", "2021-05"), make_work("new", "2024-01-15"), make_work("mid", "2023")]
    found = read(make_library(works))
    assert found.urls == [f"articles/{name}.html" for name in ("new", "mid", "old")]
    assert found.head["years"] == [["2024", 0], ["2023", 1], ["2021", 2]]
    assert [row[0] for row in found.language("en").rows] == found.urls


def test_index_has_the_addresses_and_texts_of_many_works_in_shards() -> None:
    works = [make_work(f"w{n:03}", titles={"en": "x" * (n * 7 % 90 + 1)}) for n in range(150)]
    found = read(make_library(works), f"<p>{'word ' * 300}</p>")
    assert [len(found.data[f"u{place}"]) for place in range(3)] == [64, 64, 22]
    rows = found.language("en").rows
    assert [(row[0], row[1]) for row in rows] == [
        (f"articles/{n}.html", work.original.title)
        for n, work in ((work.uri.rpartition("/")[2], work) for work in works)
    ]
    assert len(found.language("en").shards("t")) > 10


@pytest.mark.parametrize(
    ("language", "uris", "missing"), [("en", ["a", None, "c"], [1]), ("my", [None, "b", "c"], [0])]
)
def test_index_of_a_language_has_no_fallbacks(
    language: str, uris: list[str | None], missing: list[int]
) -> None:
    works = [make_work("a", languages="en"), make_work("b", languages="my"), make_work("c")]
    found = read(make_library(works)).language(language)
    prefix = ADDRESSES.prefix(language)
    rows = [row[0] if row else None for row in found.rows]
    assert rows == [name and f"{prefix}articles/{name}.html" for name in uris]
    assert found.missing == missing
    assert not any(set(missing) & set(term.works) for term in found.terms)


def test_index_of_three_languages_has_each() -> None:
    works = [make_work("a", languages="fr-CA en"), make_work("b")]
    library = make_library(works, languages=(*LANGUAGES, FRENCH))
    (aid,) = library.vocabulary.topics.values()
    aid = replace(aid, labels={**aid.labels, "fr-CA": "Entraide"})
    library = replace(library, vocabulary=replace(library.vocabulary, topics={"aid": aid}))
    found = read(library, "<p>L’été.</p>")
    assert found.names["entraide"] == "aid"
    assert list(found.head["languages"]) == ["en", "my", "fr-CA"]
    french = found.language("fr-CA")
    assert french.about["prefix"] == "fr-CA/"
    assert french.missing == [1]
    assert [row[0] for row in french.rows if row] == ["fr-CA/articles/a.html"]
    assert {term.word for term in french.terms} >= {"l", "ete"}
    assert french.about["stems"] == []


@pytest.mark.parametrize("tag", ["en", "my"])
def test_index_says_how_words_are_cut_down(tag: str) -> None:
    stems = read(make_library([make_work("a")])).head["languages"][tag]["stems"]
    assert stems == [[*step] for step in stem_rules(tag)]


def test_index_has_text_and_no_markup() -> None:
    html = '<h2 id="a">One &amp; two</h2>\n<ul>\n<li>a <strong>b</strong></li>\n<li>c</li>\n</ul>'
    (row,) = read(make_library([make_work("a")]), html).language("en").rows
    assert row[3].split("\n")[1:] == ["One & two", "a b", "c"]


def test_index_has_key_points() -> None:
    work = make_work("a")
    told = replace(work, original=replace(work.original, key_points=("First.", "Second.")))
    (row,) = read(make_library([told])).language("en").rows
    assert row[3].split("\n") == ["About articles/a, en.", "First.", "Second.", "Body."]


def test_index_has_no_text_that_may_only_be_linked_to() -> None:
    rights = Rights(RightsMode.LINK, "LicenseRef-AllRightsReserved")
    work = make_work("a")
    hidden = replace(work, rights=rights, original=replace(work.original, key_points=("Secret",)))
    found = read(make_library([hidden]), "<p>Guarded.</p>")
    assert [row[3] for row in found.language("en").rows] == ["About articles/a, en."]
    assert not {"secret", "guarded"} & {term.word for term in found.language("en").terms}
    shown = read(make_library([work]), "<p>Guarded.</p>")
    assert "guarded" in {term.word for term in shown.language("en").terms}


def test_index_knows_every_name_of_every_topic() -> None:
    library = make_library(
        [make_work("a", about="aid", mentions="un"), make_work("b", about="un")],
        kinds={"unused": TopicKind.PLACE},
    )
    topics = dict(library.vocabulary.topics)
    topics["un"] = replace(
        topics["un"], aliases={"en": ("The U.N.", "Aid"), "my": ("ကုလ သမဂ္ဂ", "—")}
    )
    library = replace(library, vocabulary=replace(library.vocabulary, topics=topics))
    found = read(library)
    assert found.topics == {
        "aid": ([["Aid"], ["aid မြန်မာ"]], [0]),
        "un": ([["Un", "The U.N.", "Aid"], ["un မြန်မာ", "ကုလ သမဂ္ဂ", "—"]], [0, 1]),
        "unused": ([["Unused"], ["unused မြန်မာ"]], []),
    }
    assert found.names == {
        "aid": "aid",
        "aid မြန်မာ": "aid",
        "the u.n": "un",
        "un": "un",
        "un မြန်မာ": "un",
        "unused": "unused",
        "unused မြန်မာ": "unused",
        "ကုလသမဂ္ဂ": "un",
    }


def test_index_has_the_labels_of_topics_with_works_in_the_order_of_the_language() -> None:
    works = [make_work("a", about="b aid"), make_work("b", about="c")]
    found = read(make_library(works, kinds={"unused": TopicKind.PLACE}))
    assert found.data["en/topics"] == [["aid", "Aid", 1], ["b", "B", 0], ["c", "C", 2]]
    assert [label[0] for label in found.data["my/topics"]] == ["aid", "b", "c"]


def test_index_of_many_topics_is_cut() -> None:
    ids = [f"t{n:03}" for n in range(230)]
    library = make_library([make_work("a", about=" ".join(ids))])
    found = read(library)
    assert list(found.topics) == ids
    assert all(works == [0] for _, works in found.topics.values())
    assert len(found.names) == 2 * len(ids)
    assert len(found.head["names"]) == 3


def test_index_has_no_line_ends_that_old_browsers_stumble_over() -> None:
    library = make_library([make_work("a", titles={"en": "A\u2028B\u2029C"})])
    assert not {"\u2028", "\u2029"} & set("".join(render(library).values()))
    assert read(library).language("en").rows[0][1] == "A\u2028B\u2029C"


@pytest.mark.parametrize("separator", ["\t", "\r", "\n"])
def test_index_keeps_fields_apart_whatever_a_title_holds(separator: str) -> None:
    works = [make_work("a", titles={"en": f"A{separator}B"}), make_work("b")]
    rows = read(make_library(works)).language("en").rows
    assert [len(row) for row in rows] == [4, 4]
    assert rows[0][1].split() == ["A", "B"]


def test_index_of_lone_surrogates_can_be_written_and_read() -> None:
    library = make_library([make_work("a", titles={"en": "A\ud800 က\udfff"})])
    assert all(text.encode() for text in render(library).values())
    assert read(library).language("en").rows[0][1] == "A\ud800 က\udfff"


def test_index_of_one_edition_says_so_in_every_file() -> None:
    library = make_library([make_work("a")])
    found = read(library)
    edition = found.head["edition"]
    assert re.fullmatch("[0-9a-f]{6}", edition)
    stamps = {stamp for name, stamp in found.editions.items() if name != "index"}
    assert (stamps, found.editions["index"]) == ({edition}, "")


@pytest.mark.parametrize(
    "change",
    [
        {"published": "2022"},
        {"about": ("un",)},
        {"original": replace(make_work("a").original, title="Other")},
        {"rights": Rights(RightsMode.LINK, "LicenseRef-Unknown")},
    ],
)
def test_index_of_another_content_is_of_another_edition(change: dict[str, Any]) -> None:
    work = make_work("a")
    stamps = {
        read(make_library([one], kinds={"aid": TopicKind.THEME, "un": TopicKind.PLACE})).head[
            "edition"
        ]
        for one in (work, replace(work, **change))
    }
    assert len(stamps) == 2


def test_index_of_the_same_is_the_same() -> None:
    works = [make_work(name, about="aid un", languages="my en") for name in ("a", "b", "c")]
    files = render(make_library(works))
    assert render(make_library(works)) == files
    assert [*render(make_library(works))] == [*files]


def test_index_of_nothing_can_be_written() -> None:
    found = read(make_library([], kinds={}))
    assert found.head["size"] == 0
    assert (found.head["years"], found.head["names"], found.urls) == ([], [], [])
    for tag in ("en", "my"):
        language = found.language(tag)
        assert (language.terms, language.pairs, language.triples) == ([], [], [])
        assert (language.rows, language.missing) == ([], [])
        assert found.data[f"{tag}/topics"] == []


def test_index_of_a_language_without_works_can_be_written() -> None:
    found = read(make_library([make_work("a", languages="en")])).language("my")
    assert (found.terms, found.missing) == ([], [0])
    assert not any(found.rows)


def test_index_says_how_many_works_are_few(monkeypatch: pytest.MonkeyPatch) -> None:
    library = make_library([make_work("a")])
    assert read(library).head["few"] == FEW_WORKS
    monkeypatch.setattr(search_index, "FEW_WORKS", 3)
    assert read(library).head["few"] == 3


def test_index_files_are_calls_and_nothing_else() -> None:
    files = render(make_library([make_work("a", titles={"en": '");alert(1)//</script>'})]))
    assert next(iter(files)) == HEAD_URL
    for text in files.values():
        name, edition, data = json.loads("[" + text.removeprefix("lanpya.search.add(")[:-3] + "]")
        assert (type(name), type(edition)) == (str, str)
        assert data is not None
