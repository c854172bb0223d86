"""A parcel as files of docs/: each page at its place, pictures under names that say nothing."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import PurePosixPath

from lanpya.content.front_matter import split_front_matter
from lanpya.content.picture_links import lead_pictures, picture_targets
from lanpya.content.schema import ID_PATTERN
from lanpya.receive.drafts import convert_text, render_page, take_credit, tell_left_out
from lanpya.receive.front_matter import clean_page
from lanpya.receive.limits import RefusedError
from lanpya.receive.notices import Notice
from lanpya.receive.parcel import PageText, Parcel, PictureFile

ID_RE = re.compile(ID_PATTERN)
ARTICLES, IMAGES = "articles", "assets/images"
LONGEST_SLUG = 60
SHORTEST_SLUG = 3
TITLE_RE = re.compile(r"^title:[ \t]*[\"']?(.+?)[\"']?[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class Place:
    """Where the site has room. page, language: what the editor has asked for, or None.

    languages: the tags of the site. taken: the files of docs/ that are there, from docs/ on.
    """

    languages: tuple[str, ...]
    taken: frozenset[str]
    page: str | None = None
    language: str | None = None


@dataclass
class Pages:
    """files: content by path from docs/ on."""

    files: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)


def make_pages(parcel: Parcel, place: Place) -> Pages:
    """The files of a parcel. Raises RefusedError where there is no text, or no place for it."""
    pages = Pages()
    pages.notices += [
        Notice(f"left-out-{one.reason}", {"name": one.name or "-"}) for one in parcel.left_out
    ]
    if parcel.letter_lines:
        pages.notices.append(Notice("letter-lines", {"count": str(parcel.letter_lines)}))
    if not parcel.pages and not parcel.texts:
        raise RefusedError("no-text")
    for page in parcel.pages:
        _add_page(pages, page, place)
    for text in parcel.texts:
        _add_text(pages, text.text, place)
    _add_pictures(pages, parcel.pictures, place)
    replaced = [path for path in pages.files if path in place.taken]
    pages.notices += [Notice("replaced", {"path": path}) for path in replaced]
    return pages


def _add_page(pages: Pages, page: PageText, place: Place) -> None:
    text, unknown = clean_page(page.text)
    if unknown:
        pages.notices.append(Notice("keys-left-out", {"keys": ", ".join(unknown)}))
    path = _own_place(page.name, place.languages)
    if path is None or path in pages.files:
        title = TITLE_RE.search(text)
        source, _ = split_front_matter(text, PurePosixPath(), "")  # type: ignore[arg-type]
        body = source.body if source else text
        language = _language(place, convert_text(body, None).text_of("language"))
        path = _free_place(pages, place, language, title[1] if title else "", text)
    pages.files[path] = text


def _add_text(pages: Pages, text: str, place: Place) -> None:
    text, credit = take_credit(text)
    conversion = convert_text(text, place.language)
    pages.notices += tell_left_out(conversion)
    if credit:
        pages.notices.append(Notice("credited", {"names": ", ".join(credit)}))
    rendered = render_page(conversion, credit)
    language = _language(place, conversion.text_of("language"))
    title = conversion.text_of("title") or ""
    pages.files[_free_place(pages, place, language, title, rendered)] = rendered


def _language(place: Place, found: str | None) -> str:
    """The language of a text, as far as the site has it."""
    language = place.language or found
    if language not in place.languages:
        raise RefusedError("language-unknown", languages=", ".join(place.languages))
    return str(language)


def _own_place(name: str, languages: tuple[str, ...]) -> str | None:
    """Where a page stood in a zip that is laid out as docs/ is; None where it is not."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    for start, part in enumerate(parts[:-1]):
        is_root = start == 0 or parts[start - 1] == "docs"
        below = [*parts[start + 1 : -1], parts[-1].removesuffix(".md")]
        if part in languages and is_root and all(ID_RE.fullmatch(one) for one in below):
            return "/".join((part, *below)) + ".md"
    return None


def _free_place(pages: Pages, place: Place, language: str, title: str, text: str) -> str:
    """The place that was asked for, or one by the title; never over a page that is there."""
    if place.page and f"{language}/{place.page}.md" not in pages.files:
        return f"{language}/{place.page}.md"
    stem = f"{language}/{ARTICLES}/{_slug(title, text)}"
    taken = place.taken | pages.files.keys()
    return next(path for path in _numbered(stem, ".md") if path not in taken)


def _numbered(stem: str, suffix: str) -> Iterator[str]:
    yield stem + suffix
    number = 2
    while True:
        yield f"{stem}-{number}{suffix}"
        number += 1


def _slug(title: str, text: str) -> str:
    """A name by the title, in letters for an address; of another script, by what the page says."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_SLUG].strip("-")
    if len(slug) >= SHORTEST_SLUG:
        return slug
    return f"received-{sha256(text.encode()).hexdigest()[:8]}"


def _add_pictures(pages: Pages, pictures: list[PictureFile], place: Place) -> None:
    """Put each picture where its page names it, or at the end of the first page."""
    first = next(iter(pages.files))
    stem = f"{IMAGES}/{PurePosixPath(first).stem}"
    taken = {path for path in place.taken if path.startswith(IMAGES)}
    for picture in pictures:
        paths = (path for path in _numbered(f"{stem}-1", ".webp"))
        path = next(one for one in paths if one not in taken)
        taken.add(path)
        pages.pictures[path] = picture.data
        if not _rename(pages.files, picture.name, path):
            link = f"![]({_relative(path, first)})"
            pages.files[first] = f"{pages.files[first].rstrip()}\n\n{link}\n"


def _rename(files: dict[str, str], name: str, path: str) -> bool:
    """Lead what pages say of a picture to where it stands; whether any page says something."""
    base = PurePosixPath(name.replace("\\", "/")).name
    if "." not in base:
        return False
    is_named = False
    for page, text in files.items():
        targets = picture_targets(text, page)
        named = [target for target in targets if target.rpartition("/")[2] == base]
        files[page] = lead_pictures(text, page, dict.fromkeys(named, path))
        is_named |= bool(named)
    return is_named


def _relative(path: str, page: str) -> str:
    return "../" * page.count("/") + path


def as_bytes(pages: Pages) -> Mapping[str, bytes]:
    """All files of the pages, by path from docs/ on."""
    return {**{path: text.encode() for path, text in pages.files.items()}, **pages.pictures}
