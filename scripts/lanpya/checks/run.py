"""All rules over all of docs/, in one run."""

from collections.abc import Callable, Iterator

from lanpya.checks.assets import check_asset, check_places, theme_files
from lanpya.checks.configuration import check_configuration
from lanpya.checks.disguises import check_disguises
from lanpya.checks.files import (
    check_file_names,
    check_languages,
    check_published,
    check_reserved_pages,
    check_symbolic_links,
)
from lanpya.checks.hidden import Texts, check_hidden_characters, check_slips
from lanpya.checks.links import check_alternative_texts, check_links
from lanpya.checks.markdown import (
    check_costs,
    check_heading_ids,
    check_leftovers,
    check_titles,
)
from lanpya.checks.references import check_figure_ids, check_home, check_superseded_figures
from lanpya.checks.rendered import Renderings
from lanpya.checks.second_look import check_second_looks
from lanpya.checks.strings import check_strings
from lanpya.checks.targets import Targets
from lanpya.checks.translations import (
    check_image_texts,
    check_originals,
    check_sections,
    check_standing_pages,
)
from lanpya.checks.vocabulary import check_figure_words, check_topic_ids
from lanpya.checks.zawgyi import check_zawgyi
from lanpya.content.configuration import Configuration
from lanpya.content.library import Reading
from lanpya.content.passages import page_passages, yaml_passages
from lanpya.content.tree import VOCABULARY_FILE, Tree, is_asset
from lanpya.findings import Finding

TREE_RULES: tuple[Callable[[Tree], Iterator[Finding]], ...] = (
    check_symbolic_links,
    check_languages,
    check_file_names,
    check_reserved_pages,
    check_published,
)
READING_RULES: tuple[Callable[[Reading], Iterator[Finding]], ...] = (
    check_topic_ids,
    check_figure_words,
    check_figure_ids,
    check_superseded_figures,
    check_home,
    check_originals,
    check_standing_pages,
)


def check_reading(
    configuration: Configuration,
    reading: Reading,
    is_wanted: Callable[[str], bool] = lambda _: True,
) -> list[Finding]:
    """Every finding, those of the reading itself included, sorted.

    is_wanted: whether the findings of a path, as shown, are asked for. What was not read of
    those is read now; other pages are looked at only where a wanted one leads to them.
    """
    reading.read_wanted(is_wanted)
    findings = [*reading.findings, *_judge(configuration, reading, is_wanted)]
    return sorted(finding for finding in findings if is_wanted(finding.path))


def _judge(
    configuration: Configuration, reading: Reading, is_wanted: Callable[[str], bool]
) -> Iterator[Finding]:
    for check_tree in TREE_RULES:
        yield from check_tree(reading.tree)
    yield from check_places(reading.tree, theme_files(configuration.strings_dir.parent))
    for entry in reading.tree.entries:
        if is_asset(entry) and is_wanted(entry.shown):
            yield from check_asset(entry)
    yield from check_strings(configuration)
    yield from check_configuration(configuration)
    for check in READING_RULES:
        yield from check(reading)
    yield from _judge_texts(configuration, reading, is_wanted)
    pages = [shown for shown in reading.by_path if is_wanted(shown)]
    renderings = Renderings(reading.by_path)
    yield from check_costs(renderings, pages)
    yield from check_sections(reading, renderings, frozenset(pages))
    telling = [shown for shown in pages if renderings.is_telling(shown)]
    yield from check_image_texts(reading, renderings, frozenset(telling))
    yield from check_heading_ids(renderings, telling)
    yield from check_leftovers(renderings, telling)
    yield from check_disguises(renderings, telling)
    yield from check_titles(renderings, telling)
    yield from check_alternative_texts(renderings, telling)
    yield from check_links(Targets(configuration, reading, renderings), telling)


def _judge_texts(
    configuration: Configuration, reading: Reading, is_wanted: Callable[[str], bool]
) -> Iterator[Finding]:
    texts: Texts = {
        # Front matter with a fault of its own says nothing yet.
        shown: (page[1], tuple(page_passages(source, only_body=shown not in reading.by_path)))
        for shown, source in reading.files.items()
        if is_wanted(shown) and (page := configuration.page_at(shown))
    }
    yield from check_hidden_characters(texts)
    yield from check_second_looks(reading, texts)
    tags = [language.tag for language in configuration.languages]
    in_zawgyi = list(check_zawgyi(texts, tags))
    yield from in_zawgyi
    paths = {finding.path for finding in in_zawgyi}
    # What looks like a slip in Zawgyi is another letter.
    yield from check_slips({shown: text for shown, text in texts.items() if shown not in paths})
    words = reading.vocabulary_reading.source
    shown = configuration.shown(configuration.docs_dir / VOCABULARY_FILE)
    if words and is_wanted(shown):
        vocabulary: Texts = {shown: ("", tuple(yaml_passages(words)))}
        yield from check_hidden_characters(vocabulary)
        yield from check_zawgyi(vocabulary, tags)
