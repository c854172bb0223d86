"""Links, anchors and images inside the site."""

import posixpath
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lanpya.checks.rendered import PageLink, Renderings
from lanpya.content.configuration import Configuration
from lanpya.content.schema import nearest
from lanpya.findings import Finding

ALLOWED_SCHEMES = frozenset({"http", "https", "mailto"})


def check_links(
    configuration: Configuration, renderings: Renderings, generated: frozenset[str]
) -> Iterator[Finding]:
    """Every link leads to a page, an anchor or a file that is there.

    generated: paths, from the folder of mkdocs.yml, of pages that the build makes
    ("docs/en/topics/displacement.md").

    Bad: `[rights](right.md)`, `[rights](rights.md#nowhere)`, `![](photo.jpg)`,
    `[x](javascript:…)`
    Good: `[rights](rights.md#sources)`, `![A road](../../assets/road.webp)`
    """
    targets = frozenset(renderings.pages) | generated
    for shown_path in renderings.pages:
        for link in renderings[shown_path].links:
            finding = _judge(link, shown_path, configuration, renderings, targets)
            if finding:
                yield finding
            if link.is_image and not link.text.strip():
                values = {"target": link.target}
                yield Finding(shown_path, link.line, link.column, "image-without-text", values)


def _judge(
    link: PageLink,
    shown_path: str,
    configuration: Configuration,
    renderings: Renderings,
    targets: frozenset[str],
) -> Finding | None:
    def finding(code: str, **values: str) -> Finding:
        return Finding(shown_path, link.line, link.column, code, {"target": link.target, **values})

    try:
        parts = urlsplit(link.target)
    except ValueError:
        return finding("link-malformed")
    if parts.scheme or parts.netloc:
        return _judge_outside(link, parts.scheme, finding)
    if parts.path.startswith("/"):
        return finding("link-absolute")
    path = unquote(parts.path)
    wanted = shown_path
    if path:
        wanted = posixpath.normpath(posixpath.join(posixpath.dirname(shown_path), path))
    if path and not path.endswith(".md"):
        return None if _is_file(configuration, wanted) else finding("file-missing")
    if wanted not in targets:
        return finding("link-missing", near=_suggestion(wanted, shown_path, targets))
    anchor = unquote(parts.fragment)
    if anchor and wanted in renderings.pages and anchor not in renderings[wanted].anchors:
        near = nearest(anchor, renderings[wanted].anchors)
        return finding("anchor-missing", anchor=anchor, near=near or "@no-near")
    return None


def _judge_outside(
    link: PageLink, scheme: str, finding: Callable[[str], Finding]
) -> Finding | None:
    if link.is_image:
        return finding("image-elsewhere")
    return None if scheme in ALLOWED_SCHEMES else finding("link-scheme")


def _is_file(configuration: Configuration, wanted: str) -> bool:
    """Whether a file is there and inside docs/."""
    path = configuration.root / wanted
    docs = configuration.docs_dir
    return path.is_file() and Path(posixpath.normpath(path)).is_relative_to(docs)


def _suggestion(wanted: str, shown_path: str, targets: frozenset[str]) -> str:
    near = nearest(wanted, sorted(targets))
    return posixpath.relpath(near, posixpath.dirname(shown_path)) if near else "@no-near"
