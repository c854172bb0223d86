"""What the site itself says, in each of its languages: the same words, with the same gaps."""

import string
from collections.abc import Iterator, Mapping
from typing import Any

from lanpya.content.configuration import Configuration
from lanpya.content.source_text import read_text
from lanpya.content.yaml_source import YamlFault, YamlSource, parse_yaml
from lanpya.findings import Finding

MAX_BYTES = 1_000_000


def check_strings(configuration: Configuration) -> Iterator[Finding]:
    """Every language has a file of strings, with every string, and the gaps of each.

    Bad: strings/fr.yml without `search:`; `reading: "minutes"` for `reading: "{minutes} min"`
    Good: the keys and gaps of strings/en.yml
    """
    folder = configuration.strings_dir
    if not folder.is_dir():
        return  # the theme has none: what it says is its own affair
    sources: dict[str, YamlSource] = {}
    for language in configuration.languages:
        path = folder / f"{language.tag}.yml"
        shown = configuration.shown(path)
        if not path.is_file():
            yield Finding(shown, 0, 0, "strings-missing")
            continue
        text, findings = read_text(path, shown, MAX_BYTES)
        yield from findings
        try:
            source = parse_yaml(text) if text is not None else None
        except YamlFault as fault:
            yield Finding(shown, fault.line, fault.column, fault.code, fault.values)
            continue
        if source and isinstance(source.value, dict):
            sources[shown] = source
        elif source:
            yield Finding(shown, 1, 1, "strings-missing")
    for shown, source in sources.items():
        yield from _compare(shown, source, sources)


def _compare(
    shown: str, source: YamlSource, sources: Mapping[str, YamlSource]
) -> Iterator[Finding]:
    known: dict[str, str] = {}
    for other, there in sources.items():
        for key in there.value:
            known.setdefault(key, other)
    for key, first in known.items():
        if key not in source.value:
            yield Finding(shown, 0, 0, "strings-missing-key", {"key": key, "file": first})
            continue
        wanted, found = _gaps(sources[first].value[key]), _gaps(source.value[key])
        place = source.place((key,))
        if found is None:
            yield Finding(shown, *place, "strings-value", {"key": key})
        elif wanted is not None and found != wanted:
            values = {"key": key, "file": first, "gaps": _shown(wanted), "found": _shown(found)}
            yield Finding(shown, *place, "strings-gaps", values)


def _gaps(value: Any) -> frozenset[str] | None:
    """The {names} that a text, its forms or its items have; None for what is no string."""
    if isinstance(value, str):
        try:
            return frozenset(
                f"{{{name}}}"
                for _, name, _, _ in string.Formatter().parse(value)
                if name is not None
            )
        except ValueError:
            return None
    is_forms = isinstance(value, dict) and "other" in value
    inner = list(value.values()) if is_forms else value if isinstance(value, list) else None
    gaps = [_gaps(item) for item in inner] if inner else [None]
    if any(gap is None for gap in gaps):
        return None
    return frozenset().union(*[gap for gap in gaps if gap is not None])


def _shown(gaps: frozenset[str]) -> str:
    return " ".join(sorted(gaps)) or "–"
