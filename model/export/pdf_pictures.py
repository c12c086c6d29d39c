"""The map's pictures as images of a PDF: photographs as they are, everything else packed without loss.

A JPEG in RGB or grey goes into the file byte by byte.  Anything else is unpacked with Pillow, which is loaded when a
picture comes; what is clear in it becomes a soft mask (PDF 32000-1, 11.6.5.3).  A picture that cannot be unpacked
whole is refused here, so that the painter can put a quiet field in its place.  Paper without colour gets the grey that
is as light (ITU-R BT.601), and one that is shown small no more px than are asked for; both are packed anew.
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
_QUALITY = 90


@dataclass(frozen=True, slots=True)
class PdfPicture:
    """An image: what its dictionary says besides /Length, its bytes, and those of its mask, if it has one."""

    id: str
    entries: str
    data: bytes
    mask_entries: str = ""
    mask: bytes = b""


def pdf_picture(asset: Asset, *, grey: bool = False, most: int = 0) -> PdfPicture | None:
    """The image of a picture, or None for one that cannot be read.

    ``grey``: without colour; ``most`` px of its longest side, 0 for as many as it has.
    """
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
                name = f"{asset.id}-{most}"
                if opened.format == "JPEG" and opened.mode in ("RGB", "L"):
                    photograph: Image.Image = opened
                    small = 0 < most < max(opened.size)
                    if small:
                        photograph = _small(photograph, most)
                    if grey and opened.mode == "RGB":
                        photograph = photograph.convert("L")
                    if photograph is not opened:
                        data = _photograph(photograph)
                    space = "DeviceRGB" if photograph.mode == "RGB" else "DeviceGray"
                    return PdfPicture(name, _entries(photograph.size, space, "DCTDecode"), data)
                return _packed(name, opened, grey, min(most, MOST_SIDE) if most else MOST_SIDE)
    # What Pillow's readers raise on broken bytes.
    except (OSError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, EOFError, struct.error):
        return None
    except (Image.DecompressionBombError, MemoryError):
        return None


def _small(picture: Image.Image, most: int) -> Image.Image:
    """The picture with a longest side of ``most`` px, never larger than it is."""
    from PIL import Image

    k = most / max(picture.size)
    if k >= 1:
        return picture
    size = max(1, round(picture.width * k)), max(1, round(picture.height * k))
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _photograph(picture: Image.Image) -> bytes:
    made = io.BytesIO()
    picture.info.clear()
    picture.save(made, "JPEG", quality=_QUALITY, optimize=True)
    return made.getvalue()


def _packed(name: str, opened: Image.Image, grey: bool, most: int) -> PdfPicture:
    clear = "A" in opened.getbands() or "transparency" in opened.info
    picture = _small(opened.convert("RGBA" if clear else "RGB"), most)
    entries = _entries(picture.size, "DeviceGray" if grey else "DeviceRGB", "FlateDecode")
    data = zlib.compress(picture.convert("RGB").convert("L" if grey else "RGB").tobytes(), 9)
    if not clear:
        return PdfPicture(name, entries, data)
    mask = _entries(picture.size, "DeviceGray", "FlateDecode")
    return PdfPicture(name, entries, data, mask, zlib.compress(picture.getchannel("A").tobytes(), 9))


def _entries(size: tuple[int, int], space: str, code: str) -> str:
    return (
        f"/Type /XObject /Subtype /Image /Width {size[0]} /Height {size[1]} /ColorSpace /{space} "
        f"/BitsPerComponent 8 /Filter /{code}"
    )
