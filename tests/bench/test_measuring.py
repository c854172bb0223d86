"""The engines really asked, on sites built of a few texts; how well they answer is not judged.

Pagefind is not asked here: only `make bench` installs it.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from lanpya.content.configuration import Configuration, read_configuration
from tests.bench.engines import Engine, lanpya, material
from tests.bench.measuring import Bench
from tests.bench.queries import Query, Questioner
from tests.bench.report import render_table
from tests.bench.sites import build_own, build_stock
from tests.bench.tiny import make_collection
from tests.site.repository import REPOSITORY

FOLDERS = {"en": "", "my": "my/"}


@pytest.fixture(scope="module")
def configuration() -> Configuration:
    return read_configuration(REPOSITORY / "mkdocs.yml")


@pytest.fixture(scope="module")
def engines(
    tmp_path_factory: pytest.TempPathFactory, configuration: Configuration
) -> tuple[Engine, Engine]:
    root = tmp_path_factory.mktemp("bench")
    collection = make_collection()
    own = build_own(root / "own", collection, configuration, 1)
    return lanpya(own), material(build_stock(root / "stock", collection.pages, configuration))


@pytest.fixture
def asked() -> list[Query]:
    """A word and two syllables."""
    everything = [
        query
        for language in FOLDERS
        for query in Questioner(make_collection(), language, 1, 1).ask()
    ]
    return [query for query in everything if query.kind in ("word", "2 syllables")]


def test_engines_answer_with_the_pages_and_are_weighed(
    engines: tuple[Engine, Engine], browser: Browser, asked: list[Query]
) -> None:
    steps: list[int] = []
    bench = Bench(browser, asked, make_collection(), FOLDERS, lambda: steps.append(1))
    for engine in engines:
        found = bench.measure(engine)
        assert found.scores["en", "word"].recall == 1
        assert found.scores["my", "2 syllables"].queries == 1
        for language in FOLDERS:
            assert 0 < found.first[language].median <= found.first[language].largest
            assert 0 <= found.warm[language].median <= found.warm[language].p95
        assert found.index == sum(map(engine.weigh, urls_below(engine, "search/")))
    assert len(steps) == bench.steps * len(engines)


def test_our_engine_answers_alike_from_a_file(
    engines: tuple[Engine, Engine], browser: Browser, asked: list[Query]
) -> None:
    own = engines[0]
    bench = Bench(browser, asked, make_collection(), FOLDERS, lambda: None)
    answers = bench.gather_answers(own, f"{own.site.as_uri()}/")
    for query in asked:
        assert query.wanted <= set(answers[query.typed, query.text].urls)


def urls_below(engine: Engine, folder: str) -> list[str]:
    paths = Path(engine.site / folder).rglob("*")
    return [path.relative_to(engine.site).as_posix() for path in paths if path.is_file()]


def test_a_table_has_a_head_and_lines_its_numbers_up() -> None:
    table = render_table(iter([("cost", "A"), ("index", "1")]))
    assert table == "| cost | A |\n| --- | --: |\n| index | 1 |"
