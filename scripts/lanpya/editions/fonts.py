"""Fonts inside a page: only the letters that it has, as a data address.

A cut font is a quarter to a half lighter than the site's own, which has every letter of its
script. The rules that shape the letters that are left all stay.
"""

import re
from base64 import b64encode
from functools import lru_cache
from io import BytesIO

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from lanpya.editions.publication import Publication
from lanpya.site.cut_style import cut_style, font_faces

NAMES = (0, 1, 2, 13, 14)  # copyright, family, style, licence: what the licence asks to be kept
WORD_JOINERS = "\u00a0\u200b\u200c\u200d\u25cc "
SOURCE_RE = re.compile(r'url\("?([^")]*)"?\)')


def embed_style(publication: Publication, html: str) -> str:
    """What of the site's sheet a page in which `html` stands needs, its fonts inside."""
    return embed_fonts(publication, html) + cut_style(publication.site.style, html)


def embed_fonts(publication: Publication, html: str) -> str:
    """The style sheet's @font-face rules, as far as a page in which `html` stands needs them.

    html: all that it says, each text under its own `lang`. A font goes in if one of its
    language's texts is there; its address becomes the data of the font itself.
    """
    return embed_fonts_of(publication, used_languages(publication, html), frozenset(html))


def used_languages(publication: Publication, html: str) -> frozenset[str]:
    """The languages that `html` says it has texts in, of those that have a font."""
    tags = (language.tag for language in publication.languages if language.font)
    return frozenset(tag for tag in tags if re.search(rf'lang="?{tag}\b', html))


def embed_fonts_of(
    publication: Publication, tags: frozenset[str], characters: frozenset[str]
) -> str:
    """The rules for texts in these languages, with these characters."""
    faces = font_faces(publication.site.style)
    made = []
    for language in publication.languages:
        if language.font is None or language.tag not in tags:
            continue
        # What numbers a list or a page is in no text.
        wanted = characters | frozenset(publication.strings[language.tag].digits)
        data = cut_font(publication.site.files[language.font].read_bytes(), wanted)
        address = f'url("data:font/woff2;base64,{b64encode(data).decode()}")'
        for face in faces:
            source = SOURCE_RE.search(face)
            if source and language.font.endswith(source[1].lstrip("./")):
                made.append(face.replace(source[0], address))
    return "".join(made)


@lru_cache(maxsize=8)
def cut_font(font: bytes, characters: frozenset[str]) -> bytes:
    """A WOFF2 font with these characters only; the same ones give the same bytes."""
    options = Options(
        layout_features=["*"],
        hinting=False,
        name_IDs=list(NAMES),
        flavor="woff2",
        notdef_outline=True,
    )
    with TTFont(BytesIO(font), recalcTimestamp=False) as made:
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=sorted({ord(one) for one in characters | set(WORD_JOINERS)}))
        subsetter.subset(made)
        made.flavor = "woff2"
        buffer = BytesIO()
        made.save(buffer)
    return buffer.getvalue()
