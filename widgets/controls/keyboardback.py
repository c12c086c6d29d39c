"""Who pressed a button that then goes is where they were: the keyboard goes back, not on to the next control."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class KeyboardBack(QObject):
    """Knows what had the keyboard before it came into ``place``, a widget whose parts come and go."""

    def __init__(self, place: QWidget) -> None:
        super().__init__(place)
        self._place = place
        self._before: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def leave(self, part: QWidget) -> None:
        """``part`` of the place goes, or cannot be used any more: call this before."""
        now = QApplication.focusWidget()
        if now is None or not (now is part or part.isAncestorOf(now)):
            return
        before = self._before
        if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _moved(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is None or old is None or not isValid(old) or not isValid(self._place):
            return
        inside = self._place.isAncestorOf(now)
        if inside and not self._place.isAncestorOf(old) and old.window() is now.window():
            self._before = old
