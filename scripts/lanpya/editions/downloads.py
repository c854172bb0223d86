"""What each edition is for and what it costs to load: a page in each language.

It stands beside the editions and not in the site: the site is the same bytes whether or not
editions were made of it. Whether it links signatures depends on the key that the site is
configured with, not on who runs the command: so it is the same in a rebuild without a key.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import ceil
from pathlib import Path
from urllib.parse import quote

from markupsafe import Markup

from lanpya.editions.edition import Edition, Shelf
from lanpya.editions.fonts import embed_style
from lanpya.editions.minisign import SUFFIX
from lanpya.editions.publication import Publication
from lanpya.editions.single_page import ESSENTIALS
from lanpya.editions.templates import make_environment
from lanpya.model import Language
from lanpya.site.downloads import downloads_name
from lanpya.site.strings import Strings
from lanpya.text.dates import format_edtf

DOWNLOADS_PAGE = "downloads"
TEMPLATE = "downloads.html"
KILOBYTE = 1000
# Of files that there is one of for each work; a page may not grow with the site.
NEWEST = 10


@dataclass(frozen=True)
class File:
    """An edition as the page shows it.

    is_short: whether it holds the essentials only. title: of the work that it holds, if it is
    but one.
    """

    href: str
    size: str
    sha256: str
    language: Language | None
    signature: str | None
    is_short: bool
    title: str | None = None


@dataclass(frozen=True)
class Group:
    """The files of one format. more: how many there are, if not all are shown; folder: where."""

    format: str
    files: Sequence[File]
    more: int | None = None
    folder: str = ""


def page_name(publication: Publication, language: Language) -> str:
    """What a page of the site links to."""
    return downloads_name(language.tag, publication.configuration.default)


def write_downloads(
    publication: Publication, editions: Sequence[Edition], folder: Path, shelf: Shelf
) -> None:
    """The page of each language of the shelf. editions: all others, as they lie in folder."""
    for language in publication.languages:
        shelf.write(
            page_name(publication, language),
            render_downloads(publication, language, editions, folder),
        )


def render_downloads(
    publication: Publication, language: Language, editions: Sequence[Edition], folder: Path
) -> str:
    """The page's HTML."""
    environment = make_environment(publication.configuration)
    template = environment.get_template(TEMPLATE)
    values = {
        "language": language,
        "words": publication.strings[language.tag],
        "site_name": publication.name(language.tag),
        "others": [
            (other, page_name(publication, other))
            for other in publication.languages
            if other != language
        ],
        "version": publication.version,
        "date": format_edtf(publication.version.date, language.tag),
        "groups": list(_group(publication, language, editions, folder)),
        "is_signed": publication.configuration.key is not None,
    }
    bare = template.render(style="", **values)
    style = Markup(embed_style(publication, bare))  # noqa: S704 -- our own sheet
    return template.render(style=style, **values)


def _group(
    publication: Publication, language: Language, editions: Sequence[Edition], folder: Path
) -> Iterator[Group]:
    """The formats that the site has words for, in the order in which they were made."""
    words = publication.strings[language.tag]
    for format_ in dict.fromkeys(edition.format for edition in editions):
        if f"downloads.{format_}.for" not in words.words:
            continue
        found = [edition for edition in editions if edition.format == format_]
        own = [edition for edition in found if edition.language in (language.tag, None)]
        if any("/" in edition.path for edition in found):
            if own:  # a language may have no work yet
                yield _group_works(publication, words, own, folder)
        else:
            # A reader's own language first; sorting keeps the order of the rest.
            found.sort(key=lambda edition: edition not in own)
            yield Group(format_, [_file(publication, words, one, folder) for one in found])


def _group_works(
    publication: Publication, words: Strings, editions: Sequence[Edition], folder: Path
) -> Group:
    """Files that hold one work each: the newest. editions: at least one."""
    by_name = {Path(edition.path).stem: edition for edition in editions}
    titles = {
        built.page.uri.rpartition("/")[2]: built.page.title
        for built in publication.works(words.tag)
    }
    newest = [(by_name[name], title) for name, title in titles.items() if name in by_name]
    files = [_file(publication, words, one, folder, title) for one, title in newest[:NEWEST]]
    is_whole = len(files) == len(editions)
    place = editions[0].path.rpartition("/")[0]
    return Group(editions[0].format, files, None if is_whole else len(editions), place)


def _file(
    publication: Publication,
    words: Strings,
    edition: Edition,
    folder: Path,
    title: str | None = None,
) -> File:
    data = (folder / edition.path).read_bytes()
    is_signed = publication.configuration.key is not None and title is None
    names = {language.tag: language for language in publication.languages}
    return File(
        href=quote(edition.path),
        size=format_size(len(data), words),
        sha256=sha256(data).hexdigest(),
        language=None if title or edition.language is None else names[edition.language],
        signature=quote(edition.path + SUFFIX) if is_signed else None,
        is_short=f"-{ESSENTIALS}-" in edition.path,
        title=title,
    )


def format_size(size: int, words: Strings) -> str:
    """Bytes as a reader of the language knows them: "112 KB", "၁.၃ MB"; never too few."""
    if size < KILOBYTE * KILOBYTE:
        return words("downloads.kilobytes", number=words.number(ceil(size / KILOBYTE)))
    tenths = ceil(size / (KILOBYTE * KILOBYTE / 10))
    return words("downloads.megabytes", number=words.number(tenths / 10))
