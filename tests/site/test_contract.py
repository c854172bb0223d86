"""What every page of a built site promises to those who read it, mirror it or index it."""

import base64
import hashlib
import json
import re
from itertools import pairwise
from urllib.parse import urlsplit

import pytest

from lanpya.checks.examples import read_examples
from lanpya.site.topic_places import LINES_OF_ENTRY, LINES_ON_PAGE
from tests.conftest import REPOSITORY
from tests.site.built import SITE_URL, BuiltPage, BuiltSite

WORKS = (
    "army-under-pressure",
    "call-for-a-new-approach",
    "posts-change-hands",
    "progress-and-reprisals",
    "two-million-displaced",
)
HUBS = (
    "a-z/index.html",
    "about.html",
    "archive/2023.html",
    "archive/2024.html",
    "archive/index.html",
    "contribute.html",
    "downloads.html",
    "exit.html",
    "index.html",
    "rules.html",
    "safety.html",
    "search.html",
    "topics/index.html",
)
OTHER_FILES = {
    "404.html",
    "assets/fonts/OFL.txt",
    "assets/fonts/noto-sans-myanmar.woff2",
    "assets/javascripts/page.js",
    "assets/javascripts/search-spelling.js",
    "assets/javascripts/search.js",
    "assets/javascripts/zawgyi.LICENSE.txt",
    "assets/javascripts/zawgyi.js",
    "assets/stylesheets/lanpya.css",
    "feed.xml",
    "mirrors.txt",
    "my/feed.xml",
    "robots.txt",
    "search/index.js",
    "sitemap.xml",
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src {style}; img-src 'self' data:; "
    "font-src 'self'; base-uri 'none'; form-action 'self'"
)
SHARD_RE = re.compile(r"search/(?:[knu][0-9]+|(?:en|my)/(?:[prtw][0-9]+|topics))\.js")
CODE_RE = re.compile(r"on[a-z]+|style|srcdoc|srcset|formaction|background|ping")


def only(page: BuiltPage, tag: str, attribute: str, **attributes: str) -> str:
    """An attribute of the one element that there has to be."""
    found = page.find(tag, **attributes)
    assert len(found) == 1, f"{page.url}: {len(found)} × {tag} {attributes}"
    return found[0].attrib[attribute]


def test_files_are_those_expected_and_no_others(own: BuiltSite) -> None:
    pages = {f"{folder}{hub}" for folder in ("", "my/") for hub in HUBS}
    pages |= {f"{folder}articles/{work}.html" for folder in ("", "my/") for work in WORKS}
    pages |= {f"assets/offprints/{page}" for page in pages if "articles/" in page}
    topics = {file for file in own.files if re.fullmatch(r"(?:my/)?topics/[a-z0-9/-]+\.html", file)}
    shards = {file for file in own.files if SHARD_RE.fullmatch(file)}
    assert own.files - topics - shards | pages == pages | OTHER_FILES
    assert {"search/u0.js", "search/k0.js", "search/en/w0.js", "search/my/t0.js"} <= shards
    assert {f"{folder}topics/all/place.html" for folder in ("", "my/")} <= topics


def test_every_work_of_docs_is_in_every_language(own: BuiltSite) -> None:
    written = {path.stem for path in (REPOSITORY / "docs/en/articles").glob("*.md")}
    assert written == set(WORKS)
    for work in WORKS:
        for folder, language in (("", "en"), ("my/", "my")):
            page = own.pages[f"{folder}articles/{work}.html"]
            assert page.language == language
            assert not page.find("meta", name="robots")


def test_pages_begin_as_html_and_parse_without_errors(built: BuiltSite) -> None:
    for page in built.pages.values():
        assert page.html.startswith("<!doctype html>\n<html lang=")
        assert page.errors == [], page.url


def test_pages_say_what_and_in_which_language_they_are(built: BuiltSite) -> None:
    for url, page in built.pages.items():
        assert page.language == ("my" if url.startswith("my/") else "en")
        (title,) = page.find("title")
        assert (title.text or "").strip()
        (heading,) = page.find("h1")
        assert "".join(heading.itertext()).strip()
        assert only(page, "meta", "content", name="viewport") == (
            "width=device-width, initial-scale=1"
        )
        if not url.endswith("exit.html"):
            assert only(page, "meta", "content", name="description").strip()


def test_titles_tell_pages_of_a_language_apart(built: BuiltSite) -> None:
    for language in ("en", "my"):
        titles = [
            page.find("title")[0].text
            for page in built.readers_pages.values()
            if page.language == language
        ]
        assert sorted(titles, key=str) == sorted(set(titles), key=str)


def test_pages_have_the_policy_and_nothing_that_it_would_refuse(built: BuiltSite) -> None:
    for url, page in built.pages.items():
        styles = ["".join(element.itertext()) for element in page.find("style")]
        assert len(styles) == (url == "404.html")
        digests = [hashlib.sha256(style.encode()).digest() for style in styles]
        allowed = [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]
        policy = only(page, "meta", "content", http_equiv="Content-Security-Policy")
        assert policy == POLICY.format(style=" ".join(allowed) or "'self'")
        assert only(page, "meta", "content", name="referrer") == "no-referrer"
        for script in page.find("script"):
            assert "src" in script.attrib or script.get("type") == "application/ld+json"
        refused = [name for element in page.elements for name in element.attrib]
        assert [name for name in refused if CODE_RE.fullmatch(name)] == [], url


def test_policy_comes_before_anything_that_it_is_about(built: BuiltSite) -> None:
    for page in built.pages.values():
        policy = page.html.index("Content-Security-Policy")
        assert all(page.html.find(mark, 0, policy) < 0 for mark in ("<script", "<link", "<style"))


def test_every_link_image_and_anchor_leads_somewhere(built: BuiltSite) -> None:
    broken = []
    for page in built.pages.values():
        for element, address in page.addresses():
            lead = built.lead(page.absolute(address))
            if lead is None or element.get("rel") in ("canonical", "alternate"):
                continue
            file, anchor = lead
            ids = built.pages[file].ids if file in built.pages else []
            if file not in built.files or (anchor and anchor not in ids):
                broken.append(f"{page.url}: {address}")
    assert broken == []


def test_addresses_of_the_site_are_relative_and_end_in_a_file(built: BuiltSite) -> None:
    """So that a copy in a folder, on a stick or at another address is the same site."""
    for url, page in built.pages.items():
        for element, address in page.addresses():
            if element.get("rel") in ("canonical", "alternate") or address == "data:,":
                continue
            parts = urlsplit(address)
            assert "out" in element.get("class", "") or not parts.scheme, address
            if url != "404.html":
                assert not address.startswith("/"), address
            if built.lead(page.absolute(address)):
                assert not address.endswith("/")


def test_nothing_is_fetched_from_another_host(built: BuiltSite) -> None:
    for page in built.pages.values():
        fetched = [*page.find("script"), *page.find("img"), *page.find("link", rel="stylesheet")]
        for element in fetched:
            address = element.get("src") or element.get("href") or ""
            assert not address or built.lead(page.absolute(address))


def test_links_that_leave_are_marked_and_tell_nothing(built: BuiltSite) -> None:
    for page in built.pages.values():
        for link in page.find("a"):
            if built.lead(page.absolute(link.attrib["href"])) is None:
                assert link.get("class") == "out"
                assert link.get("rel") == "noopener noreferrer nofollow"
                assert "target" not in link.attrib


def test_hosts_are_those_that_docs_and_mkdocs_name(own: BuiltSite) -> None:
    texts = [path.read_text(encoding="utf-8") for path in (REPOSITORY / "docs").rglob("*.md")]
    texts.append((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    known = "\n".join(texts)
    for page in own.pages.values():
        for _, address in page.addresses():
            host = urlsplit(page.absolute(address)).netloc
            assert not host or f"//{host}" in known, f"{page.url}: {address}"


def test_ids_are_there_once(built: BuiltSite) -> None:
    for page in built.pages.values():
        assert sorted(page.ids) == sorted(set(page.ids)), page.url
        named = [element.get("aria-labelledby") for element in page.elements]
        assert set(filter(None, named)) <= set(page.ids)


def test_headings_go_down_one_level_at_a_time(built: BuiltSite) -> None:
    for page in built.pages.values():
        levels = [int(e.tag[1]) for e in page.elements if re.fullmatch("h[1-6]", e.tag)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        for upper, lower in pairwise(levels):
            assert lower <= upper + 1, f"{page.url}: h{lower} after h{upper}"


def test_every_page_can_be_reached_from_the_home_page(built: BuiltSite) -> None:
    reached: set[str] = set()
    ahead = {"index.html"}
    while ahead:
        page = built.pages[ahead.pop()]
        reached.add(page.url)
        leads = {built.lead(page.absolute(link.attrib["href"])) for link in page.find("a")}
        ahead |= {lead[0] for lead in leads if lead and lead[0] in built.pages} - reached
    assert built.pages.keys() - reached == {"404.html"}


def test_language_switch_leads_to_the_same_page_and_back(built: BuiltSite) -> None:
    for page in built.readers_pages.values():
        (header,) = page.find("header")
        (link,) = (a for a in header.iter("a") if "hreflang" in a.attrib)
        lead = built.lead(page.absolute(link.attrib["href"]))
        assert lead
        other = built.pages[lead[0]]
        assert other.language == link.get("hreflang") == link.get("lang") != page.language
        if not re.fullmatch(r"(?:my/)?a-z/(?!index).*", page.url):
            assert other.url.removeprefix("my/") == page.url.removeprefix("my/")


def test_canonical_addresses_are_absolute_and_there(built: BuiltSite) -> None:
    for url, page in built.readers_pages.items():
        for link in page.find("link", rel="canonical"):
            lead = built.lead(link.attrib["href"])
            assert lead
            assert lead[0] in built.pages
            is_fallback = page.find("meta", name="robots") or not page.find("link", rel="alternate")
            assert lead[0] == url or is_fallback


def test_hreflang_is_absolute_reciprocal_and_includes_the_page_itself(built: BuiltSite) -> None:
    named = {
        page.absolute(""): {
            link.attrib["hreflang"]: link.attrib["href"]
            for link in page.find("link", rel="alternate")
            if "hreflang" in link.attrib
        }
        for page in built.pages.values()
        if page.find("link", rel="alternate")
    }
    assert SITE_URL + "index.html" in named
    for url, links in named.items():
        assert links["x-default"] in links.values()
        assert url in links.values()
        for href in links.values():
            assert named[href] == links


def test_sitemap_names_what_search_engines_may_have_and_nothing_else(built: BuiltSite) -> None:
    named = set(re.findall(r"<loc>([^<]*)</loc>", built.read("sitemap.xml")))
    listed = {
        page.absolute("") for page in built.pages.values() if page.find("link", rel="alternate")
    }
    assert named == listed
    for page in built.pages.values():
        if page.find("meta", name="robots"):
            assert page.absolute("") not in named


def test_structured_data_is_json_about_the_page(built: BuiltSite) -> None:
    found = {
        url: json.loads("".join(script.itertext()))
        for url, page in built.pages.items()
        for script in page.find("script", type="application/ld+json")
    }
    articles = {url for url in built.pages if re.match(r"(?:my/)?articles/", url)}
    originals = {url for url in articles if built.pages[url].find("link", rel="alternate")}
    assert found.keys() == originals | {"index.html", "my/index.html"}
    for url, data in found.items():
        assert data["@context"] == "https://schema.org"
        assert data["url"] == SITE_URL + url
        assert data["inLanguage"] == built.pages[url].language


@pytest.mark.parametrize("language", ["en", "my"])
def test_fallback_is_honest(grown: BuiltSite, language: str) -> None:
    name = {"en": "only-burmese", "my": "only-english"}[language]
    own_folder, other_folder = ("", "my/") if language == "en" else ("my/", "")
    page = grown.pages[f"{own_folder}articles/{name}.html"]
    other = {"en": "my", "my": "en"}[language]
    assert page.language == language
    assert page.find("h1")[0].get("lang") == other
    assert page.find("div", **{"class": "prose"})[0].get("lang") == other
    assert len(page.find("p", **{"class": "notice"})) == 1
    original = f"{SITE_URL}{other_folder}articles/{name}.html"
    assert only(page, "link", "href", rel="canonical") == original
    shards = [file for file in grown.files if file.startswith(f"search/{language}/")]
    assert shards
    for url in ("sitemap.xml", f"{own_folder}feed.xml", *shards):
        assert f"{SITE_URL}{own_folder}articles/{name}.html<" not in grown.read(url)
        assert f'"{own_folder}articles/{name}.html"' not in grown.read(url)


def test_no_page_holds_more_than_fifty_works_or_too_many_topics(built: BuiltSite) -> None:
    for page in built.pages.values():
        assert len(page.find("li", **{"class": "card"})) <= 50
        entries = page.find("section", **{"class": "card name"})
        assert len(entries) <= LINES_ON_PAGE / LINES_OF_ENTRY


def test_no_burmese_mark_stands_without_its_letter(own: BuiltSite) -> None:
    """It would be shown on a dotted circle."""
    lone = re.compile("(?<![\u1000-\u109f])[\u102b-\u103e]")
    for page in own.pages.values():
        text = "".join(page.tree.itertext())
        for example in (e for group in read_examples().values() for e in group):
            text = text.replace(example.bad.strip(), "")  # one of them is in Zawgyi
            text = text.replace(str(example.values.get("before", "")), "")
        assert [text[m.start() : m.start() + 20] for m in lone.finditer(text)] == [], page.url
