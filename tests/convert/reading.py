"""What the tests of this room share: text in, conversion or command line out."""

import argparse
from pathlib import Path

from lanpya.cli import convert
from lanpya.convert.conversion import convert_source
from lanpya.convert.plain_text import decode_source
from lanpya.convert.result import Conversion

SAMPLES = Path(__file__).parent / "samples"
GOLDEN = Path(__file__).parent.parent / "golden" / "convert"
HEAD = "A Title of Some Words\n\n"
PROSE = "The council met on Monday and put the question off until the summer, as it had before."


def convert_text(text: str, name: str = "source.txt", language: str | None = None) -> Conversion:
    """Convert a text as if it stood in a file."""
    return convert_source(decode_source(text.encode("utf-8")), name, language)


def value_of(conversion: Conversion, name: str) -> object:
    """The value of a metadatum, or None."""
    datum = conversion.metadata.get(name)
    return datum.value if datum else None


def run_cli(*arguments: str) -> int:
    """Run `lanpya convert` with its own parser. Wrong usage raises SystemExit, as argparse does."""
    parser = argparse.ArgumentParser(prog="lanpya")
    convert.add_parser(parser.add_subparsers(required=True))
    args = parser.parse_args(["convert", *arguments])
    return int(args.run(args))


def types_and_texts(conversion: Conversion) -> list[tuple[str, str]]:
    """The blocks as (type, text)."""
    return [(block.type.value, block.text) for block in conversion.blocks]
