"""What the site itself says: complete in every language, and nothing that nobody reads."""

import re
from pathlib import Path
from string import Formatter

import pytest
import yaml

from lanpya.checks.examples import read_examples
from lanpya.editions.formats import FORMATS
from lanpya.findings import SiteError
from lanpya.model import Bound, RightsMode, TopicKind
from lanpya.site.strings import Strings, read_strings
from tests.conftest import REPOSITORY
from tests.site.samples import real_strings

FOLDER = REPOSITORY / "overrides/strings"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.yml"))
# Calls that ask for words: in words(…) every text in quotes is a key, in _make(…) those with a dot.
WORDS_RE = re.compile(r"(?:words(?:\.form|\.items)?|strings\[[^\]]*\])\(([^()]*)")
MAKE_RE = re.compile(r"_make\(([^()]*)")
QUOTED_RE = re.compile(r"""["']([a-z0-9]+(?:[.-][a-z0-9-]+)*)["']""")
# Keys that are put together when the site is built.
COMPOSED = {
    *(f"bound.{bound.value}" for bound in Bound),
    *(f"rights.{mode.value}" for mode in RightsMode),
    *(f"kind.{kind.value}" for kind in TopicKind),
    *(f"kind.{kind.value}.plural" for kind in TopicKind),
    *(f"source.{key}" for key in ("title", "authors", "agency", "publisher", "via", "holder")),
    *(f"rules.group.{group}" for group in read_examples()),
    *(f"downloads.{format_.name}" for format_ in FORMATS),
    *(f"downloads.{format_.name}.for" for format_ in FORMATS),
}


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def variants(strings: Strings, key: str) -> list[str]:
    """A key's texts: one, or its forms by number, or a list."""
    words = strings.words[key]
    if isinstance(words, str):
        return [words]
    return list(words) if isinstance(words, list) else list(words.values())


def read_code() -> str:
    """The templates, and the modules of the site and of the editions."""
    paths = [
        path
        for path in (REPOSITORY / "overrides").rglob("*")
        if path.suffix in {".html", ".opf", ".xhtml", ".xml"}
    ]
    for room in ("site", "editions"):
        paths += (REPOSITORY / "scripts/lanpya" / room).glob("*.py")
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def asked_keys(code: str) -> set[str]:
    words = {key for call in WORDS_RE.findall(code) for key in QUOTED_RE.findall(call)}
    made = {key for call in MAKE_RE.findall(code) for key in QUOTED_RE.findall(call)}
    return COMPOSED | words | {key for key in made if "." in key}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_that_is_asked_for_is_there(language: str) -> None:
    asked = asked_keys(read_code())
    assert {"skip", "search.count", "actions.items", "404.title", "archive.year"} <= asked
    assert asked - real_strings()[language].words.keys() == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_there_for_nothing(language: str) -> None:
    quoted = set(QUOTED_RE.findall(read_code()))
    assert real_strings()[language].words.keys() - quoted - COMPOSED == set()


def test_placeholders_are_the_same_in_every_language() -> None:
    strings = real_strings()
    for key in strings["en"].words:
        expected = {tuple(placeholders(text)) for text in variants(strings["en"], key)}
        for language in LANGUAGES:
            found = {tuple(placeholders(text)) for text in variants(strings[language], key)}
            assert found == expected, f"{language}: {key}"


def test_lists_are_equally_long_in_every_language() -> None:
    strings = real_strings()
    lists = [key for key, words in strings["en"].words.items() if isinstance(words, list)]
    assert lists
    for key in lists:
        assert {len(strings[language].items(key)) for language in LANGUAGES} == {
            len(strings["en"].items(key))
        }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_text(language: str) -> None:
    """YAML would read a bare `no` or `404` as something else."""
    strings = real_strings()[language]
    assert {type(key) for key in strings.words} == {str}
    texts = [text for key in strings.words for text in variants(strings, key)]
    assert {type(text) for text in texts} == {str}
    assert all(text.strip() for text in texts)


def test_burmese_texts_are_in_burmese() -> None:
    """But for those that are nothing but placeholders and signs."""
    strings = real_strings()["my"]
    foreign = [
        key
        for key in strings.words
        for text in variants(strings, key)
        if not re.search("[က-႟]", text)
    ]
    assert foreign == [
        "bound.exact",
        "downloads.kilobytes",
        "downloads.megabytes",
        "downloads.sum",
        "figure.unit",
        "offprint.colon",
    ]


def make_strings(**words: str | list[str] | dict[str, str]) -> Strings:
    return Strings("my", words)


def test_words_are_filled_in() -> None:
    strings = make_strings(a="{x} and {y}", b="plain {x}")
    assert strings("a", x="1", y="2") == "1 and 2"
    assert strings("b") == "plain {x}"


def test_count_chooses_the_form_and_is_written_in_the_languages_digits() -> None:
    strings = make_strings(works={"one": "{count} work", "other": "{count} works"})
    assert strings("works", count=1) == "၁ work"
    assert strings("works", count=12) == "၁၂ works"


def test_language_without_a_singular_needs_none() -> None:
    assert make_strings(works={"other": "{count} ပုဒ်"})("works", count=1) == "၁ ပုဒ်"


def test_missing_key_is_named(tmp_path: Path) -> None:
    (tmp_path / "en.yml").write_text("a: A\nb: B\n", encoding="utf-8")
    (tmp_path / "my.yml").write_text("a: က\nc: ခ\n", encoding="utf-8")
    with pytest.raises(SiteError, match=r"en\.yml lacks c\."):
        read_strings(tmp_path, ("en", "my"))


def test_missing_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "en.yml").write_text("a: A\n", encoding="utf-8")
    with pytest.raises(SiteError, match=r"my\.yml is missing"):
        read_strings(tmp_path, ("en", "my"))


def test_files_hold_no_key_twice() -> None:
    for language in LANGUAGES:
        node = yaml.compose((FOLDER / f"{language}.yml").read_text(encoding="utf-8"))
        assert isinstance(node, yaml.MappingNode)
        keys = [key.value for key, _ in node.value]
        assert sorted(keys) == sorted(set(keys))
