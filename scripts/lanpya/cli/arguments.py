"""Arguments that more than one verb takes."""

import argparse
from pathlib import Path

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
