"""The Myanmar script and the Burmese language. Nothing about either stands elsewhere.

Text that comes in is in NFC. What follows was measured on 300 news excerpts
(274,000 characters): the share of a defect is given where a rule mends it.
"""

import re
from collections.abc import Iterable

from lanpya.text.characters import WHITE_SPACE
from lanpya.text.rules import LanguageRules, Mend, month_pattern, one_of
from lanpya.text.traced import Traced

# Classes of characters in the three Myanmar blocks of the BMP, to stand inside [].

BLOCKS = "\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f"
# U+104E is a symbol to Unicode, but begins a syllable: ၎င်း.
LETTER = (
    "\u1000-\u102a\u103f\u104e\u1050-\u1055\u105a-\u105d\u1061\u1065\u1066\u106e-\u1070"
    "\u1075-\u1081\u108e\ua9e0-\ua9e4\ua9e7-\ua9ef\ua9fa-\ua9fe\uaa60-\uaa6f\uaa71-\uaa76"
    "\uaa7a\uaa7e\uaa7f"
)
SIGN = (
    "\u102b-\u103e\u1056-\u1059\u105e-\u1060\u1062-\u1064\u1067-\u106d\u1071-\u1074"
    "\u1082-\u108d\u108f\u109a-\u109d\ua9e5\uaa7b-\uaa7d"
)
# Burmese, Shan and Tai Laing.
DIGIT = "\u1040-\u1049\u1090-\u1099\ua9f0-\ua9f9"
# ၌, ၍ and ၏ are whole words.
WORD_SIGN = "\u104c\u104d\u104f"

ZERO = "၀"
WA = "ဝ"

# Syllables

# What makes a letter the end of the syllable before it (ည် in ပြည်), or a stack's upper half.
_CLOSED = "\u1037?[\u103a\u1039]"
SYLLABLE = f"[{LETTER}](?:\u1039[{LETTER}]|[{SIGN}]|[{LETTER}](?={_CLOSED}))*"
# Stands between two syllables, and between a syllable and anything else.
SYLLABLE_END = f"(?![{SIGN}]|[{LETTER}]{_CLOSED})"
SPOKEN_RE = re.compile(f"{SYLLABLE}|[{WORD_SIGN}]")


def whole_syllables(words: Iterable[str]) -> str:
    """A regular expression for any of the words where it does not end inside a syllable."""
    return rf"(?<!\u1039){one_of(words)}{SYLLABLE_END}"


# The Universal Declaration of Human Rights has 4,603 syllables in Burmese, 1,753 words in English.
SYLLABLES_PER_WORD = 2.6

# Folds of the search key, in the order of FOLDS. Before them characters are folded one by one,
# so that digits are ASCII here; only the zero is left.

_CHAR = f"[{LETTER}{SIGN}]"
_DIGITS_OR_ZERO = f"[0-9{ZERO}]"
# Never the beginning of a syllable such as ဝင်.
_LONE_WA = f"{WA}{SYLLABLE_END}"
_DOUBLED_RE = re.compile(rf"([{SIGN}])\1+")
_FOUR_RE = re.compile("4(?=င်း)")
_GREAT_SA_RE = re.compile("သြ")
_JHA_RE = re.compile("စျ")
_ZERO_RE = re.compile(ZERO)
_VOWEL_U_RE = re.compile(f"ဥ(?={_CLOSED}|ာ)")
_ZERO_WITH_SIGN_RE = re.compile(f"{ZERO}(?=[{SIGN}]|[{LETTER}]{_CLOSED})")
_NUMBER_RE = re.compile(
    f"({_CHAR}?)({_DIGITS_OR_ZERO}+(?:[.,]{_DIGITS_OR_ZERO}+)*)(?=([{LETTER}]?))"
)
_NUMBER_WITH_WA_RE = re.compile(
    f"((?:(?!{WA}){_CHAR})?)"
    f"((?:{_DIGITS_OR_ZERO}|{_LONE_WA})(?:[.,]?(?:{_DIGITS_OR_ZERO}|{_LONE_WA}))*)"
)
_SPACE_BETWEEN_RE = re.compile(
    f"([{LETTER}{SIGN}{WORD_SIGN}])[{WHITE_SPACE}]+(?=[{LETTER}{WORD_SIGN}])"
)


def fold_doubled_signs(text: Traced) -> Traced:
    """A sign typed twice looks like one (4 % of BBC Burmese pages)."""
    return text.substitute(_DOUBLED_RE, r"\1")


def fold_four(text: Traced) -> Traced:
    """The digit ၄ for the sign ၎ in ၎င်း (1 % of Khit Thit pages); no digit takes a final."""
    return text.substitute(_FOUR_RE, "၎")


def fold_vowel_u(text: Traced) -> Traced:
    """The vowel ဥ for the letter ဉ, as in ယာဥ် and ဥာဏ် (53 % of BBC Burmese pages).

    The vowel takes neither a final nor a stack nor ာ, so there is nothing to confuse.
    """
    return text.substitute(_VOWEL_U_RE, "ဉ")


def fold_great_sa(text: Traced) -> Traced:
    """သ with ြ for ဩ (39 % of BBC Burmese pages; 70 % of ဩစတြေးလျ is lost without this)."""
    return text.substitute(_GREAT_SA_RE, "ဩ")


def fold_jha(text: Traced) -> Traced:
    """စ with ျ for ဈ, as in စျေး (19 % of BBC Burmese pages)."""
    return text.substitute(_JHA_RE, "ဈ")


def fold_zero_for_wa(text: Traced) -> Traced:
    """The digit ၀ for the letter ဝ (17 % of BBC Burmese pages).

    It is the letter where it carries a sign or a final, and where a number of nothing but
    zeros touches a letter. A zero that stands alone, as in ၀.၅, stays.
    """
    return text.substitute(_ZERO_WITH_SIGN_RE, WA).substitute(_NUMBER_RE, _letters_for_zeros)


def _letters_for_zeros(match: re.Match[str]) -> str:
    before, number, after = match.groups()
    if number.strip(ZERO) or not (before or after):
        return match[0]
    return before + WA * len(number)


def fold_wa_for_zero(text: Traced) -> Traced:
    """The letter ဝ for the digit ၀, as in ၂ဝ၂၄ (5 % of BBC Burmese pages).

    It is the digit where it touches one and has neither sign nor final, unless another
    letter stands before the two.
    """
    return text.substitute(_NUMBER_WITH_WA_RE, _zeros_for_letters)


def _zeros_for_letters(match: re.Match[str]) -> str:
    before, number = match.groups()
    if not number.strip(f"{WA}.,"):
        return match[0]
    word = len(number) - len(number.lstrip(WA)) if before else 0
    return before + number[:word] + number[word:].replace(WA, ZERO)


def fold_zero(text: Traced) -> Traced:
    """What zeros are left are digits."""
    return text.substitute(_ZERO_RE, "0")


def fold_space_between_letters(text: Traced) -> Traced:
    """Burmese has no spaces between words; where phrases are spaced is a matter of taste.

    Before a sign white space stays: the sign would join the letter before it.
    """
    return text.substitute(_SPACE_BETWEEN_RE, r"\1")


FOLDS = (
    fold_doubled_signs,
    fold_four,
    fold_vowel_u,
    fold_great_sa,
    fold_jha,
    fold_zero_for_wa,
    fold_wa_for_zero,
    fold_zero,
    fold_space_between_letters,
)

# Dates

MONTHS = (
    ("ဇန်နဝါရီ", "ဇန်န၀ါရီ", "ဇန္နဝါရီ", "ဇန္န၀ါရီ"),
    ("ဖေဖော်ဝါရီ", "ဖေဖော်၀ါရီ", "ဖေဖေါ်ဝါရီ", "ဖေဖေါ်၀ါရီ"),
    ("မတ်",),
    ("ဧပြီ",),
    ("မေ",),
    ("ဇွန်",),
    ("ဇူလိုင်", "ဂျူလိုင်"),
    ("ဩဂုတ်", "သြဂုတ်"),
    ("စက်တင်ဘာ",),
    ("အောက်တိုဘာ",),
    ("နိုဝင်ဘာ", "နို၀င်ဘာ"),
    ("ဒီဇင်ဘာ",),
)

_DIGITS = str.maketrans("0123456789", "၀၁၂၃၄၅၆၇၈၉")
_DIGIT = "[0-9၀-၉]"
_YEAR = rf"(?<!{_DIGIT})(?P<year>{_DIGIT}{{4}})(?!{_DIGIT})"
_OF_YEAR = rf"{_YEAR}\s*(?:ခုနှစ်)?"
_MONTH = f"{month_pattern(MONTHS)}{SYLLABLE_END}"
_DAY = rf"(?P<bracket>\()?(?<!{_DIGIT})(?P<day>{_DIGIT}{{1,2}})(?!{_DIGIT})(?(bracket)\))"
_DAY_WORD = rf"\s*ရက်(?:နေ့)?{SYLLABLE_END}"
_GAP = r"[\s၊,]{0,3}"
_END = r"(?=\s*(?:[၊။,)]|\Z))"

DATE_PATTERNS = (
    re.compile(rf"{_OF_YEAR}{_GAP}{_MONTH}{_GAP}{_DAY}(?:{_DAY_WORD})?"),
    # After "ဒီဇင်ဘာလ" a number may count anything, unless it says that it counts days.
    re.compile(rf"{_OF_YEAR}{_GAP}{_MONTH}လ{_GAP}{_DAY}(?:{_DAY_WORD}|{_END})"),
    re.compile(rf"{_OF_YEAR}{_GAP}{_MONTH}(?:လ{SYLLABLE_END})?"),
    re.compile(rf"{_DAY}(?:{_DAY_WORD})?{_GAP}{_MONTH}(?:လ)?{_GAP}{_OF_YEAR}"),
)


def write_date(year: int, month: int | None, day: int | None) -> str:
    """From the year down, in Burmese digits: "၂၀၂၃ ခုနှစ် နိုဝင်ဘာလ ၁၇ ရက်"."""
    parts = [f"{year:04} ခုနှစ်"]
    parts += [f"{MONTHS[month - 1][0]}လ"] if month else []
    parts += [f"{day} ရက်"] if day else []
    return " ".join(parts).translate(_DIGITS)


# Numbers

NUMBER_WORDS = {
    "သုည": 0,
    "တစ်": 1,
    "တ": 1,
    "နှစ်": 2,
    "သုံး": 3,
    "လေး": 4,
    "ငါး": 5,
    "ခြောက်": 6,
    "ခုနစ်": 7,
    "ခုနှစ်": 7,
    "ရှစ်": 8,
    "ကိုး": 9,
}
# With the tone that the smaller ones take before another number.
MULTIPLIERS = {
    "ဆယ်": 10,
    "ဆယ့်": 10,
    "ရာ": 100,
    "ရာ့": 100,
    "ထောင်": 1000,
    "ထောင့်": 1000,
    "သောင်း": 10**4,
    "သိန်း": 10**5,
    "သန်း": 10**6,
    "ကုဋေ": 10**7,
    "ဘီလီယံ": 10**9,
}
_COUNTED = (
    # people and things
    "ဦး ယောက် ပါး ကောင် စီး စင်း လုံး ခု ချောင်း မြို့ ရွာ ကျေးရွာ အိမ် အိမ်ထောင်စု ဖွဲ့ နေရာ "
    # time
    "ခုနှစ် နှစ် ရာစု လ ပတ် ရက် ရက်နေ့ နာရီ မိနစ် စက္ကန့် ကြိမ် "
    # measures and money
    "ရာခိုင်နှုန်း မိုင် ကီလိုမီတာ မီတာ ပေ လက်မ ဧက တန် ပိဿာ ဂါလန် ကျပ် ဒေါ်လာ ယွမ် ဘတ်"
)
_HEDGES = "ကျော် ခန့် နီးပါး ဝန်းကျင်"

_BARE_NUMBER = rf"(?<!{_DIGIT})(?<!{_DIGIT}[.,]){_DIGIT}+(?:[.,]{_DIGIT}+)*"
_NUMBER = rf"(?:{_BARE_NUMBER}|\({_BARE_NUMBER}\))"
_MULTIPLIER = whole_syllables(MULTIPLIERS)
_HEDGE = rf"\s?{whole_syllables(_HEDGES.split())}"
_TAIL = rf"(?:{_HEDGE}|\s?{whole_syllables(_COUNTED.split())}(?:{_HEDGE})?)"
# In digits, in words, and with the unit first: "၂ သန်းကျော်", "နှစ်သောင်း", "သန်း ၂၀". What is
# counted is tried before the units, because ရာခိုင်နှုန်း (per cent) begins with ရာ (hundred).
NUMBER_PHRASE = (
    rf"{_NUMBER}(?:{_TAIL}|(?:\s?{_MULTIPLIER})+{_TAIL}?)"
    rf"|{whole_syllables(NUMBER_WORDS)}\s?{_MULTIPLIER}{_TAIL}?"
    rf"|{_MULTIPLIER}\s?{_NUMBER}{_TAIL}?"
)

# Slips that a reader does not see and a search does not forgive. Each is a fold of the search
# key above, kept to where nothing else can be meant: a fold may be wrong, a mend may not.

# After a digit, with nothing but zeros between.
_IN_NUMBER = "|".join(f"(?<=[1-9၁-၉]{'[0၀]' * zeros})" for zeros in range(7))
_WA_IN_NUMBER_RE = re.compile(f"(?:{_IN_NUMBER}){WA}+(?:(?=[0-9၀-၉])|(?![{SIGN}{LETTER}]))")
MENDS: tuple[Mend, ...] = (
    (re.compile("([\u102b-\u1032\u1036-\u103e])\\1+"), r"\1"),
    (re.compile("၄(?=င်း)"), "၎"),
    (_VOWEL_U_RE, "ဉ"),
    (_GREAT_SA_RE, "ဩ"),
    (_JHA_RE, "ဈ"),
    (_ZERO_WITH_SIGN_RE, WA),
    (_WA_IN_NUMBER_RE, lambda match: ZERO * len(match[0])),
)

# Numbers of people, their digits in ASCII

# A mobile's begins with 09; any other says by a word before it that it is a telephone.
_MOBILE = r"(?<![\w+.,/-])09(?:[ -]?[0-9]){7,9}(?![0-9]|[.,/-][0-9])"
_PHONE = r"(?:ဖုန်း|တယ်လီဖုန်း|ဗိုင်ဘာ)(?:နံပါတ်)?[ :−–-]{0,3}\+?[0-9](?:[ ()/-]{0,2}[0-9]){5,12}(?![0-9])"
# The registration card: 12/ကမရ(နိုင်)123456, 12/KaMaYa(N)123456.
_STATE, _SERIAL = "(?<![0-9/])[0-9]{1,2} ?/ ?", " ?[0-9]{6}(?![0-9])"
_CARD = rf"{_STATE}[{LETTER}{SIGN}]{{2,12}} ?\((?:နိုင်|ဧည့်|ပြု|စ|သ|သီ)\){_SERIAL}"
_LATIN_CARD = rf"(?i){_STATE}[a-z]{{3,12}} ?\((?:naing|n|ehe|e|pyu|p|v|m|tha|thi|t|c)\){_SERIAL}"
PERSONAL = (("phone", _MOBILE), ("phone", _PHONE), ("papers", _CARD), ("papers", _LATIN_CARD))

RULES = LanguageRules(
    tag="my",
    months=MONTHS,
    date_patterns=DATE_PATTERNS,
    write_date=write_date,
    about="{}ခန့်",
    possibly="{} (ဖြစ်နိုင်သည်)",
    number_words=NUMBER_WORDS,
    multipliers=MULTIPLIERS,
    number_joiner=r"\s*",
    leading_multipliers=frozenset(word for word, value in MULTIPLIERS.items() if value >= 10**4),
    number_phrase=NUMBER_PHRASE,
    # No study of Burmese is known. Its syllables are weighed as English words, so that a
    # translation takes as long as its original.
    words_per_minute=238,
    personal=PERSONAL,
    mends=MENDS,
)
