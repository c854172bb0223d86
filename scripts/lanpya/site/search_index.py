"""The search index: classic scripts, of which the reader's browser fetches a few.

Scripts and not JSON, because a page that is opened from a file may load scripts and nothing
else. One head says what there is; of each language there are shards of terms, of pairs and of
triples, which tell the works that a query stands in, and shards of texts, from which results
are quoted and, where the terms leave a doubt, verified. Works have one number in every
language, the newest 0.

Folding and cutting of text is done by `lanpya.text` here and by text.js there, which are
held to the same vectors.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from lanpya.model import Library, Page, RightsMode, Topic, Work
from lanpya.site.addresses import Addresses
from lanpya.site.contents import Content
from lanpya.site.listings import year_of
from lanpya.site.search_codes import (
    encode_count,
    encode_list,
    encode_words,
    exchange,
    exchange_table,
    pack,
)
from lanpya.site.search_postings import BLOCK_END, FEW_WORKS, Postings, by_units, key_of
from lanpya.text.collation import collation_key
from lanpya.text.dates import format_edtf
from lanpya.text.inflections import stem_rules

HEAD_URL = "search/index.js"
URLS_IN_SHARD = 64
TOPICS_IN_SHARD = 16
NAMES_IN_SHARD = 200
# Characters: so much is read for one result, and its neighbours with it.
TEXT_IN_SHARD = 5_000
FIELD_END, TEXT_END = "\t", "\r"
SEPARATORS = str.maketrans({FIELD_END: " ", TEXT_END: " "})

Shards = dict[str, Any]


@dataclass(frozen=True)
class Entry:
    """A work as one language's index has it. text: its blocks, apart by line ends."""

    number: int
    url: str
    title: str
    date: str
    text: str

    @property
    def row(self) -> str:
        """How it is written."""
        fields = (self.url, self.title, self.date, self.text)
        return FIELD_END.join(field.translate(SEPARATORS) for field in fields)


def render_search_index(
    library: Library,
    addresses: Addresses,
    contents: Mapping[tuple[str, str], Content],
) -> dict[str, str]:
    """Every file of the index, by its address from the root of the site."""
    works = sorted(library.works.values(), key=lambda work: work.published, reverse=True)
    shards: Shards = {}
    head: dict[str, Any] = {
        "size": len(works),
        "few": FEW_WORKS,
        "years": list(_years(works)),
        "names": _index_topics(library, works, shards),
    }
    for start in range(0, len(works), URLS_IN_SHARD):
        chunk = works[start : start + URLS_IN_SHARD]
        shards[f"u{start // URLS_IN_SHARD}"] = [
            addresses.url(work.uri, addresses.default) for work in chunk
        ]
    head["languages"] = {}
    for language in library.languages:
        entries = list(_entries(works, language.tag, addresses, contents))
        head["languages"][language.tag] = {
            "prefix": addresses.prefix(language.tag),
            **_index_language(entries, language.tag, len(works), shards),
        }
        shards[f"{language.tag}/topics"] = _labels(library, works, language.tag)
    return _write(head, shards)


def _write(head: dict[str, Any], shards: Shards) -> dict[str, str]:
    """Shards of two editions, one of them from a cache, must never be read together."""
    bodies = {name: _dump(data) for name, data in shards.items()}
    edition = sha256("\n".join([_dump(head), *bodies.values()]).encode()).hexdigest()[:6]
    head["edition"] = edition
    return {HEAD_URL: f'lanpya.search.add("index","",{_dump(head)});\n'} | {
        f"search/{name}.js": f'lanpya.search.add("{name}","{edition}",{body});\n'
        for name, body in bodies.items()
    }


def _dump(data: object) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # These two end a line in JavaScript before ES2019, though not in JSON; a lone surrogate
    # can not be written in UTF-8 at all.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return text.encode("utf-8", "backslashreplace").decode()


def _years(works: list[Work]) -> Iterator[tuple[str, int]]:
    """Each year, the newest first, and the number of its first work."""
    seen = None
    for number, work in enumerate(works):
        if year_of(work) != seen:
            seen = year_of(work)
            yield seen, number


def _index_topics(library: Library, works: list[Work], shards: Shards) -> list[str]:
    """Every topic with its names and works, and every name with its topic.

    Returns the first name of each shard of names.
    """
    numbers: dict[str, list[int]] = {}
    for number, work in enumerate(works):
        for topic_id in dict.fromkeys(work.topics):
            numbers.setdefault(topic_id, []).append(number)
    topics = list(library.vocabulary.topics.values())
    tags = [language.tag for language in library.languages]
    for start in range(0, len(topics), TOPICS_IN_SHARD):
        chunk = topics[start : start + TOPICS_IN_SHARD]
        shards[f"k{start // TOPICS_IN_SHARD}"] = (
            [(topic.id, [_names(topic, tag) for tag in tags]) for topic in chunk],
            pack("".join(_counted(numbers.get(topic.id, []), len(works)) for topic in chunk)),
        )
    names: dict[str, int] = {}
    for place, topic in enumerate(topics):
        for tag in tags:
            for name in _names(topic, tag):
                names.setdefault(key_of(name), place)
    ordered = sorted(filter(None, names), key=by_units)
    chunks = [
        ordered[start : start + NAMES_IN_SHARD] for start in range(0, len(ordered), NAMES_IN_SHARD)
    ]
    for place, keys in enumerate(chunks):
        shards[f"n{place}"] = (encode_words(keys), [names[key] for key in keys])
    return [keys[0] for keys in chunks]


def _counted(numbers: Sequence[int], limit: int) -> str:
    return encode_count(len(numbers)) + encode_list(numbers, limit)


def _labels(library: Library, works: list[Work], tag: str) -> list[tuple[str, str, int]]:
    """The topics that there are works of: id, name, number; in the order of the language."""
    used = {topic_id for work in works for topic_id in work.topics}
    labels = [
        (topic.id, topic.labels[tag], number)
        for number, topic in enumerate(library.vocabulary.topics.values())
        if topic.id in used
    ]
    return sorted(labels, key=lambda label: (collation_key(label[1], tag), label[0]))


def _names(topic: Topic, tag: str) -> list[str]:
    return [topic.labels[tag], *topic.aliases.get(tag, ())]


def _entries(
    works: list[Work],
    language: str,
    addresses: Addresses,
    contents: Mapping[tuple[str, str], Content],
) -> Iterator[Entry]:
    """The works of a language.

    Those that are there only as a fallback are left out: their text is in the index of
    their own language.
    """
    for number, work in enumerate(works):
        page = work.pages.get(language)
        if page is None:
            continue
        yield Entry(
            number,
            addresses.url(work.uri, language),
            page.title,
            format_edtf(work.published, language),
            _text(work, page, contents[work.uri, language]),
        )


def _text(work: Work, page: Page, content: Content) -> str:
    """What may be shown of a work, in blocks; of one that is only linked to, no text."""
    if work.rights.mode is RightsMode.LINK:
        return page.description
    return "\n".join([page.description, *page.key_points, content.text])


def _index_language(entries: list[Entry], tag: str, limit: int, shards: Shards) -> dict[str, Any]:
    postings = Postings(
        {entry.number: (entry.title, entry.text.replace("\n", BLOCK_END)) for entry in entries},
        limit,
    )
    pairs, triples = postings.cut_runs()
    terms = postings.cut_terms()
    for kind, cut in (("w", terms), ("p", pairs), ("r", triples)):
        shards |= {f"{tag}/{kind}{place}": shard for place, shard in enumerate(cut.shards)}
    missing = sorted(set(range(limit)) - {entry.number for entry in entries})
    return {
        "stems": stem_rules(tag),
        "terms": len(postings.terms),
        "w": terms.firsts,
        "p": pairs.firsts,
        "r": triples.firsts,
        "missing": pack(_counted(missing, limit)),
        **_index_texts(entries, tag, limit, shards),
    }


def _index_texts(entries: list[Entry], tag: str, limit: int, shards: Shards) -> dict[str, Any]:
    """The texts, `group` numbers a shard; nothing where there is none."""
    table = exchange_table(entry.row for entry in entries)
    rows = [""] * limit
    for entry in entries:
        rows[entry.number] = exchange(entry.row, table)
    length = sum(map(len, rows)) // max(1, len(entries)) + 1
    group = max(1, round(TEXT_IN_SHARD / length))
    for place, start in enumerate(range(0, limit, group)):
        shards[f"{tag}/t{place}"] = TEXT_END.join(rows[start : start + group])
    return {"table": table, "group": group}
