"""Links, anchors and images inside the site."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from lanpya.checks.rendered import PageLink, Renderings
from lanpya.checks.targets import Targets
from lanpya.content.suggestions import near_value
from lanpya.findings import Finding

MAILBOX = r"[\w.%+'~-]+@[\w.-]+"
MAIL_RE = re.compile(rf"mailto:{MAILBOX}(?:,{MAILBOX})*(?:\?\S*)?", re.IGNORECASE)
ALLOWED_SCHEMES = frozenset({"http", "https", "mailto"})


def check_links(targets: Targets, pages: Iterable[str]) -> Iterator[Finding]:
    """Every link leads to a page, an anchor or a file that is there.

    Bad: `[rights](right.md)`, `[rights](rights.md#nowhere)`, `![A road](road.jpg)`,
    `[x](javascript:…)`
    Good: `[rights](rights.md#sources)`, `![A road](../../assets/images/road.webp)`
    """
    for shown in pages:
        for link in targets.renderings[shown].links:
            fault = _judge(link, shown, targets)
            if fault:
                code, values = fault
                values = {"target": link.target, **values}
                yield Finding(shown, link.place.line, link.place.column, code, values)


def check_alternative_texts(renderings: Renderings, pages: Iterable[str]) -> Iterator[Finding]:
    """Every image says what it shows.

    Bad: `![](../../assets/images/road.webp)`
    Good: `![A road](../../assets/images/road.webp)`
    """
    for shown in pages:
        for link in renderings[shown].links:
            if link.is_image and not link.text.strip():
                values = {"target": link.target}
                place = link.place
                yield Finding(shown, place.line, place.column, "image-without-text", values)


def _judge(link: PageLink, shown: str, targets: Targets) -> tuple[str, dict[str, str]] | None:
    """What is wrong with a link: the code of a finding, and values for it."""
    try:
        parts = urlsplit(link.target)
    except ValueError:
        return "link-malformed", {}
    if parts.scheme or parts.netloc:
        return _judge_outside(link, parts.scheme)
    if parts.path.startswith("/"):
        return "link-absolute", {}
    if not link.target.strip() or "\\" in link.target:
        return "link-malformed", {}
    wanted = shown
    if parts.path:
        wanted = posixpath.normpath(posixpath.join(posixpath.dirname(shown), unquote(parts.path)))
    if link.is_image or not wanted.endswith(".md"):
        return None if targets.has_file(wanted) else ("file-missing", {})
    if not targets.has_page(wanted):
        near = targets.near_page(wanted)
        return "link-missing", {"near": _relative(near, shown)} if near else {}
    anchor = unquote(parts.fragment)
    return _judge_anchor(anchor, targets.anchors(wanted)) if anchor else None


def _judge_outside(link: PageLink, scheme: str) -> tuple[str, dict[str, str]] | None:
    if link.is_image:
        return "image-elsewhere", {}
    if scheme == "mailto" and not MAIL_RE.fullmatch(link.target):
        return "link-malformed", {}
    return None if scheme in ALLOWED_SCHEMES else ("link-scheme", {})


def _judge_anchor(anchor: str, anchors: frozenset[str] | None) -> tuple[str, dict[str, str]] | None:
    if anchors is None or anchor in anchors:
        return None
    return "anchor-missing", {"anchor": anchor, **near_value(anchor, anchors)}


def _relative(wanted: str, shown: str) -> str:
    return posixpath.relpath(wanted, posixpath.dirname(shown))
