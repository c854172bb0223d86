"""What was measured, as Markdown to read and as JSON to keep."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from typing import Any

from tests.bench.engines import SHOWN
from tests.bench.measuring import WEIGHED, Measurement, Spread
from tests.bench.scoring import Score

KB = 1024
NOTES = """\
- Recall: of the pages that hold what is asked for, the share that is found. Precision: of the \
pages found, the share that holds it. None: queries without any result. Means over the queries; \
results in another language than the one asked about count neither way.
- A page holds Burmese as whole syllables, spellings and spaces folded; a phrase word by word. A \
hit on an inflected or derived form of a word is not asked for (but under "inflection") and not \
wrong; after a typing error, nor is a word that is one error away too.
- Lanpya: `lanpya build`, `lanpya.search(query)`. Material {material}: as it comes, with \
mkdocs-static-i18n {i18n} and its search plugin, asked through its worker. Pagefind {pagefind}: \
over Material's pages, `--root-selector article`, the language from `<html lang>`, `search()`.
- Only Lanpya is told the topics. Names are those of docs/topics.yml that all pages of a work hold.
- First answer: everything that the search makes a fresh page fetch, script included, until \
{shown} results are shown, gzip -9; {weighed} queries of each kind. Material's bundle.js, which \
is in every page, is left out. A warm query is one that was asked before.
- Index: all of it, gzip -9 file by file, beside the texts in one stream, gzip -9."""


@dataclass(frozen=True)
class Report:
    """texts: pages by language; stream: bytes of the texts compressed; origin: what they are.

    alike: of how many queries, and of how many of those Lanpya's answers were the same from a
    file as over http.
    """

    origin: str
    seed: int
    texts: Mapping[str, int]
    stream: int
    measurements: Sequence[Measurement]
    alike: tuple[int, int]

    def as_data(self) -> Any:
        """For JSON."""
        return {
            "origin": self.origin,
            "seed": self.seed,
            "texts": dict(self.texts),
            "stream": self.stream,
            "same_from_file": {"of": self.alike[0], "same": self.alike[1]},
            "engines": [_as_data(one) for one in self.measurements],
        }

    def as_markdown(self) -> str:
        """The tables with their notes."""
        count = ", ".join(f"{number} {tag}" for tag, number in self.texts.items())
        notes = NOTES.format(
            material=version("mkdocs-material"),
            i18n=version("mkdocs-static-i18n"),
            pagefind=version("pagefind"),
            shown=SHOWN,
            weighed=WEIGHED,
        )
        asked, same = self.alike
        from_file = f"- From a file Lanpya answered {same} of {asked} queries as over http."
        parts = (
            f"# Search: {self.origin}",
            f"{count} pages, seed {self.seed}; {self.stream / KB:,.0f} KB of text, compressed.",
            render_table(self._quality()),
            render_table(self._costs()),
            f"{notes}\n{from_file}",
        )
        return "\n\n".join(parts)

    def _quality(self) -> Iterator[Sequence[str]]:
        names = [one.engine for one in self.measurements]
        yield (
            "asked for",
            "queries",
            *(f"{name}: {what}" for name in names for what in ("recall", "precision", "none")),
        )
        for group, score in self.measurements[0].scores.items():
            scores = [one.scores[group] for one in self.measurements]
            cells = [cell for one in scores for cell in _cells(one)]
            yield (f"{group[0]}: {group[1]}", str(score.queries), *cells)

    def _costs(self) -> Iterator[Sequence[str]]:
        yield ("cost", *(one.engine for one in self.measurements))
        for language in self.texts:
            yield (
                f"{language}: first answer, KB: median, most",
                *(_kilobytes(one.first[language]) for one in self.measurements),
            )
        for language in self.texts:
            yield (
                f"{language}: warm query, ms: median, p95",
                *(_milliseconds(one.warm[language]) for one in self.measurements),
            )
        yield (
            "index, KB, and to the text",
            *(f"{one.index / KB:,.0f}, {one.index / self.stream:.2f}" for one in self.measurements),
        )


def _cells(score: Score) -> Sequence[str]:
    precision = "–" if score.precision is None else f"{score.precision:.3f}"
    return f"{score.recall:.3f}", precision, f"{score.unanswered:.0%}"


def _kilobytes(one: Spread) -> str:
    return f"{one.median / KB:,.1f}, {one.largest / KB:,.1f}"


def _milliseconds(one: Spread) -> str:
    return f"{one.median:.1f}, {one.p95:.1f}"


def _as_data(one: Measurement) -> Any:
    scores = [
        {"language": language, "kind": kind, **asdict(score)}
        for (language, kind), score in one.scores.items()
    ]
    return {
        "name": one.engine,
        "scores": scores,
        "first_answer_bytes": {tag: asdict(spread) for tag, spread in one.first.items()},
        "warm_milliseconds": {tag: asdict(spread) for tag, spread in one.warm.items()},
        "index_bytes": one.index,
    }


def render_table(rows: Iterator[Sequence[str]]) -> str:
    """A Markdown table; the first row is its head, the first column holds words."""
    head, *body = rows
    rule = ["---", *["--:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *body))
