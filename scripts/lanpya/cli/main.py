"""`lanpya VERB …`: which verb it is, and how its errors end."""

import argparse
import io
import sys
from collections.abc import Sequence
from importlib import import_module

from lanpya.findings import SiteError, UsageError

VERBS = ("convert", "receive", "check", "build", "bundle", "verify")
FAILURE = 1
USAGE = 2


def make_parser(verbs: Sequence[str] = VERBS) -> argparse.ArgumentParser:
    """The command line; each verb's module adds its own.

    verbs: those that it has to know; what the others import takes longer than some runs.
    """
    parser = argparse.ArgumentParser(
        prog="lanpya", description="Publish articles in several languages, to be read anywhere."
    )
    subparsers = parser.add_subparsers(metavar="VERB", required=True)
    for verb in verbs:
        import_module(f"lanpya.cli.{verb}").add_parser(subparsers)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb. Returns the exit status: 0 done, 1 findings or failure, 2 usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Messages are in every language, names of files may be in no encoding at all.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = sys.argv[1:] if arguments is None else arguments
    asked = arguments[:1] if arguments and arguments[0] in VERBS else VERBS
    args = make_parser(asked).parse_args(arguments)
    try:
        return int(args.run(args))
    except SiteError as error:
        print(f"lanpya: {error}", file=sys.stderr)
        return USAGE if isinstance(error, UsageError) else FAILURE
    except BrokenPipeError:
        return FAILURE


if __name__ == "__main__":
    sys.exit(main())
