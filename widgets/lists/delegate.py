"""How cells look and how a field opens in them: rows of 32 px on hairlines, signs beside words.

A field takes what was typed when it is left (Enter, Tab, a click elsewhere); Esc leaves the cell as it was.  A day that
is none keeps its field open: nothing that was typed is thrown away.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from shiboken6 import isValid

from widgets.lists.editors import Cell, DayCell, NameCell, ParsedCell, TagsCell, TextCell
from widgets.lists.marks import mark_of
from widgets.lists.model import LINE, Column, Index, table_of
from widgets.lists.values import PARSED
from widgets.look import paint
from widgets.look.fonts import sized_font
from widgets.look.icons import paint_icon
from widgets.look.theme import look

ROW = 32
CHEVRON = 24
"""px at the end of a cell where a click opens its menu."""
_PAD = 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_POINTED = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)
_CELLS = (TextCell, NameCell, DayCell, ParsedCell)
_Hint = QAbstractItemDelegate.EndEditHint


@lru_cache(maxsize=8192)
def _cut(text: str, width: int, weight: int) -> str:
    """``text`` with an ellipsis where it is wider than ``width`` px; kept, since every scroll asks for it again."""
    return QFontMetrics(sized_font(13, weight)).elidedText(text, Qt.TextElideMode.ElideRight, width)


class CellDelegate(QStyledItemDelegate):
    """Paints the cells of a list and makes their fields."""

    tabbed = Signal(int)
    """Tab (1) or Shift+Tab (-1) took a field: the next one is wanted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.field: Cell | None = None
        """The field that is open."""

    # -- painting --------------------------------------------------------------------------------------------

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One row high."""
        return QSize(60, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground, what the cell says, and the hairline below."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        table = table_of(index)
        column, line = table.columns[index.column()], index.data(LINE)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, look().color("surface.selected" if chosen else "surface.raised"))
        closed, late = table.closed(line), table.late(column, line)
        ink = "state.danger" if late else "ink.2" if closed else "ink.1"
        left = float(rect.left() + _PAD)
        mark = mark_of(column)
        if mark is not None:
            left += mark(painter, column, line, QPointF(left, rect.center().y()), ink)
        elif late:
            place = QRectF(left, rect.center().y() - 6, 14, 14)
            paint_icon(painter, "alert-triangle", place, look().color("state.danger"))
            left += 20
        opens = bool(state & _POINTED) and table.opens(index) in ("menu", "card")
        room = rect.right() - left - (CHEVRON if opens else _PAD - 3)
        words = QRect(round(left), rect.top(), round(room), rect.height() - 1)
        weight = 500 if (column.id == "text" or late) and not closed else 400
        painter.setFont(sized_font(13, weight))
        text = str(index.data() or "")
        if column.id == "text" and closed and table.crossed_out(line):
            font = painter.font()
            font.setStrikeOut(True)
            painter.setFont(font)
        painter.setPen(look().color(ink))
        painter.drawText(words, _MIDDLE, _cut(text, words.width(), weight))
        if opens:
            place = QRectF(rect.right() - CHEVRON, rect.top(), CHEVRON - 4, rect.height() - 1)
            paint.chevron(painter, place, "down", look().color("ink.2"), 14)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look().color("line.hair"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setClipping(False)
            ring = QRectF(rect).adjusted(1, 1, -1, -2)
            paint.outlined(painter, ring, 4, line="focus.ring", width=2)
        painter.restore()

    # -- fields ----------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The field of a cell."""
        table = table_of(index)
        column = table.columns[index.column()]
        field = self.field = self._field(parent, column, index)
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
        if isinstance(editor, _CELLS) and not editor.property("filled"):
            editor.setProperty("filled", True)
            editor.show_value(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Keep what was typed."""
        if isinstance(editor, TagsCell):
            model.setData(index, editor.tags())
        elif isinstance(editor, _CELLS):
            try:
                value = editor.value()
            except ValueError:
                return  # no day, no duration: the field says so and stays open
            model.setData(index, value)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over its cell; a text of several lines reaches over the rows below."""
        rect: QRect = option.rect
        least = 150 if isinstance(editor, DayCell) else 0
        editor.setGeometry(rect.x(), rect.y(), max(rect.width(), least), ROW)
        if isinstance(editor, TextCell):
            editor.resize(rect.width(), editor.minimumHeight())

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
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(watched, event)
        elif kind == QEvent.Type.FocusOut:
            self._focus_out(watched)
        return False

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
            self.field = None
            self.closeEditor.emit(field, _Hint.RevertModelCache)
        else:
            return False
        return True
