"""The front matter of a page that was sent: only keys that the site knows, and no comments."""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from lanpya.content.front_matter import FENCE, split_front_matter
from lanpya.content.schema import (
    HomeSchema,
    OriginalSchema,
    StandingSchema,
    TranslationPageSchema,
)

KNOWN = frozenset(
    key
    for schema in (OriginalSchema, TranslationPageSchema, StandingSchema, HomeSchema)
    for key in schema.model_fields
)
KEY_RE = re.compile(r"([A-Za-z0-9_-]+)[ \t]*:")
COMMENT_RE = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def clean_page(text: str) -> tuple[str, tuple[str, ...]]:
    """(the page without keys and comments that are not the site's, the keys that went).

    Front matter that can not be read keeps its lines, so that its fault can be mended.
    """
    source, _ = split_front_matter(text, Path(), "")
    if source is None:
        written, fence, body = text.removeprefix(FENCE).partition(f"\n{FENCE}")
        if not fence:
            return COMMENT_RE.sub("", text), ()
        kept_lines = "\n".join(_known_lines(written.split("\n")))
        return f"{FENCE}{kept_lines}{fence}{COMMENT_RE.sub('', body)}", ()
    value = dict(source.front_matter.value)
    unknown = tuple(str(key) for key in value if key not in KNOWN)
    kept = {key: value[key] for key in value if key in KNOWN}
    written = yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=10_000)
    body = COMMENT_RE.sub("", source.body).strip("\n")
    return f"{FENCE}\n{written if kept else ''}{FENCE}\n\n{body}\n", unknown


def _known_lines(lines: list[str]) -> Iterator[str]:
    is_known = True
    for line in lines:
        key = KEY_RE.match(line)
        if key:
            is_known = key[1] in KNOWN
        if is_known and not line.lstrip().startswith("#"):
            yield line
