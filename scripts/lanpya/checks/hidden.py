"""What nobody sees in a text, and what only looks right."""

from collections.abc import Iterable, Iterator, Mapping

from lanpya.content.passages import Passage
from lanpya.findings import Finding
from lanpya.text.hidden import find_hidden
from lanpya.text.mends import find_slips

Texts = Mapping[str, tuple[str, tuple[Passage, ...]]]


def check_hidden_characters(texts: Texts) -> Iterator[Finding]:
    """Every character has a shape, or a job where it stands.

    Bad: `mili<U+200B>tary`
    Good: `military`; between two letters of Burmese, U+200B lets a line break
    """
    for shown, (_, passages) in texts.items():
        for passage in passages:
            for first in _firsts(passage.text, find_hidden(passage.text)):
                values = {"character": f"U+{ord(passage.text[first]):04X}"}
                yield Finding(shown, *passage.place(first), "hidden-character", values)


def check_slips(texts: Texts) -> Iterator[Finding]:
    """Letters and digits that look alike stand each in its own place.

    Bad: `၂ဝ၂၄` with the letter ဝ for the digit
    Good: `၂၀၂၄`
    """
    for shown, (language, passages) in texts.items():
        for passage in passages:
            for slip in find_slips(passage.text, language):
                values = {"word": slip.word, "near": slip.mended}
                yield Finding(shown, *passage.place(slip.start), "spelling-slip", values)


def _firsts(text: str, positions: Iterable[int]) -> list[int]:
    """Where each character stands first."""
    found: dict[str, int] = {}
    for position in positions:
        found.setdefault(text[position], position)
    return list(found.values())
