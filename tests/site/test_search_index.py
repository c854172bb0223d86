"""The search index: a script that a browser can run, with what is really there in a language."""

import json
import re
from typing import Any

import pytest

from lanpya.model import Library
from lanpya.site.contents import Content
from lanpya.site.search_index import index_url, render_search_index
from tests.site.samples import ADDRESSES, make_library, make_work

CALL_RE = re.compile(r'lanpya\.search\.add\("(?P<tag>[a-z]+)",(?P<rows>.*)\);\n', re.DOTALL)


def rows_of(library: Library, language: str, html: str = "<p>Body.</p>") -> list[list[Any]]:
    contents = {
        (work.uri, tag): Content(html, ()) for work in library.works.values() for tag in work.pages
    }
    text = render_search_index(library, language, ADDRESSES, contents)
    match = CALL_RE.fullmatch(text)
    assert match
    assert match["tag"] == language
    rows: list[list[Any]] = json.loads(match["rows"])
    return rows


def test_index_holds_each_work_with_its_words() -> None:
    work = make_work("a", "2023-02~", about="aid", mentions="un")
    assert rows_of(make_library([work]), "my") == [
        [
            "my/articles/a.html",
            "articles/a my",
            "၂၀၂၃ ခုနှစ် ဖေဖော်ဝါရီလခန့်",
            "2023",
            ["aid", "un"],
            "About articles/a, my.\nBody.",
        ]
    ]


@pytest.mark.parametrize(("language", "uris"), [("en", ["a", "c"]), ("my", ["b", "c"])])
def test_index_of_a_language_has_no_fallbacks(language: str, uris: list[str]) -> None:
    works = [make_work("a", languages="en"), make_work("b", languages="my"), make_work("c")]
    prefix = ADDRESSES.prefix(language)
    found = [row[0] for row in rows_of(make_library(works), language)]
    assert found == [f"{prefix}articles/{name}.html" for name in uris]


def test_index_has_text_and_no_markup() -> None:
    html = '<h2 id="a">One &amp; two</h2>\n<ul>\n<li>a <strong>b</strong></li>\n<li>c</li>\n</ul>'
    (row,) = rows_of(make_library([make_work("a")]), "en", html)
    assert row[5].split("\n")[1:] == ["One & two", "a b", "c"]


def test_index_has_no_line_ends_that_old_browsers_stumble_over() -> None:
    library = make_library([make_work("a", titles={"en": "A\u2028B\u2029C"})])
    contents = {("articles/a", tag): Content("", ()) for tag in ("en", "my")}
    text = render_search_index(library, "en", ADDRESSES, contents)
    assert not {"\u2028", "\u2029"} & set(text)
    assert rows_of(library, "en")[0][1] == "A\u2028B\u2029C"


def test_index_stands_where_every_language_finds_it() -> None:
    assert index_url("my") == "search/my.js"
