"""A page's file, taken apart: front matter above, Markdown below."""

from dataclasses import dataclass
from pathlib import Path

from lanpya.content.yaml_source import YamlFault, YamlSource, parse_yaml
from lanpya.findings import Finding

FENCE = "---"


@dataclass(frozen=True)
class SourceFile:
    """A Markdown file whose front matter could be read. body_line: from 1."""

    path: Path
    shown_path: str
    front_matter: YamlSource
    body: str
    body_line: int


def read_utf8(path: Path, shown_path: str) -> tuple[str | None, list[Finding]]:
    """A file's text, or a finding that names the first byte that is not UTF-8."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n"), []
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", errors="replace")) + 1
        byte = f"0x{data[error.start]:02X}"
        return None, [Finding(shown_path, line, column, "encoding", {"byte": byte})]


def read_source_file(path: Path, shown_path: str) -> tuple[SourceFile | None, list[Finding]]:
    """Read a page's file; None where its findings leave nothing to work with."""
    text, findings = read_utf8(path, shown_path)
    if text is None:
        return None, findings
    return split_front_matter(text, path, shown_path)


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
    try:
        front_matter = parse_yaml("\n".join(lines[1:end]) + "\n", first_line=2)
    except YamlFault as fault:
        found = Finding(shown_path, fault.line, fault.column, fault.code, {"detail": fault.detail})
        return None, [found]
    if not isinstance(front_matter.value, dict):
        return None, [Finding(shown_path, 2, 1, "front-matter-missing")]
    body = "\n".join(lines[end + 1 :])
    return SourceFile(path, shown_path, front_matter, body, end + 2), []
