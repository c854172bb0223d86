"""docs/, read whole: works and standing pages, with everything that is wrong with them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lanpya.content.configuration import Configuration
from lanpya.content.front_matter import SourceFile, read_source_file
from lanpya.content.schema import (
    OriginalSchema,
    PageSchema,
    StandingSchema,
    TranslationPageSchema,
    validate,
)
from lanpya.content.vocabulary import EMPTY, read_vocabulary
from lanpya.findings import Finding
from lanpya.model import (
    Correction,
    Figure,
    Library,
    Page,
    Rights,
    Source,
    Translation,
    Vocabulary,
    Work,
)

ARTICLES = "articles/"
VOCABULARY_FILE = "topics.yml"


@dataclass
class Reading:
    """docs/ as far as it could be read. files: the pages' sources, by shown path."""

    vocabulary: Vocabulary = EMPTY
    works: dict[str, Work] = field(default_factory=dict)
    pages: dict[str, dict[str, Page]] = field(default_factory=lambda: defaultdict(dict))
    files: dict[str, SourceFile] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def read_docs(configuration: Configuration) -> Reading:
    """Read everything; what is wrong is in the reading's findings, never raised."""
    reading = Reading()
    vocabulary_path = configuration.docs_dir / VOCABULARY_FILE
    reading.vocabulary, found = read_vocabulary(
        vocabulary_path,
        configuration.shown(vocabulary_path),
        tuple(language.tag for language in configuration.languages),
    )
    reading.findings += found
    articles: dict[str, dict[str, tuple[Page, PageSchema]]] = defaultdict(dict)
    for language, path in page_paths(configuration):
        shown = configuration.shown(path)
        source, found = read_source_file(path, shown)
        reading.findings += found
        if source is None:
            continue
        reading.files[shown] = source
        uri = path.relative_to(configuration.docs_dir / language).with_suffix("").as_posix()
        page, schema, found = _read_page(source, uri, language)
        reading.findings += found
        if page is None or schema is None:
            continue
        if uri.startswith(ARTICLES):
            articles[uri][language] = (page, schema)
        else:
            reading.pages[uri][language] = page
    for uri, variants in articles.items():
        work, found = _assemble_work(uri, variants, configuration, reading)
        reading.findings += found
        if work:
            reading.works[uri] = work
    return reading


def make_library(configuration: Configuration, reading: Reading) -> Library:
    """The library of a reading. Works stand newest first; equal dates by uri."""
    works = sorted(reading.works.values(), key=lambda work: work.uri)
    works.sort(key=lambda work: work.published, reverse=True)
    return Library(
        languages=configuration.languages,
        vocabulary=reading.vocabulary,
        works={work.uri: work for work in works},
        pages=reading.pages,
    )


def page_paths(configuration: Configuration) -> Iterator[tuple[str, Path]]:
    """Every page's file with its language's tag, in a fixed order."""
    for language in configuration.languages:
        folder = configuration.docs_dir / language.tag
        for path in sorted(folder.rglob("*.md")):
            if path.is_file() and not path.is_symlink():
                yield language.tag, path


def _read_page(
    source: SourceFile, uri: str, language: str
) -> tuple[Page | None, PageSchema | None, list[Finding]]:
    schema_type: type[PageSchema] = StandingSchema
    if uri.startswith(ARTICLES):
        is_translation = "translation" in source.front_matter.value
        schema_type = TranslationPageSchema if is_translation else OriginalSchema
    schema, findings = validate(schema_type, source.front_matter, source.shown_path)
    if schema is None:
        return None, None, findings
    return _page(schema, source, uri, language), schema, findings


def _page(schema: PageSchema, source: SourceFile, uri: str, language: str) -> Page:
    translation = getattr(schema, "translation", None)
    is_standing = isinstance(schema, StandingSchema)
    return Page(
        uri=uri,
        language=language,
        path=source.path,
        title=schema.title,
        description=schema.description,
        body=source.body,
        body_line=source.body_line,
        key_points=tuple(getattr(schema, "key_points", ())),
        corrections=tuple(Correction(**vars(entry)) for entry in schema.corrections),
        credit=tuple(schema.credit),
        translation=Translation(**vars(translation)) if translation else None,
        lead=getattr(schema, "lead", None),
        featured_figures=tuple(getattr(schema, "figures", ())) if is_standing else (),
    )


def _assemble_work(
    uri: str,
    variants: Mapping[str, tuple[Page, PageSchema]],
    configuration: Configuration,
    reading: Reading,
) -> tuple[Work | None, list[Finding]]:
    originals = [entry for entry in variants.values() if isinstance(entry[1], OriginalSchema)]
    translations = [page for page, _ in variants.values() if page.translation]
    findings = []
    if len(originals) > 1:
        for page, _ in originals[1:]:
            values = {"first": configuration.shown(originals[0][0].path)}
            shown = configuration.shown(page.path)
            findings.append(Finding(shown, 1, 1, "translation-undeclared", values))
        return None, findings
    for page in translations:
        findings += _misdirected(page, uri, originals, configuration, reading)
    if not originals:
        return None, findings
    original, schema = originals[0]
    assert isinstance(schema, OriginalSchema)
    return _work(uri, original, schema, {page.language: page for page in translations}), findings


def _misdirected(
    page: Page,
    uri: str,
    originals: list[tuple[Page, PageSchema]],
    configuration: Configuration,
    reading: Reading,
) -> list[Finding]:
    """A translation has to name the language of an original that is there."""
    assert page.translation
    if any(original.language == page.translation.of for original, _ in originals):
        return []
    wanted = configuration.shown(configuration.docs_dir / page.translation.of / f"{uri}.md")
    if wanted in {finding.path for finding in reading.findings}:
        return []  # it is there and has findings of its own; one fault, one finding
    shown = configuration.shown(page.path)
    line, column = reading.files[shown].front_matter.place(("translation", "of"))
    return [Finding(shown, line, column, "translation-without-original", {"wanted": wanted})]


def _work(
    uri: str, original: Page, schema: OriginalSchema, translations: Mapping[str, Page]
) -> Work:
    source: dict[str, Any] = vars(schema.source)
    return Work(
        uri=uri,
        original=original,
        translations=translations,
        published=schema.published,
        source=Source(**{**source, "authors": tuple(schema.source.authors)}),
        rights=Rights(**vars(schema.rights)),
        about=tuple(schema.about),
        mentions=tuple(schema.mentions),
        figures=tuple(Figure(**vars(figure)) for figure in schema.figures),
    )
