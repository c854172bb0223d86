"""The search index: one classic script a language, fetched when the reader searches.

A script and not JSON, because a page that is opened from a file may load scripts and
nothing else. It holds the text of the works as it is; the folding of spellings is done by
text.js, which is held to the same vectors as `lanpya.text`.
"""

import json
from collections.abc import Mapping

from lanpya.model import Library
from lanpya.site.addresses import Addresses
from lanpya.site.contents import Content
from lanpya.site.listings import year_of
from lanpya.text.dates import format_edtf


def index_url(language: str) -> str:
    """Where a language's index stands, from the root of the site."""
    return f"search/{language}.js"


def render_search_index(
    library: Library,
    language: str,
    addresses: Addresses,
    contents: Mapping[tuple[str, str], Content],
) -> str:
    """A call of `lanpya.search.add(language, works)` with the works of a language.

    A work is [url from the root, title, date, year, topic ids, text]. Works that are there
    only as a fallback are left out: their text is in the index of their own language.
    """
    rows = []
    for work in library.works.values():
        page = work.pages.get(language)
        if page is None:
            continue
        parts = [page.description, *page.key_points, contents[work.uri, language].text]
        rows.append(
            [
                addresses.url(work.uri, language),
                page.title,
                format_edtf(work.published, language),
                year_of(work),
                list(work.topics),
                "\n".join(parts),
            ]
        )
    data = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    # These two end a line in JavaScript before ES2019, though not in JSON.
    data = data.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"lanpya.search.add({json.dumps(language)},{data});\n"
