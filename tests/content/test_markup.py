import pytest

from lanpya.content.markup import create_markdown


def html_of(text: str) -> str:
    return create_markdown().convert(text)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<b>a</b> <!-- c -->", "<p>&lt;b&gt;a&lt;/b&gt; &lt;!-- c --&gt;</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("<div>\n\n# x\n\n</div>", '<p>&lt;div&gt;</p>\n<h1 id="x">x</h1>\n<p>&lt;/div&gt;</p>'),
        ("a {: onclick=x}", "<p>a {: onclick=x}</p>"),
        ('--8<-- "mkdocs.yml"', '<p>--8&lt;-- "mkdocs.yml"</p>'),
        ("[TOC]", "<p>[TOC]</p>"),
        ("a\n: b", "<p>a\n: b</p>"),
    ],
)
def test_dialect_has_neither_html_nor_what_reads_files(text: str, html: str) -> None:
    assert html_of(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("## A {#b}", '<h2 id="b">A</h2>'),
        ("## A {: #b }", '<h2 id="b">A</h2>'),
        ("## A {#b} ##", '<h2 id="b">A</h2>'),
        ("## A *b* {#c}", '<h2 id="c">A <em>b</em></h2>'),
        ("## ထိုးစစ် {#offensive}", '<h2 id="offensive">ထိုးစစ်</h2>'),
        ("## ထိုးစစ်", '<h2 id="ထိုးစစ်">ထိုးစစ်</h2>'),
        ("## A {#b onclick=x}", '<h2 id="a-b-onclick-x">A {#b onclick=x}</h2>'),
        ("## A {.b}", '<h2 id="a-b">A {.b}</h2>'),
        ("Text {#b}", "<p>Text {#b}</p>"),
    ],
)
def test_heading_may_have_an_id_and_no_other_attribute(text: str, html: str) -> None:
    assert html_of(text) == html


def test_text_that_costs_too_much_comes_out_as_it_was_written() -> None:
    text = "<b>&" + "[" * 8000
    assert html_of(text) == "<pre>&lt;b&gt;&amp;" + "[" * 8000 + "</pre>"


def test_costly_text_leaves_nothing_to_the_next_page() -> None:
    md = create_markdown()
    md.convert("## A {#a}")
    md.reset()
    md.convert("[" * 8000)
    assert md.reset().convert("b") == "<p>b</p>"
