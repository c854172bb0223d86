"""What may well be meant, and is worth a second look before it is published.

Each of these names a passage. A page whose editor has looked, and means it, has that passage
under `meant:`; nothing else silences them, so that a second number on the page is found again.
"""

import re
from collections.abc import Iterator

from lanpya.checks.hidden import Texts
from lanpya.content.library import Reading
from lanpya.content.passages import Passage
from lanpya.findings import Finding, Phrase
from lanpya.text.lookalikes import find_mixed_words, judge_host
from lanpya.text.numerals import to_ascii_digits
from lanpya.text.personal import Personal, find_personal

PHRASES = {
    Personal.PHONE: Phrase("personal-phone"),
    Personal.PAPERS: Phrase("personal-papers"),
    Personal.PLACE: Phrase("personal-place"),
    Personal.MAIL: Phrase("personal-mail"),
}
HOST_RE = re.compile(r"https?://(?P<host>[^\s/?#<>\"')\]]+)", re.IGNORECASE)


def check_second_looks(reading: Reading, texts: Texts) -> Iterator[Finding]:
    """All that this room finds but for what is meant; and `meant:` that means nothing.

    Bad: `meant: ["09 …"]` in a page that has no such number
    Good: the number in the page, and under `meant:`
    """
    for shown, (_, passages) in texts.items():
        meant = _meant(reading, shown)
        needed = set()
        for finding in _look(shown, passages):
            passage = _fold(str(finding.values["passage"]))
            needed.add(passage)
            if passage not in meant:
                yield finding
        for passage, place in meant.items():
            if passage not in needed:
                yield Finding(shown, *place, "meant-unneeded", {"passage": passage})


def _look(shown: str, passages: tuple[Passage, ...]) -> Iterator[Finding]:
    for passage in passages:
        yield from check_personal_data(shown, passage)
        yield from check_mixed_words(shown, passage)
        yield from check_hosts(shown, passage)


def check_personal_data(shown: str, passage: Passage) -> Iterator[Finding]:
    """Nobody's telephone, papers, mail or house is published by accident.

    Bad: `She can be reached at 09 765 432 109.`
    Good: `She can be reached through the union.`
    """
    for position, kind, written in find_personal(passage.text):
        values: dict[str, str | Phrase] = {"what": PHRASES[kind], "passage": written}
        yield Finding(shown, *passage.place(position), "personal-data", values)


def check_mixed_words(shown: str, passage: Passage) -> Iterator[Finding]:
    """A word is in letters of one script.

    Bad: `b<U+0430>nk`, whose second letter is Cyrillic
    Good: `bank`
    """
    for position, word, plain in find_mixed_words(passage.text):
        values = {"passage": word, "near": plain}
        yield Finding(shown, *passage.place(position), "lookalike-word", values)


def check_hosts(shown: str, passage: Passage) -> Iterator[Finding]:
    """The name of a host passes for no other.

    Bad: `https://b<U+0430>nk.example/`, whose second letter is Cyrillic
    Good: `https://bank.example/`
    """
    for match in HOST_RE.finditer(passage.text):
        host = match["host"].rpartition("@")[2].partition(":")[0]
        plain = judge_host(host.lower())
        if plain is not None:
            values = {"passage": host, "near": plain}
            place = passage.place(match.start("host"))
            yield Finding(shown, *place, "lookalike-host", values)


def _meant(reading: Reading, shown: str) -> dict[str, tuple[int, int]]:
    """What a page says is meant, with its place."""
    source = reading.files.get(shown)
    listed = source.front_matter.value.get("meant") if source else None
    if source is None or not isinstance(listed, list):
        return {}
    return {
        _fold(str(item)): source.front_matter.place(("meant", index))
        for index, item in enumerate(listed)
    }


def _fold(passage: str) -> str:
    """A number is the same in any digits."""
    return " ".join(to_ascii_digits(passage).split())
