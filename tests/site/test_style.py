"""The style sheet and the scripts: contrast of the tokens, and what a browser of 2017 can read."""

import re
from itertools import product
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

ASSETS = REPOSITORY / "overrides/assets"
CSS = (ASSETS / "stylesheets/lanpya.css").read_text(encoding="utf-8")
SCRIPTS = sorted((ASSETS / "javascripts").glob("*.js"))
CONTRAST = 6.6
# What stands on what; the page's colour is also that of text, on buttons.
PAIRS = (
    *product(("ink", "muted", "link", "brand"), ("page", "box")),
    *product(("ink", "link"), ("notice",)),
    ("page", "brand"),
)
# Newer than Chrome 60, and without a way around it in the same rule.
NEWER_CSS = re.compile(
    r":(?:is|where|has|focus-within|not\([^)]*[ ,])|(?<!column-)(?<!row-)(?<!-)\bgap:|aspect-ratio"
    r"|\binset:|\b(?:clamp|min|max)\(|@(?:layer|container|supports)|accent-color|content-visibility"
)
NEWER_SCRIPT = re.compile(
    r"\?\.(?![0-9])|\?\?|\(\?<|\bimport\(|\bimport |\bexport |\.(?:flat|flatMap|matchAll|replaceAll"
    r"|fromEntries|allSettled|finally|at)\(|\bfor await\b|\{ *\.\.\.|\bcatch *\{|\bBigInt\b"
    r"|/[gimuy]*s[gimuy]*\.(?:exec|test)|\\p\{"
)
COMMENT_RE = re.compile(r"/\*.*?\*/", re.DOTALL)


def tokens(scheme: str) -> dict[str, str]:
    light, dark = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)
    found = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", light))
    assert len(found) == 8
    return (
        found
        if scheme == "light"
        else found | dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", dark))
    )


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    shares = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_wcag_does() -> None:
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_what_it_stands_on(scheme: str) -> None:
    colours = tokens(scheme)
    weak = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in PAIRS}
    assert {pair: value for pair, value in weak.items() if value < CONTRAST} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_edges_of_controls_stand_out(scheme: str) -> None:
    colours = tokens(scheme)
    assert contrast(colours["edge"], colours["page"]) >= 3


def test_colours_are_the_tokens_and_no_others() -> None:
    rules = CSS[CSS.index("* { box-sizing") :]
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", rules) == []


def test_style_sheet_can_be_read_by_a_browser_of_2017() -> None:
    code = COMMENT_RE.sub("", CSS)
    assert NEWER_CSS.findall(code) == []
    for selector in re.findall(r"[^{};]+(?=\{)", code):
        if ":focus-visible" in selector:  # such a list is dropped whole there
            assert ":focus:not(:focus-visible)" in selector


@pytest.mark.parametrize("path", SCRIPTS, ids=[path.name for path in SCRIPTS])
def test_scripts_can_be_read_by_a_browser_of_2017(path: Path) -> None:
    code = COMMENT_RE.sub("", path.read_text(encoding="utf-8"))
    assert NEWER_SCRIPT.findall(code) == []


def test_scripts_call_nobody() -> None:
    for path in SCRIPTS:
        code = COMMENT_RE.sub("", path.read_text(encoding="utf-8"))
        for word in ("fetch(", "XMLHttpRequest", "sendBeacon", "WebSocket", "localStorage"):
            assert word not in code
        for word in ("document.cookie", "sessionStorage", "innerHTML", "eval(", "Function("):
            assert word not in code
