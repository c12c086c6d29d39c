"""What is half typed in a field of a panel goes to the journal each second, as what is typed on the map does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from widgets.panels.field_texts import TextField
from widgets.panels.fields import AddField, LineField, WordField

DRAFT_MS = 700
"""How often a half-typed text is looked at."""


class FieldDrafts(QObject):
    """Tells of what is half typed in a panel: only the field with the keyboard can hold that.

    ``tell`` gets the field's key (:func:`model.files.drafts.field_key`) and its text, and ("", "") once that is kept
    or given up.
    """

    def __init__(self, panel: QWidget, tell: Callable[[str, str], object]) -> None:
        super().__init__(panel)
        self._panel, self._tell = panel, tell
        self._told = ("", "")
        self._timer = QTimer(self, interval=DRAFT_MS)
        self._timer.timeout.connect(self._look)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._panel.isAncestorOf(now):
            self._look()
            self._timer.start()
        elif self._timer.isActive():
            self._look()
            self._timer.stop()

    def _look(self) -> None:
        told = self._half_typed()
        if told != self._told:
            self._told = told
            self._tell(*told)

    def _half_typed(self) -> tuple[str, str]:
        widget = QApplication.focusWidget()
        while widget is not None and widget is not self._panel:
            if isinstance(widget, LineField | TextField | WordField | AddField):
                if widget.draft_of is None or not widget.dirty:
                    break
                key = widget.draft_of()
                return (key, widget.half_typed()) if key else ("", "")
            widget = widget.parentWidget()
        return "", ""
