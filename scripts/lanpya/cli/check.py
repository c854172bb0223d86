"""`lanpya check`: every finding of every page in one run."""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path, PurePosixPath
from typing import Any, cast

from lanpya.checks.run import check_reading
from lanpya.cli.arguments import add_config_argument, add_lang_argument
from lanpya.content.configuration import Configuration, read_configuration
from lanpya.content.library import start_reading
from lanpya.findings import (
    UsageError,
    message_languages,
    printable,
    read_messages,
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
    parser.add_argument(
        "--fix",
        action="store_true",
        help="mend first what is certain: line ends, spaces at the end of lines, Unicode's normal "
        "form, hidden characters, letters and digits in each other's place, pictures that hold "
        "metadata or are too large for a phone",
    )
    parser.add_argument("--format", choices=("text", "github", "json"), default="text")
    add_lang_argument(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check. Findings go to stdout; exit status 1 if there are any."""
    configuration = read_configuration(args.config)
    languages: Sequence[str] = args.lang or message_languages()
    is_wanted = _filter(args.paths, configuration, languages)
    fixed = _fix(configuration, is_wanted, languages) if args.fix else 0
    docs = configuration.shown(configuration.docs_dir)
    with _status(_say(languages, "looking", folder=docs)):
        findings = check_reading(configuration, start_reading(configuration), is_wanted)
    if args.format == "json":
        print(render_json(findings, languages))
    elif args.format == "github":
        print(render_github(findings, languages), end="\n" if findings else "")
    elif findings:
        print(render_text(findings, configuration.root, languages))
    if args.fix:
        print(_say(languages, "mended", count=str(fixed)), file=sys.stderr)
    files = len({finding.path for finding in findings})
    values = {"count": str(len(findings)), "files": str(files)}
    print(_say(languages, "found" if findings else "nothing", **values), file=sys.stderr)
    return 1 if findings else 0


def _fix(
    configuration: Configuration, is_wanted: Callable[[str], bool], languages: Sequence[str]
) -> int:
    """Mend what is certain. Returns how many files were mended."""
    # Here and not above: what draws pictures is slow to import, and most runs draw none.
    from lanpya.cli.fix import fix_files
    from lanpya.cli.fix_pictures import fix_pictures

    fixed = fix_files(configuration, is_wanted, languages)
    return fixed + fix_pictures(configuration, is_wanted, languages)


def _status(said: str) -> AbstractContextManager[object]:
    """What is being done, where somebody is looking on."""
    if not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console  # slow to import, and few runs have a terminal

    return Console(stderr=True).status(said)


def _say(languages: Sequence[str], code: str, **values: str) -> str:
    """What the check says of itself, in the words of the message files."""
    groups = (cast("Mapping[str, Any]", read_messages(tag))["check"] for tag in languages)
    return " / ".join(str(group[code]).format_map(values) for group in groups)


def _filter(
    paths: Sequence[Path], configuration: Configuration, languages: Sequence[str]
) -> Callable[[str], bool]:
    """Whether a finding's path is one of the paths that are asked for, below or above one.

    Raises UsageError for a path that is not there.
    """
    for path in paths:
        if not path.exists() and not path.is_symlink():
            raise UsageError(_say(languages, "not-there", path=printable(str(path))))
    wanted = tuple(configuration.shown(_absolute(path)) for path in paths)
    above = {str(parent) for path in wanted for parent in PurePosixPath(path).parents}
    below = tuple(f"{path}/" for path in wanted)

    def is_wanted(shown: str) -> bool:
        return shown in wanted or shown in above or shown.startswith(below)

    return is_wanted if wanted and "." not in wanted else lambda _: True


def _absolute(path: Path) -> Path:
    """A path from the root, its last name as it is, even if that is a symbolic link."""
    return path.resolve() if path.name in ("", "..") else path.parent.resolve() / path.name
