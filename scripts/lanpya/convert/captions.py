"""Captions: a label in front ("Photo: …") or a credit at the end ("… (Name/Agency)")."""

import re
from functools import cache

from lanpya.convert.punctuation import AFTER_LABEL
from lanpya.convert.wording import read_wording

MAX_LENGTH = 600
# A credit at its end only makes a caption of a line that is no longer than this.
MAX_CREDITED_WORDS = 60


def is_caption(text: str) -> bool:
    """Whether a line is what stands under a picture."""
    if len(text) > MAX_LENGTH:
        return False
    if _label_re().match(text):
        return True
    if text.startswith("©"):
        return False
    is_short = len(text.split()) <= MAX_CREDITED_WORDS
    return is_short and read_wording().search("caption_credit", text) is not None


@cache
def _label_re() -> re.Pattern[str]:
    """A label with its colon or dash. "File - " and "FILE PHOTO:" are labels, "File" is none."""
    labels = read_wording().alternatives["caption_labels"]
    return re.compile(rf"[\[(]?{labels}{AFTER_LABEL}\s*\S", re.IGNORECASE)
