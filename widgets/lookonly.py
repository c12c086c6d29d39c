"""Keeps the text fields round a map that may only be looked at from taking text, which nothing could be done with.

What is pressed or dragged is refused by the session itself, with a sentence; a text would be typed first and lost then.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from widgets.bridge import SessionBridge

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QTextEdit

_GOES = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Escape,
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
    }
)
"""Keys that go about in a text, and those that do nothing by themselves."""


@cache
def _fields() -> tuple[type[QLineEdit], type[QPlainTextEdit], type[QTextEdit], type[QAbstractSpinBox]]:
    """What text is typed into; loaded when a map may only be looked at, which most start without."""
    from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QTextEdit

    return (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)


def _reads(event: QKeyEvent) -> bool:
    """Whether a key copies or chooses, which changes nothing."""
    from PySide6.QtGui import QKeySequence

    return event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.SelectAll)


class TypingGuard(QObject):
    """Watches the fields inside ``area`` while the map of ``bridge`` may only be looked at.

    Searching goes on: a :class:`~widgets.controls.search_field.SearchField` changes nothing.
    """

    def __init__(self, area: QWidget, bridge: SessionBridge) -> None:
        super().__init__(area)
        self._area = area
        self._bridge = bridge
        self._watching = False

    def refresh(self) -> None:
        """Begin or end, as the map is now."""
        wanted = self._bridge.session.refusal is not None
        app = QApplication.instance()
        if wanted == self._watching or app is None:
            return
        self._watching = wanted
        if wanted:
            app.installEventFilter(self)
        else:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key or a text of an input method away from a field, and say why."""
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.InputMethod) or not isinstance(watched, _fields()):
            return False
        from widgets.controls.search_field import SearchField

        if isinstance(watched, SearchField) or not self._area.isAncestorOf(watched) or watched.isReadOnly():
            return False
        if isinstance(event, QKeyEvent):
            if Qt.Key(event.key()) in _GOES or _reads(event):
                return False
        elif isinstance(event, QInputMethodEvent) and not (event.commitString() or event.preeditString()):
            return False
        return not self._bridge.may_edit()
