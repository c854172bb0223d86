"""A conversion as JSON: what `lanpya convert --json` prints."""

import json
from dataclasses import asdict
from pathlib import Path

from lanpya.convert.result import FIELDS, Conversion, Datum

NOT_SAID: dict[str, object] = {
    "value": None,
    "rule": None,
    "line": None,
    "confidence": None,
    "reason": None,
    "is_inferred": False,
}


def render_json(conversion: Conversion, draft: Path | None) -> str:
    """One JSON object on one line, with every field of the metadata; null is "not said".

    draft: the file that was written, or None where none was asked for.
    """
    metadata = {name: _datum(conversion.metadata.get(name)) for name in FIELDS}
    shown = {
        "source": asdict(conversion.source),
        "draft": draft.as_posix() if draft else None,
        "metadata": metadata,
        "review": [asdict(note) for note in conversion.review],
        "blocks": [asdict(block) for block in conversion.blocks],
        "dropped": [asdict(one) for one in conversion.dropped],
    }
    return json.dumps(shown, ensure_ascii=False)


def _datum(datum: Datum | None) -> dict[str, object]:
    return NOT_SAID if datum is None else {**asdict(datum), "is_inferred": datum.is_inferred}
