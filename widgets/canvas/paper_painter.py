"""Paints the pages of an export with QPainter, for a printer: lines as lines, letters as letters, at any size.

Beside the screen's painter (:mod:`widgets.canvas.qt_painter`), which draws the same lists: that one fills outlines
and shapes of letters, which is quick on a screen and heavy in a file.  Here strokes are strokes, and letters are drawn
by number from fonts that Qt's font database knows, since Qt embeds only those (docs/decisions/0022-printing.md).  A
page is painted a little at a time: whoever takes the steps may look after the rest of the program between them.
"""

from __future__ import annotations

import atexit
from collections.abc import Iterator, Sequence
from functools import cache
from math import ceil, hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QGlyphRun,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QRawFont,
)

from model.draw import marks
from model.draw.displaylist import Clip, Group, Icon, Op, Path, Picture, Rect, Text
from model.draw.theme import Theme
from model.export.extent import bounds
from model.export.leaves import Leaf, Leaves
from model.text.fonts import FONTS, is_ignorable
from model.text.shape import GlyphRun
from widgets.canvas.qt_painter import icon_shape, painter_path
from widgets.look.decoding import decode_asset
from widgets.look.theme import parse_color

_STEP = 25
"""Operations between two steps: well under a frame of the screen."""
PICTURE_DPI = 300
"""Dots of a picture per inch of paper, at most: finer is not seen, and slow to send."""
_FULL = 72
"""The size in px at which a font is opened to be looked at."""


_BEYOND = 12.0
"""px by which letters and mitred corners may reach beyond what their operation tells."""

Box = tuple[float, float, float, float]


class PaperPainter:
    """Paints pages in the colours of ``theme``; ``grey`` pictures without colour.

    The painter's unit is 1 pt and its origin the top left of the page, y down, in each call of :meth:`leaf`.
    """

    def __init__(self, painter: QPainter, theme: Theme, *, grey: bool = False) -> None:
        self._painter, self._theme, self._grey = painter, theme, grey
        self._images: dict[tuple[str, int], QImage] = {}
        self._boxes_of: dict[int, tuple[Group, Box | None]] = {}
        self._done = 0

    def leaf(self, leaf: Leaf, leaves: Leaves) -> Iterator[None]:
        """Paint a page, in steps.  Raises KeyError for a token or icon that does not exist, OSError for a font."""
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for stamp in leaf.shown:
            left, top, width, height = stamp.window or (0.0, 0.0, leaf.width, leaf.height)
            painter.save()
            painter.setClipRect(QRectF(left, top, width, height), Qt.ClipOperation.IntersectClip)
            painter.translate(stamp.x, stamp.y)
            painter.scale(stamp.scale, stamp.scale)
            left, top = (left - stamp.x) / stamp.scale, (top - stamp.y) / stamp.scale
            seen = (left, top, left + width / stamp.scale, top + height / stamp.scale)
            yield from self._draw(leaves.forms[stamp.form], 0.0, 0.0, seen)
            painter.restore()
        painter.save()
        yield from self._draw(leaf.over, 0.0, 0.0, (0.0, 0.0, leaf.width, leaf.height))
        painter.restore()

    # -- operations ------------------------------------------------------------------------------------------

    def _draw(self, ops: Sequence[Op], x: float, y: float, seen: Box) -> Iterator[None]:
        """Paint what stands in ``seen``: a sheet of a large poster shows a small part of it."""
        painter = self._painter
        for op in ops:
            if isinstance(op, Group):
                if not op.paper or not self._meets(op, x, y, seen):
                    continue
                before = painter.opacity()
                if op.opacity < 1.0:
                    painter.setOpacity(before * op.opacity)
                yield from self._draw(op.ops, x + op.x, y + op.y, seen)
                if op.opacity < 1.0:
                    painter.setOpacity(before)
            elif isinstance(op, Clip):
                painter.save()
                painter.setClipRect(QRectF(x + op.x, y + op.y, op.w, op.h), Qt.ClipOperation.IntersectClip)
                yield from self._draw(op.ops, x, y, seen)
                painter.restore()
            else:
                self._one(op, x, y)
                self._done += 1
                if self._done % _STEP == 0:
                    yield

    def _meets(self, group: Group, x: float, y: float, seen: Box) -> bool:
        known = self._boxes_of.get(id(group))
        if known is None:
            boxes = [box[:4] for box in bounds(group.ops, group.x, group.y)]
            whole: Box | None = None
            if boxes:
                lefts, tops, rights, bottoms = zip(*boxes, strict=True)
                whole = (min(lefts) - _BEYOND, min(tops) - _BEYOND, max(rights) + _BEYOND, max(bottoms) + _BEYOND)
            known = self._boxes_of[id(group)] = (group, whole)  # the group is kept, so that its id stays its own
        box = known[1]
        if box is None:
            return False
        return box[0] + x < seen[2] and box[2] + x > seen[0] and box[1] + y < seen[3] and box[3] + y > seen[1]

    def _one(self, op: Rect | Path | Text | Icon | Picture, x: float, y: float) -> None:
        if isinstance(op, Text):
            self._text(op, x, y)
        elif isinstance(op, Rect):
            self._rect(op, x, y)
        elif isinstance(op, Path):
            path = painter_path(op.segments, x, y, even_odd=op.even_odd)
            self._shape(path, op.fill, op.stroke, op.width, op.dash, op.round_caps)
        elif isinstance(op, Icon):
            self._painter.fillPath(icon_shape(op.name, op.size).translated(x + op.x, y + op.y), self._color(op.color))
        else:
            self._picture(op, x, y)

    def _rect(self, op: Rect, x: float, y: float) -> None:
        rect = QRectF(x + op.x, y + op.y, op.w, op.h)
        radius = min(op.radius, op.w / 2, op.h / 2)
        if op.stroke is None and radius <= 0:
            if op.fill is not None:
                self._painter.fillRect(rect, self._color(op.fill))
            return
        path = QPainterPath()
        if radius > 0:
            path.addRoundedRect(rect, radius, radius)
        else:
            path.addRect(rect)
        self._shape(path, op.fill, op.stroke, op.width, op.dash, False)

    def _shape(
        self,
        path: QPainterPath,
        fill: str | None,
        stroke: str | None,
        width: float,
        dash: tuple[float, ...],
        round_caps: bool,
    ) -> None:
        brush = QBrush(Qt.BrushStyle.NoBrush) if fill is None else QBrush(self._color(fill))
        pen = QPen(Qt.PenStyle.NoPen)
        if stroke is not None and width > 0:
            pen = QPen(self._color(stroke), width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap if round_caps else Qt.PenCapStyle.FlatCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin if round_caps else Qt.PenJoinStyle.MiterJoin)
            if dash:
                lengths = [length / width for length in dash]  # Qt counts in pen widths, and wants pairs
                pen.setDashPattern(lengths if len(lengths) % 2 == 0 else lengths * 2)
        self._painter.setPen(pen)
        self._painter.setBrush(brush)
        self._painter.drawPath(path)

    def _text(self, op: Text, x: float, y: float) -> None:
        painter, color = self._painter, self._color(op.color)
        for run in op.line.runs:
            painter.setPen(color)
            painter.drawGlyphRun(QPointF(x + op.x, y + op.y), _glyph_run(run))
            if 0 in run.glyphs:
                self._boxes(op, run, x, y)

    def _boxes(self, op: Text, run: GlyphRun, x: float, y: float) -> None:
        """A frame for each character that no font has, as in the PDF: a note never prints as nothing."""
        for index, glyph in enumerate(run.glyphs):
            if glyph == 0 and any(not char.isspace() and not is_ignorable(char) for char in run.clusters[index]):
                width = max(run.advances[index], 0.4 * run.size)
                left, top = op.x + run.xs[index] + 0.1 * width, op.y - 0.7 * run.size
                frame = Rect(left, top, 0.8 * width, 0.7 * run.size, stroke=op.color, width=0.06 * run.size)
                self._rect(frame, x, y)

    def _picture(self, op: Picture, x: float, y: float) -> None:
        painter = self._painter
        left, top, w, h = op.filled()
        image = self._image(op, max(w, h))
        if image.isNull():
            for part in marks.no_picture(op.x, op.y, op.w, op.h):
                if isinstance(part, Rect | Path | Text | Icon | Picture):
                    self._one(part, x, y)
            return
        painter.save()
        where = QRectF(x + op.x, y + op.y, op.w, op.h)
        if op.round:
            around = QPainterPath()
            around.addEllipse(where)
            painter.setClipPath(around, Qt.ClipOperation.IntersectClip)
        else:
            painter.setClipRect(where, Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(x + left, y + top, w, h), image)
        painter.restore()

    def _image(self, op: Picture, longest: float) -> QImage:
        """The picture as fine as :data:`PICTURE_DPI` asks, unpacked once for each size."""
        to_device = self._painter.transform()
        inches = longest * hypot(to_device.m11(), to_device.m12()) / self._painter.device().logicalDpiX()
        side = max(64, ceil(inches * PICTURE_DPI / 64) * 64)  # in steps: equal pictures of nearly equal size are one
        key = (op.asset.id, side)
        if key not in self._images:
            image = decode_asset(op.asset, side)
            if self._grey and not image.isNull():
                image = image.convertToFormat(QImage.Format.Format_Grayscale8)
            self._images[key] = image
        return self._images[key]

    def _color(self, name: str) -> QColor:
        return parse_color(self._theme.color(name))


def _glyph_run(run: GlyphRun) -> QGlyphRun:
    made = QGlyphRun()
    made.setRawFont(printed_font(run.font, run.size))
    made.setGlyphIndexes(list(run.glyphs))
    made.setPositions([QPointF(x, y) for x, y in zip(run.xs, run.ys, strict=True)])
    return made


def forget_printed_fonts() -> None:
    """Let the fonts go; they are opened again when something is printed next."""
    printed_font.cache_clear()
    _known_font.cache_clear()


atexit.register(forget_printed_fonts)  # fonts must be gone before Qt takes its font database down


@cache
def printed_font(key: str, size: float) -> QRawFont:
    """A font of :data:`model.text.fonts.FONTS` at ``size``, in a form that Qt embeds.  Raises OSError if unreadable."""
    font = QRawFont(_known_font(key))
    font.setPixelSize(size)
    return font


@cache
def _known_font(key: str) -> QRawFont:
    """The font as the font database has it, or, where it has another of that name, from its file.

    Qt embeds a font that it knows from a file; of one that was read into memory it draws the outlines, which prints the
    same and takes more room.
    """
    file = FONTS[key]
    path = str(file.path)
    own = QRawFont(path, _FULL, QFont.HintingPreference.PreferNoHinting)
    if not own.isValid():
        raise OSError(f"the font file of {key} cannot be read")
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(path))
    for family in families:
        font = QFont(family)
        font.setPixelSize(_FULL)
        font.setWeight(QFont.Weight(file.weight))
        font.setItalic(file.italic)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
        known = QRawFont.fromFont(font)
        if known.isValid() and known.fontTable("head") == own.fontTable("head"):
            return known
    return own
