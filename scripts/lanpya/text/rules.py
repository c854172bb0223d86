"""What a language may state about itself, for the rest of this room to look up.

A language's module fills in a `LanguageRules`; whatever it leaves out is
answered by ICU.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

# A pattern, and what takes its place.
Mend = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]


@dataclass(frozen=True, eq=False)
class LanguageRules:
    """One language's own way with dates and numbers.

    tag: the primary language subtag ("my"); it answers for "my-MM" too.
    months: per month its spellings, the standard one first.
    date_patterns: how dates are written, with groups `year`, `month` and perhaps `day`.
    write_date: year, month or None, day or None → text.
    about, possibly: a date that its source gives as approximate or as uncertain, around "{}".
    number_words, multipliers: in lower case; a multiplier is a unit such as "million".
    number_joiner: a regular expression for what stands between the words of one number.
    leading_multipliers: those of which "million 20" is a way to write 20 million.
    number_phrase: a number with what must not be parted from it.
    words_per_minute: how fast it is read silently, in words of syllables.count_words.
    personal: numbers of people in its countries, in ASCII digits: (kind of personal.Personal,
    regular expression).
    mends: slips that look right and are wrong whatever they stand in.
    inflected: a regular expression for words (in lower case) that may be inflected.
    stem_steps: what cuts them down to what their inflections share, one after the other:
    (regular expression, replacement). What Python and JavaScript read alike.
    """

    tag: str
    months: tuple[tuple[str, ...], ...]
    date_patterns: tuple[re.Pattern[str], ...]
    write_date: Callable[[int, int | None, int | None], str]
    about: str
    possibly: str
    number_words: Mapping[str, int]
    multipliers: Mapping[str, int]
    number_joiner: str
    leading_multipliers: frozenset[str]
    number_phrase: str
    words_per_minute: int
    personal: tuple[tuple[str, str], ...] = ()
    mends: tuple[Mend, ...] = ()
    inflected: str = ""
    stem_steps: tuple[tuple[str, str], ...] = ()

    def month_number(self, spelling: str) -> int:
        """1 to 12. `spelling` is one of `months`, in any case, perhaps with a full stop."""
        wanted = spelling.rstrip(".").casefold()
        for number, spellings in enumerate(self.months, start=1):
            if wanted in (known.casefold() for known in spellings):
                return number
        raise ValueError(f"{spelling!r} is no month of {self.tag}")


def one_of(words: Iterable[str]) -> str:
    """A regular expression that matches any of the words, the longest first."""
    return "(?:" + "|".join(map(re.escape, sorted(set(words), key=len, reverse=True))) + ")"


def month_pattern(months: tuple[tuple[str, ...], ...]) -> str:
    """A regular expression with the group `month` for any spelling of any month."""
    return f"(?P<month>{one_of([spelling for month in months for spelling in month])})"
