"""The templates of editions, in overrides/editions/ beside the strings."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from lanpya.content.configuration import Configuration
from lanpya.site.squeeze import sha256_source

FOLDER = "editions"


def editions_dir(configuration: Configuration) -> Path:
    """Where the templates and style sheets of editions stand."""
    return configuration.strings_dir.parent / FOLDER


def make_environment(configuration: Configuration) -> Environment:
    """Reads templates; what is put into them is escaped, and nothing may be missing."""
    environment = Environment(
        loader=FileSystemLoader(editions_dir(configuration)),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["sha256_source"] = sha256_source
    return environment


def read_source(configuration: Configuration, name: str) -> str:
    """A style sheet or a script, as it was written. name: from where those of editions stand."""
    return (editions_dir(configuration) / name).read_text(encoding="utf-8")
