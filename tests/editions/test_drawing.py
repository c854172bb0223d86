"""The pictures without words."""

from io import BytesIO

import pytest
from PIL import Image

from lanpya.editions.drawing import draw, draw_cover, draw_icon, read_colours
from lanpya.findings import SiteError

STYLE = ":root { --page: #ffffff; --brand: #ff0000; --edge: #0000ff; } { --page: #000000; }"


def test_pictures_have_their_sizes_and_the_colours_of_the_style_sheet() -> None:
    for data, size in ((draw_cover(STYLE), (1152, 1536)), (draw_icon(STYLE), (48, 48))):
        picture = Image.open(BytesIO(data)).convert("RGB")
        assert picture.size == size
        colours = {colour for _, colour in picture.getcolors() or []}
        assert colours == {(255, 255, 255), (255, 0, 0), (0, 0, 255)}
        assert picture.getpixel((0, 0)) == (255, 0, 0)


def test_later_rectangles_lie_above_and_are_scaled() -> None:
    data = draw(3, 2, ((0, 0, 3, 1, 1), (1, 0, 2, 2, 2)), read_colours(STYLE), scale=2)
    picture = Image.open(BytesIO(data)).convert("RGB")
    assert picture.size == (6, 4)
    row = [picture.getpixel((x, 1)) for x in (0, 2, 4)]
    assert row == [(255, 0, 0), (0, 0, 255), (255, 0, 0)]
    assert picture.getpixel((0, 3)) == (255, 255, 255)


def test_style_sheet_without_the_colours_is_refused() -> None:
    with pytest.raises(SiteError, match="brand"):
        read_colours(":root { --page: #ffffff }")
