"""How cells look and how a field opens in them: rows of 32 px on hairlines, signs beside words.

A field takes what was typed when it is left (Enter, Tab, a click elsewhere); Esc leaves the cell as it was.  A day that
is none keeps its field open: nothing that was typed is thrown away.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from shiboken6 import isValid

from model.actionlist import ActionLine, ListColumn, status_icon, suggestions
from model.kinds import ITEM_KINDS
from widgets.lists.editors import Cell, DayCell, NameCell, TextCell
from widgets.lists.model import LINE, Index, table_of
from widgets.look import paint
from widgets.look.fonts import sized_font
from widgets.look.icons import paint_icon
from widgets.look.theme import look

ROW = 32
CHEVRON = 24
"""px at the end of a cell where a click opens its menu."""
OPENS = frozenset({"status", "choice", "scale", "card"})
"""Cells that are chosen from a menu or a list."""
_PAD = 8
_SIGN = 16
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STAYS = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason})
_Hint = QAbstractItemDelegate.EndEditHint


class CellDelegate(QStyledItemDelegate):
    """Paints the cells of an action list and makes their fields."""

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
        column, line = table.columns[index.column()], cast(ActionLine, index.data(LINE))
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(rect)
        ground = "surface.selected" if chosen else "surface.raised"
        painter.fillRect(rect, look().color(ground))
        closed = line.status in ("done", "dropped")
        ink = "ink.2" if closed else "ink.1"
        late = line.overdue(table.today)
        left = float(rect.left() + _PAD)
        if column.type == "status":
            mark = QRectF(left, rect.center().y() - _SIGN / 2 + 0.5, _SIGN, _SIGN)
            paint_icon(painter, status_icon(line.status), mark, look().color(ink))
            left += _SIGN + 8
        elif column.type == "card":
            left = self._card(painter, line, left, rect)
        elif column.type == "date" and late:
            paint_icon(
                painter, "alert-triangle", QRectF(left, rect.center().y() - 6, 14, 14), look().color("state.danger")
            )
            left += 20
            ink = "state.danger"
        opens = column.type in OPENS and bool(
            state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus)
        )
        room = rect.right() - left - (CHEVRON if opens else _PAD - 3)
        words = QRect(round(left), rect.top(), round(room), rect.height() - 1)
        strong = column.id == "text" or (column.type == "date" and late)
        painter.setFont(sized_font(13, 500 if strong and not closed else 400))
        text = str(index.data() or "")
        if column.id == "text" and line.status == "dropped":
            font = painter.font()
            font.setStrikeOut(True)
            painter.setFont(font)
        painter.setPen(look().color(ink))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), shown)
        if opens:
            mark = QRectF(rect.right() - CHEVRON, rect.top(), CHEVRON - 4, rect.height() - 1)
            paint.chevron(painter, mark, "down", look().color("ink.2"), 14)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look().color("line.hair"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setClipping(False)
            ring = QRectF(rect).adjusted(1, 1, -1, -2)
            paint.outlined(painter, ring, 4, line="focus.ring", width=2)
        painter.restore()

    @staticmethod
    def _card(painter: QPainter, line: ActionLine, left: float, rect: QRect) -> float:
        """The card's colour and the icon of its kind, before its number and text."""
        kind = ITEM_KINDS.get(line.card.kind)
        token = kind.token if kind else "note"
        chip = QRectF(left, rect.center().y() - 8, 17, 17)
        paint.outlined(painter, chip, 3, fill=f"note.{token}.fill", line=f"note.{token}.outline")
        if kind and kind.icon:
            ink = look().color(f"note.{token}.edge")
            paint_icon(painter, kind.icon, chip.adjusted(2.5, 2.5, -2.5, -2.5), ink)
        return left + 24

    # -- fields ----------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The field of a cell."""
        table = table_of(index)
        column = table.columns[index.column()]
        field = self.field = self._field(parent, column, index)
        if isinstance(field, DayCell):
            field.picked.connect(self._picked)
        return field

    def _field(self, parent: QWidget, column: ListColumn, index: Index) -> Cell:
        table = table_of(index)
        if column.type == "date":
            return DayCell(column.title, lambda: table.today, parent)
        if column.type == "suggest":
            return NameCell(column.title, suggestions(table.bridge.document, column.id), parent)
        return TextCell(column.title, parent)

    def _picked(self) -> None:
        if self.field is not None:
            self._close(self.field, _Hint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What the document says; what is half typed is never overwritten by a newer value."""
        if isinstance(editor, TextCell | NameCell | DayCell) and not editor.property("filled"):
            editor.setProperty("filled", True)
            editor.show_value(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Keep what was typed."""
        if isinstance(editor, TextCell | NameCell | DayCell):
            try:
                value = editor.value()
            except ValueError:
                return  # no day: the field says so and stays open
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
        if isinstance(field, DayCell) and not field.accepts():
            return False
        self.field = None  # first: taking the keyboard from the field would close it once more
        self.commitData.emit(field)
        self.closeEditor.emit(field, hint)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that leave a field."""
        if not isinstance(watched, TextCell | NameCell | DayCell):
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
