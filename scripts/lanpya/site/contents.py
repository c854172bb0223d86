"""The pages' text as HTML: rendered, its links resolved, sanitised, its phrases kept whole."""

import gzip
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from markupsafe import Markup, escape

from lanpya.content.markup import create_markdown, iterate_links, read_address
from lanpya.model import Language, Vocabulary
from lanpya.site.sanitiser import sanitise
from lanpya.text.phrases import unbreakable_spans

TAG_RE = re.compile(r"<[^>]*>")
BLOCK_END_RE = re.compile(r"</(?:p|li|h[2-6]|td|th|dd|dt|blockquote|pre|div)>|<br>")
ANCHOR_RE = re.compile(r'\bid="([^"]+)"')
VERBATIM = frozenset({"code", "pre", "kbd"})
OUTSIDE_REL = "noopener noreferrer nofollow"

# (address as written) → address as it shall be, or None where nothing is there.
Resolver = Callable[[str], str | None]
# The same → the width and height of the picture there, or None.
Measure = Callable[[str], tuple[int, int] | None]


@dataclass(frozen=True)
class Section:
    """A heading of the text: its id, its words, and its level from 2."""

    id: str
    title: str
    level: int


@dataclass(frozen=True)
class Content:
    """A page's text. html: sanitised, safe to put into a template as it is."""

    html: str
    sections: tuple[Section, ...]

    @cached_property
    def text(self) -> str:
        """Without markup; blocks on lines of their own."""
        lines = unescape(TAG_RE.sub("", BLOCK_END_RE.sub("\n", self.html))).split("\n")
        return "\n".join(line.strip() for line in lines if line.strip())

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The ids that a link can lead to."""
        return frozenset(ANCHOR_RE.findall(self.html))

    @cached_property
    def kilobytes(self) -> int:
        """What the text weighs when it is sent, rounded up."""
        return -(-len(gzip.compress(self.html.encode(), mtime=0)) // 1024)


class Renderer:
    """Markdown to Content for one language; one converter serves all its pages."""

    def __init__(self, language: Language, vocabulary: Vocabulary, footnote_backlink: str) -> None:
        self._md = create_markdown(footnote_backlink)
        self._tag = language.tag
        self._kept: dict[str, Markup] = {}
        names = [
            name for topic in vocabulary.topics.values() for name in _names(topic, language.tag)
        ]
        self._links = _ResolvingTreeprocessor(self._md)
        self._md.treeprocessors.register(self._links, "links", 4)
        self._phrase_names = tuple(names)
        self._md.treeprocessors.register(_TableTreeprocessor(self._md), "tables", 3)
        phrases = _PhraseTreeprocessor(self._md, self._tag, self._phrase_names)
        self._md.treeprocessors.register(phrases, "phrases", 2)

    def render(
        self, markdown: str, resolve: Resolver, measure: Measure = lambda _: None
    ) -> Content:
        """Render one page. resolve: called for every address that is not on another host."""
        self._md.reset()
        self._links.resolve = resolve
        self._links.measure = measure
        html = sanitise(self._md.convert(markdown))
        tokens: list[Mapping[str, Any]] = getattr(self._md, "toc_tokens", [])
        return Content(html, tuple(_sections(tokens)))

    def keep_whole(self, text: str) -> Markup:
        """A line of plain text as HTML, with spans around phrases that must not break."""
        if text not in self._kept:  # titles and descriptions stand in many lists
            self._kept[text] = self._keep_whole(text)
        return self._kept[text]

    def _keep_whole(self, text: str) -> Markup:
        parts: list[str] = []
        at = 0
        for start, end in unbreakable_spans(text, self._tag, self._phrase_names):
            parts += (
                escape(text[at:start]),
                '<span class="nb">',
                escape(text[start:end]),
                "</span>",
            )
            at = end
        return Markup("".join([*parts, escape(text[at:])]))  # noqa: S704 -- escaped above


def _names(topic: Any, tag: str) -> list[str]:
    return [topic.labels[tag], *topic.aliases.get(tag, ())]


def _sections(tokens: list[Mapping[str, Any]]) -> list[Section]:
    found = []
    for token in tokens:
        found.append(Section(token["id"], unescape(token["name"]), token["level"]))
        found += _sections(token["children"])
    return found


class _ResolvingTreeprocessor(Treeprocessor):
    """Leads links to where their pages stand, and marks those that leave the site."""

    resolve: Resolver
    measure: Measure

    def run(self, root: Element) -> None:
        for element, attribute in list(iterate_links(root)):
            target = read_address(str(element.get(attribute)))
            if re.match(r"(?:[a-z][a-z0-9+.-]*:|//)", target, re.IGNORECASE):
                if element.tag == "a":
                    element.set("rel", OUTSIDE_REL)
                    element.set("class", "out")
            elif not target.startswith("#"):
                element.set(attribute, self.resolve(target) or "")
            if element.tag == "img":
                self._lay_out(element, target)

    def _lay_out(self, image: Element, target: str) -> None:
        """Keep room for an image before it is there, so that no line of text jumps."""
        image.set("loading", "lazy")
        image.set("decoding", "async")
        if size := self.measure(target):
            image.set("width", str(size[0]))
            image.set("height", str(size[1]))


class _TableTreeprocessor(Treeprocessor):
    """Lets a wide table scroll by itself, by keyboard too: no page is wider than a phone."""

    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for position, child in enumerate(list(parent)):
                if child.tag == "table":
                    box = Element("div", {"class": "scroll", "tabindex": "0"})
                    box.tail, child.tail = child.tail, None
                    box.append(child)
                    parent[position] = box


class _PhraseTreeprocessor(Treeprocessor):
    """Wraps phrases that must not break across lines, such as a number with its unit."""

    def __init__(self, md: Markdown, tag: str, names: tuple[str, ...]) -> None:
        super().__init__(md)
        self._tag = tag
        self._names = names

    def run(self, root: Element) -> None:
        for element in list(root.iter()):
            if element.tag in VERBATIM:
                continue
            self._wrap_text(element)
            for child in list(element):
                self._wrap_tail(element, child)

    def _wrap_text(self, element: Element) -> None:
        before, spans = self._cut(element.text)
        if spans:
            element.text = before
            for index, span in enumerate(spans):
                element.insert(index, span)

    def _wrap_tail(self, parent: Element, child: Element) -> None:
        if child.tag == "span" and child.get("class") == "nb":
            return  # made by this pass: its tail has been cut already
        before, spans = self._cut(child.tail)
        if spans:
            child.tail = before
            position = list(parent).index(child) + 1
            for index, span in enumerate(spans):
                parent.insert(position + index, span)

    def _cut(self, text: str | None) -> tuple[str, list[Element]]:
        """Text up to the first phrase, and a span for each phrase with what follows as its tail."""
        found = unbreakable_spans(text, self._tag, self._names) if text and text.strip() else []
        if not text or not found:
            return text or "", []
        spans = []
        ends = [start for start, _ in found[1:]] + [len(text)]
        for (start, end), following in zip(found, ends, strict=True):
            span = Element("span", {"class": "nb"})
            span.text = AtomicString(text[start:end])
            span.tail = text[end:following]
            spans.append(span)
        return text[: found[0][0]], spans
