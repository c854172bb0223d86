"""What pages say around an article, by language: phrases/*.yml, read and compiled.

A source is read with the phrases of all languages at once: pages mix them, and what
language a source is in is only known once it is read. A new language is a new file in
phrases/; nothing in the code changes.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

FOLDER = "phrases"
CAPITAL = "(?-i:[A-ZÀ-ÖØ-ÞĀ-Ž])"
# The keys that hold words to be found anywhere in a name, not whole phrases.
WORD_KEYS = ("publication_words", "organisation_words", "event_nouns")
NO_PATTERNS = ("common_words", "furniture")


@dataclass(frozen=True)
class LanguageTraits:
    """How text shows that it is in a language.

    common_words: of a language with spaces. foreign_letters: letters of the same script
    that it does not use. numeric_dates: "day-first", "month-first" or "unknown".
    """

    tag: str
    script: str
    common_words: frozenset[str]
    foreign_letters: frozenset[str]
    numeric_dates: str


@dataclass(frozen=True)
class FurnitureRule:
    """A kind of line that is no part of a text. where: anywhere, edges, head or tail."""

    name: str
    where: str
    reason: str
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class Wording:
    """The phrases of all languages.

    labels: per field, what stands before a colon. whole: per key, a pattern for a whole
    text. patterns: per key, patterns to search with. counts: number words, for both kinds.
    """

    languages: tuple[LanguageTraits, ...]
    labels: Mapping[str, str]
    whole: Mapping[str, re.Pattern[str]]
    patterns: Mapping[str, tuple[re.Pattern[str], ...]]
    alternatives: Mapping[str, str]
    counts: Mapping[str, int]
    furniture: tuple[FurnitureRule, ...]

    def is_whole(self, key: str, text: str) -> bool:
        """Whether a text is one of the phrases under a key and nothing else."""
        return self.whole[key].fullmatch(text.strip()) is not None

    def search(self, key: str, text: str) -> re.Match[str] | None:
        """The first place where one of the patterns under a key is found."""
        for pattern in self.patterns[key]:
            if match := pattern.search(text):
                return match
        return None


@cache
def read_wording() -> Wording:
    """The phrases of the package, compiled."""
    folder = resources.files("lanpya.convert") / FOLDER
    files = sorted(file.name for file in folder.iterdir() if file.name.endswith(".yml"))
    loaded = [yaml.safe_load((folder / name).read_text(encoding="utf-8")) for name in files]
    return _compile([entry for entry in loaded if entry])


def _compile(entries: Sequence[Mapping[str, Any]]) -> Wording:
    lists = _merge(entries)
    joined = {key: _one_of(key, texts) for key, texts in lists.items()}
    counts = {
        word: value
        for entry in entries
        for key in ("numbers", "ordinals")
        for word, value in entry.get(key, {}).items()
    }
    fills = {
        "{reading_time}": joined["reading_time"],
        "{number}": _words(entries, "numbers", r"\d{1,3}"),
        "{ordinal}": _words(entries, "ordinals", r"\d{1,3}(?:st|nd|rd|th)"),
    }
    return Wording(
        languages=tuple(_traits(entry) for entry in entries if "tag" in entry),
        labels=_labels(entries),
        whole={key: _pattern(text) for key, text in joined.items() if "(?P<" not in text},
        patterns={
            key: tuple(_pattern(_fill(text, fills)) for text in texts)
            for key, texts in lists.items()
        },
        alternatives=joined,
        counts=counts,
        furniture=tuple(
            FurnitureRule(
                rule["name"], rule["where"], rule["reason"], _pattern(_fill(rule["pattern"], fills))
            )
            for entry in entries
            for rule in entry.get("furniture", ())
        ),
    )


def _merge(entries: Sequence[Mapping[str, Any]]) -> dict[str, list[str]]:
    """All lists of phrases, those of every language under one key together."""
    merged: dict[str, list[str]] = {}
    for entry in entries:
        for key, value in entry.items():
            if isinstance(value, list) and key not in NO_PATTERNS:
                merged.setdefault(key, []).extend(value)
    return merged


def _labels(entries: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    merged: dict[str, list[str]] = {}
    for entry in entries:
        for name, texts in entry.get("labels", {}).items():
            merged.setdefault(name, []).extend(texts)
    return {name: _one_of(name, texts) for name, texts in merged.items()}


def _one_of(key: str, texts: Sequence[str]) -> str:
    """One group for all; a Latin word among others has to end where it ends."""
    if key not in WORD_KEYS:
        return "(?:" + "|".join(texts) + ")"
    return "(?:" + "|".join(rf"\b{text}\b" if text.isascii() else text for text in texts) + ")"


def _words(entries: Sequence[Mapping[str, Any]], key: str, digits: str) -> str:
    return "(?:" + "|".join([digits, *(w for e in entries for w in e.get(key, {}))]) + ")"


def _fill(text: str, fills: Mapping[str, str]) -> str:
    for name, value in fills.items():
        text = text.replace(name, value)
    return text


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text.replace(r"[\p{Lu}]", CAPITAL), re.IGNORECASE)


def _traits(entry: Mapping[str, Any]) -> LanguageTraits:
    return LanguageTraits(
        tag=entry["tag"],
        script=entry["script"],
        common_words=frozenset(entry.get("common_words", ())),
        foreign_letters=frozenset(entry.get("foreign_letters", "")),
        numeric_dates=entry.get("numeric_dates", "unknown"),
    )
