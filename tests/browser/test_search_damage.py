"""A shard that is missing, cut off, damaged or of another edition is told, and the lists remain."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.problems import PageProblems
from tests.browser.searching import type_in
from tests.browser.server import SiteServer

FAILED = {"": "could not be loaded", "my/": "ဖွင့်၍ မရပါ"}
# Of every kind one, and what makes the search want it.
KINDS = {
    "index": "zeppelins",
    "en/w[0-9]+": "zeppelins",
    "my/w[0-9]+": "ကချင်",
    "en/p[0-9]+": '"of the"',
    "my/p[0-9]+": "ခဲ့သည်",
    "en/t[0-9]+": "zeppelins",
    "my/t[0-9]+": "ကချင်",
    "n[0-9]+": "Kachin",
    "k[0-9]+": "Kachin",
}
OTHER = "of another edition"
DAMAGES = {
    "missing": "",
    "cut off": "lanpya.search.add(",
    "empty": "\n",
    OTHER: 'lanpya.search.add("{name}","0ther0",[0,0,""]);\n',
}


def damage(page: Page, kind: str, body: str) -> None:
    """Whatever shard of this kind is asked for comes like this."""

    def answer(route: Route) -> None:
        if not body:
            return route.abort()
        name = route.request.url.rpartition("/search/")[2].removesuffix(".js")
        text = body.replace("{name}", name)
        return route.fulfill(body=text, content_type="text/javascript")

    page.route(re.compile(f"/search/{kind}[.]js$"), answer)


# Of the head there is no other edition: it says which one it is.
@pytest.mark.parametrize(
    ("kind", "name"),
    [(kind, name) for kind in KINDS for name in DAMAGES if (kind, name) != ("index", OTHER)],
)
def test_damaged_shard_is_told_and_the_lists_remain(
    open_page: Callable[..., Page],
    page_problems: PageProblems,
    search_server: SiteServer,
    kind: str,
    name: str,
) -> None:
    if name == "missing":
        page_problems.expect("ERR_FAILED")
    elif name == "cut off":
        page_problems.expect("error: Unexpected end of input")
    folder = "my/" if kind.startswith("my") else ""
    page = open_page()
    damage(page, kind, DAMAGES[name])
    page.goto(f"{search_server.sub_url}{folder}search.html")
    type_in(page, KINDS[kind])
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text(FAILED[folder], timeout=15_000)
    expect(page.locator("main a[href$='a-z/index.html']")).to_be_visible()
    expect(page.locator("#results > li")).to_have_count(0)
