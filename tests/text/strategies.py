"""Texts to try: anything that a str can hold, and what the folds quarrel over."""

import unicodedata

from hypothesis import strategies as st

from lanpya.text.characters import PUNCTUATION, WHITE_SPACE

# Lone surrogates too: they come out of broken JSON and broken file names.
any_text = st.text(st.characters(exclude_categories=()))

_PIECES = [
    *"ဥဉသဩစဈကယန၎၌၍၏ၵႁ",
    *"ာိီုေျြွှ့်္းႃႇ",
    *"၀၁၄ဝ05,.'၊။ \t\n",
    *"aAéßςœŁЁ́̂͏\xad-–“’\u200b\u202f\u066c٣",
    "ဥ်",
    "သြ",
    "င်း",
    "ဝင်",
    "၃၃၅,၀၀၀",
    "1,234",
]
# Marks of other scripts, which NFC moves about among the diacritics.
_FOREIGN = ["\u1dc2", "\u0627", "\u0653", "\u093c", "\u0338"]

# Short pieces that meet often, where text at random would meet never.
quarrelsome_text = st.lists(st.sampled_from([*_PIECES, *_FOREIGN]), max_size=12).map("".join)

burmese_text = st.lists(
    st.sampled_from(
        ["ကု", "န်", "မန္တ", "လေး", "နှင့်", "ယောက်ျား", "အင်္ဂ", "ဩ", "၎င်း", "၌", " ", "၊", "၂၀"]
    ),
    max_size=20,
).map("".join)


def _is_claimed(char: str) -> bool:
    is_letter = char in "ÀÉßŒœŁłŽžſǅẞﬁΣςΆώЁй" or ("\u1000" <= char <= "\u109f")
    return is_letter or unicodedata.category(char) == "Nd"


_CLAIMED = [chr(code) for code in range(0x10000) if _is_claimed(chr(code))]

# The scripts that the browser's twin answers for: Myanmar, Latin, digits, punctuation.
claimed_text = st.one_of(
    st.lists(st.sampled_from(_PIECES), max_size=12).map("".join),
    burmese_text,
    st.text(st.sampled_from(_CLAIMED)),
    st.text(st.characters(min_codepoint=0x20, max_codepoint=0x24F)),
    st.text(st.sampled_from([*"𝟘𐒠𑄶𞥐😀𐐀", "ß", *"၀ဝက ", *PUNCTUATION, *WHITE_SPACE])),
)
