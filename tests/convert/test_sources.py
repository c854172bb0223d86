"""The five articles that the site started from. Their text is not ours to keep here.

blocks_by_reading.json was made by reading them: the type and the hash of each block.
"""

import hashlib
import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from lanpya.convert.conversion import convert_file
from lanpya.convert.result import AuthorKind, Confidence, Conversion, ReviewKind

FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "seeds"
READ_BLOCKS: dict[str, list[str]] = json.loads(
    (Path(__file__).parent / "blocks_by_reading.json").read_text(encoding="utf-8")
)
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the sources are not here")


@cache
def conversion_of(number: str) -> Conversion:
    (path,) = FOLDER.glob(f"{number}-*.txt")
    return convert_file(path)


def facts_of(number: str) -> dict[str, object]:
    """Each metadatum but the language and the standfirst, people by name."""
    metadata = conversion_of(number).metadata
    return {
        name: datum.value if isinstance(datum.value, str) else [one.name for one in datum.value]
        for name, datum in metadata.items()
        if name not in ("language", "description")
    }


@pytest.mark.parametrize("name", READ_BLOCKS)
def test_source_blocks_are_those_found_by_reading(name: str) -> None:
    found = [
        f"{block.type.value} {hashlib.sha256(block.text.encode()).hexdigest()[:16]}"
        for block in conversion_of(name[:3]).blocks
    ]
    assert found == READ_BLOCKS[name]


def test_source_000() -> None:
    conversion = conversion_of("000")
    assert facts_of("000") == {
        "title": "Progress with Unity",
        "published": "2024-01-15",
        "authors": ["Progressive Voice"],
        "publisher": "Progressive Voice",
    }
    assert conversion.authors[0].kind is AuthorKind.ORGANISATION
    assert conversion.metadata["description"].rule == "repeated-below"
    languages = Counter(b.language for b in conversion.blocks if b.type.value == "list-item")
    assert languages == {"en": 9, "my": 4}


def test_source_001() -> None:
    facts = facts_of("001")
    assert hashlib.sha256(str(facts.pop("title")).encode()).hexdigest()[:8] == "74555b29"
    assert conversion_of("001").metadata["title"].line == 3
    assert facts == {
        "published": "2023-12-01",
        "authors": ["David Rising"],
        "contributors": ["Ken Moritsugu"],
        "publisher": "Washington Post",
        "agency": "AP",
        "via": "Genocide Watch",
        "rights_holder": "Associated Press",
    }
    assert [one.line for one in conversion_of("001").dropped] == [1, 183, 185, 186, 187, 188]


def test_source_002() -> None:
    assert facts_of("002") == {"published": "2023-11-17"}
    missing = {n.field for n in conversion_of("002").review if n.kind is ReviewKind.MISSING}
    assert {"title", "authors", "publisher"} <= missing


def test_source_003() -> None:
    conversion = conversion_of("003")
    assert facts_of("003") == {"published": "2023-02~", "authors": ["Lin Htet Myat"]}
    published = conversion.metadata["published"]
    assert (published.is_inferred, published.confidence) == (True, Confidence.LOW)
    assert conversion.authors[0].kind is AuthorKind.PSEUDONYM
    assert conversion.source.is_wrapped
    assert {one.rule for one in conversion.dropped} == {"end-mark", "private-use"}
    items = [
        (block.marker, block.item) for block in conversion.blocks if block.marker or block.item
    ]
    assert items == [
        *(("1.", None), (None, "1."), (None, "1.")),
        *(("2.", None), (None, "2."), (None, "2."), (None, "2.")),
        *(("3.", None), (None, "3.")),
    ]


def test_source_004() -> None:
    facts = facts_of("004")
    assert hashlib.sha256(str(facts.pop("title")).encode()).hexdigest()[:8] == "369dc2ec"
    assert conversion_of("004").metadata["title"].line == 5
    assert facts == {"published": "2024-02-06T10:37", "section": "International"}
    rules = [(one.line, one.rule) for one in conversion_of("004").dropped]
    assert rules == [(1, "logo"), (2, "logo"), (8, "image-placeholder")]
