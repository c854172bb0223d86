"""English: dates and numbers, written as British newspapers do and read as anyone does."""

import re

from lanpya.text.rules import LanguageRules, month_pattern, one_of

MONTHS = (
    ("January", "Jan"),
    ("February", "Feb"),
    ("March", "Mar"),
    ("April", "Apr"),
    ("May",),
    ("June", "Jun"),
    ("July", "Jul"),
    ("August", "Aug"),
    ("September", "Sept", "Sep"),
    ("October", "Oct"),
    ("November", "Nov"),
    ("December", "Dec"),
)

# Dates

# "NOVEMBER" too, but never "may 2021": that is a verb and a number.
_MONTH = rf"(?=[A-Z])(?i:{month_pattern(MONTHS)})\.?"
_GAP = r"\s{1,3}"  # a line may be wrapped inside a date
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[0-9]{4})"

DATE_PATTERNS = (
    re.compile(rf"\b{_MONTH}{_GAP}{_DAY},?{_GAP}{_YEAR}\b"),
    re.compile(rf"\b{_DAY}{_GAP}(?:of{_GAP})?{_MONTH},?{_GAP}{_YEAR}\b"),
    re.compile(rf"\b{_MONTH},?{_GAP}{_YEAR}\b"),
)


def write_date(year: int, month: int | None, day: int | None) -> str:
    """Day, month, year without ordinals or commas: "17 November 2023"."""
    parts = [str(day)] if day else []
    parts += [MONTHS[month - 1][0]] if month else []
    return " ".join([*parts, str(year)])


# Numbers

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBER_WORDS = {word: number for number, word in enumerate(_SMALL.split())} | {
    word: number for number, word in zip(range(20, 100, 10), _TENS.split(), strict=True)
}
MULTIPLIERS = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
_UNITS = ("per cent", "percent", "km", "kg", "mm", "cm", "am", "pm", "a.m.", "p.m.")

# A number by itself is no telephone, unless the words before it say so.
_PHONE = (
    r"(?i)(?<![\w])(?:tel|phone|telephone|mobile|cell|whatsapp|signal|viber|telegram)"
    r"(?:\.|\b)[ :]{0,3}\+?[0-9](?:[ ().-]{0,2}[0-9]){5,14}(?![0-9])"
)
PERSONAL = (("phone", _PHONE),)
# Inflections

# Three letters at least. The steps are taken one after the other; there is no dictionary, so
# some kin are missed and a few strangers meet.
INFLECTED = "[a-z]{3,}"
_SHORT = "[^aeiou]*[aeiouy][b-df-gk-np-tvz]"  # plan, mov: without an e another word
STEM_STEPS = (
    ("([a-z]{2})ie(?:s|d)$", r"\1y"),
    ("^(?!news$)(.*[^siu])s$", r"\1"),
    ("^(?!found)(.*[a-z]{3}[^e])at(?:ion|e|ed|ing)$", r"\1"),
    ("([a-z]{3})eed$", r"\1ee"),
    (r"^(.*[^aeiou][aeiouy].*([bdfgmnprt]))\2(?:ed|ing)$", r"\1"),
    (f"^({_SHORT})(?:ed|ing)$", r"\1e"),
    ("^(.*[aeiouy].*[a-z]|[aeiouy]..|.+y)(?:ed|ing)$", r"\1"),
    ("^(?!state|a?part|depart)([a-z]{3,}e|[a-z]{5,})ment$", r"\1"),
    ("([a-z]{4}[cst])ion$", r"\1"),
    (f"^(?!{_SHORT}e$)(.*[a-z]{{3}})e$", r"\1"),
    ("y$", "i"),
    ("([a-z]{4}l)l$", r"\1"),
)


RULES = LanguageRules(
    tag="en",
    months=MONTHS,
    date_patterns=DATE_PATTERNS,
    write_date=write_date,
    about="about {}",
    possibly="possibly {}",
    number_words=NUMBER_WORDS,
    multipliers=MULTIPLIERS,
    number_joiner=r"[\s-]+(?:and\s+)?",
    leading_multipliers=frozenset(),
    number_phrase=rf"(?<![\w.,:])[0-9]+(?:[.,:][0-9]+)*\s{one_of([*MULTIPLIERS, *_UNITS])}(?!\w)",
    inflected=INFLECTED,
    stem_steps=STEM_STEPS,
    words_per_minute=238,  # Brysbaert 2019: non-fiction, 190 studies
    personal=PERSONAL,
)
