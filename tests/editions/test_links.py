"""Links of pages that stand somewhere else now."""

import lxml.html
from hypothesis import given
from hypothesis import strategies as st

from lanpya.editions.links import resolve_link, rewrite_links, write_link

NAMES = st.text("abမြန် %-.~", min_size=1, max_size=6).filter(lambda name: name.strip(".") != "")
URLS = st.lists(NAMES, min_size=1, max_size=4).map("/".join)


@given(URLS, URLS, NAMES)
def test_what_is_written_is_resolved_to_the_same(page: str, url: str, fragment: str) -> None:
    assert resolve_link(page, write_link(page, url, fragment)) == (url, fragment)
    assert resolve_link(page, write_link(page, url)) == (url, "")


def test_links_that_leave_the_site_are_told_apart() -> None:
    for href in ("https://x.example/a", "mailto:a@b", "data:,", "//x.example/a"):
        assert resolve_link("a.html", href) is None
    assert resolve_link("my/a/b.html", "../../c.html#d") == ("c.html", "d")
    assert resolve_link("my/a.html", "#d") == ("my/a.html", "d")


def test_links_get_their_new_place_or_go_and_their_words_stay() -> None:
    html = (
        '<p>x <a href="b.html#c">B</a> <a href="d.html">D</a> '
        '<img src="e.png"> <img src="f.png"> <a href="https://g">G</a></p>'
    )
    root = lxml.html.fragment_fromstring(html)
    kept = {"a/b.html": "b.xhtml", "a/e.png": "e2.png"}
    rewrite_links(root, "a/page.html", lambda url, fragment: kept.get(url))
    assert lxml.html.tostring(root, encoding="unicode") == (
        '<p>x <a href="b.xhtml">B</a> D <img src="e2.png">  <a href="https://g">G</a></p>'
    )
