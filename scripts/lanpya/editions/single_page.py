"""The whole site in one page, and its essentials in a smaller one: for a phone.

A phone opens a file from its file manager as content://, where nothing beside it can be
reached: so style, font, scripts and every work are inside. It can be read, and its contents
followed, without JavaScript. Its address in the page is the work's in the site: #articles/x.
There is deliberately no index of the search in it: the search reads the page.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from urllib.parse import unquote

from markupsafe import Markup

from lanpya.editions.built_site import BuiltPage
from lanpya.editions.edition import Format, Shelf
from lanpya.editions.excerpts import squeeze_tags
from lanpya.editions.fonts import embed_fonts_of, used_languages
from lanpya.editions.page_works import Layout, PageWorks
from lanpya.editions.pieces import PieceReader
from lanpya.editions.publication import Publication
from lanpya.editions.templates import make_environment, read_source
from lanpya.model import Language
from lanpya.site.cut_style import cut_style
from lanpya.site.squeeze import sha256_source, squeeze_css, squeeze_script
from lanpya.text.collation import collation_key
from lanpya.text.dates import format_edtf
from lanpya.text.inflections import stem_rules

TEMPLATE = "single-page.html"
OWN_STYLE = "single-page.css"
SITE_SCRIPTS = "../assets/javascripts/"
SCRIPTS = (
    *(f"{SITE_SCRIPTS}{name}.js" for name in ("text", "zawgyi", "page")),
    "single-page-search.js",
    f"{SITE_SCRIPTS}search-spelling.js",
    "single-page.js",
)
PACKED_SCRIPTS = ("inflate.js", "packed.js")
ESSENTIALS = "essentials"
ESSENTIALS_LIMIT = 500_000  # bytes
PAGE_LIMIT = 12_000_000  # bytes; what is beyond is packed
STANDING = ("safety", "about")  # in the order of their need
NEWEST = 20
LANGUAGE_RE = re.compile(r'<article lang="([^"]*)"')
MARKS = {name: f"\0{name}\0" for name in ("style", "policy", "script", "texts", "blocks")}
ID_RE = re.compile(r' id="?([^"\s>]+)')
ANCHOR_RE = re.compile(r'href="?#([^"\s>]+)"?')
MARK_RE = re.compile("\0(\\w+)\0")
# What is not in the page when its style is cut: results and the marks of the work that is to be
# printed, which the script makes; works whose text is packed, and the button that opens them.
SHOWN_BY_SCRIPT = '<li class="card alone now"><mark>'
SHOWN_IF_PACKED = '<article data-in="0"><p class="packed notice older"><button type="button">'


def write_single_pages(
    publication: Publication, languages: Sequence[Language], shelf: Shelf
) -> None:
    """A page with all, and one with the essentials, for each language."""
    for language in languages:
        maker = _Maker(publication, language)
        shelf.write(publication.file_name([language], "html"), maker.render_whole())
        short = maker.render_essentials()
        shelf.write(publication.file_name([language], "html", ESSENTIALS), short)


class _Maker:
    """Makes one language's pages. The font is cut once, to what the larger one holds."""

    def __init__(self, publication: Publication, language: Language) -> None:
        self._publication = publication
        self._language = language
        self._words = publication.strings[language.tag]
        standing = self._standing_pages()
        self._reader = PieceReader(publication, language, standing)
        self._standing = [
            self._reader.read_page(page, _language_of(page.html)) for page in standing
        ]
        self._built = publication.works(language.tag)
        pieces = [self._reader.read_work(work) for work in self._built]
        environment = make_environment(publication.configuration)
        self._template = environment.get_template(TEMPLATE)
        self._works = PageWorks(pieces, self._words, environment)
        own = squeeze_css(read_source(publication.configuration, OWN_STYLE))
        self._sheet = publication.site.style + own
        script = _read_scripts(publication, SCRIPTS)
        self._scripts = (script, script + _read_scripts(publication, PACKED_SCRIPTS))
        self._is_heavy = sum(self._works.sizes) > PAGE_LIMIT
        self._shell = self._render_shell(len(pieces), is_short=False, is_packed=self._is_heavy)
        self._faces = self._embed_fonts(self._shell)

    def render_whole(self) -> str:
        """The page with every work."""
        texts, shell = self._works.texts, self._shell
        if not self._is_heavy:
            page = _fill(shell, self._style(shell, texts), Layout("".join(texts)))
            if len(page.encode()) <= PAGE_LIMIT:
                return page
            shell = self._render_shell(len(texts), is_short=False, is_packed=True)
        style = self._style(shell + SHOWN_IF_PACKED, texts)
        frame = _fill(shell, style, Layout(""))
        return _fill(shell, style, self._works.pack(PAGE_LIMIT - len(frame.encode())))

    def render_essentials(self) -> str:
        """As many of the newest works as there is room for."""
        room = ESSENTIALS_LIMIT - len(self._render_short(0).encode())
        most = sum(weight <= room for weight in accumulate(self._works.sizes))
        # Topics and titles go with the works, so their weight alone does not tell.
        count = bisect_right(range(1, most + 1), ESSENTIALS_LIMIT, key=self._weigh_short)
        return self._render_short(count)

    def _weigh_short(self, count: int) -> int:
        return len(self._render_short(count).encode())

    def _render_short(self, count: int) -> str:
        shell = self._render_shell(count, is_short=True, is_packed=False)
        texts = self._lead_out([shell, *self._works.texts[:count]])
        shell = texts.pop(0)
        return _fill(shell, self._style(shell, texts), Layout("".join(texts)))

    def _lead_out(self, texts: list[str]) -> list[str]:
        """Links to works and topics that are not among the essentials lead to what there is."""
        ids = {one for text in texts for one in ID_RE.findall(text)}
        addresses = {
            work.page.uri: f"{self._publication.site.address}{work.page.url}"
            for work in self._built
        }

        def lead(match: re.Match[str]) -> str:
            anchor = match[1]
            if anchor in ids or unquote(anchor) in ids:
                return match[0]
            return f'href="{addresses.get(anchor.partition(":")[0], "#x-topics")}"'

        return [ANCHOR_RE.sub(lead, text) for text in texts]

    def _style(self, shell: str, texts: Sequence[str]) -> str:
        return self._faces + cut_style(self._sheet, "".join((shell, *texts, SHOWN_BY_SCRIPT)))

    def _render_shell(self, count: int, *, is_short: bool, is_packed: bool) -> str:
        """The page of the newest works, but for what stands where the marks are.

        is_short: what it is for comes first.
        """
        publication, tag = self._publication, self._language.tag
        works = self._works.pieces[:count]
        is_whole = count == len(self._built)
        tags = [one.tag for one in publication.languages]
        made = self._template.render(
            works=works,
            works_by_title=sorted(works, key=lambda work: collation_key(work.title, tag)),
            left_out=len(self._built) - count,
            is_short=is_short,
            is_packed=is_packed,
            newest=NEWEST,
            kinds=list(self._reader.read_topics(zip(self._built, works, strict=False), is_whole)),
            standing=self._standing,
            stems=json.dumps(list(filter(None, map(stem_rules, tags)))),
            alphabet=self._works.alphabet.codes,
            language=self._language,
            words=self._words,
            site_name=publication.name(tag),
            date=format_edtf(publication.version.date, tag),
            version=publication.version,
            addresses=publication.addresses,
            script_hash=sha256_source(self._scripts[is_packed]),
            **{name: Markup(mark) for name, mark in MARKS.items()},  # noqa: S704 -- our own
        )
        return squeeze_tags(made).replace(MARKS["script"], self._scripts[is_packed])

    def _embed_fonts(self, shell: str) -> str:
        """For the languages and characters of all that is in the page."""
        texts = (shell, *self._works.texts)
        tags = frozenset().union(*(used_languages(self._publication, one) for one in texts))
        characters = frozenset(shell).union(*self._works.characters)
        return embed_fonts_of(self._publication, tags, characters)

    def _standing_pages(self) -> list[BuiltPage]:
        pages = {page.uri: page for page in self._publication.site.pages[self._language.tag]}
        return [pages[uri] for uri in STANDING if uri in pages]


def _read_scripts(publication: Publication, names: Sequence[str]) -> str:
    sources = (read_source(publication.configuration, name) for name in names)
    return "".join(map(squeeze_script, sources))


def _fill(shell: str, style: str, works: Layout) -> str:
    """The page, with what stands where its marks are."""
    made = {
        "style": style,
        "policy": sha256_source(style),
        "texts": works.texts,
        "blocks": works.blocks,
    }
    return MARK_RE.sub(lambda match: made[match[1]], shell)


def _language_of(html: str) -> str | None:
    """The language of a standing page's text, if it is not its reader's."""
    found = LANGUAGE_RE.search(html)
    return found[1] if found else None


PAGE = Format("page", write_single_pages, effort=5)
