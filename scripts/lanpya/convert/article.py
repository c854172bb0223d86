"""An article as the metadata rules see it: its chunks, and which of them are its head.

The head is what stands above the running text. It is found before anything is known of
the article, by form alone: the first running text ends it, unless a byline or a date
follows right after.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from lanpya.convert.captions import is_caption
from lanpya.convert.lines import Line, looks_like_prose
from lanpya.convert.metaline import MetaLine, parse_metaline
from lanpya.convert.result import Confidence, Datum, Dropped, Value
from lanpya.convert.wrapping import Chunk

MAX_HEAD = 20
MAX_HEAD_AFTER_PROSE = 10
TAIL = 8
# How far below a first piece of running text, then a standfirst, the byline may stand.
REACH = 4


@dataclass(frozen=True)
class Claim:
    """What one rule found. name: a key of the metadata.

    taken: index of a chunk → what is left of it for the text, "" where nothing is.
    """

    name: str
    datum: Datum
    taken: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Article:
    """A source in chunks. lines: all that the source holds. dropped: its furniture."""

    chunks: tuple[Chunk, ...]
    lines: tuple[Line, ...] = ()
    dropped: tuple[Dropped, ...] = ()

    @cached_property
    def metalines(self) -> Mapping[int, MetaLine]:
        """Index of a chunk → the line about the article that it is, in head and tail."""
        places = {*range(min(MAX_HEAD, len(self.chunks))), *self.tail}
        found = {index: parse_metaline(self.chunks[index].text) for index in sorted(places)}
        return {index: line for index, line in found.items() if line is not None}

    @cached_property
    def first_prose(self) -> int:
        """Index of the first chunk of running text; the number of chunks where there is none."""
        for index, chunk in enumerate(self.chunks):
            metaline = parse_metaline(chunk.text) if index < MAX_HEAD else None
            if looks_like_prose(chunk.text) and metaline is None and not is_caption(chunk.text):
                return index
        return len(self.chunks)

    @cached_property
    def head_end(self) -> int:
        """Index of the first chunk below the head."""
        first = end = min(self.first_prose, MAX_HEAD)
        for index in range(first + 1, min(first + REACH, MAX_HEAD_AFTER_PROSE, len(self.chunks))):
            metaline = self.metalines.get(index)
            if metaline and metaline.is_strong:
                end = index + 1
            elif looks_like_prose(self.chunks[index].text):
                break
        while end > first and end in self.metalines and end < MAX_HEAD:
            end += 1
        # What has no text below it is no head.
        has_text = any(looks_like_prose(chunk.text) for chunk in self.chunks[end:])
        return end if has_text else first

    @property
    def opening(self) -> Chunk | None:
        """The first chunk of running text."""
        return self.chunks[self.first_prose] if self.first_prose < len(self.chunks) else None

    @property
    def tail(self) -> range:
        """Indexes of the last chunks, where a source may name its author and itself."""
        return range(max(0, len(self.chunks) - TAIL), len(self.chunks))

    def strong_head(self) -> Iterator[tuple[int, MetaLine]]:
        """The lines of the head that can only be about the article, in order."""
        for index, metaline in self.metalines.items():
            if index < self.head_end and metaline.is_strong:
                yield index, metaline

    def is_near_strong(self, index: int) -> bool:
        """Whether a line of the head stands beside one that is about the article."""
        strong = [other for other, _ in self.strong_head()]
        for other in strong:
            low, high = sorted((index, other))
            if all(between in self.metalines for between in range(low + 1, high)):
                return True
        return False

    def claim(
        self,
        name: str,
        index: int,
        value: Value,
        rule: str,
        confidence: Confidence = Confidence.HIGH,
        reason: str | None = None,
    ) -> Claim:
        """A claim on a chunk as a whole. reason: what an inferred value follows from."""
        line = self.chunks[index].first_line
        return Claim(name, Datum(value, rule, line, confidence, reason), {index: ""})

    def all_lines(self) -> Iterator[tuple[int, str]]:
        """Every joined chunk and every line of the source, furniture too, by line number."""
        yield from ((chunk.first_line, chunk.text) for chunk in self.chunks)
        yield from ((line.number, line.text) for line in self.lines)

    def at_line(self, number: int) -> Mapping[int, str]:
        """What a claim takes of a line: the chunk that starts there; nothing of furniture."""
        starts = (i for i, chunk in enumerate(self.chunks) if chunk.first_line == number)
        return dict.fromkeys(starts, "")

    def body_text(self) -> str:
        """All that stands below the head, in one piece, to look names up in."""
        return "\n".join(chunk.text for chunk in self.chunks[self.head_end :])


def first_claim(claims: Sequence[Claim | None]) -> Claim | None:
    """The claim of the first rule that made one."""
    return next((claim for claim in claims if claim is not None), None)
