"""Markup that this Markdown does not have: readers would see it as it was typed.

Looked for in the text of a rendered page, where no code is, so that what a browser is shown
decides and not what the source looks like.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from xml.etree.ElementTree import Element

from lanpya.content.markup import HEADINGS

VERBATIM = frozenset({"code", "pre"})
HTML_RE = re.compile(
    r"<(?:script|style|iframe|object|embed|svg|img)\b|</?[a-z][^<>\s]{0,200}>"
    r"|</?[a-z][a-z0-9:-]*(?:>|/>|[\s/][^<>]{0,500}[=>])|<!(?:--|doctype|\[cdata)|<[?%]",
    re.IGNORECASE,
)
ATTRIBUTES_RE = re.compile(
    r"\{:[^{}\n]{0,200}\}|\{[ ]*[.#][\w-]+[^{}\n]{0,200}\}|\{[ ]*[\w-]+=[^{}\n]{0,200}\}"
)
# Snippets, templates, wiki links, tabs, details, directives, icons, tasks, formulas: what other
# dialects and sites have.
OTHERS_RE = re.compile(
    r"-{1,3}8<-{1,3}|\{[{%]|\[\[[^\[\]\n]{1,200}\]\]|^\[TOC\]|^[?]{3}[+]?[ ]|^===[!+]?[ ]\""
    r"|^:{3,}|:(?:material|octicons|fontawesome|simple)-[\w-]{1,80}:|~~(?=\S)[^~\n]{1,200}~~"
    r"|\[[^\[\]\n]{1,200}\]\([^()\s]{1,200}|==(?=\S)[^=\n]{1,200}==|^\[[ xX]\][ ]|\$\$",
    re.MULTILINE,
)
DIAGRAM = "language-mermaid"
FOOTNOTE_RE = re.compile(r'<li id="fn:([^"]*)"')
# A page with none of these has no such thing.
SIGNS_RE = re.compile(r"[<{]|\[\[|\[TOC|[?]{3}|===|:::|~~|==|\$\$|8<|:[a-z]+-|\[[ xX]\]|mermaid")
SHOWN = 40


@dataclass(frozen=True)
class Leftover:
    """code: of the finding. written: its first line, as it stands in the source."""

    code: str
    written: str


def find_leftovers(root: Element) -> Iterator[Leftover]:
    """What is left as it was typed in a rendered page, in the order of the text."""
    for element in root.iter():
        if element.text and element.tag not in VERBATIM:
            yield from _judge(element.text, element.tag in HEADINGS and not len(element))
        for child in element:
            if child.tail and element.tag not in VERBATIM:
                is_last = element.tag in HEADINGS and child is element[-1]
                yield from _judge(child.tail, is_last)


def find_footnote_names(html: str) -> Iterator[Leftover]:
    """Footnotes whose names no address can hold as they are."""
    for name in FOOTNOTE_RE.findall(html):
        if not re.fullmatch(r"[\w.-]+", unescape(name)):
            yield Leftover("footnote-name", _first_line(unescape(name)))


def find_diagrams(html: str) -> Iterator[Leftover]:
    """Diagrams that a script would have to draw, by the class of their code."""
    for _ in range(html.count(f'class="{DIAGRAM}"')):
        yield Leftover("markup-unknown", "mermaid")


def _judge(text: str, ends_heading: bool) -> Iterator[Leftover]:
    """ends_heading: what a heading ends in has a rule of its own."""
    for match in HTML_RE.finditer(text):
        yield Leftover("html-raw", _first_line(match[0]))
    for match in ATTRIBUTES_RE.finditer(text):
        is_id = ends_heading and re.fullmatch(r"\{:?[ ]*#[^{}]*\}", match[0])
        if not is_id:
            yield Leftover("attribute-list", _first_line(match[0]))
    for match in OTHERS_RE.finditer(text):
        yield Leftover("markup-unknown", _first_line(match[0]))


def _first_line(text: str) -> str:
    return text.partition("\n")[0][:SHOWN]
