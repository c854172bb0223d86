"""Topic ids and the words of figures: only what topics.yml has."""

from collections.abc import Collection, Iterator, Mapping

from lanpya.content.configuration import Configuration
from lanpya.content.library import VOCABULARY_FILE, Reading
from lanpya.content.schema import nearest
from lanpya.content.yaml_source import KeyPath
from lanpya.findings import Finding
from lanpya.model import SOURCE_SPEAKER, Figure, TopicKind, Vocabulary, Work


def check_topic_ids(configuration: Configuration, reading: Reading) -> Iterator[Finding]:
    """`about:` and `mentions:` hold ids of topics.yml, `about:` those of themes.

    Bad: `about: [displacment]`
    Good: `about: [displacement]`
    """
    topics = reading.vocabulary.topics
    themes = {id_ for id_, topic in topics.items() if topic.kind is TopicKind.THEME}
    for work in reading.works.values():
        for key, ids in (("about", work.about), ("mentions", work.mentions)):
            for index, id_ in enumerate(ids):
                if id_ not in topics:
                    known = themes if key == "about" else topics
                    yield _unknown(configuration, reading, work, (key, index), id_, known)
                elif key == "about" and id_ not in themes:
                    yield _finding(
                        configuration, reading, work, (key, index), "topic-not-theme", {"id": id_}
                    )


def check_figure_words(configuration: Configuration, reading: Reading) -> Iterator[Finding]:
    """A figure's `counts`, `unit` and `attributed_to` are known, its `supersedes` is there.

    Bad: `{id: displaced, counts: people-displaced-maybe, …}`
    Good: `{id: displaced, counts: displaced-total, unit: people, attributed_to: un, …}`
    """
    vocabulary = reading.vocabulary
    figures = {
        f"{work.uri}#{figure.id}" for work in reading.works.values() for figure in work.figures
    }
    for work in reading.works.values():
        for index, figure in enumerate(work.figures):
            for key, id_, known in _words(figure, vocabulary, figures):
                if id_ not in known:
                    path: KeyPath = ("figures", index, key)
                    yield _unknown(configuration, reading, work, path, id_, known)


def _words(
    figure: Figure, vocabulary: Vocabulary, figures: Collection[str]
) -> Iterator[tuple[str, str, Collection[str]]]:
    yield "counts", figure.counts, vocabulary.counts
    yield "unit", figure.unit, vocabulary.units
    yield "attributed_to", figure.attributed_to, {*vocabulary.topics, SOURCE_SPEAKER}
    if figure.supersedes:
        yield "supersedes", figure.supersedes, figures


def _unknown(
    configuration: Configuration,
    reading: Reading,
    work: Work,
    path: KeyPath,
    id_: str,
    known: Collection[str],
) -> Finding:
    near = nearest(id_, sorted(known)) or "@no-near"
    file = configuration.shown(configuration.docs_dir / VOCABULARY_FILE)
    values = {"id": id_, "near": near, "file": file}
    return _finding(configuration, reading, work, path, "topic-unknown", values)


def _finding(
    configuration: Configuration,
    reading: Reading,
    work: Work,
    path: KeyPath,
    code: str,
    values: Mapping[str, str],
) -> Finding:
    shown = configuration.shown(work.original.path)
    line, column = reading.files[shown].front_matter.place(path)
    return Finding(shown, line, column, code, values)
