"""A page's file, taken apart: front matter above, Markdown below."""

from dataclasses import dataclass
from pathlib import Path

from lanpya.content.source_text import read_text
from lanpya.content.yaml_source import YamlFault, YamlSource, parse_yaml
from lanpya.findings import Finding

FENCE = "---"
MAX_BYTES = 1_000_000
MAX_FRONT_MATTER = 100_000


@dataclass(frozen=True)
class SourceFile:
    """A Markdown file whose front matter could be read. body_line: from 1."""

    path: Path
    shown_path: str
    front_matter: YamlSource
    body: str
    body_line: int


def read_source_file(path: Path, shown_path: str) -> tuple[SourceFile | None, list[Finding]]:
    """Read a page's file; None where its findings leave nothing to work with."""
    text, findings = read_text(path, shown_path, MAX_BYTES)
    if text is None:
        return None, findings
    source, found = split_front_matter(text, path, shown_path)
    return source, findings + found


def split_front_matter(
    text: str, path: Path, shown_path: str
) -> tuple[SourceFile | None, list[Finding]]:
    """Take a page's text apart. A page without front matter is a finding: it has no title."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return None, [Finding(shown_path, 1, 1, "front-matter-missing")]
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        return None, [Finding(shown_path, 1, 1, "front-matter-unclosed")]
    written = "\n".join(lines[1:end]) + "\n"
    if len(written) > MAX_FRONT_MATTER:
        values = {"limit": f"{MAX_FRONT_MATTER:,}"}
        return None, [Finding(shown_path, 2, 1, "front-matter-too-long", values)]
    try:
        front_matter = parse_yaml(written, first_line=2)
    except YamlFault as fault:
        return None, [Finding(shown_path, fault.line, fault.column, fault.code, fault.values)]
    if front_matter.value is None:
        front_matter = YamlSource({}, front_matter.places)
    if not isinstance(front_matter.value, dict):
        return None, [Finding(shown_path, 2, 1, "front-matter-no-keys")]
    body = "\n".join(lines[end + 1 :])
    return SourceFile(path, shown_path, front_matter, body, min(end + 2, len(lines))), []
