"""Which languages have rules of their own, and how a tag finds them."""

from lanpya.text import english, myanmar
from lanpya.text.rules import LanguageRules

ALL_RULES = (english.RULES, myanmar.RULES)
_BY_TAG = {rules.tag: rules for rules in ALL_RULES}


def rules_for(tag: str) -> LanguageRules | None:
    """The rules of a BCP 47 tag ("my", "en-GB"), or None where ICU has to answer."""
    return _BY_TAG.get(tag.partition("-")[0].lower())
