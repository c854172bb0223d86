"""The part of a style sheet that a page uses, for pages that carry their style inside.

Made for sheets as ours are: rules and @media, no nesting, no braces within strings. What
can not be judged from the markup, such as a state (:focus), is taken to occur.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

STYLE = "assets/stylesheets/lanpya.css"  # the one sheet of the site, from its root
FONT_FACE = "@font-face"
RULE_RE = re.compile(r"\s*([^{}]+)\{((?:[^{}]|\{[^{}]*\})*)\}")
PSEUDO_RE = re.compile(r"::?[a-z-]+(?:\([^()]*\))?")
PART_RE = re.compile(r"\[[^\]]+\]|[.#]?[a-zA-Z][\w-]*")
SPACED_RE = re.compile(r"\s*([:;,])\s*")
TAG_RE = re.compile(r"<([a-z][a-z0-9-]*)((?:\s[^<>]*)?)>")
ATTRIBUTE_RE = re.compile(r'([a-z-]+)(?:=(?:"([^"]*)"|([^\s"]+)))?')


def cut_style(style: str, html: str) -> str:
    """The rules of a squeezed sheet that have something to apply to; no @font-face.

    html: as our templates write it, attributes in double quotes or in none.
    """
    return _cut(style, frozenset(used_parts(html)))


def font_faces(style: str) -> list[str]:
    """A sheet's @font-face rules."""
    rules = RULE_RE.finditer(style)
    return [match[0].strip() for match in rules if match[1].strip() == FONT_FACE]


def used_parts(html: str) -> Iterator[str]:
    """What a selector can ask for: "p", ".meta", "#x", "[hidden]", '[lang="my"]'."""
    for tag, attributes in set(TAG_RE.findall(html)):
        yield tag
        for name, quoted, plain in ATTRIBUTE_RE.findall(attributes):
            value = quoted or plain
            yield f"[{name}]"
            yield f'[{name}="{value}"]'
            if name == "class":
                yield from (f".{word}" for word in value.split())
            elif name == "id":
                yield f"#{value}"


@lru_cache(maxsize=256)  # pages of a kind use the same parts but for their ids
def _cut_to(style: str, parts: frozenset[str]) -> str:
    return "".join(_rules(style, parts))


def _cut(style: str, parts: frozenset[str]) -> str:
    return _cut_to(style, parts & _asked_for(style))


@lru_cache(maxsize=8)
def _asked_for(style: str) -> frozenset[str]:
    return frozenset(PART_RE.findall(PSEUDO_RE.sub("", style)))


def _rules(style: str, parts: frozenset[str]) -> Iterator[str]:
    for prelude, body in RULE_RE.findall(style):
        head = prelude.strip()
        if head == FONT_FACE:
            continue
        if head.startswith("@"):
            if inside := "".join(_rules(body, parts)):
                yield f"{head}{{{inside}}}"
        elif kept := [one.strip() for one in head.split(",") if _is_used(one, parts)]:
            declarations = SPACED_RE.sub(r"\1", body.strip()).rstrip(";")
            yield f"{','.join(kept)}{{{declarations}}}"


def _is_used(selector: str, parts: frozenset[str]) -> bool:
    asked = PART_RE.findall(PSEUDO_RE.sub("", selector))
    return all(part in parts for part in asked)
