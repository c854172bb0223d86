"""What the inflections of a word have in common: displaced and displacement, "displac".

The search ranks what it finds this way below the word itself, so rules may be rough: they need
no dictionary, and a reader's browser is sent them.
"""

import re
from collections.abc import Sequence

from lanpya.text.languages import rules_for

GROUP_RE = re.compile(r"\\([0-9])")


def stem(word: str, tag: str) -> str:
    """The word cut down; as it is where the language has no rules.

    word: in its search key's form. tag: BCP 47.
    """
    rules = rules_for(tag)
    if rules is not None and rules.inflected and re.fullmatch(rules.inflected, word):
        for pattern, replacement in rules.stem_steps:
            word = re.sub(pattern, replacement, word)
    return word


def stem_rules(tag: str) -> Sequence[tuple[str, str]]:
    """The same for JavaScript: first what a word has to match, then the steps; or nothing."""
    rules = rules_for(tag)
    if rules is None or not rules.inflected:
        return ()
    steps = [(pattern, GROUP_RE.sub(r"$\1", change)) for pattern, change in rules.stem_steps]
    return ((f"^(?:{rules.inflected})$", ""), *steps)
