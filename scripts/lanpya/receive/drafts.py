"""A text that was sent, as a page: what it says, and of its writer only what `credit:` says."""

import re
from collections.abc import Iterator

import yaml

from lanpya.convert.conversion import convert_source
from lanpya.convert.draft import UNKNOWN, render_body
from lanpya.convert.plain_text import PlainText
from lanpya.convert.result import BlockType, Conversion, Value
from lanpya.receive.notices import Notice

# A line of its own by which somebody asks to be named, at either end of the text.
CREDIT_RE = re.compile(r"\s*credit\s*[:：]\s*(\S.*)", re.IGNORECASE)
CREDIT_REACH = 6
CREDIT_SEPARATOR_RE = re.compile(r"\s*[,၊;]\s*")
PEOPLE = ("authors", "contributors")
SOURCE_FIELDS = ("title", "publisher", "agency", "via", "url")
MOST_LINES = 20


def take_credit(text: str) -> tuple[str, list[str]]:
    """(the text without its credit lines, the names in them)."""
    lines = text.split("\n")
    filled = [index for index, line in enumerate(lines) if line.strip()]
    names: list[str] = []
    for index in dict.fromkeys((*filled[:CREDIT_REACH], *filled[-CREDIT_REACH:])):
        if asked := CREDIT_RE.fullmatch(lines[index]):
            plain = asked[1].strip().strip("[]").replace('"', "").replace("'", "")
            names += [name for name in CREDIT_SEPARATOR_RE.split(plain) if name]
            lines[index] = ""
    return "\n".join(lines), names


def convert_text(text: str, language: str | None) -> Conversion:
    """What the converter makes of a text that comes from nowhere."""
    return convert_source(PlainText(text, "utf-8", "", 0), "received", language)


def render_page(conversion: Conversion, credit: list[str]) -> str:
    """The file of a page. Its rights are unknown, so that it can not be published by mistake."""
    text_of = conversion.text_of
    source = {name: text_of(name) for name in SOURCE_FIELDS if text_of(name)}
    front_matter: dict[str, object] = {
        "title": text_of("title"),
        "description": text_of("description"),
        "published": text_of("published"),
        "source": source,
        "rights": {"mode": UNKNOWN, "license": text_of("license") or UNKNOWN},
        "about": [],
    }
    if credit:
        front_matter["credit"] = credit
    written = yaml.safe_dump(front_matter, allow_unicode=True, sort_keys=False, width=10_000)
    blocks = [block for block in conversion.blocks if block.type is not BlockType.ABOUT]
    return f"---\n{written}---\n\n{render_body(blocks)}"


def tell_left_out(conversion: Conversion) -> Iterator[Notice]:
    """What the text names or says that its page does not, for the editor's eyes alone."""
    for name in PEOPLE:
        if datum := conversion.metadata.get(name):
            yield Notice("names-left-out", {"names": _names(datum.value)})
    if holder := conversion.text_of("rights_holder"):
        yield Notice("names-left-out", {"names": holder})
    lines = [one.text for one in conversion.dropped]
    lines += [block.text for block in conversion.blocks if block.type is BlockType.ABOUT]
    for line in lines[:MOST_LINES]:
        yield Notice("line-left-out", {"line": line})


def _names(value: Value) -> str:
    return value if isinstance(value, str) else ", ".join(one.name for one in value)
