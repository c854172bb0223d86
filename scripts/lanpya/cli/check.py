"""`lanpya check`: every finding of every page in one run."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lanpya.checks.run import check_reading
from lanpya.cli.arguments import add_config_argument
from lanpya.content.configuration import Configuration, read_configuration
from lanpya.content.library import read_docs
from lanpya.findings import (
    MESSAGE_LANGUAGES,
    Finding,
    SiteError,
    render_github,
    render_json,
    render_text,
)


def add_parser(subparsers: Any) -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "check", help="say what is wrong with the pages, and how to mend it"
    )
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="only these files or folders"
    )
    add_config_argument(parser)
    parser.add_argument("--format", choices=("text", "github", "json"), default="text")
    parser.add_argument(
        "--lang",
        choices=MESSAGE_LANGUAGES,
        action="append",
        help="the language of the messages (all of them, unless named)",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check. Findings go to stdout; exit status 1 if there are any."""
    configuration = read_configuration(args.config)
    findings = check_reading(configuration, read_docs(configuration))
    if args.paths:
        findings = _below(findings, args.paths, configuration)
    languages: Sequence[str] = args.lang or MESSAGE_LANGUAGES
    if args.format == "json":
        print(render_json(findings, languages))
    elif findings:
        shown = (
            render_github(findings, languages)
            if args.format == "github"
            else render_text(findings, configuration.root, languages)
        )
        print(shown)
    else:
        print("nothing to mend", file=sys.stderr)
    return 1 if findings else 0


def _below(
    findings: list[Finding], paths: Sequence[Path], configuration: Configuration
) -> list[Finding]:
    """The findings about some files. Raises SiteError for a path that is not there."""
    for path in paths:
        if not path.exists():
            raise SiteError(f"{path} is not there.")
    wanted = [path.resolve() for path in paths]
    return [
        finding
        for finding in findings
        if any((configuration.root / finding.path).is_relative_to(path) for path in wanted)
    ]
