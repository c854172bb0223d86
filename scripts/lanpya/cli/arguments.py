"""Arguments that more than one verb takes."""

import argparse
from pathlib import Path

from lanpya.findings import message_languages

DEFAULT_CONFIG = Path("mkdocs.yml")


def add_config_argument(parser: argparse.ArgumentParser) -> None:
    """--config, the site's mkdocs.yml."""
    parser.add_argument(
        "--config",
        type=Path,
        default=DEFAULT_CONFIG,
        metavar="FILE",
        help="the site's configuration (mkdocs.yml)",
    )


def add_lang_argument(parser: argparse.ArgumentParser) -> None:
    """--lang, once or more: the languages of the messages."""
    parser.add_argument(
        "--lang",
        choices=message_languages(),
        action="append",
        help="the language of the messages (all of them, unless named)",
    )
