"""Links that say one place and lead to another."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import SplitResult, urlsplit

from lanpya.checks.rendered import PageLink, Renderings
from lanpya.findings import Finding

NAMED_RE = re.compile(
    r"(?:(?P<scheme>https?)://)?(?P<host>(?:[\w-]+\.)+[^\W\d_]{2,}|xn--[\w.-]+)(?P<rest>[:/?#]\S*)?",
    re.IGNORECASE,
)
ADDRESS_RE = re.compile(r"(?P<scheme>https?)://(?P<host>[^\s/:?#]+)(?P<rest>)", re.IGNORECASE)
MAIL_RE = re.compile(r"[\w.%+-]+@[\w.-]+")
# "annual-report.pdf" is the name of a file and of no host.
FILE_ENDINGS = frozenset(
    {"pdf", "doc", "docx", "odt", "xls", "xlsx", "csv", "txt", "md", "htm", "html", "jpg", "jpeg"}
    | {"png", "webp", "gif", "mp3", "mp4", "epub", "zip", "json", "xml", "yml", "yaml", "py", "js"}
)


def check_disguises(renderings: Renderings, pages: Iterable[str]) -> Iterator[Finding]:
    """A link whose text names a host or a mailbox leads there.

    Bad: `[https://bank.example](https://thief.example)`, `<https://bank.example@thief.example>`
    Good: `[the bank](https://bank.example)`
    """
    for shown in pages:
        for link in renderings[shown].links:
            named = None if link.is_image else _named(link)
            if named:
                values = {"named": named, "target": link.target}
                place = link.place
                yield Finding(shown, place.line, place.column, "link-disguised", values)


def _named(link: PageLink) -> str | None:
    """The host or mailbox that a link names without leading to it."""
    try:
        target = urlsplit(link.target)
        host = _bare(target.hostname or "")
    except ValueError:
        return None  # malformed, and found to be that
    if target.username is not None:
        return target.netloc.rpartition("@")[0]
    text = " ".join(link.text.split())
    if target.scheme == "mailto":
        return _other_mailbox(text, target)
    match = NAMED_RE.fullmatch(text.rstrip(".")) or ADDRESS_RE.search(text)
    if not match or not _is_host(match):
        return None
    named = _bare(match["host"])
    is_same = host == named or host.endswith(f".{named}") or named.endswith(f".{host}")
    return None if host and is_same else match["host"]


def _other_mailbox(text: str, target: SplitResult) -> str | None:
    match = MAIL_RE.fullmatch(text)
    return text if match and target.path.casefold() != text.casefold() else None


def _is_host(match: re.Match[str]) -> bool:
    ending = match["host"].rpartition(".")[2].lower()
    return bool(match["scheme"] or match["rest"]) or ending not in FILE_ENDINGS


def _bare(host: str) -> str:
    return host.casefold().removeprefix("www.")
