"""Burmese is shown by the font that the site carries, whatever the reader's system has."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import PHONE, Roots

FAMILY = "Noto Sans Myanmar"
URLS = ("my/index.html", "my/articles/two-million-displaced.html", "my/search.html", "index.html")


def fonts_of(page: Page) -> Iterator[tuple[str, int, int]]:
    """Of each element that shows nothing but its text: the text, and how many glyphs of it
    came from the site's font and how many from the system's.
    """
    session = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        session.send(f"{domain}.enable")
    nodes = session.send("DOM.getFlattenedDocument", {"depth": -1})["nodes"]
    more = {node.get("parentId") for node in nodes if node["nodeType"] == 1}
    # The style sheet puts a sign of its own beside these.
    more |= {node["nodeId"] for node in nodes if node["nodeName"] == "SUMMARY"}
    more |= {node["nodeId"] for node in nodes if "out" in node.get("attributes", ())}
    for node in nodes:
        if node["nodeType"] == 3 and node["parentId"] not in more:
            wanted = {"nodeId": node["parentId"]}
            fonts = session.send("CSS.getPlatformFontsForNode", wanted)["fonts"]
            counts = {font["isCustomFont"]: 0 for font in fonts} | {True: 0, False: 0}
            for font in fonts:
                assert font["familyName"] == FAMILY or not font["isCustomFont"]
                counts[font["isCustomFont"]] += font["glyphCount"]
            yield " ".join(node["nodeValue"].split()), counts[True], counts[False]


def count_burmese(text: str) -> int:
    return sum("\u1000" <= char <= "\u109f" for char in text)


@pytest.mark.parametrize("url", URLS)
def test_burmese_is_shown_by_the_sites_own_font(
    open_page: Callable[..., Page], served: Roots, url: str
) -> None:
    page = open_page(viewport=PHONE)
    page.goto(served["own"] + url)
    page.evaluate("document.fonts.ready")
    shown = [found for found in fonts_of(page) if count_burmese(found[0]) and sum(found[1:])]
    assert shown
    for text, own, others in shown:
        assert own > 0, text
        rest = len(text) - count_burmese(text) + 2  # a bullet and the space after it
        assert others <= rest, text


def test_line_height_gives_stacked_letters_room(
    open_page: Callable[..., Page], lying: Roots
) -> None:
    page = open_page(viewport=PHONE)
    page.goto(lying["own"] + "my/articles/two-million-displaced.html")
    for selector, least in ((".prose p", 1.75), ("h1", 1.55), (".box li", 1.75), (".meta", 1.75)):
        style = page.evaluate(
            """(selector) => {
              const style = getComputedStyle(document.querySelector(selector));
              return [parseFloat(style.lineHeight) / parseFloat(style.fontSize), style.fontStyle,
                style.letterSpacing, style.textAlign, style.wordBreak];
            }""",
            selector,
        )
        assert style[0] >= least, selector
        assert style[1:3] == ["normal", "normal"]
        assert style[3] in ("start", "left")
        assert style[4] == "normal"


@pytest.mark.parametrize("url", ["index.html", "my/index.html"])
def test_number_phrases_stay_on_one_line(
    open_page: Callable[..., Page], lying: Roots, url: str
) -> None:
    page = open_page(viewport=PHONE)
    page.goto(lying["own"] + url)
    lines = page.evaluate(
        "[...document.querySelectorAll('.nb')].map((span) => span.getClientRects().length)"
    )
    assert set(lines) == {1}


@pytest.mark.parametrize(
    ("url", "wanted"), [("downloads.html", "decimal"), ("my/downloads.html", "myanmar")]
)
def test_lists_are_numbered_in_the_digits_of_their_language(
    open_page: Callable[..., Page], lying: Roots, url: str, wanted: str
) -> None:
    page = open_page(viewport=PHONE)
    page.goto(lying["own"] + url)
    assert (
        page.evaluate("getComputedStyle(document.querySelector('main ol')).listStyleType") == wanted
    )
    page.goto(lying["own"] + url.replace("downloads", "search"))
    assert (
        page.evaluate("getComputedStyle(document.querySelector('ol.cards')).listStyleType")
        == "none"
    )
