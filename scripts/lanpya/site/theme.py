"""The theme's side of the build: which files it brings, how its templates are run.

Material is the base that templates may draw on; none of its scripts, styles and icons are
published unless a page uses them, so none are.
"""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.structure.files import File, Files

from lanpya.site.addresses import relative_url

PUBLISHED_SUFFIXES = frozenset({".css", ".js", ".woff2", ".txt", ".webp", ".png", ".jpg", ".svg"})
COMMENT_RE = re.compile(r"/\*.*?\*/", re.DOTALL)


def is_published(file: File, docs_dir: Path, theme_dir: Path) -> bool:
    """Whether a file that is no page belongs in the site: an asset of ours, of a known type."""
    if file.abs_src_path is None:
        return True
    source = Path(file.abs_src_path)
    ours = source.is_relative_to(theme_dir) or source.is_relative_to(docs_dir / "assets")
    return ours and source.suffix in PUBLISHED_SUFFIXES and not source.is_symlink()


def drop_unpublished(files: Files, docs_dir: Path, theme_dir: Path) -> None:
    """Take everything out of the build that is neither a page nor such an asset."""
    for file in list(files):
        if not file.is_documentation_page() and not is_published(file, docs_dir, theme_dir):
            files.remove(file)


def prepare_environment(environment: Environment) -> None:
    """Escape whatever a template puts into a page: mkdocs itself does not."""
    environment.autoescape = True
    environment.trim_blocks = True
    environment.lstrip_blocks = True
    environment.globals["relative_url"] = relative_url
    environment.filters["safe_html"] = Markup
    environment.filters["sha256_source"] = sha256_source


def sha256_source(text: str) -> str:
    """How a Content-Security-Policy names an inline style that it allows, quotes apart."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def squeeze_css(css: str) -> str:
    """A style sheet without comments and indentation; what is left keeps its order."""
    lines = (line.strip() for line in COMMENT_RE.sub("", css).splitlines())
    return "".join(line for line in lines if line) + "\n"
