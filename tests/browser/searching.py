"""How tests ask the search of a page."""

from dataclasses import dataclass
from typing import Any, cast

from playwright.sync_api import Page

ASK = """([queries, options]) => Promise.all(queries.map((query) => lanpya.search(query, options)
  .then((results) => ({
    spelling: results.spelling,
    results: results.map((one) => ({
      url: one.url, title: one.title, snippet: one.snippet, language: one.language,
      score: one.score, match: one.match, hit: one.snippet.slice(one.mark[0], one.mark[1]),
      isRead: !!one.isRead,
    })),
  }))))"""


@dataclass(frozen=True)
class Answer:
    """What the search answers. urls: from the root of the site, best first."""

    spelling: str
    results: list[dict[str, Any]]

    @property
    def urls(self) -> list[str]:
        """Once each."""
        found = [result["url"] for result in self.results]
        assert len(set(found)) == len(found)
        return found


def ask_all(page: Page, queries: list[str], **options: Any) -> list[Answer]:
    """The answer to each, asked all at once."""
    told = cast(list[dict[str, Any]], page.evaluate(ASK, [queries, options]))
    return [Answer(one["spelling"], one["results"]) for one in told]


def ask(page: Page, query: str, **options: Any) -> Answer:
    """The answer to one."""
    (answer,) = ask_all(page, [query], **options)
    return answer


def type_in(page: Page, text: str) -> None:
    """As a phone's keyboard does: without a key for every letter."""
    page.locator("#query").focus()
    page.keyboard.insert_text(text)
