"""Pictures in the workbook: small ones in a column of their row, so that a card or a persona is known by sight.

XP1  Every picture of a card and the portrait of a persona stands in its row; further ones go beside and below it.  What
     cannot be shown (lost, damaged, more than a row can hold) is counted in words in the cell.
XP2  A picture is tied to its cell: who sorts or filters the rows takes it along, and what hides the row hides it.
XP3  It has words for those who do not see it: whose it is.
XP4  What is written are small copies, :data:`BOX` at twice its size; the map's own file keeps the whole ones.
"""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from model.i18n import translate
from model.pictures import FORMATS, MOST_PIXELS, picture_bytes
from model.records import Asset
from model.values import dataclass

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

BOX = (80, 60)
"""The most px of a picture on the sheet, wide and high."""
SHARP = 2
"""Pixels kept for each px of the sheet."""
GAP = 4
"""px round each picture."""
PER_LINE, MOST_LINES = 3, 7
"""Pictures beside each other, and lines of them: the highest row of Excel holds seven."""
_QUALITY = 80
_EMU = 9525
"""English metric units of a px at 96 dpi (ECMA-376, 20.1.10.16)."""
_PT = 0.75
_CHARACTER, _PADDING = 7.0, 5.0
"""px of a character of the default font, and of what is round a cell's text."""


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A small copy: its bytes (PNG or JPEG) and its size on the sheet in px."""

    data: bytes
    w: float
    h: float


class Thumbnails:
    """Makes small copies, each picture's once."""

    def __init__(self) -> None:
        self._made: dict[str, Thumbnail | None] = {}

    def of(self, asset: Asset) -> Thumbnail | None:
        """The small copy; None of a picture that cannot be read."""
        if asset.id not in self._made:
            self._made[asset.id] = _thumbnail(asset)
        return self._made[asset.id]


def _thumbnail(asset: Asset) -> Thumbnail | None:
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
                opened.draft("RGB", (BOX[0] * SHARP, BOX[1] * SHARP))  # a photograph is unpacked no larger than needed
                opened.load()
                return _small(opened)
    # What Pillow's readers raise on broken bytes.
    except (OSError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, EOFError, struct.error):
        return None
    except (Image.DecompressionBombError, MemoryError):
        return None


def _small(opened: Any) -> Thumbnail:
    clear = "A" in opened.getbands() or "transparency" in opened.info
    picture = opened.convert("RGBA" if clear else "RGB")
    picture.thumbnail((BOX[0] * SHARP, BOX[1] * SHARP))
    picture.info.clear()
    k = min(BOX[0] / picture.width, BOX[1] / picture.height, 1.0)
    into = io.BytesIO()
    if opened.format == "JPEG":
        picture.save(into, "JPEG", quality=_QUALITY, optimize=True)
    else:
        picture.save(into, "PNG", optimize=True)
    return Thumbnail(into.getvalue(), max(1.0, picture.width * k), max(1.0, picture.height * k))


def most_beside(rows: Sequence[Sequence[Asset | None]]) -> int:
    """How many pictures stand beside each other in the column of these rows."""
    return min(PER_LINE, max((len(row) for row in rows), default=1)) or 1


def column_width(beside: int) -> float:
    """Characters of a column with so many pictures beside each other."""
    return (beside * (BOX[0] + GAP) + GAP - _PADDING) / _CHARACTER + 1


def put_pictures(
    sheet: Worksheet, row: int, column: int, pictures: Sequence[Asset | None], name: str, made: Thumbnails, beside: int
) -> tuple[float, str]:
    """Put pictures into a cell; ``name`` says whose they are.  None is a picture that the map has lost.

    Returns the pt of height that they need, and what the cell says of those that are not shown.
    """
    shown = [small for asset in pictures if asset is not None and (small := made.of(asset)) is not None]
    placed = shown[: beside * MOST_LINES]
    for place, small in enumerate(placed):
        line, at = divmod(place, beside)
        words = name
        if len(placed) > 1:
            words = translate("Workbook", "{name}, picture {n} of {count}").format(
                name=name, n=place + 1, count=len(placed)
            )
        x = GAP + at * (BOX[0] + GAP) + (BOX[0] - small.w) / 2
        number = (row - 1) * PER_LINE * MOST_LINES + place + 1
        _put(sheet, row, column, small, (x, GAP + line * (BOX[1] + GAP)), words, number)
    lines = -(-len(placed) // beside)
    missing = len(pictures) - len(placed)
    said = translate("Workbook", "%n picture(s) not shown", n=missing) if missing else ""
    return (lines * (BOX[1] + GAP) + GAP) * _PT if lines else 0.0, said


def _put(
    sheet: Worksheet, row: int, column: int, small: Thumbnail, at: tuple[float, float], words: str, number: int
) -> None:
    from openpyxl.drawing.fill import Blip
    from openpyxl.drawing.geometry import PresetGeometry2D
    from openpyxl.drawing.image import Image
    from openpyxl.drawing.picture import PictureFrame
    from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor

    def corner(x: float, y: float) -> AnchorMarker:
        return AnchorMarker(col=column - 1, colOff=round(x * _EMU), row=row - 1, rowOff=round(y * _EMU))

    frame = PictureFrame()
    frame.nvPicPr.cNvPr.id = number
    frame.nvPicPr.cNvPr.name = words[:60]
    frame.nvPicPr.cNvPr.descr = words
    frame.blipFill.blip = Blip(cstate="print")
    frame.spPr.prstGeom = PresetGeometry2D(prst="rect")
    frame.spPr.ln = None
    anchor = TwoCellAnchor(editAs="twoCell", pic=frame)
    anchor._from, anchor.to = corner(*at), corner(at[0] + small.w, at[1] + small.h)
    image = Image(io.BytesIO(small.data))
    image.anchor = anchor
    sheet.add_image(image)
