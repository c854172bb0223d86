"""Markdown as HTML: links that lead there, phrases kept whole, raw HTML that is only text."""

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.model import Language, Vocabulary
from lanpya.site.contents import Content, Renderer, Section
from tests.site.inert import find_dangers
from tests.site.samples import BURMESE, ENGLISH, make_vocabulary

OUT = 'class="out" rel="noopener noreferrer nofollow"'
TARGETS = {"../about.md": "../about.html", "x.md#a": "x.html#a", "../a/road.webp": "../a/road.webp"}
RICH = """\
Lead *em* **strong** `code` and a note.[^1]

## First {#first}

1. one
    * nested
2. two

### Inner *title*

> quoted

| left | right | middle |
|:-----|------:|:------:|
| a    | 1     | x      |

!!! warning "Take care"
    Inside.

```
<b>verbatim</b>
```

![A road](../a/road.webp "Title")

## ဒုတိယ

The end.

[^1]: The note.
"""
HOSTILE = [
    "<script>alert(1)</script>",
    "<div markdown=1 onclick=alert(1)>\n*a*\n</div>",
    "## Title <img src=x onerror=alert(1)>",
    '## Title {: onload=alert(1) style="position:fixed" }',
    '## Title {#a"onload=alert(1)}',
    "# Title {#a onload=alert(1)}",
    "*a*{: onclick=alert(1) }",
    "[x](javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](jAvA&#115;cript:alert(1))",
    "[x](java&Tab;script&colon;alert(1))",
    "[x]( javascript:alert\\(1\\))",
    "<javascript:alert(1)>",
    "[x][a]\n\n[a]: javascript:alert(1)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "![x](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "![x](//evil.example/x.png)",
    "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
    '![x](x.png "y" onerror=alert(1))',
    '![x" onerror="alert(1)](../a/road.webp)',
    '!!! note "<img src=x onerror=alert(1)>"\n    x',
    "!!! note exit skip\n    x",
    "[^1]\n\n[^1]: <iframe src=javascript:alert(1)></iframe>",
    '[^"onclick=alert(1)]\n\n[^"onclick=alert(1)]: x',
    "| <svg onload=alert(1)> | b |\n|---|---|\n| <b> | d |",
    "<b>term</b>\n:   <style>*{display:none}</style>",
    '```"><script>alert(1)</script>\nx\n```',
    "``` { .x onclick=alert(1) style=y }\nx\n```",
    "```mermaid\ngraph LR; a[<img src=//evil.example/x>]\n```",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\\<script>alert(1)\\</script>",
    "\x02wzxhzdk:0\x03<script>alert(1)</script>",
    "<!-- --><script>alert(1)</script>",
    "*[UN]: <script>alert(1)</script>\n\nUN",
]


def make_renderer(language: Language = ENGLISH, vocabulary: Vocabulary | None = None) -> Renderer:
    return Renderer(language, vocabulary or make_vocabulary([]), "Back {}")


def render(markdown: str, language: Language = ENGLISH) -> Content:
    return make_renderer(language).render(markdown, TARGETS.get)


def inner_text(html: str) -> str:
    return "".join(html5lib.parseFragment(html, namespaceHTMLElements=False).itertext())


@pytest.mark.parametrize("markdown", HOSTILE)
def test_hostile_markdown_is_harmless(markdown: str) -> None:
    assert find_dangers(render(markdown).html) == []


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<b>bold</b>",
        "a <br> b",
        "<!-- comment -->",
        '<a href="x.md">x</a>',
        "<iframe src=x></iframe>",
    ],
)
def test_raw_html_comes_out_as_text(html: str) -> None:
    assert inner_text(render(html).html) == html


def test_files_are_never_read_into_a_page() -> None:
    text = inner_text(render('--8<-- "mkdocs.yml"\n\n{! mkdocs.yml !}\n\n{{ config }}').html)
    assert "site_name" not in text
    assert '--8<-- "mkdocs.yml"' in text


def test_rich_page_loses_nothing() -> None:
    html = render(RICH).html
    for tag in (
        "<em>em</em>",
        "<strong>strong</strong>",
        "<code>code</code>",
        '<h2 id="first">First</h2>',
        '<h3 id="inner-title">Inner <em>title</em></h3>',
        "<ol>\n<li>one<ul>\n<li>nested</li>",
        "<blockquote>\n<p>quoted</p>",
        '<div class="scroll" tabindex="0"><table>',
        '<th align="right">right</th>',
        '<td align="center">x</td>',
        '<div class="admonition warning">\n<p class="admonition-title">Take care</p>',
        '<pre tabindex="0"><code>&lt;b&gt;verbatim&lt;/b&gt;\n</code></pre>',
        'alt="A road"',
        'title="Title"',
        'src="../a/road.webp"',
        'loading="lazy"',
        '<a class="footnote-ref" href="#fn:1">1</a>',
        '<li id="fn:1">',
        'href="#fnref:1" title="Back 1"',
        '<h2 id="ဒုတိယ">ဒုတိယ</h2>',
    ):
        assert tag in html
    assert find_dangers(html) == []


def test_sections_are_the_headings_in_order() -> None:
    assert render(RICH).sections == (
        Section("first", "First", 2),
        Section("inner-title", "Inner title", 3),
        Section("ဒုတိယ", "ဒုတိယ", 2),
    )


def test_sections_are_plain_text() -> None:
    (section,) = render("## One & <two> {#a}").sections
    assert section == Section("a", "One & <two>", 2)


def test_anchors_are_those_of_headings_and_footnotes() -> None:
    assert render(RICH).anchors == {"first", "inner-title", "ဒုတိယ", "fn:1", "fnref:1"}


def test_pages_do_not_leak_into_each_other() -> None:
    renderer = make_renderer()
    first = renderer.render(RICH, TARGETS.get)
    renderer.render("## First\n\n[^1]\n\n[^1]: other\n\n[a]: x.md#a", TARGETS.get)
    assert renderer.render(RICH, TARGETS.get) == first
    assert "<a" not in renderer.render("[b][a]", TARGETS.get).html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("[x](../about.md)", '<a href="../about.html">x</a>'),
        ("[x](x.md#a)", '<a href="x.html#a">x</a>'),
        ("[x](#here)", '<a href="#here">x</a>'),
        ("[x][r]\n\n[r]: ../about.md", '<a href="../about.html">x</a>'),
    ],
)
def test_links_inside_the_site_are_resolved(markdown: str, html: str) -> None:
    assert render(markdown).html == f"<p>{html}</p>"


@pytest.mark.parametrize(
    ("markdown", "href"),
    [
        ("[x](https://x.example/?a=1&b=2)", "https://x.example/?a=1&amp;b=2"),
        ("[x](HTTP://x.example/)", "HTTP://x.example/"),
        ("[x](//x.example/)", "//x.example/"),
    ],
)
def test_links_that_leave_the_site_are_marked(markdown: str, href: str) -> None:
    assert render(markdown).html == (
        f'<p><a class="out" href="{href}" rel="noopener noreferrer nofollow">x</a></p>'
    )


def test_link_to_nothing_is_told_and_leads_nowhere() -> None:
    asked = []

    def resolve(target: str) -> None:
        asked.append(target)

    html = make_renderer().render("[x](gone.md#a) ![y](gone.webp)", resolve).html
    assert asked == ["gone.md#a", "gone.webp"]
    assert "gone" not in html


@pytest.mark.parametrize(
    ("language", "markdown", "html"),
    [
        (ENGLISH, "About 2 million people.", 'About <span class="nb">2 million</span> people.'),
        (BURMESE, "လူ ၂ သန်းကျော် ရှိသည်။", 'လူ <span class="nb">၂ သန်းကျော်</span> ရှိသည်။'),
        (ENGLISH, "**2 million** of", '<strong><span class="nb">2 million</span></strong> of'),
        (ENGLISH, "*a* 2 million *b*", '<em>a</em> <span class="nb">2 million</span> <em>b</em>'),
        (ENGLISH, "`2 million`", "<code>2 million</code>"),
        (
            ENGLISH,
            "2 million, 3 million.",
            '<span class="nb">2 million</span>, <span class="nb">3 million</span>.',
        ),
    ],
)
def test_number_phrases_are_kept_whole(language: Language, markdown: str, html: str) -> None:
    assert render(markdown, language).html == f"<p>{html}</p>"


def test_names_of_the_vocabulary_are_kept_whole() -> None:
    # Its label is "စစ်ကိုင်း မြန်မာ": of two to six syllables, so it may not break.
    renderer = make_renderer(BURMESE, make_vocabulary(["စစ်ကိုင်း"]))
    html = renderer.render("ဒေသ စစ်ကိုင်း မြန်မာ တွင်", TARGETS.get).html
    assert html == '<p>ဒေသ <span class="nb">စစ်ကိုင်း မြန်မာ</span> တွင်</p>'


def test_plain_lines_are_escaped_and_kept_whole() -> None:
    kept = make_renderer().keep_whole("<b> 2 million & “more”")
    assert str(kept) == '&lt;b&gt; <span class="nb">2 million</span> &amp; “more”'


@given(st.lists(st.sampled_from(["2 million", " ", "*", "a", "\n\n", "`", "(", "[x](x.md#a)"])))
def test_keeping_phrases_whole_loses_no_text(parts: list[str]) -> None:
    markdown = "".join(parts)
    kept = render(markdown).html
    plain = Renderer(Language("fr", "fra", "Français"), make_vocabulary([]), "").render(
        markdown, TARGETS.get
    )
    assert inner_text(kept) == inner_text(plain.html)


def test_text_is_without_markup_and_has_a_line_for_each_block() -> None:
    content = render("## A & B\n\nOne *two*.\n\n* three\n* four\n\n| a | b |\n|---|---|\n| c | d |")
    assert content.text == "A & B\nOne two.\nthree\nfour\na\nb\nc\nd"


def test_kilobytes_are_rounded_up() -> None:
    assert render("x").kilobytes == 1
    assert render(" ".join(str(n * n) for n in range(2000))).kilobytes > 3
