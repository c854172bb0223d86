"""A work in its languages: translations that keep step with their original."""

import re
from collections.abc import Iterator

from lanpya.checks.rendered import Renderings
from lanpya.content.configuration import Configuration
from lanpya.content.library import Reading
from lanpya.findings import Finding

# The templates of every page link to these.
REQUIRED = ("index", "about", "safety", "contribute")
HEADING_RE = re.compile(r"^##\s.*?\{#(?P<id>[^}\s]+)\}\s*$", re.MULTILINE)


def check_sections(
    configuration: Configuration, reading: Reading, renderings: Renderings
) -> Iterator[Finding]:
    """A translation has the sections of its original, by the id of their headings.

    Bad: the original has `## Aid {#aid}`, the translation has no heading with that id
    Good: `## အကူအညီ {#aid}`
    """
    for work in reading.works.values():
        wanted = HEADING_RE.findall(work.original.body)
        for page in work.translations.values():
            shown = configuration.shown(page.path)
            for id_ in wanted:
                if id_ not in renderings[shown].anchors:
                    values = {"id": id_, "original": configuration.shown(work.original.path)}
                    yield Finding(shown, page.body_line, 1, "translation-section-missing", values)


def check_standing_pages(configuration: Configuration, reading: Reading) -> Iterator[Finding]:
    """A standing page (home, about, safety, …) is there in every language.

    Bad: docs/en/safety.md without docs/my/safety.md
    Good: both
    """
    there = {uri: sorted(variants) for uri, variants in reading.pages.items()}
    for uri in sorted({*there, *REQUIRED}):
        for language in configuration.languages:
            path = configuration.docs_dir / language.tag / f"{uri}.md"
            if path.exists():
                continue
            shown = configuration.shown(path)
            if uri in there:
                have = reading.pages[uri][there[uri][0]].path
                values = {"have": configuration.shown(have)}
                yield Finding(shown, 0, 0, "page-missing", values)
            else:
                yield Finding(shown, 0, 0, "page-required")
