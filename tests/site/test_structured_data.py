"""schema.org data: what it says, and that nothing in it can end the script around it."""

import dataclasses
import json
from typing import Any

import html5lib
import pytest

from lanpya.model import Library, Page, Rights, RightsMode, Source, Work
from lanpya.site.structured_data import render_structured_data
from tests.site.samples import ADDRESSES, make_library, make_page, make_work, plan_pages

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]><!-- --!>",
    "&lt;/script&gt;&amp;",
    "\u2028\u2029\\\"'",
]


def render(library: Library, language: str, uri: str) -> str | None:
    planned = plan_pages(library)[language, uri]
    return render_structured_data(planned, library, ADDRESSES, "Site")


def data_of(work: Work, language: str = "en") -> dict[str, Any]:
    text = render(make_library([work]), language, work.uri)
    assert text
    loaded: dict[str, Any] = json.loads(text)
    return loaded


@pytest.mark.parametrize("title", HOSTILE)
def test_title_can_not_leave_its_script(title: str) -> None:
    work = make_work("a", titles={"en": title})
    text = render(make_library([work]), "en", work.uri)
    assert text
    assert not set("<>&") & set(text)
    html = f"<!doctype html><script type=application/ld+json>{text}</script><p>after</p>"
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    (script,) = tree.iter("script")
    assert json.loads(script.text or "")["headline"] == title


def test_article_says_what_it_is() -> None:
    data = data_of(make_work("a", "2023-02~", about="aid", mentions="un"))
    url = "https://site.example/base/articles/a.html"
    assert data["@context"] == "https://schema.org"
    assert data["@type"] == "NewsArticle"
    assert (data["url"], data["inLanguage"], data["datePublished"]) == (url, "en", "2023-02")
    assert [thing["name"] for thing in data["about"]] == ["Aid"]


def test_original_and_translation_name_each_other() -> None:
    work = make_work("a")
    translation = "https://site.example/base/my/articles/a.html"
    assert data_of(work, "en")["workTranslation"] == [{"@id": translation}]
    assert data_of(work, "my")["translationOfWork"] == {
        "@id": "https://site.example/base/articles/a.html"
    }
    assert "workTranslation" not in data_of(make_work("a", languages="en"), "en")


def test_translation_of_a_burmese_original() -> None:
    data = data_of(make_work("a", languages="my en"), "en")
    assert data["translationOfWork"] == {"@id": "https://site.example/base/my/articles/a.html"}


@pytest.mark.parametrize(("language", "role"), [("en", "author"), ("my", "translator")])
def test_people_are_credited_for_what_they_did(language: str, role: str) -> None:
    work = make_work("a")
    pages = {tag: _credited(page) for tag, page in work.pages.items()}
    work = dataclasses.replace(work, original=pages["en"], translations={"my": pages["my"]})
    data = data_of(work, language)
    assert data[role] == [{"@type": "Person", "name": "Thiri"}]
    assert data.keys() & {"author", "translator"} == {role}


def _credited(page: Page) -> Page:
    return dataclasses.replace(page, credit=("Thiri",))


def test_source_is_named_as_far_as_it_is_known() -> None:
    source = Source(
        title="A title", publisher="Paper", authors=("A. B.",), url="https://x.example/"
    )
    based_on = data_of(make_work("a", source=source))["isBasedOn"]
    assert based_on == {
        "@type": "CreativeWork",
        "name": "A title",
        "url": "https://x.example/",
        "publisher": "Paper",
        "author": ["A. B."],
    }


@pytest.mark.parametrize(("mode", "is_ours"), [("summary", True), ("full", False)])
def test_licence_of_ours_is_not_given_to_somebody_elses_text(mode: str, is_ours: bool) -> None:
    rights = Rights(RightsMode(mode), "LicenseRef-Unknown")
    work = dataclasses.replace(make_work("a"), rights=rights)
    assert ("license" in data_of(work)) == is_ours


def test_fallback_says_nothing_the_original_says_it() -> None:
    work = make_work("a", languages="en")
    assert render(make_library([work]), "my", work.uri) is None


def test_home_is_the_site_and_other_pages_need_none() -> None:
    pages = [make_page("index", "en"), make_page("about", "en")]
    library = make_library([make_work("a")], pages)
    text = render(library, "en", "index")
    assert text
    assert json.loads(text)["url"] == "https://site.example/base/index.html"
    assert render(library, "en", "about") is None
    assert render(library, "en", "topics/all/theme") is None
