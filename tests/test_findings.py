import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.findings import (
    LOOK_AGAIN,
    Finding,
    Phrase,
    SiteError,
    UsageError,
    message_languages,
    printable,
    read_lines,
    read_messages,
    render_github,
    render_json,
    render_text,
    word_finding,
)

MISSING = Finding("docs/en/a.md", 2, 5, "link-missing", {"target": "x.md", "near": "y.md"})
WHOLE_FILE = Finding("docs/en/b.md", 0, 0, "symbolic-link")


def test_findings_sort_by_path_line_and_column() -> None:
    places = [("b", 0, 0), ("a", 10, 1), ("a", 2, 11), ("a", 2, 2), ("a", 0, 0)]
    findings = [Finding(*place, "encoding") for place in places]
    assert [(f.path, f.line, f.column) for f in sorted(findings)] == sorted(places)


def test_usage_error_is_a_site_error() -> None:
    assert issubclass(UsageError, SiteError)


def test_words_are_filled_with_what_was_written_and_with_phrases() -> None:
    values: dict[str, str | Phrase]
    values = {"key": "title", "value": Phrase("nothing"), "expected": Phrase("text")}
    finding = Finding("a", 1, 1, "front-matter-value", values)
    assert (
        word_finding(finding, "en").text == "'title' is empty, but it has to be text, in \"quotes\""
    )
    assert "ဗလာ" in word_finding(finding, "my").text


@pytest.mark.parametrize("written", ["@nothing", "{near}", "{", "%s", "{0.__class__}", "@", ""])
def test_words_hold_what_was_written_as_it_is(written: str) -> None:
    finding = Finding("a", 1, 1, "link-missing", {"target": written})
    assert word_finding(finding, "en").text == f"'{written}' is not a page"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a b", "a b"),
        ("a\nb\tc\rd", "a b c d"),
        ("a\x1b[2Jb", "a�[2Jb"),
        ("a\u202eb", "a�b"),
        ("a\0b", "a�b"),
        ("a\udcffb", "a�b"),
        ("က\u200bခ\u200dဂ", "ကခဂ"),
        ("a\u00a0b", "a b"),
        ("မြန်မာ😀", "မြန်မာ😀"),
    ],
)
def test_text_is_shown_without_what_acts_on_a_terminal(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text(st.characters(codec=None)))
def test_any_text_is_shown_on_one_line_that_can_be_written(text: str) -> None:
    shown = printable(text)
    assert shown.isprintable()
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert printable(shown) == shown


def test_long_value_is_cut() -> None:
    message = word_finding(Finding("a", 1, 1, "link-missing", {"target": "x" * 5000}), "en")
    assert message.text == f"'{'x' * 79}…' is not a page"


def test_text_shows_place_rule_line_and_remedy_in_every_language(tmp_path: Path) -> None:
    (tmp_path / "docs/en").mkdir(parents=True)
    (tmp_path / "docs/en/a.md").write_text("one\n[a](x.md)\n", encoding="utf-8")
    assert render_text([WHOLE_FILE, MISSING], tmp_path) == (
        "docs/en/a.md:2:5: link-missing 'x.md' is not a page\n"
        "  'x.md' ဟူသော စာမျက်နှာ မရှိပါ\n"
        "    2 | [a](x.md)\n"
        "    hint: did you mean 'y.md'?\n"
        "    hint: 'y.md' ကို ဆိုလိုပါသလား\n"
        "docs/en/b.md: symbolic-link this is a symbolic link, and it is not followed\n"
        "  ဤအရာသည် symbolic link ဖြစ်၍ ပရိုဂရမ်က မလိုက်ပါ\n"
        "    hint: put the file itself in its place\n"
        "    hint: လင့်ခ်အစား ဖိုင်ကိုယ်တိုင်ကို ထားပါ"
    )


def test_text_is_in_the_languages_that_are_asked_for(tmp_path: Path) -> None:
    assert render_text([WHOLE_FILE], tmp_path, ["my"]) == (
        "docs/en/b.md: symbolic-link ဤအရာသည် symbolic link ဖြစ်၍ ပရိုဂရမ်က မလိုက်ပါ\n"
        "    hint: လင့်ခ်အစား ဖိုင်ကိုယ်တိုင်ကို ထားပါ"
    )


def excerpt(root: Path, line: str, column: int) -> str:
    (root / "a.md").write_text(line, encoding="utf-8", newline="")
    finding = Finding("a.md", 1, column, "link-missing", {"target": "x"})
    return render_text([finding], root, ["en"]).split("\n")[1].removeprefix("    1 | ")


def test_excerpt_of_a_short_line_is_the_line(tmp_path: Path) -> None:
    assert excerpt(tmp_path, "a\u00a0b\x1b c\u200bd", 3) == "a b� cd"


def test_excerpt_of_a_long_line_is_what_stands_around_the_place(tmp_path: Path) -> None:
    line = "a" * 300 + "[x](y)" + "b" * 300
    shown = excerpt(tmp_path, line, 301)
    assert "[x](y)" in shown
    assert (shown[:3], shown[-3:]) == ("… a", "b …")
    assert len(shown) == 104
    assert excerpt(tmp_path, line, 1) == "a" * 100 + " …"
    assert excerpt(tmp_path, line, 606).endswith("b" * 50)


def test_excerpt_does_not_start_with_a_vowel_sign(tmp_path: Path) -> None:
    assert excerpt(tmp_path, "ကို" * 100, 153).startswith("… ကို")
    assert excerpt(tmp_path, "ကို" * 100, 154).startswith("… ကို")


def test_excerpt_of_a_line_that_is_not_there_is_left_out(tmp_path: Path) -> None:
    finding = Finding("a.md", 9, 1, "link-missing", {"target": "x"})
    assert "|" not in render_text([finding], tmp_path)
    (tmp_path / "a.md").write_text("one\n", encoding="utf-8")
    assert "|" not in render_text([finding], tmp_path)


def test_lines_are_counted_as_findings_count_them(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\xef\xbb\xbfa\r\nb\rc\x0b\x85\xe2\x80\xa8d\n\xff")
    assert read_lines(tmp_path / "a") == ["a", "b", "c\x0b\ufffd\u2028d", "\ufffd"]
    assert read_lines(tmp_path / "b") == []


def test_path_in_no_encoding_is_shown(tmp_path: Path) -> None:
    shown = render_text([Finding("docs/\udcff\n\x1b.md", 0, 0, "symbolic-link")], tmp_path)
    assert shown.startswith("docs/� �.md: symbolic-link")


def test_github_commands_are_one_line_each() -> None:
    hostile = Finding("docs/a,b:c%\n.md", 3, 0, "link-missing", {"target": "%\n::error::x"})
    expected = (
        "::error file=docs/a%2Cb%3Ac%25%0A.md,line=3,title=link-missing::'%25 ::error::x' is not "
        "a page%0Agive the path from this file to a file of docs/ that ends in .md\n"
        "::error file=docs/en/a.md,line=2,col=5,title=link-missing::'x.md' is not a page%0A"
        "did you mean 'y.md'?\n"
        "::error file=docs/en/b.md,line=1,title=symbolic-link::this is a symbolic link, and it "
        "is not followed%0Aput the file itself in its place"
    )
    assert render_github([WHOLE_FILE, hostile, MISSING], ["en"]) == expected
    assert render_github([MISSING], message_languages()).count("%0A") == 3


def test_json_is_a_list_of_objects() -> None:
    assert json.loads(render_json([WHOLE_FILE, MISSING], ["en"])) == [
        {
            "path": "docs/en/a.md",
            "line": 2,
            "column": 5,
            "code": "link-missing",
            "level": "error",
            "messages": {
                "en": {"text": "'x.md' is not a page", "hint": "did you mean 'y.md'?"},
            },
        },
        {
            "path": "docs/en/b.md",
            "line": 0,
            "column": 0,
            "code": "symbolic-link",
            "level": "error",
            "messages": {
                "en": {
                    "text": "this is a symbolic link, and it is not followed",
                    "hint": "put the file itself in its place",
                },
            },
        },
    ]
    assert render_json([], ["en"]) == "[]"


def test_what_may_be_meant_is_a_warning() -> None:
    doubt = Finding("a.md", 1, 1, "lookalike-word", {"passage": "x", "near": "y"})
    assert render_github([doubt], ["en"]).startswith("::warning file=a.md,line=1,col=1,")
    assert json.loads(render_json([doubt], ["en"]))[0]["level"] == "look-again"
    assert {
        code for code in LOOK_AGAIN if "meant:" in read_messages("en")["rules"][code]["hint"]
    } == LOOK_AGAIN
