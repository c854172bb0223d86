"""Feeds, sitemap and robots.txt: well-formed, valid, and true about every language."""

import dataclasses
import re
from datetime import datetime
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, fromstring

import pytest

from lanpya.model import Library
from lanpya.site import feeds
from lanpya.site.addresses import Addresses
from lanpya.site.feeds import (
    alternates,
    feed_url,
    render_feed,
    render_robots,
    render_sitemaps,
)
from lanpya.site.plan import PlannedPage
from tests.site.samples import ADDRESSES, make_library, make_places, make_work, plan_pages

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
BASE = "https://site.example/base/"
RFC_3339_RE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def feed_of(library: Library, language: str = "en") -> Element:
    text = render_feed(library, make_places(library), language, ADDRESSES, "Site: new", "Site")
    assert text.startswith('<?xml version="1.0" encoding="utf-8"?>\n')
    return fromstring(text)


def text_of(element: Element, name: str) -> str:
    (found,) = element.findall(f"{ATOM}{name}")
    assert found.text
    return found.text


@pytest.mark.parametrize("language", ["en", "my"])
def test_feed_has_what_rfc_4287_requires(language: str) -> None:
    works = [make_work("a", "2024-02-06"), make_work("b", "2023-02~"), make_work("c", "2023")]
    feed = feed_of(make_library(works), language)
    assert feed.tag == f"{ATOM}feed"
    ids = [text_of(element, "id") for element in (feed, *feed.findall(f"{ATOM}entry"))]
    assert len(ids) == len(set(ids)) == 4
    assert all(urlsplit(id_).scheme == "https" for id_ in ids)
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        assert text_of(element, "title")
        updated = text_of(element, "updated")
        assert RFC_3339_RE.fullmatch(updated)
        datetime.fromisoformat(updated)
    (author,) = feed.findall(f"{ATOM}author")  # an entry needs none if the feed has one
    assert text_of(author, "name")
    for entry in feed.findall(f"{ATOM}entry"):
        (link,) = entry.findall(f"{ATOM}link")
        assert (link.get("rel"), link.get("href")) == ("alternate", text_of(entry, "id"))


def test_feed_names_itself_and_the_home_page() -> None:
    feed = feed_of(make_library([make_work("a")]), "my")
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"self": f"{BASE}my/feed.xml", "alternate": f"{BASE}my/index.html"}
    assert feed_url(ADDRESSES, "en") == "feed.xml"


def test_feed_without_works_is_still_valid() -> None:
    feed = feed_of(make_library([]))
    assert RFC_3339_RE.fullmatch(text_of(feed, "updated"))
    assert feed.findall(f"{ATOM}entry") == []


def test_feed_is_as_new_as_its_newest_work() -> None:
    works = [make_work("b", "2023-05-01"), make_work("a", "2024-02-06")]
    assert text_of(feed_of(make_library(works)), "updated") == "2024-02-06T00:00:00Z"


def test_feed_of_a_language_has_no_fallbacks() -> None:
    works = [make_work("a", languages="en"), make_work("b", languages="my"), make_work("c")]
    ids = [
        text_of(entry, "id") for entry in feed_of(make_library(works), "my").iter(f"{ATOM}entry")
    ]
    assert ids == [f"{BASE}my/articles/b.html", f"{BASE}my/articles/c.html"]


def test_feed_does_not_grow() -> None:
    feed = feed_of(make_library([make_work(f"w{n}") for n in range(50)]))
    assert len(feed.findall(f"{ATOM}entry")) == 20


def test_feed_escapes_what_it_quotes() -> None:
    title = 'A <b>&amp;</b> "x" ]]>'
    work = make_work("a", titles={"en": title})
    work = dataclasses.replace(
        work, original=dataclasses.replace(work.original, description="<script>&</script>")
    )
    (entry,) = feed_of(make_library([work])).findall(f"{ATOM}entry")
    assert (text_of(entry, "title"), text_of(entry, "summary")) == (title, "<script>&</script>")


def test_feed_names_topics_in_its_own_language() -> None:
    feed = feed_of(make_library([make_work("a", about="aid")]), "my")
    (category,) = feed.iter(f"{ATOM}category")
    assert category.attrib == {
        "term": "aid",
        "scheme": f"{BASE}my/topics/all/theme.html#aid",
        "label": "aid မြန်မာ",
    }


def pages_of(*languages: str) -> list[PlannedPage]:
    works = [make_work(f"w{n}", languages=tags) for n, tags in enumerate(languages)]
    return list(plan_pages(make_library(works)).values())


def locations(text: str) -> list[str]:
    return [element.text or "" for element in fromstring(text).iter(f"{MAP}loc")]


def test_sitemap_has_every_listed_page_and_no_other() -> None:
    pages = pages_of("en", "my", "en my")
    (text,) = render_sitemaps(pages, ADDRESSES).values()
    found = locations(text)
    assert len(found) == len(set(found))
    assert {url for url in found if "/articles/" in url} == {
        f"{BASE}articles/w0.html",
        f"{BASE}my/articles/w1.html",
        f"{BASE}articles/w2.html",
        f"{BASE}my/articles/w2.html",
    }
    assert not [url for url in found if "404" in url or "exit" in url]


def test_sitemap_links_are_reciprocal_and_include_the_page_itself() -> None:
    (text,) = render_sitemaps(pages_of("en", "my", "en my", "my en"), ADDRESSES).values()
    links = {
        url.findtext(f"{MAP}loc"): {
            link.get("hreflang"): link.get("href") for link in url.iter(LINK)
        }
        for url in fromstring(text).iter(f"{MAP}url")
    }
    assert links
    for url, named in links.items():
        assert url in named.values()
        assert "x-default" in named
        for other in named.values():
            assert links[other] == named


@pytest.mark.parametrize(
    ("languages", "urls"),
    [
        ("en my", {"en": "", "my": "my/", "x-default": ""}),
        ("my en", {"en": "", "my": "my/", "x-default": ""}),
        ("en", {"en": "", "x-default": ""}),
        ("my", {"my": "my/", "x-default": "my/"}),
    ],
)
def test_alternates_name_only_languages_that_are_there(
    languages: str, urls: dict[str, str]
) -> None:
    pages = plan_pages(make_library([make_work("a", languages=languages)]))
    expected = {tag: f"{BASE}{folder}articles/a.html" for tag, folder in urls.items()}
    for language in languages.split():
        assert dict(alternates(pages[language, "articles/a"], ADDRESSES)) == expected


def test_alternate_for_all_others_is_in_the_language_at_the_root() -> None:
    page = plan_pages(make_library([make_work("a")]))["en", "articles/a"]
    named = dict(alternates(page, Addresses("https://site.example/", "my")))
    assert named["x-default"] == named["my"] == "https://site.example/articles/a.html"


def test_sitemap_too_long_for_one_file_has_an_index(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = pages_of("en", "my", "en my")
    whole = locations(render_sitemaps(pages, ADDRESSES)["sitemap.xml"])
    assert feeds.SITEMAP_LENGTH == 50_000  # what sitemaps.org allows
    monkeypatch.setattr(feeds, "SITEMAP_LENGTH", 10)
    files = render_sitemaps(pages, ADDRESSES)
    parts = [name for name in files if name != "sitemap.xml"]
    assert parts == [f"sitemap-{n}.xml" for n in range(1, len(parts) + 1)]
    assert len(parts) == -(-len(whole) // 10)
    assert fromstring(files["sitemap.xml"]).tag == f"{MAP}sitemapindex"
    assert locations(files["sitemap.xml"]) == [f"{BASE}{name}" for name in parts]
    assert [url for name in parts for url in locations(files[name])] == whole
    assert all(len(locations(files[name])) <= 10 for name in parts)


def test_robots_are_let_in_and_shown_the_sitemap() -> None:
    assert render_robots(ADDRESSES) == (f"User-agent: *\nAllow: /\nSitemap: {BASE}sitemap.xml\n")
