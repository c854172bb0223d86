"""What ICU knows about every language.

Only here, and in `accents`, `hidden` and `lookalikes` for what it knows about characters, is
it imported. ICU counts in UTF-16 units and Python in code points; nothing of that leaves this
module.
"""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

import icu

_EPOCH = date(1970, 1, 1).toordinal()
_SECONDS_PER_DAY = 86_400


@lru_cache
def _locale(tag: str) -> icu.Locale:
    return icu.Locale.forLanguageTag(tag)


@lru_cache
def _date_format(tag: str, skeleton: str) -> icu.SimpleDateFormat:
    # Without this, Thai and Persian patterns name the era, theirs being another calendar.
    locale = icu.Locale(f"{_locale(tag).getName()}@calendar=gregorian")
    pattern = icu.DateTimePatternGenerator.createInstance(locale).getBestPattern(skeleton)
    formatter = icu.SimpleDateFormat(pattern, locale)
    calendar = icu.GregorianCalendar(icu.TimeZone.getGMT(), locale)
    # EDTF has no Julian dates, not before 1582 either.
    calendar.setGregorianChange(float(-(10**11)))
    formatter.setCalendar(calendar)
    return formatter


def format_date(year: int, month: int | None, day: int | None, tag: str) -> str:
    """A Gregorian date as CLDR writes it in a language, month by name."""
    skeleton = "y" + ("MMMM" if month else "") + ("d" if day else "")
    days = date(year, month or 1, day or 1).toordinal() - _EPOCH
    return str(_date_format(tag, skeleton).format(float(days * _SECONDS_PER_DAY)))


@lru_cache
def digits(tag: str) -> str:
    """The ten digits that a language writes numbers with, zero first."""
    system = icu.NumberingSystem.createInstance(_locale(tag))
    # Numbers that are not positional, such as Roman ones, have no ten digits.
    return "0123456789" if system.isAlgorithmic() else str(system.getDescription())


@lru_cache
def _number_format(tag: str) -> icu.NumberFormat:
    formatter = icu.NumberFormat.createInstance(_locale(tag))
    formatter.setMaximumFractionDigits(6)
    return formatter


def format_number(value: float, tag: str) -> str:
    """A number as a language groups and writes it, with at most six decimals."""
    return str(_number_format(tag).format(value))


def count_words(text: str) -> int:
    """Words and numbers, by dictionary where a script has no spaces between words."""
    breaks = icu.BreakIterator.createWordInstance(icu.Locale.getRoot())
    breaks.setText(text)
    # Below 100 stands what is no word: white space and punctuation.
    return sum(breaks.getRuleStatus() >= 100 for _ in breaks)


def grapheme_ends(text: str) -> Iterator[int]:
    """Where each user-perceived character ends, as an index of the str."""
    breaks = icu.BreakIterator.createCharacterInstance(icu.Locale.getRoot())
    breaks.setText(text)
    index = units = 0
    for end in breaks:
        while units < end:
            units += 2 if text[index] > "\uffff" else 1
            index += 1
        yield index


@lru_cache
def _collator(tag: str) -> icu.Collator:
    return icu.Collator.createInstance(_locale(tag))


def collation_key(text: str, tag: str) -> bytes:
    """Bytes that sort as the language does."""
    return bytes(_collator(tag).getSortKey(text))


@lru_cache
def _index(tag: str) -> icu.ImmutableIndex:
    """The headings of a language's index, then those of the Latin alphabet."""
    index = icu.AlphabeticIndex(_locale(tag))
    index.addLabels(icu.Locale.getEnglish())
    return index.buildImmutableIndex()


def index_label(text: str, tag: str) -> str | None:
    """The heading that a language's index puts a text under, or None where it has none."""
    index = _index(tag)
    label, kind = index.getBucket(index.getBucketIndex(text))
    return str(label) if kind == icu.UAlphabeticIndexLabelType.NORMAL else None


@lru_cache
def _transliterator(name: str, mends: tuple[tuple[str, str], ...]) -> icu.Transliterator:
    rules = str(icu.Transliterator.createInstance(name).toRules(True))
    for theirs, ours in mends:
        rules = rules.replace(theirs, ours)
    return icu.Transliterator.createFromRules(name, rules)


def transliterate(text: str, name: str, mends: tuple[tuple[str, str], ...] = ()) -> str:
    """Text by one of ICU's transforms, such as "Zawgyi-my".

    mends: pieces of the transform's rules, as ICU writes them out, and what takes their place.
    """
    return str(_transliterator(name, mends).transliterate(text))
