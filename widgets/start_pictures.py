"""The small pictures of the start screen: templates, and maps of which there is no picture."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from model.draw.curve import curve
from widgets.look.icons import painter_path
from widgets.look.theme import look

WIDTH, HEIGHT = 244.0, 112.0
"""The grid on which the pictures are drawn."""


def paint_template(painter: QPainter, rect: QRectF, kind: str) -> None:
    """The picture of a template in the middle of ``rect``, as large as it fits: "eight", or "empty"."""
    scale = min(rect.width() / WIDTH, rect.height() / HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.x() + (rect.width() - WIDTH * scale) / 2, rect.y() + (rect.height() - HEIGHT * scale) / 2)
    painter.scale(scale, scale)
    if kind == "empty":
        _empty(painter)
    else:
        _eight(painter)
    painter.restore()


def paint_unknown_map(painter: QPainter, rect: QRectF) -> None:
    """A map in general, for a file of which there is no picture."""
    painter.fillRect(rect, look().color("wall.base"))
    paint_template(painter, rect.adjusted(2, 2, -2, -2), "eight")


def _eight(painter: QPainter) -> None:
    column = (WIDTH - 24) / 8
    for place in range(8):
        x = 12 + place * column
        _chevron(painter, x, 16, column - 1, 16, first=place == 0)
        for row in range(2):
            _note(painter, QRectF(x + 2, 37 + row * 14, column - 8, 11), "touchpoint")
        kind = "pain" if place in (2, 5) else "opportunity" if place in (0, 3, 6) else ""
        if kind:
            _note(painter, QRectF(x + 2, 92, column - 8, 10), kind)
    feelings = (0, 1, -1, 2, 1, -2, 1, 0)
    points = [(16 + place * (WIDTH - 32) / 7, 77 - score * 5.0) for place, score in enumerate(feelings)]
    color = look().color("persona.0")
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, 2))
    painter.drawPath(painter_path(curve(points)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for x, y in points:
        painter.drawEllipse(QPointF(x, y), 2.2, 2.2)


def _empty(painter: QPainter) -> None:
    pen = QPen(look().color("ink.3"), 1.6)
    pen.setDashPattern([5 / 1.6, 4 / 1.6])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(62, 22, 120, 68), 4, 4)
    painter.setPen(QPen(look().color("ink.2"), 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(122, 44), QPointF(122, 68))
    painter.drawLine(QPointF(110, 56), QPointF(134, 56))


def _chevron(painter: QPainter, x: float, y: float, width: float, height: float, *, first: bool) -> None:
    path = QPainterPath(QPointF(x, y))
    for at in ((x + width - 6, y), (x + width - 1, y + height / 2), (x + width - 6, y + height), (x, y + height)):
        path.lineTo(*at)
    if not first:
        path.lineTo(x + 5, y + height / 2)
    path.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look().color("phase.fill"))
    painter.drawPath(path)


def _note(painter: QPainter, rect: QRectF, kind: str) -> None:
    painter.setPen(QPen(look().color(f"note.{kind}.outline"), 0.7))
    painter.setBrush(look().color(f"note.{kind}.fill"))
    painter.drawRoundedRect(rect, 1.5, 1.5)
