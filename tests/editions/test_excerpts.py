"""Texts of several pages, fit to stand in one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.editions.excerpts import Excerpt, make_finder, squeeze_tags, write_attribute

SITE = "https://a.example/my/"
find = make_finder(
    {f"{SITE}x/a.html": "x/a", f"{SITE}x/b.html": "x/b", f"{SITE}t/all.html#c": "t/c"}
)


def render(html: str) -> str:
    return Excerpt(html, "x/a", f"{SITE}x/a.html").render(find, lambda address: f"data:,{address}")


@pytest.mark.parametrize(
    ("html", "rendered"),
    [
        ("<h1>A</h1>", "<h2>A</h2>"),
        ('<h2 id="b">A</h2>', "<h3 id=x/a:b>A</h3>"),
        ('<a href="#b">c</a>', "<a href=#x/a:b>c</a>"),
        ('<a href="../t/all.html#c">c</a>', "<a href=#t/c>c</a>"),
        ('<a href="../t/all.html#d">d</a>', f"<a href={SITE}t/all.html#d>d</a>"),
        ('<a href="b.html#c">d</a>', "<a href=#x/b:c>d</a>"),
        (f'<a href="{SITE}x/b.html">d</a>', "<a href=#x/b>d</a>"),
        ('<a href="../c.html">d</a>', "<a href=https://a.example/my/c.html>d</a>"),
        ('<a href="https://b.example/">d</a>', '<a href="https://b.example/">d</a>'),
        ('<i aria-labelledby="b c">d</i>', '<i aria-labelledby="x/a:b x/a:c">d</i>'),
        ('<img alt="" src="i.png">', '<img alt="" src=data:,https://a.example/my/x/i.png>'),
        ('<i title="a > b">c</i>', '<i title="a > b">c</i>'),
        ('<i class="a b" hidden>c</i>', '<i class="a b" hidden>c</i>'),
        ('<span class="nb">၂ သန်း</span>', "<n-b>၂ သန်း</n-b>"),
        ("<p>a</p>\n\n<p>b</p>\n", "<p>a<p>b</p>"),
        ("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "<ul>\n<li>a<li>b</ul>"),
        ("<li>a <p>b</p> c</li>x", "<li>a <p>b</p> c</li>x"),
        ('<tr>\n<td>a</td>\n<td align="right">b</td>\n</tr>', "<tr>\n<td>a<td align=right>b</tr>"),
        (
            '<svg viewBox="0 0 1 5"><rect width="1"/></svg>',
            '<svg viewBox="0 0 1 5"><rect width=1 /></svg>',
        ),
        ('a id="b" &lt;p&gt;', 'a id="b" &lt;p&gt;'),
        ("<pre>a\n\n  b\n</pre>", "<pre>a\n\n  b\n</pre>"),
    ],
)
def test_excerpt_is_made_fit(html: str, rendered: str) -> None:
    assert render(html) == rendered


@given(st.text(st.characters(codec="utf-8", exclude_characters='"<>&')))
def test_attributes_are_quoted_where_they_have_to_be(value: str) -> None:
    written = write_attribute("title", value)
    if value and '"' not in written:
        assert not set(written.removeprefix(" title=")) & set(" \t\n\r\f'`=")


def test_squeeze_tags_takes_needless_quotation_marks_only() -> None:
    html = '<p class="a" id="b c" title="d=&#34;e&#34;"><a href=#f>x="y"</a><i hidden lang="my">'
    squeezed = '<p class=a id="b c" title="d=&#34;e&#34;"><a href=#f>x="y"</a><i hidden lang=my>'
    assert squeeze_tags(html) == squeezed
    assert squeeze_tags(squeezed) == squeezed
