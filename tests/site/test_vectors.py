"""The three walls, one at a time: the checker explains, the build neutralises without it."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from playwright.sync_api import Browser, Dialog

from lanpya.site import assembly
from lanpya.site.build import build_site
from lanpya.site.contents import OUTSIDE_REL
from tests.browser.server import serve_site
from tests.content.sites import check_site, write_files
from tests.site.built import SITE_URL, BuiltPage, BuiltSite
from tests.site.inert import find_dangers
from tests.site.repository import BODY, RICH, write_original, write_repository
from tests.site.vectors import BODIES, FILES, FRONT_MATTER, SECRET

CONTENT_RE = re.compile(r'<div class="prose"[^>]*>(.*?)</div>\s*(?:<section|</div>)', re.DOTALL)
NEVER_TAGS = frozenset(
    {"iframe", "object", "embed", "base", "style", "svg", "math", "video", "audio", "portal"}
)
NEVER_ATTRIBUTES = frozenset({"style", "srcset", "srcdoc", "formaction", "ping", "background"})


# Every event that a page of ours does not listen to.
TOUCH = """document.querySelectorAll('.prose *').forEach(element => {
  for (const type of ['click', 'mouseover', 'focus', 'load', 'error', 'toggle'])
    element.dispatchEvent(new Event(type)) })"""
BENIGN = """
## သတင်း {#news}

In May 2024 — “about” 1,976,400 people (၁,၉၇၆,၄၀၀) · 3 < 4, 5 > 4 & 100% · C++, a_b_c, 2 * 3,
{key}, [sic], 50/50, Δ + π, Москва, Đà Nẵng, UNHCR၏ ၂၀၂၄ ခုနှစ် အစီရင်ခံစာ။ 👩‍👧 ❤️ שלום ‏(a)

[မြစ်](https://source.example/a_(b)?c=d&e#f) <https://source.example/x> <help@source.example>
[source.example](https://www.source.example) [report.pdf](https://source.example/report.pdf)

`<script>alert(1)</script>` and &lt;b&gt; and `{{ x }}` and \\*stars\\*
"""
BENIGN_WORDS = (
    "သတင်း", "“about” 1,976,400 people (၁,၉၇၆,၄၀၀) · 3 < 4, 5 > 4 & 100%", "C++, a_b_c, 2 * 3",
    "{key}, [sic], 50/50, Δ + π, Москва, Đà Nẵng, UNHCR၏ ၂၀၂၄ ခုနှစ် အစီရင်ခံစာ။",
    "👩‍👧 ❤️ שלום",
    "<script>alert(1)</script> and <b> and {{ x }} and *stars*", "help@source.example",
    "စကားလုံး စကားလုံး <b>verbatim</b>", "nested", "quoted", "335,000", "Take care",
)  # fmt: skip
BENIGN_LINKS = {
    "https://source.example/a_(b)?c=d&e#f",
    "https://source.example/x",
    "mailto:help@source.example",
    "https://www.source.example",
    "https://source.example/report.pdf",
}


def page_of(name: str) -> str:
    return f"docs/en/articles/{name}.md"


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository that somebody sent, with every vector in a page of its own."""
    root = write_repository(tmp_path_factory.mktemp("sent") / "repository", works=("a",))
    for name, body in BODIES.items():
        path = write_original(root, "en", name)
        text = path.read_text(encoding="utf-8").partition("\n---\n")[0]
        path.write_bytes(f"{text}\n---\n{body}\n".encode())
    for name, lines in FRONT_MATTER.items():
        path = write_original(root, "en", f"front-{name}")
        head, _, body = path.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
        path.write_text(f"---\n{lines}\n{head}\n---\n{body}", encoding="utf-8")
    write_files(root, FILES)
    write_files(root, {".env": f"TOKEN={SECRET}\n", ".git/config": SECRET})
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("strict: true", "strict: false")
    config.write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def reported(repository: Path) -> dict[str, list[int]]:
    """The lines of the findings, by path."""
    lines: dict[str, list[int]] = {}
    for finding in check_site(repository):
        lines.setdefault(finding.path, []).append(finding.line)
    return lines


@pytest.mark.parametrize("name", BODIES)
def test_text_is_reported_with_its_line(reported: dict[str, list[int]], name: str) -> None:
    # An article's front matter, as it is written here, ends on line 11.
    assert any(line > 11 for line in reported.get(page_of(name), []))


@pytest.mark.parametrize("name", FRONT_MATTER)
def test_front_matter_is_reported_with_its_line(reported: dict[str, list[int]], name: str) -> None:
    assert any(line >= 2 for line in reported.get(page_of(f"front-{name}"), []))


@pytest.mark.parametrize("path", FILES)
def test_file_is_reported(reported: dict[str, list[int]], path: str) -> None:
    folders = (path, *map(str, Path(path).parents))
    assert any(folder in reported for folder in folders)


@pytest.fixture(scope="module")
def unchecked(repository: Path) -> Iterator[BuiltSite]:
    """The site of a build that did not ask the checker."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(assembly, "check_reading", lambda *_: [])
        patch.setenv("LANPYA_TOKEN", SECRET)
        yield BuiltSite(build_site(repository / "mkdocs.yml"))


@pytest.mark.parametrize("name", BODIES)
def test_unchecked_text_does_nothing(unchecked: BuiltSite, name: str) -> None:
    page = unchecked.pages.get(f"articles/{name}.html")
    if page is None:
        assert "\0" in BODIES[name], "only what is no text at all makes no page"
        return
    assert page.errors == []
    match = CONTENT_RE.search(page.html)
    assert match
    assert find_dangers(match[1]) == []
    assert list(shell_dangers(page, unchecked)) == []


def test_every_unchecked_page_is_a_page_of_ours(unchecked: BuiltSite) -> None:
    for page in unchecked.pages.values():
        assert list(shell_dangers(page, unchecked)) == []


def shell_dangers(page: BuiltPage, site: BuiltSite) -> Iterator[str]:
    """What no page may have, whoever wrote it."""
    for element in page.elements:
        tag = str(element.tag)
        if tag in NEVER_TAGS and (tag, page.url) != ("style", "404.html"):
            yield f"<{tag}>"
        for name, value in element.attrib.items():
            if name.startswith("on") or name in NEVER_ATTRIBUTES:
                yield f"{tag} {name}={value}"
        if element.get("http-equiv", "").lower() == "refresh":
            yield "refresh"
        if tag == "script" and not is_own_script(element, page, site):
            yield f"script {element.attrib}"


def is_own_script(element: Element, page: BuiltPage, site: BuiltSite) -> bool:
    source = element.get("src")
    if source is None:
        return element.get("type") == "application/ld+json"
    return page.absolute(source).removeprefix(SITE_URL) in site.files


def test_unchecked_files_are_not_published(unchecked: BuiltSite, repository: Path) -> None:
    for url in unchecked.files:
        assert not url.endswith((".svg", ".htm", ".xhtml", ".wasm", ".json", ".pdf", ".mjs", ".md"))
        data = (unchecked.folder / url).read_bytes()
        assert SECRET.encode() not in data
        assert str(repository).encode() not in data
        assert b"root:x:0" not in data
    for name in ("javascripts/page.js", "stylesheets/lanpya.css"):
        assert "alert(1)" not in unchecked.read(f"assets/{name}")
        assert "display:none}" not in unchecked.read(f"assets/{name}")[:40]
    assert not {
        url for url in unchecked.files if "folder" in url or "passwd" in url or "raw" in url
    }


@pytest.mark.parametrize("bypass_csp", [False, True])
def test_unchecked_pages_run_and_fetch_nothing(
    browser: Browser, unchecked: BuiltSite, bypass_csp: bool
) -> None:
    asked: list[str] = []
    spoken: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        spoken.append(dialog.message)
        dialog.dismiss()

    urls = [f"articles/{name}.html" for name in BODIES]
    # The policy only takes away: what does nothing without it needs no second look with it.
    chosen = [url for url in urls if url in unchecked.files][:: 1 if bypass_csp else 8]
    with serve_site(unchecked.folder) as server:
        context = browser.new_context(bypass_csp=bypass_csp)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", dismiss)
        for url in chosen:
            page.goto(server.url + url)
            page.evaluate(TOUCH)
            assert page.url == server.url + url
        context.close()
        assert [url for url in asked if not url.startswith((server.url, "data:"))] == []
    assert spoken == []


def test_rich_page_passes_and_loses_nothing(tmp_path: Path) -> None:
    root = write_repository(tmp_path / "repository", works=("w000",))
    path = write_original(root, "en", "rich", source={"url": "https://source.example/?a=b&c"})
    text = path.read_text(encoding="utf-8").removesuffix(BODY)
    path.write_text(text + RICH % {"word": "စကားလုံး"} + BENIGN, encoding="utf-8")
    assert check_site(root) == []
    page = BuiltSite(build_site(root / "mkdocs.yml")).pages["articles/rich.html"]
    shown = " ".join("".join(page.tree.itertext()).split())
    for words in BENIGN_WORDS:
        assert words in shown
    assert {element.get("href") for element in page.find("a", rel=OUTSIDE_REL)} >= BENIGN_LINKS
    tags = {str(element.tag) for element in page.elements}
    assert tags >= {
        "h2", "h3", "h4", "p", "ul", "ol", "li", "table", "th", "td", "blockquote", "pre", "code",
        "em", "strong", "sup", "a",
    }  # fmt: skip
