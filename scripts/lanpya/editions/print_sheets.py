"""A sheet for paper of each work: to be printed, copied, read out and handed on.

Black on white, in columns, with as little ink as can be. At the foot of every page stands
which version of what it is and where: so that a sheet which has been copied ten times can
still be checked and corrected. Paper has no links: those that leave the site are numbered,
and their addresses stand at the end; pages of the site are named by their titles. A work
that is not there in a language has no sheet in it: whoever hands one on should know what
it says.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from lanpya.editions.edition import Format, Shelf
from lanpya.editions.fonts import embed_fonts_of, used_languages
from lanpya.editions.print_parts import PrintSheet, read_sheet
from lanpya.editions.publication import Publication
from lanpya.editions.templates import make_environment, read_source
from lanpya.model import Language
from lanpya.site.squeeze import sha256_source, squeeze_css
from lanpya.text.dates import format_edtf

FOLDER = "print"
TEMPLATE, STYLE = "print.html", "print.css"
# The style is the same for many sheets, and known once all have been made.
STYLE_MARK, SUM_MARK = "\0style", "\0sum"
# What could end a string of CSS, or the element that a style sheet stands in.
UNSAFE_RE = re.compile(r'["\\<>&\x00-\x1f\x7f]')


def write_print_sheets(
    publication: Publication, languages: Sequence[Language], shelf: Shelf
) -> None:
    """print/<tag>/<name>.html for each work that is there in the language."""
    for language in languages:
        maker = _Maker(publication, language)
        works = [work for work in publication.works(language.tag) if not work.is_fallback]
        for sheet, html in maker.render([read_sheet(publication, work) for work in works]):
            name = sheet.work.page.uri.rpartition("/")[2]
            shelf.write(f"{FOLDER}/{language.tag}/{name}.html", html)


class _Maker:
    """Makes one language's sheets. Fonts are cut once for all that need the same ones."""

    def __init__(self, publication: Publication, language: Language) -> None:
        self._publication = publication
        self._language = language
        self._words = publication.strings[language.tag]
        self._sheet = squeeze_css(read_source(publication.configuration, STYLE))
        self._template = make_environment(publication.configuration).get_template(TEMPLATE)
        self._date = format_edtf(publication.version.date, language.tag)

    def render(self, sheets: Iterable[PrintSheet]) -> Iterator[tuple[PrintSheet, str]]:
        """The HTML of each sheet."""
        groups: dict[frozenset[str], list[tuple[PrintSheet, str]]] = {}
        for sheet in sheets:
            bare = self._render(sheet)
            tags = used_languages(self._publication, bare)
            groups.setdefault(tags, []).append((sheet, bare))
        for tags, group in groups.items():
            characters = frozenset().union(*(bare for _, bare in group))
            style = embed_fonts_of(self._publication, tags, characters) + self._sheet
            policy = sha256_source(style)
            for sheet, bare in group:
                html = bare.replace(SUM_MARK, policy, 1).replace(STYLE_MARK, style, 1)
                yield sheet, html

    def _render(self, sheet: PrintSheet) -> str:
        """The HTML, but for the style."""
        publication = self._publication
        return self._template.render(
            sheet=sheet,
            style=STYLE_MARK,
            style_sum=SUM_MARK,
            own_style=Markup(self._style_stamp(sheet)),  # noqa: S704 -- quoted below
            language=self._language,
            words=self._words,
            site_name=publication.name(self._language.tag),
            whereabouts=publication.whereabouts(self._language.tag),
            version=publication.version,
            date=self._date,
        )

    def _style_stamp(self, sheet: PrintSheet) -> str:
        """What stands at the foot of every page, in the digits of the language."""
        as_of = self._words("page.as-of", date=self._date)
        facts = (
            self._publication.name(self._language.tag),
            as_of,
            str(self._publication.version),
            sheet.address,
        )
        # The longest comes last: no more than three lines have room below the text.
        stamp = quote_css(" · ".join(facts) + "\n" + sheet.title)
        start, end = ("left", "right") if self._language.direction == "ltr" else ("right", "left")
        symbols = " ".join(f'"{digit}"' for digit in self._words.digits)
        return (
            f"@counter-style x-digits{{system:numeric;symbols:{symbols}}}"
            f"@page{{@bottom-{start}{{content:{stamp};text-align:{start}}}"
            f'@bottom-{end}{{content:counter(page,x-digits)"/"counter(pages,x-digits)}}}}'
        )


def quote_css(text: str) -> str:
    """A text as a string of CSS that no parser, of CSS or of HTML, takes for anything else."""
    quoted = UNSAFE_RE.sub(lambda match: f"\\{ord(match[0]):x} ", text)
    return f'"{quoted}"'


PRINT = Format("print", write_print_sheets, effort=8)
