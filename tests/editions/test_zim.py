"""Archives for Kiwix: found in, whole, and the same wherever they are made."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import lxml.html
import pytest
from libzim.reader import Archive
from libzim.search import Query, Searcher
from libzim.suggestion import SuggestionSearcher

from lanpya.editions.built_site import BuiltWork
from lanpya.editions.publication import Publication
from lanpya.editions.zim import ZIM
from lanpya.editions.zim_words import LONGEST_WORD, find_words, make_name
from lanpya.findings import SiteError
from lanpya.text.graphemes import count_graphemes
from lanpya.text.syllables import split_syllables
from tests.editions.test_bundle import make

BUDGET = 1_000_000
QUERIES = 50
MANY = 1000
BURMESE_RE = re.compile("[\u1000-\u104f]+")
WORD_RE = re.compile("[a-z]{4,}", re.IGNORECASE)


@pytest.fixture(scope="module")
def made(publication: Publication, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The archive of each language."""
    folder = tmp_path_factory.mktemp("zim") / "dist"
    editions = make(publication, folder, ZIM)
    return {one.language: folder / one.path for one in editions if one.language}


def find(archive: Archive, words: str) -> list[str]:
    search = Searcher(archive).search(Query().set_query(words))
    return list(search.getResults(0, MANY))


def spread(candidates: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """QUERIES of them, from all over."""
    assert len(candidates) >= QUERIES
    return candidates[:: len(candidates) // QUERIES][:QUERIES]


def prose(built: BuiltWork) -> str:
    [found] = built.page.parse().find_class("prose")
    return found.text_content()


def inner_words(text: str) -> Iterator[str]:
    """What stands inside a phrase: neither at its beginning nor at its end."""
    for phrase in BURMESE_RE.findall(text):
        syllables = split_syllables(phrase)
        for length in range(2, LONGEST_WORD + 1):
            if len(syllables) >= length + 2:
                yield "".join(syllables[1 : 1 + length])


def test_fifty_words_inside_burmese_phrases_are_found(
    publication: Publication, made: dict[str, Path]
) -> None:
    archive = Archive(made["my"])
    works = publication.works("my")
    asked = [(word, built.page.url) for built in works for word in inner_words(prose(built))]
    for word, url in spread(sorted(set(asked))):
        assert url in find(archive, word), word


def test_names_are_found_in_every_work_that_has_them_inside_longer_words(
    publication: Publication, made: dict[str, Path]
) -> None:
    archive = Archive(made["my"])
    texts = {built.page.url: prose(built) for built in publication.works("my")}
    names = [topic.labels["my"] for topic in publication.library.vocabulary.topics.values()]
    asked = [(name, url) for name in names for url, text in texts.items() if name in text]
    assert len(asked) >= QUERIES
    for name, url in asked:
        assert url in find(archive, name), name


def test_fifty_english_words_are_found(publication: Publication, made: dict[str, Path]) -> None:
    archive = Archive(made["en"])
    works = publication.works("en")
    asked = [(word, built.page.url) for built in works for word in WORD_RE.findall(prose(built))]
    for word, url in spread(sorted(set(asked))):
        assert url in find(archive, word), word


def test_word_that_is_nowhere_is_not_found(made: dict[str, Path]) -> None:
    assert find(Archive(made["en"]), "zyzzyva") == []
    assert find(Archive(made["my"]), "ဍဍဍ") == []


def test_lists_are_no_results_and_titles_are_suggested(
    publication: Publication, made: dict[str, Path]
) -> None:
    for tag, path in made.items():
        archive = Archive(path)
        newest = publication.works(tag)[0].page
        word = newest.title.split()[0]
        results = find(archive, word)
        assert results
        lists = {page.url for page in publication.site.pages[tag] if page.kind == "titles"}
        assert not lists & set(results)
        suggested = SuggestionSearcher(archive).suggest(newest.title)
        assert newest.url in list(suggested.getResults(0, MANY))


def topic_url(publication: Publication, id_: str, tag: str) -> str:
    folder = publication.site.page("topics/index", tag).url.removesuffix("index.html")
    return f"{folder}{id_}.html"


def test_topics_are_found_by_every_name_though_they_share_pages_on_the_site(
    publication: Publication, made: dict[str, Path]
) -> None:
    for tag, path in made.items():
        archive = Archive(path)
        for id_, topic in publication.library.vocabulary.topics.items():
            url = topic_url(publication, id_, tag)
            suggested = SuggestionSearcher(archive).suggest(topic.labels[tag])
            assert url in list(suggested.getResults(0, MANY)), url
            for name in (topic.labels[tag], *topic.aliases.get(tag, ())):
                assert url in find(archive, name), (url, name)


def test_entry_is_all_that_the_shared_page_says_of_the_topic_and_no_more(
    publication: Publication, made: dict[str, Path]
) -> None:
    shown = pages(made["my"])["my/topics/loikaw.html"]
    [heading] = shown.iter("h1")
    assert heading.text_content() == publication.library.vocabulary.topics["loikaw"].labels["my"]
    assert heading.text_content() == shown.findtext("head/title")
    assert not list(shown.iter("h2"))
    [main] = shown.iter("main")
    works = {normpath(join("my/topics", link.get("href", ""))) for link in main.iter("a")}
    about = [one for one in publication.works("my") if "loikaw" in one.work.topics]
    assert works >= {built.page.url for built in about}
    assert len(about) >= 2


def test_metadata_is_all_that_openzim_asks_for(
    publication: Publication, made: dict[str, Path]
) -> None:
    iso = {one.tag: one.iso_639_3 for one in publication.languages}
    names = set()
    for tag, path in made.items():
        archive = Archive(path)
        told = {
            key: archive.get_metadata(key).decode()
            for key in archive.metadata_keys
            if "_" not in key
        }
        assert told["Language"] == iso[tag]
        assert told["Date"] == publication.version.date
        assert told["Creator"] == told["Publisher"] == publication.name(tag)
        assert 0 < count_graphemes(told["Title"]) <= 30
        assert 0 < count_graphemes(told["Description"]) <= 80
        assert archive.has_illustration(48)
        assert archive.main_entry.get_item().path == publication.site.page("index", tag).url
        names.add(told["Name"])
    assert len(names) == len(made)


def pages(path: Path) -> dict[str, lxml.html.HtmlElement]:
    archive = Archive(path)
    entries = (archive._get_entry_by_id(number) for number in range(archive.entry_count))
    return {
        entry.path: lxml.html.document_fromstring(bytes(entry.get_item().content).decode())
        for entry in entries
        if not entry.is_redirect and entry.get_item().mimetype == "text/html"
    }


def test_all_pages_are_there_without_scripts_and_with_links_that_lead_somewhere(
    publication: Publication, made: dict[str, Path]
) -> None:
    for tag, path in made.items():
        archive, read = Archive(path), pages(path)
        topics = publication.library.vocabulary.topics
        left_out = {"404", "downloads", "exit", "search"}
        wanted = {one.url for one in publication.site.pages[tag] if one.kind not in left_out}
        assert read.keys() == wanted | {topic_url(publication, id_, tag) for id_ in topics}
        for url, root in read.items():
            assert not root.findall(".//script")
            links = [
                (one, one.get("href") or one.get("src") or "")
                for one in root.iter("a", "link", "img")
            ]
            for element, href in links:
                if href.startswith(("https:", "mailto:")):
                    assert element.tag == "a"
                    continue
                target = href.partition("#")[0]
                place = normpath(join(dirname(url), unquote(target))) if target else url
                assert archive.has_entry_by_path(place), (url, href)


def test_text_of_a_page_is_that_of_the_site_and_nothing_is_added_for_the_search(
    publication: Publication, made: dict[str, Path]
) -> None:
    for tag, path in made.items():
        read = pages(path)
        for built in publication.works(tag):
            [main] = read[built.page.url].iter("main")
            [shown] = built.page.parse().iter("main")
            [link] = [one for one in shown.iter("a") if "download" in one.attrib]
            link.drop_tree()
            assert main.text_content() == shown.text_content()


def test_archives_are_the_same_bytes_twice_and_small(
    publication: Publication, made: dict[str, Path], tmp_path: Path
) -> None:
    for one in make(publication, tmp_path / "again", ZIM):
        assert one.language
        data = (tmp_path / "again" / one.path).read_bytes()
        assert data == made[one.language].read_bytes()
        assert len(data) <= BUDGET
        assert Archive(made[one.language]).check()


def test_library_leaves_no_word_on_the_output(
    publication: Publication, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    make(publication, tmp_path / "dist", ZIM)
    assert capfd.readouterr() == ("", "")


def test_library_that_fails_stops_the_run_with_a_message(
    publication: Publication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("no space")

    monkeypatch.setattr("lanpya.editions.zim._create", fail)
    with pytest.raises(SiteError, match=r"\.zim can not be written: no space"):
        make(publication, tmp_path / "dist", ZIM)
    assert not (tmp_path / "dist").exists()


@pytest.mark.skipif(not shutil.which("zimcheck"), reason="zim-tools are not installed")
def test_zimcheck_finds_nothing(made: dict[str, Path]) -> None:
    for path in made.values():
        done = subprocess.run(["zimcheck", "-A", path], capture_output=True, text=True)
        assert "Overall Test Status: Pass" in done.stdout, done.stdout + done.stderr
        assert "[WARNING]" not in done.stdout


def test_long_names_and_those_of_other_scripts_are_added_where_they_stand() -> None:
    assert make_name("ကချင်") is None  # two syllables, as any other word
    long, foreign = make_name("ကချင်ပြည်နယ်မြောက်ပိုင်းဒေသ"), make_name("KIA")
    assert long
    assert foreign
    assert foreign.start == ""
    text = "ထိုနေ့က ကချင်ပြည်နယ်မြောက်ပိုင်းဒေသတွင် KIAက"
    words = set(find_words("", text, text, []).text.split())
    assert long.start in words
    assert long.bare not in words
    found = find_words("", text, text, [long, foreign]).text.split()
    assert {long.bare, foreign.bare} <= set(found)
