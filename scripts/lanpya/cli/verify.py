"""`lanpya verify`: whether a file, a folder or a mirror's copy is what was signed."""

import argparse
import sys
from pathlib import Path
from typing import Any

from rich.console import Console

from lanpya.findings import printable

UNPROVEN = "not checked against any key: whoever changed a file may have changed the list too"


def add_parser(subparsers: Any) -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "verify",
        help="check a copy: a file, a folder of editions, a copy of the site",
        epilog="exit status: 0 all is as it was signed, 1 it is not, 2 wrong usage",
    )
    parser.add_argument("path", type=Path, metavar="PATH", help="file or folder")
    trust = parser.add_mutually_exclusive_group(required=True)
    trust.add_argument(
        "--key", metavar="KEY", help="the public key that you trust, or the file that it is in"
    )
    trust.add_argument(
        "--unsigned", action="store_true", help="only compare with the list, which proves little"
    )
    parser.add_argument(
        "--manifest", type=Path, metavar="FILE", help="the list, if it is not beside PATH"
    )
    parser.add_argument(
        "--tidy",
        action="store_true",
        help="if all is good, delete the files that updates have made empty",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check. What is not good goes to stdout, a file a line, and then the verdict."""
    from lanpya.editions.keys import read_public_key
    from lanpya.editions.verification import tidy, verify

    key = read_public_key(args.key) if args.key else None
    with Console(stderr=True).status("Comparing"):
        found = verify(args.path, key, args.manifest)
    for outcome in found.outcomes:
        note = f" ({outcome.note})" if outcome.note else ""
        print(printable(f"{outcome.state}: {outcome.path}{note}"))
    if not found.is_good:
        print(f"NOT GOOD: {args.path}")
        return 1
    if args.tidy:
        tidy(args.path, found)
    signer = f"signed by {key.shown_id}" if key else "of the list"
    parts = f"{' and '.join(found.parts)}, " if found.parts else ""
    files = "1 file" if found.total == 1 else f"{found.total} files"
    print(f"good: {args.path}, {parts}{files} of {found.version}, {signer}")
    if key is None:
        print(UNPROVEN, file=sys.stderr)
    return 0
