"""A built site as readers and programs find it: its files, and its pages taken apart."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib

SITE_URL = "https://lanpya.example/"
OFFPRINTS = "assets/offprints/"
EDITIONS = "downloads/"  # beside the site, and not of it
ADDRESSES = ("href", "src", "data-font", "action")


@dataclass(frozen=True)
class BuiltPage:
    """One page. url: from the root of the site."""

    url: str
    html: str

    @cached_property
    def _parsed(self) -> tuple[Element, list[str]]:
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        tree: Element = parser.parse(self.html)
        return tree, [f"{code} at {place}" for place, code, _ in parser.errors]

    @property
    def tree(self) -> Element:
        """The document as a browser has it."""
        return self._parsed[0]

    @property
    def errors(self) -> list[str]:
        """What an HTML parser finds wrong."""
        return self._parsed[1]

    @property
    def language(self) -> str:
        """The language of the reader."""
        return self.tree.get("lang", "")

    @cached_property
    def elements(self) -> list[Element]:
        """All elements in document order."""
        return list(self.tree.iter())

    def find(self, tag: str, **attributes: str) -> list[Element]:
        """Elements by tag and attributes; `http_equiv` stands for http-equiv."""
        wanted = {name.replace("_", "-"): value for name, value in attributes.items()}
        return [
            element
            for element in self.elements
            if element.tag == tag and wanted.items() <= element.attrib.items()
        ]

    @cached_property
    def ids(self) -> list[str]:
        """Every id, twice if it is there twice."""
        return [element.attrib["id"] for element in self.elements if "id" in element.attrib]

    def addresses(self) -> Iterator[tuple[Element, str]]:
        """Every address in an attribute, with its element."""
        for element in self.elements:
            for name in ADDRESSES:
                if name in element.attrib:
                    yield element, element.attrib[name]

    def absolute(self, address: str) -> str:
        """Where an address leads when the page is served where it should be."""
        return urljoin(SITE_URL + self.url, address)


class BuiltSite:
    """A site's folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files = {
            path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
        }

    @cached_property
    def pages(self) -> dict[str, BuiltPage]:
        """Every page by its url."""
        return {url: BuiltPage(url, self.read(url)) for url in sorted(self.files) if _is_page(url)}

    @cached_property
    def offprints(self) -> dict[str, BuiltPage]:
        """Every article's file of its own, by the url of its page."""
        found = sorted(file for file in self.files if file.startswith(OFFPRINTS))
        return {url.removeprefix(OFFPRINTS): BuiltPage(url, self.read(url)) for url in found}

    @property
    def readers_pages(self) -> dict[str, BuiltPage]:
        """The pages but for those that have no shell: not found, and where Exit leads."""
        return {
            url: page
            for url, page in self.pages.items()
            if not url.endswith(("404.html", "exit.html"))
        }

    def read(self, url: str) -> str:
        """A text file of the site."""
        return (self.folder / url).read_text(encoding="utf-8")

    def lead(self, absolute: str) -> tuple[str, str] | None:
        """The file, from the root of the site, and the anchor of an address; None elsewhere."""
        if not absolute.startswith(SITE_URL) or absolute.startswith(SITE_URL + EDITIONS):
            return None
        parts = urlsplit(absolute)
        return unquote(parts.path).removeprefix("/"), unquote(parts.fragment)


def _is_page(url: str) -> bool:
    return url.endswith(".html") and not url.startswith(OFFPRINTS)
