"""How long a text takes to read."""

import math

from lanpya.text.languages import rules_for
from lanpya.text.syllables import count_words

# The mean of 17 languages, measured aloud (IReST, Trauzettel-Klosinski and Dietz 2012).
WORDS_PER_MINUTE = 184


def reading_minutes(text: str, tag: str) -> int:
    """Whole minutes of silent reading, rounded up, at least 1."""
    rules = rules_for(tag)
    pace = rules.words_per_minute if rules else WORDS_PER_MINUTE
    return max(1, math.ceil(count_words(text) / pace))
