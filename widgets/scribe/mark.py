"""Where the next note of the scribe line will stand, shown on the map."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from model.commands.places import Cell
from model.i18n import translate
from model.layout import metrics as px
from model.layout.maplayout import MapLayout
from widgets.canvas.items import OVERLAY
from widgets.look.fonts import sized_font
from widgets.look.theme import look

_LOW = 34.0
"""px of the map that a dashed place needs; where there is less room an insertion bar is drawn."""
_HIGH = 60.0


Bar = tuple[float, float, float]
"""The left end (x, y) and the length of an insertion bar, in px of the map."""


def target_place(layout: MapLayout, cell: Cell | None) -> tuple[QRectF | None, Bar | None]:
    """Where the next note for ``cell`` is shown: a dashed place where the cell has room, else a bar; or nowhere."""
    lane = layout.lanes.get(cell.lane_id) if cell is not None else None
    step = layout.steps.get(cell.step_id) if cell is not None else None
    if cell is None or lane is None or step is None:
        return None, None
    bar = layout.insertion_line(cell)
    if cell.before is None:
        top = (bar[1] if bar is not None else lane.y) + px.GAP / 2
        free = lane.y + lane.h - top - px.GAP / 2
        if free >= _LOW:
            x, width = (bar[0], bar[2]) if bar is not None else (step.x + 6, step.w - 12)
            return QRectF(x, top, width, min(free, _HIGH)), None
    return None, bar


def paint_target(
    painter: QPainter, place: QRectF | None, bar: Bar | None, color: Callable[[str], QColor], size: float = 14
) -> None:
    """Paint the place with its words, or the bar; ``color`` gives the colours of tokens, ``size`` is of the words."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    accent = color("accent.base")
    if place is not None:
        pen = QPen(accent, 2)
        pen.setDashPattern([3.0, 2.0])
        painter.setPen(pen)
        painter.setBrush(color("accent.soft"))
        painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 4, 4)
        painter.setPen(color("accent.ink"))
        painter.setFont(sized_font(size, 600))
        words = translate("Scribe", "Your note comes here")
        room = place.adjusted(8, 6, -6, -4)
        painter.drawText(room, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop), words)
    elif bar is not None:
        x, y, width = bar
        painter.setPen(QPen(accent, 3))
        painter.drawLine(QPointF(x, y), QPointF(x + width, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawEllipse(QPointF(x, y), 5, 5)


class TargetMark(QGraphicsItem):
    """A dashed, soft place that says "Your note comes here", or, in a full cell, the bar of an insertion."""

    def __init__(self) -> None:
        super().__init__()
        self.place: QRectF | None = None
        """The dashed place, in px of the map."""
        self.bar: Bar | None = None
        """The bar (x, y, width), in px of the map."""
        self.setZValue(OVERLAY)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_cell(self, layout: MapLayout, cell: Cell | None) -> None:
        """Show that the next note lands at ``cell``; None shows nothing."""
        place, bar = target_place(layout, cell)
        if (place, bar) != (self.place, self.bar):
            self.prepareGeometryChange()
            self.place, self.bar = place, bar
            self.update()

    def boundingRect(self) -> QRectF:
        """What is drawn, with its edge."""
        if self.place is not None:
            return self.place.adjusted(-3, -3, 3, 3)
        if self.bar is not None:
            return QRectF(self.bar[0] - 7, self.bar[1] - 7, self.bar[2] + 14, 14)
        return QRectF()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """The place, or the bar."""
        paint_target(painter, self.place, self.bar, look().color)
