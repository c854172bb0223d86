"""verify.html: one page that checks a file in a phone's browser, whatever opened it.

The page depends on the key and on the strings alone, never on the version: one that was
handed over by somebody who is trusted stays good, and has one hash to be known by. There is
deliberately no list of files in it; a page can not vouch for what came along with it.
"""

import json
from base64 import b64encode
from collections.abc import Iterator, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from lanpya.editions.edition import Format, Shelf
from lanpya.editions.keys import configured_key
from lanpya.editions.publication import Publication
from lanpya.model import Language
from lanpya.site.squeeze import sha256_source, squeeze_css, squeeze_script

VERIFY_PAGE = "verify.html"
SCRIPTS = ("hashes.js", "ed25519.js", "verify.js", "verify-page.js")
PREFIX = "verify."
FONT_NAME = "Lanpya {}"
SAID_BY_SCRIPT = (
    "verify.because.changed",
    "verify.because.damaged",
    "verify.because.good",
    "verify.because.hashed",
    "verify.because.keyless",
    "verify.because.mistrusted",
    "verify.because.renamed",
    "verify.because.unknown",
    "verify.because.unlisted",
    "verify.because.unsigned",
    "verify.changed",
    "verify.failed",
    "verify.good",
    "verify.nothing",
    "verify.only-signatures",
    "verify.unclear",
    "verify.unknown",
    "verify.version",
    "verify.working",
)


def write_verify_page(
    publication: Publication, languages: Sequence[Language], shelf: Shelf
) -> None:
    """The page in all languages of the site."""
    shelf.write(VERIFY_PAGE, render_verify_page(publication, languages))


def render_verify_page(publication: Publication, languages: Sequence[Language]) -> str:
    """The page's HTML. Everything that it needs is inside."""
    folder = publication.configuration.strings_dir.parent / "editions"
    key = configured_key(publication.configuration)
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["sha256_source"] = sha256_source
    style = _read(folder / "verify.css")
    return environment.get_template(VERIFY_PAGE).render(
        languages=languages,
        names=publication.configuration.site_names,
        strings=publication.strings,
        key=key,
        key_id=key.shown_id if key else "",
        words=_render_words(publication, languages),
        script="".join(squeeze_script(_read(folder / name)) for name in SCRIPTS),
        style=squeeze_css(style) + "".join(_render_fonts(publication, languages)),
    )


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _render_words(publication: Publication, languages: Sequence[Language]) -> str:
    """What the script says, as JSON that no HTML parser takes for anything else."""
    said = {
        language.tag: {
            key.removeprefix(PREFIX): publication.strings[language.tag].words[key]
            for key in SAID_BY_SCRIPT
        }
        for language in languages
    }
    return json.dumps(said, ensure_ascii=False).replace("<", "\\u003c")


def _render_fonts(publication: Publication, languages: Sequence[Language]) -> Iterator[str]:
    """The fonts that texts can not be read without, inside the page."""
    for language in languages:
        if language.font is None:
            continue
        name = FONT_NAME.format(language.tag)
        data = b64encode(publication.site.files[language.font].read_bytes()).decode()
        yield (
            f'@font-face{{font-family:"{name}";src:url(data:font/woff2;base64,{data}) '
            f'format("woff2");font-display:swap}}'
            f'[lang="{language.tag}"]{{font-family:"{name}",serif}}'
        )


VERIFY = Format("verify", write_verify_page, is_for_all=True)
