"""The second wall: what a page may hold once it is HTML.

It holds whether or not the checker ran and whatever the Markdown library lets through.
An allow-list: what is not named here is not in the site.
"""

import re

import nh3

TAGS = {
    "a", "abbr", "blockquote", "br", "caption", "code", "dd", "del", "div", "dl", "dt", "em",
    "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "img", "ins", "kbd", "li", "ol",
    "p", "pre", "q", "s", "span", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "title", "id", "rel", "role"},
    "img": {"src", "alt", "title", "width", "height", "loading", "decoding"},
    "li": {"id"},
    "ol": {"start"},
    "sup": {"id"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
    **{heading: {"id"} for heading in ("h2", "h3", "h4", "h5", "h6")},
}
CLASSES = {
    "a": {"footnote-ref", "footnote-backref", "out"},
    "div": {"admonition", "footnote", "note", "tip", "warning", "info", "danger", "scroll"},
    "p": {"admonition-title"},
    "span": {"nb"},
}
VALUES = {"div": {"tabindex": {"0"}}}
# What is wide scrolls by itself; by keyboard only if it can have the focus.
SET_VALUES = {"pre": {"tabindex": "0"}}
SCHEMES = {"http", "https", "mailto"}
OWN_FILE_RE = re.compile(r"[^\x00-\x20/\\:][^\\:]*")


def sanitise(html: str) -> str:
    """HTML with only what is on the lists above; scripts and styles go with their content."""
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        allowed_classes=CLASSES,
        tag_attribute_values=VALUES,
        set_tag_attribute_values=SET_VALUES,
        url_schemes=SCHEMES,
        link_rel=None,
        clean_content_tags={"script", "style"},
        attribute_filter=_keep_own_images,
    )


def _keep_own_images(tag: str, attribute: str, value: str) -> str | None:
    """An image of another host, fetched without asking, would tell it who reads what."""
    is_elsewhere = tag == "img" and attribute == "src" and not OWN_FILE_RE.fullmatch(value)
    return None if is_elsewhere else value
