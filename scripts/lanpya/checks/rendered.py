"""Pages as the rules see them: rendered once, with every link's place in the source."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import markdown

from lanpya.content.library import Reading
from lanpya.content.markup import LinkTreeprocessor, create_markdown
from lanpya.model import Page

CODE_RE = re.compile(r"^(?P<fence>```+|~~~+).*?^(?P=fence)|`[^`\n]*`", re.MULTILINE | re.DOTALL)
ID_RE = re.compile(r'\bid="([^"]+)"')


@dataclass(frozen=True)
class PageLink:
    """A link or image. line, column: from 1, in the file; text: alternative text of an image."""

    target: str
    is_image: bool
    text: str
    line: int
    column: int


@dataclass(frozen=True)
class RenderedPage:
    """What rendering a page brings to light. anchors: the ids that can be linked to."""

    links: tuple[PageLink, ...]
    anchors: frozenset[str]


class Renderings:
    """Every page rendered when it is first asked for."""

    def __init__(self, pages: Mapping[str, Page]) -> None:
        """pages: by path as shown."""
        self.pages = pages
        self._known: dict[str, RenderedPage] = {}

    def __getitem__(self, shown_path: str) -> RenderedPage:
        if shown_path not in self._known:
            self._known[shown_path] = _render(self.pages[shown_path], *self._converter)
        return self._known[shown_path]

    @cached_property
    def _converter(self) -> tuple[markdown.Markdown, LinkTreeprocessor]:
        md = create_markdown()
        links = LinkTreeprocessor(md)
        md.treeprocessors.register(links, "links", 0)
        return md, links


def collect_pages(reading: Reading) -> dict[str, Page]:
    """Every page that could be read, by the path that its findings show."""
    by_path = {source.path: shown for shown, source in reading.files.items()}
    pages = [page for work in reading.works.values() for page in work.pages.values()]
    pages += [page for variants in reading.pages.values() for page in variants.values()]
    return {by_path[page.path]: page for page in pages}


def _render(page: Page, md: markdown.Markdown, treeprocessor: LinkTreeprocessor) -> RenderedPage:
    md.reset()
    html = md.convert(page.body)
    finder = _Finder(page)
    links = []
    for element, attribute in treeprocessor.found:
        target = str(element.get(attribute))
        if target.startswith("#fn"):
            continue  # made by the footnotes extension; the contributor wrote none of it
        line, column = finder.find(target)
        is_image = element.tag == "img"
        text = element.get("alt") or "" if is_image else "".join(element.itertext())
        links.append(PageLink(target, is_image, text, line, column))
    return RenderedPage(tuple(links), frozenset(ID_RE.findall(html)))


class _Finder:
    """Finds where in a page's source each rendered address was written, in order."""

    def __init__(self, page: Page) -> None:
        self._first_line = page.body_line
        self._text = CODE_RE.sub(lambda match: re.sub(r"[^\n]", "\0", match[0]), page.body)
        self._positions: dict[str, int] = {}

    def find(self, target: str) -> tuple[int, int]:
        """(line, column) of the next place that holds the address, or of the body's start."""
        start = self._positions.get(target, 0)
        position = self._text.find(target, start)
        if position < 0:
            position = max(self._text.find(target), 0)
        self._positions[target] = position + len(target)
        before = self._text[:position]
        return self._first_line + before.count("\n"), position - (before.rfind("\n") + 1) + 1
