"""mirrors.txt: where else the site stands, in every copy of it."""

from pathlib import Path

import pytest

from lanpya.site.build import build_site
from lanpya.site.mirrors import onion_location, render_mirrors
from tests.site.repository import read_tree, write_repository
from tests.site.samples import real_strings

ONION = f"http://{'a' * 56}.onion/"
ADDRESSES = ("https://a.example/", "http://onionservice.onion/")


def test_addresses_stand_a_line_each_under_words_of_every_language() -> None:
    strings = real_strings()
    text = render_mirrors(ADDRESSES, None, strings)
    assert text.startswith("\ufeff")
    lines = text[1:].splitlines()
    assert lines == [*(words("mirrors.text") for words in strings.values()), "", *ADDRESSES]


def test_key_stands_below_where_there_is_one() -> None:
    strings = real_strings()
    lines = render_mirrors(ADDRESSES, "RWkey", strings).splitlines()
    assert lines[-1] == "RWkey"
    assert lines[-2] in {words("mirrors.key") for words in strings.values()}


@pytest.mark.parametrize(
    ("mirrors", "expected"),
    [
        (ADDRESSES, "http://onionservice.onion/my/articles/a.html"),
        (("https://a.example/", "https://onion.example/"), None),
        ((), None),
    ],
)
def test_onion_location_is_the_page_at_the_onion_mirror(
    mirrors: tuple[str, ...], expected: str | None
) -> None:
    assert onion_location(mirrors, "my/articles/a.html") == expected


def test_pages_name_the_onion_mirror_where_there_is_one(tmp_path: Path) -> None:
    repository = write_repository(tmp_path / "repository")
    configuration = repository / "mkdocs.yml"
    text = configuration.read_text(encoding="utf-8")
    named = text.replace("mirrors: []", f"mirrors: ['{ONION}']")
    configuration.write_text(named, encoding="utf-8")
    pages = {
        url: page.decode()
        for url, page in read_tree(build_site(configuration, tmp_path / "site")).items()
        if url.endswith(".html") and "offprints" not in url
    }
    for url, page in pages.items():
        named = f'<meta http-equiv="onion-location" content="{ONION}{url}">'
        assert named in page, url
    assert len(pages) > 10
