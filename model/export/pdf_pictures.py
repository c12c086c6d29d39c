"""The map's pictures as images of a PDF: photographs as they are, everything else packed without loss.

A JPEG in RGB or grey goes into the file byte by byte.  Anything else is unpacked with Pillow, which is loaded when a
picture comes; what is clear in it becomes a soft mask (PDF 32000-1, 11.6.5.3).  A picture that cannot be unpacked
whole is refused here, so that the painter can put a quiet field in its place.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from typing import TYPE_CHECKING

from model.pictures import FORMATS, MOST_PIXELS, picture_bytes
from model.records import Asset
from model.values import dataclass

if TYPE_CHECKING:
    from PIL import Image

MOST_SIDE = 2400
"""px of the longest side of a picture that has to be packed anew; 148 px on A0 are 99 mm."""


@dataclass(frozen=True, slots=True)
class PdfPicture:
    """An image: what its dictionary says besides /Length, its bytes, and those of its mask, if it has one."""

    id: str
    entries: str
    data: bytes
    mask_entries: str = ""
    mask: bytes = b""


def pdf_picture(asset: Asset) -> PdfPicture | None:
    """The image of a picture, or None for one that cannot be read."""
    from PIL import Image

    data = picture_bytes(asset)
    if not data:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # our own limit is lower than the one that it warns of
            with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    return None
                opened.load()
                if opened.format == "JPEG" and opened.mode in ("RGB", "L"):
                    space = "DeviceRGB" if opened.mode == "RGB" else "DeviceGray"
                    return PdfPicture(asset.id, _entries(opened.size, space, "DCTDecode"), data)
                return _packed(asset.id, opened)
    # What Pillow's readers raise on broken bytes.
    except (OSError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, EOFError, struct.error):
        return None
    except (Image.DecompressionBombError, MemoryError):
        return None


def _packed(asset_id: str, opened: Image.Image) -> PdfPicture:
    clear = "A" in opened.getbands() or "transparency" in opened.info
    picture = opened.convert("RGBA" if clear else "RGB")
    if max(picture.size) > MOST_SIDE:
        picture.thumbnail((MOST_SIDE, MOST_SIDE))
    entries = _entries(picture.size, "DeviceRGB", "FlateDecode")
    data = zlib.compress(picture.convert("RGB").tobytes(), 9)
    if not clear:
        return PdfPicture(asset_id, entries, data)
    mask = _entries(picture.size, "DeviceGray", "FlateDecode")
    return PdfPicture(asset_id, entries, data, mask, zlib.compress(picture.getchannel("A").tobytes(), 9))


def _entries(size: tuple[int, int], space: str, code: str) -> str:
    return (
        f"/Type /XObject /Subtype /Image /Width {size[0]} /Height {size[1]} /ColorSpace /{space} "
        f"/BitsPerComponent 8 /Filter /{code}"
    )
