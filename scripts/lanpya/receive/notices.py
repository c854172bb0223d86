"""What the person who receives something is told, in words of the message files.

There is deliberately nothing of this in a file or a commit: names that were left out are
said to the person at the keyboard, and to nobody else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from lanpya.findings import printable, read_messages

GROUP = "receive"
LONGEST = 300


@dataclass(frozen=True)
class Notice:
    """code: a key of `receive` in the message files. values: what fills its placeholders."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)


def word_notice(notice: Notice, language: str) -> str:
    """A notice in one of `message_languages()`, on one line."""
    messages = cast("Mapping[str, Any]", read_messages(language))
    values = {key: printable(value)[:LONGEST] for key, value in notice.values.items()}
    return str(messages[GROUP][notice.code]).format_map(values)
