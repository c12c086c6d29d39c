"""What is drawn round a card besides itself: its outlines, the round plus, the dashed place that it left.

A thousand chosen cards have one outline: their pens are made once.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from widgets.look.theme import look

RING_W = 2.0
"""px of the keyboard's ring."""
PLUS = 22.0
"""px across the round plus."""


def frame(painter: QPainter, rect: QRectF, token: str, width: float, out: float) -> None:
    """A line of the colour ``token``, ``width`` px wide and ``out`` px outside ``rect``; the brush is the painter's."""
    painter.setPen(_outline_pen(look().theme.name, token, width))
    radius = max(2.0, 6.0 + out)
    painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), radius, radius)


@lru_cache(maxsize=64)
def _outline_pen(_theme: str, token: str, width: float) -> QPen:
    return QPen(look().color(token), width)


@lru_cache(maxsize=8)
def _place_pen(_theme: str) -> QPen:
    pen = QPen(look().color("line.strong"), 1.0)
    pen.setDashPattern([3.0, 3.0])
    return pen


def paint_plus(painter: QPainter) -> None:
    """The round plus, its middle at (0, 0)."""
    middle = QPointF(0, 0)
    painter.setPen(QPen(look().color("surface.raised"), 1.5))
    painter.setBrush(look().color("accent.base"))
    painter.drawEllipse(middle, PLUS / 2, PLUS / 2)
    pen = QPen(look().color("ink.on_accent"), 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(middle - QPointF(4.5, 0), middle + QPointF(4.5, 0))
    painter.drawLine(middle - QPointF(0, 4.5), middle + QPointF(0, 4.5))


def paint_place(painter: QPainter, w: float, h: float) -> None:
    """The dashed place that a dragged card left."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_place_pen(look().theme.name))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(0.5, 0.5, w - 1, h - 1), 4, 4)
