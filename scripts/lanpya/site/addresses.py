"""Where pages stand. A uri is the same in every language; an address is where it ends up.

One build serves every copy: addresses inside the site are relative and end in .html,
only canonical links, alternates and feeds name the host.
"""

import posixpath
import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, unquote, urljoin, urlsplit

# What leaves the site: it names how, or the host alone.
SCHEME_RE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


@dataclass(frozen=True)
class Addresses:
    """site_url: absolute, with a slash at its end. default: tag of the language at the root."""

    site_url: str
    default: str

    def url(self, uri: str, language: str) -> str:
        """From the root of the site: "my/articles/x.html". An anchor is kept."""
        path, hash_, anchor = uri.partition("#")
        return f"{self.prefix(language)}{path}.html{hash_}{anchor}"

    def prefix(self, language: str) -> str:
        """The folder of a language: "" or "my/"."""
        return "" if language == self.default else f"{language}/"

    def absolute(self, url: str) -> str:
        """The canonical address of something that is given from the root of the site."""
        return urljoin(self.site_url, quote(url, safe="/#"))

    def root_path(self, url: str) -> str:
        """From the root of the host; for the 404 page alone, which is served at any depth."""
        return urlsplit(self.absolute(url)).path


def relative_url(url: str, from_url: str) -> str:
    """How a page refers to something; both from the root of the site. An anchor is kept."""
    path, hash_, anchor = url.partition("#")
    return _relative_path(path, posixpath.dirname(from_url)) + hash_ + anchor


def root_url(address: str, from_url: str) -> str:
    """The other way round: where a page's relative address leads, from the root of the site."""
    folder = posixpath.dirname(from_url)
    return posixpath.normpath(posixpath.join(folder, unquote(address.partition("#")[0])))


@lru_cache(maxsize=100_000)  # a few hundred thousand links, and few different ones
def _relative_path(path: str, folder: str) -> str:
    return quote(posixpath.relpath(path, folder or "."))
