import dataclasses
from pathlib import Path

import pytest

from lanpya.model import (
    Page,
    Rights,
    RightsMode,
    Source,
    Topic,
    TopicKind,
    Translation,
    TranslationStatus,
    Work,
)


def page_in(language: str, of: str | None = None) -> Page:
    translation = Translation(of, TranslationStatus.DRAFT) if of else None
    path = Path(f"docs/{language}/articles/a.md")
    return Page("articles/a", language, path, "T", "D", "", 5, translation=translation)


WORK = Work(
    uri="articles/a",
    original=page_in("shn"),
    translations={"fr": page_in("fr", of="shn"), "de": page_in("de", of="shn")},
    published="2023-11-17",
    source=Source(),
    rights=Rights(RightsMode.SUMMARY, "LicenseRef-Unknown"),
    about=("aid", "displacement"),
    mentions=("un",),
    figures=(),
)


def test_pages_of_a_work_have_the_original_first() -> None:
    assert list(WORK.pages) == ["shn", "fr", "de"]
    assert WORK.pages["shn"] is WORK.original


def test_topics_of_a_work_are_what_it_is_about_and_then_what_it_names() -> None:
    assert WORK.topics == ("aid", "displacement", "un")


@pytest.mark.parametrize("kind", TopicKind)
def test_every_topic_but_a_theme_is_a_name(kind: TopicKind) -> None:
    assert Topic("a", kind, {}, {}, {}).is_name is (kind is not TopicKind.THEME)


def test_model_can_not_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        WORK.uri = "articles/b"  # type: ignore[misc]
