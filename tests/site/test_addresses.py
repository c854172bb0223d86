"""Where pages stand, and how they refer to each other."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.site.addresses import Addresses, relative_url
from tests.site.samples import ADDRESSES

names = st.text("abc-ခရ", min_size=1, max_size=4)
urls = st.lists(names, min_size=1, max_size=4).map(lambda parts: "/".join(parts) + ".html")


@pytest.mark.parametrize(
    ("uri", "language", "url"),
    [
        ("index", "en", "index.html"),
        ("index", "my", "my/index.html"),
        ("articles/aid", "en", "articles/aid.html"),
        ("articles/aid", "my", "my/articles/aid.html"),
        ("topics/all/place#bago", "my", "my/topics/all/place.html#bago"),
    ],
)
def test_url_has_the_default_language_at_the_root(uri: str, language: str, url: str) -> None:
    assert ADDRESSES.url(uri, language) == url


def test_url_of_another_default_language() -> None:
    addresses = Addresses("https://site.example/", "my")
    assert (addresses.url("index", "my"), addresses.url("index", "en")) == (
        "index.html",
        "en/index.html",
    )


def test_absolute_keeps_the_path_of_the_site() -> None:
    assert ADDRESSES.absolute("my/a.html") == "https://site.example/base/my/a.html"


def test_absolute_keeps_an_anchor() -> None:
    address = "https://site.example/base/topics/all/place.html#bago"
    assert ADDRESSES.absolute("topics/all/place.html#bago") == address


def test_absolute_is_ascii() -> None:
    assert ADDRESSES.absolute("my/လမ်း.html").isascii()


def test_root_path_names_no_host() -> None:
    assert ADDRESSES.root_path("my/a.html") == "/base/my/a.html"
    assert ADDRESSES.root_path("") == "/base/"


@pytest.mark.parametrize(
    ("url", "from_url", "relative"),
    [
        ("index.html", "about.html", "index.html"),
        ("index.html", "my/articles/aid.html", "../../index.html"),
        ("my/articles/aid.html", "articles/aid.html", "../my/articles/aid.html"),
        ("a/b.html", "a/b.html", "b.html"),
        ("a/b.html#aid", "a/c.html", "b.html#aid"),
        (".", "index.html", "."),
        (".", "my/search.html", ".."),
    ],
)
def test_relative_url(url: str, from_url: str, relative: str) -> None:
    assert relative_url(url, from_url) == relative


@given(urls, urls)
def test_relative_url_leads_there(url: str, from_url: str) -> None:
    page = ADDRESSES.absolute(from_url)
    assert urljoin(page, relative_url(url, from_url)) == ADDRESSES.absolute(url)
