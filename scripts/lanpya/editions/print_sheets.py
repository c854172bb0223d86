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
from dataclasses import dataclass, field
from itertools import takewhile
from urllib.parse import unquote

import lxml.html
from lxml.html import Element, HtmlElement
from markupsafe import Markup

from lanpya.editions.built_site import BuiltPage, BuiltSite, BuiltWork
from lanpya.editions.edition import Format, Shelf
from lanpya.editions.fonts import embed_fonts_of, used_languages
from lanpya.editions.publication import Publication
from lanpya.editions.templates import make_environment, read_source
from lanpya.model import Language
from lanpya.site.offprints import offprint_url
from lanpya.site.squeeze import sha256_source, squeeze_css
from lanpya.site.strings import Strings
from lanpya.text.dates import format_edtf

FOLDER = "print"
TEMPLATE, STYLE = "print.html", "print.css"
# What could end a string of CSS, or the element that a style sheet stands in.
UNSAFE_RE = re.compile(r'["\\<>&\x00-\x1f\x7f]')
WHITE_SPACE_RE = re.compile(r"\s+")
# What an article begins with; the text is set in columns, and what is behind it in lines.
HEAD = frozenset({"h1", "p"})
UNWANTED = ("details", ".//svg[@class='bar']", ".//a[@class='footnote-backref']")


@dataclass(frozen=True)
class PrintedLink:
    """What a number in the text stands for. text: an address, or a title of the site's own."""

    number: str
    text: str
    is_title: bool


@dataclass(frozen=True)
class PrintSheet:
    """An article's parts, in the order that they have on paper."""

    work: BuiltWork
    address: str
    head: Markup
    text: Markup
    tables: Markup
    source: Markup
    foot: Markup
    links: Sequence[PrintedLink]

    @property
    def title(self) -> str:
        """The article's."""
        return self.work.page.title


@dataclass
class LinkNumbers:
    """Numbers the links of one sheet; those that lead to one place share theirs."""

    site: BuiltSite
    words: Strings
    links: dict[str, PrintedLink] = field(default_factory=dict)

    def add(self, root: HtmlElement) -> None:
        """Put a number behind each link that is not its own address and leaves the sheet."""
        for link in list(root.iter("a")):
            href = link.get("href", "")
            if href.startswith("#"):
                continue
            page = self._page(href)
            target = page.title if page else href.removeprefix("mailto:")
            if WHITE_SPACE_RE.sub(" ", link.text_content()).strip() not in (target, href):
                mark = Element("sup")
                mark.text = f"[{self._number(target, page is not None)}]"
                mark.tail, link.tail = link.tail, None
                link.addnext(mark)
            if page:
                link.drop_tag()

    def _number(self, target: str, is_title: bool) -> str:
        if target not in self.links:
            number = self.words.number(len(self.links) + 1)
            self.links[target] = PrintedLink(number, target, is_title)
        return self.links[target].number

    def _page(self, href: str) -> BuiltPage | None:
        """The page of the site that an address is of; an offprint has whole addresses only."""
        if not href.startswith(self.site.address):
            return None
        found = self.site.files.get(unquote(href.removeprefix(self.site.address).partition("#")[0]))
        return found if isinstance(found, BuiltPage) else None


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


def read_sheet(publication: Publication, work: BuiltWork) -> PrintSheet:
    """The parts of the work's offprint: all that it says, but not its shell."""
    data = publication.site.files[offprint_url(work.page.url)].read_bytes()
    root = lxml.html.document_fromstring(data, parser=lxml.html.HTMLParser(encoding="utf-8"))
    article, foot = root.find(".//article"), root.find(".//footer")
    canonical = root.find(".//link[@rel='canonical']")
    assert article is not None, work.page.url
    assert foot is not None, work.page.url
    assert canonical is not None, work.page.url
    _drop_what_paper_has_no_use_for(article)
    source, prose = article.find("aside"), article.find("div[@class='prose']")
    assert source is not None, work.page.url
    assert prose is not None, work.page.url
    source.drop_tree()
    words = publication.strings[work.page.language]
    for term in source.iter("dt"):
        term.text = f"{term.text}{words('offprint.colon')}"
    numbers = LinkNumbers(publication.site, words)
    for part in (article, source, foot):
        numbers.add(part)
    parts = list(article)
    start = sum(1 for _ in takewhile(lambda part: part.tag in HEAD, parts))
    end = 1 + parts.index(prose)
    return PrintSheet(
        work,
        address=canonical.get("href", ""),
        head=_render(parts[:start]),
        text=_render(parts[start:end]),
        tables=_render(parts[end:]),
        source=_render([source]),
        foot=_render(foot),
        links=list(numbers.links.values()),
    )


def _drop_what_paper_has_no_use_for(article: HtmlElement) -> None:
    """The contents, which fold; bars, which are full of ink; ways back from notes."""
    for path in UNWANTED:
        for element in article.findall(path):
            element.drop_tree()


def _render(elements: Iterable[HtmlElement]) -> Markup:
    html = "\n".join(
        lxml.html.tostring(one, encoding="unicode", with_tail=False) for one in elements
    )
    return Markup(html)  # noqa: S704 -- of our own page


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
            bare = self._render(sheet, "")
            tags = used_languages(self._publication, bare)
            groups.setdefault(tags, []).append((sheet, bare))
        for tags, group in groups.items():
            characters = frozenset().union(*(bare for _, bare in group))
            style = embed_fonts_of(self._publication, tags, characters) + self._sheet
            yield from ((sheet, self._render(sheet, style)) for sheet, _ in group)

    def _render(self, sheet: PrintSheet, style: str) -> str:
        publication = self._publication
        return self._template.render(
            sheet=sheet,
            style=Markup(style),  # noqa: S704 -- our own
            style_sum=sha256_source(style),
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
