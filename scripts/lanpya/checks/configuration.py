"""What mkdocs.yml may do besides naming things: run code, fetch, tell what the machine knows.

A site of one's own may want it; whoever accepts a change from somebody else has to see it. So
it is worth a second look, and `extra: {meant: […]}` says that somebody had one.
"""

import re
from collections.abc import Iterator

import yaml

from lanpya.content.configuration import Configuration
from lanpya.findings import Finding, Phrase

RUNS, FETCHES = Phrase("configuration-runs"), Phrase("configuration-fetches")
TELLS, LEAVES = Phrase("configuration-tells"), Phrase("configuration-leaves")
RISKS = {
    "hooks": RUNS,
    "markdown_extensions": RUNS,
    "INHERIT": LEAVES,
    "extra_javascript": FETCHES,
    "extra_css": FETCHES,
    "extra_templates": FETCHES,
}
PLUGINS = frozenset({"i18n", "lanpya"})
FOLDERS = frozenset({"docs_dir", "site_dir", "custom_dir"})
OUTSIDE_RE = re.compile(r"(?:.*[/\\])?\.\.(?:[/\\].*)?|[/\\~].*|[A-Za-z]:.*")
# What is public anyway.
MAY_COME_FROM_OUTSIDE = frozenset({"site_url", "repo_url", "edit_uri"})


def check_configuration(configuration: Configuration) -> Iterator[Finding]:
    """mkdocs.yml runs, fetches and tells nothing that nobody has looked at.

    Bad: `hooks: [x.py]`, `site_name: !ENV TOKEN`, `docs_dir: ../secrets`
    Good: what mkdocs.yml has at first
    """
    shown = configuration.shown(configuration.path)
    root = yaml.compose(configuration.path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode):
        return
    meant = _meant(root)
    for key, node, what in _risks(root, ""):
        if key not in meant:
            mark = node.start_mark
            values: dict[str, str | Phrase] = {"key": key, "what": what}
            yield Finding(shown, mark.line + 1, mark.column + 1, "configuration-risk", values)


def _risks(node: yaml.Node, key: str) -> Iterator[tuple[str, yaml.Node, Phrase]]:
    """(key, where, what it does) of all that a node holds."""
    if node.tag.startswith("tag:yaml.org,2002:python/"):
        yield key, node, RUNS
    elif node.tag.startswith("!") and key not in MAY_COME_FROM_OUTSIDE:
        yield key, node, TELLS
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            inner = str(name.value)
            if not key and inner in RISKS:
                yield inner, name, RISKS[inner]
            if inner in FOLDERS and OUTSIDE_RE.fullmatch(str(value.value)):
                yield inner, value, LEAVES
            yield from _risks(value, inner)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            name = _name(item)
            if key == "plugins" and name not in PLUGINS:
                yield name, item, RUNS
            yield from _risks(item, key)


def _name(item: yaml.Node) -> str:
    """A plugin's name, with or without options."""
    if isinstance(item, yaml.MappingNode) and item.value:
        return str(item.value[0][0].value)
    return str(item.value)


def _meant(root: yaml.MappingNode) -> frozenset[str]:
    """What the file says is meant, under extra."""
    for name, value in root.value:
        if name.value == "extra" and isinstance(value, yaml.MappingNode):
            for inner, listed in value.value:
                if inner.value == "meant" and isinstance(listed, yaml.SequenceNode):
                    return frozenset(str(item.value) for item in listed.value)
    return frozenset()
