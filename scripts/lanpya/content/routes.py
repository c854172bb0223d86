"""The addresses that the build makes out of the vocabulary and the works, by uri.

They are known here, and not in `site`, because a page may link to them and the
checker has to know that they will be there.
"""

from collections.abc import Iterable

from lanpya.content.configuration import Configuration

TOPICS = "topics/"
TOPIC_INDEX = "topics/index"
ARCHIVE_INDEX = "archive/index"
TITLE_INDEX = "a-z/index"
SEARCH = "search"
NOT_FOUND = "404"
EXIT = "exit"
RULES = "rules"
DOWNLOADS = "downloads"
RESERVED_PAGES = frozenset({SEARCH, NOT_FOUND, EXIT, RULES, DOWNLOADS})
RESERVED_FOLDERS = frozenset({"topics", "archive", "a-z", "search", "assets", DOWNLOADS})


def topic_uri(topic_id: str) -> str:
    """The page of a topic."""
    return f"{TOPICS}{topic_id}"


def generated_uris(topic_ids: Iterable[str], has_editions: bool) -> list[str]:
    """Generated pages that text may link to; those that depend on paging are left out.

    has_editions: whether the site has a page that leads to its editions.
    """
    hubs = [TOPIC_INDEX, ARCHIVE_INDEX, TITLE_INDEX, SEARCH, RULES]
    hubs += [DOWNLOADS] * has_editions
    return hubs + [topic_uri(topic_id) for topic_id in topic_ids]


def is_reserved(uri: str, language: str, configuration: Configuration) -> bool:
    """Whether the build puts something of its own where a page's address would be.

    The default language has no folder of its own in the site: there, the other languages'
    folders are taken, too.
    """
    folder, slash, _ = uri.partition("/")
    if not slash:
        return uri in RESERVED_PAGES
    tags = {other.tag for other in configuration.languages} - {language}
    return folder in RESERVED_FOLDERS or (language == configuration.default and folder in tags)
