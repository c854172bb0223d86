"""Offprints: each article once more as a file of its own, to be kept and passed on.

A phone opens a file from its file manager as content://, where neither style nor font nor
any other page can be reached: so all of an article is inside, but for the font, which
weighs more than the article and is left to the editions. There is deliberately no script.
"""

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from jinja2 import Environment
from markupsafe import Markup, escape

from lanpya.site.addresses import SCHEME_RE
from lanpya.site.cut_style import cut_style
from lanpya.site.squeeze import sha256_source

FOLDER = "assets/offprints/"  # no page of docs/ can stand there
TEMPLATE = "offprint.html"
STYLE_MARK = "\0style"
POLICY_MARK = "\0policy"
POLICY = (
    "default-src 'none'; style-src '{style}'; img-src data:; base-uri 'none'; form-action 'none'"
)
# A phrase that no line breaks, in a tag half as long: a text in Burmese has hundreds.
PHRASE_RE = re.compile(r'<span class="nb">([^<]*)</span>')
PHRASE_STYLE = "n-b{white-space:nowrap}@media (max-width:22em){n-b{white-space:normal}}"
ADDRESS_RE = re.compile(r'(<(?:a|img)\b[^>]*? (href|src)=")([^"]*)"')
IMAGE_TYPES = {"webp": "image/webp", "png": "image/png", "jpg": "image/jpeg"}

# The bytes of an image by its address, as the page has it; None where it is not at hand.
Reader = Callable[[str], bytes | None]


@dataclass(frozen=True)
class Offprint:
    """url: from the root of the site. file_name: what it is saved as, which tells nothing."""

    url: str
    file_name: str
    html: str

    @property
    def kilobytes(self) -> int:
        """Its size, rounded up."""
        return -(-len(self.html.encode()) // 1024)


def offprint_url(page_url: str) -> str:
    """Where the offprint of a page stands."""
    return FOLDER + page_url


def is_offprint(url: str) -> bool:
    """Whether a file of the site is one."""
    return url.startswith(FOLDER) and url.endswith(".html")


def data_address(name: str, data: bytes) -> str:
    """A picture as an address that holds all of it. name: its file's, or any path of it."""
    return f"data:{IMAGE_TYPES[name.rpartition('.')[2]]};base64,{b64encode(data).decode()}"


def render_offprint(
    environment: Environment, shown: Mapping[str, Any], url: str, style: str, read: Reader
) -> Offprint:
    """The offprint of the article page at `url`. shown: what the page's own template has.

    style: the site's sheet, squeezed; what the article uses of it is taken along.
    """
    prose = _make_free(shown["content"].html, shown["canonical"], read)
    made = environment.get_template(TEMPLATE).render(
        {**shown, "prose": prose, "style": Markup(STYLE_MARK), "policy": Markup(POLICY_MARK)}  # noqa: S704
    )
    made = PHRASE_RE.sub(r"<n-b>\1</n-b>", made)
    cut = cut_style(style + PHRASE_STYLE, made)
    policy = POLICY.format(style=sha256_source(cut))
    html = made.replace(POLICY_MARK, policy).replace(STYLE_MARK, cut)
    name = f"{shown['view']['machine_date'] or 'notes'}.html"
    return Offprint(offprint_url(url), name, html)


def _make_free(html: str, canonical: str, read: Reader) -> str:
    """Links to other pages made absolute, images put inside."""

    def free(match: re.Match[str]) -> str:
        before, attribute, address = match.groups()
        if SCHEME_RE.match(address) or address.startswith("#"):
            return match[0]
        if attribute == "href":
            return f'{before}{escape(urljoin(canonical, address))}"'
        data = read(address)
        if data is None or address.rpartition(".")[2] not in IMAGE_TYPES:
            return f'{before}data:,"'
        return f'{before}{data_address(address, data)}"'

    return ADDRESS_RE.sub(free, html)
