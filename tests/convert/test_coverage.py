"""Nothing of a source is lost: each line is in a block, in the metadata, or in `dropped`."""

from hypothesis import given
from hypothesis import strategies as st

from lanpya.convert.draft import render_draft
from lanpya.convert.lines import read_lines
from lanpya.convert.result import Conversion, SourceError
from lanpya.convert.serial import render_json
from tests.convert.golden import list_samples
from tests.convert.reading import PROSE, convert_text

PIECES = [
    *("", "", "\f", "12", "■", "Share", "Facebook", "Related articles", "Home", "Opinion", PROSE),
    *("By Jane Roe", "By AP", "3 March 2024", "Mar 6", "06/02/2024", "A Title of Some Words"),
    *("Published: 3 March 2024, 10:37 a.m.", "and then went on to the next one without"),
    *("1. First", "2. Second", "• item", "- item", "* item", "(Photo: X)", "[1] A note.", "anti-"),
    *(
        "junta",
        "© 2024 The Post. All rights reserved.",
        "   indented text that goes on",
        "> quoted",
    ),
    *("၂၀၂၄ ခုနှစ် မေလ ၃ ရက်", "မြန်မာစာ စာကြောင်းတစ်ကြောင်း ဖြစ်ပါသည်။", "\uf0b7 x", "— Jane Roe"),
    *("By 16 Organizations", "Jane Roe is a journalist in Oslo.", "“A quote.”", "Lake Times"),
    *("Two years have passed since the coup in Myanmar.", "Follow The Post for more updates"),
]
sources = st.lists(st.sampled_from(PIECES) | st.text(max_size=60), max_size=25).map("\n".join)


def lost_lines(text: str, conversion: Conversion) -> list[str]:
    """The lines of a text that are nowhere in what became of it."""
    covered = {datum.line for datum in conversion.metadata.values()}
    covered |= {dropped.line for dropped in conversion.dropped}
    for block in conversion.blocks:
        covered |= set(range(block.first_line, block.last_line + 1))
    said = [str(datum.value) for datum in conversion.metadata.values()]
    said += [dropped.text for dropped in conversion.dropped]
    rest = "".join("".join(said).split())
    lines, _ = read_lines(text.replace("\r\n", "\n").replace("\r", "\n"))
    return [
        line.text
        for line in lines
        if line.number not in covered and "".join(line.text.split()).rstrip("\u00ad") not in rest
    ]


@given(sources)
def test_convert_loses_no_line_of_anything(text: str) -> None:
    try:
        conversion = convert_text(text.encode("utf-8", "replace").decode("utf-8"))
    except SourceError:
        return
    assert lost_lines(text, conversion) == []
    render_draft(conversion)
    render_json(conversion, None)


def test_convert_loses_no_line_of_the_samples() -> None:
    for sample in list_samples():
        text = sample.read_text(encoding="utf-8")
        assert lost_lines(text, convert_text(text)) == [], sample.name


def test_convert_is_the_same_every_time() -> None:
    for sample in list_samples():
        text = sample.read_text(encoding="utf-8")
        assert convert_text(text) == convert_text(text)
