"""Pictures drawn anew: upright, small enough for a phone, and with nothing but the picture.

There is deliberately no way to keep any metadata: what is not copied can not be forgotten.
Who needs a picture as evidence keeps its original, outside of the repository.
"""

import io
from collections.abc import Iterator

from PIL import Image, ImageCms, ImageOps

from lanpya.content.pictures import BUDGET, HEIGHT, WIDTH, Extra, PictureError, read_picture
from lanpya.findings import Phrase

MAX_PIXELS = 50_000_000
QUALITIES = (80, 70, 60, 50, 40)
SMALLER = 0.8
REDRAWN = Phrase("mended-picture")


def reencode(data: bytes) -> bytes:
    """A JPEG, PNG or WebP as a WebP of at most WIDTH × HEIGHT and BUDGET bytes.

    It is turned as its metadata says, its colours are sRGB, and nothing else of the file is
    left. Raises PictureError for what is no picture, is cut off, moves, or is too large.
    """
    picture = read_picture(data)
    if Extra.FRAMES in picture.extras:
        raise PictureError("the picture moves")
    if picture.width * picture.height > MAX_PIXELS:
        raise PictureError(f"it has more than {MAX_PIXELS // 1_000_000} million pixels")
    image = _bare(_upright(data))
    encoded = next(found for found in _attempts(image) if len(found) <= BUDGET)
    assert not read_picture(encoded).extras
    return encoded


def _upright(data: bytes) -> Image.Image:
    """The picture as people see it: turned, in sRGB, with or without an alpha channel."""
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP")) as opened:
            opened.load()
            image = ImageOps.exif_transpose(opened)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise PictureError(f"it can not be decoded ({type(error).__name__})") from None
    mode = "RGBA" if image.has_transparency_data else "RGB"
    return _in_srgb(image, mode).convert(mode)


def _in_srgb(image: Image.Image, mode: str) -> Image.Image:
    """The colours that the file's profile means; as they are, where it has none of use."""
    profile = image.info.get("icc_profile")
    if not profile:
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        turned = ImageCms.profileToProfile(image, source, target, outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return turned or image


def _bare(image: Image.Image) -> Image.Image:
    """The same pixels in an image that has never heard of the file."""
    return Image.frombytes(image.mode, image.size, image.tobytes())


def _attempts(image: Image.Image) -> Iterator[bytes]:
    """WebP files of it, each lighter than the one before, without an end."""
    width, height = WIDTH, HEIGHT
    while True:
        fitted = image.copy()
        fitted.thumbnail((width, height), Image.Resampling.LANCZOS)
        for quality in QUALITIES:
            target = io.BytesIO()
            fitted.save(target, "WEBP", quality=quality, method=6)
            yield target.getvalue()
        width, height = int(width * SMALLER), int(height * SMALLER)
