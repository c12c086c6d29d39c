"""Popups: a raised panel with a flat shadow, closed by Esc, by a choice, or by a click elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from widgets.look import paint
from widgets.look.corners import round_corners

SHADOW = 8
"""Room for the shadow below, in px."""


class Popup(QFrame):
    """An empty popup with ``column`` to fill.  ``at_end``: it stands under the right end of what it belongs to."""

    at_end = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Popup)
        round_corners(self, 10, SHADOW)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 12, 12, 12 + SHADOW)
        self.column.setSpacing(8)

    def open_below(self, anchor: QWidget) -> None:
        """Open under ``anchor``, or above it where the screen ends, and take the keyboard."""
        self.adjustSize()
        along = anchor.width() - self.width() if self.at_end else 0
        below = anchor.mapToGlobal(QPoint(along, anchor.height() + 4))
        room = anchor.screen().availableGeometry()
        place = QRect(below, self.size())
        if place.bottom() > room.bottom():
            place.moveBottom(anchor.mapToGlobal(QPoint(0, 0)).y() - 4 + SHADOW)
        if place.right() > room.right():
            place.moveRight(room.right())
        place.moveLeft(max(place.left(), room.left()))
        place.moveTop(max(place.top(), room.top()))
        self.move(place.topLeft())
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The panel and its shadow."""
        painter = QPainter(self)
        body = QRectF(self.rect()).adjusted(0, 0, 0, -SHADOW)
        paint.flat_shadow(painter, body, 10)
        paint.outlined(painter, body, 10, fill="surface.raised", line="line.strong")
        painter.end()
