"""YAML as people write it, with the line of every value.

The values are those of YAML 1.2's core schema: `no`, `10:37` and `2023-11-17` are
text, not a boolean, a number in base sixty and a date as in YAML 1.1. There are
deliberately no anchors, aliases and tags: they let a small file grow without bound.

libyaml reads fast, PyYAML reads everywhere. They differ in a few corners, so libyaml
is believed only where it finds no fault in a text that has none of them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from lanpya.findings import Phrase

KeyPath = tuple[str | int, ...]

MAX_DEPTH = 20
MAX_DIGITS = 30
INT_RE = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
FLOAT_RE = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]+")
CONSTANTS: Mapping[str, Any] = {"": None, "~": None, "null": None, "true": True, "false": False}
# Tabs, line ends other than \n, what can not be printed, and `|#`: libyaml lets more pass.
CORNER_RE = re.compile(
    "[^\n -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
    r"|[|>][-+0-9]{0,2}#"
)
SURROGATE_RE = re.compile("[\ud800-\udfff]")
# What the parser says, to what a contributor most likely did.
PROBLEMS = (
    (re.compile(r"mapping values are not allowed"), "yaml-colon"),
    (re.compile(r"found character '\\t'"), "yaml-tab"),
    (re.compile(r"cannot start any|expected chomping|comment or a line break"), "yaml-start"),
    (re.compile(r"quoted scalar.*(?:end of stream|document separator)"), "yaml-quote"),
    (re.compile(r"escape"), "yaml-backslash"),
    (re.compile(r"expected ',' or|unclosed '\['|flow node.*stream end"), "yaml-bracket"),
    (re.compile(r"could not find expected ':'"), "yaml-no-colon"),
    (re.compile(r"<block end>|are not allowed here"), "yaml-line-up"),
)
ALIAS_RE = re.compile(r"while scanning an (?:alias|anchor)")
TAG_RE = re.compile(r"while (?:scanning|parsing) a tag|undefined tag")
END_RE = re.compile(r"end of stream|stream end")


@dataclass(frozen=True)
class YamlFault(Exception):
    """YAML that can not be read. line and column from 1; code, values: of the finding."""

    code: str
    line: int
    column: int
    values: Mapping[str, str | Phrase]


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


class _CornerError(Exception):
    """libyaml took something in a way that PyYAML may not."""


def parse_yaml(text: str, first_line: int = 1) -> YamlSource:
    """Read YAML. first_line: the number of the text's first line in its file.

    Raises YamlFault for malformed YAML, aliases, tags, more than one document, keys that
    are not text and keys that stand twice.
    """
    libyaml: Any = getattr(yaml, "CSafeLoader", None)
    if libyaml and not CORNER_RE.search(text):
        try:
            return _Reader(text, first_line, libyaml).read()
        except (_CornerError, YamlFault, yaml.YAMLError):
            pass  # PyYAML says what is wrong, so that it is the same on every machine
    return parse_yaml_slowly(text, first_line)


def parse_yaml_slowly(text: str, first_line: int = 1) -> YamlSource:
    """The same by PyYAML alone, as where libyaml is not there."""
    reader = _Reader(text, first_line, yaml.SafeLoader)
    try:
        return reader.read()
    except yaml.YAMLError as error:
        raise reader.explain(error) from None


class _Reader:
    """Puts a parser's events together into plain values, with the place of each."""

    def __init__(self, text: str, first_line: int, loader: Any) -> None:
        self._text = text
        self._first_line = first_line
        self._loader = loader
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._places: dict[KeyPath, tuple[int, int]] = {(): (first_line, 1)}

    def read(self) -> YamlSource:
        """Read the one document. Raises YamlFault, _CornerError or yaml.YAMLError."""
        self._events: Iterator[Any] = iter(yaml.parse(self._text, Loader=self._loader))
        documents = 0
        value = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._malformed("yaml-one-document", event.start_mark)
                value = self._value(next(self._events), (), is_flow=False)
        return YamlSource(value, self._places)

    def explain(self, error: yaml.YAMLError) -> YamlFault:
        """What a parser's error means to the person who wrote the text."""
        if not isinstance(error, yaml.MarkedYAMLError):
            line, column = self._place(getattr(error, "position", 0))
            return YamlFault("yaml-malformed", line, column, _reason("yaml-character"))
        said = f"{error.context} {error.problem}"
        mark = error.problem_mark
        if END_RE.search(said) and error.context_mark:
            mark = error.context_mark  # where something was opened, and not where the text ends
        if ALIAS_RE.search(said):
            return self._fault("yaml-alias", error.context_mark)
        if TAG_RE.search(said):
            return self._fault("yaml-tag", error.context_mark or mark)
        reasons = (phrase for pattern, phrase in PROBLEMS if pattern.search(said))
        return self._malformed(next(reasons, "yaml-unreadable"), mark)

    def _value(self, event: Any, path: KeyPath, is_flow: bool) -> Any:
        if event.anchor is not None:  # an alias has one, too
            raise self._fault("yaml-alias", event.start_mark)
        if event.tag is not None:
            raise self._fault("yaml-tag", event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, is_flow)
        if len(path) >= MAX_DEPTH:
            raise self._malformed("yaml-depth", event.start_mark)
        is_flow = is_flow or bool(event.flow_style)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path, is_flow)
        return self._mapping(path, is_flow)

    def _scalar(self, event: Any, is_flow: bool) -> Any:
        if SURROGATE_RE.search(event.value):  # by an escape in quotes
            raise self._malformed("yaml-character", event.start_mark)
        is_plain = event.implicit[0]
        if is_plain and is_flow and "?" in event.value and self._loader is not yaml.SafeLoader:
            raise _CornerError
        return _resolve(event.value) if is_plain else event.value

    def _sequence(self, path: KeyPath, is_flow: bool) -> list[Any]:
        items: list[Any] = []
        for event in iter(self._events):
            if isinstance(event, yaml.SequenceEndEvent):
                break
            item_path = (*path, len(items))
            self._keep_place(item_path, event)
            items.append(self._value(event, item_path, is_flow))
        return items

    def _mapping(self, path: KeyPath, is_flow: bool) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for event in iter(self._events):
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, path, is_flow)
            if key in mapping:
                raise self._fault("yaml-duplicate-key", event.start_mark, key=key)
            self._keep_place((*path, key), event)
            mapping[key] = self._value(next(self._events), (*path, key), is_flow)
        return mapping

    def _key(self, event: Any, path: KeyPath, is_flow: bool) -> str:
        if isinstance(event, yaml.CollectionStartEvent):
            raise self._malformed("yaml-key", event.start_mark)
        self._value(event, path, is_flow)
        return str(event.value)

    def _keep_place(self, path: KeyPath, event: Any) -> None:
        if getattr(event, "value", None) == "" and self._loader is not yaml.SafeLoader:
            raise _CornerError  # they do not agree on where nothing stands
        self._places[path] = self._place(event.start_mark.index)

    def _malformed(self, phrase: str, mark: Any) -> YamlFault:
        return self._fault("yaml-malformed", mark, **_reason(phrase))

    def _fault(self, code: str, mark: Any, **values: str | Phrase) -> YamlFault:
        return YamlFault(code, *self._place(mark.index if mark else 0), values)

    def _place(self, index: int) -> tuple[int, int]:
        """(line, column) of a character; the end of the text belongs to its last line."""
        index = min(index, max(len(self._text) - 1, 0))
        line = bisect_right(self._line_starts, index)
        return self._first_line + line - 1, index - self._line_starts[line - 1] + 1


def _reason(phrase: str) -> dict[str, str | Phrase]:
    return {"reason": Phrase(phrase), "remedy": Phrase(f"{phrase}-remedy")}


def _resolve(text: str) -> Any:
    """The value of a scalar without quotes. A number beyond all measure stays text."""
    if text in CONSTANTS:
        return CONSTANTS[text]
    if len(text) <= MAX_DIGITS:
        if INT_RE.fullmatch(text):
            return int(text)
        if FLOAT_RE.fullmatch(text):
            return float(text)
    return text
