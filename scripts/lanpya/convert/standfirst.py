"""The standfirst: the sentence or two between title and text that sum it up.

It is told by a label, by standing between the title and the byline, by being repeated
further down, or by having no full stop where the text starts.
"""

import re

from lanpya.convert.article import Article, Claim, first_claim
from lanpya.convert.captions import is_caption
from lanpya.convert.language import find_script
from lanpya.convert.markers import has_list_marker
from lanpya.convert.punctuation import ends_with_full_stop
from lanpya.convert.result import Confidence
from lanpya.text.syllables import count_words

NO_LETTER_RE = re.compile(r"[\W_]+")
MAX_WORDS = 90
MIN_WORDS = 8
MIN_WORDS_BETWEEN = 4
MIN_REPEATED = 40
# How far below the head a standfirst may stand.
REACH = 3


def find_standfirst(article: Article, title: Claim | None) -> Claim | None:
    """The standfirst, as a claim on `description`."""
    below = _title_index(title)
    return first_claim(
        (
            _labelled(article),
            _repeated(article, below),
            _between(article, below),
            _unstopped(article, below),
        )
    )


def _title_index(title: Claim | None) -> int | None:
    return max(title.taken) if title and title.taken else None


def _labelled(article: Article) -> Claim | None:
    for index, metaline in article.strong_head():
        for part in metaline.of_kind("description"):
            return article.claim("description", index, part.text, "description-label")
    return None


def _repeated(article: Article, title: int | None) -> Claim | None:
    """One of the first chunks, where the text below says it again word for word."""
    start = 0 if title is None else title + 1
    for index in range(start, min(article.head_end + REACH, len(article.chunks) - 1)):
        text = article.chunks[index].text
        if not _can_be(article, index) or len(text) < MIN_REPEATED:
            continue
        below = "|".join(chunk.text for chunk in article.chunks[index + 1 :])
        if _folded(text) in _folded(below):
            return article.claim("description", index, text, "repeated-below")
    return None


def _between(article: Article, title: int | None) -> Claim | None:
    """A line between the title and the byline or date."""
    last = max((index for index, _ in article.strong_head()), default=-1)
    if title is None:
        return None
    script = find_script(article.chunks[title].text)
    for index in range(title + 1, last):
        text = article.chunks[index].text
        # The title again in another language is no standfirst.
        if (
            find_script(text) == script
            and _can_be(article, index)
            and count_words(text) >= MIN_WORDS_BETWEEN
        ):
            return article.claim("description", index, text, "below-title", Confidence.MEDIUM)
    return None


def _unstopped(article: Article, title: int | None) -> Claim | None:
    """A sentence without its full stop, right above the text."""
    if title is None:
        return None
    for index in range(title + 1, article.head_end):
        text = article.chunks[index].text
        if (
            _can_be(article, index)
            and count_words(text) >= MIN_WORDS
            and not ends_with_full_stop(text)
            and not text.endswith(":")
        ):
            return article.claim("description", index, text, "above-text", Confidence.MEDIUM)
    return None


def _can_be(article: Article, index: int) -> bool:
    text = article.chunks[index].text
    return (
        index not in article.metalines
        and count_words(text) <= MAX_WORDS
        and not is_caption(text)
        and not has_list_marker(text)
    )


def _folded(text: str) -> str:
    return NO_LETTER_RE.sub("", text.casefold())
