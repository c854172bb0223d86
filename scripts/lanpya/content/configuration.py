"""What mkdocs.yml says that the stages before the site need to know.

mkdocs.yml is the whole configuration; this reads the few keys that are not
mkdocs' own affair, so that converting and checking need no mkdocs.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from lanpya.findings import UsageError
from lanpya.model import Language

TAG_RE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
ISO_639_3_RE = re.compile(r"[a-z]{3}")
# What a mirror can be reached by: TLS, or an onion service, which brings its own.
MIRROR_RE = re.compile(
    r"https://[A-Za-z0-9.-]+(?::[0-9]+)?/(?:[A-Za-z0-9._~-]+/)*"
    r"|http://(?:[a-z0-9-]+\.)*[a-z2-7]{56}\.onion/(?:[A-Za-z0-9._~-]+/)*"
)
DIRECTIONS = ("ltr", "rtl")
STRINGS = "strings"


@dataclass(frozen=True)
class Configuration:
    """path: mkdocs.yml; default: tag of the language at the root; site_names: by language.

    site_dir: where the site is built; strings_dir: what the site itself says, a file a language.
    key: the public half of the key that editions are signed with, as minisign writes it.
    mirrors: addresses of other copies of the site, each with a slash at its end.
    has_editions: whether editions are published beside the site, so that a page leads to them.
    """

    path: Path
    docs_dir: Path
    languages: tuple[Language, ...]
    default: str
    site_names: Mapping[str, str]
    site_dir: Path
    strings_dir: Path
    key: str | None = None
    mirrors: tuple[str, ...] = ()
    has_editions: bool = False

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

    def shown_page(self, uri: str, language: str) -> str:
        """Where a page stands, or would stand."""
        return f"{self.shown(self.docs_dir)}/{language}/{uri}.md"

    def page_at(self, shown: str) -> tuple[str, str] | None:
        """(uri, language) of a page's shown path, whether or not it is there."""
        try:
            path = PurePosixPath(shown).relative_to(self.shown(self.docs_dir))
        except ValueError:
            return None
        language, _, uri = path.as_posix().partition("/")
        is_page = path.suffix == ".md" and any(language == one.tag for one in self.languages)
        return (uri.removesuffix(".md"), language) if is_page and uri else None


class _TolerantLoader(yaml.SafeLoader):
    """mkdocs.yml may hold tags (!ENV, !!python/name) that only mkdocs resolves.

    A key that stands twice is an error: of two `extra:` mkdocs takes the last, and says nothing.
    """

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key in (key for key, _ in node.value if isinstance(key, yaml.ScalarNode)):
            if key.value in seen:
                problem = f"'{key.value}' stands here twice: put what is below both under one"
                raise yaml.constructor.ConstructorError(None, None, problem, key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def _ignore_tag(loader: yaml.SafeLoader, _suffix: str, node: yaml.Node) -> Any:
    """A tagged value as if its tag were not there; of a list, the default at its end."""
    if isinstance(node, yaml.ScalarNode):
        return loader.construct_scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return next(iter(loader.construct_sequence(node)[-1:]), None)
    return None


_TolerantLoader.add_multi_constructor("", _ignore_tag)


def read_configuration(path: Path) -> Configuration:
    """Read mkdocs.yml. Raises UsageError where it is absent, malformed or lacks something."""
    path = path.resolve()
    data = _load(path)
    entries = _language_entries(data, path)
    languages = tuple(_language(entry, data, path) for entry in entries)
    for tag, times in Counter(language.tag for language in languages).items():
        if times > 1:
            raise UsageError(f"{path} names {tag} twice under plugins, i18n, languages.")
    return Configuration(
        path=path,
        docs_dir=_docs_dir(data, path),
        site_dir=path.parent / str(data.get("site_dir") or "site"),
        strings_dir=path.parent / str(_below(data, "theme").get("custom_dir") or "") / STRINGS,
        key=_key(data, path),
        mirrors=_mirrors(data, path),
        has_editions="editions" in _below(data, "extra"),
        languages=languages,
        site_names={
            entry["locale"]: str(entry.get("site_name") or data.get("site_name") or "")
            for entry in entries
        },
        default=next((e["locale"] for e in entries if e.get("default")), entries[0]["locale"]),
    )


def _load(path: Path) -> dict[str, Any]:
    try:
        # The loader is a SafeLoader: it constructs nothing but plain data.
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_TolerantLoader)  # noqa: S506
    except FileNotFoundError:
        raise UsageError(
            f"{path} is not there. Run this in the folder of mkdocs.yml, or name it with --config."
        ) from None
    except (OSError, yaml.YAMLError, ValueError, RecursionError) as error:
        raise UsageError(f"{path} can not be read: {error}") from None
    if not isinstance(data, dict):
        raise UsageError(f"{path} holds no configuration of mkdocs.")
    return data


def _language_entries(data: Mapping[str, Any], path: Path) -> list[dict[str, Any]]:
    """What static-i18n is told of each language that is to be built."""
    plugins = data.get("plugins")
    for plugin in plugins if isinstance(plugins, list) else [plugins]:
        options = _below(plugin, "i18n") if isinstance(plugin, dict) else {}
        found = options.get("languages")
        entries = [e for e in found if isinstance(e, dict)] if isinstance(found, list) else []
        built = [entry for entry in entries if entry.get("build", True)]
        if built:
            return built
    raise UsageError(f"{path} names no languages: give them under plugins, i18n, languages.")


def _language(entry: Mapping[str, Any], data: Mapping[str, Any], path: Path) -> Language:
    tag = entry.get("locale")
    if not isinstance(tag, str) or not TAG_RE.fullmatch(tag):
        raise UsageError(f"{path}: {tag!r} is no language tag; write one in quotes, as in 'my'.")
    known = _below(_below(_below(data, "extra"), "languages"), tag)
    iso_639_3 = str(known.get("iso_639_3"))
    if not ISO_639_3_RE.fullmatch(iso_639_3):
        raise UsageError(
            f"{path}: extra.languages.{tag}.iso_639_3 is missing (three letters, as in ISO 639-3)."
        )
    direction = known.get("direction", "ltr")
    if direction not in DIRECTIONS:
        raise UsageError(f"{path}: extra.languages.{tag}.direction is neither ltr nor rtl.")
    return Language(
        tag=tag,
        iso_639_3=iso_639_3,
        name=str(entry.get("name", tag)),
        direction=direction,
        font=_font(known, data, path),
    )


def _font(known: Mapping[str, Any], data: Mapping[str, Any], path: Path) -> str | None:
    font = known.get("font")
    if font is None or (_docs_dir(data, path) / str(font)).is_file():
        return font
    raise UsageError(f"{path}: the font {font!r} is not a file of docs_dir.")


def _docs_dir(data: Mapping[str, Any], path: Path) -> Path:
    return path.parent / str(data.get("docs_dir") or "docs")


def _key(data: Mapping[str, Any], path: Path) -> str | None:
    key = _below(_below(data, "extra"), "editions").get("key")
    if key is None or isinstance(key, str):
        return key
    raise UsageError(f"{path}: extra.editions.key is no text; write it in quotes.")


def _mirrors(data: Mapping[str, Any], path: Path) -> tuple[str, ...]:
    mirrors = _below(_below(data, "extra"), "editions").get("mirrors") or ()
    for mirror in mirrors if isinstance(mirrors, list) else [mirrors] if mirrors else ():
        if not isinstance(mirror, str) or not MIRROR_RE.fullmatch(mirror):
            raise UsageError(
                f"{path}: extra.editions.mirrors: {mirror!r} is no address of a mirror; "
                "write https://…/ or http://….onion/ in quotes, with a slash at its end."
            )
    return tuple(mirrors)


def _below(mapping: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """What stands under a key, if it is keys with values."""
    found = mapping.get(key)
    return found if isinstance(found, dict) else {}
