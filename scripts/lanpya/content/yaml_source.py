"""YAML as people write it, with the line of every value.

The values are those of YAML 1.2's core schema: `no`, `10:37` and `2023-11-17` are
text, not a boolean, a number in base sixty and a date as in YAML 1.1. There are
deliberately no anchors, aliases and tags: they let a small file grow without bound.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

KeyPath = tuple[str | int, ...]

CORE_RESOLVERS = (
    ("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), "tf"),
    ("tag:yaml.org,2002:null", re.compile(r"^(?:null|~|)$"), ["n", "~", ""]),
    ("tag:yaml.org,2002:int", re.compile(r"^[-+]?(?:0|[1-9][0-9]*)$"), "-+0123456789"),
    (
        "tag:yaml.org,2002:float",
        re.compile(r"^[-+]?(?:0|[1-9][0-9]*)\.[0-9]+$"),
        "-+0123456789",
    ),
)


@dataclass(frozen=True)
class YamlFault(Exception):
    """YAML that can not be read. line and column from 1; code: the finding it makes."""

    code: str
    line: int
    column: int
    detail: str


@dataclass(frozen=True)
class YamlSource:
    """What was read. places: (line, column) of each key or list item, from 1."""

    value: Any
    places: Mapping[KeyPath, tuple[int, int]]

    def place(self, path: KeyPath) -> tuple[int, int]:
        """Where a value stands, or the nearest thing around it that is there."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))


class _CoreLoader(yaml.SafeLoader):
    """YAML 1.2's core schema; an alias or a tag is a fault."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        mark = event.start_mark
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise YamlFault("yaml-alias", mark.line + 1, mark.column + 1, str(event.anchor))
        if getattr(event, "tag", None):
            raise YamlFault("yaml-tag", mark.line + 1, mark.column + 1, str(event.tag))
        return super().compose_node(parent, index)


_CoreLoader.yaml_implicit_resolvers = {}  # not those of YAML 1.1, which it would inherit
for _tag, _regex, _first in CORE_RESOLVERS:
    _CoreLoader.add_implicit_resolver(_tag, _regex, list(_first))


def parse_yaml(text: str, first_line: int = 1) -> YamlSource:
    """Read YAML. first_line: the number of the text's first line in its file.

    Raises YamlFault for malformed YAML, aliases, tags, keys that are not text and
    keys that stand twice.
    """
    try:
        loader = _CoreLoader(text)
        node = loader.get_single_node()
        places: dict[KeyPath, tuple[int, int]] = {(): (first_line, 1)}
        value = _construct(loader, node, (), places, first_line) if node else None
    except YamlFault as fault:
        raise YamlFault(
            fault.code, fault.line + first_line - 1, fault.column, fault.detail
        ) from None
    except yaml.YAMLError as error:
        raise _parser_fault(error, first_line) from None
    except RecursionError:
        raise YamlFault("yaml-malformed", first_line, 1, "nested too deeply") from None
    return YamlSource(value, places)


def _parser_fault(error: yaml.YAMLError, first_line: int) -> YamlFault:
    mark = getattr(error, "problem_mark", None)
    line = (mark.line if mark else 0) + first_line
    column = (mark.column if mark else 0) + 1
    return YamlFault(
        "yaml-malformed", line, column, getattr(error, "problem", None) or "unreadable"
    )


def _construct(
    loader: _CoreLoader,
    node: yaml.Node,
    path: KeyPath,
    places: dict[KeyPath, tuple[int, int]],
    first_line: int,
) -> Any:
    if isinstance(node, yaml.SequenceNode):
        items = []
        for index, child in enumerate(node.value):
            child_path = (*path, index)
            places[child_path] = _mark(child, first_line)
            items.append(_construct(loader, child, child_path, places, first_line))
        return items
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Any] = {}
        for key_node, child in node.value:
            key = _key(key_node, mapping)
            places[(*path, key)] = _mark(key_node, first_line)
            mapping[key] = _construct(loader, child, (*path, key), places, first_line)
        return mapping
    return loader.construct_object(node, deep=True)


def _key(node: yaml.Node, seen: Mapping[str, Any]) -> str:
    line, column = _mark(node, 1)
    if not isinstance(node, yaml.ScalarNode):
        raise YamlFault("yaml-malformed", line, column, "a key has to be a word")
    key = str(node.value)
    if key in seen:
        raise YamlFault("yaml-duplicate-key", line, column, key)
    return key


def _mark(node: yaml.Node, first_line: int) -> tuple[int, int]:
    return node.start_mark.line + first_line, node.start_mark.column + 1
