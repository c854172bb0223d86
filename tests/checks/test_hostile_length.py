"""Long texts of one thing over and over: what is quadratic in them takes minutes."""

import time
from pathlib import Path

import pytest

from tests.checks.cases import ABOUT, page
from tests.content.sites import check_site, sound_files, write_files

PIECES = (
    "[", "![", "[a](", "[x](y ", "[x]: y\n", "[^a]", "[[", "(", "<", "<a ", "<!--", "{", "{:",
    "{: .a ", "{{", "~~a", "==a", "`", "*a ", "_", ">", "- ", "::: ", "??? ", "|", "\\", "&#", "x ",
    "https://a.", "://", "+1 ", "09 ", "phone ", "1.2345,", "a@b.", "12/ka", "A+", "47QKA ",
    "b\u0430", "\u200b", "က\u200b", "၀", "၂ဝ", "ဥ်", "ျမ", "\n", "A road near the river. ",
)  # fmt: skip
LENGTH = 40_000
# Ten times what any of them takes on a slow machine.
SECONDS = 10


@pytest.mark.parametrize("piece", PIECES)
def test_long_text_is_judged_in_linear_time(tmp_path: Path, piece: str) -> None:
    text = (piece * LENGTH)[:LENGTH]
    title = text[:1900].translate(dict.fromkeys(map(ord, '"\\\n')))
    write_files(tmp_path, {**sound_files(), ABOUT: page(text, title=f"A {title}")})
    start = time.process_time()
    check_site(tmp_path)
    assert time.process_time() - start < SECONDS
