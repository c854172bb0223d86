"""Length as readers see it, for titles that have to be short."""

from itertools import islice

from lanpya.text import cldr, myanmar


def count_graphemes(text: str) -> int:
    """User-perceived characters: ကြို့ is one, and so is an emoji of several code points."""
    return sum(1 for _ in cldr.grapheme_ends(text))


def truncate_graphemes(text: str, limit: int) -> str:
    """The longest beginning of a text in NFC that fits; the text itself where it does.

    limit: graphemes, not code points. Splits neither a grapheme nor a Burmese syllable, so the
    result may be shorter than the limit, and empty where the first syllable does not fit.
    """
    ends = [0, *islice(cldr.grapheme_ends(text), limit + 1)]
    if len(ends) <= limit + 1:
        return text
    end = ends[limit]
    for syllable in myanmar.SPOKEN_RE.finditer(text):
        if syllable.end() > end:
            end = min(end, syllable.start())
            break
    return text[:end].rstrip()
