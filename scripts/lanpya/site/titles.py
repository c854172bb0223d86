"""Every work by title, A–Z or က–အ, in the order of the language's own dictionary."""

from lanpya.model import Library, Work
from lanpya.site.listings import Sheet, cut_into_sheets
from lanpya.text.collation import collation_key, index_letter


class TitleList:
    """The works of a library under the letters of one language.

    letters: in collation order. by_letter: each letter's works, in collation order of their
    titles in this language, or in the original's where a translation is missing.
    """

    def __init__(self, library: Library, language: str) -> None:
        self.language = language
        self.by_letter: dict[str, list[Work]] = {}
        titled = sorted(
            ((self._title(work), work) for work in library.works.values()),
            key=lambda pair: (self.sort_key(pair[0]), pair[1].uri),
        )
        for title, work in titled:
            self.by_letter.setdefault(index_letter(title, language), []).append(work)
        self.letters = sorted(self.by_letter, key=self.sort_key)

    def sort_key(self, text: str) -> bytes:
        """What sorts a text in this language."""
        return collation_key(text, self.language)

    def sheets(self, letter: str) -> list[Sheet[Work]]:
        """A letter's works, cut into pages. Addresses are ASCII, whatever the script."""
        return cut_into_sheets(f"a-z/{_ascii_name(letter)}", self.by_letter[letter])

    def _title(self, work: Work) -> str:
        return work.pages.get(self.language, work.original).title


def _ascii_name(letter: str) -> str:
    """`a` or `u1000`; a file system or a zip program may not know the letter itself."""
    lower = letter.casefold()
    if lower.isascii() and lower.isalnum():
        return lower
    return "-".join(f"u{ord(char):04x}" for char in lower)
