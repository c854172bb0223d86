import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lanpya.content.front_matter import split_front_matter
from lanpya.content.markup import create_markdown
from lanpya.content.schema import OriginalSchema, validate
from lanpya.convert.draft import draft_name, render_draft
from lanpya.convert.escape import escape_block, escape_heading, escape_inline
from tests.convert.reading import PROSE, convert_text

MARKS = "#*_`[](){}<>!&;:|=-+~^\\/.0123456789 abc\"'$%@?,"
any_text = st.text(
    st.one_of(
        st.sampled_from(MARKS),
        st.characters(exclude_categories=("Cc", "Cs", "Cf", "Co", "Cn", "Zl", "Zp")),
    ),
    max_size=40,
).map(lambda text: " ".join(text.split()))
TAG_RE = re.compile(r"<[^>]*>")
LIVE = [
    "# no heading",
    "1. no item",
    "* no item",
    "> no quote",
    "---",
    "```",
    "~~~ python",
    ": no definition",
    "!!! note",
    "??? note",
    "/// note",
    "[^1]: no footnote",
    "*[HTML]: no abbreviation",
    "[a](javascript:alert(1))",
    "<script>alert(1)</script>",
    "<https://example.org>",
    "&lt;b&gt; &copy;",
    "a {: onclick=x }",
    "| a | b |",
    "==a== ~~b~~ ^^c^^",
    "a  ",
]


def shown(markdown: str) -> str:
    return html.unescape(TAG_RE.sub("", create_markdown().convert(markdown))).strip()


@given(any_text.filter(bool))
@example("".join(LIVE).strip())
def test_escape_block_shows_the_text_and_nothing_else(text: str) -> None:
    rendered = create_markdown().convert(escape_block(text))
    assert re.fullmatch(r"<p>[^<]*</p>", rendered)
    assert html.unescape(rendered[3:-4]) == text


@pytest.mark.parametrize("text", LIVE)
def test_escape_block_live_marks(text: str) -> None:
    rendered = create_markdown().convert(escape_block(text))
    assert (rendered.count("<"), shown(escape_block(text))) == (2, text.strip())


@given(any_text.filter(bool))
@example("in C#")
@example("a {#id}")
def test_escape_heading_shows_the_text(text: str) -> None:
    rendered = create_markdown().convert(f"## {escape_heading(text)}")
    assert re.fullmatch(r"<h2[^<>]*>[^<]*</h2>", rendered)
    assert shown(f"## {escape_heading(text)}") == text


@given(any_text.filter(bool))
def test_escape_inline_shows_the_text_in_emphasis(text: str) -> None:
    assert shown(f"*{escape_inline(text)}*") == text


def test_render_draft_front_matter_is_the_sites_own_and_can_not_be_published() -> None:
    text = f"A Title: of “Some” Words\n\nBy Jane Roe | AP\n\n3 May 2024\n\n{PROSE}\n\n© 2024 AP"
    draft = render_draft(convert_text(text))
    file, findings = split_front_matter(draft, *(2 * ["draft.md"]))  # type: ignore[arg-type]
    assert (file is not None, findings) == (True, [])
    assert file
    values = file.front_matter.value
    assert values["title"] == "A Title: of “Some” Words"
    assert values["published"] == "2024-05-03"
    assert values["source"]["authors"] == ["Jane Roe"]
    assert values["source"]["agency"] == "AP"
    assert values["rights"] == {"mode": "unknown", "license": "unknown", "holder": "AP"}
    _, findings = validate(OriginalSchema, file.front_matter, "draft.md")
    keys = {finding.values["key"] for finding in findings}
    assert {"rights.mode", "about"} <= keys
    assert keys <= {"rights.mode", "about", "description"}, "only what a person has to fill in"


def test_render_draft_body_of_every_type() -> None:
    text = (
        f"A Title of Some Words\n\n3 May 2024\n\nMen at a gate. Photo: AP\n\n{PROSE}[1]\n\n"
        f"The Road #1\n\n1. First thing to do.\n\n{PROSE}\n\n2. Second thing.\n\n> He said so.\n\n"
        f"- one\n- two\n\n[1] See the yearbook.\n"
    )
    body = render_draft(convert_text(text)).split("---\n\n", 1)[1]
    assert body == (
        f"*Men at a gate. Photo: AP*\n\n{PROSE}[^1]\n\n## The Road #1\n\n"
        f"1. First thing to do.\n\n    {PROSE}\n\n2. Second thing.\n\n> He said so.\n\n"
        "- one\n- two\n\n[^1]: See the yearbook.\n"
    )


def test_render_draft_footnote_without_mark_stays_text() -> None:
    draft = render_draft(convert_text(f"{PROSE}\n\n[1] See the yearbook."))
    assert draft.endswith("\\[1\\] See the yearbook.\n")


def test_render_draft_comments_are_one_line_each() -> None:
    draft = render_draft(convert_text(f"Two years have passed since the coup in Myanmar. {PROSE}"))
    comments = [line for line in draft.splitlines() if line.startswith("# ")]
    assert comments[0].startswith("# Draft of source.txt. Not for publication")
    assert any(line.startswith("# inferred published: line 1: ") for line in comments)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a/001-Losing Ground.txt", "001-losing-ground.md"),
        ("Café Zürich (final).TXT", "cafe-zurich-final.md"),
        ("၂၀၂၄.txt", "2024.md"),
        ("../../etc/passwd", "passwd.md"),
        ("x" * 200 + ".txt", "x" * 80 + ".md"),
    ],
)
def test_draft_name_is_an_ascii_slug(path: str, name: str) -> None:
    assert draft_name(convert_text(PROSE, path)) == name


def test_draft_name_falls_back_to_the_hash() -> None:
    conversion = convert_text(PROSE, "မြန်မာ.txt")
    assert draft_name(conversion) == f"source-{conversion.source.sha256[:8]}.md"
