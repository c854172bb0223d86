"""The site in one file, opened alone from a folder with nothing else in it."""

import re
import shutil
from base64 import b64decode
from collections.abc import Callable, Mapping
from io import BytesIO
from itertools import islice
from pathlib import Path
from random import Random

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Page

from lanpya.editions import single_page
from lanpya.editions.bundle import bundle, plan_jobs
from lanpya.editions.fonts import cut_font
from lanpya.editions.offprints import ARTICLE
from lanpya.editions.publication import Publication
from lanpya.editions.single_page import ESSENTIALS_LIMIT, PAGE
from lanpya.site.squeeze import sha256_source
from lanpya.text.inflections import stem
from lanpya.text.syllables import split_syllables
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
from tests.site.repository import read_tree
from tests.text.test_zawgyi import to_zawgyi

WRAPPING = "getComputedStyle(document.querySelector('n-b')).whiteSpace"
MEND = """(queries) => Promise.all(queries.map((query) => lanpya.search(query)))
  .then((answers) => answers.map((results) => [results.spelling, results.length]))"""
LOAD_FONT = """document.fonts.load('16px "Lanpya Myanmar"', 'မြန်မာ')
  .then((fonts) => fonts.map((font) => font.status))"""


@pytest.fixture(scope="module")
def dist(publication: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("pages") / "dist"
    bundle(publication, plan_jobs([PAGE, ARTICLE], publication.languages), target)
    return target


@pytest.fixture(scope="module")
def pages(
    publication: Publication, dist: Path, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, SinglePage]:
    """By language, and by language with "essentials"."""
    found = {}
    for language in publication.languages:
        for part in ("", "essentials"):
            name = publication.file_name([language], "html", part)
            folder = tmp_path_factory.mktemp("alone")
            shutil.copy2(dist / name, folder)
            found[f"{language.tag} {part}".strip()] = SinglePage(folder / name)
    return found


def test_page_is_one_request_and_shows_its_font(
    pages: Mapping[str, SinglePage], open_page: Callable[..., Page]
) -> None:
    for page in pages.values():
        shown = open_page(**PHONE)
        asked = note_requests(shown)
        shown.goto(page.path.as_uri())
        assert shown.evaluate(LOAD_FONT) == ["loaded"]
        assert asked == [page.path.as_uri()]
        assert shown.evaluate("document.documentElement.scrollWidth") <= 360
        assert shown.evaluate(WRAPPING) == "nowrap"


@pytest.mark.parametrize("has_script", [True, False])
def test_every_work_is_reached_from_the_contents(
    publication: Publication,
    pages: Mapping[str, SinglePage],
    open_page: Callable[..., Page],
    has_script: bool,
) -> None:
    shown = open_page(**PHONE, java_script_enabled=has_script)
    for language in publication.languages:
        page = pages[language.tag]
        shown.goto(page.path.as_uri())
        assert shown.locator("#x-search").is_visible() == has_script
        for work in publication.works(language.tag):
            shown.locator("#x-titles").scroll_into_view_if_needed()
            shown.locator(f'#x-titles a[href="#{work.page.uri}"]').click()
            assert shown.url == f"{page.path.as_uri()}#{work.page.uri}"
            heading = shown.locator(f'[id="{work.page.uri}"] h2')
            assert heading.inner_text().strip() == work.page.title
            place = heading.bounding_box()
            assert place
            assert 0 <= place["y"] < 200
        shown.go_back()
        assert shown.url.endswith(publication.works(language.tag)[-2].page.uri)


def test_address_leads_to_a_work_and_to_a_figure(
    pages: Mapping[str, SinglePage], open_page: Callable[..., Page]
) -> None:
    page = pages["my"]
    row = next(one for one in page.parsed.find("tr") if one.get("id"))
    for anchor in ("articles/two-million-displaced", "topics/displacement", row.attrib["id"]):
        shown = open_page(**PHONE)
        shown.goto(f"{page.path.as_uri()}#{anchor}")
        place = shown.locator(f'[id="{anchor}"]').bounding_box()
        assert place
        assert -1 <= place["y"] < 200


def texts_of(page: BuiltPage, tag: str, name: str) -> list[str]:
    found = page.find(tag, **{"class": name})
    return ["".join("".join(one.itertext()).split()) for one in found]


def test_page_holds_every_work_topic_and_figure(
    publication: Publication, pages: Mapping[str, SinglePage]
) -> None:
    for language in publication.languages:
        page = pages[language.tag].parsed
        ids = set(page.ids)
        proses = texts_of(page, "div", "prose")
        for work in publication.works(language.tag):
            (prose,) = texts_of(BuiltPage("", work.page.html), "div", "prose")
            assert prose in proses
            assert {f"{work.page.uri}:x-figure-{one.id}" for one in work.work.figures} <= ids
        assert {f"topics/{id_}" for id_ in publication.library.vocabulary.topics} <= ids
        assert {"safety", "about"} <= ids


def test_markup_is_right_and_no_link_leads_nowhere(pages: Mapping[str, SinglePage]) -> None:
    for page in pages.values():
        check_markup(page.parsed)


def test_policy_names_what_is_inside(pages: Mapping[str, SinglePage]) -> None:
    for page in pages.values():
        (style,), (script,) = page.parsed.find("style"), page.parsed.find("script")
        (policy,) = [
            one.attrib["content"]
            for one in page.parsed.find("meta")
            if one.get("http-equiv") == "Content-Security-Policy"
        ]
        assert policy == (
            f"default-src 'none'; script-src '{sha256_source(script.text or '')}'; "
            f"style-src '{sha256_source(style.text or '')}'; font-src data:; img-src data:; "
            "base-uri 'none'; form-action 'none'"
        )


def test_search_finds_burmese_inside_phrases(
    pages: Mapping[str, SinglePage], open_page: Callable[..., Page]
) -> None:
    page = pages["my"]
    queries = list(islice(make_queries(page), QUERIES))
    assert len(set(queries)) > QUERIES * 0.9
    shown = open_page()
    shown.goto(page.path.as_uri())
    answers = shown.evaluate(ASK, queries)
    for query, urls in zip(queries, answers, strict=True):
        wanted = page.holding(query)
        assert wanted
        assert works_among(urls) == wanted | page.named(query), query


def test_search_finds_kin_parts_and_other_names(
    pages: Mapping[str, SinglePage], open_page: Callable[..., Page]
) -> None:
    page = pages["en"]
    shown = open_page()
    shown.goto(page.path.as_uri())
    kin = {
        anchor
        for anchor, blocks in page.keys.items()
        for key, _ in blocks
        if any(stem(token, "en") == stem("displace", "en") for token in split_syllables(key))
    }
    both = page.holding("humanitarian") & page.holding("border")
    inside, quoted, other = shown.evaluate(
        ASK, ["humanitarian border", '"humanitarian border"', "စစ်ကိုင်းတိုင်းဒေသကြီး"]
    )
    assert both
    assert works_among(inside) >= both
    assert works_among(quoted) <= both
    assert works_among(other) == page.named("စစ်ကိုင်းတိုင်းဒေသကြီး") != set()
    (found,) = shown.evaluate(ASK, ["displace"])
    assert kin
    assert works_among(found) >= kin


def test_search_box_shows_results_that_lead_to_works(
    pages: Mapping[str, SinglePage], open_page: Callable[..., Page]
) -> None:
    shown = open_page(**PHONE)
    for tag, query, other in (("my", "စစ်ကိုင်း", "Sagaing"), ("en", "two million displaced", "စစ်ကိုင်း")):
        shown.goto(pages[tag].path.as_uri())
        for words in (query, other):
            shown.fill("#x-query", words)
            shown.wait_for_selector("#x-results a")
            assert shown.locator("#x-status").inner_text()
            targets = shown.eval_on_selector_all(
                "#x-results a", "(links) => links.map((one) => one.getAttribute('href').slice(1))"
            )
            assert set(targets) <= set(pages[tag].parsed.ids)
            shown.fill("#x-query", "qqzz")
            shown.wait_for_selector("#x-results a", state="detached")
    assert "#" not in shown.url


def test_print_is_of_the_work_that_the_address_names(
    pages: Mapping[str, SinglePage], open_page: Callable[..., Page]
) -> None:
    shown = open_page()
    shown.goto(pages["en"].path.as_uri())
    shown.emulate_media(media="print")
    entries = shown.locator(".entry")
    count = entries.count()
    assert shown.locator(".entry:visible").count() == count
    shown.evaluate("location.hash = 'articles/two-million-displaced'")
    shown.wait_for_selector(".alone")
    assert shown.locator(".entry:visible").count() == 1
    assert not shown.locator("#x-topics").is_visible()


def test_exit_leaves_at_once(
    pages: Mapping[str, SinglePage], open_page: Callable[..., Page]
) -> None:
    for has_script in (True, False):
        shown = open_page(**PHONE, java_script_enabled=has_script)
        shown.goto(pages["my"].path.as_uri())
        shown.locator("a.exit").click()
        shown.wait_for_url("about:blank")


def test_sizes_are_within_their_budgets(
    publication: Publication, dist: Path, pages: Mapping[str, SinglePage]
) -> None:
    """Burmese takes three bytes a letter: what its page may weigh grows with its text."""
    articles = [path.stat().st_size for path in dist.glob("articles/*/*.html")]
    assert len(articles) == 2 * len(publication.library.works)
    assert max(articles) <= 80 * 1024
    for tag, page in pages.items():
        size = len(page.html.encode())
        text = len("".join(page.parsed.find("main")[0].itertext()).encode())
        font = sum(map(len, re.findall(r"base64,([^\"]*)", page.html)))
        assert size - text - font <= 80 * 1024, tag
        assert size <= ESSENTIALS_LIMIT


def test_font_has_every_letter_of_the_page(pages: Mapping[str, SinglePage], dist: Path) -> None:
    paths = [page.path for page in pages.values()] + sorted(dist.glob("articles/my/*.html"))
    for path in paths:
        html = path.read_text(encoding="utf-8")
        (data,) = re.findall(r"data:font/woff2;base64,([^\"]*)", html)
        with TTFont(BytesIO(b64decode(data))) as font:
            known = set(font.getBestCmap())
        used = {ord(one) for one in html if "\u1000" <= one <= "\u109f"}
        assert used <= known


def test_essentials_leave_out_the_oldest_and_say_so(
    publication: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    english = publication.languages[0]
    monkeypatch.setattr(single_page, "ESSENTIALS_LIMIT", 120_000)
    maker = single_page._Maker(publication, english)
    short = BuiltPage("", maker.render_essentials())
    assert len(short.html.encode()) <= 120_000
    works = [work.page.uri for work in publication.works(english.tag)]
    shown = [uri for uri in works if uri in short.ids]
    assert shown == works[: len(shown)]
    assert 0 < len(shown) < len(works)
    assert f"({len(works) - len(shown)} older article" in short.html
    assert short.ids.index("safety") < short.ids.index(works[0])
    check_markup(short)


def test_texts_that_are_not_translated_keep_their_language(
    grown_publication: Publication, tmp_path: Path
) -> None:
    dist = tmp_path / "dist"
    bundle(grown_publication, plan_jobs([PAGE, ARTICLE], grown_publication.languages), dist)
    for language in grown_publication.languages:
        name = grown_publication.file_name([language], "html")
        page = BuiltPage("", (dist / name).read_text(encoding="utf-8"))
        check_markup(page)
        fallbacks = [one for one in grown_publication.works(language.tag) if one.is_fallback]
        assert fallbacks
        for work in fallbacks:
            (entry,) = page.find("article", id=work.page.uri)
            heading = entry.find("h2")
            assert heading is not None
            assert heading.get("lang") == work.text.language
        short = (dist / grown_publication.file_name([language], "html", "essentials")).read_bytes()
        assert len(short) <= ESSENTIALS_LIMIT


def test_same_site_gives_the_same_bytes(
    publication: Publication, dist: Path, tmp_path: Path
) -> None:
    cut_font.cache_clear()
    bundle(publication, plan_jobs([PAGE, ARTICLE], publication.languages), tmp_path / "dist")
    assert read_tree(tmp_path / "dist") == read_tree(dist)


def test_offprints_with_the_font_open_alone(
    dist: Path, tmp_path: Path, open_page: Callable[..., Page]
) -> None:
    shutil.copy2(dist / "articles/my/two-million-displaced.html", tmp_path)
    shown = open_page(**PHONE, java_script_enabled=False)
    asked = note_requests(shown)
    (path,) = tmp_path.glob("*.html")
    shown.goto(path.as_uri())
    shown.wait_for_timeout(100)
    assert asked == [path.as_uri()]
    assert shown.evaluate(LOAD_FONT) == ["loaded"]
    assert shown.evaluate(WRAPPING) == "nowrap"


def test_links_to_lists_and_topics_stay_inside(publication: Publication) -> None:
    english = publication.languages[0]
    maker = single_page._Maker(publication, english)
    address = publication.site.address
    lists = {page.kind: page.url for page in publication.site.pages[english.tag]}
    topic = next(iter(publication.library.vocabulary.topics))
    find = maker._reader._find
    assert find(f"{address}{lists['titles']}") == "#x-titles"
    assert find(f"{address}{lists['topics']}") == "#x-topics"
    assert find(f"{address}{lists['names']}#{topic}") == f"#topics/{topic}"
    inside, gone = "#articles/two-million-displaced", "#articles/posts-change-hands:account"
    links = [f"<a href={inside} id=articles/two-million-displaced>", f"<a href={gone}>"]
    led = maker._lead_out([*links, "<a href=#topics/none:x>", "<i id=x-topics>"])
    assert led[0] == links[0]
    assert led[1] == f'<a href="{address}articles/posts-change-hands.html">'
    assert led[2] == '<a href="#x-topics">'


@pytest.mark.parametrize("tag", ["en", "my"])
def test_search_mends_what_was_typed_wrong(
    pages: Mapping[str, SinglePage], open_page: Callable[..., Page], tag: str
) -> None:
    """Of words by chance, each with a letter too few, most are found, and it is said so."""
    page, chance = pages[tag], Random(SEED)
    tokens = [re.split(r"[ ၊။]", key) for blocks in page.keys.values() for key, _ in blocks]
    pattern = re.compile("[a-z]{7,}" if tag == "en" else "[က-႟]{8,24}")
    words = sorted({word for some in tokens for word in some if pattern.fullmatch(word)})
    typed = [word[:4] + word[5:] for word in chance.sample(words, 20)]
    typed = [word for word in typed if not page.holding(word)]
    shown = open_page()
    shown.goto(page.path.as_uri())
    answers = shown.evaluate(MEND, typed)
    mended = [spelling for spelling, count in answers if spelling and count]
    assert len(mended) >= 0.6 * len(typed), list(zip(typed, answers, strict=True))
    assert all(page.holding(spelling) or page.named(spelling) for spelling in mended)


def test_search_reads_zawgyi_and_says_what_it_looked_for(
    pages: Mapping[str, SinglePage], publication: Publication, open_page: Callable[..., Page]
) -> None:
    shown = open_page(**PHONE)
    shown.goto(pages["my"].path.as_uri())
    word = "ကချင်ပြည်နယ်"
    shown.fill("#x-query", to_zawgyi(word))
    shown.locator("#x-results a").first.wait_for()
    said = publication.strings["my"]("search.similar", words=word)
    assert said in shown.locator("#x-status").inner_text()
    assert set(shown.evaluate(ASK, [to_zawgyi(word)])[0]) >= pages["my"].holding(word)
