"""The pages of a language as Kiwix is given them.

Kiwix has its own search and its own way out, and shows one archive at a time: so links to
the search, to other languages and out of the shell go, and so do all scripts. Works on the
HTML that our templates write, as text: nearly all of a page stays as it is.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from posixpath import splitext

from lanpya.content.routes import topic_uri
from lanpya.editions.built_site import ARTICLE, BuiltPage
from lanpya.editions.links import resolve_link
from lanpya.editions.media_types import MEDIA_TYPES
from lanpya.editions.publication import Publication
from lanpya.editions.tags import (
    ATTRIBUTES,
    LINK_RE,
    PICTURE_RE,
    read_attributes,
    read_text,
)
from lanpya.editions.zim_entries import carve_entries
from lanpya.editions.zim_words import Name, Words, find_words, make_name
from lanpya.site.addresses import SCHEME_RE

HOME, PAGE, TOPIC = "home", "page", "topic"
FOOTER_END = "</footer>"
LEFT_OUT = frozenset({"404", "downloads", "exit", "search"})
# What an index of words should lead to; the rest are lists, which name everything.
SEARCHED = frozenset({ARTICLE, PAGE, TOPIC})
MIME_TYPES = MEDIA_TYPES | {".txt": "text/plain"}
SCRIPT_RE = re.compile(r"<script\b.*?</script>\n?", re.DOTALL)
HEAD_RE = re.compile(rf"<(link|meta)\b({ATTRIBUTES})>\n?")
NOTHING_RE = re.compile(r"<(nav|p)\b[^>]*>(?:[ ·\n]|<(?!/?\1\b)[^>]*>)*</\1>\n?")
SHOWN_RE = re.compile(r'<h1\b[^>]*>.*?</h1>|<p class="standfirst">.*?</p>', re.DOTALL)


@dataclass(frozen=True)
class ZimPage:
    """A page, ready to be put in. words: that it is found by; None where no search leads to it."""

    url: str
    title: str
    html: str
    words: Words | None


class ZimPages:
    """All pages of a language. assets: urls of the files that those made so far need.

    Everything stands where it does on the site, so a link is left as it is, or goes.
    """

    def __init__(self, publication: Publication, tag: str) -> None:
        self._pages = [page for page in publication.site.pages[tag] if page.kind not in LEFT_OUT]
        self._kept = {page.url for page in self._pages}
        self._files = publication.site.files
        self._whereabouts = f"<p>{escape(publication.whereabouts(tag))}</p>\n"
        self._names = _find_names(publication, tag)
        self._targets: dict[tuple[str, str], str | None] = {}
        self.assets: set[str] = set()

    def make(self) -> Iterator[ZimPage]:
        """In the order of their urls; the entries of a page that topics share follow it."""
        all_names = dict.fromkeys(name for own in self._names.values() for name in own)
        names = [name for name in map(make_name, all_names) if name]
        for page in self._pages:
            html = SCRIPT_RE.sub("", page.html)
            start, end = html.index("<main"), html.rindex("</main>")
            head, mark, top = html[:start].partition("</head>")
            main = self._cut_main(html[start:end], page.url)
            shell = [self._cut_shell(part, page.url) for part in (top, html[end:])]
            if page.kind == HOME:
                shell[1] = shell[1].replace(FOOTER_END, self._whereabouts + FOOTER_END)
            made = "".join((self._cut_head(head, page.url), mark, shell[0], main, shell[1]))
            yield ZimPage(page.url, page.title, made, self._find_words(page, main, names))
            for entry in carve_entries(page.url, made) if page.entries else ():
                own = self._names[topic_uri(entry.topic)]
                words = " ".join([entry.title, entry.summary, *own])
                found = find_words(entry.title, entry.text, words, names)
                yield ZimPage(entry.url, entry.title, entry.html, found)

    def _cut_head(self, head: str, url: str) -> str:
        """Nothing is left but titles and style."""

        def cut(match: re.Match[str]) -> str:
            attributes = read_attributes(match[2])
            if match[1] == "meta":
                return "" if "http-equiv" in attributes else match[0]
            is_style = attributes.get("rel") == "stylesheet"
            return match[0] if is_style and self._is_there(url, attributes["href"]) else ""

        return HEAD_RE.sub(cut, head)

    def _cut_shell(self, shell: str, url: str) -> str:
        """Header or footer, without links to what is not a page of the archive."""

        def cut(match: re.Match[str]) -> str:
            href = read_attributes(match[1]).get("href", "")
            return match[0] if self._find_target(url, href) in self._kept else ""

        return NOTHING_RE.sub("", LINK_RE.sub(cut, shell))

    def _cut_main(self, main: str, url: str) -> str:
        """Links lead to what is in the archive, or out of it; of others, words are left."""

        def cut_link(match: re.Match[str]) -> str:
            attributes = read_attributes(match[1])
            if "download" in attributes:  # whoever reads it here has saved it already
                return ""
            return match[0] if self._is_there(url, attributes.get("href", "")) else match[2]

        def cut_picture(match: re.Match[str]) -> str:
            source = read_attributes(match[1]).get("src", "")
            return match[0] if self._is_there(url, source) else ""

        return LINK_RE.sub(cut_link, PICTURE_RE.sub(cut_picture, main))

    def _is_there(self, url: str, address: str) -> bool:
        """Whether it leads to anything; a file that it leads to is put into the archive."""
        target = self._find_target(url, address)
        if target is None or target in self._kept:
            return True
        if target not in self._files or splitext(target)[1].lower() not in MIME_TYPES:
            return False
        self.assets.add(target)
        return True

    def _find_target(self, url: str, address: str) -> str | None:
        """The url that an address on the page at url leads to; None for what leaves the site."""
        if SCHEME_RE.match(address):
            return None
        place = address.partition("#")[0]
        if not place:
            return url
        key = (url.rpartition("/")[0], place)
        if key not in self._targets:
            found = resolve_link(url, place)
            self._targets[key] = found[0] if found else None
        return self._targets[key]

    def _find_words(self, page: BuiltPage, main: str, names: list[Name]) -> Words | None:
        if page.kind not in SEARCHED:
            return None
        text = read_text(main)
        if page.kind != TOPIC:
            return find_words(page.title, text, text, names)
        shown = (read_text(match[0]) for match in SHOWN_RE.finditer(main))
        own = self._names.get(page.uri, ())
        return find_words(page.title, text, " ".join([*shown, *own]), names)


def _find_names(publication: Publication, tag: str) -> Mapping[str, list[str]]:
    """What each topic is called in any way that a reader of the language may know."""
    return {
        topic_uri(id_): [topic.labels[tag], *topic.aliases.get(tag, ())]
        for id_, topic in publication.library.vocabulary.topics.items()
    }
