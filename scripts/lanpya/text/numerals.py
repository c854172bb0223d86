"""Digits and numbers in the writing of a language, and back."""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from lanpya.text import cldr
from lanpya.text.languages import ALL_RULES
from lanpya.text.rules import LanguageRules, one_of

DIGITS_RE = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")

# In characters; whatever is longer was not meant as a number.
LONGEST_NUMBER = 100


def to_ascii_digits(text: str) -> str:
    """Every decimal digit of any script as 0 to 9; nothing else changes, nor does the length."""
    return re.sub(r"[^\D0-9]", lambda match: str(unicodedata.decimal(match[0])), text)


def localise_digits(text: str, tag: str) -> str:
    """ASCII digits as the language writes them; nothing else changes."""
    return text.translate(str.maketrans("0123456789", cldr.digits(tag)))


def format_number(value: float, tag: str) -> str:
    """A number with grouping, in the language's digits: "335,000", "၃၃၅,၀၀၀"."""
    return cldr.format_number(value, tag)


def parse_number(text: str) -> int | float | None:
    """The value of a text that is a number and nothing else, or None.

    Digits of any script with or without grouping, number words, and units, in every language
    known: "2 million", "two hundred thousand", "၁၅ သိန်း", "သန်း ၂၀". Hedges and what is
    counted do not belong to a number. A whole number comes as int.
    """
    if len(text) > LONGEST_NUMBER:
        return None
    plain = to_ascii_digits(text).strip().casefold()
    if DIGITS_RE.fullmatch(plain):
        return _exact(Decimal(plain.replace(",", "")))
    for rules in ALL_RULES:
        if _phrase_re(rules).fullmatch(plain):
            value = _evaluate(_part_re(rules).findall(plain), rules)
            return None if value is None else _exact(value)
    return None


def _exact(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


@lru_cache
def _part_re(rules: LanguageRules) -> re.Pattern[str]:
    return re.compile(f"{DIGITS_RE.pattern}|{one_of([*rules.number_words, *rules.multipliers])}")


@lru_cache
def _phrase_re(rules: LanguageRules) -> re.Pattern[str]:
    """Words with the language's joiner between them; digits only before a multiplier or last."""
    digits = f"(?:{DIGITS_RE.pattern})"
    multiplier = one_of(rules.multipliers)
    gap = rules.number_joiner
    part = f"(?:{digits}{gap}{multiplier}|{multiplier}|{one_of(rules.number_words)})"
    last = f"(?:{gap}{digits})?" if rules.leading_multipliers else ""
    return re.compile(f"{part}(?:{gap}{part})*{last}")


def _evaluate(parts: list[str], rules: LanguageRules) -> Decimal | None:
    """The value of the parts of a phrase, or None where two numbers stand side by side."""
    if len(parts) > 1 and parts[0] in rules.leading_multipliers:
        rest = _sum_of_terms(parts[1:], rules)
        return None if rest is None else rest * rules.multipliers[parts[0]]
    return _sum_of_terms(parts, rules)


def _sum_of_terms(parts: list[str], rules: LanguageRules) -> Decimal | None:
    terms: list[Decimal] = []
    is_after_number = False
    for part in parts:
        if part in rules.multipliers:
            terms = _multiply(terms, rules.multipliers[part], is_after_number)
            is_after_number = False
        else:
            value = Decimal(rules.number_words.get(part, part.replace(",", "")))
            if is_after_number and not (terms[-1] >= 20 and 0 < value < 10):
                return None
            terms.append(value)
            is_after_number = True
    return sum(terms, start=Decimal())


def _multiply(terms: list[Decimal], factor: int, is_after_number: bool) -> list[Decimal]:
    """A multiplier takes the number before it and, with that, every smaller term.

    So "two hundred fifty thousand" is 250 × 1,000; with nothing to take it counts once.
    """
    kept = len(terms) - is_after_number
    while kept and terms[kept - 1] < factor:
        kept -= 1
    taken = terms[kept:] or [Decimal(1)]
    return [*terms[:kept], sum(taken, start=Decimal()) * factor]
