"""What stands in docs/: names, languages, links out of it, files that nobody would see."""

import re
from collections.abc import Iterator

from lanpya.content.routes import is_reserved
from lanpya.content.schema import ID_PATTERN
from lanpya.content.suggestions import near_value
from lanpya.content.tree import ASSETS, KEPT, Entry, Tree, is_asset
from lanpya.findings import Finding

ID_RE = re.compile(ID_PATTERN)
ASSET_NAME_RE = re.compile(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*")
LONGEST_NAME = 80  # with the folders around it, still a path that Windows takes
# Windows takes these for devices, with any ending.
DEVICE_RE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)


def check_symbolic_links(tree: Tree) -> Iterator[Finding]:
    """Nothing in docs/ is a symbolic link.

    Bad: docs/en/about.md → ../../README.md
    Good: a file of its own
    """
    for entry in tree.entries:
        if entry.is_link:
            yield Finding(entry.shown, 0, 0, "symbolic-link")


def check_languages(tree: Tree) -> Iterator[Finding]:
    """Pages stand in the folder of a language that mkdocs.yml names.

    Bad: docs/fr/about.md in a site in English and Burmese; docs/about.md
    Good: docs/en/about.md
    """
    tags = [language.tag for language in tree.configuration.languages]
    with_pages = {entry.parts[0] for entry in tree.entries if entry.is_page}
    for entry in tree.entries:
        name = entry.parts[0]
        if len(entry.parts) > 1 or entry.is_link or name not in with_pages:
            continue
        if name not in tags and name != ASSETS:
            values = {"languages": ", ".join(tags), **near_value(name, tags)}
            yield Finding(entry.shown, 0, 0, "language-unknown", values)


def check_file_names(tree: Tree) -> Iterator[Finding]:
    """Names are small letters, digits and hyphens: they become addresses, and travel in zips.

    Bad: docs/en/articles/Two Million.md, docs/my/သတင်း.md, docs/en/con.md
    Good: docs/en/articles/two-million.md
    """
    for entry in tree.entries:
        name = entry.parts[-1]
        if _belongs(entry, tree) and not entry.is_link and not _is_name(name, entry):
            suffix = "" if entry.is_folder else entry.path.suffix
            words = re.findall(r"[a-z0-9]+", name.removesuffix(suffix).lower())
            better = "-".join(words) + suffix
            near = {"near": better} if _is_name(better, entry) else {}
            yield Finding(entry.shown, 0, 0, "file-name", {"name": name, **near})


def check_reserved_pages(tree: Tree) -> Iterator[Finding]:
    """No page stands where the build puts one of its own.

    Bad: docs/en/search.md, docs/en/topics/displacement.md
    Good: docs/en/searching.md
    """
    for entry in tree.entries:
        page = tree.configuration.page_at(entry.shown)
        is_file = entry.is_page and not entry.is_link
        if page and is_file and is_reserved(*page, tree.configuration):
            yield Finding(entry.shown, 0, 0, "page-reserved")


def check_published(tree: Tree) -> Iterator[Finding]:
    """Every file is one that the site publishes.

    Bad: docs/en/articles/map.svg, docs/assets/photo.heic, docs/assets/a.md, docs/notes/a.txt
    Good: docs/assets/images/map.webp
    """
    known = {language.tag for language in tree.configuration.languages} | {ASSETS}
    with_pages = {entry.parts[0] for entry in tree.entries if entry.is_page}
    for entry in tree.entries:
        is_known = entry.parts[0] in known
        if entry.is_link or (entry.parts[0] in with_pages and not is_known):
            continue
        if entry.is_folder:
            is_fault = len(entry.parts) == 1 and not is_known
        elif len(entry.parts) == 1:
            is_fault = entry.parts[0] not in KEPT
        else:
            is_page = entry.is_page and entry.parts[0] != ASSETS
            is_fault = is_known and not is_page and not is_asset(entry)
        if is_fault:
            yield Finding(entry.shown, 0, 0, "file-unpublished")


def _belongs(entry: Entry, tree: Tree) -> bool:
    """Whether an entry's name becomes part of an address."""
    tags = {language.tag for language in tree.configuration.languages}
    inside = len(entry.parts) > 1 and entry.parts[0] in tags
    return (inside and (entry.is_folder or entry.is_page)) or is_asset(entry)


def _is_name(name: str, entry: Entry) -> bool:
    """Whether an entry could stand under a name."""
    if DEVICE_RE.fullmatch(name) or len(name) > LONGEST_NAME:
        return False
    if is_asset(entry):
        return bool(ASSET_NAME_RE.fullmatch(name))
    return bool(ID_RE.fullmatch(name.removesuffix(".md") if entry.is_page else name))
