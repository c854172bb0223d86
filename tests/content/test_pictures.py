"""Pictures: what their files hold besides, and that drawing them anew leaves nothing of it."""

import io
import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from lanpya.content.pictures import BUDGET, HEIGHT, WIDTH, Extra, PictureError, read_picture
from lanpya.content.reencoding import reencode
from tests.content.photographs import SECRETS, encoded, photograph, scene, thumbnail


def test_camera_photograph_is_seen_through() -> None:
    found = read_picture(photograph())
    assert (found.format, found.width, found.height) == ("jpeg", 400, 300)
    assert found.extras == (Extra.EXIF, Extra.XMP, Extra.TEXT, Extra.TRAILING)


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP"])
def test_bare_picture_has_nothing_besides(format_: str) -> None:
    found = read_picture(encoded(scene((40, 30)), format_))
    assert (found.format, found.width, found.height) == (format_.lower(), 40, 30)
    assert found.extras == ()


def test_lossless_and_transparent_webp_are_measured() -> None:
    clear = scene((33, 21)).convert("RGBA")
    clear.putalpha(100)
    assert read_picture(encoded(clear, "WEBP")).width == 33
    lossless = read_picture(encoded(scene((33, 21)), "WEBP", lossless=True))
    assert (lossless.width, lossless.height, lossless.extras) == (33, 21, ())


def test_extra_of_each_format_is_named() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exif = Image.Exif()
    exif[0x010F] = "maker"
    for format_ in ("JPEG", "PNG", "WEBP"):
        data = encoded(scene((40, 30)), format_, icc_profile=profile, exif=exif)
        assert read_picture(data).extras == (Extra.EXIF, Extra.PROFILE), format_
    words = PngInfo()
    words.add_text("Author", "somebody")
    words.add_itxt("XML:com.adobe.xmp", "<x/>")
    assert read_picture(encoded(scene((9, 9)), "PNG", pnginfo=words)).extras == (
        Extra.XMP,
        Extra.TEXT,
    )


@pytest.mark.parametrize("format_", ["PNG", "WEBP"])
def test_moving_picture_is_named_and_refused(format_: str) -> None:
    frames = [scene((20, 20)), scene((20, 20)).rotate(90)]
    data = encoded(frames[0], format_, save_all=True, append_images=frames[1:], duration=100)
    assert Extra.FRAMES in read_picture(data).extras
    with pytest.raises(PictureError, match="moves"):
        reencode(data)


def test_unknown_png_chunk_is_other() -> None:
    data = encoded(scene((9, 9)), "PNG")
    body = b"vpAgsecret"
    chunk = (6).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")
    assert read_picture(data[:33] + chunk + data[33:]).extras == (Extra.OTHER,)


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP"])
def test_bytes_behind_the_end_are_found(format_: str) -> None:
    data = encoded(scene((40, 30)), format_) + b"PK\x03\x04 a zip inside a picture"
    assert read_picture(data).extras == (Extra.TRAILING,)


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP"])
def test_cut_off_picture_is_none(format_: str) -> None:
    data = encoded(scene((40, 30)), format_)
    for length in {*range(0, len(data), 7), len(data) - 1}:
        with pytest.raises(PictureError):
            read_picture(data[:length])


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"<svg onload='x'/>", b"%PDF-1.7", b"RIFF"])
def test_other_types_are_no_pictures(data: bytes) -> None:
    with pytest.raises(PictureError):
        read_picture(data)


def test_reencoding_leaves_the_picture_and_nothing_else() -> None:
    secrets = (*SECRETS, thumbnail())
    assert all(secret in photograph() for secret in secrets)
    done = reencode(photograph())
    assert read_picture(done).extras == ()
    assert not [secret for secret in secrets if secret in done]


def test_reencoding_turns_the_picture_upright() -> None:
    # Orientation 6: the camera lay on its side, and what is stored left is shown on top.
    done = Image.open(io.BytesIO(reencode(photograph())))
    assert done.size == (300, 400)
    top, bottom = done.getpixel((150, 20)), done.getpixel((150, 380))
    assert isinstance(top, tuple)
    assert isinstance(bottom, tuple)
    assert top[0] > 180 > 80 > top[2]
    assert bottom[2] > 180 > 80 > bottom[0]


def test_reencoding_keeps_within_the_budget() -> None:
    noise = Image.frombytes("RGB", (2400, 1800), random.Random(7).randbytes(2400 * 1800 * 3))
    done = reencode(encoded(noise, "PNG"))
    found = read_picture(done)
    assert len(done) <= BUDGET
    assert found.width <= WIDTH
    assert found.height <= HEIGHT
    assert abs(found.width / found.height - 4 / 3) < 0.02


def test_reencoding_keeps_what_is_clear_clear() -> None:
    clear = Image.new("RGBA", (60, 40), (200, 30, 30, 0))
    assert Image.open(io.BytesIO(reencode(encoded(clear, "PNG")))).getpixel((5, 5))[3] == 0  # type: ignore[index]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "I;16", "CMYK"])
def test_reencoding_takes_every_mode(mode: str) -> None:
    format_ = "JPEG" if mode == "CMYK" else "PNG"
    source = Image.new("I;16", (50, 40)) if mode == "I;16" else scene((50, 40)).convert(mode)
    assert read_picture(reencode(encoded(source, format_))).width == 50


def test_reencoding_is_the_same_every_time() -> None:
    assert reencode(photograph()) == reencode(photograph())


def test_too_many_pixels_are_refused_before_they_are_drawn() -> None:
    header = b"IHDR" + (60_000).to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00"
    data = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d" + header + zlib.crc32(header).to_bytes(4, "big")
    data += b"\x00\x00\x00\x00IEND\xaeB`\x82"
    with pytest.raises(PictureError, match="million pixels"):
        reencode(data)


@given(st.binary(max_size=200), st.sampled_from(["JPEG", "PNG", "WEBP"]), st.integers(0, 600))
def test_any_bytes_are_survived(data: bytes, format_: str, at: int) -> None:
    whole = encoded(scene((16, 12)), format_)
    for hostile in (data, whole[:at] + data, whole[:at] + data + whole[at:]):
        try:
            reencode(hostile)
        except PictureError:
            continue
