"""The pages of a language as Kiwix is given them.

Kiwix has its own search and its own way out, and shows one archive at a time: so links to
the search, to other languages and out of the shell go, and so do all scripts. Its index
knows words only by the spaces around them. What Burmese has none between is therefore
written once more below each text, unseen, as every few syllables that stand side by side;
the library reads the index from a page's body alone, whatever else it is handed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from lanpya.editions.built_site import ARTICLE, BuiltPage
from lanpya.editions.chapters import drop_downloads, find_class
from lanpya.editions.links import resolve_link, rewrite_links, write_link
from lanpya.editions.publication import Publication
from lanpya.text.normal import display_form
from lanpya.text.syllables import join_neighbours

PAGE, TOPIC = "page", "topic"
LEFT_OUT = frozenset({"404", "exit", "search"})
# What an index of words should lead to; the rest are lists, which name everything.
SEARCHED = frozenset({ARTICLE, PAGE, TOPIC})
# In syllables. Longer names are those of the vocabulary, which are looked for as they are; one
# syllable more finds a few more words, and takes a fifth more time and room.
LONGEST_WORD = 3


@dataclass(frozen=True)
class ZimPage:
    """A page, ready to be put in. assets: urls of the files that it needs."""

    page: BuiltPage
    html: str
    assets: frozenset[str]
    is_searched: bool


def make_pages(publication: Publication, tag: str) -> Iterator[ZimPage]:
    """All pages of a language, in the order of their urls."""
    pages = [page for page in publication.site.pages[tag] if page.kind not in LEFT_OUT]
    kept = {page.url for page in pages}
    names = _find_names(publication, tag)
    for page in pages:
        root = page.parse()
        assets = _strip_head(root, page.url)
        _strip_shell(root, page.url, kept)
        main = root.find(".//main")
        assert main is not None, page.url
        drop_downloads(main)
        rewrite_links(main, page.url, _place(page.url, kept, assets, publication))
        if page.kind in SEARCHED:
            _add_words(main, page, names)
        html = "<!doctype html>\n" + lxml.html.tostring(root, encoding="unicode")
        yield ZimPage(page, html, frozenset(assets), page.kind in SEARCHED)


def _find_names(publication: Publication, tag: str) -> Mapping[str, list[str]]:
    """What each topic is called in any way that a reader of the language may know."""
    return {
        f"topics/{id_}": [topic.labels[tag], *topic.aliases.get(tag, ())]
        for id_, topic in publication.library.vocabulary.topics.items()
    }


def _strip_head(root: HtmlElement, url: str) -> set[str]:
    """Nothing is left in the head but titles and style. Returns the urls of the style."""
    assets = set()
    for element in list(root.iter("script", "link", "meta")):
        is_style = element.get("rel") == "stylesheet"
        if is_style:
            target = resolve_link(url, element.get("href", ""))
            assert target, url
            assets.add(target[0])
        elif element.tag != "meta" or "http-equiv" in element.attrib:
            element.drop_tree()
    return assets


def _strip_shell(root: HtmlElement, url: str, kept: set[str]) -> None:
    """Header and footer, without links to what is not in the archive."""
    for part in root.iter("header", "footer"):
        for link in list(part.iter("a")):
            target = resolve_link(url, link.get("href", ""))
            if target is None or target[0] not in kept:
                link.drop_tree()
        for holder in list(part.iter("nav", "p")):
            if not holder.text_content().strip(" ·\n"):
                holder.drop_tree()


def _place(
    url: str, kept: set[str], assets: set[str], publication: Publication
) -> Callable[[str, str], str | None]:
    def place(target: str, fragment: str) -> str | None:
        if target in kept:
            return write_link(url, target, fragment)
        if target in publication.site.files and not target.endswith(".html"):
            assets.add(target)
            return write_link(url, target)
        return None

    return place


def _add_words(main: HtmlElement, page: BuiltPage, names: Mapping[str, list[str]]) -> None:
    """Unseen below the text: what a reader may search for and no space sets apart."""
    if page.kind == TOPIC:
        shown = [*main.findall("h1"), *find_class(main, "standfirst")]
        own = names.get(page.uri, [])
        text = " ".join([*(one.text_content() for one in shown), *own])
    else:
        text, own = main.text_content(), []
    text = display_form(text)
    words = dict.fromkeys([*own, *_find_known(text, names), *join_neighbours(text, LONGEST_WORD)])
    if words:
        hidden = etree.SubElement(main, "div")
        hidden.set("hidden", "hidden")
        hidden.text = " ".join(words)


def _find_known(text: str, names: Mapping[str, list[str]]) -> Iterable[str]:
    """Names that stand in a text, also inside longer words."""
    return (name for all_names in names.values() for name in all_names if name in text)
