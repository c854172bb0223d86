"""`lanpya bundle`: from the built site, what travels without a network."""

import argparse
import os
import sys
from getpass import getpass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from lanpya.cli.arguments import add_config_argument
from lanpya.content.configuration import read_configuration
from lanpya.findings import UsageError

DEFAULT_TARGET = "dist"
UNSIGNED = """
  UNSIGNED: nobody can tell these editions from forged ones.
  Sign them with --sign FILE, or with the key itself in LANPYA_SIGNING_KEY.
"""


def add_parser(subparsers: Any) -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser("bundle", help="make the editions to carry, of the built site")
    parser.add_argument(
        "formats",
        nargs="*",
        metavar="FORMAT",
        help="only these, of: page, epub, zim, zip, article, text, print, verify",
    )
    add_config_argument(parser)
    parser.add_argument("--site", type=Path, metavar="DIR", help="the built site (site_dir)")
    parser.add_argument("--to", type=Path, metavar="DIR", help="where to put them (dist)")
    parser.add_argument(
        "--since",
        type=Path,
        metavar="MANIFEST",
        help="also make an update of the copies that this older manifest.json is of",
    )
    parser.add_argument(
        "--sign",
        type=Path,
        metavar="FILE",
        help="minisign's secret key (or the key itself in LANPYA_SIGNING_KEY, its password "
        "in LANPYA_SIGNING_PASSWORD)",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make them; each file's path goes to stdout, everything else to stderr."""
    # Here and not above: lxml and its kind are slow to import, and few verbs need them.
    from lanpya.editions.bundle import Job, bundle, plan_jobs
    from lanpya.editions.formats import choose_formats
    from lanpya.editions.keys import read_secret_key, refuse_another_key
    from lanpya.editions.publication import read_publication
    from lanpya.editions.update import read_older_manifest

    formats = choose_formats(args.formats)
    since = read_older_manifest(args.since) if args.since else None
    configuration = read_configuration(args.config)
    target = args.to or configuration.root / DEFAULT_TARGET
    if args.site and args.site.resolve() == target.resolve():
        raise UsageError(f"{target} is the site itself: name another folder.")
    key = read_secret_key(args.sign, os.environ, lambda: getpass("Password of the key: "))
    if key:
        refuse_another_key(key, configuration)
    with _progress() as progress:
        task = progress.add_task("reading the site", total=None)
        publication = read_publication(configuration, args.site)
        jobs = plan_jobs(formats, publication.languages)
        progress.update(task, description="making editions", total=len(jobs))

        def watch(job: Job) -> None:
            progress.update(task, description=job.title, advance=1)

        editions = bundle(publication, jobs, target, key, since, watch)
    for edition in editions:
        print(target / edition.path)
    if key is None:
        print(UNSIGNED, file=sys.stderr)
    return 0


def _progress() -> Progress:
    """A line on a terminal, and nothing elsewhere."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, TimeElapsedColumn(), console=console, disable=not console.is_terminal)
