from pathlib import Path

import pytest

from lanpya.content.configuration import Configuration
from lanpya.content.routes import generated_uris, is_reserved, topic_uri
from lanpya.model import Language

LANGUAGES = (Language("fr", "fra", "Français"), Language("shn", "shn", "Tai"))
SITE = Configuration(
    Path("/a/mkdocs.yml"), Path("/a/docs"), LANGUAGES, "fr", {}, Path("/a/site"), Path("/a/strings")
)


@pytest.mark.parametrize(
    ("uri", "language", "expected"),
    [
        ("search", "fr", True),
        ("rules", "fr", True),
        ("downloads", "shn", True),
        ("downloads/a", "fr", True),
        ("404", "shn", True),
        ("exit", "fr", True),
        ("topics/index", "fr", True),
        ("topics/a", "shn", True),
        ("archive/2023", "fr", True),
        ("a-z/u1000", "fr", True),
        ("search/a", "fr", True),
        ("assets/a", "fr", True),
        ("shn/about", "fr", True),
        ("fr/about", "fr", False),
        ("fr/about", "shn", False),
        ("shn/about", "shn", False),
        ("index", "fr", False),
        ("topics", "fr", False),
        ("searching", "fr", False),
        ("articles/search", "fr", False),
        ("articles/topics/a", "fr", False),
    ],
)
def test_address_is_reserved_where_the_build_puts_a_page(
    uri: str, language: str, expected: bool
) -> None:
    assert is_reserved(uri, language, SITE) is expected


def test_generated_pages_are_hubs_and_topics() -> None:
    hubs = ["topics/index", "archive/index", "a-z/index", "search", "rules"]
    assert generated_uris(["a", "b"], False) == [*hubs, "topics/a", "topics/b"]
    uris = generated_uris(["a"], True)
    assert uris == [*hubs, "downloads", "topics/a"]
    assert all(is_reserved(uri, "fr", SITE) for uri in uris)
    assert topic_uri("a") == "topics/a"
