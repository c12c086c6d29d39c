"""Where the next note of the scribe line will stand, shown on the map."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
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


class TargetMark(QGraphicsItem):
    """A dashed, soft place that says "Your note comes here", or, in a full cell, the bar of an insertion."""

    def __init__(self) -> None:
        super().__init__()
        self.place: QRectF | None = None
        """The dashed place, in px of the map."""
        self.bar: tuple[float, float, float] | None = None
        """The bar (x, y, width), in px of the map."""
        self.setZValue(OVERLAY)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_cell(self, layout: MapLayout, cell: Cell | None) -> None:
        """Show that the next note lands at ``cell``; None shows nothing."""
        place, bar = None, None
        lane = layout.lanes.get(cell.lane_id) if cell is not None else None
        step = layout.steps.get(cell.step_id) if cell is not None else None
        if cell is not None and lane is not None and step is not None:
            bar = layout.insertion_line(cell)
            if cell.before is None:
                top = (bar[1] if bar is not None else lane.y) + px.GAP / 2
                free = lane.y + lane.h - top - px.GAP / 2
                if free >= _LOW:
                    x, width = (bar[0], bar[2]) if bar is not None else (step.x + 6, step.w - 12)
                    place = QRectF(x, top, width, min(free, _HIGH))
                    bar = None
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
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = look().color("accent.base")
        if self.place is not None:
            pen = QPen(accent, 2)
            pen.setDashPattern([3.0, 2.0])
            painter.setPen(pen)
            painter.setBrush(look().color("accent.soft"))
            painter.drawRoundedRect(self.place.adjusted(1, 1, -1, -1), 4, 4)
            painter.setPen(look().color("accent.ink"))
            painter.setFont(sized_font(14, 600))
            words = translate("Scribe", "Your note comes here")
            room = self.place.adjusted(8, 6, -6, -4)
            painter.drawText(room, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop), words)
        elif self.bar is not None:
            x, y, width = self.bar
            painter.setPen(QPen(accent, 3))
            painter.drawLine(QPointF(x, y), QPointF(x + width, y))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawEllipse(QPointF(x, y), 5, 5)
