"""The addresses that the build makes out of the vocabulary and the works, by uri.

They are known here, and not in `site`, because a page may link to them and the
checker has to know that they will be there.
"""

from lanpya.model import Vocabulary

TOPIC_INDEX = "topics/index"
ARCHIVE_INDEX = "archive/index"
TITLE_INDEX = "a-z/index"
SEARCH = "search"
NOT_FOUND = "404"
EXIT = "exit"


def topic_uri(topic_id: str) -> str:
    """The page of a topic."""
    return f"topics/{topic_id}"


def generated_uris(vocabulary: Vocabulary) -> list[str]:
    """Generated pages that text may link to; those that depend on paging are left out."""
    hubs = [TOPIC_INDEX, ARCHIVE_INDEX, TITLE_INDEX, SEARCH]
    return hubs + [topic_uri(topic_id) for topic_id in vocabulary.topics]
