"""Pages as the rules see them: rendered when one asks, with every link's place in the source."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import Element

import markdown
from markdown.treeprocessors import Treeprocessor

from lanpya.checks.leftovers import (
    SIGNS_RE,
    Leftover,
    find_diagrams,
    find_footnote_names,
    find_leftovers,
)
from lanpya.content.costs import find_costs
from lanpya.content.markup import HEADINGS, create_markdown, iterate_links, read_address
from lanpya.model import Page

# A page with none of these has no links and no heading of the first level.
TO_RENDER_RE = re.compile(r"[\[<]|^ {0,3}#(?!#)|^ {0,3}=+ *$", re.MULTILINE)
CODE_RE = re.compile(r"^(?P<fence>`{3,}+|~{3,}+).*?^(?P=fence)|`[^`\n]*`", re.MULTILINE | re.DOTALL)
PLAIN_ADDRESS = r"[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*"
# Where an address is written: [text](address), [name]: address, <address>.
ADDRESS_RE = re.compile(
    rf"\]\(\s*<?(?P<link>(?<=<)[^<>\n]*|{PLAIN_ADDRESS})"
    r"|^ {0,3}\[(?!\^)[^\[\]\n]+\]:\s*<?(?P<name>[^\s<>]+)"
    r"|<(?P<auto>[^\s<>]+)>",
    re.MULTILINE,
)
TITLE_RE = re.compile(r"^ {0,3}#(?!#).*|^.+\n {0,3}=+ *$", re.MULTILINE)
ID_RE = re.compile(r'\bid="([^"]+)"')
# An id that somebody gave to a heading; in a rendered heading, one that it did not get.
HEADING_ID_RE = re.compile(r"^#{1,6}.*\{:?[ ]*#(?P<id>[^{}\n]*)\}[ #]*$", re.MULTILINE)
GIVEN_ID_RE = re.compile(r"\{:?[ ]*#(?P<id>[^{}]*)\}[ #]*$")
SOUND_ID_RE = re.compile(r"(?!x-)[\w-]+")
FOOTNOTE_RE = re.compile(r"#fn(?:ref[0-9]*)?:")


@dataclass(frozen=True)
class Place:
    """line, column: from 1, in the file."""

    line: int
    column: int


@dataclass(frozen=True)
class PageLink:
    """A link or image. text: what it says, of an image its alternative text."""

    target: str
    is_image: bool
    text: str
    place: Place


@dataclass(frozen=True)
class RenderedPage:
    """What rendering a page brings to light.

    anchors: the ids that can be linked to; None where the page costs too much to be rendered.
    titles: headings of the first level. refused_ids: those that headings were not given.
    leftovers: markup that readers would see as it was typed.
    """

    links: tuple[PageLink, ...] = ()
    anchors: frozenset[str] | None = None
    titles: tuple[Place, ...] = ()
    refused_ids: tuple[tuple[str, Place], ...] = ()
    leftovers: tuple[tuple[Leftover, Place], ...] = ()


class Renderings:
    """The pages that could be read, each rendered when it is first asked for."""

    def __init__(self, pages: Mapping[str, Page]) -> None:
        """pages: by path as shown."""
        self.pages = pages
        self._known: dict[str, RenderedPage] = {}
        self._costs: dict[str, tuple[tuple[str, Place], ...]] = {}

    def __getitem__(self, shown_path: str) -> RenderedPage:
        if shown_path not in self._known:
            self._known[shown_path] = self._render(shown_path)
        return self._known[shown_path]

    def costs(self, shown_path: str) -> tuple[tuple[str, Place], ...]:
        """Why a page will not be rendered: phrases with their places; none for a fit page."""
        if shown_path not in self._costs:
            page = self.pages[shown_path]
            self._costs[shown_path] = tuple(
                (cost.what, Place(page.body_line + cost.line - 1, cost.column))
                for cost in find_costs(page.body)
            )
        return self._costs[shown_path]

    def is_telling(self, shown_path: str) -> bool:
        """Whether rendering a page can bring to light more than the ids of its headings."""
        body = self.pages[shown_path].body
        has_signs = TO_RENDER_RE.search(body) or SIGNS_RE.search(HEADING_ID_RE.sub("", body))
        return bool(has_signs) or _has_doubtful_ids(body)

    def _render(self, shown_path: str) -> RenderedPage:
        if self.costs(shown_path):
            return RenderedPage()
        page = self.pages[shown_path]
        md, gatherer = self._converter
        gatherer.forget()
        html = md.reset().convert(page.body)
        finder = _Finder(page)
        leftovers = (*gatherer.leftovers, *find_diagrams(html), *find_footnote_names(html))
        return RenderedPage(
            links=tuple(_links(gatherer.links, finder)),
            anchors=frozenset(ID_RE.findall(html)),
            titles=tuple(finder.titles()[: gatherer.titles]),
            refused_ids=tuple((id_, finder.last_id(id_)) for id_ in gatherer.refused_ids),
            leftovers=tuple((left, finder.words(left.written)) for left in leftovers),
        )

    @cached_property
    def _converter(self) -> tuple[markdown.Markdown, "_Gatherer"]:
        md = create_markdown()
        gatherer = _Gatherer(md)
        md.treeprocessors.register(gatherer, "gatherer", 0)
        return md, gatherer


class _Gatherer(Treeprocessor):
    """Keeps what the rules ask of a page's tree, in document order."""

    def __init__(self, md: markdown.Markdown) -> None:
        super().__init__(md)
        self.forget()

    def forget(self) -> None:
        """Have nothing of the last page: a blank one is never shown to this."""
        self.links: list[tuple[Element, str]] = []
        self.titles = 0
        self.refused_ids: list[str] = []
        self.leftovers: list[Leftover] = []

    def run(self, root: Element) -> None:
        self.links = list(iterate_links(root))
        self.leftovers = list(find_leftovers(root))
        self.titles = sum(1 for _ in root.iter("h1"))
        headings = (
            "".join(element.itertext()) for element in root.iter() if element.tag in HEADINGS
        )
        given = (GIVEN_ID_RE.search(text) for text in headings)
        self.refused_ids = list({match["id"].strip(): None for match in given if match})


def _has_doubtful_ids(body: str) -> bool:
    """Whether some heading may not get the id that it was given."""
    ids = [match["id"].strip() for match in HEADING_ID_RE.finditer(body)]
    return len(set(ids)) < len(ids) or not all(map(SOUND_ID_RE.fullmatch, ids))


def _links(found: list[tuple[Element, str]], finder: "_Finder") -> Iterator[PageLink]:
    for element, attribute in found:
        written = str(element.get(attribute))
        if FOOTNOTE_RE.match(written):
            continue  # made by the footnotes extension; the contributor wrote none of it
        target = read_address(written)
        is_image = element.tag == "img"
        text = (element.get("alt") or "") if is_image else "".join(element.itertext())
        yield PageLink(target, is_image, text, finder.address(written, target))


class _Finder:
    """Finds where in a page's source stands what its rendering shows."""

    def __init__(self, page: Page) -> None:
        self._first_line = page.body_line
        self._source = page.body
        self._text = CODE_RE.sub(lambda match: re.sub(r"[^\n]", "\0", match[0]), page.body)
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", self._text))]
        self._addresses: dict[str, list[int]] = defaultdict(list)
        for match in ADDRESS_RE.finditer(self._text):
            group = str(match.lastgroup)
            self._addresses[match[group]].append(match.start(group))
        self._seen: dict[str, int] = defaultdict(int)

    def address(self, *forms: str) -> Place:
        """The next place of an address, given as it may be written; or the body's start."""
        for form in (*forms, *(form.removeprefix("mailto:") for form in forms)):
            positions = self._addresses.get(form)
            if positions:
                index = min(self._seen[form], len(positions) - 1)
                self._seen[form] += 1
                return self._place(positions[index])
        return self._place(0)

    def words(self, written: str) -> Place:
        """The next place of something typed; or the body's start."""
        text = self._source if written == "mermaid" else self._text
        position = text.find(written, self._seen[written])
        if position < 0:
            return self._place(0)
        self._seen[written] = position + 1
        return self._place(position)

    def titles(self) -> list[Place]:
        """Where headings of the first level may stand."""
        return [self._place(match.start()) for match in TITLE_RE.finditer(self._text)]

    def last_id(self, id_: str) -> Place:
        """Where an id is given to a heading for the last time."""
        places = [
            match for match in HEADING_ID_RE.finditer(self._text) if match["id"].strip() == id_
        ]
        return self._place(places[-1].start("id") if places else 0)

    def _place(self, position: int) -> Place:
        line = bisect_right(self._line_starts, position)
        return Place(self._first_line + line - 1, position - self._line_starts[line - 1] + 1)
