"""The search page: as you type, by address, from a folder, and without what it needs."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import PHONE, Roots
from tests.browser.problems import PageProblems

# In each language: a word, how many works have it and how that is said, and a word of no work.
WORDS = {"": ("Loikaw", "results"), "my/": ("လွိုင်ကော်", "ခု")}
PAGES = [(folder, way) for folder in WORDS for way in ("served", "lying")]


@pytest.fixture
def roots(served: Roots, lying: Roots) -> dict[str, str]:
    return {"served": served["own"], "lying": lying["own"]}


def type_in(page: Page, text: str) -> None:
    """As a phone's keyboard does: without a key for every letter."""
    page.locator("#query").focus()
    page.keyboard.insert_text(text)


@pytest.mark.parametrize(("folder", "way"), PAGES)
def test_results_come_while_typing_and_lead_to_the_article(
    open_page: Callable[..., Page], roots: dict[str, str], folder: str, way: str
) -> None:
    word, unit = WORDS[folder]
    page = open_page(viewport=PHONE)
    page.goto(f"{roots[way]}{folder}search.html")
    type_in(page, word)
    results = page.locator("#results > li")
    results.first.wait_for()
    status = page.locator("#search-status")
    assert status.get_attribute("role") == "status"
    expect(status).to_contain_text(unit)
    expect(results.first.locator("mark").first).to_have_text(word)
    url = page.url
    link = results.first.locator("h2 a")
    title = link.inner_text()
    link.click()
    page.wait_for_url(lambda now: now != url)
    assert page.url.startswith(f"{roots[way]}{folder}articles/")
    assert page.locator("h1").inner_text() == title


@pytest.mark.parametrize("folder", WORDS)
def test_number_of_results_is_announced_in_the_readers_digits(
    open_page: Callable[..., Page], roots: dict[str, str], folder: str
) -> None:
    page = open_page()
    page.goto(f"{roots['lying']}{folder}search.html?q=Myanmar")
    status = page.locator("#search-status")
    expect(status).to_contain_text("results" if not folder else "ခု")
    page.locator("#more").click()
    expect(page.locator("#more")).to_be_hidden()
    total = page.locator("#results > li").count()
    digits = "".join(char for char in status.inner_text() if char.isdecimal())
    assert int(digits) == total
    assert digits.isascii() != bool(folder)


@pytest.mark.parametrize(("folder", "way"), PAGES)
def test_search_can_be_asked_by_address(
    open_page: Callable[..., Page], roots: dict[str, str], folder: str, way: str
) -> None:
    word = WORDS[folder][0]
    page = open_page()
    for mark in "?#":
        page.goto("about:blank")
        page.goto(f"{roots[way]}{folder}search.html{mark}q={quote(word)}")
        page.locator("#results > li").first.wait_for()
        expect(page.locator("#query")).to_have_value(word)


def test_search_that_is_sent_off_stands_in_the_address_where_no_server_sees_it(
    open_page: Callable[..., Page], roots: dict[str, str]
) -> None:
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{roots['served']}my/search.html")
    type_in(page, "လွိုင်ကော် ၂")
    page.keyboard.press("Enter")
    page.locator("#results > li").first.wait_for()
    assert page.url == f"{roots['served']}my/search.html#q={quote('လွိုင်ကော် ၂')}"
    assert not [url for url in asked if "%E1" in url]


@pytest.mark.parametrize("folder", WORDS)
def test_nothing_found_is_said(
    open_page: Callable[..., Page], roots: dict[str, str], folder: str
) -> None:
    page = open_page()
    page.goto(f"{roots['lying']}{folder}search.html?q=xyzzyx")
    expect(page.locator("#search-status")).to_contain_text("Nothing" if not folder else "မတွေ့ပါ")
    assert page.locator("#results").is_hidden()
    assert (
        page.get_by_role("link").filter(has_text="A–Z" if not folder else "က–အ").first.is_visible()
    )


def test_box_that_is_emptied_shows_nothing(
    open_page: Callable[..., Page], roots: dict[str, str]
) -> None:
    page = open_page()
    page.goto(f"{roots['lying']}search.html?q=Loikaw")
    page.locator("#results > li").first.wait_for()
    page.locator("#query").fill("")
    expect(page.locator("#results")).to_be_hidden()
    expect(page.locator("#search-status")).to_be_empty()


def test_later_words_win_over_earlier_ones(
    open_page: Callable[..., Page], roots: dict[str, str]
) -> None:
    page = open_page()
    page.goto(f"{roots['lying']}search.html")
    for text in ("Loikaw", "xyzzyx", "Laukkai"):
        page.locator("#query").fill(text)
        page.evaluate("document.getElementById('search').requestSubmit()")
    expect(page.locator("#results mark").first).to_have_text("Laukkai")
    assert set(page.locator("#results mark").all_inner_texts()) <= {"Laukkai", "လောက်ကိုင်"}


def test_query_of_any_kind_is_only_words(
    open_page: Callable[..., Page], roots: dict[str, str]
) -> None:
    page = open_page()
    for query in ("<img src=x onerror=alert(1)>", "%", "\\", "(", "၊", " ", "'" * 500):
        page.goto(f"{roots['lying']}search.html?q={quote(query)}")
        expect(page.locator("#query")).to_have_value(query)
        expect(page.locator("#search-status")).not_to_have_text("Searching…")
        assert page.locator("main img").count() == 0


def test_malformed_address_is_no_error(
    open_page: Callable[..., Page], roots: dict[str, str]
) -> None:
    page = open_page()
    page.goto(f"{roots['lying']}search.html?q=%E0%A4%A")
    expect(page.locator("#query")).to_have_value("")


def test_result_in_another_language_says_so(
    open_page: Callable[..., Page], roots: dict[str, str]
) -> None:
    page = open_page()
    page.goto(f"{roots['lying']}search.html?q=%22{quote('လွိုင်ကော်')}%22")
    result = page.locator("#results > li").first
    result.wait_for()
    assert result.locator("h2").get_attribute("lang") == "my"
    assert "/my/articles/" in str(result.locator("a").evaluate("link => link.href"))
    assert "မြန်မာ" in result.locator(".meta").inner_text()


@pytest.mark.parametrize("way", ["served", "lying"])
@pytest.mark.parametrize("folder", WORDS)
def test_missing_index_is_told_and_the_lists_remain(
    open_page: Callable[..., Page],
    page_problems: PageProblems,
    site_dir: Path,
    roots: dict[str, str],
    tmp_path: Path,
    folder: str,
    way: str,
) -> None:
    page = open_page()
    if way == "served":
        page.route(re.compile(r"/search/.*[.]js$"), lambda route: route.fulfill(status=404))
        page_problems.expect("404")
        root = roots[way]
    else:
        copy = tmp_path / "copy"
        shutil.copytree(
            site_dir, copy, ignore=shutil.ignore_patterns("articles", "topics", "index.js")
        )
        page_problems.expect("ERR_FILE_NOT_FOUND")
        root = f"{copy.as_uri()}/"
    page.goto(f"{root}{folder}search.html?q=Loikaw")
    status = page.locator("#search-status")
    expect(status).to_contain_text("could not be loaded" if not folder else "ဖွင့်၍ မရပါ")
    assert page.locator("main ul.lines a").count() == 3
    page.locator("main ul.lines a").first.click()
    page.wait_for_url(f"{root}{folder}a-z/index.html")


def test_search_works_again_once_the_index_can_be_had(
    open_page: Callable[..., Page], page_problems: PageProblems, roots: dict[str, str]
) -> None:
    page_problems.expect("404")
    page = open_page()
    page.route("**/search/index.js", lambda route: route.fulfill(status=404), times=1)
    page.goto(f"{roots['served']}search.html?q=Loikaw")
    expect(page.locator("#search-status")).to_contain_text("could not be loaded")
    page.locator("#query").press("Enter")
    page.locator("#results > li").first.wait_for()


@pytest.mark.parametrize("folder", WORDS)
def test_page_without_scripts_has_lists_and_no_box(
    open_page: Callable[..., Page], roots: dict[str, str], folder: str
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{roots['lying']}{folder}search.html")
    assert page.locator("#query").is_hidden()
    assert page.locator("main .notice").is_visible()
    for link in page.locator("main ul.lines a").all():
        assert link.is_visible()
    page.locator("main ul.lines a").first.click()
    page.wait_for_url(f"{roots['lying']}{folder}a-z/index.html")
    assert page.locator("main .card").count() == 5


def test_index_is_not_loaded_before_anything_is_looked_for(
    open_page: Callable[..., Page], roots: dict[str, str]
) -> None:
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{roots['served']}search.html")
    page.locator("#query").focus()
    page.wait_for_timeout(300)
    assert not [url for url in asked if "/search/" in url]
    type_in(page, "Loikaw")
    page.locator("#results > li").first.wait_for()
    assert 0 < len([url for url in asked if "/search/" in url]) < 20
