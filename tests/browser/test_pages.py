"""Every kind of page, on a phone and a desktop, with and without scripts, served and lying."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import DESKTOP, PHONE, Roots, visit_all
from tests.browser.problems import PageProblems
from tests.browser.server import SiteServer
from tests.conftest import REPOSITORY

NARROWEST = {"width": 320, "height": 740}  # WCAG 1.4.10: a page of 1280 at four times its size
# What stands over the edge of a page that is wider than the window.
OVERFLOW = """() => {
  const wide = [...document.querySelectorAll("body *")].filter((element) =>
    element.getBoundingClientRect().right > innerWidth + 0.5);
  const root = document.scrollingElement;
  return root.scrollWidth > innerWidth ? wide.map((element) => element.outerHTML.slice(0, 90)) : [];
}"""
# As a title or a name of one long word, or an address.
LENGTHEN = """() => document.querySelectorAll(".lines a, .eyebrow a, .onward a, .contents ol a")
  .forEach((link) => { link.textContent = "longword".repeat(40); })"""
HAS_FONT = """document.fonts.ready.then(() => [...document.fonts].some((font) =>
  font.family.includes("Lanpya Myanmar") && font.status === "loaded"))"""
# What is tapped and is lower than a finger is wide.
SMALL = """() => {
  document.querySelectorAll("details").forEach((details) => { details.open = true; });
  const targets = ".top a, .foot nav a, .chips a, .lines a, .onward a, .sheets a, .contents ol a,"
    + ".name > p a, summary, button, input";
  return [...document.querySelectorAll(targets)]
    .filter((element) => element.checkVisibility())
    .filter((element) => Math.round(element.getBoundingClientRect().height) < 44)
    .map((element) => element.outerHTML.slice(0, 90));
}"""


def find_overflow(page: Page, *sizes: dict[str, int]) -> list[str]:
    found = []
    for size in sizes:
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        found += [f"{page.url} at {size['width']}: {html}" for html in page.evaluate(OVERFLOW)]
    return found


def test_pages_that_are_served_have_no_problems_and_fit(
    open_page: Callable[..., Page], served: Roots
) -> None:
    page = open_page(viewport=PHONE)
    found = [
        line for _ in visit_all(page, served) for line in find_overflow(page, DESKTOP, NARROWEST)
    ]
    assert found == []


def test_pages_without_scripts_in_a_folder_have_no_problems_and_fit(
    open_page: Callable[..., Page], lying: Roots
) -> None:
    page = open_page(viewport=PHONE, java_script_enabled=False)
    found = [line for _ in visit_all(page, lying) for line in find_overflow(page, NARROWEST, PHONE)]
    assert found == []


def test_pages_with_scripts_in_a_folder_have_the_font_and_room_for_a_finger(
    open_page: Callable[..., Page], lying: Roots
) -> None:
    page = open_page(viewport=PHONE)
    small = []
    for kind in visit_all(page, lying):
        small += [f"{kind}: {html}" for html in page.evaluate(SMALL)]
        if kind.url.startswith("my/"):
            assert page.evaluate(HAS_FONT), kind
    assert small == []


def test_long_words_in_lists_break(open_page: Callable[..., Page], served: Roots) -> None:
    page = open_page(viewport=PHONE)
    found = []
    for kind in visit_all(page, served):
        if kind.url != "404.html":  # which has its style only at the root of a server
            page.evaluate(LENGTHEN)
            found += find_overflow(page, NARROWEST)
    assert found == []


def test_not_found_page_is_right_at_any_depth(
    open_page: Callable[..., Page], page_problems: PageProblems, site_server: SiteServer
) -> None:
    page_problems.expect("404")
    page = open_page(viewport=PHONE)
    page.goto(f"{site_server.url}my/no/such/page.html")
    assert page.evaluate("getComputedStyle(document.body).borderTopWidth") == "4px"
    assert page.evaluate(HAS_FONT)
    assert find_overflow(page, NARROWEST) == []
    page.get_by_role("link", name="Search", exact=True).click()
    page.wait_for_url(f"{site_server.url}search.html")


@pytest.mark.parametrize("language", ["en", "my"])
def test_page_that_is_not_there_can_be_left(
    open_page: Callable[..., Page],
    page_problems: PageProblems,
    site_server: SiteServer,
    language: str,
) -> None:
    page_problems.expect("404")
    page = open_page(java_script_enabled=False)
    page.goto(f"{site_server.url}a/b/missing.html")
    page.locator(f"a.exit[lang={language}]").click()
    folder = {"en": "", "my": "my/"}[language]
    page.wait_for_url(f"{site_server.url}{folder}exit.html")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_follow_the_system(
    open_page: Callable[..., Page], lying: Roots, scheme: str
) -> None:
    page = open_page(color_scheme=scheme)
    for url in ("index.html", "404.html"):
        page.goto(lying["own"] + url)
        style = "getComputedStyle(document.documentElement)"
        assert (page.evaluate(f"{style}.backgroundColor"), page.evaluate(f"{style}.color")) == {
            "light": ("rgb(251, 250, 247)", "rgb(28, 27, 25)"),
            "dark": ("rgb(22, 24, 26)", "rgb(233, 230, 223)"),
        }[scheme]


def test_style_sheet_says_the_same_as_its_source(
    browser_page: Page, site_server: SiteServer, site_dir: Path
) -> None:
    """Squeezing it joins lines, which must not join words; blanks after a comma say nothing."""
    browser_page.goto(site_server.url)
    found = [
        browser_page.evaluate(
            """(css) => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(css);
              return [...sheet.cssRules].map((rule) => rule.cssText.replace(/, /g, ','));
            }""",
            (folder / "assets/stylesheets/lanpya.css").read_text(encoding="utf-8"),
        )
        for folder in (REPOSITORY / "overrides", site_dir)
    ]
    assert len(found[0]) > 50
    assert found[0] == found[1]
