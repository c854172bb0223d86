"""Style sheets and scripts as they are published: without what only their authors read."""

import re
from base64 import b64encode
from hashlib import sha256

COMMENT_RE = re.compile(r"/\*.*?\*/", re.DOTALL)
COMMENT_LINES_RE = re.compile(r"^[ ]*/\*.*?\*/\n", re.DOTALL | re.MULTILINE)


def squeeze_css(css: str) -> str:
    """A style sheet without comments and indentation; what is left keeps its order."""
    lines = (line.strip() for line in COMMENT_RE.sub("", css).splitlines())
    return "".join(line for line in lines if line) + "\n"


def squeeze_script(script: str) -> str:
    """A script without the comments that have lines of their own; nothing else is touched."""
    return COMMENT_LINES_RE.sub("", script)


def sha256_source(text: str) -> str:
    """How a Content-Security-Policy names an inline style that it allows, quotes apart."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
