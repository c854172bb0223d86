"""schema.org data (JSON-LD) for search engines and archives."""

import json
from collections.abc import Mapping
from typing import Any

from lanpya.model import Library, Page, RightsMode, Work
from lanpya.site.addresses import Addresses
from lanpya.site.cards import machine_date
from lanpya.site.plan import PlannedPage

CONTENT_LICENSE = "https://creativecommons.org/licenses/by/4.0/"


def render_structured_data(
    planned: PlannedPage, library: Library, addresses: Addresses, site_name: str
) -> str | None:
    """JSON for a <script type="application/ld+json">, or None for pages that need none.

    Safe inside HTML: no `<`, `>` or `&` is left as it is.
    """
    if planned.kind == "home":
        data = _site(planned, addresses, site_name)
    elif planned.work and planned.page and not planned.is_fallback:
        data = _article(planned.work, planned.page, library, addresses, site_name)
    else:
        return None
    whole = {"@context": "https://schema.org", **data}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _site(planned: PlannedPage, addresses: Addresses, site_name: str) -> Mapping[str, Any]:
    return {
        "@type": "WebSite",
        "name": site_name,
        "description": planned.description,
        "inLanguage": planned.language,
        "url": addresses.absolute(addresses.url(planned.uri, planned.language)),
    }


def _article(
    work: Work, page: Page, library: Library, addresses: Addresses, site_name: str
) -> Mapping[str, Any]:
    def address(uri: str, language: str) -> str:
        return addresses.absolute(addresses.url(uri, language))

    def things(ids: tuple[str, ...]) -> list[Mapping[str, str]]:
        topics = library.vocabulary.topics
        return [{"@type": "Thing", "name": topics[id_].labels[page.language]} for id_ in ids]

    url = address(work.uri, page.language)
    data: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": page.title,
        "description": page.description,
        "inLanguage": page.language,
        "url": url,
        "datePublished": machine_date(work.published),
        "publisher": {"@type": "Organization", "name": site_name},
        "about": things(work.about),
        "mentions": things(work.mentions),
    }
    if source := _source(work):
        data["isBasedOn"] = {"@type": "CreativeWork", **source}
    if work.rights.mode is not RightsMode.FULL:
        data["license"] = CONTENT_LICENSE
    if page.translation:
        data["translationOfWork"] = {"@id": address(work.uri, work.original.language)}
    else:
        others = [{"@id": address(work.uri, tag)} for tag in work.translations]
        data |= {"workTranslation": others} if others else {}
    if page.credit:
        role = "translator" if page.translation else "author"
        data[role] = [{"@type": "Person", "name": name} for name in page.credit]
    return data


def _source(work: Work) -> Mapping[str, Any]:
    source = work.source
    known = {
        "name": source.title,
        "url": source.url,
        "publisher": source.publisher or source.agency,
        "author": list(source.authors),
        "copyrightHolder": work.rights.holder,
    }
    return {key: value for key, value in known.items() if value}
