"""Topic ids and the words of figures: only what topics.yml has."""

from collections.abc import Collection, Iterator

from lanpya.content.library import Reading
from lanpya.content.suggestions import near_value
from lanpya.content.tree import VOCABULARY_FILE
from lanpya.content.yaml_source import KeyPath
from lanpya.findings import Finding
from lanpya.model import SOURCE_SPEAKER, TopicKind, Work


def check_topic_ids(reading: Reading) -> Iterator[Finding]:
    """`about:` and `mentions:` hold ids of topics.yml, `about:` those of themes.

    Bad: `about: [displacment]`, `about: [un]`
    Good: `about: [displacement]`, `mentions: [un]`
    """
    topics = reading.vocabulary.topics
    names = {id_ for id_, topic in topics.items() if topic.kind is not TopicKind.THEME}
    for work in reading.works.values():
        for key, ids in (("about", work.about), ("mentions", work.mentions)):
            known = topics.keys() - names if key == "about" else topics.keys()
            for index, id_ in enumerate(ids):
                if key == "about" and id_ in names:
                    yield reading.finding(work.original, (key, index), "topic-not-theme", id=id_)
                else:
                    yield from _unknown(reading, work, (key, index), "topics", id_, known)


def check_figure_words(reading: Reading) -> Iterator[Finding]:
    """A figure's `counts`, `unit` and `attributed_to` are in topics.yml.

    Bad: `{id: displaced, counts: people-displaced-maybe, …}`
    Good: `{id: displaced, counts: displaced-total, unit: people, attributed_to: un, …}`
    """
    vocabulary = reading.vocabulary
    speakers = vocabulary.topics.keys() | {SOURCE_SPEAKER}
    for work in reading.works.values():
        for index, figure in enumerate(work.figures):
            for key, group, id_, known in (
                ("counts", "counts", figure.counts, vocabulary.counts),
                ("unit", "units", figure.unit, vocabulary.units),
                ("attributed_to", "topics", figure.attributed_to, speakers),
            ):
                yield from _unknown(reading, work, ("figures", index, key), group, id_, known)


def _unknown(
    reading: Reading, work: Work, path: KeyPath, group: str, id_: str, known: Collection[str]
) -> Iterator[Finding]:
    """A finding for an id that topics.yml has not, if it is known what topics.yml has."""
    unread = reading.vocabulary_reading.unread
    if id_ in known or unread is None or id_ in unread[group]:
        return
    configuration = reading.tree.configuration
    file = configuration.shown(configuration.docs_dir / VOCABULARY_FILE)
    values = {"id": id_, "group": group, "file": file, **near_value(id_, known)}
    yield reading.finding(work.original, path, "topic-unknown", **values)
