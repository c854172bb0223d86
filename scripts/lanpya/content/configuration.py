"""What mkdocs.yml says that the stages before the site need to know.

mkdocs.yml is the whole configuration; this reads the few keys that are not
mkdocs' own affair, so that converting and checking need no mkdocs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from lanpya.findings import SiteError
from lanpya.model import Language


@dataclass(frozen=True)
class Configuration:
    """path: mkdocs.yml; default: tag of the language at the root; site_names: by language."""

    path: Path
    docs_dir: Path
    site_dir: Path
    languages: tuple[Language, ...]
    default: str
    site_names: Mapping[str, str]

    @property
    def root(self) -> Path:
        """The folder that findings' paths start from."""
        return self.path.parent

    def shown(self, path: Path) -> str:
        """A path as a contributor knows it: POSIX, from the folder of mkdocs.yml."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()


class _TolerantLoader(yaml.SafeLoader):
    """mkdocs.yml may hold tags (!ENV, !!python/name) that only mkdocs resolves."""


def _ignore_tag(loader: yaml.SafeLoader, _suffix: str, node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return loader.construct_scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node)[-1]
    return None


_TolerantLoader.add_multi_constructor("", _ignore_tag)


def read_configuration(path: Path) -> Configuration:
    """Read mkdocs.yml. Raises SiteError where it is absent or names no languages."""
    path = path.resolve()
    try:
        # The loader is a SafeLoader: it constructs nothing but plain data.
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_TolerantLoader)  # noqa: S506
    except FileNotFoundError:
        raise SiteError(
            f"{path} is not there. Run this in the folder of mkdocs.yml, or name it with --config."
        ) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SiteError(f"{path} can not be read: {error}") from None
    entries = _language_entries(data, path)
    return Configuration(
        path=path,
        docs_dir=path.parent / data.get("docs_dir", "docs"),
        site_dir=path.parent / data.get("site_dir", "site"),
        languages=tuple(_language(entry, data, path) for entry in entries),
        site_names={e["locale"]: e.get("site_name") or data.get("site_name", "") for e in entries},
        default=next((e["locale"] for e in entries if e.get("default")), entries[0]["locale"]),
    )


def _language_entries(data: Any, path: Path) -> list[dict[str, Any]]:
    plugins = data.get("plugins", []) if isinstance(data, dict) else []
    for plugin in plugins:
        if isinstance(plugin, dict) and "i18n" in plugin:
            entries = plugin["i18n"].get("languages", [])
            if entries and all(isinstance(e, dict) and "locale" in e for e in entries):
                return [entry for entry in entries if entry.get("build", True)]
    raise SiteError(f"{path} names no languages: give them under plugins, i18n, languages.")


def _language(entry: dict[str, Any], data: dict[str, Any], path: Path) -> Language:
    tag = entry["locale"]
    known = (data.get("extra") or {}).get("languages", {}).get(tag, {})
    if "iso_639_3" not in known:
        raise SiteError(
            f"{path}: extra.languages.{tag}.iso_639_3 is missing (three letters, as in ISO 639-3)."
        )
    return Language(
        tag=tag,
        iso_639_3=known["iso_639_3"],
        name=entry.get("name", tag),
        direction=known.get("direction", "ltr"),
        font=known.get("font"),
    )
