"""Where it comes from: publisher, agency, host, section, address.

A page that carries another's article names three parties. The publisher stands beside the
byline or in "first published in"; the agency in the byline or the dateline; the host in
the page's own chrome ("Follow … for more updates") and becomes `via`.
"""

import re
from dataclasses import replace

from lanpya.convert.about import find_self_description
from lanpya.convert.article import Article, Claim, first_claim
from lanpya.convert.metaline import URL_RE
from lanpya.convert.names import (
    EDGE_CHARS,
    is_agency,
    is_publication,
    is_section,
    looks_like_name,
)
from lanpya.convert.result import Author, AuthorKind, Confidence, Datum
from lanpya.convert.rights import find_rights_holder
from lanpya.convert.titles import is_site_name, split_site
from lanpya.convert.wording import read_wording

DATELINE_AGENCY_RE = re.compile(
    r"^[^\W\d_][^()–—]{1,80}\((?P<agency>[^()]{2,30})\)\s*(?:[–—:-]|-{1,2}\s)"
)
MAX_REPUBLISHED = 250
MAX_HOST_LINE = 160
MAX_LABELLED_WORDS = 8
# Rules that tell the page's own name, which may be the publisher's or a mere host's.
SITE_RULES = frozenset({"host", "rights-holder", "site-name", "title-suffix"})


def find_publisher(article: Article, title: Claim | None, authors: Claim | None) -> Claim | None:
    """Who published it first, as far as the source says."""
    return first_claim(
        (
            _labelled(article, "publisher-label", "publisher-label"),
            _republished(article),
            _from_head_line(article, "publisher"),
            _labelled(article, "source", "source-label"),
            _from_author(article, authors),
            _self_described(article),
            _site_name(article, title),
            _from_host(article, "publisher"),
            _from_rights_holder(article),
        )
    )


def find_agency(article: Article) -> Claim | None:
    """The news agency of a byline or a dateline."""
    return first_claim((_from_head_line(article, "agency"), _from_dateline(article)))


def find_via(article: Article, publisher: Claim | None) -> Claim | None:
    """The page's host, where it is not the publisher."""
    if publisher is None or publisher.datum.rule in SITE_RULES:
        return None
    for host in (_from_head_line(article, "publisher"), _from_host(article, "via")):
        if host and not _is_same(host.datum.value, publisher.datum.value):
            return replace(host, name="via")
    return None


def find_section(article: Article) -> Claim | None:
    """The section of the paper: on the date's line, or alone above the title."""
    for index, metaline in article.metalines.items():
        for part in metaline.parts:
            is_section_part = part.kind in ("section", "section-label")
            is_sure = metaline.is_strong or is_section(part.text)
            if index < article.head_end and is_section_part and is_sure:
                return article.claim("section", index, part.text, "section-line")
    return None


def find_url(article: Article) -> Claim | None:
    """The address that the source gives for itself, on a line of its own."""
    for index, metaline in article.metalines.items():
        for part in metaline.of_kind("url"):
            if match := URL_RE.search(part.text):
                confidence = Confidence.HIGH if part.is_labelled else Confidence.MEDIUM
                return article.claim("url", index, match.group(), "url-line", confidence)
    return None


def _from_head_line(article: Article, kind: str) -> Claim | None:
    """A name of the kind on a line about the article, or alone beside one."""
    for index, metaline in article.metalines.items():
        if index >= article.head_end:
            continue
        if not metaline.is_strong and not article.is_near_strong(index):
            continue
        for part in metaline.of_kind(kind):
            confidence = Confidence.HIGH if metaline.is_strong else Confidence.MEDIUM
            return article.claim(kind, index, part.text, f"{kind}-line", confidence)
    return None


def _labelled(article: Article, kind: str, rule: str) -> Claim | None:
    for index, metaline in article.metalines.items():
        for part in metaline.of_kind(kind):
            name = part.text.strip(EDGE_CHARS)
            if looks_like_name(name) and len(name.split()) <= MAX_LABELLED_WORDS:
                return article.claim("publisher", index, name, rule)
    return None


def _republished(article: Article) -> Claim | None:
    """A line outside the text that says where the article first appeared."""
    for index in sorted({*range(article.head_end + 1), *article.tail}):
        text = article.chunks[index].text if index < len(article.chunks) else ""
        if len(text) > MAX_REPUBLISHED:
            continue
        if match := read_wording().search("republished", text):
            name = match["name"].strip(EDGE_CHARS)
            return article.claim("publisher", index, name, "republished-line")
    return None


def _from_author(article: Article, authors: Claim | None) -> Claim | None:
    """A publication, or an organisation that describes itself, publishes what it signs."""
    if authors is None or isinstance(authors.datum.value, str):
        return None
    described = find_self_description(article)
    organisations = [
        one.name
        for one in authors.datum.value
        if isinstance(one, Author) and one.kind is AuthorKind.ORGANISATION
    ]
    for name in organisations:
        if described and _is_same(name, described[1]):
            reason = "the author is an organisation that describes itself below the text"
        elif is_publication(name):
            reason = "the author is a publication"
        else:
            continue
        line = authors.datum.line
        return Claim("publisher", Datum(name, "own-author", line, Confidence.MEDIUM, reason))
    return None


def _self_described(article: Article) -> Claim | None:
    described = find_self_description(article)
    if described is None:
        return None
    index, name = described
    reason = "it describes itself below the text"
    claim = article.claim("publisher", index, name, "self-description", Confidence.MEDIUM, reason)
    return replace(claim, taken={})


def _site_name(article: Article, title: Claim | None) -> Claim | None:
    """The name on top of the page, above its navigation, or behind the title of its window."""
    first = min(title.taken) if title and title.taken else 0
    for index in range(min(2, article.head_end)):
        text = article.chunks[index].text
        if is_site_name(article, index) or (index < first and is_publication(text)):
            reason = "it stands on top of the page"
            return article.claim("publisher", index, text, "site-name", Confidence.MEDIUM, reason)
        _, site = split_site(text)
        if site:
            reason = "it stands behind the title"
            claim = article.claim(
                "publisher", index, site, "title-suffix", Confidence.MEDIUM, reason
            )
            return replace(claim, taken={})
    return None


def _from_host(article: Article, name: str) -> Claim | None:
    """The site that a line of the page's chrome names."""
    for number, text in article.all_lines():
        match = read_wording().search("host", text) if len(text) <= MAX_HOST_LINE else None
        host = match["name"].strip(EDGE_CHARS) if match else ""
        if looks_like_name(host):
            reason = "the page asks its readers to follow it"
            datum = Datum(host, "host", number, Confidence.MEDIUM, reason)
            return Claim(name, datum, article.at_line(number))
    return None


def _from_rights_holder(article: Article) -> Claim | None:
    holder = find_rights_holder(article)
    if holder is None or is_agency(str(holder.datum.value)):
        return None
    reason = "it is named in the copyright line"
    datum = replace(holder.datum, rule="rights-holder", confidence=Confidence.LOW, reason=reason)
    return Claim("publisher", datum)


def _from_dateline(article: Article) -> Claim | None:
    """The agency in the brackets of a dateline, which stays in the text."""
    chunk = article.opening
    match = DATELINE_AGENCY_RE.match(chunk.text) if chunk else None
    if chunk is None or match is None or not is_agency(match["agency"]):
        return None
    return Claim("agency", Datum(match["agency"], "dateline", chunk.first_line))


def _is_same(one: object, other: object) -> bool:
    return str(one).casefold().removeprefix("the ") == str(other).casefold().removeprefix("the ")
