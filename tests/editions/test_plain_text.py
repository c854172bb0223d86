"""Texts without mark-up: whole, in order, and with their source and address."""

from pathlib import Path

import lxml.html
import pytest

from lanpya.editions.plain_text import PLAIN_TEXT, TextWriter, render_plain_text
from lanpya.editions.publication import Publication
from tests.editions.test_bundle import make


def render(publication: Publication, tag: str, name: str) -> str:
    [built] = [one for one in publication.works(tag) if one.page.uri == f"articles/{name}"]
    return render_plain_text(built, publication.strings[tag])


def test_every_work_has_a_text_in_each_language_that_it_is_there_in(
    grown_publication: Publication, tmp_path: Path
) -> None:
    editions = make(grown_publication, tmp_path / "dist", PLAIN_TEXT)
    assert {one.path for one in editions} == {
        f"text/{tag}/{uri.removeprefix('articles/')}.txt"
        for uri, work in grown_publication.library.works.items()
        for tag in work.pages
    }
    data = (tmp_path / "dist/text/en/rich.txt").read_bytes()
    where = grown_publication.whereabouts("en")
    assert data.decode() == f"{render(grown_publication, 'en', 'rich')}\n{where}\n"
    assert b"\r" not in data
    assert data.endswith(b"\n")


def test_text_has_all_parts_in_order(grown_publication: Publication) -> None:
    text = render(grown_publication, "en", "rich")
    parts = [
        "Article rich\n\nWhat rich is about.\n\n",
        "Publisher not named · 17 November 2023 · summary in our own words",
        "Text: Thiri, Min",
        "— Key points —\n\n• A point.\n\n",
        "elsewhere (https://source.example/a?b=1&c=2) and a note.[1]\n\n",
        "— Lists —\n\n1. one\n  • nested\n2. two\n\n",
        "> quoted\n\n",
        "; right: 335,000; a heading that is long",
        "Take care\n\nInside.\n\n",
        "<b>verbatim</b>\n\n",
        "[1] The note, with a link.\n\n",
        "• nearly 20 people: in camps (Un · date not given)\n\n",
        "• 3 May 2024: A number was wrong.\n\n",
        "https://lanpya.example/articles/rich.html",
        "Original title: A title\nBy: A. B.\nPublished: 17 November 2023\n",
        "Address: https://source.example/a\n",
    ]
    places = [text.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)
    assert not {"Related", "Topics", "Save this article"} & set(text.replace("—", "").split("\n"))


@pytest.mark.parametrize("tag", ["en", "my"])
def test_no_word_of_a_work_is_lost(publication: Publication, tag: str) -> None:
    for built in publication.works(tag):
        text = render_plain_text(built, publication.strings[tag])
        [prose] = built.page.parse().find_class("prose")
        for block in prose.iter("p", "h2", "h3", "td"):
            assert " ".join(block.text_content().split()) in text


def test_burmese_text_has_the_words_and_digits_of_its_readers(publication: Publication) -> None:
    text = render(publication, "my", "two-million-displaced")
    assert "\n\n• ၂,၀၀၀,၀၀၀ ဦး− " in text
    root = lxml.html.fragment_fromstring("<div><ol><li>က</li><li>ခ</li></ol></div>")
    assert list(TextWriter(publication.strings["my"]).write_blocks(root)) == ["၁. က\n၂. ခ"]
