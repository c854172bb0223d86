"""What is wrong with what somebody wrote, and how it is shown.

A finding names place, rule and remedy. Its words stand in messages/<language>.yml,
by code, so that a contributor reads them in a language of their own. All findings
come in one run; `SiteError` is only for what stops a run.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path

import yaml

MESSAGE_LANGUAGES = ("en", "my")
PHRASE_MARK = "@"


class SiteError(Exception):
    """What stops a run. Its text is a whole sentence for the person at the keyboard."""


@dataclass(frozen=True, order=True)
class Finding:
    """One fault in one place.

    path: POSIX, as the contributor knows the file (from the folder of mkdocs.yml).
    line, column: from 1, in characters; 0 is "the file as a whole".
    code: a key of the message files. values: what fills its placeholders; a value
    "@word" is itself a key of their `phrases`.
    """

    path: str
    line: int
    column: int
    code: str
    values: Mapping[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Message:
    """A finding's words in one language."""

    text: str
    hint: str


@cache
def read_messages(language: str) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """The message file of a language: `rules` (code to text and hint) and `phrases`."""
    path = resources.files("lanpya") / "messages" / f"{language}.yml"
    loaded: Mapping[str, Mapping[str, Mapping[str, str]]] = yaml.safe_load(
        path.read_text(encoding="utf-8")
    )
    return loaded


def word_finding(finding: Finding, language: str) -> Message:
    """What a finding says in one of MESSAGE_LANGUAGES."""
    messages = read_messages(language)
    rule = messages["rules"][finding.code]
    values = {
        key: str(messages["phrases"][value[1:]]) if value.startswith(PHRASE_MARK) else value
        for key, value in finding.values.items()
    }
    return Message(rule["text"].format_map(values), rule["hint"].format_map(values))


def render_text(
    findings: Iterable[Finding], root: Path, languages: Sequence[str] = MESSAGE_LANGUAGES
) -> str:
    """Findings for a person: place, rule, source line, remedy; one block each.

    root: the folder that the findings' paths start from; their source lines are read there.
    """
    blocks = []
    for finding in sorted(findings):
        first, *others = (word_finding(finding, language) for language in languages)
        lines = [f"{_place(finding)} {finding.code} {first.text}"]
        lines += [f"  {other.text}" for other in others]
        lines += _excerpt(finding, root)
        lines += [f"    hint: {message.hint}" for message in (first, *others)]
        blocks.append("\n".join(lines))
    return "\n".join(blocks)


def render_github(findings: Iterable[Finding], languages: Sequence[str]) -> str:
    """Findings as GitHub workflow commands, which appear on the lines of a pull request."""
    rows = []
    for finding in sorted(findings):
        said = [word_finding(finding, language) for language in languages]
        body = "\n".join(f"{message.text} {message.hint}" for message in said)
        where = f"file={_escape_property(finding.path)},line={max(finding.line, 1)}"
        if finding.column:
            where += f",col={finding.column}"
        rows.append(f"::error {where},title={finding.code}::{_escape_data(body)}")
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
                "messages": {
                    language: vars(word_finding(finding, language)) for language in languages
                },
            }
            for finding in sorted(findings)
        ],
        ensure_ascii=False,
        indent=2,
    )


def _place(finding: Finding) -> str:
    if not finding.line:
        return f"{finding.path}:"
    return f"{finding.path}:{finding.line}:{finding.column or 1}:"


def _excerpt(finding: Finding, root: Path) -> list[str]:
    """The line that is at fault, cut to what a terminal shows; nothing where it can not be read."""
    if not finding.line:
        return []
    try:
        text = (root / finding.path).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    lines = text.splitlines()
    if finding.line > len(lines):
        return []
    shown = "".join(char if char.isprintable() else "�" for char in lines[finding.line - 1])
    return [f"    {finding.line} | {shown if len(shown) <= 100 else shown[:99] + '…'}"]


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
