"""What `lanpya check` says of a site with faults, kept in tests/golden/check.

`python -m tests.cli.golden` writes it anew, for a person to read before it is committed.
"""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.checks.cases import ABOUT, HOME, MY, SECOND, TOPICS, Content, original, page, vocabulary
from tests.conftest import REPOSITORY
from tests.content.sites import sound_files, write_files

GOLDEN = REPOSITORY / "tests/golden/check"
RUNS: Mapping[str, tuple[str, ...]] = {
    "all.txt": (),
    "english.txt": ("--lang", "en"),
    "burmese.txt": ("--lang", "my"),
    "all.json": ("--format", "json"),
    "github.txt": ("--format", "github"),
    "one-page.txt": ("--lang", "en", "docs/en/about.md"),
    "one-folder.txt": ("--lang", "en", "docs/my"),
}
FAULTS: Mapping[str, Content] = {
    ABOUT: page(
        "See [the article](articles/b.md), [a section](articles/a.md#frist), "
        "![](../assets/road.webp)\nand [this](javascript:alert).\n\n" + "က" * 120 + " [x](/y.md)"
    ),
    HOME: '---\ntitle: "T"\ndescription: "D"\nlead: articles/aa\n---\n# Text\n',
    "docs/en/articles/Two Million.md": SECOND.replace("about: [aid]", "about: [aids, un]"),
    "docs/en/articles/a.md": original("value: 20", 'value: "20"'),
    "docs/en/search.md": page("Text."),
    "docs/fr/about.md": page("Texte."),
    "docs/en/map.svg": "<svg/>",
    "docs/my/safety.md": Path("../en/safety.md"),
    "docs/my/contribute.md": '---\ntitle: က: ခ\n---\n',
    "docs/my/about.md": b'---\ntitle: "\xe1\x80\xff"\n---\n',
    MY: "---\ntitel: \"က\"\ndescription: \"ခ\"\ntranslation: {of: en, status: done}\n---\n",
    TOPICS: vocabulary('summaries: {en: "w", my: "w"}', 'summaries: {en: "w"}'),
}  # fmt: skip


def write_site(root: Path) -> Path:
    """A site with a fault of each common sort."""
    write_files(root, sound_files())
    return write_files(root, FAULTS)


def run_check(root: Path, arguments: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
    """`lanpya check` in a folder, as a person runs it."""
    command = [sys.executable, "-m", "lanpya.cli.main", "check", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8")


def main() -> None:
    """Write the golden files."""
    GOLDEN.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        root = write_site(Path(folder))
        for name, arguments in RUNS.items():
            said = run_check(root, arguments).stdout
            (GOLDEN / name).write_text(said, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
