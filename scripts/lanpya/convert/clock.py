"""Times of day beside a date. A zone is kept only where it is a plain offset or UTC."""

import re

from lanpya.text.numerals import to_ascii_digits

CLOCK = (
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})(?:[:.]\d{2}(?:\.\d+)?)?)?"
    r"(?:\s*(?P<half>[ap]\.?\s?m\.?(?![a-z])))?"
)
ZONE = (
    r"(?:\s*\(?(?P<zone>(?:UTC|GMT|Z)(?:\s*[+-]\s*\d{1,2}(?::?\d{2})?)?"
    r"|[+-]\d{2}:?\d{2})(?![a-z0-9])\)?|\s+\(?(?P<named>[A-Z]{2,4}T|ET|PT|CT|MT)\b\)?)?"
)
AFTER_RE = re.compile(rf"^[\s,|–—-]*(?:T|at|@|on)?[\s,]*{CLOCK}{ZONE}", re.IGNORECASE)
BEFORE_RE = re.compile(
    rf"(?:^|(?<=[\s,]))(?:at\s+)?{CLOCK}{ZONE}[\s,|–—-]*(?:on)?[\s,]*$", re.IGNORECASE
)
OFFSET_RE = re.compile(r"(?P<sign>[+-])\s*(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?")


def take_time(text: str, from_start: bool) -> tuple[str | None, str | None, str]:
    """(HH:MM, zone in EDTF, what is left) of the text beside a date.

    from_start: the text follows the date; else it precedes it. A bare number is no time.
    """
    plain = to_ascii_digits(text)
    match = (AFTER_RE.match if from_start else BEFORE_RE.search)(plain)
    if match is None or not (match["minute"] or match["half"]):
        return None, None, text
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23 or minute > 59:
        return None, None, text
    rest = text[match.end() :] if from_start else text[: match.start()]
    return f"{hour:02}:{minute:02}", _zone(match["zone"]), rest


def _zone(text: str | None) -> str | None:
    """Write a zone in EDTF: "UTC" → "Z", "GMT+6:30" → "+06:30"; None where there is none."""
    if not text:
        return None
    offset = OFFSET_RE.search(text)
    if offset is None:
        return "Z"
    return f"{offset['sign']}{int(offset['hours']):02}:{offset['minutes'] or '00'}"
