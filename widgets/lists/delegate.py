"""How a field opens in a cell of a list, and how it is left.

A field takes what was typed when it is left (Enter, Tab, a click elsewhere); Esc leaves the cell as it was.  A day that
is none keeps its field open: nothing that was typed is thrown away.
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QApplication,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from shiboken6 import isValid

from widgets.lists.cellpaint import ROW
from widgets.lists.editors import Cell, DayCell, NameCell, ParsedCell, TagsCell, TextCell
from widgets.lists.frozen import FrozenTable
from widgets.lists.model import Column, Index, table_of
from widgets.lists.values import PARSED

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CELLS = (TextCell, NameCell, DayCell, ParsedCell)
_OPENED = "opened"
"""The property of a field that says what stood in it before anybody typed."""
_Hint = QAbstractItemDelegate.EndEditHint


def typed_in(field: Cell) -> str:
    """What stands in a field, letter by letter."""
    return field.toPlainText() if isinstance(field, TextCell) else field.text()


class CellDelegate(QStyledItemDelegate):
    """Makes the fields of a list; what cells look like is :mod:`widgets.lists.cellpaint`."""

    tabbed = Signal(int)
    """Tab (1) or Shift+Tab (-1) took a field: the next one is wanted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.field: Cell | None = None
        """The field that is open."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One row high."""
        return QSize(60, ROW)

    # -- fields ----------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The field of a cell."""
        table = table_of(index)
        column = table.columns[index.column()]
        field = self.field = self._field(parent, column, index)
        field.setProperty("undoesTheMap", True)  # where nothing was typed, undo is for the edit before
        if isinstance(field, DayCell):
            field.picked.connect(self._picked)
        return field

    def _field(self, parent: QWidget, column: Column, index: Index) -> Cell:
        table = table_of(index)
        if column.type == "date":
            return DayCell(column.title, lambda: table.today, parent)
        if column.type == "suggest":
            return NameCell(column.title, table.suggestions(column), parent)
        if column.type == "tags":
            return TagsCell(column.title, table.suggestions(column), parent)
        if column.type in PARSED:
            parse, written = PARSED[column.type]
            return ParsedCell(column.title, parse, written, parent)
        return TextCell(column.title, parent)

    def _picked(self) -> None:
        if self.field is not None:
            self._close(self.field, _Hint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What the document says; what is half typed is never overwritten by a newer value."""
        if not isinstance(editor, _CELLS):
            return
        before = editor.property(_OPENED)
        if before is None or typed_in(editor) == before:
            editor.show_value(index.data(Qt.ItemDataRole.EditRole))
            editor.setProperty(_OPENED, typed_in(editor))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Keep what was typed; a field in which nobody wrote says nothing, whatever the document says by now."""
        if isinstance(editor, _CELLS) and typed_in(editor) == editor.property(_OPENED):
            return
        if isinstance(editor, TagsCell):
            model.setData(index, editor.tags())
        elif isinstance(editor, _CELLS):
            try:
                value = editor.value()
            except ValueError:
                return  # no day, no duration: the field says so and stays open
            model.setData(index, value)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over its cell, as far as that is not below the columns that stay; a text of several lines reaches over the
        rows below."""
        rect: QRect = option.rect
        view = self.parent()
        left = rect.x()
        if isinstance(view, FrozenTable) and index.column() not in view.stays:
            left = max(left, view.frozen_width)
        seen = rect.right() + 1 - left
        least = 150 if isinstance(editor, DayCell) and left == rect.x() else 0
        editor.setGeometry(left, rect.y(), max(seen, least, 0), ROW)
        if isinstance(editor, TextCell):
            editor.resize(max(seen, 0), editor.minimumHeight())

    def commit(self) -> bool:
        """Take what is typed in an open field; False where it cannot be taken."""
        if self.field is None or not isValid(self.field):
            return True
        return self._close(self.field, _Hint.NoHint)

    def _close(self, field: Cell, hint: QAbstractItemDelegate.EndEditHint) -> bool:
        if not field.accepts():
            return False
        self.field = None  # first: taking the keyboard from the field would close it once more
        self.commitData.emit(field)
        self.closeEditor.emit(field, hint)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that leave a field."""
        if not isinstance(watched, _CELLS):
            return False
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            if self._undoes_the_map(watched, event):
                self.leave()
                return True  # not accepted: the window's undo is meant
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(watched, event)
        elif kind == QEvent.Type.FocusOut:
            self._focus_out(watched)
        return False

    @staticmethod
    def _undoes_the_map(field: Cell, event: QKeyEvent) -> bool:
        """Whether it is a key for undo or redo, and there is nothing of that kind to do in the field."""
        text = field.document() if isinstance(field, TextCell) else field
        if event.matches(QKeySequence.StandardKey.Undo):
            return not text.isUndoAvailable()
        return event.matches(QKeySequence.StandardKey.Redo) and not text.isRedoAvailable()

    def half_typed(self) -> str | None:
        """What was typed in the open field; None where none is open, or nothing was typed."""
        field = self.field
        if field is None or not isValid(field) or typed_in(field) == field.property(_OPENED):
            return None
        return typed_in(field)

    def go_on(self, text: str) -> None:
        """Let the open field say what was half typed in one that is gone."""
        if isinstance(self.field, TextCell):
            self.field.begin(text)
        elif self.field is not None:
            self.field.setText(text)

    def caret_to_end(self) -> None:
        """Let one go on behind what stands in the open field."""
        if isinstance(self.field, TextCell):
            self.field.moveCursor(QTextCursor.MoveOperation.End)
        elif self.field is not None:
            self.field.end(False)

    def leave(self) -> None:
        """Close the field and leave the cell as it was."""
        field, self.field = self.field, None
        if field is not None and isValid(field):
            self.closeEditor.emit(field, _Hint.RevertModelCache)

    def _focus_out(self, field: Cell) -> None:
        if QApplication.activePopupWidget() is not None or field is not self.field:
            return
        now = QApplication.focusWidget()
        if now is None or not (now is field or field.isAncestorOf(now)):
            self._close(field, _Hint.NoHint)

    def _key(self, field: Cell, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if (
            isinstance(field, NameCell)
            and field.suggestions.is_open()
            and key not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        ):
            return False  # its own keys
        if key in _ENTER and (not held or not isinstance(field, TextCell)):
            self._close(field, _Hint.NoHint)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            if self._close(field, _Hint.NoHint):
                self.tabbed.emit(1 if key == Qt.Key.Key_Tab else -1)
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            return False
        return True
