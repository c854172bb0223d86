"""The built site, read."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from lanpya.content.configuration import read_configuration
from lanpya.editions.publication import Publication, read_publication
from lanpya.findings import SiteError
from tests.site.repository import read_tree


def test_every_file_of_the_site_is_there_with_its_hash(publication: Publication) -> None:
    tree = read_tree(publication.site.folder)
    assert {url: file.sha256 for url, file in publication.site.files.items()} == {
        url: sha256(data).hexdigest() for url, data in tree.items()
    }
    assert list(publication.site.files) == sorted(tree)


def test_pages_are_by_language_and_kind(publication: Publication) -> None:
    for tag, prefix in (("en", ""), ("my", "my/")):
        pages = {page.uri: page for page in publication.site.pages[tag]}
        assert all(page.url == f"{prefix}{page.uri}.html" for page in pages.values())
        assert pages["index"].kind == "home"
        assert "displacement" in pages["topics/all/theme"].entries
        assert pages["articles/two-million-displaced"].kind == "article"
        assert pages["exit"].kind == "exit"
    total = sum(map(len, publication.site.pages.values()))
    offprints = len(publication.library.works) * len(publication.languages)
    assert total + len(publication.site.assets) + offprints == len(publication.site.files)


def test_page_titles_are_those_of_docs_in_every_language(publication: Publication) -> None:
    for uri, work in publication.library.works.items():
        for tag, page in work.pages.items():
            assert publication.site.page(uri, tag).title == page.title


def test_page_is_parsed_anew_each_time(publication: Publication) -> None:
    page = publication.site.page("articles/two-million-displaced", "my")
    tree = page.parse()
    assert tree.get("lang") == "my"
    heading = tree.find(".//h1")
    assert heading is not None
    assert "".join(heading.itertext()) == page.title
    heading.text = "changed"
    again = page.parse().find(".//h1")
    assert again is not None
    assert "".join(again.itertext()) == page.title


def test_works_are_in_every_language_and_say_what_is_not_translated(
    grown_publication: Publication,
) -> None:
    for tag in ("en", "my"):
        works = grown_publication.works(tag)
        assert [one.work.uri for one in works] == list(grown_publication.library.works)
        assert all(one.page.language == tag for one in works)
    missing = {
        tag: [one.work.uri for one in grown_publication.works(tag) if one.is_fallback]
        for tag in ("en", "my")
    }
    assert missing == {"en": ["articles/only-burmese"], "my": ["articles/only-english"]}


def read_copy(root: Path) -> Publication:
    return read_publication(read_configuration(root / "mkdocs.yml"), None, {})


def test_site_of_other_docs_is_refused(copy_site: Callable[[], Path]) -> None:
    root = copy_site()
    read_copy(root)
    for language in ("en", "my"):
        (root / f"docs/{language}/articles/w007.md").unlink()
    with pytest.raises(SiteError, match=r"articles/w007\): build it again"):
        read_copy(root)


def test_site_with_an_older_title_is_refused(copy_site: Callable[[], Path]) -> None:
    root = copy_site()
    page = root / "docs/my/articles/w007.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace('title: "', 'title: "New ', 1), encoding="utf-8")
    with pytest.raises(SiteError, match="my/articles/w007"):
        read_copy(root)


def test_site_without_a_topic_is_refused(copy_site: Callable[[], Path]) -> None:
    path = copy_site() / "docs/topics.yml"
    vocabulary = json.loads(path.read_text(encoding="utf-8"))
    vocabulary["topics"]["town99"] = vocabulary["topics"]["town01"] | {
        "labels": {"en": "Town99", "my": "town99 အမည်"}
    }
    path.write_text(json.dumps(vocabulary), encoding="utf-8")
    with pytest.raises(SiteError, match=r"topics/town99\): build it again"):
        read_copy(path.parent.parent)


def test_folder_without_a_site_is_refused(tmp_path: Path, publication: Publication) -> None:
    for folder in (tmp_path, tmp_path / "absent"):
        with pytest.raises(SiteError, match="build"):
            read_publication(publication.configuration, folder, {})


def test_page_of_another_program_is_refused(copy_site: Callable[[], Path]) -> None:
    root = copy_site()
    (root / "site/stray.html").write_text("<html><body>x", encoding="utf-8")
    with pytest.raises(SiteError, match="stray"):
        read_copy(root)


def test_digest_changes_with_a_byte_and_with_a_name(copy_site: Callable[[], Path]) -> None:
    root = copy_site()
    digests = {read_copy(root).site.digest}
    (root / "site/robots.txt").write_bytes((root / "site/robots.txt").read_bytes() + b"\n")
    digests.add(read_copy(root).site.digest)
    (root / "site/robots.txt").rename(root / "site/robot.txt")
    digests.add(read_copy(root).site.digest)
    assert len(digests) == 3
