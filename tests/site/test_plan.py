"""Which pages there are: in every language, from either language, and none that grows."""

from collections.abc import Iterable

import pytest

from lanpya.model import Topic, TopicKind, Work
from lanpya.site.feeds import alternates, canonical
from lanpya.site.plan import LATEST_OF_TOPIC, NAMES_OF_KIND, PlannedPage
from lanpya.site.topic_places import OWN_PAGE_FROM
from tests.site.samples import ADDRESSES, make_library, make_page, make_work, plan_pages

BASE = "https://site.example/base/"
Pages = dict[tuple[str, str], PlannedPage]


def plan_of(works: Iterable[Work], kinds: dict[str, TopicKind] | None = None) -> Pages:
    return plan_pages(make_library(works, kinds=kinds))


def test_every_page_is_there_in_every_language() -> None:
    works = [make_work("a", languages="en"), make_work("b", languages="my"), make_work("c")]
    pages = plan_of(works)
    english = {uri for language, uri in pages if language == "en"}
    burmese = {uri for language, uri in pages if language == "my"}
    assert english - burmese == {"404"}  # one page speaks every language
    assert burmese < english
    assert burmese == {
        "a-z/index",
        "archive/2023",
        "archive/index",
        "articles/a",
        "articles/b",
        "articles/c",
        "exit",
        "rules",
        "search",
        "topics/all/theme",
        "topics/index",
    }


@pytest.mark.parametrize(("there", "missing"), [("en", "my"), ("my", "en")])
def test_untranslated_article_falls_back_to_its_original(there: str, missing: str) -> None:
    page = plan_of([make_work("a", languages=there)])[missing, "articles/a"]
    assert (page.language, page.body_language) == (missing, there)
    assert page.is_fallback
    assert not page.is_listed
    assert page.title == f"articles/a {there}"
    assert page.languages == {there}
    assert canonical(page, ADDRESSES) == f"{BASE}{ADDRESSES.url('articles/a', there)}"


@pytest.mark.parametrize("languages", ["en my", "my en"])
def test_translated_article_is_no_fallback(languages: str) -> None:
    pages = plan_of([make_work("a", languages=languages)])
    for tag in ("en", "my"):
        page = pages[tag, "articles/a"]
        assert page.is_listed
        assert not page.is_fallback
        assert page.title == f"articles/a {tag}"
        assert page.languages == {"en", "my"}


def test_untranslated_standing_page_falls_back() -> None:
    library = make_library([make_work("a")], [make_page("about", "my")])
    page = plan_pages(library)["en", "about"]
    assert (page.is_fallback, page.is_listed, page.body_language) == (True, False, "my")


def test_home_has_a_template_of_its_own() -> None:
    library = make_library([], [make_page("index", "en"), make_page("about", "en")])
    pages = plan_pages(library)
    assert (pages["en", "index"].kind, pages["en", "about"].kind) == ("home", "page")


def test_pages_of_no_interest_to_search_engines_are_not_listed() -> None:
    pages = plan_of([make_work("a")])
    assert {at for at, page in pages.items() if not page.is_listed} == {
        ("en", "404"),
        ("en", "exit"),
        ("my", "exit"),
    }


def test_alternates_lead_from_every_page_to_one_that_is_there() -> None:
    pages = plan_of(_many(120))
    for (language, uri), page in pages.items():
        if uri == "404":
            continue
        assert set(page.alternates) == {"en", "my"}
        for tag, uri in page.alternates.items():
            assert (tag, uri) in pages, f"{page.uri} has no counterpart in {tag}"
        assert page.alternates[language] == page.uri


def test_alternates_of_listed_pages_are_reciprocal() -> None:
    pages = plan_of([*_many(120), make_work("e", languages="en"), make_work("m", languages="my")])
    named = {
        canonical(page, ADDRESSES): dict(alternates(page, ADDRESSES))
        for page in pages.values()
        if page.is_listed
    }
    for url, links in named.items():
        assert url in links.values()
        for other in links.values():
            assert named[other] == links


def _many(count: int) -> list[Work]:
    return [
        make_work(f"w{n:03}", f"20{23 - n // 100}-{12 - n % 12:02}", titles={"en": f"{n:03} x"})
        for n in range(count)
    ]


def test_no_list_grows_with_the_site() -> None:
    small, large = (_longest_list(plan_of(_many(count))) for count in (200, 400))
    assert small == large == 50


def _longest_list(pages: Pages) -> int:
    lists = [page.data["sheet"].items for page in pages.values() if "sheet" in page.data]
    lists += [page.data["works"] for page in pages.values() if "works" in page.data]
    return max(map(len, lists))


def test_every_work_is_in_the_archive_once_however_many_there_are() -> None:
    pages = plan_of(_many(120))
    for language in ("en", "my"):
        found = [
            work.uri
            for (tag, uri), page in pages.items()
            if tag == language and uri.startswith("archive/2")
            for work in page.data["sheet"].items
        ]
        assert sorted(found) == [f"articles/w{n:03}" for n in range(120)]
    assert ("en", "archive/2023-p2") in pages


def test_every_work_is_under_a_letter_once_however_many_there_are() -> None:
    pages = plan_of(_many(120))
    found = [
        work.uri
        for (tag, uri), page in pages.items()
        if tag == "en" and uri.startswith("a-z/") and uri != "a-z/index"
        for work in page.data["sheet"].items
    ]
    assert sorted(found) == [f"articles/w{n:03}" for n in range(120)]
    assert pages["en", "a-z/index"].data["works"] == {}


def test_few_titles_stand_on_the_hub_itself() -> None:
    pages = plan_of(_many(50))
    assert not [uri for _, uri in pages if uri.startswith("a-z/") and uri != "a-z/index"]
    listed = pages["en", "a-z/index"].data["works"]
    assert sum(map(len, listed.values())) == 50


@pytest.mark.parametrize(("count", "has_years"), [(LATEST_OF_TOPIC, False), (11, True)])
def test_topic_with_many_works_has_pages_by_year(count: int, has_years: bool) -> None:
    pages = plan_of(_many(count))
    assert len(pages["en", "topics/aid"].data["works"]) == LATEST_OF_TOPIC
    assert bool(pages["en", "topics/aid"].data["years"]) == has_years
    assert (("en", "topics/aid/2023") in pages) == has_years


def test_later_sheets_are_for_readers_and_not_for_search_engines() -> None:
    pages = plan_of(_many(120))
    first, second = pages["en", "archive/2023"], pages["en", "archive/2023-p2"]
    assert (first.is_listed, second.is_listed) == (True, False)
    assert second.title == f"{first.title} · page 2"
    assert pages["my", "archive/2023-p2"].title.endswith("စာမျက်နှာ ၂")


def test_topics_are_most_used_first_equal_ones_alphabetical_and_unused_ones_last() -> None:
    works = [
        make_work("a", mentions="shan"),
        make_work("b", mentions="shan kachin"),
        make_work("c", mentions="chin"),
    ]
    kinds = dict.fromkeys(("shan", "kachin", "chin", "ava"), TopicKind.PLACE)
    data = plan_of(works, kinds)["en", "topics/index"].data
    groups = data["groups"]
    assert _ids(groups[TopicKind.PLACE]) == ["shan", "chin", "kachin", "ava"]
    assert data["totals"] == {"aid": 3, "shan": 2, "chin": 1, "kachin": 1, "ava": 0}
    assert _ids(groups[TopicKind.THEME]) == ["aid"]
    assert TopicKind.PERSON not in groups


def _ids(topics: Iterable[Topic]) -> list[str]:
    return [topic.id for topic in topics]


def test_names_that_are_too_many_go_to_pages_of_their_own() -> None:
    names = [f"town{n:03}" for n in range(120)]
    works = [make_work("a", mentions=" ".join(names))]
    pages = plan_of(works, dict.fromkeys(names, TopicKind.PLACE))
    hub = pages["en", "topics/index"].data
    assert len(hub["groups"][TopicKind.PLACE]) == NAMES_OF_KIND
    assert hub["more"] == {TopicKind.PLACE}
    sheets = [pages["en", f"topics/all/place{end}"].data["sheet"] for end in ("", "-p2", "-p3")]
    assert [id_ for sheet in sheets for id_ in _ids(sheet.items)] == names
    assert [len(sheet.items) for sheet in sheets] == [40] * 3


@pytest.mark.parametrize(("count", "is_there"), [(OWN_PAGE_FROM - 1, False), (OWN_PAGE_FROM, True)])
def test_topic_has_a_page_of_its_own_from_so_many_works_on(count: int, is_there: bool) -> None:
    pages = plan_of(_many(count))
    for tag in ("en", "my"):
        assert ((tag, "topics/aid") in pages) == is_there
        assert _ids(pages[tag, "topics/all/theme"].data["sheet"].items) == ["aid"]


def test_only_kinds_that_there_is_something_of_have_a_list() -> None:
    pages = plan_of([make_work("a", mentions="un")], {"un": TopicKind.ORGANISATION})
    lists = {uri for _, uri in pages if uri.startswith("topics/all/")}
    assert lists == {"topics/all/organisation", "topics/all/theme"}


def test_plan_does_not_depend_on_more_than_the_library() -> None:
    assert list(plan_of(_many(60))) == list(plan_of(_many(60)))
