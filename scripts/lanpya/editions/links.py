"""Where the links of a built page lead, and how they are written for a page in another place."""

from collections.abc import Callable
from functools import lru_cache
from posixpath import dirname, join, normpath, relpath
from urllib.parse import quote, unquote, urlsplit

from lxml.html import HtmlElement

from lanpya.site.addresses import SCHEME_RE

# Of a thousand works, what those pages link that are read one after the other.
KEPT = 2**14


def resolve_link(page_url: str, href: str) -> tuple[str, str] | None:
    """(url, fragment) of what a link of the page at page_url leads to, from the site's root.

    None for what leaves the site: https:, mailto:, data:.
    """
    if not href or href[0] in "#?":
        return page_url, unquote(urlsplit(href).fragment)
    return _resolve(dirname(page_url), href)


@lru_cache(KEPT)
def _resolve(folder: str, href: str) -> tuple[str, str] | None:
    if SCHEME_RE.match(href):
        return None
    parts = urlsplit(href)
    return normpath(join(folder, unquote(parts.path))), unquote(parts.fragment)


def write_link(page_url: str, url: str, fragment: str = "") -> str:
    """How the page at page_url links to another place below the same root."""
    path = "" if fragment and url == page_url else _write_path(dirname(page_url), url)
    return path + (f"#{quote(fragment, safe=':')}" if fragment else "")


@lru_cache(KEPT)
def _write_path(folder: str, url: str) -> str:
    return quote(relpath(f"/{url}", f"/{folder}"))


def rewrite_links(
    root: HtmlElement, page_url: str, place: Callable[[str, str], str | None]
) -> None:
    """Give each link and picture below root its new address.

    place: from a site's url and a fragment to the new address, or to None for what is not
    there any more: its link goes, its words stay; a picture goes. Links out of the site stay.
    """
    for element in list(root.iter("a", "img")):
        key = "href" if element.tag == "a" else "src"
        target = resolve_link(page_url, element.get(key, ""))
        if target is None:
            continue
        address = place(*target)
        if address is not None:
            element.set(key, address)
        elif element.tag == "a":
            element.drop_tag()
        else:
            element.drop_tree()
