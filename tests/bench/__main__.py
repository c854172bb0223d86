"""`make bench`: Lanpya's search beside stock Material's and Pagefind's, on the same pages.

Prints tables in Markdown, or JSON. Every number is measured in this run and none is judged:
exit status 0 whatever they are, 1 where a site could not be built or no browser works, 2 where
it was asked wrongly.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from lanpya.content.configuration import Configuration, read_configuration
from lanpya.content.library import make_library, read_docs
from lanpya.model import Library
from tests.bench.editions import bench_editions
from tests.bench.engines import Engine, lanpya, material, pagefind, weigh
from tests.bench.measuring import Answers, Bench
from tests.bench.queries import Query, Questioner, ask_names
from tests.bench.report import Report
from tests.bench.sites import BuildError, add_pagefind, build_own, build_stock, locate
from tests.bench.texts import Text, make_texts, read_texts
from tests.bench.truth import Collection
from tests.browser.chromium import NoBrowserError, open_chromium
from tests.site.repository import REPOSITORY

FAILURE = 1


def main() -> int:
    """Gather texts, build, ask, print."""
    parser = make_parser()
    args = parser.parse_args()
    configuration = read_configuration(REPOSITORY / "mkdocs.yml")
    library = make_library(configuration, read_docs(configuration))
    try:
        texts = gather_texts(args, library)
    except (OSError, ValueError) as error:
        parser.error(str(error))
    collection = Collection(locate(texts, configuration), library.vocabulary.topics.values())
    try:
        if args.editions:
            return print_editions(collection, configuration, args.seed)
        report = run(args, collection, configuration, library)
    except (BuildError, NoBrowserError) as error:
        print(error, file=sys.stderr)
        return FAILURE
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print(json.dumps(report.as_data(), indent=2) if args.json else report.as_markdown())
    return 0


def print_editions(collection: Collection, configuration: Configuration, seed: int) -> int:
    """A line of the table as soon as it is known. Raises BuildError."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "own"
        build_own(root, collection, configuration, seed)
        for line in bench_editions(root / "mkdocs.yml", Path(folder) / "editions"):
            print(line, flush=True)
    return 0


def make_parser() -> argparse.ArgumentParser:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench",
        description="Compare Lanpya's search with stock Material's and Pagefind's.",
    )
    texts = parser.add_mutually_exclusive_group()
    texts.add_argument(
        "--texts",
        type=Path,
        metavar="DIR",
        help="texts to ask about: DIR/<language tag>/*.txt, the first line the title, "
        "each other line a paragraph; the same file name is the same work",
    )
    texts.add_argument(
        "--works",
        type=_positive,
        default=300,
        metavar="N",
        help="how many works to make of the site's own sentences (%(default)s)",
    )
    parser.add_argument(
        "--queries",
        type=_positive,
        default=40,
        metavar="N",
        help="how many of each kind; of topics' names, all (%(default)s)",
    )
    parser.add_argument(
        "--editions",
        action="store_true",
        help="measure instead how long each edition takes, and what it weighs",
    )
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="(%(default)s)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text}: one at least")
    return number


def gather_texts(args: argparse.Namespace, library: Library) -> Sequence[Text]:
    """The texts that are given, or made ones."""
    if args.texts:
        return read_texts(args.texts, [language.tag for language in library.languages])
    return make_texts(library, args.works, args.seed)


def run(
    args: argparse.Namespace,
    collection: Collection,
    configuration: Configuration,
    library: Library,
) -> Report:
    """Build, ask and measure, with progress on a terminal. Raises BuildError, NoBrowserError."""
    prefixes = {
        tag: "" if tag == configuration.default else f"{tag}/" for tag in collection.languages
    }
    with (
        tempfile.TemporaryDirectory() as folder,
        Progress(console=Console(stderr=True)) as progress,
        open_chromium() as browser,
    ):
        task = progress.add_task("making up queries", total=None)
        queries = list(make_queries(collection, library, args.queries, args.seed))
        progress.update(task, description="building the sites")
        engines = build_engines(Path(folder), collection, configuration, args.seed)
        bench = Bench(browser, queries, collection, prefixes, lambda: progress.advance(task))
        progress.update(task, total=bench.steps * len(engines) + bench.asked)
        measurements = []
        for engine in engines:
            progress.update(task, description=f"asking {engine.name}")
            measurements.append(bench.measure(engine))
        progress.update(task, description="asking Lanpya from a file")
        from_file = bench.gather_answers(engines[0], f"{engines[0].site.as_uri()}/")
    return Report(
        origin=f"texts of {args.texts.name}" if args.texts else "made texts",
        seed=args.seed,
        texts={tag: len(collection.of(tag)) for tag in prefixes},
        stream=weigh("\n".join(page.text.plain for page in collection.pages).encode()),
        measurements=measurements,
        alike=count_alike(measurements[0].answers, from_file),
    )


def make_queries(
    collection: Collection, library: Library, number: int, seed: int
) -> Iterator[Query]:
    """Of each kind so many in each language, and the names of all topics."""
    for language in collection.languages:
        yield from Questioner(collection, language, number, seed).ask()
    names = {
        language: list(
            dict.fromkeys(
                name
                for topic in library.vocabulary.topics.values()
                for name in (topic.labels[language], *topic.aliases.get(language, ()))
            )
        )
        for language in collection.languages
    }
    yield from ask_names(collection, names)


def build_engines(
    root: Path, collection: Collection, configuration: Configuration, seed: int
) -> Sequence[Engine]:
    """Build the sites, ours first. Raises BuildError."""
    own = build_own(root / "own", collection, configuration, seed)
    stock = build_stock(root / "stock", collection.pages, configuration)
    add_pagefind(stock)
    return lanpya(own), material(stock), pagefind(stock)


def count_alike(answers: Answers, others: Answers) -> tuple[int, int]:
    """How many there are, and how many of them have the same results in the same order."""
    same = sum(answer.urls == others[asked].urls for asked, answer in answers.items())
    return len(answers), same


if __name__ == "__main__":
    sys.exit(main())
