"""mirrors.txt: where other copies of the site stand, as plain text in every copy.

An onion address stands there as text, too: as a link, it would lead readers whose browser
can not open it to a search for it.
"""

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from lanpya.site.strings import Strings

MIRRORS = "mirrors.txt"
# A server may not say that this is UTF-8, and a file manager never does.
BYTE_ORDER_MARK = "\ufeff"


def render_mirrors(
    addresses: Iterable[str], key: str | None, strings: Mapping[str, Strings]
) -> str:
    """The addresses, a line each, and the key that editions are signed with, if there is one."""
    blocks = ["\n".join(words("mirrors.text") for words in strings.values()), "\n".join(addresses)]
    if key:
        said = "\n".join(words("mirrors.key") for words in strings.values())
        blocks.append(f"{said}\n{key}")
    return BYTE_ORDER_MARK + "\n\n".join(blocks) + "\n"


def onion_location(mirrors: Iterable[str], url: str) -> str | None:
    """Where Tor Browser finds a page at the first onion mirror, if there is one.

    url: the page's, from the root of the site. Source: Onion-Location, which may stand in a page.
    """
    for mirror in mirrors:
        if (urlsplit(mirror).hostname or "").endswith(".onion"):
            return mirror + url
    return None
