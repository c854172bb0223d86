"""Zawgyi: how Burmese was encoded before Unicode, and how it is still pasted.

It gives the same code points to other signs, so that only the text itself shows which of
the two it is in. Two witnesses have to agree: signs where Unicode has no place for them,
which also stand in Mon and Karen, and a model of neighbouring characters (myanmartools),
which errs on short sentences. Measured on 10,000 sentences: 99.7 % of those in Zawgyi are
found, and none of those in Unicode; neither of their 53,000 phrases.

There is deliberately no function that converts in passing: a conversion ruins every text
that was in Unicode, so it is proposed to a person.
"""

import re
import unicodedata
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from math import inf, log

from myanmartools import ZawgyiDetector

from lanpya.text.characters import WHITE_SPACE
from lanpya.text.cldr import transliterate
from lanpya.text.myanmar import LETTER, SIGN
from lanpya.text.normal import ZERO_WIDTH_RE

# Languages whose own letters stand where Zawgyi has signs, so that nobody writes them in it:
# Mon, Shan, Pa'O, Karen and Kayah, Palaung, and the Tai languages around them.
EXEMPT = frozenset(
    {
        *("mnw", "shn", "blk", "kar", "ksw", "pwo", "kjp", "kjt", "kvt", "bwe", "eky", "kyu"),
        *("kxf", "kxk", "pce", "rbb", "pll", "kht", "aio", "phk", "tjl"),
    }
)

# In log-odds, towards Zawgyi: from here on the model is believed (a probability of .95),
# more than this no phrase adds, and this much a change from one encoding to the other costs.
SURE = log(0.95 / 0.05)
MOST = 30.0
CHANGE = 6.0

# A run of the script without its punctuation and numbers. A zero is the letter ဝ where it
# touches a letter.
_CHAR = f"[{LETTER}{SIGN}\u1090-\u109f]"
_HIDDEN = "\u200b-\u200d\u2060\ufeff"
PHRASE_RE = re.compile(
    f"(?:(?<![\u1040-\u1049.,])\u1040)?{_CHAR}"
    f"(?:(?:{_CHAR}|[\u1040-\u1049{_HIDDEN}])*(?:{_CHAR}|(?<={_CHAR})\u1040(?![.,]?[\u1040-\u1049])))?"
)
# What is not the writer's Burmese, whatever stands in it.
BLANK = "\0"
ADDRESS_RE = re.compile(r"\b[a-z]+://[^\s<>]+")

# Consonants that stack: on those of their own row, or as the few others that words have.
_ROWS = (
    "\u1000-\u1004",
    "\u1005-\u100a",
    "\u100b-\u100f",
    "\u1010-\u1014",
    "\u1015-\u1019",
)
_STACKED = "|".join(
    (
        *(f"(?<=[{row}]\u1039)[{row}]" for row in _ROWS),
        "(?<=\u101c\u1039)\u101c",
        "(?<=[\u1010\u101e\u101f]\u1039)\u1019",
        "(?<=\u103a\u1039)[\u1000-\u1021]",
    )
)
# What has no place in Burmese in Unicode.
SIGN_OF_ZAWGYI_RE = re.compile(
    f"(?<![{LETTER}{SIGN}])[{SIGN}]"  # a sign on nothing
    f"|(?<![{LETTER}\u103a-\u103e\u105e-\u1060\u1082])\u1031"  # ေ before its letter
    f"|\u1039(?!{_STACKED})"  # a final
    f"|(?<![{LETTER}\u103a])\u103b|(?<![{LETTER}\u103a\u103b])\u103c"  # ြ before its letter
    "|\u103a[\u102b-\u1035]"  # ျ
    "|[\u1033\u1034\u105a\u1060-\u1097]"
)

# Where the rules of CLDR 47 spoil a text, as ICU writes them, and what stands in their place.
MENDS = (
    # Digits: "၁.၄" and "၄ ရက်" became "၁.၎" and "၎ ရက်", "၀.၅" became "ဝ.၅".
    (
        "^\\u1044([^\\u1040-\\u1049]) > |\\u104E $1 ;",
        "\\u1044(\\u1004\\u103A\\u1038) > \\u104E $1 ;",
    ),
    ("([^\\u1040-\\u1049])\\u1044$ > $1 \\u104E;", ""),
    ("([\\u102B-\\u103F])\\u1044([^\\u1040-\\u1049]) > $1 \\u104E $2 ;", ""),
    # A zero for the letter ဝ: also between letters, as in ေန၀င္း.
    (
        "^\\u1040([^\\u1040-\\u1049])",
        "([\\u1000-\\u103F])\\u1040 } [\\u1000-\\u103F] > $1 \\u101D;\n^\\u1040([\\u1000-\\u103F])",
    ),
    ("([^\\u1040-\\u1049])\\u1040$", "([\\u1000-\\u103F])\\u1040$"),
    (
        "([\\u102B-\\u103F])\\u1040([^\\u1040-\\u1049])",
        "([\\u102B-\\u103F])\\u1040([^\\u1040-\\u1049.,])",
    ),
    # The sign ၎ of ၎င်း, which some fonts show as the whole word: "၎င်း" became "၎င်းင်း".
    ("\\u104E >", "\\u104E(\\u1004\\u1039\\u1038)? >"),
    # A final on a letter with a medial: "ချ်" became "ခ်ျ". Only in ယောက်ျား it is otherwise.
    ("\\u103B\\u103A > \\u103A\\u103B;", "\\u103B\\u103A\\u102C > \\u103A\\u103B\\u102C;"),
    (
        "([\\u102B-\\u1032\\u1036\\u103B-\\u103E])\\u103A([\\u1000-\\u1021])",
        "([\\u102B-\\u1032\\u1036])\\u103A([\\u1000-\\u1021])",
    ),
    # Written "\\u000136u" for U+1036, and so "း3" became "3း".
    ("\\u000136u", "\\u1036"),
)


BLANK_LINE_RE = re.compile(r"\n[ \t]*\n")
# What no word holds: the work of ICU's rules grows with the square of such a run, and a
# surrogate does not come through.
SENSELESS_RE = re.compile(
    f"([\u102b-\u103e\u105a-\u109f{WHITE_SPACE}{_HIDDEN}]{{33,}}|[\ud800-\udfff]+)"
)


@dataclass(frozen=True)
class Stretch:
    """A part of a text that is in Zawgyi: text[start:end].

    is_certain: False where it is undecided, since it is too short to show it.
    """

    start: int
    end: int
    is_certain: bool


@dataclass(frozen=True)
class _Phrase:
    """start, end: offsets. odds: the logarithm of the odds for Zawgyi."""

    start: int
    end: int
    odds: float


def is_exempt(tag: str | None) -> bool:
    """Whether text that is declared to be in a language (BCP 47) can not be in Zawgyi."""
    return tag is not None and tag.partition("-")[0].lower() in EXEMPT


def find_zawgyi(text: str, tag: str | None) -> tuple[Stretch, ...]:
    """What of a block of text (a paragraph, a title) is in Zawgyi, in order.

    tag: the language that it is declared to be in, or None. What is no prose can be blanked
    with U+0000; no stretch goes across it.
    """
    if is_exempt(tag) or not SIGN_OF_ZAWGYI_RE.search(text):
        return ()
    prose = ADDRESS_RE.sub(lambda match: BLANK * len(match[0]), text)
    phrases = [_Phrase(*match.span(), _odds(match[0])) for match in PHRASE_RE.finditer(prose)]
    runs = _choose(phrases) or [phrases]
    return tuple(stretch for run in runs for stretch in _judge(prose, run))


def find_zawgyi_in(
    blocks: Iterable[tuple[str, str | None]],
) -> tuple[tuple[Stretch, ...], ...]:
    """The same for each block, with its language, of a text by one hand.

    What is undecided in itself is certain where another block is in Zawgyi for certain.
    """
    found = tuple(find_zawgyi(text, tag) for text, tag in blocks)
    if not any(stretch.is_certain for stretches in found for stretch in stretches):
        return found
    return tuple(
        tuple(replace(stretch, is_certain=True) for stretch in stretches) for stretches in found
    )


def may_hold_zawgyi(text: str, tag: str | None) -> bool:
    """Whether any paragraph of a text may be in Zawgyi, so that no rule on Unicode fits it."""
    return any(find_zawgyi(block, tag) for block in BLANK_LINE_RE.split(text))


def propose_unicode(text: str, stretches: Iterable[Stretch]) -> str:
    """A text with the stretches that are certain in Unicode, for a person to read over."""
    parts: list[str] = []
    done = 0
    for stretch in stretches:
        if stretch.is_certain:
            parts += [text[done : stretch.start], to_unicode(text[stretch.start : stretch.end])]
            done = stretch.end
    return "".join([*parts, text[done:]])


def to_unicode(text: str) -> str:
    """A text in Zawgyi as it reads in Unicode, in NFC; one in Unicode is ruined.

    overrides/assets/javascripts/zawgyi.js answers the same; tests/vectors/zawgyi.json holds
    for both.
    """
    parts = SENSELESS_RE.split(text)
    for index in range(0, len(parts), 2):
        converted = transliterate(parts[index], "Zawgyi-my", MENDS)
        parts[index] = unicodedata.normalize("NFC", converted)
    return "".join(parts)


@cache
def _detector() -> ZawgyiDetector:
    with warnings.catch_warnings():
        # It opens its model in a way that Python 3.11 and 3.12 advised against, and 3.13 does not.
        warnings.simplefilter("ignore", DeprecationWarning)
        return ZawgyiDetector()


def _odds(phrase: str) -> float:
    """How a phrase speaks for Zawgyi: the logarithm of the odds, within MOST."""
    probability = _detector().get_zawgyi_probability(ZERO_WIDTH_RE.sub("", phrase))
    if probability == -inf:
        return 0.0
    if probability in (0.0, 1.0):
        return MOST if probability else -MOST
    return max(-MOST, min(MOST, log(probability / (1 - probability))))


def _choose(phrases: Sequence[_Phrase]) -> list[list[_Phrase]]:
    """The runs of phrases in Zawgyi, so that all together is likeliest (Viterbi's algorithm)."""
    best = (0.0, 0.0)  # the likelihood of a way that ends in Unicode, and of one in Zawgyi
    came_from: list[tuple[bool, bool]] = []
    for phrase in phrases:
        unicode, zawgyi = best
        came_from.append((zawgyi - CHANGE > unicode, zawgyi >= unicode - CHANGE))
        half = phrase.odds / 2
        best = (max(unicode, zawgyi - CHANGE) - half, max(zawgyi, unicode - CHANGE) + half)
    chosen: list[bool] = []
    is_zawgyi = best[1] > best[0]
    for sources in reversed(came_from):
        chosen.append(is_zawgyi)
        is_zawgyi = sources[is_zawgyi]
    pairs = zip(phrases, reversed(chosen), strict=True)
    groups = groupby(pairs, key=lambda pair: pair[1])
    return [[phrase for phrase, _ in group] for is_zawgyi, group in groups if is_zawgyi]


def _judge(prose: str, run: Sequence[_Phrase]) -> Iterator[Stretch]:
    """The stretches of a run, if both witnesses speak for Zawgyi or the model can not tell."""
    odds = sum(phrase.odds for phrase in run)
    if odds <= -SURE or not any(map(_has_sign, _texts(prose, run))):
        return
    for stretch in _cut(prose, run):
        while stretch and _reads_alike(prose, stretch[-1]):
            stretch = stretch[:-1]
        while stretch and _reads_alike(prose, stretch[0]):
            stretch = stretch[1:]
        if stretch:
            yield Stretch(stretch[0].start, stretch[-1].end, odds >= SURE)


def _cut(prose: str, run: Sequence[_Phrase]) -> Iterator[list[_Phrase]]:
    """A run in parts that have nothing blanked between their phrases."""
    part: list[_Phrase] = []
    for phrase in run:
        if part and BLANK in prose[part[-1].end : phrase.start]:
            yield part
            part = []
        part.append(phrase)
    yield part


def _texts(prose: str, run: Iterable[_Phrase]) -> Iterator[str]:
    return (ZERO_WIDTH_RE.sub("", prose[phrase.start : phrase.end]) for phrase in run)


def _has_sign(text: str) -> bool:
    return SIGN_OF_ZAWGYI_RE.search(text) is not None


def _reads_alike(prose: str, phrase: _Phrase) -> bool:
    """Whether a phrase is the same in both encodings."""
    text = prose[phrase.start : phrase.end]
    return to_unicode(text) == text
