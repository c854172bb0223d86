"""axe-core finds nothing on any kind of page: small or large, light or dark."""

from collections.abc import Callable

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.browser.kinds import DESKTOP, PHONE, Roots, visit_all

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What may differ between two sizes or schemes of the same page; the rest is asked once.
LOOKS = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"]
RUN = """(options) => axe.run(document, { resultTypes: ["violations"], ...options }).then(
  (results) => results.violations.flatMap((violation) => violation.nodes.map((node) =>
    `${violation.id}: ${node.html.slice(0, 90)}: ${node.failureSummary}`)))"""


def find_violations(page: Page) -> list[str]:
    page.evaluate(AXE_SCRIPT)
    found = []
    for size in (PHONE, DESKTOP):
        for scheme in ("light", "dark"):
            page.set_viewport_size({"width": size["width"], "height": size["height"]})
            page.emulate_media(color_scheme=scheme)
            is_first = (size, scheme) == (PHONE, "light")
            wanted = (
                {"type": "tag", "values": TAGS} if is_first else {"type": "rule", "values": LOOKS}
            )
            violations = page.evaluate(RUN, {"runOnly": wanted})
            found += [f"{page.url} {size['width']} {scheme}: {line}" for line in violations]
    return found


def test_pages_have_no_violations(open_page: Callable[..., Page], served: Roots) -> None:
    page = open_page()
    assert [line for _ in visit_all(page, served) for line in find_violations(page)] == []


@pytest.mark.parametrize("url", ["search.html", "my/search.html"])
def test_search_results_have_no_violations(
    open_page: Callable[..., Page], served: Roots, url: str
) -> None:
    page = open_page()
    page.goto(f"{served['own']}{url}?q=Loikaw")
    page.locator("#results li").first.wait_for()
    assert find_violations(page) == []


def test_violations_would_be_found(browser_page: Page) -> None:
    browser_page.set_content(
        "<!doctype html><html lang=en><title>x</title><style>p { color: #ddd; background: #fff }"
        "@media (prefers-color-scheme: dark) { p { color: #000 } }</style>"
        "<main><h1>x</h1><p>faint</p><img src='data:,'></main>"
    )
    found = find_violations(browser_page)
    assert sum("image-alt" in line for line in found) == 1
    assert [line.split(": ")[1] for line in found if " 1280 light" in line] == ["color-contrast"]
    assert not [line for line in found if " dark" in line]
