from pathlib import Path

import pytest

from lanpya.checks.examples import read_examples
from lanpya.findings import message_languages, read_messages
from lanpya.site.rules import view_rules
from lanpya.site.strings import Strings
from tests.site.built import BuiltSite
from tests.site.samples import real_strings

CODES = [example.code for group in read_examples().values() for example in group]


@pytest.mark.parametrize("url", ["rules.html", "my/rules.html"])
def test_page_has_every_rule_under_its_code(site_dir: Path, url: str) -> None:
    page = BuiltSite(site_dir).pages[url]
    headings = ["".join(heading.itertext()) for heading in page.find("h3")]
    assert headings == CODES
    assert set(CODES) <= set(page.ids)
    shown = ["".join(element.itertext()) for element in page.find("pre")]
    assert len(shown) == 2 * len(CODES)
    assert all(text.isprintable() or "\n" in text for text in shown)
    assert any("⟨U+202E⟩" in text for text in shown)


def test_page_speaks_the_readers_language(site_dir: Path) -> None:
    pages = BuiltSite(site_dir).pages
    for language, url in (("en", "rules.html"), ("my", "my/rules.html")):
        text = read_messages(language)["rules"]["link-absolute"]["text"]
        assert text.format(target="/safety.md") in "".join(pages[url].tree.itertext())


def test_page_does_not_grow_with_the_site(site_dir: Path, grown_site_dir: Path) -> None:
    own, grown = (BuiltSite(folder).read("rules.html") for folder in (site_dir, grown_site_dir))
    assert (
        own.partition("<main")[2].partition("</main>")[0]
        == (grown.partition("<main")[2].partition("</main>")[0])
    )


def test_contribute_page_leads_to_it(grown_site_dir: Path) -> None:
    for url in ("contribute.html", "my/contribute.html"):
        page = BuiltSite(grown_site_dir).pages[url]
        assert page.find("a", href="rules.html")


def test_language_that_the_checker_does_not_speak_gets_english() -> None:
    words = Strings("fr", real_strings()["en"].words)
    view = view_rules(words)
    assert view["language"] == "en"
    assert view["groups"] == view_rules(real_strings()["en"])["groups"]
    for tag in message_languages():
        assert view_rules(Strings(f"{tag}-XX", words.words))["language"] is None
