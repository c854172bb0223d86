"""Text that is not in Unicode yet: what it would be, for a person to accept.

The draft keeps the source's own letters. The proposal is a patch of the draft, so that it is
taken over whole, or in part, with any tool that knows patches.
"""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lanpya.convert.draft import render_draft
from lanpya.convert.result import Block, Conversion, Datum, ReviewKind, ReviewNote
from lanpya.text.zawgyi import Stretch, find_zawgyi_in, propose_unicode


def list_legacy(metadata: Mapping[str, Datum], blocks: Sequence[Block]) -> Iterator[ReviewNote]:
    """A note on each text that is in Zawgyi, with the same in Unicode, or that may be."""
    for (name, line, text, _), stretches in _read(metadata, blocks):
        if any(stretch.is_certain for stretch in stretches):
            note = f"line {line}: this is in Zawgyi, not in Unicode"
            yield ReviewNote(name, ReviewKind.UNSURE, note, propose_unicode(text, stretches))
        elif stretches:
            note = f"line {line}: this may be in Zawgyi, and is too short to tell"
            yield ReviewNote(name, ReviewKind.UNSURE, note)


def render_patch(conversion: Conversion, name: str) -> str | None:
    """A unified diff from a draft to the same in Unicode; None where nothing is in Zawgyi.

    name: the draft's file name.
    """
    found = [stretches for _, stretches in _read(conversion.metadata, conversion.blocks)]
    if not any(stretch.is_certain for stretches in found for stretch in stretches):
        return None
    before, after = render_draft(conversion), render_draft(_in_unicode(conversion, found))
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), f"a/{name}", f"b/{name}"
    )
    return "".join(lines)


def _in_unicode(conversion: Conversion, found: Sequence[tuple[Stretch, ...]]) -> Conversion:
    remaining = iter(found)
    metadata = {
        name: replace(datum, value=propose_unicode(datum.value, next(remaining)))
        if isinstance(datum.value, str)
        else datum
        for name, datum in conversion.metadata.items()
    }
    blocks = tuple(
        replace(block, text=propose_unicode(block.text, next(remaining)))
        for block in conversion.blocks
    )
    return replace(conversion, metadata=metadata, blocks=blocks)


_Text = tuple[str, int, str, str | None]  # field, line, text, language


def _read(
    metadata: Mapping[str, Datum], blocks: Sequence[Block]
) -> list[tuple[_Text, tuple[Stretch, ...]]]:
    """Each text of the metadata, then each block, with what of it is in Zawgyi."""
    language = metadata.get("language")
    tag = language.value if language and isinstance(language.value, str) else None
    texts: list[_Text] = [
        (name, datum.line, datum.value, tag)
        for name, datum in metadata.items()
        if isinstance(datum.value, str)
    ]
    texts += [("text", block.first_line, block.text, block.language) for block in blocks]
    found = find_zawgyi_in((text, tag) for _, _, text, tag in texts)
    return list(zip(texts, found, strict=True))
