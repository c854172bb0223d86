"""What the templates of lists of works show: years and months, titles, their pages."""

from collections.abc import Mapping
from typing import Any

from lanpya.model import Topic, Work
from lanpya.site.cards import Cards, Link
from lanpya.site.listings import Sheet, group_by_month, month_of
from lanpya.site.plan import PlannedPage
from lanpya.site.strings import Strings
from lanpya.text.dates import format_edtf, format_month
from lanpya.text.numerals import localise_digits


class ListViews:
    """Makes what the lists of one language show; `makers` has them by kind of page."""

    def __init__(self, cards: Cards, words: Strings) -> None:
        self._cards = cards
        self._words = words
        self.makers = {
            "works": self._view_works,
            "archive": self._view_archive,
            "months": self._view_months,
            "titles": self._view_titles,
        }

    def _view_works(self, planned: PlannedPage) -> Mapping[str, Any]:
        sheet: Sheet[Work] = planned.data["sheet"]
        topic: Topic | None = planned.data.get("topic")
        return {
            "cards": self._cards.cards(sheet.items),
            "sheet": sheet_links(sheet, self._cards),
            "topic": self._cards.topic_link(topic.id) if topic else None,
        }

    def _view_archive(self, planned: PlannedPage) -> Mapping[str, Any]:
        counts = planned.data["counts"]
        return {
            "years": [
                {
                    "link": Link(
                        format_edtf(year, self._words.tag),
                        self._cards.url(sheets[0].uri),
                        self._words("works", count=counts[year]),
                    ),
                    "months": self._months(sheets),
                }
                for year, sheets in planned.data["years"].items()
            ]
        }

    def _months(self, sheets: list[Sheet[Work]]) -> list[Link]:
        """The months of a year, each leading to where its list starts."""
        links: dict[str, Link] = {}
        for sheet in sheets:
            for work in sheet.items:
                month = month_of(work)
                if month and month not in links:
                    url = f"{self._cards.url(sheet.uri)}#m{month[5:]}"
                    links[month] = Link(self._month(month), url)
        return list(links.values())

    def _month(self, month: str) -> str:
        return format_month(int(month[:4]), int(month[5:]), self._words.tag)

    def _view_months(self, planned: PlannedPage) -> Mapping[str, Any]:
        sheet: Sheet[Work] = planned.data["sheet"]
        return {
            "groups": [
                {
                    "anchor": f"m{month[5:]}" if month else "m00",
                    "title": self._month(month) if month else self._words("archive.undated"),
                    "cards": self._cards.cards(works),
                }
                for month, works in group_by_month(sheet.items).items()
            ],
            "sheet": sheet_links(sheet, self._cards),
        }

    def _view_titles(self, planned: PlannedPage) -> Mapping[str, Any]:
        return {
            "letters": [
                Link(
                    self._letter(letter),
                    self._cards.url(sheets[0].uri),
                    self._words("works", count=sum(len(sheet.items) for sheet in sheets)),
                )
                for letter, sheets in planned.data["letters"].items()
            ],
            "groups": [
                {
                    "letter": self._letter(letter),
                    "cards": self._cards.cards(planned.data["works"][letter]),
                }
                for letter in planned.data["letters"]
                if planned.data["works"]
            ],
        }

    def _letter(self, letter: str) -> str:
        """A heading of the list of titles; that of the digits in the language's own."""
        return localise_digits(letter, self._words.tag)


def sheet_links(sheet: Sheet[Any], cards: Cards) -> Mapping[str, Any]:
    """From a page of a list to those beside it."""
    return {
        "previous": cards.url(sheet.previous_uri) if sheet.previous_uri else None,
        "next": cards.url(sheet.next_uri) if sheet.next_uri else None,
        "number": sheet.number,
        "total": len(sheet.uris),
    }
