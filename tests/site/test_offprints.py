"""Each article as a file of its own."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from jinja2 import DictLoader, Environment

from lanpya.site.contents import Content
from lanpya.site.cut_style import cut_style, font_faces
from lanpya.site.offprints import render_offprint
from lanpya.text.numerals import to_ascii_digits
from tests.conftest import REPOSITORY
from tests.site.built import BuiltPage, BuiltSite

LIMIT = 30 * 1024
CSS = (REPOSITORY / "overrides/assets/stylesheets/lanpya.css").read_text(encoding="utf-8")


def test_every_article_has_one_and_links_to_it(built: BuiltSite) -> None:
    articles = {url for url in built.pages if re.match(r"(?:my/)?articles/", url)}
    assert built.offprints.keys() == articles
    for url in articles:
        page = built.pages[url]
        links = [link for link in page.find("a") if "download" in link.attrib]
        (link,) = links
        assert built.lead(page.absolute(link.attrib["href"])) == (built.offprints[url].url, "")
        assert re.fullmatch(r"(?:[0-9X-]+|notes)\.html", link.attrib["download"])
        size = (built.folder / built.offprints[url].url).stat().st_size
        shown = re.findall("[0-9]+", to_ascii_digits("".join(link.itertext())))
        assert shown[-1] == str(-(-size // 1024))
        assert ("၀" <= "".join(link.itertext())[-4] <= "၉") == (page.language == "my")


def test_nothing_of_them_is_elsewhere(built: BuiltSite) -> None:
    for page in built.offprints.values():
        assert page.errors == [], page.url
        assert not page.find("script")
        assert not [one for one in page.find("link") if one.get("rel") != "canonical"][1:]
        assert page.find("meta", name="robots", content="noindex")
        for element, address in page.addresses():
            if element.tag == "a":
                assert re.match(r"#.|https://|about:blank$", address), address
            elif element.get("rel") != "canonical":
                assert address.startswith("data:"), address
        assert "url(" not in page.html
        assert len(page.ids) == len(set(page.ids))


def test_policy_allows_their_own_style_and_no_more(built: BuiltSite) -> None:
    for page in built.offprints.values():
        (style,) = page.find("style")
        digest = b64encode(sha256((style.text or "").encode()).digest()).decode()
        (policy,) = [
            meta.get("content")
            for meta in page.find("meta")
            if meta.get("http-equiv") == "Content-Security-Policy"
        ]
        assert policy == (
            f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
            "base-uri 'none'; form-action 'none'"
        )


def words_of(page: BuiltPage, tag: str, name: str) -> str:
    return "".join("".join(one.itertext()) for one in page.find(tag, **{"class": name})).strip()


def test_they_hold_all_that_the_page_says_of_the_work(built: BuiltSite) -> None:
    for url, offprint in built.offprints.items():
        page = built.pages[url]
        assert words_of(offprint, "div", "prose") == words_of(page, "div", "prose")
        assert words_of(offprint, "p", "standfirst") == words_of(page, "p", "standfirst")
        assert words_of(offprint, "aside", "box source") == words_of(page, "aside", "box source")
        ladders = [words_of(one, "section", "box ladder") for one in (offprint, page)]
        assert ladders[0] == ladders[1]
        assert len(offprint.find("p", **{"class": "notice"})) == len(
            page.find("p", **{"class": "notice"})
        )


def test_they_are_light(own: BuiltSite) -> None:
    """Burmese takes three bytes a letter: what a page of it may weigh grows with its text."""
    for url, page in own.offprints.items():
        text = len("".join(page.find("body")[0].itertext()).encode())
        size = len(page.html.encode())
        assert size <= (LIMIT if page.language == "en" else text * 1.5 + 6000), url


def test_style_is_cut_to_what_is_used() -> None:
    css = '@font-face{src:url("a")}*{a:b}p,.x b{c: d;\ne: f;}.y{g:h}@media print{.y{i:j}.x{k:l}}'
    assert cut_style(css, '<p class="x z">') == "*{a:b}p{c:d;e:f}@media print{.x{k:l}}"
    assert cut_style(css, '<i class="x"><b>') == "*{a:b}.x b{c:d;e:f}@media print{.x{k:l}}"
    assert cut_style('[lang="my"] a:focus{a:b}', '<p lang="my"><a>') == '[lang="my"] a:focus{a:b}'
    assert (
        cut_style('[lang="my"] a{a:b}[hidden]{c:d}', '<p lang="en"><a hidden>') == "[hidden]{c:d}"
    )
    assert cut_style(css, "<b class=y>") == "*{a:b}.y{g:h}@media print{.y{i:j}}"
    assert cut_style("n-b{a:b}n-c{d:e}", "<p><n-b>x</n-b>") == "n-b{a:b}"
    assert font_faces(css) == ['@font-face{src:url("a")}']


def test_cut_style_is_read_from_the_sheet_whole(own: BuiltSite) -> None:
    """Every rule of the sheet is either kept or asks for something that is not there."""
    sheet = own.read("assets/stylesheets/lanpya.css")
    parts = sorted(set(re.findall(r"\[[^\]]+\]|[.#]?[a-zA-Z][\w-]*", sheet)))
    everything = "".join(
        f"<i {part[1:-1]}>"
        if part[0] == "["
        else f'<i class="{part[1:]}">'
        if part[0] == "."
        else f"<{part}>"
        for part in parts
        if part[0] != "#"
    )
    kept = re.sub(r"[\s;]", "", cut_style(sheet, everything.lower()))
    faces = "".join(font_faces(sheet))
    assert kept == re.sub(r"[\s;]", "", sheet.replace(faces, ""))


def test_images_come_along_and_links_keep_their_aim(tmp_path: Path) -> None:
    environment = Environment(
        autoescape=True,
        loader=DictLoader(
            {"offprint.html": "{{ policy }}<style>{{ style }}</style>{{ prose|safe }}"}
        ),
    )
    html = (
        '<a href="b.html#c">b</a><a href="#d">d</a><img alt="" src="../i/x.png"><img src="no.gif">'
    )
    shown = {
        "content": Content(html, ()),
        "canonical": "https://a.example/x/y.html",
        "view": {"machine_date": "2024-02"},
    }
    read = {"../i/x.png": b"\x89PNG"}.get
    made = render_offprint(environment, shown, "x/y.html", "", read)
    assert made.url == "assets/offprints/x/y.html"
    assert made.file_name == "2024-02.html"
    assert '<a href="https://a.example/x/b.html#c">' in made.html
    assert '<a href="#d">' in made.html
    assert '<img alt="" src="data:image/png;base64,iVBORw==">' in made.html
    assert '<img src="data:,">' in made.html
