"""The same texts built twice: as `lanpya build` does, and by stock Material for Pagefind too."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from lanpya.content.configuration import Configuration
from lanpya.convert.escape import escape_block, escape_heading
from lanpya.model import TopicKind
from tests.bench.texts import Text
from tests.bench.truth import Collection, TextPage
from tests.site.repository import REPOSITORY, write_page, write_repository

FIRST_YEAR = 2015
YEARS = 10
# What every work is about, besides what it names: `about` may not be empty.
THEME = "texts-{}"
WORKS_OF_THEME = 50
MOST_ABOUT, MOST_MENTIONED = 5, 100
LONGEST_DESCRIPTION = 2000


class BuildError(Exception):
    """A builder that failed, with what it said."""


def locate(texts: Sequence[Text], configuration: Configuration) -> list[TextPage]:
    """Each text's page; its address is the same in all builds."""
    return [TextPage(_url(text, configuration.default), text) for text in texts]


def _url(text: Text, default: str) -> str:
    prefix = "" if text.language == default else f"{text.language}/"
    return f"{prefix}articles/{text.name}.html"


def build_own(root: Path, collection: Collection, configuration: Configuration, seed: int) -> Path:
    """The site as this repository builds it. Returns its folder."""
    write_repository(root, works=())
    works: dict[str, list[Text]] = {}
    for page in collection.pages:
        works.setdefault(page.text.name, []).append(page.text)
    vocabulary = _vocabulary(len(works), configuration)
    topics = json.dumps(vocabulary, ensure_ascii=False)
    (root / "docs/topics.yml").write_text(topics, encoding="utf-8")
    chance = random.Random(seed)
    for number, (name, texts) in enumerate(works.items()):
        published = f"{FIRST_YEAR + chance.randrange(YEARS)}-{chance.randint(1, 12):02}"
        named = [id_ for id_, names in collection.about.items() if name in names]
        known = _original(number, published, named, vocabulary["topics"])
        for text in texts:
            words, body = _words(text)
            write_page(root, text.language, f"articles/{name}", words | known, body)
            known = {"translation": {"of": texts[0].language, "status": "draft"}}
    site = root / "site"
    run("-m", "tests.bench.unchecked", str(root / "mkdocs.yml"), str(site))
    missing = [page.url for page in collection.pages if not (site / page.url).is_file()]
    if missing:
        raise BuildError(f"{len(missing)} pages are missing, the first is {missing[0]}")
    return site


def _vocabulary(works: int, configuration: Configuration) -> Any:
    """The site's own topics, and the themes that the works are about."""
    vocabulary = yaml.safe_load((REPOSITORY / "docs/topics.yml").read_text(encoding="utf-8"))
    for number in range(-(-works // WORKS_OF_THEME)):
        id_ = THEME.format(number)
        labels = {language.tag: f"{id_}-{language.tag}" for language in configuration.languages}
        vocabulary["topics"][id_] = {"kind": "theme", "labels": labels, "summaries": labels}
    return vocabulary


def _original(
    number: int, published: str, named: Sequence[str], topics: Mapping[str, Any]
) -> dict[str, Any]:
    """What is true of a work. named: ids of the topics that it names."""
    themes = [id_ for id_ in named if topics[id_]["kind"] == TopicKind.THEME]
    about = [THEME.format(number // WORKS_OF_THEME), *themes][:MOST_ABOUT]
    return {
        "published": published,
        "source": {"publisher": "Paper"},
        "rights": {"mode": "summary", "license": "LicenseRef-Unknown"},
        "about": about,
        "mentions": [id_ for id_ in named if id_ not in about][:MOST_MENTIONED],
    }


def _words(text: Text) -> tuple[dict[str, Any], str]:
    """Front matter and body. The first paragraph is the description if it can be."""
    first, *others = text.paragraphs
    if not others or len(first) > LONGEST_DESCRIPTION:
        first, others = text.title, list(text.paragraphs)
    return {"title": text.title, "description": first}, _join(others)


def _join(paragraphs: Sequence[str]) -> str:
    return "\n\n".join(map(escape_block, paragraphs)) + "\n"


def build_stock(root: Path, pages: Sequence[TextPage], configuration: Configuration) -> Path:
    """The site as Material comes, in as many languages, with its own search. Returns its folder."""
    for page in pages:
        text = page.text
        path = root / "docs" / text.language / "articles" / f"{text.name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        title = f"# {escape_heading(text.title)}\n\n"
        path.write_text(title + _join(text.paragraphs), encoding="utf-8")
    for language in configuration.languages:
        home = root / "docs" / language.tag / "index.md"
        home.write_text(f"# {language.tag}\n", encoding="utf-8")
    config = json.dumps(stock_configuration(configuration), ensure_ascii=False)
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    run("-m", "mkdocs", "build", "--quiet", "--config-file", str(root / "mkdocs.yml"))
    return root / "site"


def stock_configuration(configuration: Configuration) -> Mapping[str, Any]:
    """Nothing is set but the languages, that addresses end in .html, and that no font is fetched.

    The navigation has the home page only: with every page in it, every page would list them all.
    """
    languages = [
        {"locale": one.tag, "name": one.name, "default": one.tag == configuration.default}
        for one in configuration.languages
    ]
    return {
        "site_name": "Stock",
        "use_directory_urls": False,
        "theme": {"name": "material", "font": False},
        "plugins": ["search", {"i18n": {"docs_structure": "folder", "languages": languages}}],
        "nav": ["index.md"],
        "validation": {"nav": {"omitted_files": "ignore"}},
    }


def add_pagefind(site: Path) -> None:
    """Pagefind's index of the articles' text, without the navigation around it."""
    run("-m", "pagefind", "--site", str(site), "--root-selector", "article", "--quiet")


def run(*arguments: str) -> None:
    """Run a Python program. Raises BuildError with what it said if it fails."""
    # What Material has to say of mkdocs 2 does not belong here.
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        cwd=REPOSITORY,
    )
    if done.returncode:
        raise BuildError(f"{' '.join(arguments[:3])}: exit {done.returncode}\n{done.stderr}")
