"""An engine put to the test: asked all there is to ask, weighed on fresh pages."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from playwright.sync_api import Browser

from tests.bench.engines import Answer, Engine, open_engine
from tests.bench.queries import Query
from tests.bench.scoring import Score, percentile, score
from tests.bench.truth import Collection
from tests.browser.server import serve_site

# Queries whose first answers are weighed, of each language and kind.
WEIGHED = 2

# By the language of the page and what is typed there.
Answers = Mapping[tuple[str, str], Answer]


@dataclass(frozen=True)
class Spread:
    """Of several measurements the middle, the one that 95 % do not exceed, and the largest."""

    median: float
    p95: float
    largest: float


@dataclass(frozen=True)
class Measurement:
    """What was found of an engine.

    scores: by the language and the kind of the queries. first: bytes of a first answer,
    script included, and warm: milliseconds of a query that was asked before, by language.
    index: bytes of all that is stored.
    """

    engine: str
    answers: Answers
    scores: Mapping[tuple[str, str], Score]
    first: Mapping[str, Spread]
    warm: Mapping[str, Spread]
    index: int


@dataclass(frozen=True)
class Bench:
    """Where engines are measured.

    folders: by language, what the addresses of its pages begin with. advance: called after
    every answer.
    """

    browser: Browser
    queries: Sequence[Query]
    collection: Collection
    folders: Mapping[str, str]
    advance: Callable[[], None]

    @cached_property
    def asked(self) -> int:
        """How many different queries there are."""
        return len({(query.typed, query.text) for query in self.queries})

    @property
    def steps(self) -> int:
        """How often `advance` is called while an engine is measured."""
        return self.asked + len(self._weighed)

    def measure(self, engine: Engine) -> Measurement:
        """Everything about an engine, over http."""
        with serve_site(engine.site) as server:
            answers = self.gather_answers(engine, server.url)
            first = self._weigh_first_answers(engine, server.url)
        times: dict[str, list[float]] = {language: [] for language in self.folders}
        for (language, _), answer in answers.items():
            times[language].append(answer.milliseconds)
        return Measurement(
            engine=engine.name,
            answers=answers,
            scores=self._score(answers),
            first=first,
            warm={language: spread(values) for language, values in times.items()},
            index=engine.weigh_index(),
        )

    def gather_answers(self, engine: Engine, root: str) -> Answers:
        """Ask everything, each language's queries on one page of that language.

        root: where the site is, over http or as files.
        """
        answers: dict[tuple[str, str], Answer] = {}
        for language, prefix in self.folders.items():
            with open_engine(engine, self.browser, root, prefix) as page:
                typed = [query.text for query in self.queries if query.typed == language]
                for text in dict.fromkeys(typed):
                    answers[language, text] = page.answer(text)
                    self.advance()
        return answers

    def _weigh_first_answers(self, engine: Engine, root: str) -> Mapping[str, Spread]:
        """Bytes of everything that the search made a fresh page fetch until it answered."""
        weights: dict[str, list[float]] = {language: [] for language in self.folders}
        for query in self._weighed:
            prefix = self.folders[query.typed]
            with open_engine(engine, self.browser, root, prefix) as page:
                page.ask_once(query.text)
                weights[query.typed].append(sum(map(engine.weigh, sorted(page.fetched))))
            self.advance()
        return {language: spread(values) for language, values in weights.items()}

    @cached_property
    def _weighed(self) -> Sequence[Query]:
        taken: dict[tuple[str, str], list[Query]] = {}
        for query in self.queries:
            kind = taken.setdefault((query.typed, query.kind), [])
            if len(kind) < WEIGHED:
                kind.append(query)
        return [query for kind in taken.values() for query in kind]

    def _score(self, answers: Answers) -> Mapping[tuple[str, str], Score]:
        """The score of each language and kind, in the order of the queries."""
        groups: dict[tuple[str, str], list[Query]] = {}
        for query in self.queries:
            groups.setdefault((query.typed, query.kind), []).append(query)
        return {
            group: score((query, self._in_scope(query, answers)) for query in asked)
            for group, asked in groups.items()
        }

    def _in_scope(self, query: Query, answers: Answers) -> frozenset[str]:
        """The texts' pages among the answers, in the language that the query is scored for.

        An answer that is none of them (a home page, a page in another language) counts
        neither for an engine nor against it.
        """
        pages = {page.url for page in self.collection.of(query.scope)}
        return frozenset(pages.intersection(answers[query.typed, query.text].urls))


def spread(values: Sequence[float]) -> Spread:
    """The spread of at least one value."""
    return Spread(median(values), percentile(values, 0.95), max(values))
