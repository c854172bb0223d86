"""HTML of letters and documents as the plain text that a reader would have seen.

Plain, and not Markdown: the converter knows how to escape text, and nothing live can come
of what never was markup. What a page hides is dropped first, or it would become visible.
"""

import re
from collections import Counter
from html.parser import HTMLParser

UNSEEN = frozenset(
    {"script", "style", "head", "title", "template", "noscript", "object", "svg", "math", "iframe",
     "audio", "video", "canvas", "select", "textarea", "button"}
)  # fmt: skip
VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
     "wbr"}
)  # fmt: skip
BLOCKS = frozenset(
    {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "tr", "table", "blockquote",
     "section", "article", "header", "footer", "pre", "dt", "dd", "figure", "figcaption", "hr"}
)  # fmt: skip
HIDING_RE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])|mso-hide"
    r"|opacity\s*:\s*0(?![.\d]*[1-9])",
    re.IGNORECASE,
)
FOOTNOTE_RE = re.compile(r"(?:foot|end)note-(\d{1,3})")
MARKER_RE = re.compile(r"•|\d+\.|\[\d+\]")
CELLS = ("td", "th")
WEB_RE = re.compile(r"https?://\S+", re.IGNORECASE)


def visible_text(html: str) -> str:
    """What can be seen of HTML: blocks with blank lines between them, links with addresses."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[tuple[str, bool]] = []
        self._names: Counter[str] = Counter()
        self._hidden = 0
        self._lists: list[int | None] = []
        self._links: list[tuple[str, int]] = []
        self._blocks: list[str] = []
        self._line: list[str] = []

    def text(self) -> str:
        """All that was seen."""
        self._end_block()
        return "\n\n".join(self._blocks) + "\n" if self._blocks else ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._write("\n")
        if tag in BLOCKS:
            self._part()
        if tag in VOID:
            return
        is_hidden = tag in UNSEEN or _is_hidden(values)
        self._open.append((tag, is_hidden))
        self._names[tag] += 1
        self._hidden += is_hidden
        if tag in ("ul", "ol"):
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._write(self._marker(values.get("id", "")))
        elif tag == "a":
            self._links.append((values.get("href", ""), len(self._line)))

    def handle_endtag(self, tag: str) -> None:
        if not self._names[tag]:
            return
        while self._open:
            name, is_hidden = self._open.pop()
            self._names[name] -= 1
            self._leave(name)
            self._hidden -= is_hidden
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        self._write(re.sub(r"\s+", " ", data))

    def _leave(self, name: str) -> None:
        if name in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif name == "a" and self._links:
            address, start = self._links.pop()
            shown = "".join(self._line[start:]).strip()
            if WEB_RE.fullmatch(address) and shown and address not in shown:
                self._write(f" ({address})")
        elif name in CELLS:
            self._write(" | ")
        if name in BLOCKS:
            self._part()

    def _marker(self, id_: str) -> str:
        """What stands in front of an item: its number, that of its note, or a bullet."""
        if note := FOOTNOTE_RE.search(id_):
            return f"[{note[1]}] "
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "• "
        self._lists[-1] = number + 1
        return f"{number + 1}. "

    def _write(self, text: str) -> None:
        if not self._hidden:
            self._line.append(text)

    def _part(self) -> None:
        """End a block, or put a space into a cell: a row of a table stays one line."""
        if any(self._names[cell] for cell in CELLS):
            self._write(" ")
        else:
            self._end_block()

    def _end_block(self) -> None:
        lines = "".join(self._line).split("\n")
        text = "\n".join(" ".join(line.split()) for line in lines).strip()
        text = text.removesuffix("|").rstrip().removesuffix("↑").rstrip()
        if MARKER_RE.fullmatch(text):
            return  # what it marks is still to come
        if text:
            self._blocks.append(text)
        self._line = []


def _is_hidden(values: dict[str, str]) -> bool:
    return (
        "hidden" in values
        or values.get("aria-hidden") == "true"
        or bool(HIDING_RE.search(values.get("style", "")))
    )
