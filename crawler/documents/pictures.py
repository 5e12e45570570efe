"""Small pictures of first pages, drawn or found in the file."""

from __future__ import annotations

import io
import warnings

from PIL import Image

from crawler.documents.contents import Contents
from crawler.documents.packages import open_package, read_member
from crawler.documents.properties import Properties
from crawler.documents.unreadable import UnreadableError, unreadable

LONGEST_SIDE = 640
"""Pixels."""
_MOST_PIXELS = 50_000_000
_MOST_BYTES = 400_000
"""A PNG beyond it is of photographs, and becomes a JPEG."""
_MOST_THUMBNAIL = 8 * 1024 * 1024
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")
_THUMBNAILS = ("docProps/thumbnail.jpeg", "docProps/thumbnail.jpg", "Thumbnails/thumbnail.png")


def encode(image: Image.Image) -> bytes:
    """The picture as PNG or JPEG, its longest side 640 pixels at most."""
    image = image if image.mode in {"RGB", "L"} else _on_white(image)
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    written = io.BytesIO()
    image.save(written, "PNG")
    if written.tell() > _MOST_BYTES:
        written = io.BytesIO()
        image.save(written, "JPEG", quality=80)
    return written.getvalue()


def _on_white(image: Image.Image) -> Image.Image:
    """The picture as paper shows it, without transparency."""
    image.thumbnail((2 * LONGEST_SIDE, 2 * LONGEST_SIDE))
    pixels = image.convert("RGBA")
    paper = Image.new("RGB", pixels.size, "white")
    paper.paste(pixels, mask=pixels.getchannel("A"))
    return paper


def draw_image(data: bytes) -> bytes:
    """A picture made small. Raises UnreadableError."""
    with _opened(data) as image, unreadable("The picture is cut off or damaged."):
        return encode(image)


def read_image(data: bytes) -> Contents:
    """A picture has one page, and no words. Raises UnreadableError."""
    with _opened(data):
        return Contents(Properties(pages=1), ("",), is_scanned=True)


def find_thumbnail(data: bytes) -> bytes | None:
    """The picture that a program put into the package; None where there is none.

    Raises UnreadableError.
    """
    with open_package(data) as package:
        members = (read_member(package, name, _MOST_THUMBNAIL) for name in _THUMBNAILS)
        found = next((member for member in members if member), None)
    return draw_image(found) if found else None


def _opened(data: bytes) -> Image.Image:
    """The picture, none of its pixels read yet."""
    with unreadable("The picture cannot be opened."), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        image = Image.open(io.BytesIO(data), formats=_FORMATS)
    if image.width * image.height > _MOST_PIXELS:
        image.close()
        raise UnreadableError(f"The picture has {image.width} by {image.height} pixels.")
    return image
