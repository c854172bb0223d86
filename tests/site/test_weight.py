"""What a reader's data pays for: an article, its style and its script, and nothing else."""

import gzip
import re
import shutil
from bisect import bisect
from pathlib import Path

import pytest

from lanpya.site.build import build_site
from lanpya.text.syllables import count_words
from tests.conftest import REPOSITORY, SOURCES
from tests.site.built import BuiltPage, BuiltSite

BUDGET = 12 * 1024  # bytes of HTML, CSS and JavaScript, gzipped
WORDS = 800  # of an article that has to fit into it
REQUESTS = 4
FONT_BUDGET = 40_000


def weigh(site: BuiltSite, url: str) -> int:
    return len(gzip.compress((site.folder / url).read_bytes(), mtime=0))


def prose_of(page: BuiltPage) -> str:
    (prose,) = page.find("div", **{"class": "prose"})
    return "".join(prose.itertext())


def fetched_with(site: BuiltSite, page: BuiltPage) -> list[str]:
    """The files that a browser asks for to show a page, the page among them."""
    linked = [*page.find("script"), *page.find("img"), *page.find("link", rel="stylesheet")]
    addresses = [element.get("src") or element.get("href") for element in linked]
    leads = [site.lead(page.absolute(address)) for address in addresses if address]
    files = [page.url, *(lead[0] for lead in leads if lead)]
    for style in [file for file in files if file.endswith(".css")]:
        base = BuiltPage(style, "")
        fonts = re.findall(r'url\("?([^")]*)"?\)', site.read(style))
        files += [lead[0] for font in fonts if (lead := site.lead(base.absolute(font)))]
    return files


def articles(site: BuiltSite) -> list[BuiltPage]:
    return [page for url, page in site.pages.items() if re.match(r"(?:my/)?articles/", url)]


def test_article_needs_four_requests_at_most(own: BuiltSite) -> None:
    for page in articles(own):
        files = fetched_with(own, page)
        assert [file for file in files if file not in own.files] == []
        assert {Path(file).suffix for file in files} == {".html", ".css", ".js", ".woff2"}
        assert len(files) <= REQUESTS


def test_search_is_not_loaded_before_it_is_used(built: BuiltSite) -> None:
    for page in built.pages.values():
        assert not [file for file in fetched_with(built, page) if file.startswith("search/")]


def test_articles_weigh_no_more_than_their_length_allows(own: BuiltSite) -> None:
    found = articles(own)
    assert len(found) == 10
    for page in found:
        total = sum(weigh(own, file) for file in fetched_with(own, page) if ".woff2" not in file)
        allowed = BUDGET * max(1, count_words(prose_of(page)) / WORDS)
        assert total <= allowed, f"{page.url}: {total} bytes"


@pytest.fixture(scope="module")
def cut_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """This site with every article that is longer cut to 800 words; all else is as it was."""
    root = tmp_path_factory.mktemp("cut")
    for name in SOURCES:
        copy = shutil.copytree if (REPOSITORY / name).is_dir() else shutil.copy2
        copy(REPOSITORY / name, root / name)
    for path in root.glob("docs/*/articles/*.md"):
        head, fence, body = path.read_text(encoding="utf-8").partition("\n---\n")
        path.write_text(head + fence + cut_to(body, WORDS), encoding="utf-8")
    return BuiltSite(build_site(root / "mkdocs.yml"))


def cut_to(text: str, words: int) -> str:
    """The longest beginning, up to a space, of so many words; headings that follow stay."""
    ends = [match.start() for match in re.finditer(r"\s", text)] + [len(text)]
    end = ends[bisect(ends, words, key=lambda end: count_words(text[:end])) - 1]
    headings = re.findall(r"^## .*", text[end:], re.MULTILINE)
    return "\n\n".join([text[:end], *headings])


def test_articles_of_800_words_fit_the_budget(cut_site: BuiltSite) -> None:
    totals = {}
    for page in articles(cut_site):
        if count_words(prose_of(page)) > 0.95 * WORDS:
            files = [file for file in fetched_with(cut_site, page) if ".woff2" not in file]
            assert {Path(file).suffix for file in files} == {".html", ".css", ".js"}
            totals[page.url] = sum(weigh(cut_site, file) for file in files)
    assert len(totals) >= 6
    assert {url: total for url, total in totals.items() if total > BUDGET} == {}


def test_font_is_one_file_within_its_budget(own: BuiltSite) -> None:
    fonts = [file for file in own.files if file.endswith(".woff2")]
    assert fonts == ["assets/fonts/noto-sans-myanmar.woff2"]
    assert (own.folder / fonts[0]).stat().st_size <= FONT_BUDGET


def test_no_page_is_heavy(built: BuiltSite) -> None:
    """A list of fifty is the longest page that there is, whatever the site grows to."""
    heaviest = max(built.pages, key=lambda url: weigh(built, url))
    assert weigh(built, heaviest) <= 2 * BUDGET, heaviest


def test_sizes_that_readers_see_are_true(own: BuiltSite) -> None:
    for page in articles(own):
        shown = " ".join("".join(p.itertext()) for p in page.find("p", **{"class": "meta"}))
        (size, *_) = re.findall(r"([0-9၀-၉]+) KB", shown)
        (prose,) = re.findall(r'<div class="prose">\n(.*?)\n</div>\n', page.html, re.DOTALL)
        assert int(size) == -(-len(gzip.compress(prose.encode(), mtime=0)) // 1024)
