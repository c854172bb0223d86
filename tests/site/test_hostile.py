"""What a contributor writes into metadata stays words: it changes no page's structure."""

import json
import re
import shutil
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

from lanpya.findings import SiteError
from lanpya.site.build import build_site
from tests.site.built import BuiltSite
from tests.site.repository import STANDING, write_original, write_page, write_repository

# Each begins and is cut alike, so that it stands in the same lists.
HARMLESS = "A plain text"
SHARD_RE = re.compile(r'lanpya\.search\.add\("[a-z/0-9]+","[0-9a-f]*",(.*)\);\n', re.DOTALL)
HOSTILE = [
    'A "><script>alert(1)</script>',
    "A '\"--!><img src=x onerror=alert(1)><svg/onload=alert(1)>",
    "A </title></script></style></textarea><!--<script>",
    "A {{ 7 * 7 }}{% include 'base.html' %}{# x #}",
    "A ]]>&lt;script&gt;&#x3c;b&#x3e;&amp;\\u003cb",
    "A ` ${alert(1)} <!-- --!>",
]


def write_with(root: Path, text: str) -> Path:
    """A repository that says `text` wherever words of a contributor end up in a page."""
    write_repository(root, works=())
    metadata: dict[str, Any] = {
        "title": text,
        "description": text,
        "key_points": [text, text],
        "credit": [text],
        "corrections": [{"date": "2024-05-03", "note": text}],
        "source": {
            **dict.fromkeys(("title", "publisher", "agency", "via"), text),
            "authors": [text],
            "url": "https://source.example/a?b=1&c=%22%3E",
        },
        "rights": {"mode": "summary", "license": text, "holder": text},
    }
    write_original(root, "en", "a", **metadata)
    write_original(root, "my", "b", **metadata)
    for uri in STANDING:
        path = root / f"docs/en/{uri}.md"
        body = path.read_text(encoding="utf-8").partition("\n---\n")[2]
        write_page(root, "en", uri, {"title": f"{text} {uri}", "description": text}, body)
    topics = root / "docs/topics.yml"
    vocabulary = json.loads(topics.read_text(encoding="utf-8"))
    for topic in vocabulary["topics"].values():
        for key in ("labels", "summaries"):
            topic[key] = {"en": text, "my": text}
        topic["aliases"] = {"en": [text]}
    for group in ("counts", "units"):
        for entry in vocabulary[group].values():
            entry["labels"] = {"en": text, "my": text}
    topics.write_text(json.dumps(vocabulary), encoding="utf-8")
    return root


def build_with(tmp_path: Path, text: str) -> BuiltSite:
    shutil.rmtree(tmp_path / "repository", ignore_errors=True)
    root = write_with(tmp_path / "repository", text)
    return BuiltSite(build_site(root / "mkdocs.yml"))


def skeleton(site: BuiltSite) -> dict[str, list[str]]:
    """Every page's elements with the names of their attributes, and no words."""
    return {
        url: [f"{element.tag} {' '.join(sorted(element.attrib))}" for element in page.elements]
        for url, page in site.pages.items()
    }


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    return skeleton(build_with(tmp_path_factory.mktemp("harmless"), HARMLESS))


@pytest.fixture(scope="module", params=HOSTILE)
def hostile(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, BuiltSite]:
    """A hostile text, and a site that has it everywhere."""
    return request.param, build_with(tmp_path_factory.mktemp("hostile"), request.param)


def test_metadata_can_not_change_a_page(
    hostile: tuple[str, BuiltSite], harmless: dict[str, list[str]]
) -> None:
    text, site = hostile
    assert skeleton(site) == harmless
    for page in site.pages.values():
        assert page.errors == []
    shown = "".join(site.pages["articles/a.html"].find("h1")[0].itertext())
    assert " ".join(shown.split()) == " ".join(text.split())


def test_metadata_can_not_break_what_machines_read(hostile: tuple[str, BuiltSite]) -> None:
    _, site = hostile
    for name in ("feed.xml", "my/feed.xml", "sitemap.xml"):
        assert len(fromstring(site.read(name))) > 0
    shards = [file for file in site.files if file.startswith("search/")]
    assert {"search/index.js", "search/en/t0.js", "search/my/t0.js"} <= set(shards)
    for file in shards:
        match = SHARD_RE.fullmatch(site.read(file))
        assert match
        assert json.loads(match[1]) is not None
    for page in site.pages.values():
        for script in page.find("script", type="application/ld+json"):
            json.loads("".join(script.itertext()))


@pytest.mark.parametrize("char", ["\x01", "\x0b", "\x7f", "\x85", "\u2028", "\ufffe", "\ud800"])
def test_character_that_no_page_can_hold_is_refused(tmp_path: Path, char: str) -> None:
    root = write_with(tmp_path / "repository", HARMLESS)
    write_original(root, "en", "a", title=f"A {char} title")
    with pytest.raises(SiteError):
        build_site(root / "mkdocs.yml")
