"""A bad and a good example of each rule, for people to learn from.

They stand in examples.yml, in the order in which the page of rules shows them. Tests put each
through the checker, so that no example says what the checker does not.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from lanpya.findings import Finding, Message, Phrase, word_finding

SEEN = "seen"


@dataclass(frozen=True)
class Example:
    """place: what the two are parts of, or SEEN. values: of the finding that the bad one gets."""

    code: str
    place: str
    bad: str
    good: str
    values: Mapping[str, str | Phrase]

    def message(self, language: str) -> Message:
        """What the checker says of the bad one, in one of message_languages()."""
        return word_finding(Finding("", 0, 0, self.code, self.values), language)


@cache
def read_examples() -> Mapping[str, tuple[Example, ...]]:
    """All examples, by the group that their rules are in."""
    path = resources.files("lanpya.checks") / "examples.yml"
    groups = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {
        group: tuple(
            Example(
                code,
                written["in"],
                written["bad"],
                written["good"],
                {key: _value(value) for key, value in written.get("values", {}).items()},
            )
            for code, written in rules.items()
        )
        for group, rules in groups.items()
    }


def _value(value: str | dict[str, str]) -> str | Phrase:
    return Phrase(value["phrase"]) if isinstance(value, dict) else value
