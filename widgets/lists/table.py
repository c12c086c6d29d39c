"""The table of a list: a header that sorts, rows to choose, cells that are edited where they stand.

Keys: arrows, Home, End and Page keys go along the cells.  Enter, F2 or typing opens a cell; Space, too, where it is a
menu.  Insert adds a row, Delete removes the chosen ones, Ctrl+C copies them, Ctrl+A chooses all.  Ctrl+Up and Ctrl+Down
sort by the column of the keyboard, Ctrl+Backspace gives the order of the map again.  Digits give a cell of 1 to 5 its
number, and a feeling its score, as on the map.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QMenu, QTableView, QWidget

from model.i18n import translate
from widgets.controls.texts import language_changed, name_for_readers
from widgets.lists.columns import fitted
from widgets.lists.delegate import CHEVRON, ROW, CellDelegate
from widgets.lists.menus import add_entry, fill_choices
from widgets.lists.model import Column, Index, ListTable

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HEADER = 34
_LEVELS: dict[str, int] = {"scale": 0, "feeling": -3, "aimed": -3}
"""Types of cells that take a digit of 1 to 5, and what is added to it."""
_CTRL = Qt.KeyboardModifier.ControlModifier
_Flag = QItemSelectionModel.SelectionFlag


class ListHeader(QHeaderView):
    """Names of columns; a click sorts up, then down, then as the map has them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFixedHeight(_HEADER)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumSectionSize(60)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)


class ListTableView(QTableView):
    """Shows a :class:`ListTable`."""

    LEAST: ClassVar[dict[str, int]] = {}
    """px by type of column, below which its words say too little."""

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
    current_moved = Signal()
    """Other rows are chosen, or the keyboard is elsewhere."""

    def __init__(self, table: ListTable[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self._at: tuple[str, int, str] = ("", 0, "")
        """The row (its id and place) and column of the keyboard, for when rows are shown anew."""
        self._ids: list[str] = []
        self._restoring = False
        self.setProperty("flat", True)
        self.cells = CellDelegate(self)
        self.setItemDelegate(self.cells)
        self.cells.tabbed.connect(self._open_next)
        self.setHorizontalHeader(ListHeader(self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setMinimumSectionSize(ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self._wanted: dict[str, int] = {}
        """The width of each column where there is room; one that the user has drawn keeps what it got."""
        self._drawn: set[str] = set()
        self._fitting = False
        self.setModel(table)
        # A heading is not shown as chosen; without a choice of its own Qt asks every cell of its column to know that.
        for bar in (self.horizontalHeader(), self.verticalHeader()):
            bar.setSelectionModel(QItemSelectionModel(table, bar))
        table.modelReset.connect(self._restore)  # after the view itself has forgotten its rows
        table.rows_changed.connect(self._show_columns)
        header = self.horizontalHeader()
        header.sectionResized.connect(self._section_drawn)
        header.setStretchLastSection(True)
        header.sectionClicked.connect(self._heading_clicked)
        self._show_columns()
        self.doubleClicked.connect(self.open_cell)
        self.retranslate()

    def _show_columns(self) -> None:
        """Show the columns that are wanted, as wide as the room allows."""
        for place, column in enumerate(self.table.columns):
            self.setColumnHidden(place, not self.table.shows(column))
        self._fit_columns()

    def shown_places(self) -> list[int]:
        """The places of the columns that are shown."""
        return [place for place in range(len(self.table.columns)) if not self.isColumnHidden(place)]

    def _fit_columns(self) -> None:
        """Let every column be seen without scrolling sideways, as far as its heading and the usual words allow."""
        header, columns = self.horizontalHeader(), self.table.columns
        shown = self.shown_places()
        wanted = [
            self._wanted.get(
                columns[place].id,
                max(columns[place].width, self.least_width(columns[place]), header.sectionSizeHint(place)),
            )
            for place in shown
        ]
        least = [
            want
            if columns[place].id in self._drawn
            else max(self.least_width(columns[place]), header.sectionSizeHint(place))
            for place, want in zip(shown, wanted, strict=True)
        ]
        self._fitting = True
        try:
            for place, width in zip(shown, fitted(wanted, least, self.viewport().width()), strict=True):
                self.setColumnWidth(place, width)
        finally:
            self._fitting = False

    def least_width(self, column: Column) -> int:
        """px below which a column's words say too little."""
        return self.LEAST.get(column.type, 72)

    def _section_drawn(self, place: int, _old: int, width: int) -> None:
        shown = self.shown_places()
        if not self._fitting and width and shown and place != shown[-1]:  # the last one only fills what is left
            column = self.table.columns[place].id
            self._wanted[column] = width
            self._drawn.add(column)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: other columns."""
        self._fitting = True  # what Qt stretches now was not drawn by the user
        super().resizeEvent(event)
        self._fitting = False
        self._fit_columns()

    # -- where one is ----------------------------------------------------------------------------------------

    def current_id(self) -> str:
        """The id of the row where the keyboard is; "" for none."""
        index = self.currentIndex()
        return self.table.lines[index.row()].id if index.isValid() else ""

    def chosen_ids(self) -> list[str]:
        """The ids of the chosen rows, from top to bottom."""
        return [self.table.lines[row].id for row in self._chosen_rows()]

    def _chosen_rows(self) -> list[int]:
        # Not selectedRows(), which asks for the flags of every cell: rows are always chosen whole.
        chosen = self.selectionModel().selection()
        ranges = [chosen.at(place) for place in range(chosen.size())]
        rows = {row for part in ranges for row in range(part.top(), part.bottom() + 1)}
        return sorted(row for row in rows if row < len(self.table.lines))

    def meant_ids(self, index: Index) -> list[str]:
        """The rows that a choice in a cell is for: all the chosen ones, where that column is meant so, else its own."""
        own = self.table.lines[index.row()].id
        chosen = self.chosen_ids()
        return chosen if own in chosen and self.table.spreads(self.table.columns[index.column()]) else [own]

    def go_to(self, row_id: str, column_id: str = "") -> bool:
        """Put the keyboard on a row; False when it is not shown."""
        row = self.table.row_of(row_id)
        if row < 0:
            return False
        wanted = self.table.column_of(column_id) if column_id else self.currentIndex().column()
        index = self.table.index(row, self._seen(wanted))
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
        self.scrollTo(index)
        return True

    def go_to_card(self, card_id: str) -> bool:
        """Put the keyboard on the first row of a card, unless it is on one of them."""
        here = self.currentIndex()
        if here.isValid() and self.table.lines[here.row()].card.id == card_id:
            return True
        line = next((line for line in self.table.lines if line.card.id == card_id), None)
        return line is not None and self.go_to(line.id)

    def choose_rows(self, ids: Sequence[str], current: str) -> None:
        """Choose several rows; the keyboard goes to ``current``.  Those that are not shown are left out."""
        rows = [row for row_id in ids if (row := self.table.row_of(row_id)) >= 0]
        if not rows:
            self.clearSelection()
            return
        at = self.table.row_of(current)
        index = self.table.index(at if at >= 0 else rows[0], self._seen(self.currentIndex().column()))
        self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        self.selectionModel().select(self._rows(rows), _Flag.ClearAndSelect | _Flag.Rows)
        self.scrollTo(index)

    def _seen(self, column: int) -> int:
        """A column, or the first one where that is not shown."""
        return column if column >= 0 and not self.isColumnHidden(column) else next(iter(self.shown_places()), 0)

    def _rows(self, rows: Sequence[int]) -> QItemSelection:
        found = QItemSelection()
        ordered = sorted(rows)
        first = 0
        for place, row in enumerate(ordered):
            if place + 1 == len(ordered) or ordered[place + 1] != row + 1:
                found.select(self.table.index(ordered[first], 0), self.table.index(row, 0))
                first = place + 1
        return found

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Remember where the keyboard is, for when rows come and go."""
        super().currentChanged(current, previous)
        if current.isValid() and not self._restoring:
            column = self.table.columns[current.column()].id
            self._at = (self.table.lines[current.row()].id, current.row(), column)
        self.current_moved.emit()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell which rows are chosen."""
        super().selectionChanged(selected, deselected)
        if not self._restoring:
            self._ids = self.chosen_ids()
            self.current_moved.emit()

    def _restore(self) -> None:
        """Back to the row where the keyboard was, or the one that took its place, and to what was chosen."""
        row_id, row, column_id = self._at
        count = len(self.table.lines)
        found = self.table.row_of(row_id)
        if not count or (found < 0 and not row_id):
            return
        columns = [column.id for column in self.table.columns]
        column = columns.index(column_id) if column_id in columns else 0
        chosen = [place for each in self._ids if (place := self.table.row_of(each)) >= 0]
        self._restoring = True
        try:
            index = self.table.index(found if found >= 0 else min(row, count - 1), column)
            if found < 0 or len(chosen) < 2:
                self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
            else:
                self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
                self.selectionModel().select(self._rows(chosen), _Flag.ClearAndSelect | _Flag.Rows)
        finally:
            self._restoring = False
        self._ids = self.chosen_ids()
        self._at = (self.table.lines[index.row()].id, index.row(), self.table.columns[column].id)
        self.current_moved.emit()

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
        places = sorted(self.shown_places(), key=self.horizontalHeader().visualIndex)
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

    # -- sorting ---------------------------------------------------------------------------------------------

    def sort_by(self, column: Column | None, *, turned: bool = False) -> None:
        """Sort, and show by what."""
        self.commit()
        self.table.sort_rows(column, turned=turned)
        header = self.horizontalHeader()
        header.setSortIndicatorShown(column is not None)
        if column is not None:
            order = Qt.SortOrder.DescendingOrder if turned else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(self.table.column_of(column.id), order)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

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
            order = sorted(self.shown_places(), key=self.horizontalHeader().visualIndex)
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
            )
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
        elif held == _CTRL and key in _ENTER and index.isValid():
            self.map_wanted.emit(self.table.lines[index.row()].card.id)
        elif key == Qt.Key.Key_Insert and not held:
            self.add_wanted.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not held:
            self.remove_wanted.emit(self.chosen_ids())
        elif (key in (*_ENTER, Qt.Key.Key_F2) and not held) or alt_down:
            self.open_cell(index)
            if alt_down and self.cells.field is not None and column is not None and column.type == "date":
                self._open_calendar()
        elif not held and column is not None and column.type in _LEVELS and event.text() in tuple("12345"):
            if self.table.opens(index) and self.table.bridge.may_edit():
                self.table.change(self.meant_ids(index), column, int(event.text()) + _LEVELS[column.type])
        elif key == Qt.Key.Key_Space and index.isValid() and self.table.opens(index) in ("menu", "card"):
            self.open_cell(index)
        elif index.isValid() and self.table.opens(index) == "field" and _types(event):
            self.open_cell(index, event.text())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Typing writes in cells; it does not search them."""

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
        add_entry(
            menu, translate("Lists", "Sort by {column}").format(column=column.title), partial(self.sort_by, column)
        )
        if self.table.sorted_by is not None:
            add_entry(menu, translate("Lists", "Order of the map"), partial(self.sort_by, None))
        menu.addSeparator()
        add_entry(menu, translate("Lists", "Delete"), partial(self.remove_wanted.emit, ids))

    # -- words -----------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Name the table for screen readers."""
        name_for_readers(self, *self.names())
        name_for_readers(self.horizontalHeader(), translate("Lists", "Columns"))

    def names(self) -> tuple[str, str]:
        """What the list is called, and its keys, for screen readers."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
            self.viewport().update()
            self.horizontalHeader().viewport().update()
        super().changeEvent(event)


def _types(event: QKeyEvent) -> bool:
    """Whether a key is a letter and no command."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    return not held and bool(event.text()) and event.text().isprintable() and event.text() != " "
