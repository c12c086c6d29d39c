"""The caret and the marks of selection on a card, and the same for the headers, which are painted by their bars."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from widgets.canvas.edit.writer import Writer
from widgets.canvas.items import GHOST
from widgets.look.theme import look

CARET_W = 1.5


class Blink(QObject):
    """Makes the caret of ``writer`` blink as the system wants it."""

    changed = Signal()
    """Paint the caret anew."""

    def __init__(self, writer: Writer) -> None:
        super().__init__(writer)
        self.writer = writer
        self.on = True
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._flip)
        writer.shown.connect(self._restart)

    def _restart(self) -> None:
        self.on = True
        half = QGuiApplication.styleHints().cursorFlashTime() // 2
        if self.writer.active and half > 0:
            self._timer.start(half)
        else:
            self._timer.stop()
        self.changed.emit()

    def _flip(self) -> None:
        self.on = not self.on
        self.changed.emit()


def paint_caret(painter: QPainter, blink: Blink, token: str) -> None:
    """Paint selection and caret in the colour ``token``; the painter is in px of the map."""
    writer = blink.writer
    selected, composed = writer.marked()
    mark = look().color(token)
    mark.setAlphaF(0.25)
    for rect in selected:
        painter.fillRect(rect, mark)
    painter.setPen(QPen(look().color(token), 1))
    for rect in composed:
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    caret = writer.caret_rect()
    if blink.on and caret is not None:
        painter.fillRect(QRectF(caret.x() - CARET_W / 2, caret.y(), CARET_W, caret.height()), look().color(token))


class CaretItem(QGraphicsItem):
    """The caret on a card that is being written."""

    def __init__(self, blink: Blink) -> None:
        super().__init__()
        self._blink = blink
        self._bounds = QRectF()
        self.setZValue(GHOST)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def refresh(self) -> None:
        """Follow the card that is written, and paint anew."""
        writer = self._blink.writer
        frame = writer.frame() if writer.job is not None and writer.job.table == "items" else None
        bounds = QRectF() if frame is None else frame.adjusted(-2, -2, 2, 2)
        if bounds != self._bounds:
            self.prepareGeometryChange()
            self._bounds = bounds
        if not bounds.isNull():
            self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        paint_caret(painter, self._blink, "accent.base")
