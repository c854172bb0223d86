"""All rules over all of docs/, in one run."""

from collections.abc import Iterator

from lanpya.checks.links import check_links
from lanpya.checks.rendered import Renderings, collect_pages
from lanpya.checks.translations import check_sections, check_standing_pages
from lanpya.checks.vocabulary import check_figure_words, check_topic_ids
from lanpya.content.configuration import Configuration
from lanpya.content.library import Reading
from lanpya.content.routes import generated_uris
from lanpya.findings import Finding


def check_reading(configuration: Configuration, reading: Reading) -> list[Finding]:
    """Every finding on what was read, those of the reading itself included, sorted."""
    return sorted([*reading.findings, *_judge(configuration, reading)])


def _judge(configuration: Configuration, reading: Reading) -> Iterator[Finding]:
    renderings = Renderings(collect_pages(reading))
    generated = frozenset(
        configuration.shown(configuration.docs_dir / language.tag / f"{uri}.md")
        for language in configuration.languages
        for uri in generated_uris(reading.vocabulary)
    )
    yield from check_topic_ids(configuration, reading)
    yield from check_figure_words(configuration, reading)
    yield from check_links(configuration, renderings, generated | _unread(configuration, reading))
    yield from check_sections(configuration, reading, renderings)
    yield from check_standing_pages(configuration, reading)


def _unread(configuration: Configuration, reading: Reading) -> frozenset[str]:
    """Pages that are there but could not be read: links to them are not faults of their own."""
    return frozenset(
        finding.path
        for finding in reading.findings
        if (configuration.root / finding.path).is_file()
    )
