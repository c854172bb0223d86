"""The watch sees what it is there to see, so that a page without problems means something."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.problems import PageProblems
from tests.browser.server import SiteServer, serve_site

# A page that names no icon makes the browser ask for /favicon.ico: a request, and a 404.
ICON = "<link rel=icon href=data:,>"
CLEAN = f"<!doctype html><html lang=en><title>Clean</title>{ICON}<p>Nothing to see.</p>"
POLICY = "<meta http-equiv=Content-Security-Policy content=\"img-src 'none'\">"


@pytest.fixture
def small_site(tmp_path: Path) -> Iterator[SiteServer]:
    pages = {
        "index.html": CLEAN,
        "404.html": CLEAN.replace("Clean", "Not here"),
        "console.html": CLEAN + "<script>console.error('spilt milk')</script>",
        "error.html": CLEAN + "<script>undefinedName()</script>",
        "missing.html": CLEAN + "<img src=missing.png alt=''>",
        "outside.html": CLEAN + "<img src=https://lanpya.example/x.png alt=''>",
        "policy.html": CLEAN.replace("<p>", f"{POLICY}<p>") + "<img src=index.html alt=''>",
    }
    for name, text in pages.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with serve_site(tmp_path) as server:
        yield server


def test_problems_of_a_clean_page_are_none(
    browser_page: Page, page_problems: PageProblems, small_site: SiteServer
) -> None:
    browser_page.goto(small_site.url)
    browser_page.goto(f"{small_site.sub_url}index.html")
    assert browser_page.title() == "Clean"
    page_problems.settle()
    assert page_problems.verdict() == []


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        ("console.html", "console: spilt milk"),
        ("error.html", "error: undefinedName is not defined"),
        ("missing.html", "status: 404"),
        ("outside.html", "outside: https://lanpya.example/x.png"),
        ("policy.html", "policy: img-src refused"),
    ],
)
def test_problems_of_each_kind_are_found(
    page: str,
    problem: str,
    browser_page: Page,
    page_problems: PageProblems,
    small_site: SiteServer,
) -> None:
    browser_page.goto(small_site.url + page)
    page_problems.settle()
    assert any(found.startswith(problem) for found in page_problems.verdict())
    page_problems.clear()


def test_problems_expected_are_forgiven(
    browser_page: Page, page_problems: PageProblems, small_site: SiteServer
) -> None:
    page_problems.expect("404")
    response = browser_page.goto(f"{small_site.sub_url}nowhere/at-all.html")
    assert response is not None
    assert (response.status, browser_page.title()) == (404, "Not here")


def test_problems_expected_have_to_come() -> None:
    problems = PageProblems()
    problems.expect("404")
    assert problems.verdict() == ["expected, but did not happen: 404"]


def test_outside_host_never_answers(
    browser_page: Page, page_problems: PageProblems, small_site: SiteServer
) -> None:
    page_problems.expect("outside: https://lanpya.example/x.png", "ERR_NAME_NOT_RESOLVED")
    browser_page.goto(f"{small_site.url}outside.html")
