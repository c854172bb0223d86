"""The course itself, run for a moment: the long run is `make fuzz`."""

from pathlib import Path

import pytest
from hypothesis import given

from tests.fuzz.__main__ import PAGES, TOPICS, Course, run


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return Course(tmp_path_factory.mktemp("fuzz"))


@given(PAGES)
def test_page_breaks_nothing(course: Course, text: str) -> None:
    course.run_page(text)


@given(TOPICS)
def test_vocabulary_breaks_nothing(course: Course, text: str) -> None:
    course.run_topics(text)


def test_run_shows_the_smallest_file_that_breaks_something(tmp_path: Path) -> None:
    seen: list[str] = []

    def refuse(text: str) -> None:
        seen.append(text)
        assert "<" not in text

    with pytest.raises(AssertionError):
        run(refuse, PAGES, 500)
    assert "<" in seen[-1]
