"""docs/topics.yml: the controlled vocabulary, in every language."""

from collections.abc import Mapping
from pathlib import Path

from lanpya.content.front_matter import read_utf8
from lanpya.content.schema import (
    FormsSchema,
    TermSchema,
    TopicSchema,
    UnitSchema,
    VocabularySchema,
    validate,
)
from lanpya.content.yaml_source import YamlFault, YamlSource, parse_yaml
from lanpya.findings import Finding
from lanpya.model import PluralForms, Term, Topic, Unit, Vocabulary

EMPTY = Vocabulary({}, {}, {})


def read_vocabulary(
    path: Path, shown_path: str, languages: tuple[str, ...]
) -> tuple[Vocabulary, list[Finding]]:
    """Read topics.yml; a label or summary that a language lacks is a finding."""
    if not path.is_file():
        return EMPTY, [Finding(shown_path, 0, 0, "vocabulary-missing")]
    text, findings = read_utf8(path, shown_path)
    if text is None:
        return EMPTY, findings
    try:
        source = parse_yaml(text)
    except YamlFault as fault:
        values = {"detail": fault.detail}
        return EMPTY, [Finding(shown_path, fault.line, fault.column, fault.code, values)]
    schema, findings = validate(VocabularySchema, source, shown_path)
    if schema is None:
        return EMPTY, findings
    return _vocabulary(schema), _missing_words(schema, source, shown_path, languages)


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
    schema: VocabularySchema, source: YamlSource, shown_path: str, languages: tuple[str, ...]
) -> list[Finding]:
    groups: Mapping[str, Mapping[str, TopicSchema | TermSchema | UnitSchema]] = {
        "topics": schema.topics,
        "counts": schema.counts,
        "units": schema.units,
    }
    findings = []
    for group, entries in groups.items():
        for id_, entry in entries.items():
            line, column = source.place((group, id_))
            for key in ("labels", "summaries"):
                for language in languages:
                    if language not in getattr(entry, key, dict.fromkeys(languages)):
                        values = {"id": id_, "key": key, "language": language}
                        code = "vocabulary-missing-words"
                        findings.append(Finding(shown_path, line, column, code, values))
    return findings
