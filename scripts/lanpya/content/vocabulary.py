"""docs/topics.yml: the controlled vocabulary, in every language."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lanpya.content.schema import (
    FormsSchema,
    TermSchema,
    TopicSchema,
    UnitSchema,
    VocabularySchema,
    error_paths,
    validate,
)
from lanpya.content.source_text import read_text
from lanpya.content.suggestions import near_value
from lanpya.content.yaml_source import YamlFault, YamlSource, parse_yaml
from lanpya.findings import Finding
from lanpya.model import PluralForms, Term, Topic, TopicKind, Unit, Vocabulary

MAX_BYTES = 10_000_000
GROUPS = ("topics", "counts", "units")


@dataclass(frozen=True)
class VocabularyReading:
    """topics.yml as far as it could be read.

    source: the file's YAML, where it could be read.
    unread: ids by group whose entries have faults of their own, so that a page that uses
    them has none; None where nothing could be read and every id may be one.
    """

    vocabulary: Vocabulary = field(default_factory=lambda: Vocabulary({}, {}, {}))
    unread: Mapping[str, frozenset[str]] | None = None
    source: YamlSource | None = None


def read_vocabulary(
    path: Path, shown_path: str, languages: tuple[str, ...]
) -> tuple[VocabularyReading, list[Finding]]:
    """Read topics.yml; a label or summary that a language lacks is a finding."""
    text, findings = read_text(path, shown_path, MAX_BYTES)
    if text is None:
        return VocabularyReading(), findings
    try:
        source = parse_yaml(text)
    except YamlFault as fault:
        found = Finding(shown_path, fault.line, fault.column, fault.code, fault.values)
        return VocabularyReading(), [*findings, found]
    if not isinstance(source.value, dict):
        return VocabularyReading(), [*findings, Finding(shown_path, 1, 1, "vocabulary-missing")]
    schema, found_by_schema = validate(VocabularySchema, source, shown_path)
    findings += found_by_schema
    unread: dict[str, frozenset[str]] = dict.fromkeys(GROUPS, frozenset())
    if schema is None:
        sound, unread = _without_faults(source.value)
        schema, _ = validate(VocabularySchema, YamlSource(sound, {}), shown_path)
    if schema is None:
        return VocabularyReading(source=source), findings
    findings += _missing_words(schema, source, shown_path, languages)
    findings += _wrong_themes(schema, source, shown_path, unread["topics"])
    return VocabularyReading(_vocabulary(schema), unread, source), findings


def _without_faults(value: Mapping[str, Any]) -> tuple[Any, dict[str, frozenset[str]]]:
    """What is left without the entries that have faults, and the ids of those, by group."""
    faulty = set(error_paths(VocabularySchema, value))
    unread = {
        group: frozenset(str(path[1]) for path in faulty if path[:1] == (group,) and len(path) > 1)
        for group in GROUPS
    }
    left = {
        group: {id_: entry for id_, entry in entries.items() if id_ not in unread[group]}
        for group, entries in value.items()
        if group in GROUPS and isinstance(entries, dict)
    }
    return left, unread


def _vocabulary(schema: VocabularySchema) -> Vocabulary:
    return Vocabulary(
        topics={id_: _topic(id_, entry) for id_, entry in schema.topics.items()},
        counts={
            id_: Term(id_, entry.labels, tuple(entry.about)) for id_, entry in schema.counts.items()
        },
        units={id_: _unit(id_, entry) for id_, entry in schema.units.items()},
    )


def _topic(id_: str, entry: TopicSchema) -> Topic:
    aliases = {language: tuple(names) for language, names in entry.aliases.items()}
    return Topic(id_, entry.kind, entry.labels, aliases, entry.summaries)


def _unit(id_: str, entry: UnitSchema) -> Unit:
    labels = {
        language: PluralForms(label.one, label.other)
        if isinstance(label, FormsSchema)
        else PluralForms(label, label)
        for language, label in entry.labels.items()
    }
    return Unit(id_, labels)


def _missing_words(
    schema: VocabularySchema, source: YamlSource, shown_path: str, languages: Collection[str]
) -> Iterator[Finding]:
    groups: Mapping[str, Mapping[str, TopicSchema | TermSchema | UnitSchema]] = {
        "topics": schema.topics,
        "counts": schema.counts,
        "units": schema.units,
    }
    for group, entries in groups.items():
        for id_, entry in entries.items():
            line, column = source.place((group, id_))
            for key in ("labels", "summaries"):
                words: Mapping[str, object] = getattr(entry, key, dict.fromkeys(languages))
                for language in languages:
                    if language not in words:
                        values = {"id": id_, "key": key, "language": language}
                        code = "vocabulary-missing-words"
                        yield Finding(shown_path, line, column, code, values)


def _wrong_themes(
    schema: VocabularySchema, source: YamlSource, shown_path: str, unread: Collection[str]
) -> Iterator[Finding]:
    """What is counted belongs to themes of the same file."""
    themes = {id_ for id_, topic in schema.topics.items() if topic.kind is TopicKind.THEME}
    for id_, entry in schema.counts.items():
        for index, theme in enumerate(entry.about):
            if theme in themes or theme in unread:
                continue
            line, column = source.place(("counts", id_, "about", index))
            values = {"id": theme, "group": "topics", "file": shown_path}
            if theme in schema.topics:
                yield Finding(shown_path, line, column, "topic-not-theme", values)
            else:
                values |= near_value(theme, themes)
                yield Finding(shown_path, line, column, "topic-unknown", values)
