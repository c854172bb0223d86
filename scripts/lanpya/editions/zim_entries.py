"""Topics that share a page on the site, each as a page of its own for Kiwix.

Kiwix finds pages and not places on them, and names what it found by the page's title: a reader
who looks for a name gets the entry of that name, and not the list that it is on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from posixpath import dirname, join

from lanpya.editions.built_site import PAGE_SUFFIX
from lanpya.editions.links import resolve_link, write_link
from lanpya.editions.tags import read_text

ENTRY_RE = re.compile(r'<section class="card name" id="([^"]*)">.*?</section>\n', re.DOTALL)
HEADING_RE = re.compile(r"<h2>(.*?)</h2>", re.DOTALL)
TITLE_RE = re.compile(r"<title>[^<]*</title>")
MAIN_RE = re.compile(r'(<main id="[^"]*">\n).*(</main>)', re.DOTALL)
# Not those that stay on the page, to which its skip link leads.
ADDRESS_RE = re.compile(r'\b(href|src)="([^"#][^"]*)"')
SUMMARY_RE = re.compile(r'<p class="summary">.*?</p>', re.DOTALL)
# Where an entry leads to a page of its own, there is one.
HAS_PAGE = '<p class="onward">'


@dataclass(frozen=True)
class ZimEntry:
    """A page with one entry. topic: its id; title, summary, text: without markup."""

    topic: str
    url: str
    title: str
    summary: str
    text: str
    html: str


def carve_entries(url: str, html: str) -> Iterator[ZimEntry]:
    """A page for each entry of the page at url that leads to no page of its own."""
    folder = dirname(dirname(url))
    moved = _move(html, url, join(folder, "x"))
    shell = MAIN_RE.sub(r"\1\2", moved)
    for match in ENTRY_RE.finditer(moved):
        if HAS_PAGE not in match[0]:
            yield _carve(match[1], match[0], shell, folder)


def _carve(topic: str, section: str, shell: str, folder: str) -> ZimEntry:
    heading, summary = HEADING_RE.search(section), SUMMARY_RE.search(section)
    assert heading, topic
    assert summary, topic
    title = read_text(heading[1]).strip()
    body = section.replace(heading[0], f"<h1>{heading[1]}</h1>", 1)
    html = MAIN_RE.sub(lambda main: main[1] + body + main[2], shell)
    html = TITLE_RE.sub(lambda _: f"<title>{escape(title, quote=False)}</title>", html, count=1)
    url = join(folder, topic + PAGE_SUFFIX)
    return ZimEntry(topic, url, title, read_text(summary[0]), read_text(body), html)


def _move(html: str, url: str, new_url: str) -> str:
    """A page for another folder: its links lead where they led."""

    def write(match: re.Match[str]) -> str:
        target = resolve_link(url, match[2])
        return f'{match[1]}="{write_link(new_url, *target)}"' if target else match[0]

    return ADDRESS_RE.sub(write, html)
