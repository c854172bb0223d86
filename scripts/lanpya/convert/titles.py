"""The title: a label, or the first line of the head that has the form of one.

There is deliberately no title made of the first words of a text here: where the source
has none, the title is missing, and `review` may propose one that says it is made up.
"""

import re

from lanpya.convert.article import Article, Claim
from lanpya.convert.captions import is_caption
from lanpya.convert.names import is_known_publication, is_publication, looks_like_name
from lanpya.convert.punctuation import is_caseless, is_statement
from lanpya.convert.result import Confidence
from lanpya.convert.wording import read_wording

MAX_LENGTH = 260
MAX_WORDS = 35
MAX_SENTENCE_WORDS = 22
MAX_SITE_WORDS = 5
NAVIGATION = frozenset({"menu", "breadcrumbs", "page-anchor", "language-switch"})
WEAK_KINDS = frozenset({"section", "publisher", "agency"})
SUFFIX_RE = re.compile(r"^(?P<title>.{10,}\S)\s+(?P<mark>[|–—-])\s+(?P<site>[^|–—]{2,50})$")


def find_title(article: Article) -> Claim | None:
    """The title, or None. A second line that says the same is taken with it."""
    claim = _labelled_title(article) or _title_by_place(article)
    if claim is None:
        return None
    wanted = _folded(str(claim.datum.value))
    repeats = {
        index: ""
        for index in range(article.head_end)
        if _folded(article.chunks[index].text) == wanted
    }
    return Claim(claim.name, claim.datum, {**repeats, **claim.taken})


def split_site(text: str) -> tuple[str, str | None]:
    """A window's title, "Title | Site", as (title, site); site is None where there is none."""
    match = SUFFIX_RE.match(text)
    if match is None:
        return text, None
    # A dash stands in titles too; only a paper that is known may follow it.
    is_site = is_publication if match["mark"] == "|" else is_known_publication
    return (match["title"], match["site"]) if is_site(match["site"]) else (text, None)


def _labelled_title(article: Article) -> Claim | None:
    for index, metaline in article.strong_head():
        for part in metaline.of_kind("title"):
            return article.claim("title", index, part.text, "title-label")
    return None


def _title_by_place(article: Article) -> Claim | None:
    """The first line that could be one; the name of a section or site only for want of others."""
    candidates = [index for index in range(article.head_end) if _is_candidate(article, index)]
    if not candidates:
        return None
    index = next((one for one in candidates if not _is_weak(article, one)), candidates[0])
    if _is_weak(article, index) and not _can_stand_alone(article, index):
        return None
    title, _ = split_site(article.chunks[index].text)
    rule = "title-line" if any(True for _ in article.strong_head()) else "first-line"
    return article.claim("title", index, title, rule, Confidence.MEDIUM)


def _is_candidate(article: Article, index: int) -> bool:
    metaline = article.metalines.get(index)
    if metaline and metaline.is_strong and not (metaline.is_doubtful and index == 0):
        return False
    return has_title_form(article.chunks[index].text) or _is_sentence_title(article, index)


def has_title_form(text: str) -> bool:
    """Whether a text is as long as titles are and does not end like a statement."""
    if len(text) > MAX_LENGTH or len(text.split()) > MAX_WORDS:
        return False
    if is_caption(text) or text.endswith((":", ";", ",")):
        return False
    if is_statement(text):
        return False
    return any(char.isalpha() for char in text) and not text.startswith(("(", "[", "@"))


def _is_sentence_title(article: Article, index: int) -> bool:
    """A first line with a full stop, right above a byline or a date."""
    text = article.chunks[index].text
    below = article.metalines.get(index + 1)
    return (
        index == 0
        and below is not None
        and below.is_strong
        and len(text.split()) <= MAX_SENTENCE_WORDS
        and not is_caption(text)
    )


def _is_weak(article: Article, index: int) -> bool:
    """Whether a line is rather a section's, a paper's or a site's name, or a part's heading."""
    text = article.chunks[index].text
    metaline = article.metalines.get(index)
    if metaline and any(part.kind in WEAK_KINDS for part in metaline.parts):
        return True
    if is_site_name(article, index) or read_wording().is_whole("generic_headings", text):
        return True
    return len(text.split()) == 1 and not is_caseless(text)


def is_site_name(article: Article, index: int) -> bool:
    """Whether a short name on top of the page has the page's navigation right below it."""
    chunk = article.chunks[index]
    if index > 1 or not looks_like_name(chunk.text) or len(chunk.text.split()) > MAX_SITE_WORDS:
        return False
    below = article.chunks[index + 1].first_line if index + 1 < len(article.chunks) else 0
    return any(
        one.rule in NAVIGATION and chunk.last_line < one.line < below for one in article.dropped
    )


def _can_stand_alone(article: Article, index: int) -> bool:
    """Whether a weak line may still be the title: nothing else is, and it heads the page."""
    text = article.chunks[index].text
    return index == 0 and not read_wording().is_whole("generic_headings", text)


def _folded(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
