"""A part of a map as a picture for a slide or a mail: boxes, lines and colours of the poster, without a page round it.

No Qt, so that it can be made beside the interface.
"""

from __future__ import annotations

import struct

from model.document import Document
from model.draw.displaylist import DisplayList
from model.draw.map_painter import paint_map
from model.draw.theme import load_theme
from model.excerpt import Part, excerpt, phase_numbers
from model.export.errors import ExportError
from model.export.pdf import read_font
from model.export.pdf_fonts import FontBook
from model.export.pdf_painter import Painter
from model.export.png import png_of_pdf
from model.i18n import speaking, translate
from model.layout.arrange import lay_out
from model.layout.maplayout import LayoutOptions
from model.values import dataclass, replace

SCALE = 2.0
"""px of the picture for one of the map: sharp on a slide."""
LEAST_SCALE = 0.5
"""Below this its words cannot be read."""
MOST_PIXELS = 40_000_000
"""A larger part is drawn smaller, or refused: the picture goes through other programs' hands."""
_PT_PER_PX = 0.25
"""Small, since the side of a page has its limit."""
_PT_PER_INCH = 72.0


@dataclass(frozen=True, slots=True)
class PartPicture:
    """A PNG of ``width`` by ``height`` px, ``scale`` of them for one px of the map at 100 %."""

    png: bytes
    width: int
    height: int
    scale: float


def part_picture(
    document: Document, part: Part, show: LayoutOptions | None = None, scale: float = SCALE
) -> PartPicture:
    """``part`` of ``document`` on white, in the light colours.  ``show`` says what is drawn, as on the canvas.

    Raises ExportError for a part without phases, and for one that is too large to be read in a picture.
    """
    piece = excerpt(document, part)
    if not piece.phases:
        raise ExportError(translate("Export", "There is nothing to show in a picture yet: add a phase first."))
    wanted = replace(
        show or LayoutOptions(), used_only=True, chosen_ids=frozenset(), phase_numbers=phase_numbers(document)
    )
    layout = lay_out(piece, wanted)
    pixels = layout.width * layout.height
    scale = min(scale, (MOST_PIXELS / pixels) ** 0.5)
    if scale < LEAST_SCALE:
        raise ExportError(
            translate("Export", "This is too large for a picture on the clipboard. Choose fewer phases, or export it.")
        )
    with speaking(wanted.language or piece.info.language):
        pdf = _pdf(piece, paint_map(layout, piece).ops, layout.width, layout.height)
    png = png_of_pdf(pdf, scale / _PT_PER_PX * _PT_PER_INCH)
    width, height = struct.unpack(">II", png[16:24])
    return PartPicture(png, width, height, scale)


def _pdf(document: Document, ops: DisplayList, width: float, height: float) -> bytes:
    """One page with nothing on it but ``ops``."""
    from model.export.pdf_file import PdfFile, Shown

    fonts = FontBook(read_font)
    file = PdfFile(fonts, title="", lang=document.info.language)
    file.form("map", Painter(load_theme("poster").color, fonts, tagged=False).paint(ops), width, height)
    high = height * _PT_PER_PX
    file.page(width * _PT_PER_PX, high, shown=[Shown("map", _PT_PER_PX, 0, high, reads=False)])
    return file.save()
