"""Which script a block is in, and which language, as far as the text shows it.

Scripts are counted: statistical detectors call Shan, Mon and Karen Burmese. A language
is told by its common words, or by the absence of letters that only its neighbours use;
a block too short to show it takes the language of its script in the rest of the text.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from lanpya.convert.result import Block
from lanpya.convert.wording import LanguageTraits, read_wording

# First word of a letter's Unicode name → ISO 15924.
SCRIPTS = {
    "LATIN": "Latn",
    "MYANMAR": "Mymr",
    "THAI": "Thai",
    "LAO": "Laoo",
    "KHMER": "Khmr",
    "CJK": "Hani",
    "HIRAGANA": "Hira",
    "KATAKANA": "Kana",
    "HANGUL": "Hang",
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
    "ARABIC": "Arab",
    "HEBREW": "Hebr",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "TAMIL": "Taml",
    "TELUGU": "Telu",
    "GUJARATI": "Gujr",
    "SINHALA": "Sinh",
    "TIBETAN": "Tibt",
    "ETHIOPIC": "Ethi",
    "GEORGIAN": "Geor",
    "ARMENIAN": "Armn",
}
WORD_RE = re.compile(r"[^\W\d_]+")
MIN_WORDS = 8
SAMPLE = 20_000
MIN_COMMON_SHARE = 0.12


@cache
def script_of(char: str) -> str:
    """ISO 15924 of one letter, sign or digit; "Zyyy" for what belongs to no script."""
    word = unicodedata.name(char, "UNKNOWN").partition(" ")[0]
    return SCRIPTS.get(word, "Zyyy")


def find_script(text: str) -> str | None:
    """ISO 15924 of the script that most letters are in; None where there is no letter."""
    counts: Counter[str] = Counter()
    for char, times in Counter(text).items():
        if char.isalpha():
            counts[script_of(char)] += times
    return counts.most_common(1)[0][0] if counts else None


def find_language(text: str, script: str) -> str | None:
    """BCP 47, where the beginning of the text shows it, else None."""
    text = text[:SAMPLE]
    for traits in read_wording().languages:
        if traits.script == script and _is_in(text, traits):
            return traits.tag
    return None


def _is_in(text: str, traits: LanguageTraits) -> bool:
    if not traits.common_words:
        return not traits.foreign_letters.intersection(text)
    words = WORD_RE.findall(text.casefold())
    common = sum(word in traits.common_words for word in words)
    return len(words) >= MIN_WORDS and common >= MIN_COMMON_SHARE * len(words)


def mark_languages(blocks: Sequence[Block], tag: str | None) -> tuple[Block, ...]:
    """Give each block its script and language.

    tag: the language that the person at the keyboard named for the source, or None; it
    holds for every block in the script of most of the text.
    """
    script = find_script("".join(block.text for block in blocks))
    usual = _usual_languages(blocks)
    if tag and script:
        usual[script] = tag
    return tuple(_mark(block, usual, script if tag else None) for block in blocks)


def _usual_languages(blocks: Iterable[Block]) -> dict[str, str | None]:
    """Script → the language of most text in it."""
    texts: dict[str, list[str]] = {}
    for block in blocks:
        if script := find_script(block.text):
            texts.setdefault(script, []).append(block.text)
    return {script: find_language(" ".join(some), script) for script, some in texts.items()}


def _mark(block: Block, usual: dict[str, str | None], fixed_script: str | None) -> Block:
    script = find_script(block.text)
    if script is None:
        return block
    language = None if script == fixed_script else find_language(block.text, script)
    return replace(block, script=script, language=language or usual.get(script))


def main_language(blocks: Iterable[Block]) -> str | None:
    """The language of most of the text, counted in letters; None where it is not known."""
    sizes: Counter[str | None] = Counter()
    for block in blocks:
        sizes[block.language] += len(block.text)
    return sizes.most_common(1)[0][0] if sizes else None
