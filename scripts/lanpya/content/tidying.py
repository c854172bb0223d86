"""What can be mended in a file without asking anybody; everything else keeps its bytes.

A mend is certain, or it is none: the page looks the same to its readers, or right where it
looked right. So code and addresses are left alone, and headings whose id is made of their
words, since others may link to it. Front matter has to mean the same afterwards, or it is not
touched. There is deliberately no changing of words, punctuation or layout here.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from lanpya.content.front_matter import FENCE
from lanpya.content.yaml_source import YamlFault, parse_yaml
from lanpya.findings import Phrase
from lanpya.text.hidden import remove_hidden
from lanpya.text.mends import find_slips, mend_slips
from lanpya.text.zawgyi import may_hold_zawgyi

BYTE_ORDER_MARK = "\ufeff"
CODE_FENCE_RE = re.compile(r"[ \t]*(?P<mark>`{3,}|~{3,})")
# Code, where links lead, ids of headings, and addresses in the text.
PROTECTED_RE = re.compile(
    r"(?P<ticks>`+)(?!`)[^\n]*?(?<!`)(?P=ticks)(?!`)|\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)"
    r"|^ {0,3}\[[^\[\]\n]+\]:[^\n]*|<[^<>\n]*>|https?://\S+|\{:?[ ]*#[^{}\n]*\}"
)
ID_RE = re.compile(r"\{:?[ ]*#[^{}\n]*\}[ #]*$")
# A line that is a marker and nothing else is one by the space behind it.
MARKER_RE = re.compile(r"(?:.*[>\s])?(?:[-+*:#!=_`~|]+|[0-9]+\.|\[.*\]:)|!!!.*")
HEADING_RE = re.compile(r" {0,3}#")
UNDERLINE_RE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")

LINE_ENDS, LAST_LINE, SPACES = Phrase("mended-lines"), Phrase("mended-end"), Phrase("mended-spaces")
FORM, HIDDEN, SLIP = Phrase("mended-form"), Phrase("mended-hidden"), Phrase("mended-slip")


@dataclass(frozen=True)
class Change:
    """One mend. line: from 1 in the file as it was. before, after: where they can be told apart."""

    line: int
    what: Phrase
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Tidied:
    """A file's text after its mends, and what they were; none for a file without a slip."""

    text: str
    changes: tuple[Change, ...]


def tidy_page(data: bytes, tag: str) -> Tidied | None:
    """A page in a language, tidied. None for what is no text in UTF-8: that takes a person."""
    return _tidy(data, lambda lines: _tidy_page_lines(lines, _read_tag(lines, tag)))


def tidy_yaml(data: bytes) -> Tidied | None:
    """The same for a file that is YAML as a whole, in no language of its own."""
    return _tidy(data, lambda lines: _tidy_yaml_lines(lines, 1, ""))


Lines = list[str]


def _tidy(data: bytes, tidy: Callable[[Lines], tuple[Lines, list[Change]]]) -> Tidied | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if "\0" in text:
        return None
    unix = text.removeprefix(BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")
    changes = [Change(1, LINE_ENDS)] if unix != text else []
    lines, found = tidy(unix.split("\n"))
    tidied = "\n".join(lines)
    ended = tidied.rstrip("\n") + "\n" if tidied.strip("\n") else tidied
    if ended != tidied:
        found.append(Change(len(lines), LAST_LINE))
    return Tidied(ended, (*changes, *found))


def _read_tag(lines: Lines, tag: str) -> str:
    """The language whose slips are mended: none in Zawgyi, whose letters are others."""
    return "" if may_hold_zawgyi(_mend("\n".join(lines), ""), tag) else tag


def _tidy_page_lines(lines: Lines, tag: str) -> tuple[Lines, list[Change]]:
    end = next((n for n, line in enumerate(lines) if n and line.rstrip() == FENCE), 0)
    if lines[0].rstrip() != FENCE or not end:
        return lines, []  # where the text starts is for its author to say
    above, found_above = _tidy_yaml_lines(lines[1:end], 2, tag)
    below, found_below = _tidy_body(lines[end + 1 :], end + 2, tag)
    return [lines[0], *above, lines[end], *below], found_above + found_below


def _tidy_yaml_lines(lines: Lines, first_line: int, tag: str) -> tuple[Lines, list[Change]]:
    """YAML whose values are mended; or only its spaces; or as it was."""
    value = _parse(lines)
    mended = [_mend(line.rstrip(" \t"), tag) for line in lines]
    if value is not None and _parse(mended) == _mend_value(value, tag):
        return mended, list(_compare(lines, mended, first_line, tag))
    stripped = [line.rstrip(" \t") for line in lines]
    if value is not None and _parse(stripped) == value:
        return stripped, list(_compare(lines, stripped, first_line, tag))
    return lines, []


def _parse(lines: Lines) -> Any:
    try:
        return parse_yaml("\n".join(lines) + "\n").value
    except YamlFault:
        return None


def _mend_value(value: Any, tag: str) -> Any:
    if isinstance(value, str):
        return _mend(value, tag)
    if isinstance(value, list):
        return [_mend_value(item, tag) for item in value]
    if isinstance(value, dict):
        return {key: _mend_value(item, tag) for key, item in value.items()}
    return value


def _tidy_body(lines: Lines, first_line: int, tag: str) -> tuple[Lines, list[Change]]:
    tidied: Lines = []
    fence = ""
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        match = CODE_FENCE_RE.match(line)
        # Of a first line of nothing but spaces, the Markdown library may make code.
        is_code = bool(fence or match) or not (tidied or line.strip(" \t"))
        if match and not fence:
            fence = match["mark"]
        elif match and line.strip().startswith(fence) and not line.strip().strip(fence[0]):
            fence = ""
        tidied.append(line if is_code else _tidy_line(line, following, tag))
    return tidied, list(_compare(lines, tidied, first_line, tag))


def _tidy_line(line: str, following: str, tag: str) -> str:
    stripped = line.rstrip(" \t")
    is_break = line[len(stripped) :] not in ("", " ") and stripped and following.strip(" \t")
    kept = line if is_break or MARKER_RE.fullmatch(stripped) else stripped
    is_heading = HEADING_RE.match(kept) or UNDERLINE_RE.match(following)
    if (is_heading and not ID_RE.search(kept)) or kept.isascii():
        return kept
    parts: list[str] = []
    at = 0
    for match in PROTECTED_RE.finditer(kept):
        parts += [_mend(kept[at : match.start()], tag), match[0]]
        at = match.end()
    return "".join([*parts, _mend(kept[at:], tag)])


def _mend(text: str, tag: str) -> str:
    """Idempotent: each mend leaves nothing for the others to do, or they are done again."""
    before = None
    while text != before and not text.isascii():
        before = text
        text = mend_slips(unicodedata.normalize("NFC", remove_hidden(text)), tag)
    return text


def _compare(before: Lines, after: Lines, first_line: int, tag: str) -> Iterator[Change]:
    """What was done to lines, each of which is there before and after."""
    for number, (old, new) in enumerate(zip(before, after, strict=True), first_line):
        if old == new:
            continue
        if old.rstrip(" \t") != old and new.rstrip(" \t") == new:
            yield Change(number, SPACES)
        bare = remove_hidden(old).rstrip(" \t")
        if bare != old.rstrip(" \t") and remove_hidden(new) == new:
            yield Change(number, HIDDEN)
        form = unicodedata.normalize("NFC", bare)
        if form != bare:
            yield Change(number, FORM)
        if form != new.rstrip(" \t"):
            # What stands in code and in addresses is there still.
            for slip in Counter(_slips(form, tag)) - Counter(_slips(new, tag)):
                yield Change(number, SLIP, *slip)


def _slips(text: str, tag: str) -> list[tuple[str, str]]:
    return [(slip.word, slip.mended) for slip in find_slips(text, tag)]
