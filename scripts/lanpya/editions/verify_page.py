"""verify.html: one page that checks a file in a phone's browser, whatever opened it.

The page depends on the key and on the strings alone, never on the version: one that was
handed over by somebody who is trusted stays good, and has one hash to be known by. There is
deliberately no list of files in it; a page can not vouch for what came along with it.
"""

import json
from base64 import b64encode
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from lanpya.editions.edition import Format, Shelf
from lanpya.editions.keys import configured_key
from lanpya.editions.publication import Publication
from lanpya.editions.templates import make_environment, read_source
from lanpya.model import Language
from lanpya.site.squeeze import squeeze_css, squeeze_script

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
    configuration = publication.configuration
    key = configured_key(configuration)
    sheet = squeeze_css(read_source(configuration, "verify.css"))
    style = sheet + "".join(_render_fonts(publication, languages))
    script = "".join(squeeze_script(read_source(configuration, name)) for name in SCRIPTS)
    return (
        make_environment(configuration)
        .get_template(VERIFY_PAGE)
        .render(
            languages=languages,
            names=configuration.site_names,
            titles=[publication.strings[one.tag]("verify.title") for one in languages],
            strings=publication.strings,
            key=key,
            key_id=key.shown_id if key else "",
            words=_render_words(publication, languages),
            script=Markup(script),  # noqa: S704 -- our own
            style=Markup(style),  # noqa: S704 -- our own
        )
    )


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
