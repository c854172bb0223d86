"""`lanpya build`: check, build all languages, swap the result in at once."""

import argparse
import logging
from pathlib import Path
from typing import Any

from lanpya.cli.arguments import add_config_argument


def add_parser(subparsers: Any) -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser("build", help="check docs/ and build the site from it")
    add_config_argument(parser)
    parser.add_argument("--site", type=Path, metavar="DIR", help="where to put it (site_dir)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Build; the folder of the site goes to stdout, everything else to stderr."""
    # Here and not above: mkdocs is slow to import, and no other verb needs it.
    from lanpya.site.build import build_site

    logging.basicConfig(format="%(message)s", level=logging.WARNING)  # to stderr
    print(build_site(args.config, args.site))
    return 0
