"""What ICU knows about every language. The only module that imports `icu`.

ICU counts in UTF-16 units and Python in code points; nothing of that leaves
this module.
"""

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
    locale = icu.Locale(f"{_locale(tag).getName()}@calendar=gregorian")
    pattern = icu.DateTimePatternGenerator.createInstance(locale).getBestPattern(skeleton)
    formatter = icu.SimpleDateFormat(pattern, locale)
    formatter.setTimeZone(icu.TimeZone.getGMT())
    return formatter


def format_date(year: int, month: int | None, day: int | None, tag: str) -> str:
    """A Gregorian date as CLDR writes it in a language, month by name."""
    skeleton = "y" + ("MMMM" if month else "") + ("d" if day else "")
    days = date(year, month or 1, day or 1).toordinal() - _EPOCH
    return str(_date_format(tag, skeleton).format(float(days * _SECONDS_PER_DAY)))
