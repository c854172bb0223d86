"""One self-contained page a language: what is new, for those who have an older copy.

New and changed works stand in it whole, as the site shows them. Of works that are no longer
published it says how many there are and nothing else: what was taken back is not to be
named in a page that is passed on.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml.html import HtmlElement, tostring
from markupsafe import Markup

from lanpya.editions.built_site import BuiltPage, BuiltSite, BuiltWork
from lanpya.editions.edition import Shelf
from lanpya.editions.fonts import embed_style
from lanpya.editions.links import resolve_link
from lanpya.editions.manifest import TEXT_DIGITS, Manifest
from lanpya.editions.publication import Publication
from lanpya.editions.templates import make_environment
from lanpya.model import Language
from lanpya.text.dates import format_edtf

NEWS = "news"
TEMPLATE = "news.html"
ID_ATTRIBUTES = ("id", "for", "aria-describedby", "headers")
# Below the page's own heading; and many boxes of one name are no landmarks.
RENAMED = {"h5": "h6", "h4": "h5", "h3": "h4", "h2": "h3", "h1": "h2", "aside": "div"}
# Of no use without the rest of the site: the article's contents, and what else there is.
LEFT_OUT = (
    ".//details",
    ".//section[@aria-labelledby='x-topics']",
    ".//section[@aria-labelledby='x-related']",
)


@dataclass(frozen=True)
class NewsItem:
    """A work that is new, or has changed. anchor: where it stands in the page."""

    title: str
    language: str
    is_new: bool
    anchor: str
    html: Markup


def write_news(publication: Publication, language: Language, since: Manifest, shelf: Shelf) -> None:
    """The page of one language."""
    name = publication.file_name([language], "html", f"since-{since.version}")
    shelf.write(name, render_news(publication, language, since))


def render_news(publication: Publication, language: Language, since: Manifest) -> str:
    """The page's HTML. since: what the reader has."""
    tag = language.tag
    found = _new_works(publication, tag, since)
    anchors = {work.page.url: f"n{number}" for number, (work, _) in enumerate(found, 1)}
    environment = make_environment(publication.configuration)
    template = environment.get_template(TEMPLATE)
    values = {
        "items": [_item(publication.site, work, is_new, anchors) for work, is_new in found],
        "removed": _count_removed(publication, tag, since),
        "language": language,
        "words": publication.strings[tag],
        "site_name": publication.name(tag),
        "since": format_edtf(since.date, tag),
        "version": publication.version,
        "addresses": publication.addresses,
    }
    bare = template.render(style="", **values)
    style = Markup(embed_style(publication, bare))  # noqa: S704 -- our own sheet
    return template.render(style=style, **values)


def _new_works(publication: Publication, tag: str, since: Manifest) -> list[tuple[BuiltWork, bool]]:
    """Works that the old copy lacks, and works whose words it has otherwise; the newest first."""
    old = {entry.path: entry.text for entry in since.site}
    return [
        (work, work.page.url not in old)
        for work in publication.works(tag)
        if old.get(work.page.url) != work.page.text_digest[:TEXT_DIGITS]
    ]


def _count_removed(publication: Publication, tag: str, since: Manifest) -> int:
    """How many articles of a language are no longer there."""
    site = publication.site
    gone = [one.path for one in since.site if one.text and one.path not in site.files]
    return sum(site.split(path)[0] == tag for path in gone)


def _item(site: BuiltSite, work: BuiltWork, is_new: bool, anchors: Mapping[str, str]) -> NewsItem:
    anchor = anchors[work.page.url]
    article = work.page.parse().find(".//article[@class='work']")
    assert article is not None, work.page.url
    for path in LEFT_OUT:
        for element in article.findall(path):
            element.drop_tree()
    for element in list(article.iter()):
        if isinstance(element.tag, str):
            element.tag = RENAMED.get(element.tag, element.tag)
            element.attrib.pop("aria-labelledby", None)
            _rename_ids(element, anchor)
            _lead_inside(element, site, work.page, anchors)
    html = tostring(article, encoding="unicode", with_tail=False)
    # The site's own markup, from which nothing was taken apart but addresses and ids.
    return NewsItem(work.page.title, work.text.language, is_new, anchor, Markup(html))  # noqa: S704


def _rename_ids(element: HtmlElement, anchor: str) -> None:
    """Articles share ids, which a page may have but once."""
    for name in ID_ATTRIBUTES:
        if value := element.get(name):
            element.set(name, " ".join(f"{anchor}-{one}" for one in value.split()))


def _lead_inside(
    element: HtmlElement, site: BuiltSite, page: BuiltPage, anchors: Mapping[str, str]
) -> None:
    """Links to works of this page lead there, other ones to the site; images are inside."""
    href, src = element.get("href"), element.get("src")
    if href and href.startswith("#"):
        element.set("href", f"#{anchors[page.url]}-{href[1:]}")
    elif href and (target := resolve_link(page.url, href)):
        url, fragment = target
        if anchor := anchors.get(url):
            element.set("href", f"#{anchor}-{fragment}" if fragment else f"#{anchor}")
        else:
            element.set("href", urljoin(urljoin(site.address, page.url), href))
    if src and (target := resolve_link(page.url, src)):
        element.set("src", site.data_address(target[0]))
