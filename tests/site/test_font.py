"""The Burmese font is whole: a reader's letter that is missing would be a box inside a word."""

import unicodedata

import pytest
from fontTools.ttLib import TTFont

from tests.conftest import REPOSITORY

FONT = REPOSITORY / "docs/assets/fonts/noto-sans-myanmar.woff2"
MYANMAR_BLOCKS = (range(0x1000, 0x10A0), range(0xA9E0, 0xAA00), range(0xAA60, 0xAA80))
# Space, no-break space, zero-width space and joiners, and the circle that carries a lone mark.
AROUND_WORDS = (0x0020, 0x00A0, 0x200B, 0x200C, 0x200D, 0x25CC)


@pytest.fixture(scope="module")
def font() -> TTFont:
    return TTFont(FONT)


def test_font_fits_the_budget() -> None:
    assert FONT.stat().st_size <= 40_000


def test_font_has_every_myanmar_letter(font: TTFont) -> None:
    assigned = {
        code
        for block in MYANMAR_BLOCKS
        for code in block
        if unicodedata.category(chr(code)) != "Cn"
    }
    assert len(assigned) == 223
    assert {f"U+{code:04X}" for code in assigned - set(font.getBestCmap())} == set()


def test_font_has_what_stands_around_words_and_no_more(font: TTFont) -> None:
    outside = [code for code in font.getBestCmap() if not any(code in b for b in MYANMAR_BLOCKS)]
    assert tuple(sorted(outside)) == AROUND_WORDS


@pytest.mark.parametrize("table", ["GSUB", "GPOS", "GDEF"])
def test_font_keeps_its_shaping(font: TTFont, table: str) -> None:
    assert table in font


def test_font_shapes_for_the_script_that_browsers_ask_for(font: TTFont) -> None:
    scripts = {record.ScriptTag for record in font["GSUB"].table.ScriptList.ScriptRecord}
    assert "mym2" in scripts


def test_font_carries_no_hinting(font: TTFont) -> None:
    assert {"fpgm", "prep", "cvt "}.isdisjoint(font.keys())


def test_font_licence_names_the_holder_in_the_font(font: TTFont) -> None:
    licence = FONT.with_name("OFL.txt").read_text(encoding="utf-8")
    assert licence.splitlines()[0] == font["name"].getDebugName(0)
