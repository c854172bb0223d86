"""`lanpya convert`: source files in, draft pages out.

Results go to standard output (the drafts' paths, or with --json one object a line),
everything else to standard error. A source that fails does not stop the others.
"""

import argparse
import re
import sys
from pathlib import Path

from lanpya.convert.conversion import convert_file
from lanpya.convert.draft import draft_name, render_draft
from lanpya.convert.legacy import render_patch
from lanpya.convert.result import Conversion, SourceError
from lanpya.convert.serial import render_json
from lanpya.convert.write import write_draft

OK, FAILED = 0, 1
LANGUAGE_TAG_RE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "convert",
        help="make draft pages of source files",
        description="Make one draft page of each plain-text source. A draft is not for "
        "publication: its rights are unknown until a person sets them.",
        epilog="exit status: 0 all converted, 1 a source failed, 2 wrong usage",
    )
    parser.add_argument("sources", nargs="+", type=Path, metavar="SOURCE", help="plain-text file")
    parser.add_argument("--to", type=Path, metavar="DIR", help="folder that the drafts go to")
    parser.add_argument(
        "--json",
        action="store_true",
        help="print what was found, one JSON object a line and source; --to may be left out",
    )
    parser.add_argument(
        "--language", type=_language_tag, metavar="TAG", help="language of the sources (en, my)"
    )
    parser.add_argument("--force", action="store_true", help="replace drafts that exist")
    parser.set_defaults(run=run, usage_error=parser.error)


def run(args: argparse.Namespace) -> int:
    """Convert all sources. Exits with 2 by way of argparse where there is nowhere to write to."""
    if args.to is None and not args.json:
        args.usage_error("say where the drafts go (--to DIR), or ask for --json")
    status = OK
    written: set[Path] = set()
    for source in args.sources:
        try:
            _convert(source, args, written)
        except SourceError as error:
            print(f"{source}: {error}", file=sys.stderr)
            status = FAILED
    return status


def _convert(source: Path, args: argparse.Namespace, written: set[Path]) -> None:
    conversion = convert_file(source, args.language)
    draft = args.to / draft_name(conversion) if args.to else None
    if draft:
        if draft in written:
            raise SourceError(f"an earlier source has the draft {draft} too — rename this one")
        write_draft(draft, render_draft(conversion), args.force)
        written.add(draft)
        _write_patch(source, conversion, draft)
    if args.json:
        print(render_json(conversion, draft))
    else:
        print(draft)
        _print_review(source, conversion)


def _write_patch(source: Path, conversion: Conversion, draft: Path) -> None:
    """Beside a draft with text in Zawgyi, what would make it Unicode."""
    patch = render_patch(conversion, draft.name)
    if patch:
        path = draft.with_suffix(".zawgyi.diff")
        write_draft(path, patch, force=True)
        said = f"text in Zawgyi is kept; in Unicode, to be read over and applied: {path}"
        print(f"{source}: {said}", file=sys.stderr)


def _print_review(source: Path, conversion: Conversion) -> None:
    for note in conversion.review:
        print(f"{source}: {note}", file=sys.stderr)


def _language_tag(text: str) -> str:
    if not LANGUAGE_TAG_RE.fullmatch(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no language tag; write en or my")
    return text
