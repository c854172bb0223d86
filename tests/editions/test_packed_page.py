"""A single page without room for all its works: what is packed is read and found like the rest."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Page, expect

from lanpya.editions import packing, single_page
from lanpya.editions.publication import Publication
from lanpya.model import Language
from tests.browser.test_axe import find_violations
from tests.editions.single_pages import (
    ASK,
    PHONE,
    QUERIES,
    SEED,
    SinglePage,
    check_markup,
    make_queries,
    note_requests,
    works_among,
)
from tests.site.built import BuiltPage

WORD_RE = re.compile(r"[a-z]{2,}")
TEXT_OF = "(id) => document.getElementById(id).textContent.replace(/\\s+/g, '')"
BLOCK_RE = re.compile(r'(<script type="text/x-packed" id="x-packed-(\d+)"[^>]*>)([^<]*)')


@pytest.fixture(scope="module")
def pages(
    publication: Publication, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, SinglePage]:
    """By language, and by language with "packed": all works plainly, and all packed."""
    found = {}
    for limit, mark in ((single_page.PAGE_LIMIT, ""), (1, " packed")):
        for language in publication.languages:
            path = tmp_path_factory.mktemp("alone") / "page.html"
            path.write_text(make_page(publication, language, limit), encoding="utf-8")
            found[language.tag + mark] = SinglePage(path)
    return found


def make_page(publication: Publication, language: Language, limit: int) -> str:
    """A page of so many bytes at most, if it can be; of several blocks where it is packed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(single_page, "PAGE_LIMIT", limit)
        patch.setattr(packing, "BLOCK", 20_000)
        return single_page._Maker(publication, language).render_whole()


def uris(publication: Publication) -> list[str]:
    return [work.page.uri for work in publication.works(publication.languages[0].tag)]


def english_queries(page: SinglePage) -> Iterator[str]:
    """Phrases of one to three words, in quotation marks, as chance has it."""
    chance = Random(SEED)
    keys = [key for blocks in page.keys.values() for key, _ in blocks]
    while True:
        words = chance.choice(keys).split(" ")
        at = chance.randrange(len(words))
        some = words[at : at + chance.randint(1, 3)]
        if all(map(WORD_RE.fullmatch, some)):
            yield f'"{" ".join(some)}"'


def test_markup_is_right_and_same_input_gives_same_bytes(
    publication: Publication, pages: Mapping[str, SinglePage]
) -> None:
    for language in publication.languages:
        page = pages[f"{language.tag} packed"]
        check_markup(page.parsed)
        assert make_page(publication, language, 1) == page.html
        assert len(BLOCK_RE.findall(page.html)) > 1
        works = page.parsed.find("div", id="x-works")
        assert "prose" not in {one.get("class") for one in works[0].iter()}


@pytest.mark.parametrize("tag", ["en", "my"])
def test_as_many_as_there_is_room_for_stand_plainly(
    publication: Publication, pages: Mapping[str, SinglePage], tag: str
) -> None:
    plain, packed = (len(pages[name].html.encode()) for name in (tag, f"{tag} packed"))
    language = next(one for one in publication.languages if one.tag == tag)
    counts = []
    for limit in (packed, (plain + packed) // 2, plain - 1, plain):
        made = BuiltPage("", make_page(publication, language, limit))
        assert len(made.html.encode()) <= limit
        entries = made.find("article", **{"class": "entry"})
        works = [one for one in entries if one.get("id", "").startswith("articles/")]
        assert [one.get("id") for one in works] == uris(publication)
        is_packed = [one.get("data-in") is not None for one in works]
        assert is_packed == sorted(is_packed)  # the newest stand plainly
        counts.append(sum(is_packed))
    assert counts[0] == len(uris(publication)) > counts[1] > counts[-1] == 0
    assert counts[1] >= counts[2] > 0


def test_style_of_what_is_packed_is_there(
    pages: Mapping[str, SinglePage], open_page: Callable[..., Page]
) -> None:
    for tag in ("en", "my"):
        shown = open_page(**PHONE)
        shown.goto(pages[f"{tag} packed"].path.as_uri())
        plain = shown.evaluate("getComputedStyle(document.body).backgroundColor")
        box = shown.locator(".older").evaluate("(one) => getComputedStyle(one).backgroundColor")
        assert box not in (plain, "rgba(0, 0, 0, 0)")
        button = shown.locator(".packed button").first
        assert button.evaluate("(one) => getComputedStyle(one).display") == "block"
        place = button.bounding_box()
        assert place
        assert place["height"] >= 44


def test_without_scripts_it_is_said_where_the_text_is(
    publication: Publication, pages: Mapping[str, SinglePage], open_page: Callable[..., Page]
) -> None:
    shown = open_page(**PHONE, java_script_enabled=False)
    for language in publication.languages:
        shown.goto(pages[f"{language.tag} packed"].path.as_uri())
        words = publication.strings[language.tag]
        for work in publication.works(language.tag):
            shown.locator(f'#x-titles a[href="#{work.page.uri}"]').click()
            entry = shown.locator(f'[id="{work.page.uri}"]')
            assert entry.locator("h2").inner_text().strip() == work.page.title
            assert entry.locator(".standfirst").is_visible()
            assert entry.locator("time").is_visible()
            assert entry.locator(".packed").inner_text() == words("page.packed")
        assert not shown.locator("button:visible").count()
        assert shown.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("tag", ["en", "my"])
def test_every_text_is_the_same_when_it_is_opened(
    publication: Publication,
    pages: Mapping[str, SinglePage],
    open_page: Callable[..., Page],
    tag: str,
) -> None:
    plain, packed = open_page(), open_page(**PHONE)
    asked = note_requests(packed)
    plain.goto(pages[tag].path.as_uri())
    packed.goto(pages[f"{tag} packed"].path.as_uri())
    words = publication.strings[tag]
    for uri in uris(publication):
        entry = packed.locator(f'[id="{uri}"]')
        assert "KB" in (entry.locator("button").text_content() or "")
        assert words("page.packed-note") in (entry.locator(".packed").text_content() or "")
        entry.locator("button").click()
        expect(entry.locator(".prose")).to_be_visible()
        assert packed.evaluate(TEXT_OF, uri) == plain.evaluate(TEXT_OF, uri)
        assert packed.evaluate("document.activeElement.tagName") == "H2"
    assert not packed.locator(".packed").count()
    assert packed.evaluate("document.documentElement.scrollWidth") <= 360
    assert asked == [pages[f"{tag} packed"].path.as_uri()]


def test_address_opens_a_text_and_back_leads_back(
    publication: Publication, pages: Mapping[str, SinglePage], open_page: Callable[..., Page]
) -> None:
    page, (first, *_, last) = pages["my packed"], uris(publication)
    row = next(one.attrib["id"] for one in pages["my"].parsed.find("tr") if one.get("id"))
    shown = open_page(**PHONE)
    for anchor in (f"{last}:x-source", row, last):
        shown.goto("about:blank")
        shown.goto(f"{page.path.as_uri()}#{anchor}")
        shown.locator(f'[id="{anchor}"]').wait_for()
        place = shown.locator(f'[id="{anchor}"]').bounding_box()
        assert place
        assert -1 <= place["y"] < 200
    assert shown.evaluate("history.length") > 1
    shown.locator("#x-titles").scroll_into_view_if_needed()
    shown.locator(f'#x-titles a[href="#{first}"]').click()
    expect(shown.locator(f'[id="{first}"] .prose')).to_be_visible()
    shown.go_back()
    assert shown.url.endswith(f"#{last}")
    expect(shown.locator(f'[id="{last}"] .prose')).to_be_visible()


def test_print_is_of_the_whole_work_that_the_address_names(
    publication: Publication, pages: Mapping[str, SinglePage], open_page: Callable[..., Page]
) -> None:
    last = uris(publication)[-1]
    shown = open_page()
    shown.goto(pages["en packed"].path.as_uri())
    shown.evaluate(
        "(anchor) => { location.hash = anchor; window.dispatchEvent(new Event('beforeprint')); }",
        last,
    )
    shown.emulate_media(media="print")
    shown.wait_for_selector(".alone")
    assert shown.locator(".entry:visible").count() == 1
    assert shown.locator(f'[id="{last}"] .prose').is_visible()
    assert not shown.locator("button:visible").count()


@pytest.mark.parametrize(("tag", "make"), [("my", make_queries), ("en", english_queries)])
def test_search_finds_in_packed_texts_what_is_there(
    pages: Mapping[str, SinglePage],
    open_page: Callable[..., Page],
    tag: str,
    make: Callable[[SinglePage], Iterator[str]],
) -> None:
    plain, queries = pages[tag], list(islice(make(pages[tag]), QUERIES))
    assert len(set(queries)) > QUERIES * 0.8
    shown = open_page()
    shown.goto(pages[f"{tag} packed"].path.as_uri())
    answers = shown.evaluate(ASK, queries)
    for query, urls in zip(queries, answers, strict=True):
        wanted = plain.holding(query.strip('"'))
        assert wanted
        assert works_among(urls) == wanted | plain.named(query.strip('"')), query
    other = open_page()
    other.goto(plain.path.as_uri())
    free = [query.strip('"') for query in queries]
    assert shown.evaluate(ASK, free) == other.evaluate(ASK, free)


@pytest.mark.parametrize(("tag", "query"), [("my", "စစ်ကိုင်း"), ("en", "displacement")])
def test_box_shows_the_sentence_of_a_packed_text(
    pages: Mapping[str, SinglePage], open_page: Callable[..., Page], tag: str, query: str
) -> None:
    shown = open_page(**PHONE)
    shown.goto(pages[f"{tag} packed"].path.as_uri())
    shown.fill("#x-query", query)
    shown.locator("#x-results mark").first.wait_for()
    expect(shown.locator("#x-results mark").first).to_contain_text(query[:5], ignore_case=True)
    link = shown.locator('#x-results a[href^="#articles/"]').first
    target = (link.get_attribute("href") or "")[1:]
    link.click()
    expect(shown.locator(f'[id="{target}"] .prose')).to_be_visible()


def test_reading_says_how_far_it_is(
    pages: Mapping[str, SinglePage], open_page: Callable[..., Page]
) -> None:
    shown = open_page()
    shown.goto(pages["en packed"].path.as_uri())
    shares = shown.evaluate(
        "async () => { const shares = [], progress = (share) => shares.push(share);"
        " await lanpya.search('a', { progress }); return shares; }"
    )
    assert shares == sorted(shares)
    assert shares[-1] == 1


@pytest.mark.parametrize("tag", ["en", "my"])
@pytest.mark.parametrize("kind", ["cut off", "cut off in a block", "changed", "no base64"])
def test_damage_is_said_and_takes_nothing_else_along(
    publication: Publication,
    pages: Mapping[str, SinglePage],
    open_page: Callable[..., Page],
    tmp_path: Path,
    tag: str,
    kind: str,
) -> None:
    path = tmp_path / "page.html"
    path.write_text(damage(pages[f"{tag} packed"].html, kind), encoding="utf-8")
    words, (first, *_, last) = publication.strings[tag], uris(publication)
    shown = open_page(**PHONE)
    shown.goto(f"{path.as_uri()}#{last}")
    note = shown.locator(f'[id="{last}"] .packed')
    expect(note).to_have_text(words("page.packed-damaged"))
    assert note.get_attribute("role") == "alert"
    shown.locator(f'[id="{first}"] button').click()
    expect(shown.locator(f'[id="{first}"] .prose')).to_be_visible()
    title = publication.works(tag)[-1].page.title
    shown.fill("#x-query", f'"{title}"')
    expect(shown.locator("#x-results a")).to_contain_text([title])
    expect(shown.locator("#x-status")).to_contain_text(words("page.packed-unread"))


def damage(html: str, kind: str) -> str:
    """The page with its last block damaged."""
    *_, block = BLOCK_RE.finditer(html)
    middle = (block.start(3) + block.end(3)) // 2
    if kind == "cut off":
        return html[: block.start()]
    if kind == "cut off in a block":
        return html[:middle]
    other = "!" if kind == "no base64" else "B" if html[middle] == "A" else "A"
    return html[:middle] + other + html[middle + 1 :]


@pytest.mark.parametrize("tag", ["en", "my"])
def test_packed_works_have_no_violations(
    pages: Mapping[str, SinglePage], open_page: Callable[..., Page], tag: str
) -> None:
    shown = open_page(**PHONE)
    shown.goto(pages[f"{tag} packed"].path.as_uri())
    assert find_violations(shown) == []
