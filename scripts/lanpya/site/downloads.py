"""The page that leads to the editions: which is for whom, and what to know before carrying one.

It names no sizes: the zip holds this very page, so its size could not stand in it. They are
on a page that is made with the editions and lies beside them, and that is linked by its full
address: a copy of the site on a stick has no such folder.
"""

from collections.abc import Mapping
from typing import Any

from lanpya.content.configuration import Configuration
from lanpya.content.routes import DOWNLOADS
from lanpya.site.addresses import Addresses

FOLDER = f"{DOWNLOADS}/"
# What is for reading, in the order in which it is shown; the page that checks files is not.
FORMATS = ("page", "epub", "zim", "zip", "article", "text", "print")


def downloads_name(language: str, default: str) -> str:
    """What the page beside the editions is called in a language.

    Never index.html, which is what a copy of the site itself is known by.
    """
    return f"{DOWNLOADS}.html" if language == default else f"{DOWNLOADS}.{language}.html"


def view_downloads(
    configuration: Configuration, addresses: Addresses, language: str
) -> Mapping[str, Any]:
    """Where the files lie, here and at mirrors, and the key that they are signed with."""
    url = FOLDER + downloads_name(language, configuration.default)
    return {
        "formats": FORMATS,
        "files": addresses.absolute(url),
        "mirrors": [mirror + url for mirror in configuration.mirrors],
        "key": configuration.key,
    }
