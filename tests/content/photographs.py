"""Pictures as a camera makes them, with all that could name whoever took them."""

import io
from typing import Any

from PIL import Image

PLACE, CAMERA, MAKER_NOTE = 0x8825, 0x8769, 0x927C
SECRETS = (b"Ko Secret", b"Hidden Phone 9", b"2024:02:06 10:37", b"xmpmeta", b"said in private",
           b"behind the end")  # fmt: skip


def scene(size: tuple[int, int]) -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", size, (220, 30, 30))
    image.paste((30, 30, 220), (size[0] // 2, 0, *size))
    return image


def encoded(image: Image.Image, format_: str, **options: Any) -> bytes:
    """An image as a file."""
    target = io.BytesIO()
    image.save(target, format_, **options)
    return target.getvalue()


def thumbnail() -> bytes:
    """What stands in the file from before somebody cropped the picture."""
    return encoded(scene((16, 12)), "JPEG")


def photograph() -> bytes:
    """A JPEG with a maker, an artist, a place, a thumbnail, XMP, a comment and a tail.

    It is stored lying on its side, as phones do.
    """
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Hidden Phone 9"
    exif[0x013B] = "Ko Secret"
    exif[0x0132] = "2024:02:06 10:37:00"
    exif.get_ifd(PLACE).update({1: "N", 2: (16.0, 48.0, 19.0), 3: "E", 4: (96.0, 9.0, 22.0)})
    exif.get_ifd(CAMERA)[MAKER_NOTE] = thumbnail()
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><creator>Ko Secret</creator></x:xmpmeta>"
    picture = scene((400, 300))
    data = encoded(picture, "JPEG", exif=exif, xmp=xmp, comment=b"said in private")
    return data + b"behind the end"
