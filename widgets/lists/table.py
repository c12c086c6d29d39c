"""The table of a list: a header that sorts, rows to choose, cells that are edited where they stand.

Keys: arrows, Home, End and Page keys go along the cells.  Enter or typing opens a cell to replace what it says, F2 to
go on behind it, as on the map and in the line; Space opens it, too, where it is a menu.  Typing in a column that is not
written in goes to the next row that begins so there.  Insert adds a row, Delete removes the chosen ones, Ctrl+C copies
them, Ctrl+A chooses all.  Ctrl+Up and Ctrl+Down sort by the column of the keyboard, Ctrl+Backspace gives the order of
the map again.  Ctrl+Shift+Left and Right move the column, Alt+Shift+Left and Right make it narrower and wider.  Digits
give a cell of 1 to 5 its number, and a feeling its score, as on the map.
"""

from __future__ import annotations

import string
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from model.i18n import translate
from widgets.controls.texts import language_changed, name_for_readers
from widgets.lists.arranging import STEP
from widgets.lists.cellpaint import CHEVRON
from widgets.lists.columns import Arrangement
from widgets.lists.delegate import CellDelegate
from widgets.lists.menus import add_entry, fill_choices
from widgets.lists.model import Column, ListTable
from widgets.lists.rowsview import RowsView
from widgets.lists.typeahead import TypeAhead

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEVELS: dict[str, int] = {"scale": 0, "feeling": -3, "aimed": -3}
"""Types of cells that take a digit of 1 to 5, and what is added to it."""
_CTRL, _SHIFT, _ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_Flag = QItemSelectionModel.SelectionFlag


class ListTableView(RowsView):
    """Shows a :class:`ListTable`."""

    add_wanted = Signal()
    """A row is wanted (Insert)."""
    remove_wanted = Signal(list)
    """(ids of rows) shall go."""
    card_wanted = Signal(str)
    """(id of a row) shall belong to another card: ask which."""
    map_wanted = Signal(str)
    """(card id) shall be shown on the map."""
    copied = Signal(int)
    """So many rows are on the clipboard."""
    told = Signal(str)
    """A sentence that says what a key did, where that is not plain to hear."""

    def __init__(
        self, table: ListTable[Any], arrangement: Arrangement | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(table, arrangement or Arrangement(), parent)
        self._typed = TypeAhead()
        self.cells = CellDelegate(self)
        self.setItemDelegate(self.cells)
        self.cells.tabbed.connect(self._open_next)
        self.list_header.sectionClicked.connect(self._heading_clicked)
        self.list_header.menu_wanted.connect(self._heading_menu)
        self.doubleClicked.connect(self.open_cell)
        self._half: tuple[str, str, str] | None = None
        """The row and column (ids) of a field that rows were shown anew under, and what was half typed there."""
        table.modelAboutToBeReset.connect(self._keep_half_typed)
        table.modelReset.connect(self._go_on_typing)
        table.modelReset.connect(self._show_order)
        self.retranslate()

    # -- cells -----------------------------------------------------------------------------------------------

    def open_cell(self, index: QModelIndex, typed: str = "") -> None:
        """Edit a cell: a field, a menu, or the question which card; ``typed`` is the key that began it."""
        opens = self.table.opens(index) if index.isValid() else ""
        if opens and not self.table.bridge.may_edit():
            return
        if opens == "field":
            self.edit(index)
            if typed and self.cells.field is not None:
                self.cells.field.begin(typed)
        elif opens == "menu":
            menu = self.cell_menu(index)
            place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            menu.popup(place)
        elif opens == "card":
            self.card_wanted.emit(self.table.lines[index.row()].id)

    def _open_next(self, by: int) -> None:
        """Open the field after (or before) the one that was left, in the next row after the last; menus are skipped."""
        here = self.currentIndex()
        if not here.isValid():
            return
        places = self.columns.shown()
        at = here.row() * len(places) + places.index(here.column())
        while True:
            at += by
            row, place = divmod(at, len(places))
            if not 0 <= row < len(self.table.lines):
                return
            index = self.table.index(row, places[place])
            if self.table.opens(index) == "field":
                break
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
        self.scrollTo(index)
        self.open_cell(index)

    def cell_menu(self, index: QModelIndex) -> QMenu:
        """The menu of a cell of choices."""
        column, line = self.table.columns[index.column()], self.table.lines[index.row()]
        menu = QMenu(self)
        menu.setObjectName("cellMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name_for_readers(menu, column.title)
        ids = self.meant_ids(index)
        fill_choices(menu, self.table.entries(column, line, ids), partial(self.table.change, ids, column))
        return menu

    def commit(self) -> bool:
        """Take what is half typed; False where it cannot be taken."""
        return self.cells.commit()

    def _keep_half_typed(self) -> None:
        """Rows are shown anew, and their fields go: keep what is half typed."""
        index, text = self.currentIndex(), self.cells.half_typed()
        if text is not None and index.isValid():
            self._half = (self.table.lines[index.row()].id, self.table.columns[index.column()].id, text)
        self.cells.leave()

    def _go_on_typing(self) -> None:
        """Open the field again; of a row that is gone, say what was typed."""
        half, self._half = self._half, None
        if half is None:
            return
        row_id, column_id, text = half
        if self.go_to(row_id, column_id):
            self.open_cell(self.currentIndex())
            self.cells.go_on(text)
        else:
            self.told.emit(translate("Lists", "The row is gone. You were typing: {text}").format(text=text))

    # -- sorting ---------------------------------------------------------------------------------------------

    def sort_by(self, column: Column | None, *, turned: bool = False) -> None:
        """Sort, and show by what."""
        self.commit()
        self.table.sort_rows(column, turned=turned)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _show_order(self) -> None:
        """Show by what rows are sorted, at the heading that its column has now."""
        header = self.horizontalHeader()
        column, turned = self.table.sorted_by or (None, False)
        places = {other.id: place for place, other in enumerate(self.table.columns)}
        header.setSortIndicatorShown(column is not None and column.id in places)
        if column is not None and column.id in places:
            order = Qt.SortOrder.DescendingOrder if turned else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(places[column.id], order)

    def _heading_clicked(self, place: int) -> None:
        column = self.table.columns[place]
        now = self.table.sorted_by
        if now is None or now[0].id != column.id:
            self.sort_by(column)
        elif not now[1]:
            self.sort_by(column, turned=True)
        else:
            self.sort_by(None)

    # -- rows ------------------------------------------------------------------------------------------------

    def copy(self) -> int:
        """Put the chosen rows on the clipboard, with tabs between the cells; how many."""
        rows = self._chosen_rows()
        if rows:
            order = self.columns.shown()
            QApplication.clipboard().setText(self.table.as_tsv(rows, order))
            self.copied.emit(len(rows))
        return len(rows)

    # -- keys and mouse --------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keys of the list go before the commands of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._own(event):
            event.accept()
            return True
        return super().event(event)

    @staticmethod
    def _own(event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == _CTRL:
            return key in (
                Qt.Key.Key_C,
                Qt.Key.Key_A,
                Qt.Key.Key_Up,
                Qt.Key.Key_Down,
                Qt.Key.Key_Backspace,
                Qt.Key.Key_Return,
                Qt.Key.Key_Home,
                Qt.Key.Key_End,
            )
        if held in (_CTRL | _SHIFT, _ALT | _SHIFT):
            return key in _SIDEWAYS or (held == _CTRL | _SHIFT and key in _ENDS)
        return not held and key in (
            Qt.Key.Key_Insert,
            Qt.Key.Key_Delete,
            Qt.Key.Key_Backspace,
            Qt.Key.Key_F2,
            *_ENTER,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the module."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        index = self.currentIndex()
        column = self.table.columns[index.column()] if index.isValid() else None
        alt_down = key == Qt.Key.Key_Down and held == Qt.KeyboardModifier.AltModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        elif held == _CTRL and key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and column is not None:
            self.sort_by(column, turned=key == Qt.Key.Key_Down)
        elif held == _CTRL and key == Qt.Key.Key_Backspace:
            self.sort_by(None)
        elif held in (_CTRL, _CTRL | _SHIFT) and key in _ENDS and self.table.lines:
            self._go_to_end(_ENDS[Qt.Key(key)], extend=held != _CTRL)
        elif held == _CTRL | _SHIFT and key in _SIDEWAYS and index.isValid():
            self.move_column(index.column(), _SIDEWAYS[Qt.Key(key)])
        elif held == _ALT | _SHIFT and key in _SIDEWAYS and index.isValid():
            self.columns.widen(index.column(), _SIDEWAYS[Qt.Key(key)] * STEP)
            self.scrollTo(index)
        elif held == _CTRL and key in _ENTER and index.isValid():
            self.map_wanted.emit(self.table.lines[index.row()].card.id)
        elif key == Qt.Key.Key_Insert and not held:
            self.add_wanted.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not held:
            self.remove_wanted.emit(self.chosen_ids())
        elif (key in (*_ENTER, Qt.Key.Key_F2) and not held) or alt_down:
            self.open_cell(index)
            if key == Qt.Key.Key_F2:
                self.cells.caret_to_end()
            if alt_down and self.cells.field is not None and column is not None and column.type == "date":
                self._open_calendar()
        elif not held and column is not None and column.type in _LEVELS and event.text() in tuple("12345"):
            if self.table.opens(index) and self.table.bridge.may_edit():
                self.table.change(self.meant_ids(index), column, int(event.text()) + _LEVELS[column.type])
        elif (
            key == Qt.Key.Key_Space
            and index.isValid()
            and not self._typed.typing
            and self.table.opens(index) in ("menu", "card")
        ):
            self.open_cell(index)
        elif index.isValid() and self.table.opens(index) == "field" and _types(event):
            self.open_cell(index, event.text())
        else:
            super().keyPressEvent(event)

    def _go_to_end(self, at: int, *, extend: bool) -> None:
        """To the first (0) or the last row (-1), choosing every one on the way with ``extend``."""
        lines, here = self.table.lines, max(self.currentIndex().row(), 0)
        if extend:
            rows = lines[: here + 1] if at == 0 else lines[here:]
            self.choose_rows([line.id for line in rows], lines[at].id)
        else:
            self.go_to(lines[at].id, self.table.columns[self.columns.shown()[at]].id)

    def _opens_menu(self, index: QModelIndex) -> bool:
        return index.isValid() and self.table.opens(index) in ("menu", "card")

    def keyboardSearch(self, search: str) -> None:
        """Go to the next row that begins so in the column of the keyboard, where one does not write there."""
        index = self.currentIndex()
        if not index.isValid() or not search:
            return
        column = self.table.columns[index.column()]
        texts = [column.text(line) for line in self.table.lines]
        if column.type == "number":  # the letter before it is the same in every row
            if not search.isdecimal():
                return
            texts = [text.lstrip(string.ascii_letters) for text in texts]
        row = self._typed.find(search, texts, index.row(), index.column())
        if row >= 0:
            self.go_to(self.table.lines[row].id, column.id)

    def move_column(self, place: int, by: int) -> None:
        """Let a column change places with the one beside it, and say where it is now."""
        if self.columns.move(place, by):
            shown = self.columns.shown()
            sentence = translate("Lists", "{column} is column {place} of {count} now")
            self.told.emit(
                sentence.format(column=self.table.columns[place].title, place=shown.index(place) + 1, count=len(shown))
            )
            self.scrollTo(self.currentIndex())

    def _open_calendar(self) -> None:
        from widgets.lists.editors import DayCell

        if isinstance(self.cells.field, DayCell):
            self.cells.field.open_calendar()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the chevron of a cell opens its menu."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or event.modifiers() or not index.isValid():
            return
        end = self.visualRect(index).right()
        if self.table.opens(index) in ("menu", "card") and end - CHEVRON <= event.position().x() <= end:
            self.open_cell(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the chosen rows."""
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        if keyboard and index.isValid():
            place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        else:
            place = event.globalPos()
        self.row_menu(index).popup(place)

    def row_menu(self, index: QModelIndex) -> QMenu:
        """What can be done with the chosen rows, and with the column under the keyboard or the pointer."""
        menu = QMenu(self)
        menu.setObjectName("rowMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_row_menu(menu, index)
        return menu

    def fill_row_menu(self, menu: QMenu, index: QModelIndex) -> None:
        """Fill the menu of the chosen rows."""
        raise NotImplementedError

    def add_usual(self, menu: QMenu, index: QModelIndex) -> None:
        """What every list's menu ends with: show, copy, sort, delete."""
        line, column = self.table.lines[index.row()], self.table.columns[index.column()]
        ids = self.chosen_ids() or [line.id]
        add_entry(menu, translate("Lists", "Show on the map"), partial(self.map_wanted.emit, line.card.id))
        menu.addSeparator()
        add_entry(menu, translate("Lists", "Copy"), self.copy)
        menu.addSeparator()
        self._add_sorting(menu, column)
        of_column = menu.addMenu(translate("Lists", "Column"))
        self._add_arranging(of_column, index.column())
        menu.addSeparator()
        add_entry(menu, translate("Lists", "Delete"), partial(self.remove_wanted.emit, ids))

    def _add_sorting(self, menu: QMenu, column: Column) -> None:
        add_entry(
            menu, translate("Lists", "Sort by {column}").format(column=column.title), partial(self.sort_by, column)
        )
        if self.table.sorted_by is not None:
            add_entry(menu, translate("Lists", "Order of the map"), partial(self.sort_by, None))

    def _add_arranging(self, menu: QMenu, place: int) -> None:
        """What can be done with a column that is shown: where it stands, how wide it is."""
        shown, columns = self.columns.shown(), self.columns
        at = shown.index(place)
        for title, by in (
            (translate("Lists", "Move to the left"), -1),
            (translate("Lists", "Move to the right"), 1),
        ):
            able = columns.movable(place) and 0 <= at + by < len(shown) and columns.movable(shown[at + by])
            add_entry(menu, title, partial(self.move_column, place, by)).setEnabled(able)
        add_entry(menu, translate("Lists", "Wider"), partial(columns.widen, place, STEP))
        add_entry(menu, translate("Lists", "Narrower"), partial(columns.widen, place, -STEP))
        menu.addSeparator()
        add_entry(menu, translate("Lists", "Usual order and widths"), columns.usual).setEnabled(columns.arranged)

    def heading_menu(self, place: int) -> QMenu:
        """What can be done with a column, at its heading."""
        menu = QMenu(self)
        menu.setObjectName("headingMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add_sorting(menu, self.table.columns[place])
        menu.addSeparator()
        self._add_arranging(menu, place)
        return menu

    def _heading_menu(self, place: int, at: QPoint) -> None:
        if place >= 0:
            self.heading_menu(place).popup(at)

    # -- words -----------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Name the table for screen readers."""
        name_for_readers(self, *self.names())
        name_for_readers(self.horizontalHeader(), translate("Lists", "Columns"))

    def names(self) -> tuple[str, str]:
        """What the list is called, and its keys, for screen readers."""
        raise NotImplementedError

    @staticmethod
    def keys_in_words() -> str:
        """The keys that are not those of any list."""
        cells = translate("Lists", "Enter edits, Insert adds, Delete removes, Ctrl Up and Ctrl Down sort")
        columns = translate("Lists", "Ctrl Shift Left and Right move a column")
        return f"{cells}. {columns}"

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
            self.forget_cells()
            self.horizontalHeader().viewport().update()
        super().changeEvent(event)


def _types(event: QKeyEvent) -> bool:
    """Whether a key is a letter and no command."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    return not held and bool(event.text()) and event.text().isprintable() and event.text() != " "
