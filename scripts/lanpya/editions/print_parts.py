"""An article, taken apart for paper: its links numbered, what only a screen needs left out.

Works on the offprint, which our own template writes, as text: all that it says, and nothing of
its shell. Parsed, a thousand would take three seconds instead of one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import unquote

from markupsafe import Markup, escape

from lanpya.editions.built_site import BuiltPage, BuiltSite, BuiltWork
from lanpya.editions.publication import Publication
from lanpya.editions.tags import LINK_RE, read_attributes, read_text
from lanpya.site.offprints import offprint_url
from lanpya.site.strings import Strings

CANONICAL_RE = re.compile(r'<link rel="canonical" href="([^"]*)">')
ARTICLE_RE = re.compile(r"<article>(.*)</article>.*<footer\b[^>]*>(.*)</footer>", re.DOTALL)
# What an article begins with: its title, what it is about, where it is from, a notice.
HEAD_RE = re.compile(r"(?:\s*<(h1|p)\b.*?</\1>)+", re.DOTALL)
SOURCE_RE = re.compile(r'<aside class="box source".*?</aside>', re.DOTALL)
TEXT_END = "</div>"
TERM_END = "</dt>"
# The contents, which fold; bars, which are full of ink; ways back from notes.
UNWANTED_RE = re.compile(
    r'<details class="contents">.*?</details>|<svg class="bar".*?</svg>'
    r'|<a\b[^<>]*\bclass="footnote-backref"[^<>]*>.*?</a>',
    re.DOTALL,
)
WHITE_SPACE_RE = re.compile(r"\s+")


@dataclass(frozen=True)
class PrintedLink:
    """What a number in the text stands for. text: an address, or a title of the site's own."""

    number: str
    text: str
    is_title: bool


@dataclass(frozen=True)
class PrintSheet:
    """An article's parts, in the order that they have on paper."""

    work: BuiltWork
    address: str
    head: Markup
    text: Markup
    tables: Markup
    source: Markup
    foot: Markup
    links: Sequence[PrintedLink]

    @property
    def title(self) -> str:
        """The article's."""
        return self.work.page.title


@dataclass
class LinkNumbers:
    """Numbers the links of one sheet; those that lead to one place share theirs."""

    site: BuiltSite
    words: Strings
    links: dict[str, PrintedLink] = field(default_factory=dict)

    def add(self, html: str) -> str:
        """A number behind each link that leaves the sheet and is not its own address."""
        return LINK_RE.sub(self._add, html)

    def _add(self, match: re.Match[str]) -> str:
        href = read_attributes(match[1]).get("href", "")
        if href.startswith("#"):
            return match[0]
        page = self._page(href)
        target = page.title if page else href.removeprefix("mailto:")
        kept = match[2] if page else match[0]
        if WHITE_SPACE_RE.sub(" ", read_text(match[2])).strip() in (target, href):
            return kept
        return f"{kept}<sup>[{self._number(target, page is not None)}]</sup>"

    def _number(self, target: str, is_title: bool) -> str:
        if target not in self.links:
            number = self.words.number(len(self.links) + 1)
            self.links[target] = PrintedLink(number, target, is_title)
        return self.links[target].number

    def _page(self, href: str) -> BuiltPage | None:
        """The page of the site that an address is of; an offprint has whole addresses only."""
        if not href.startswith(self.site.address):
            return None
        found = self.site.files.get(unquote(href.removeprefix(self.site.address).partition("#")[0]))
        return found if isinstance(found, BuiltPage) else None


def read_sheet(publication: Publication, work: BuiltWork) -> PrintSheet:
    """The parts of the work's offprint."""
    html = publication.site.files[offprint_url(work.page.url)].read_bytes().decode()
    canonical, found = CANONICAL_RE.search(html), ARTICLE_RE.search(html)
    assert canonical, work.page.url
    assert found, work.page.url
    words = publication.strings[work.page.language]
    numbers = LinkNumbers(publication.site, words)
    article, foot = UNWANTED_RE.sub("", found[1]), found[2]
    source = SOURCE_RE.search(article)
    assert source, work.page.url
    article = numbers.add(article.replace(source[0], "", 1))
    head = HEAD_RE.match(article)
    assert head, work.page.url
    # Behind the text there are tables and lists, and no <div>.
    end = article.rindex(TEXT_END) + len(TEXT_END)
    term_end = f"{escape(words('offprint.colon'))}{TERM_END}"
    return PrintSheet(
        work,
        address=unescape(canonical[1]),
        head=_mark(head[0]),
        text=_mark(article[head.end() : end]),
        tables=_mark(article[end:]),
        source=_mark(numbers.add(source[0]).replace(TERM_END, term_end)),
        foot=_mark(numbers.add(foot)),
        links=list(numbers.links.values()),
    )


def _mark(html: str) -> Markup:
    return Markup(html.strip())  # noqa: S704 -- of our own page
