"""Each fold alone: characters are folded before, so digits other than ၀ are ASCII here."""

import re
import unicodedata
from collections.abc import Callable

import pytest

from lanpya.text import myanmar
from lanpya.text.traced import Traced

FOLDED = [
    (myanmar.fold_doubled_signs, "ကိိုယ််", "ကိုယ်"),
    (myanmar.fold_doubled_signs, "ကိုိ ကက", "ကိုိ ကက"),
    (myanmar.fold_four, "4င်း 4င", "၎င်း 4င"),
    (myanmar.fold_vowel_u, "ယာဥ် အစဥ့် ပဥ္စ ဥာဏ်", "ယာဉ် အစဉ့် ပဉ္စ ဉာဏ်"),
    (myanmar.fold_vowel_u, "ဥပဒေ ဥစ္စာ ဥက္ကဋ္ဌ", "ဥပဒေ ဥစ္စာ ဥက္ကဋ္ဌ"),
    (myanmar.fold_great_sa, "သြဂုတ် သွား", "ဩဂုတ် သွား"),
    (myanmar.fold_jha, "စျေး စာ", "ဈေး စာ"),
    (myanmar.fold_zero_for_wa, "၀ယ် ၀ါ သ၀န် ရေ၀တီ ၀တုတ်", "ဝယ် ဝါ သဝန် ရေဝတီ ဝတုတ်"),
    (myanmar.fold_zero_for_wa, "2၀၀င်း", "2၀ဝင်း"),
    (myanmar.fold_zero_for_wa, "၀ ၀.5 1၀ဦး ၀5 က ၀ က", "၀ ၀.5 1၀ဦး ၀5 က ၀ က"),
    (myanmar.fold_wa_for_zero, "2ဝ24 1ဝဝ ဝ9 5.ဝ 335,ဝဝဝ", "2၀24 1၀၀ ၀9 5.၀ 335,၀၀၀"),
    (myanmar.fold_wa_for_zero, "1ဝင်း 1ဝါ ကဝ5 ဝ ဝယ်", "1ဝင်း 1ဝါ ကဝ5 ဝ ဝယ်"),
    (myanmar.fold_zero, "1၀", "10"),
    (myanmar.fold_space_between_letters, "က ခ\n၏ ဂ", "ကခ၏ဂ"),
    (myanmar.fold_space_between_letters, "က 1 က၊ ဥ ီ a က", "က 1 က၊ ဥ ီ a က"),
]


@pytest.mark.parametrize(("fold", "text", "folded"), FOLDED)
def test_fold(fold: Callable[[Traced], Traced], text: str, folded: str) -> None:
    assert fold(Traced(text)).text == folded


def test_fold_every_fold_has_a_case() -> None:
    assert {fold for fold, _, _ in FOLDED} == set(myanmar.FOLDS)


def _chars(ranges: str) -> set[str]:
    """The characters of what stands inside []."""
    return set(re.findall(f"[{ranges}]", "".join(map(chr, range(0x10000)))))


def test_classes_are_unicodes_own() -> None:
    block = _chars(myanmar.BLOCKS)
    by_category: dict[str, set[str]] = {}
    for char in block:
        by_category.setdefault(unicodedata.category(char), set()).add(char)
    assert _chars(myanmar.LETTER) == by_category["Lo"] | {"၎"}
    assert _chars(myanmar.SIGN) == by_category["Mn"] | by_category["Mc"]
    assert _chars(myanmar.DIGIT) == by_category["Nd"]
