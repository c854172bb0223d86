"""Getting about: languages, the skip link, the keyboard, and leaving in a hurry."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import OWN, PHONE, Roots

ARTICLE = "articles/two-million-displaced.html"


def focused(page: Page) -> str:
    text: str = page.evaluate("document.activeElement.textContent.trim()")
    return text


@pytest.mark.parametrize("is_scripted", [True, False], ids=["scripts", "no-scripts"])
def test_language_switch_leads_to_the_same_page_and_back(
    open_page: Callable[..., Page], lying: Roots, is_scripted: bool
) -> None:
    page = open_page(java_script_enabled=is_scripted)
    for url in set(OWN) - {"exit.html"}:
        page.goto(lying["own"] + url)
        page.locator("header a[hreflang=my]").click()
        page.wait_for_url(f"{lying['own']}my/{url}")
        assert page.locator("html").get_attribute("lang") == "my"
        page.locator("header a[hreflang=en]").click()
        page.wait_for_url(lying["own"] + url)


def test_keyboard_reaches_the_text_the_search_and_exit(browser_page: Page, served: Roots) -> None:
    browser_page.goto(served["own"] + ARTICLE)
    reached = []
    for _ in range(5):
        browser_page.keyboard.press("Tab")
        reached.append(focused(browser_page))
    assert reached == ["Skip to the text", "Lanpya", "မြန်မာ", "Search", "Exit"]


def test_skip_link_is_seen_when_it_has_the_focus_and_leads_to_the_text(
    browser_page: Page, served: Roots
) -> None:
    browser_page.goto(served["own"] + ARTICLE)
    skip = browser_page.locator("a.skip")
    assert not _is_in_view(skip.bounding_box())
    browser_page.keyboard.press("Tab")
    assert _is_in_view(skip.bounding_box())
    browser_page.keyboard.press("Enter")
    browser_page.keyboard.press("Tab")
    assert browser_page.evaluate("document.activeElement.closest('main') !== null")


def _is_in_view(box: object) -> bool:
    assert isinstance(box, dict)
    return bool(box["y"] >= 0 and box["x"] >= 0)


@pytest.mark.parametrize("url", ["index.html", ARTICLE, "search.html", "topics/index.html"])
def test_focus_can_be_seen_on_every_stop(browser_page: Page, lying: Roots, url: str) -> None:
    browser_page.goto(lying["own"] + url)
    for _ in range(12):
        browser_page.keyboard.press("Tab")
        width = browser_page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
        assert width == "3px", focused(browser_page)


def open_from_elsewhere(page: Page, roots: Roots, url: str) -> None:
    """Open a page by way of another one, so that there is something to go back to."""
    page.goto(f"{roots['own']}about.html")
    page.goto(roots["own"] + url)


@pytest.mark.parametrize("folder", ["", "my/"])
@pytest.mark.parametrize("by", ["click", "shift", "touch"])
def test_exit_replaces_the_page(
    open_page: Callable[..., Page], served: Roots, folder: str, by: str
) -> None:
    page = open_page(viewport=PHONE, has_touch=True)
    open_from_elsewhere(page, served, folder + ARTICLE)
    if by == "click":
        page.locator("a.exit").click()
    elif by == "touch":
        page.locator("a.exit").tap()
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
    page.wait_for_url(f"{served['own']}{folder}exit.html")
    assert page.locator("a").count() == 0
    assert "Lanpya" not in page.title() + page.locator("body").inner_text()
    page.go_back()
    page.wait_for_url(f"{served['own']}about.html")
    page.go_forward()
    page.wait_for_url(f"{served['own']}{folder}exit.html")


def test_exit_works_from_a_folder(browser_page: Page, lying: Roots) -> None:
    open_from_elsewhere(browser_page, lying, ARTICLE)
    for _ in range(3):
        browser_page.keyboard.press("Shift")
    browser_page.wait_for_url(f"{lying['own']}exit.html")
    browser_page.go_back()
    browser_page.wait_for_url(f"{lying['own']}about.html")


def test_exit_is_a_link_where_there_are_no_scripts(
    open_page: Callable[..., Page], lying: Roots
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(lying["own"] + ARTICLE)
    page.locator("a.exit").click()
    page.wait_for_url(f"{lying['own']}exit.html")


def test_shift_for_capital_letters_does_not_leave(browser_page: Page, served: Roots) -> None:
    browser_page.goto(served["own"] + "search.html")
    box = browser_page.locator("#query")
    box.focus()
    for letter in "ABCD":
        browser_page.keyboard.press(f"Shift+{letter}")
    expect(box).to_have_value("ABCD")
    assert browser_page.url == f"{served['own']}search.html"


def test_contents_lead_to_their_sections(open_page: Callable[..., Page], lying: Roots) -> None:
    page = open_page(viewport=PHONE, java_script_enabled=False)
    page.goto(f"{lying['own']}my/{ARTICLE}")
    page.locator("details.contents summary").first.click()
    page.locator("details.contents ol a").last.click()
    anchor = page.url.partition("#")[2]
    top = page.locator(f"[id='{anchor}']").bounding_box()
    assert top
    assert -1 <= top["y"] < PHONE["height"]
