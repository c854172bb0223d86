"""One article as one file, with the font: for phones that lack the letters of its language.

The site has the same files without the font (`lanpya.site.offprints`), and its pages link to
those; these stand in dist/ under names that never change.
"""

import re
from collections.abc import Sequence
from html import escape

from lanpya.editions.edition import Format, Shelf
from lanpya.editions.fonts import embed_fonts
from lanpya.editions.publication import Publication
from lanpya.model import Language
from lanpya.site.offprints import offprint_url
from lanpya.site.squeeze import sha256_source

FOLDER = "articles"
STYLE_RE = re.compile("<style>(.*?)</style>", re.DOTALL)
FOOTER_END = "</footer>"
ALL_FONTS = "; font-src data:"


def write_offprints(publication: Publication, languages: Sequence[Language], shelf: Shelf) -> None:
    """articles/<tag>/<name>.html for each work, in the language or as its fallback."""
    for language in languages:
        pages = [work.page for work in publication.works(language.tag)]
        texts = {
            page.uri: publication.site.files[offprint_url(page.url)].read_bytes().decode()
            for page in pages
        }
        # One cut for all: each article's own would save little, and take seconds each.
        faces = embed_fonts(publication, "".join(texts.values()))
        for uri, html in texts.items():
            name = uri.rpartition("/")[2]
            made = add_whereabouts(add_fonts(html, faces), publication, language.tag)
            shelf.write(f"{FOLDER}/{language.tag}/{name}.html", made)


def add_whereabouts(html: str, publication: Publication, tag: str) -> str:
    """An offprint names its own address; here it also names where else the site stands."""
    if not publication.configuration.mirrors:
        return html
    said = f"<p>{escape(publication.whereabouts(tag))}</p>\n"
    return html.replace(FOOTER_END, said + FOOTER_END, 1)


def add_fonts(html: str, faces: str) -> str:
    """An offprint with @font-face rules, which its policy is told of."""
    found = STYLE_RE.search(html)
    assert found, "an offprint without a style"
    if not faces:
        return html
    style = faces + found[1]
    html = html.replace(found[0], f"<style>{style}</style>", 1)
    return html.replace(f"'{sha256_source(found[1])}'", f"'{sha256_source(style)}'{ALL_FONTS}", 1)


ARTICLE = Format("article", write_offprints)
