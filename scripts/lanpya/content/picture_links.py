"""Where the pages' Markdown speaks of a picture: found to be led to another file."""

import posixpath
import re
from collections.abc import Mapping
from urllib.parse import unquote

# The target of a link or picture, and of a reference further down the page.
INLINE_RE = re.compile(r"(?P<before>\]\(\s*<?)(?P<target>[^()<>\s]+)(?=[\s>)])")
REFERENCE_RE = re.compile(
    r"(?P<before>^ {0,3}\[[^\[\]\n]+\]:\s*<?)(?P<target>[^<>\s]+)", re.MULTILINE
)


def picture_targets(text: str, page: str) -> frozenset[str]:
    """Where a page's links and pictures lead, as paths from docs/ on."""
    folder = posixpath.dirname(page)
    found = (*INLINE_RE.finditer(text), *REFERENCE_RE.finditer(text))
    return frozenset(_path(match["target"], folder) for match in found)


def lead_pictures(text: str, page: str, moved: Mapping[str, str]) -> str:
    """A page's text that leads to where its pictures stand now. Nothing else is changed.

    page, and both sides of moved: paths from docs/ on, as "en/articles/a.md".
    """
    folder = posixpath.dirname(page)

    def lead(match: re.Match[str]) -> str:
        old = _path(match["target"], folder)
        if old not in moved:
            return match[0]
        return match["before"] + posixpath.relpath(moved[old], folder or ".")

    return REFERENCE_RE.sub(lead, INLINE_RE.sub(lead, text))


def _path(target: str, folder: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(target)))
