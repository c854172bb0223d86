"""The theme's side of the build: which files it brings, how its templates are run.

Material is the base that templates may draw on; none of its scripts, styles and icons are
published unless a page uses them, so none are.
"""

import logging
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from lanpya.content.pictures import FORMATS, PictureError, read_picture
from lanpya.site.addresses import relative_url
from lanpya.site.squeeze import sha256_source

# What runs in a page comes from the theme alone: a script of docs/ would take the place of
# the theme's own, and an SVG that is opened by itself may hold one.
DOCS_SUFFIXES = frozenset({".woff2", ".txt", ".webp", ".png", ".jpg"})
THEME_SUFFIXES = frozenset({".css", ".js", ".txt"})
# What the search page runs is sent as one file: a request costs more than a kilobyte.
SEARCH_SCRIPT = "assets/javascripts/search.js"
SEARCH_PARTS = tuple(f"assets/javascripts/{name}.js" for name in ("text", "search", "search-page"))

# A child of mkdocs' own logger: strict mode counts the warnings of no other.
log = logging.getLogger("mkdocs.plugins.lanpya")


def is_published(file: File, docs_dir: Path, theme_dir: Path) -> bool:
    """Whether a file that is no page belongs in the site: an asset of ours, of a known type."""
    if file.abs_src_path is None:
        return True
    source = Path(file.abs_src_path)
    if source.is_relative_to(theme_dir):
        return source.is_relative_to(theme_dir / "assets") and source.suffix in THEME_SUFFIXES
    return (
        _is_asset(file, docs_dir)
        and source.suffix in DOCS_SUFFIXES
        and _is_inside(source, docs_dir)
        and (source.suffix not in FORMATS or _is_bare_picture(source))
        and not (theme_dir / file.src_uri).exists()
    )


def _is_bare_picture(source: Path) -> bool:
    """Whether a file is a picture of the type that its name says, and holds nothing else.

    The checker says so too, with the way out; this holds where nobody has asked it.
    """
    try:
        picture = read_picture(source.read_bytes())
    except (OSError, PictureError):
        return False
    return picture.format == FORMATS[source.suffix] and not picture.extras


def drop_unpublished(files: Files, docs_dir: Path, theme_dir: Path) -> None:
    """Take everything out of the build that is neither a page nor such an asset."""
    for file in list(files):
        if file.is_documentation_page() or is_published(file, docs_dir, theme_dir):
            continue
        files.remove(file)
        if _is_asset(file, docs_dir):
            log.warning(
                "'%s' is no font, text or bare picture of docs/: it is not published.", file.src_uri
            )


def restore_theme(files: Files, theme_dir: Path, config: MkDocsConfig) -> None:
    """Put back what mkdocs left out of the theme because docs/ had a file in its place.

    To be called once such files are dropped: otherwise a file that nobody publishes could
    take a script or the style sheet from every page.
    """
    for path in sorted((theme_dir / "assets").rglob("*")):
        uri = path.relative_to(theme_dir).as_posix()
        if path.suffix in THEME_SUFFIXES and files.get_file_from_path(uri) is None:
            files.append(File(uri, str(theme_dir), config.site_dir, config.use_directory_urls))


def join_scripts(files: Files) -> None:
    """Put the parts of the search's script together, in their order, in place of themselves."""
    parts = [file for uri in SEARCH_PARTS if (file := files.get_file_from_path(uri))]
    for file in parts:
        if file.src_uri == SEARCH_SCRIPT:
            file.content_string = "".join(part.content_string for part in parts)
        else:
            files.remove(file)


def _is_asset(file: File, docs_dir: Path) -> bool:
    return Path(str(file.abs_src_path)).is_relative_to(docs_dir / "assets")


def _is_inside(source: Path, folder: Path) -> bool:
    """Whether a file is really there, and not beyond a symbolic link."""
    return source.resolve().is_relative_to(folder.resolve())


def prepare_environment(environment: Environment) -> None:
    """Escape whatever a template puts into a page: mkdocs itself does not."""
    environment.autoescape = True
    environment.trim_blocks = True
    environment.lstrip_blocks = True
    environment.globals["relative_url"] = relative_url
    environment.filters["safe_html"] = Markup
    environment.filters["sha256_source"] = sha256_source
