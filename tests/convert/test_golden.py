import re
from pathlib import Path

import pytest

from lanpya.content.markup import create_markdown
from tests.convert.golden import list_samples, make_golden
from tests.convert.reading import GOLDEN

SAMPLES = list_samples()


def test_golden_is_there_for_each_sample_and_nothing_else() -> None:
    expected = {f"{sample.stem}{suffix}" for sample in SAMPLES for suffix in (".md", ".json")}
    assert {path.name for path in GOLDEN.iterdir()} == expected


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_convert_gives_the_golden_draft_and_result(sample: Path) -> None:
    draft, result = make_golden(sample)
    assert draft == (GOLDEN / f"{sample.stem}.md").read_text(encoding="utf-8")
    assert result == (GOLDEN / f"{sample.stem}.json").read_text(encoding="utf-8")


def test_convert_hostile_sample_renders_without_any_live_markup() -> None:
    draft, _ = make_golden(next(path for path in SAMPLES if path.stem == "hostile"))
    rendered = create_markdown().convert(draft.split("---\n\n", 1)[1])
    tags = {tag.strip("</>") for tag in re.findall(r"<[^>]*>", rendered)}
    assert tags == {"p", "blockquote"}, "no tag with an attribute, no link, no list"
