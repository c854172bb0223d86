"""mirrors.txt: where else the site stands, in every copy of it."""

from lanpya.site.mirrors import render_mirrors
from tests.site.samples import real_strings

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
