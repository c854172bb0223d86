"""One address of every kind of page, in every language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from playwright.sync_api import Page

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}
# Where each site begins, by its name: "own" or "grown".
Roots = Mapping[str, str]
# Every template, as this repository's own site fills it.
OWN = (
    "index.html",
    "articles/progress-and-reprisals.html",
    "topics/all/theme.html",
    "topics/index.html",
    "archive/index.html",
    "archive/2023.html",
    "a-z/index.html",
    "search.html",
    "about.html",
    "safety.html",
    "contribute.html",
    "rules.html",
    "downloads.html",
    "exit.html",
)
# What only a larger site has: texts of every sort, gaps, lists of several pages.
GROWN = (
    "articles/rich.html",
    "archive/2024-p2.html",
    "topics/aid/2024-p2.html",
    "topics/aid.html",
    "topics/all/place-p2.html",
    "a-z/index.html",
)
# … and letters, and what one language lacks.
SINGLE = (
    "a-z/a-p2.html",
    "my/a-z/u1000.html",
    "articles/only-burmese.html",
    "my/articles/only-english.html",
)


@dataclass(frozen=True)
class Kind:
    """A page of one of the two sites."""

    site: str
    url: str

    def __str__(self) -> str:
        return f"{self.site}:{self.url}"


KINDS = (
    *(Kind("own", f"{folder}{url}") for url in OWN for folder in ("", "my/")),
    Kind("own", "404.html"),
    *(Kind("grown", f"{folder}{url}") for url in GROWN for folder in ("", "my/")),
    *(Kind("grown", url) for url in SINGLE),
)


def visit_all(page: Page, roots: Roots) -> Iterator[Kind]:
    """Open one page of every kind after the other."""
    for kind in KINDS:
        page.goto(roots[kind.site] + kind.url)
        yield kind
