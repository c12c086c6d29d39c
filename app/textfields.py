"""The text field that has the keyboard: undo, cut, copy and paste of the menus are for it then."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

Field = QLineEdit | QPlainTextEdit | QTextEdit

COMMANDS = ("undo", "redo", "cut", "copy", "paste", "select_all")
"""The commands that a text field takes for itself."""


MAP_UNDO = "undoesTheMap"
"""The property of a field in which undo and redo mean the map where the text has nothing to take back."""


def taken_by(field: Field) -> dict[str, bool]:
    """The commands that ``field`` takes for itself now, and whether each does something in it."""
    can = {command: field_can(field, command) for command in COMMANDS}
    if field.property(MAP_UNDO) and not (can["undo"] or can["redo"]):
        del can["undo"], can["redo"]
    return can


def focused_field(window: QWidget) -> Field | None:
    """The text field of ``window`` that has the keyboard and can be written in."""
    widget = window.focusWidget()  # also while a menu is open
    if isinstance(widget, Field) and not widget.isReadOnly():
        return widget
    return None


def field_can(field: Field, command: str) -> bool:
    """Whether a command of :data:`COMMANDS` does something in ``field`` now."""
    if command == "paste":
        return bool(QApplication.clipboard().text())
    if command == "select_all":
        return bool(field.text() if isinstance(field, QLineEdit) else field.toPlainText())
    if isinstance(field, QLineEdit):
        states = {"undo": field.isUndoAvailable(), "redo": field.isRedoAvailable()}
        return states.get(command, field.hasSelectedText())
    document = field.document()
    states = {"undo": document.isUndoAvailable(), "redo": document.isRedoAvailable()}
    return states.get(command, field.textCursor().hasSelection())


def run_in_field(field: Field, command: str) -> None:
    """Do a command of :data:`COMMANDS` in ``field``."""
    acts: dict[str, Callable[[], None]] = {
        "undo": field.undo,
        "redo": field.redo,
        "cut": field.cut,
        "copy": field.copy,
        "paste": field.paste,
        "select_all": field.selectAll,
    }
    acts[command]()
