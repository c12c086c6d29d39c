"""The frame of a dialog: round corners, a flat shadow, and the window behind under a scrim."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from widgets.look import paint
from widgets.look.corners import round_corners
from widgets.look.theme import look
from widgets.look.tokens import radius

_SHADOW = 8
PANEL_MARGINS = QMargins(1, 1, 1, 1 + _SHADOW)
"""Margins for the layout of a :class:`Dialog`: its line, and its shadow at the bottom."""
_HEAD = 64
"""px at the top by which the dialog is moved."""


class Scrim(QWidget):
    """Dims a window while a dialog is open over it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        window.installEventFilter(self)
        self.setGeometry(window.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the window."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dimming."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().color("surface.scrim"))
        painter.end()


class Dialog(QDialog):
    """A modal dialog without a frame of the system's: it needs a title and a way to close of its own.

    Give its layout :data:`PANEL_MARGINS`.  Esc rejects; the upper 64 px move it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scrim: Scrim | None = None
        self.setWindowFlags(Qt.WindowType.Dialog)
        round_corners(self, radius("dialog"), _SHADOW)
        self.setWindowModality(Qt.WindowModality.WindowModal)

    def showEvent(self, event: QShowEvent) -> None:
        """Dim the window behind and stand in its middle."""
        super().showEvent(event)
        parent = self.parentWidget()
        if parent is None:
            return
        window = parent.window()
        if self._scrim is None:
            self._scrim = Scrim(window)
        self._scrim.raise_()
        self._scrim.show()
        place = QRect(QPoint(0, 0), self.size())
        place.moveCenter(window.mapToGlobal(QPoint(window.width() // 2, window.height() // 2)))
        room = self.screen().availableGeometry()
        place.moveTop(max(room.top(), min(place.top(), room.bottom() - place.height())))
        place.moveLeft(max(room.left(), min(place.left(), room.right() - place.width())))
        self.move(place.topLeft())

    def hideEvent(self, event: QHideEvent) -> None:
        """Light up the window behind."""
        super().hideEvent(event)
        if self._scrim is not None:
            self._scrim.hide()
            self._scrim.deleteLater()
            self._scrim = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The head moves the dialog."""
        handle = self.windowHandle()
        if event.button() == Qt.MouseButton.LeftButton and event.position().y() < _HEAD and handle is not None:
            handle.startSystemMove()
        else:
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The panel and its shadow."""
        painter = QPainter(self)
        panel = QRectF(self.rect()).adjusted(0, 0, 0, -_SHADOW)
        paint.flat_shadow(painter, panel, radius("dialog"))
        paint.outlined(painter, panel, radius("dialog"), fill="surface.panel", line="line.strong")
        painter.end()
