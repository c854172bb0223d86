"""The works of a single page, laid out so that the page is not too heavy to be passed on.

The newest stand in it plainly. Where there is no room for all, of the older ones title,
standfirst, source and date do, and their text is packed at the end of the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from lanpya.editions.packing import Block, group_sizes, make_alphabet, pack
from lanpya.editions.pieces import Piece
from lanpya.site.strings import Strings

TEMPLATE = "single-page-works.html"


@dataclass(frozen=True)
class Layout:
    """texts: of the works, as HTML; blocks: what is packed, to stand at the page's end."""

    texts: str
    blocks: str = ""


class PageWorks:
    """pieces: the newest first. texts: each as it stands in the page if it is not packed.

    sizes: of the texts, in bytes; characters: of each. alphabet: of all that may be packed.
    """

    def __init__(self, pieces: Sequence[Piece], words: Strings, environment: Environment) -> None:
        # Macros of a template have no types of their own.
        self._macros = environment.get_template(TEMPLATE).module
        self._words = words
        self.pieces = pieces
        self.texts = [self._render("plain", piece) for piece in pieces]
        self.sizes = [len(text.encode()) for text in self.texts]
        self.characters = [frozenset(text) for text in self.texts]
        self.alphabet = make_alphabet(self.characters)

    def pack(self, room: int) -> Layout:
        """All works in so many bytes, if that can be, and as many of them plainly as can be."""
        groups = group_sizes([len(piece.rest) for piece in self.pieces])
        size = sum(self.sizes) + len(self._render("older", len(self.pieces)).encode())
        packed: list[Layout] = []
        while size > room and groups:
            group = groups.pop()
            layout = self._pack_group(len(groups), group)
            size += len((layout.texts + layout.blocks).encode())
            size -= sum(self.sizes[group.start : group.stop])
            packed.insert(0, layout)
        plain = groups[-1].stop if groups else 0
        older = self._render("older", len(self.pieces) - plain)
        return Layout(
            "".join((*self.texts[:plain], older, *(layout.texts for layout in packed))),
            "".join(layout.blocks for layout in packed),
        )

    def _pack_group(self, number: int, group: range) -> Layout:
        pieces = self.pieces[group.start : group.stop]
        texts = [
            self._render("packed", piece, f"{number}:{place}:{_kilobytes(piece.rest)}")
            for place, piece in enumerate(pieces)
        ]
        block = pack([piece.rest for piece in pieces], self.alphabet)
        return Layout("".join(texts), _show_block(number, block))

    def _render(self, macro: str, *values: object) -> str:
        return str(getattr(self._macros, macro)(self._words, *values))


def _kilobytes(html: Markup) -> int:
    """As a reader is told of it, rounded up."""
    return -(-len(html.encode()) // 1024)


def _show_block(number: int, block: Block) -> str:
    about = f'id="x-packed-{number}" data-size="{block.size}" data-sum="{block.sum}"'
    return f'<script type="text/x-packed" {about}>{block.data}</script>\n'
