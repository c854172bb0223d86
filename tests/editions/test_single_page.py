"""The site in one file, opened alone from a folder with nothing else in it."""

import re
import shutil
from base64 import b64decode
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from io import BytesIO
from itertools import accumulate, islice
from pathlib import Path
from random import Random

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Page, Request

from lanpya.editions import single_page
from lanpya.editions.bundle import bundle, plan_jobs
from lanpya.editions.fonts import cut_font
from lanpya.editions.offprints import ARTICLE
from lanpya.editions.publication import Publication
from lanpya.editions.single_page import ESSENTIALS_LIMIT, PAGE
from lanpya.site.squeeze import sha256_source
from lanpya.text.inflections import stem
from lanpya.text.normal import search_key
from lanpya.text.syllables import split_syllables
from tests.site.built import BuiltPage
from tests.site.repository import read_tree

PHONE = {"viewport": {"width": 360, "height": 640}}
QUERIES = 50
SEED = 20240206
BLOCKS = ("h3", "h4", "h5", "p", "li", "dd", "th", "td", "pre", "figcaption")
SPOKEN_RE = re.compile("[က-ဪဿ-၉ၐ-ၕ]")
LOAD_FONT = """document.fonts.load('16px "Lanpya Myanmar"', 'မြန်မာ')
  .then((fonts) => fonts.map((font) => font.status))"""
ASK = """(queries) => Promise.all(queries.map((query) => lanpya.search(query)))
  .then((answers) => answers.map((results) => results.map((result) => result.url)))"""


class SinglePage:
    """A made file. copied: alone in a folder."""

    def __init__(self, copied: Path) -> None:
        self.path = copied
        self.html = copied.read_text(encoding="utf-8")
        self.parsed = BuiltPage("", self.html)

    @cached_property
    def keys(self) -> Mapping[str, list[tuple[str, frozenset[int]]]]:
        """By the anchor of a work: its blocks as search keys, and where their tokens begin."""
        found = {}
        for entry in self.parsed.find("article", **{"class": "entry"}):
            parts = [entry.find("h2"), *entry.iter()]
            texts = [
                " ".join("".join(one.itertext()).split())
                for one in parts
                if one is not None
                and (one.tag in BLOCKS or one.tag == "h2")
                and one.get("class") != "up"
                and not any(inner.tag in BLOCKS for inner in islice(one.iter(), 1, None))
            ]
            made = map(search_key, texts)
            found[f"#{entry.get('id')}"] = [
                (key, frozenset(accumulate(map(len, split_syllables(key)), initial=0)))
                for key in made
            ]
        return found

    def named(self, query: str) -> set[str]:
        """The works of the topic that has a query for a name, in any language."""
        found: set[str] = set()
        terms, abouts = self.parsed.find("dt"), self.parsed.find("dd")
        for term in terms:
            others = [span.text or "" for span in term]
            names = [term.text or "", *others, *term.get("data-as", "").split("|")]
            if term.get("id") and search_key(query) in map(search_key, names):
                following = self.parsed.elements.index(term)
                about = next(one for one in self.parsed.elements[following:] if one in abouts)
                found |= {link.attrib["href"] for link in about.iter("a")}
        return found

    def holding(self, query: str) -> set[str]:
        """The works that hold a query from and to whole tokens."""
        needle = search_key(query)
        return {
            anchor
            for anchor, blocks in self.keys.items()
            if any(
                {match.start(), match.start() + len(needle)} <= ends
                for key, ends in blocks
                for match in re.finditer(f"(?={re.escape(needle)})", key)
            )
        }


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


def note_requests(page: Page) -> list[str]:
    """The addresses that are asked for from now on, but for what is in the page itself."""
    asked: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith("data:"):
            asked.append(request.url)

    page.on("request", note)
    return asked


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


def check_markup(page: BuiltPage) -> None:
    assert page.errors == []
    assert len(page.ids) == len(set(page.ids))
    for element, address in page.addresses():
        if element.tag == "a" and address.startswith("#"):
            assert address[1:] in page.ids
        elif element.tag == "a":
            assert re.match(r"https?://|about:blank$", address)
        else:
            assert address.startswith("data:")


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


def works_among(urls: list[str]) -> set[str]:
    return {url for url in urls if not url.startswith("#topics/")}


def make_queries(page: SinglePage) -> Iterator[str]:
    """Some syllables from the midst of a phrase, spaces left out or not: as chance has it."""
    chance = Random(SEED)
    keys = [key for blocks in page.keys.values() for key, _ in blocks]
    while True:
        tokens = split_syllables(chance.choice(keys))
        length = chance.randint(2, 6)
        at = chance.randrange(1, max(2, len(tokens) - length))
        query = "".join(tokens[at : at + length])
        if len(tokens) > length + 2 and all(map(SPOKEN_RE.match, tokens[at : at + length])):
            yield query


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
