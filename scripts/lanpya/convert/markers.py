"""What list items and footnotes start with. Patterns only; whether it is a list, `lists` says."""

import re

from lanpya.convert.punctuation import STOPS

BULLET_RE = re.compile(r"(?P<marker>[•●▪◦‣∙○◘■□►▶➢➤✓✔*+–—-])\s+(?=\S)")
STRONG_BULLETS = frozenset("•●▪◦‣∙○■□►▶➢➤✓✔")
NUMBER_RE = re.compile(
    rf"(?P<marker>\(?(?P<number>\d{{1,2}}|[a-zA-Z]|[ivx]{{1,4}})(?:[{STOPS}]|\)[{STOPS}]?))\s*(?=\S)"
)
FOOTNOTE_RE = re.compile(r"(?P<marker>\[(?P<number>\d{1,3}|[*†‡])\]|[¹²³⁴-⁹]{1,3}|[†‡])\s*(?=\S)")
STARRED_RE = re.compile(r"(?P<marker>\*{1,3})(?P<space>\s?)(?=[^\s*])")


def match_bullet(text: str) -> re.Match[str] | None:
    """A bullet, or a dash or star that may be one, at the start."""
    return BULLET_RE.match(text)


def match_number(text: str) -> re.Match[str] | None:
    """A number or a letter with its full stop or bracket, at the start. "2.5 million" is none."""
    match = NUMBER_RE.match(text)
    if match is None or (match.end() < len(text) and _runs_on(text, match)):
        return None
    return match


def _runs_on(text: str, match: re.Match[str]) -> bool:
    """Whether the marker is glued to what follows, as in "2.5" or "U.S."."""
    has_space = text[match.end("marker")].isspace()
    is_spaced_script = text[match.end()].isascii()
    letter_alone = match["number"].isalpha() and match["marker"].endswith(".")
    return (is_spaced_script and not has_space) or (letter_alone and match["number"].isupper())


def match_footnote(text: str) -> re.Match[str] | None:
    """A footnote's own mark, at the start."""
    return FOOTNOTE_RE.match(text)


def has_list_marker(text: str) -> bool:
    """Whether a line starts like a list item or a footnote, so that it starts something new."""
    bullet = match_bullet(text)
    if bullet and bullet["marker"] in STRONG_BULLETS:
        return True
    return match_number(text) is not None or match_footnote(text) is not None
