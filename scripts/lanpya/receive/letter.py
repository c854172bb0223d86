"""A letter (.eml): what it says and what is attached, without who sent it, how and when."""

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import MIMEPart

from lanpya.receive.limits import Budget, RefusedError
from lanpya.receive.tokens import drop_armour
from lanpya.receive.visible import visible_text

HEADER_RE = re.compile(rb"[A-Za-z][A-Za-z0-9-]*:[ \t]|From ")
KNOWN_RE = re.compile(
    rb"^(?:from|to|subject|date|mime-version|received|message-id|content-type|return-path"
    rb"|delivered-to|cc|reply-to):",
    re.IGNORECASE | re.MULTILINE,
)
ANSWER_RE = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg)\s*:)+\s*", re.IGNORECASE)
SIGNATURE_RE = re.compile(r"-- ?")
DEVICE_RE = re.compile(r"(?:sent|posted) (?:from|via|with) (?:my |the )?\S.{0,60}", re.IGNORECASE)
DIVIDER_RE = re.compile(r"[-_]{2,}\s*(?:original|forwarded) message.*", re.IGNORECASE)
ADDRESSED_RE = re.compile(
    r"[*_]?(?:from|to|cc|bcc|sent|date|subject|reply-to)\s*:[*_]?\s", re.IGNORECASE
)
LEAST_HEADERS = 2


@dataclass(frozen=True)
class Letter:
    """subject: without its "Re:", "" if it has none. dropped: lines about who wrote to whom."""

    subject: str
    text: str
    attached: tuple[tuple[str, bytes], ...]
    dropped: int


def looks_like_letter(data: bytes) -> bool:
    """Whether bytes start with the headers of a letter."""
    head = data[:50_000].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    return bool(HEADER_RE.match(head)) and len(set(KNOWN_RE.findall(head))) >= LEAST_HEADERS


def read_letter(data: bytes, budget: Budget) -> Letter:
    """Read a letter. Raises RefusedError for one that is damaged or larger than the limits."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        body = message.get_body(("plain", "html"))
        written = _text_of(body) if body else ""
        attached = tuple(_attached(message, budget))
        subject = ANSWER_RE.sub("", " ".join(str(message.get("subject", "")).split()))
    except (LookupError, ValueError, TypeError, AttributeError, RecursionError):
        raise RefusedError("damaged") from None
    # First: in a text that is signed, the line above the writer's name is written in another way.
    bare = drop_armour(written)
    kept, dropped = drop_correspondence(bare)
    return Letter(subject, kept, attached, dropped + _count(written) - _count(bare))


def _text_of(part: MIMEPart) -> str:
    try:
        content = part.get_content()
    except LookupError:  # a charset that nobody knows
        content = part.get_payload(decode=True)
    text = content if isinstance(content, str) else bytes(content).decode("utf-8", "replace")
    return visible_text(text) if part.get_content_subtype() == "html" else text


def _attached(message: MIMEPart, budget: Budget) -> Iterator[tuple[str, bytes]]:
    """Every part that is no text of the letter itself: pictures inside its HTML as well."""
    for part in message.iter_parts():
        is_letter = part.get_content_type() == "message/rfc822"
        if part.is_multipart() and not is_letter:
            yield from _attached(part, budget)
        elif is_letter or part.is_attachment() or part.get_content_maintype() != "text":
            data = _bytes_of(part)
            budget.count_member()
            budget.count_bytes(len(data))
            yield part.get_filename() or "", data


def _bytes_of(part: MIMEPart) -> bytes:
    if part.get_content_type() == "message/rfc822":
        return bytes(part.get_payload(0))  # type: ignore[arg-type]
    return part.get_payload(decode=True) or b""  # type: ignore[return-value]


def drop_correspondence(text: str) -> tuple[str, int]:
    """(a letter's text without signature, quoted letters and addresses, how many lines went)."""
    lines = text.replace("\r\n", "\n").split("\n")
    if not any(line.strip() and not line.startswith(">") for line in lines):
        lines = [line.lstrip("> ") for line in lines]  # all of it is what somebody passes on
    end = next((i for i, line in enumerate(lines) if SIGNATURE_RE.fullmatch(line)), len(lines))
    kept = [
        line
        for index, line in enumerate(lines[:end])
        if not (_is_quoted(lines, index) or _is_addressed(lines, index) or _is_device(line))
    ]
    return "\n".join(kept).strip() + "\n", _count("\n".join(lines)) - _count("\n".join(kept))


def _count(text: str) -> int:
    """How many of a text's lines are not blank."""
    return sum(bool(line.strip()) for line in text.split("\n"))


def _is_device(line: str) -> bool:
    return bool(DEVICE_RE.fullmatch(line.strip()) or DIVIDER_RE.fullmatch(line.strip()))


def _is_quoted(lines: list[str], index: int) -> bool:
    """A line of an older letter, or the one above it that says whose it was."""
    if lines[index].startswith(">"):
        return True
    below = next((line for line in lines[index + 1 :] if line.strip()), "")
    return lines[index].rstrip().endswith(":") and below.startswith(">")


def _is_addressed(lines: list[str], index: int) -> bool:
    """One of several lines that say from whom to whom."""
    if not ADDRESSED_RE.match(lines[index]):
        return False
    beside = (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])
    return any(ADDRESSED_RE.match(line) for line in beside)
