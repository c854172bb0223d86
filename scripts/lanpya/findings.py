"""What is wrong with what somebody wrote, and how it is shown.

A finding names place, rule and remedy. Its words stand in messages/<language>.yml,
by code, so that a contributor reads them in a language of their own. All findings
come in one run; `SiteError` is only for what stops a run.
"""

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

FIRST_LANGUAGE = "en"
VALUE_LENGTH = 80
EXCERPT_LENGTH = 100
# What may well be meant: a person has to look, and can say under `meant:` that they did.
LOOK_AGAIN = frozenset({"personal-data", "lookalike-word", "lookalike-host", "configuration-risk"})
# A site with these is worth less and does no harm: whoever sends a page mends them, but a
# thousand articles of a newsroom are not held back for a letter that looks like another.
BEARABLE = frozenset(
    {"spelling-slip", "hidden-character", "zawgyi", "personal-data", "lookalike-word"}
)
# Allowed between letters, and without a shape of their own.
INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff")


class SiteError(Exception):
    """What stops a run. Its text is a whole sentence for the person at the keyboard."""


class UsageError(SiteError):
    """A run that can not start as it was asked for: a path or a configuration is wrong."""


@dataclass(frozen=True)
class Phrase:
    """A value that has words of its own in every language. key: of the files' `phrases`."""

    key: str


@dataclass(frozen=True)
class Proposal:
    """What a person may put in place of a text, line by line, having read it."""

    before: str
    after: str

    def render(self) -> list[str]:
        """The lines that differ: the old ones so far as to be known by, the new ones whole."""
        pairs = zip(self.before.split("\n"), self.after.split("\n"), strict=True)
        shown = []
        for old, new in pairs:
            if old != new:
                shown += [f"- {_excerpt(old, 1)}", f"+ {printable(new)}"]
        return shown


@dataclass(frozen=True, order=True)
class Finding:
    """One fault in one place.

    path: POSIX, as the contributor knows the file (from the folder of mkdocs.yml).
    line, column: from 1, in characters; 0 is "the file as a whole".
    code: a key of the message files. values: what fills its placeholders; text of the
    contributor's own, or phrases. proposal: for the text that it is about, where there is one.
    """

    path: str
    line: int
    column: int
    code: str
    values: Mapping[str, str | Phrase] = field(default_factory=dict, compare=False)
    proposal: Proposal | None = field(default=None, compare=False)

    @property
    def is_doubt(self) -> bool:
        """Whether it may be no fault at all."""
        return self.code in LOOK_AGAIN

    @property
    def stops_build(self) -> bool:
        """Whether no site may be built from this."""
        return self.code not in BEARABLE


@dataclass(frozen=True)
class Message:
    """A finding's words in one language."""

    text: str
    hint: str


@cache
def message_languages() -> tuple[str, ...]:
    """The languages that findings can be told in: English, then the others by tag."""
    files = (resources.files("lanpya") / "messages").iterdir()
    tags = {file.name.removesuffix(".yml") for file in files if file.name.endswith(".yml")}
    return tuple(sorted(tags, key=lambda tag: (tag != FIRST_LANGUAGE, tag)))


@cache
def read_messages(language: str) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """The message file of a language: `rules` (code to text and hints) and `phrases`."""
    path = resources.files("lanpya") / "messages" / f"{language}.yml"
    # libyaml, where it is there: a check of one page shall not wait for its own words.
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loaded: Mapping[str, Mapping[str, Mapping[str, str]]] = yaml.load(
        path.read_text(encoding="utf-8"),
        Loader=loader,  # noqa: S506
    )
    return loaded


def word_finding(finding: Finding, language: str) -> Message:
    """What a finding says in one of `message_languages()`.

    A rule may have a second hint, `hint_near`, for when `near` is known: what the
    contributor most likely meant.
    """
    messages = read_messages(language)
    rule = messages["rules"][finding.code]
    values = {
        key: str(messages["phrases"][value.key]) if isinstance(value, Phrase) else _cut(value)
        for key, value in finding.values.items()
    }
    hint = rule["hint_near"] if "near" in values and "hint_near" in rule else rule["hint"]
    return Message(rule["text"].format_map(values), hint.format_map(values))


def render_text(
    findings: Iterable[Finding], root: Path, languages: Sequence[str] | None = None
) -> str:
    """Findings for a person: place, rule, source line, remedy; one block each, sorted.

    root: the folder that the findings' paths start from; their source lines are read there.
    languages: of the messages; all of them, unless given.
    """
    blocks = []
    for path, group in groupby(sorted(findings), key=lambda finding: finding.path):
        located = list(group)
        source = read_lines(root / path) if any(finding.line for finding in located) else []
        blocks += [_block(finding, source, languages) for finding in located]
    return "\n".join(blocks)


def render_github(findings: Iterable[Finding], languages: Sequence[str]) -> str:
    """Findings as GitHub workflow commands, which appear on the lines of a pull request."""
    rows = []
    for finding in sorted(findings):
        said = [word_finding(finding, language) for language in languages]
        words = [line for message in said for line in (message.text, message.hint)]
        body = "\n".join(words + _proposal_lines(finding))
        where = f"file={_escape_property(finding.path)},line={max(finding.line, 1)}"
        if finding.column:
            where += f",col={finding.column}"
        level = "warning" if finding.is_doubt else "error"
        rows.append(f"::{level} {where},title={finding.code}::{_escape_data(body)}")
    return "\n".join(rows)


def render_json(findings: Iterable[Finding], languages: Sequence[str]) -> str:
    """Findings as a JSON list, sorted, one object each."""
    return json.dumps(
        [
            {
                "path": finding.path,
                "line": finding.line,
                "column": finding.column,
                "code": finding.code,
                "level": "look-again" if finding.is_doubt else "error",
                "messages": {
                    language: vars(word_finding(finding, language)) for language in languages
                },
                **({"proposal": vars(finding.proposal)} if finding.proposal else {}),
            }
            for finding in sorted(findings)
        ],
        ensure_ascii=False,
        indent=2,
    )


def read_lines(path: Path) -> list[str]:
    """A file's lines as findings count them; none where it can not be read."""
    try:
        text = path.read_bytes().decode("utf-8-sig", errors="replace")
    except OSError:
        return []
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _block(finding: Finding, source: Sequence[str], languages: Sequence[str] | None) -> str:
    said = [word_finding(finding, language) for language in languages or message_languages()]
    lines = [f"{_place(finding)} {finding.code} {said[0].text}"]
    lines += [f"  {message.text}" for message in said[1:]]
    if 0 < finding.line <= len(source):
        shown = _excerpt(source[finding.line - 1], finding.column)
        lines.append(f"    {finding.line} | {shown}")
    lines += [f"    hint: {message.hint}" for message in said]
    lines += [f"      {line}" for line in _proposal_lines(finding)]
    return "\n".join(lines)


def _proposal_lines(finding: Finding) -> list[str]:
    return finding.proposal.render() if finding.proposal else []


def _place(finding: Finding) -> str:
    path = printable(finding.path)
    return f"{path}:{finding.line}:{finding.column or 1}:" if finding.line else f"{path}:"


def _excerpt(line: str, column: int) -> str:
    """What stands around a column, cut to what a terminal shows."""
    is_short = len(line) <= EXCERPT_LENGTH or column <= EXCERPT_LENGTH // 2
    start = 0 if is_short else column - 1 - EXCERPT_LENGTH // 2
    while 0 < start < len(line) and unicodedata.category(line[start]).startswith("M"):
        start -= 1  # a vowel sign without its letter is unreadable
    shown = printable(line[start : start + EXCERPT_LENGTH])
    return ("… " if start else "") + shown + (" …" if start + EXCERPT_LENGTH < len(line) else "")


def printable(text: str) -> str:
    """Text that does nothing to a terminal but appear; on one line, of the same meaning."""
    return "".join(map(_printable_char, text))


def _printable_char(char: str) -> str:
    if char.isprintable():
        return char
    if char in INVISIBLE:
        return ""
    return " " if char.isspace() else "�"


def _cut(text: str) -> str:
    shown = printable(text[: VALUE_LENGTH + 1])
    return shown if len(text) <= VALUE_LENGTH else shown[: VALUE_LENGTH - 1] + "…"


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
