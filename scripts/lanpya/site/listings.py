"""Long lists, cut into pages of a fixed size: nothing on a page grows with the site."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from lanpya.model import Work

PAGE_SIZE = 50
T = TypeVar("T")


@dataclass(frozen=True)
class Sheet(Generic[T]):
    """One page of a list. number: from 1; uris: of all pages of the list, in order."""

    uri: str
    number: int
    uris: tuple[str, ...]
    items: tuple[T, ...]

    @property
    def previous_uri(self) -> str | None:
        """The page before, if there is one."""
        return self.uris[self.number - 2] if self.number > 1 else None

    @property
    def next_uri(self) -> str | None:
        """The page after, if there is one."""
        return self.uris[self.number] if self.number < len(self.uris) else None


def cut_into_sheets(base_uri: str, items: Sequence[T], size: int = PAGE_SIZE) -> list[Sheet[T]]:
    """A list as pages: base_uri, base_uri-p2, … An empty list is one empty page."""
    chunks = [tuple(items[n : n + size]) for n in range(0, len(items), size)] or [()]
    uris = tuple(base_uri if n == 1 else f"{base_uri}-p{n}" for n in range(1, len(chunks) + 1))
    return [Sheet(uris[n], n + 1, uris, chunk) for n, chunk in enumerate(chunks)]


def year_of(work: Work) -> str:
    """The year of a work's publication, four digits."""
    return work.published[:4]


def month_of(work: Work) -> str | None:
    """`2023-11`, or None where the source gives only a year."""
    month = work.published[:7]
    return month if len(month) == 7 and month[5:].isdigit() else None


def group_by_year(works: Iterable[Work]) -> dict[str, list[Work]]:
    """Works by year, in the order that they come in."""
    groups: dict[str, list[Work]] = defaultdict(list)
    for work in works:
        groups[year_of(work)].append(work)
    return dict(groups)


def group_by_month(works: Iterable[Work]) -> dict[str | None, list[Work]]:
    """Works by month, in the order that they come in; None holds those of a mere year."""
    groups: dict[str | None, list[Work]] = defaultdict(list)
    for work in works:
        groups[month_of(work)].append(work)
    return dict(groups)


def works_by_topic(works: Mapping[str, Work]) -> dict[str, list[Work]]:
    """The works that are about a topic or name it, in the library's order."""
    groups: dict[str, list[Work]] = defaultdict(list)
    for work in works.values():
        for topic in dict.fromkeys(work.topics):
            groups[topic].append(work)
    return dict(groups)
