"""What a line must not be broken inside of: numbers with what they count, and short names.

Browsers break a line between any two words of Burmese, so "၂ သန်းကျော်" and
"စစ်ကိုင်း" come apart. There is deliberately nothing here about how a page keeps
them together; a no-break space only moves the break.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from lanpya.text import myanmar
from lanpya.text.languages import rules_for
from lanpya.text.normal import display_form

# Longer names are wider than a phone's line has room for without a ragged edge.
MOST_SYLLABLES = 6


def unbreakable_spans(text: str, tag: str, names: Sequence[str]) -> list[tuple[int, int]]:
    """Where phrases stand that must stay on one line, as (start, end), in order, apart.

    text: in display form. names: the vocabulary's words in that language; of these only
    Burmese ones of two to six syllables count, found as whole syllables, the longest first.
    Names in scripts with spaces may break at their spaces.
    """
    return [match.span() for match in _phrase_re(tag, tuple(names)).finditer(text)]


@lru_cache
def _phrase_re(tag: str, names: tuple[str, ...]) -> re.Pattern[str]:
    short = [name for name in map(display_form, names) if _is_short(name)]
    rules = rules_for(tag)
    choices = [myanmar.whole_syllables(short)] if short else []
    choices += [rules.number_phrase] if rules else []
    return re.compile("|".join(choices) or "(?!)")


def _is_short(name: str) -> bool:
    return 2 <= len(myanmar.SPOKEN_RE.findall(name)) <= MOST_SYLLABLES
