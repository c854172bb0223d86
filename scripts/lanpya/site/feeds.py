"""What machines read of the whole site: an Atom feed a language, the sitemap, robots.txt.

Only what is there in a language is in its feed; a fallback is in none. Dates are those
of the works, never of the build, so that the same input gives the same bytes.
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from lanpya.model import Library, Work
from lanpya.site.addresses import Addresses
from lanpya.site.plan import PlannedPage
from lanpya.site.topic_places import TopicPlaces
from lanpya.text.dates import parse_edtf

ATOM = "http://www.w3.org/2005/Atom"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
FEED_LENGTH = 20
SITEMAP_LENGTH = 50_000  # entries in one file: sitemaps.org
EPOCH = "1970-01-01T00:00:00Z"


def feed_url(addresses: Addresses, language: str) -> str:
    """Where a language's feed stands, from the root of the site."""
    return f"{addresses.prefix(language)}feed.xml"


def render_feed(
    library: Library,
    places: TopicPlaces,
    language: str,
    addresses: Addresses,
    title: str,
    author: str,
) -> str:
    """The newest works of a language as Atom (RFC 4287). author: the name of the site."""
    works = [work for work in library.works.values() if language in work.pages][:FEED_LENGTH]
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": language})
    own = addresses.absolute(feed_url(addresses, language))
    home = addresses.absolute(addresses.url("index", language))
    SubElement(feed, "id").text = own
    SubElement(feed, "title").text = title
    SubElement(feed, "updated").text = max((_timestamp(work) for work in works), default=EPOCH)
    SubElement(feed, "link", {"rel": "self", "href": own})
    SubElement(feed, "link", {"rel": "alternate", "href": home, "hreflang": language})
    SubElement(SubElement(feed, "author"), "name").text = author
    for work in works:
        _entry(feed, work, language, library, places, addresses)
    return _serialise(feed)


def _entry(
    feed: Element,
    work: Work,
    language: str,
    library: Library,
    places: TopicPlaces,
    addresses: Addresses,
) -> None:
    page = work.pages[language]
    entry = SubElement(feed, "entry")
    url = addresses.absolute(addresses.url(work.uri, language))
    SubElement(entry, "id").text = url
    SubElement(entry, "title").text = page.title
    SubElement(entry, "updated").text = _timestamp(work)
    SubElement(entry, "link", {"rel": "alternate", "href": url, "hreflang": language})
    SubElement(entry, "summary").text = page.description
    for id_ in work.about:
        term = {
            "term": id_,
            "scheme": addresses.absolute(addresses.url(places.uri(id_, language), language)),
            "label": library.vocabulary.topics[id_].labels[language],
        }
        SubElement(entry, "category", term)


def _timestamp(work: Work) -> str:
    """RFC 3339. A source's time without a zone is left out rather than guessed at."""
    return f"{parse_edtf(work.published).first_day.isoformat()}T00:00:00Z"


def render_sitemaps(pages: Iterable[PlannedPage], addresses: Addresses) -> dict[str, str]:
    """The sitemap, by file name; an index with parts where it outgrows one file."""
    listed = [page for page in pages if page.is_listed]
    chunks = [listed[n : n + SITEMAP_LENGTH] for n in range(0, len(listed), SITEMAP_LENGTH)]
    parts = [_render_part(chunk, addresses) for chunk in chunks]
    if len(parts) == 1:
        return {"sitemap.xml": parts[0]}
    files = {f"sitemap-{n}.xml": part for n, part in enumerate(parts, 1)}
    index = Element("sitemapindex", {"xmlns": SITEMAP})
    for name in files:
        SubElement(SubElement(index, "sitemap"), "loc").text = addresses.absolute(name)
    return {"sitemap.xml": _serialise(index), **files}


def _render_part(pages: list[PlannedPage], addresses: Addresses) -> str:
    root = Element("urlset", {"xmlns": SITEMAP, "xmlns:xhtml": XHTML})
    for page in pages:
        url = SubElement(root, "url")
        SubElement(url, "loc").text = addresses.absolute(addresses.url(page.uri, page.language))
        for language, href in alternates(page, addresses):
            attributes = {"rel": "alternate", "hreflang": language, "href": href}
            SubElement(url, "xhtml:link", attributes)
    return _serialise(root)


def canonical(page: PlannedPage, addresses: Addresses) -> str:
    """The one address of what is on a page; a fallback's is that of the original."""
    return addresses.absolute(addresses.url(page.uri, page.body_language))


def alternates(page: PlannedPage, addresses: Addresses) -> list[tuple[str, str]]:
    """(hreflang, absolute address) in all languages, the page itself included, then x-default.

    A text is named only in the languages that it is really there in.
    """
    there = page.languages
    urls = {
        tag: addresses.url(page.alternates[tag], tag) for tag in page.alternates if tag in there
    }
    default = addresses.default if addresses.default in urls else next(iter(urls))
    pairs = [*urls.items(), ("x-default", urls[default])]
    return [(tag, addresses.absolute(url)) for tag, url in pairs]


def render_robots(addresses: Addresses) -> str:
    """Everybody may read everything."""
    return f"User-agent: *\nAllow: /\nSitemap: {addresses.absolute('sitemap.xml')}\n"


def _serialise(root: Element) -> str:
    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"
