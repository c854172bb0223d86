"""The texts of a file that readers see: a page's body, and every text of its front matter."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lanpya.content.front_matter import SourceFile
from lanpya.content.yaml_source import KeyPath, YamlSource

# Words for the checker, not for readers.
NOT_SHOWN = frozenset({"meant"})


@dataclass(frozen=True)
class Passage:
    """A text. line, column: where it starts, from 1; a text of YAML has the place of its key.

    keys: those that lead to it in YAML, the outermost first.
    """

    text: str
    line: int
    column: int
    is_body: bool
    keys: KeyPath = ()

    def place(self, position: int) -> tuple[int, int]:
        """(line, column) of a character."""
        if not self.is_body:
            return self.line, self.column
        line = bisect_right(self._line_starts, position)
        return self.line + line - 1, position - self._line_starts[line - 1] + 1

    @cached_property
    def _line_starts(self) -> list[int]:
        lines = self.text.split("\n")
        starts = [0]
        for line in lines[:-1]:
            starts.append(starts[-1] + len(line) + 1)
        return starts


def page_passages(source: SourceFile, only_body: bool = False) -> Iterator[Passage]:
    """A page's texts, its body last."""
    if not only_body:
        yield from yaml_passages(source.front_matter)
    yield Passage(source.body, source.body_line, 1, is_body=True)


def yaml_passages(source: YamlSource) -> Iterator[Passage]:
    """Every text that is the value of a key or an item."""
    yield from _walk(source, source.value, ())


def _walk(source: YamlSource, value: Any, path: KeyPath) -> Iterator[Passage]:
    if isinstance(value, str):
        yield Passage(value, *source.place(path), is_body=False, keys=path)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in NOT_SHOWN:
                yield from _walk(source, inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _walk(source, inner, (*path, index))
