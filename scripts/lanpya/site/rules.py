"""The page that teaches the checker's rules: what it says, with a bad and a good example of each.

It is made of the rules' own data, so that it says what the checker does; it grows with the
rules, and not with the site.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lanpya.checks.examples import Example, read_examples
from lanpya.content.source_text import UNWANTED_RE
from lanpya.findings import FIRST_LANGUAGE, message_languages
from lanpya.site.strings import Strings
from lanpya.text.hidden import HIDDEN_RE

SHAPELESS_RE = re.compile(f"(?!\\n)(?:{HIDDEN_RE.pattern}|{UNWANTED_RE.pattern})")


@dataclass(frozen=True)
class Rule:
    """What the page shows of one rule. code: its name in what the checker prints, and its id."""

    code: str
    text: str
    hint: str
    bad: str
    good: str


def view_rules(words: Strings) -> Mapping[str, Any]:
    """All rules by group. language: of what the checker says, where it has not the reader's."""
    tag = words.tag.partition("-")[0]
    language = tag if tag in message_languages() else FIRST_LANGUAGE
    return {
        "language": language if language != tag else None,
        "groups": [
            {
                "id": group,
                "title": words(f"rules.group.{group}"),
                "rules": [_rule(example, language) for example in examples],
            }
            for group, examples in read_examples().items()
        ],
    }


def _rule(example: Example, language: str) -> Rule:
    message = example.message(language)
    return Rule(example.code, message.text, message.hint, _seen(example.bad), _seen(example.good))


def _seen(text: str) -> str:
    """Characters without a shape by their names: ⟨U+200B⟩."""
    return SHAPELESS_RE.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", text.rstrip("\n"))
