"""Style sheets and scripts as they are published: without what only their authors read."""

import re
from base64 import b64encode
from hashlib import sha256

LINE_END_RE = re.compile(r"\s*\n\s*")
COMMENT_RE = re.compile(r"/\*.*?\*/", re.DOTALL)
# A string, which stays, or blanks that mean nothing, beside a sign or after a colon.
BLANKS_RE = re.compile(r'("[^"]*")|\s*([{};,])\s*|(?<=:)\s+')
COMMENT_LINES_RE = re.compile(r"^[ ]*/\*.*?\*/\n", re.DOTALL | re.MULTILINE)
INDENTATION_RE = re.compile(r"^[ ]+", re.MULTILINE)


def squeeze_css(css: str) -> str:
    """A style sheet without comments and blanks that mean nothing; its order stays."""
    lines = LINE_END_RE.sub(" ", COMMENT_RE.sub("", css)).strip()
    return BLANKS_RE.sub(_keep_signs, lines).replace(";}", "}") + "\n"


def _keep_signs(match: re.Match[str]) -> str:
    return match[1] or match[2] or ""


def squeeze_script(script: str) -> str:
    """A script without the comments that have lines of their own, and without indentation.

    Nothing else is touched. No string of a script may go over several lines.
    """
    return INDENTATION_RE.sub("", COMMENT_LINES_RE.sub("", script))


def sha256_source(text: str) -> str:
    """How a Content-Security-Policy names an inline style that it allows, quotes apart."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
