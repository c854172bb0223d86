"""Our own templates' HTML, read without a parser."""

import pytest

from lanpya.editions.built_site import BuiltPage
from lanpya.editions.publication import Publication
from lanpya.editions.tags import LINK_RE, TAG_RE, read_attributes, read_text


def test_words_go_on_inside_a_line_and_end_with_a_block() -> None:
    html = '<h2 id="a">In <b>Kay</b>ah</h2><p><a title="1 > 0" href="x">fi<i>sh</i></a><br>1 &lt; 2'
    assert read_text(html).split() == ["In", "Kayah", "fish", "1", "<", "2"]


def test_attributes_are_read_as_a_browser_reads_them() -> None:
    [link] = LINK_RE.finditer('<abbr>x</abbr><a href="a?b&amp;c" title="1 > 0" download>y</a>')
    assert read_attributes(link[1]) == {"href": "a?b&c", "title": "1 > 0", "download": ""}
    assert link[2] == "y"


@pytest.mark.parametrize("tag", ["en", "my"])
def test_every_page_of_the_site_reads_as_a_parser_reads_it(
    publication: Publication, tag: str
) -> None:
    for page in publication.site.pages[tag]:
        main = page.html[page.html.index("<main") : page.html.rindex("</main>")]
        assert "".join(read_text(main).split()) == _parsed_text(page), page.url
        assert "<" not in TAG_RE.sub("", main), page.url


def _parsed_text(page: BuiltPage) -> str:
    [main] = page.parse().iter("main")
    return "".join(main.text_content().split())
