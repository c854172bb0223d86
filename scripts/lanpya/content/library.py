"""docs/, read: works and standing pages, with everything that is wrong with them.

A page is read with its other languages, when it is first asked for: to judge one page of a
thousand, its own files and those that it leads to are enough.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from lanpya.content.configuration import Configuration
from lanpya.content.front_matter import SourceFile, read_source_file
from lanpya.content.schema import (
    HomeSchema,
    OriginalSchema,
    PageSchema,
    StandingSchema,
    TranslationPageSchema,
    validate,
)
from lanpya.content.tree import VOCABULARY_FILE, PageFile, Tree, read_tree
from lanpya.content.vocabulary import VocabularyReading, read_vocabulary
from lanpya.content.yaml_source import KeyPath
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
from lanpya.text.dates import parse_edtf

ARTICLES = "articles/"
HOME = "index"
ORIGINAL_KEYS = frozenset({"published", "source", "rights", "about", "mentions", "figures"})


@dataclass
class Reading:
    """docs/ as far as it was asked for and could be read.

    files: the pages' sources; by_path: the pages; both by shown path. A page may be in
    by_path and in no work: a translation whose original is not there or could not be read.
    """

    tree: Tree
    vocabulary_reading: VocabularyReading = field(default_factory=VocabularyReading)
    works: dict[str, Work] = field(default_factory=dict)
    pages: dict[str, dict[str, Page]] = field(default_factory=dict)
    by_path: dict[str, Page] = field(default_factory=dict)
    files: dict[str, SourceFile] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    _asked: set[str] = field(default_factory=set)

    @property
    def vocabulary(self) -> Vocabulary:
        """The topics, counts and units that could be read."""
        return self.vocabulary_reading.vocabulary

    def read(self, uri: str) -> None:
        """Read a page in every language that it is there in, unless that was done."""
        if uri in self._asked:
            return
        self._asked.add(uri)
        files = self.tree.variants.get(uri, ())
        variants: dict[str, tuple[Page, PageSchema]] = {}
        for file in files:
            page, schema = _read_page(file, len(files) > 1, self)
            if page and schema:
                variants[file.language] = (page, schema)
        if not uri.startswith(ARTICLES):
            if variants:
                self.pages[uri] = {tag: page for tag, (page, _) in variants.items()}
        elif work := _assemble_work(uri, variants, self):
            self.works[uri] = work

    def read_wanted(self, is_wanted: Callable[[str], bool]) -> None:
        """Read the pages whose path, as shown, is wanted in some language."""
        for uri, files in self.tree.variants.items():
            if any(is_wanted(file.entry.shown) for file in files):
                self.read(uri)

    def read_all(self) -> None:
        """Read every page."""
        self.read_wanted(lambda _: True)

    def work(self, uri: str) -> Work | None:
        """A work, if there is one that could be read."""
        self.read(uri)
        return self.works.get(uri)

    def shown(self, page: Page) -> str:
        """A page's path as its findings show it."""
        return self.tree.configuration.shown(page.path)

    def finding(self, page: Page, key_path: KeyPath, code: str, **values: str) -> Finding:
        """A finding on something in a page's front matter, with the place of its key."""
        shown = self.shown(page)
        return Finding(shown, *self.files[shown].front_matter.place(key_path), code, values)

    def is_unread(self, uri: str) -> bool:
        """Whether a page is there in some language, but could not be read."""
        self.read(uri)
        configuration = self.tree.configuration
        paths = (configuration.shown_page(uri, tag.tag) for tag in configuration.languages)
        return any(path in self.tree.shown_paths and path not in self.by_path for path in paths)


def start_reading(configuration: Configuration) -> Reading:
    """Read the names of all files, and topics.yml; no page is read before it is asked for.

    Raises UsageError where there is no docs/ at all.
    """
    reading = Reading(read_tree(configuration))
    _read_topics(reading)
    return reading


def read_docs(configuration: Configuration) -> Reading:
    """Read everything; what is wrong is in the reading's findings.

    Raises UsageError where there is no docs/ at all.
    """
    reading = start_reading(configuration)
    reading.read_all()
    return reading


def make_library(configuration: Configuration, reading: Reading) -> Library:
    """The library of a reading. Works stand newest first; equal dates by uri."""
    works = sorted(reading.works.values(), key=lambda work: work.uri)
    works.sort(key=lambda work: parse_edtf(work.published).first_day, reverse=True)
    return Library(
        languages=configuration.languages,
        vocabulary=reading.vocabulary,
        works={work.uri: work for work in works},
        pages=reading.pages,
    )


def _read_topics(reading: Reading) -> None:
    configuration = reading.tree.configuration
    path = configuration.docs_dir / VOCABULARY_FILE
    shown = configuration.shown(path)
    entry = next((entry for entry in reading.tree.entries if entry.path == path), None)
    if entry is None or entry.is_folder:
        reading.findings.append(Finding(shown, 0, 0, "vocabulary-missing"))
    elif not entry.is_link:
        tags = tuple(language.tag for language in configuration.languages)
        reading.vocabulary_reading, found = read_vocabulary(path, shown, tags)
        reading.findings += found


def _read_page(
    file: PageFile, has_variants: bool, reading: Reading
) -> tuple[Page | None, PageSchema | None]:
    shown = file.entry.shown
    source, found = read_source_file(file.entry.path, shown)
    reading.findings += found
    if source is None:
        return None, None
    reading.files[shown] = source
    schema_type = _schema_of(file.uri, source.front_matter.value, has_variants)
    schema, found = validate(schema_type, source.front_matter, shown)
    reading.findings += found
    if schema is None:
        return None, None
    page = reading.by_path[shown] = _page(schema, source, file)
    return page, schema


def _schema_of(uri: str, value: Mapping[str, Any], has_variants: bool) -> type[PageSchema]:
    """What a page has to be. has_variants: whether it is there in other languages, too."""
    if not uri.startswith(ARTICLES):
        return HomeSchema if uri == HOME else StandingSchema
    if "translation" in value or (has_variants and not ORIGINAL_KEYS & value.keys()):
        return TranslationPageSchema
    return OriginalSchema


def _page(schema: PageSchema, source: SourceFile, file: PageFile) -> Page:
    translation = getattr(schema, "translation", None)
    return Page(
        uri=file.uri,
        language=file.language,
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
        featured_figures=tuple(schema.figures) if isinstance(schema, HomeSchema) else (),
    )


def _assemble_work(
    uri: str, variants: Mapping[str, tuple[Page, PageSchema]], reading: Reading
) -> Work | None:
    """The work of an original and its translations; of two originals, the first counts."""
    shown = reading.tree.configuration.shown
    originals = [
        (page, schema) for page, schema in variants.values() if isinstance(schema, OriginalSchema)
    ]
    for page, _ in originals[1:]:
        values = {"first": shown(originals[0][0].path)}
        reading.findings.append(Finding(shown(page.path), 1, 1, "translation-undeclared", values))
    if not originals:
        return None
    original, schema = originals[0]
    source: dict[str, Any] = vars(schema.source)
    return Work(
        uri=uri,
        original=original,
        translations={tag: page for tag, (page, _) in variants.items() if page.translation},
        published=schema.published,
        source=Source(**{**source, "authors": tuple(schema.source.authors)}),
        rights=Rights(**vars(schema.rights)),
        about=tuple(schema.about),
        mentions=tuple(schema.mentions),
        figures=tuple(Figure(**vars(figure)) for figure in schema.figures),
    )
