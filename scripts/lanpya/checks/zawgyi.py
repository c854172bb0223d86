"""Burmese that was pasted in Zawgyi: found block by block, with a proposal in Unicode.

There is deliberately no mending without a person: a conversion loses what the block does not
show, and ruins one that was in Unicode. Text in code is left alone, so that a page can show
what Zawgyi is.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from lanpya.checks.hidden import Texts
from lanpya.content.costs import PAGE_LENGTH
from lanpya.content.passages import Passage
from lanpya.findings import Finding, Proposal
from lanpya.text.zawgyi import BLANK, EXEMPT, Stretch, find_zawgyi_in, propose_unicode

BLANK_RE = re.compile(r"\n(?:[ \t]*\n)+")
# Code, addresses and ids.
NO_PROSE_RE = re.compile(
    r"^(?P<fence>`{3,}+|~{3,}+).*?^(?P=fence)|`[^`\n]*`|\]\([^()\s]*|\{#[^{}\n]*\}",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class _Block:
    """A paragraph of a body, or a whole text of YAML. prose: the same with the rest blanked."""

    passage: Passage
    start: int
    text: str
    prose: str
    language: str


def check_zawgyi(texts: Texts, languages: Collection[str]) -> Iterator[Finding]:
    """Burmese is in Unicode. languages: the tags that a key of YAML may name one by.

    Bad: `ေနျပည္ေတာ္`
    Good: `နေပြည်တော်`; `ေနျပည္ေတာ္` in code
    """
    known = EXEMPT | frozenset(languages)
    for shown, (language, passages) in texts.items():
        blocks = [block for passage in passages for block in _blocks(passage, language, known)]
        found = find_zawgyi_in((block.prose, block.language) for block in blocks)
        for block, stretches in zip(blocks, found, strict=True):
            if any(stretch.is_certain for stretch in stretches):
                yield _finding(shown, block, stretches)


def _finding(shown: str, block: _Block, stretches: tuple[Stretch, ...]) -> Finding:
    first = next(stretch for stretch in stretches if stretch.is_certain)
    proposal = propose_unicode(block.text, stretches)
    before = block.text[first.start : first.end]
    values = {
        "before": " ".join(before.split()),
        "after": " ".join(propose_unicode(before, [Stretch(0, len(before), True)]).split()),
    }
    place = block.passage.place(block.start + first.start)
    return Finding(shown, *place, "zawgyi", values, Proposal(block.text, proposal))


def _blocks(passage: Passage, language: str, known: frozenset[str]) -> Iterator[_Block]:
    own = next((str(key) for key in reversed(passage.keys) if key in known), language)
    if passage.text.isascii() or len(passage.text) > PAGE_LENGTH:
        return  # what is too long to be laid out is found to be that
    if not passage.is_body:
        yield _Block(passage, 0, passage.text, passage.text, own)
        return
    prose = NO_PROSE_RE.sub(lambda match: re.sub(r"[^\n]", BLANK, match[0]), passage.text)
    start = 0
    for match in BLANK_RE.finditer(passage.text):
        yield _Block(passage, start, *_cut(passage.text, prose, start, match.start()), own)
        start = match.end()
    yield _Block(passage, start, *_cut(passage.text, prose, start, len(prose.rstrip())), own)


def _cut(text: str, prose: str, start: int, end: int) -> tuple[str, str]:
    return text[start:end], prose[start:end]
