"""Sites small enough to be read at a glance, in any languages, written file by file."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from lanpya.checks.run import check_reading
from lanpya.content.configuration import read_configuration
from lanpya.content.library import Reading, read_docs
from lanpya.findings import Finding

STANDING = ("index", "about", "safety", "contribute")
ISO_639_3 = {"en": "eng", "my": "mya", "fr": "fra", "shn": "shn", "de": "deu"}

ORIGINAL = """\
---
title: "A"
description: "What A is about."
published: "2023-11-17"
source: {publisher: "Paper"}
rights: {mode: summary, license: LicenseRef-Unknown}
about: [aid]
mentions: [un]
figures:
  - {id: camps, counts: camps, value: 20, unit: people, bound: nearly, attributed_to: un}
---
## First {#first}

Text.
"""
TRANSLATION = """\
---
title: "က"
description: "ခ။"
translation: {of: %s, status: draft}
---
## ပထမ {#first}

စာသား။
"""


def standing_page(uri: str) -> str:
    """A page that is no article."""
    return f'---\ntitle: "{uri}"\ndescription: "On {uri}."\n---\nText.\n'


def topics(languages: Iterable[str]) -> str:
    """The theme "aid", the organisation "un", "camps" counted in "people"."""
    words = "{" + ", ".join(f'{language}: "w"' for language in languages) + "}"
    return f"""\
topics:
  aid:
    kind: theme
    labels: {words}
    summaries: {words}
  un:
    kind: organisation
    labels: {words}
    summaries: {words}
counts:
  camps:
    labels: {words}
    about: [aid]
units:
  people:
    labels: {words}
"""


def configuration(languages: Iterable[str]) -> str:
    """mkdocs.yml, as far as it is read before the site is built; the first is the default."""
    rows = "\n".join(f"        - {{locale: {tag}, name: {tag.upper()}}}" for tag in languages)
    codes = "\n".join(f"    {tag}: {{iso_639_3: {ISO_639_3[tag]}}}" for tag in languages)
    return f"""\
site_name: Small
plugins:
  - i18n:
      docs_structure: folder
      languages:
{rows}
extra:
  languages:
{codes}
"""


def sound_files(languages: tuple[str, ...] = ("en", "my")) -> dict[str, str]:
    """A site without a fault: an article in the first language, translated into the others."""
    files = {"mkdocs.yml": configuration(languages), "docs/topics.yml": topics(languages)}
    for language in languages:
        for uri in STANDING:
            files[f"docs/{language}/{uri}.md"] = standing_page(uri)
        is_original = language == languages[0]
        article = ORIGINAL if is_original else TRANSLATION % languages[0]
        files[f"docs/{language}/articles/a.md"] = article
    return files


def write_files(root: Path, files: Mapping[str, str | bytes | Path | None]) -> Path:
    """Write files below a folder: a Path as a symbolic link, None as none. Returns root."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        if isinstance(content, Path):
            path.symlink_to(content)
        elif isinstance(content, bytes):
            path.write_bytes(content)
        elif content is not None:
            path.write_bytes(content.encode("utf-8", "surrogatepass"))
    return root


def read_site(root: Path) -> Reading:
    """docs/ of a site, read."""
    return read_docs(read_configuration(root / "mkdocs.yml"))


def check_site(root: Path) -> list[Finding]:
    """Every finding on a site."""
    configuration = read_configuration(root / "mkdocs.yml")
    return check_reading(configuration, read_docs(configuration))


def show(findings: Iterable[Finding]) -> list[str]:
    """Findings as "path:line:column code", as short as a test wants them."""
    return [f"{found.path}:{found.line}:{found.column} {found.code}" for found in findings]
