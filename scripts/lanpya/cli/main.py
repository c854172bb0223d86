"""`lanpya VERB …`: which verb it is, and how its errors end."""

import argparse
import sys
from collections.abc import Sequence

from lanpya.cli import build, check, convert
from lanpya.findings import SiteError

VERBS = (convert, check, build)
USAGE = 2


def make_parser() -> argparse.ArgumentParser:
    """The command line; each verb's module adds its own."""
    parser = argparse.ArgumentParser(
        prog="lanpya", description="Publish articles in several languages, to be read anywhere."
    )
    subparsers = parser.add_subparsers(metavar="VERB", required=True)
    for verb in VERBS:
        verb.add_parser(subparsers)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb. Returns the exit status: 0 done, 1 findings or failure, 2 usage."""
    args = make_parser().parse_args(arguments)
    try:
        return int(args.run(args))
    except SiteError as error:
        print(f"lanpya: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 1


if __name__ == "__main__":
    sys.exit(main())
