"""The cross at the right of a button that takes off what the button shows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton

_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Cross(QObject):
    """Lets ``button`` be taken off by a click on its cross, by Delete and by Backspace; the button paints the cross.

    The cross is the right ``wide`` px of the button, to ``high`` px from its top (0: all of it).  One that is not
    ``shown`` takes nothing off, yet keeps Delete away from the window: what is chosen there was not meant.
    """

    pressed = Signal()
    """The user asked to take it off."""

    def __init__(self, button: QAbstractButton, wide: int, high: int = 0, *, shown: bool = True) -> None:
        super().__init__(button)
        self._button, self._wide, self._high, self._shown = button, wide, high, shown
        self._lit = False
        button.setMouseTracking(True)
        button.installEventFilter(self)

    @property
    def lit(self) -> bool:
        """Whether the mouse is over it."""
        return self._lit

    def holds(self, pos: QPoint) -> bool:
        """Whether a point of the button, in px, lies on the cross."""
        rect = self._button.rect()
        low_enough = not self._high or pos.y() <= self._high
        return self._shown and rect.contains(pos) and pos.x() >= rect.width() - self._wide and low_enough

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Light the cross; take the keys and the click that are for it."""
        kind = event.type()
        if kind == QEvent.Type.Leave:
            self._light(False)
        elif isinstance(event, QMouseEvent):
            return self._mouse(event)
        elif isinstance(event, QKeyEvent) and event.key() in _REMOVE:
            if kind == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if kind == QEvent.Type.KeyPress and self._shown:
                self.pressed.emit()
                return True
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        here = event.position().toPoint()
        if event.type() == QEvent.Type.MouseMove:
            self._light(self.holds(here))
        elif event.type() == QEvent.Type.MouseButtonRelease:
            pressed = event.button() == Qt.MouseButton.LeftButton and self._button.isDown()
            if pressed and self.holds(here):
                # The click is for the cross alone: the button itself was not pressed.
                self._button.setDown(False)
                self.pressed.emit()
                return True
        return False

    def _light(self, on: bool) -> None:
        self._lit = on
        self._button.update()
