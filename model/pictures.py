"""Reading picture files into the map: checked, turned upright, made small, freed of what is not the picture.

PR1  Only PNG, JPEG, WebP, GIF (its first frame) and BMP are read, by their bytes and not by their names.
PR2  A file has at most 30 MB, a picture at most 40 million px; more is refused by what the file claims, before any
     decoder sees it.  The same holds for the pictures of a map from elsewhere: whoever paints them asks
     :func:`picture_bytes`, which gives none of a picture that claims more.
PR3  What is kept is upright (the camera's note of how it was held is carried out), has no side longer than 2048 px and
     nothing but its pixels: no place, no time, no name of a camera.
PR4  It is kept as PNG or as JPEG (quality 85), whichever is smaller: photographs as JPEG; what can be seen through as
     PNG; pictures of few colours, such as screenshots, exact unless that costs more.

Anything else is refused in one sentence, and nothing is changed.
"""

from __future__ import annotations

import base64
import hashlib
import io
import os
import stat
import struct
import warnings
from typing import TYPE_CHECKING

from model.i18n import translate
from model.pictureheader import claim_of
from model.plaintext import shown_name
from model.records import Asset

if TYPE_CHECKING:
    from PIL import Image

MOST_BYTES = 30_000_000
"""The largest file that is read, in bytes."""
MOST_PIXELS = 40_000_000
"""The most pixels of a picture that is unpacked."""
LONGEST_SIDE = 2048
"""The longest side of a picture that is kept, in px."""
FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP")
"""What is read, by Pillow's names."""
SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp")
"""How such files are usually called."""
_QUALITY = 85
_SAMPLE, _FEW = 256, 20_000
"""A picture with more colours than ``_FEW`` among ``_SAMPLE`` x ``_SAMPLE`` of its pixels is a photograph."""


class NotAPicture(ValueError):
    """The picture cannot be used; ``str()`` is a sentence for the user, in the language of when it was raised."""


def read_picture(data: bytes) -> Asset:
    """The picture in ``data``, ready to be kept.  Raises NotAPicture."""
    if len(data) > MOST_BYTES:
        raise NotAPicture(_too_large())
    claim = claim_of(data)
    if claim is None:
        raise NotAPicture(_no_picture())
    if not claim.pixels:
        raise NotAPicture(_damaged())
    if claim.pixels > MOST_PIXELS:
        raise NotAPicture(_too_many_pixels())
    # Taken only now: the library is needed by nobody who adds no picture.
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            # Our own limit is lower than the one that it warns of.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
                wide, high = opened.size
                if wide * high > MOST_PIXELS:  # a frame of a GIF may be larger than the file said at first
                    raise NotAPicture(_too_many_pixels())
                if opened.format == "JPEG":
                    opened.draft(None, _fitting(wide, high, 2 * LONGEST_SIDE))  # unpacked smaller, much faster
                opened.load()
                picture = ImageOps.exif_transpose(opened)
                return _kept(_small(_plain(picture)))
    except UnidentifiedImageError as error:
        raise NotAPicture(_no_picture()) from error
    except Image.DecompressionBombError as error:
        raise NotAPicture(_too_many_pixels()) from error
    except NotAPicture:
        raise
    # What Pillow's readers raise on broken bytes.
    except (OSError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, EOFError, struct.error) as error:
        raise NotAPicture(_damaged()) from error
    except MemoryError as error:
        raise NotAPicture(_too_many_pixels()) from error


def read_picture_file(path: str | os.PathLike[str]) -> Asset:
    """The picture in a file.  Raises NotAPicture, also for a file that cannot be read."""
    try:
        # Non-blocking, so that a named pipe cannot hang the program before it is looked at.
        flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
        fd = os.open(path, flags)
        if not stat.S_ISREG(os.fstat(fd).st_mode):
            os.close(fd)
            raise OSError("not a file")
        with os.fdopen(fd, "rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise NotAPicture(
            translate("Pictures", "“{name}” cannot be read. Choose another picture.").format(name=shown_name(path))
        ) from error
    return read_picture(data)


def picture_bytes(asset: Asset) -> bytes:
    """The bytes of a picture that is kept, for whoever unpacks them.

    Empty where a file from elsewhere holds none that can be read, or a picture that must not be unpacked (PR2).
    """
    try:
        data = base64.b64decode(asset.base64, validate=True)
    except ValueError:
        return b""
    return data if may_be_unpacked(data) else b""


def may_be_unpacked(data: bytes) -> bool:
    """Whether a picture is of a kind that is read, and claims no more pixels than are unpacked (PR1, PR2)."""
    claim = claim_of(data)
    return claim is not None and 0 < claim.pixels <= MOST_PIXELS


def _fitting(wide: int, high: int, side: int) -> tuple[int, int]:
    """The size with the same proportions and no side longer than ``side``; never larger."""
    scale = min(1.0, side / max(wide, high))
    return max(1, round(wide * scale)), max(1, round(high * scale))


def _plain(picture: Image.Image) -> Image.Image:
    """The picture in one of two kinds: RGB, or RGBA where anything of it can be seen through."""
    see_through = picture.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in picture.info
    if not see_through:
        return picture if picture.mode == "RGB" else picture.convert("RGB")
    clear = picture.convert("RGBA")
    lowest, _highest = clear.getchannel("A").getextrema()
    return clear if isinstance(lowest, int | float) and lowest < 255 else clear.convert("RGB")


def _small(picture: Image.Image) -> Image.Image:
    from PIL import Image

    size = _fitting(*picture.size, LONGEST_SIDE)
    return picture if size == picture.size else picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _kept(picture: Image.Image) -> Asset:
    candidates: list[tuple[int, str, bytes]] = []
    # A copy of the pixels alone: what the file said besides stays behind.
    bare = picture.copy()
    bare.info.clear()
    if picture.mode == "RGBA" or not _is_photograph(picture):
        candidates.append((0, "image/png", _saved(bare, "PNG")))
    if picture.mode == "RGB":
        candidates.append((1, "image/jpeg", _saved(bare, "JPEG")))
    _rank, mime, data = min(candidates, key=lambda row: (len(row[2]), row[0]))
    wide, high = picture.size
    return Asset(
        id=hashlib.sha256(data).hexdigest(), mime=mime, w=wide, h=high, base64=base64.b64encode(data).decode("ascii")
    )


def _is_photograph(picture: Image.Image) -> bool:
    from PIL import Image

    sample = picture.resize(_fitting(*picture.size, _SAMPLE), Image.Resampling.NEAREST)
    return sample.getcolors(_FEW) is None


def _saved(picture: Image.Image, kind: str) -> bytes:
    into = io.BytesIO()
    if kind == "PNG":
        picture.save(into, "PNG", compress_level=9)
    else:
        picture.save(into, "JPEG", quality=_QUALITY, optimize=True)
    return into.getvalue()


def _too_large() -> str:
    return translate("Pictures", "This picture is larger than 30 MB. Make it smaller first.")


def _too_many_pixels() -> str:
    return translate("Pictures", "This picture has more than 40 million pixels. Make it smaller first.")


def _no_picture() -> str:
    return translate("Pictures", "This is no picture that can be shown. Use PNG, JPEG, WebP, GIF or BMP.")


def _damaged() -> str:
    return translate("Pictures", "This picture is damaged. Open it in another program and save it again.")
