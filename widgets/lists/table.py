"""The table of a list: a header that sorts, rows to choose, cells that are edited where they stand.

Keys: arrows, Home, End and Page keys go along the cells.  Enter, F2 or typing opens a cell; Space, too, where it is a
menu.  Insert adds a row, Delete removes the chosen ones, Ctrl+C copies them, Ctrl+A chooses all.  Ctrl+Up and Ctrl+Down
sort by the column of the keyboard, Ctrl+Backspace gives the order of the map again.  Digits give a cell of 1 to 5 its
number.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QMenu, QTableView, QWidget

from model.actionlist import ListColumn, status_icon, status_title
from model.fields import STATUSES
from model.i18n import translate
from widgets.controls.texts import language_changed, name_for_readers
from widgets.lists.columns import fitted
from widgets.lists.delegate import CHEVRON, OPENS, ROW, CellDelegate
from widgets.lists.model import ActionTable, Index
from widgets.look.icons import icon

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HEADER = 34
_EDITABLE = frozenset({"text", "suggest", "date"})
_LEAST = {"text": 150, "card": 116, "status": 104, "phase": 84, "date": 100}
"""px by type of column, below which its words say too little."""
_LEVELS = tuple("12345")
_MENUS = frozenset({"status", "choice", "scale"})
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


class ActionTableView(QTableView):
    """Shows an :class:`ActionTable`."""

    add_wanted = Signal()
    """A row is wanted (Insert)."""
    remove_wanted = Signal(list)
    """(ids of actions) shall go."""
    card_wanted = Signal(str)
    """(action id) shall belong to another card: ask which."""
    map_wanted = Signal(str)
    """(card id) shall be shown on the map."""
    copied = Signal(int)
    """So many rows are on the clipboard."""
    current_moved = Signal()
    """Other rows are chosen, or the keyboard is elsewhere."""

    def __init__(self, table: ActionTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self._at: tuple[str, int, int] = ("", 0, 0)
        """The action, row and column of the keyboard, for when rows are shown anew."""
        self._restoring = False
        self.setProperty("flat", True)
        self.cells = CellDelegate(self)
        self.setItemDelegate(self.cells)
        self.cells.tabbed.connect(self._open_next)
        self.setHorizontalHeader(ListHeader(self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setMinimumSectionSize(ROW)
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
        self.setModel(table)
        table.modelReset.connect(self._restore)  # after the view itself has forgotten its rows
        table.rows_changed.connect(self._show_columns)
        self._wanted = {place: column.width for place, column in enumerate(table.columns)}
        """The width of each column where there is room; one that the user has drawn keeps what it got."""
        self._drawn: set[int] = set()
        self._fitting = False
        header = self.horizontalHeader()
        header.sectionResized.connect(self._section_drawn)
        header.setStretchLastSection(True)
        header.sectionClicked.connect(self._heading_clicked)
        self._show_columns()
        self.doubleClicked.connect(self.open_cell)
        self.retranslate()

    def _show_columns(self) -> None:
        """Leave out what no card of the list says of itself; such things are first said in the inspector."""
        lines = self.table.every_line
        for place, column in enumerate(self.table.columns):
            unsaid = column.record == "card" and column.type in _MENUS
            self.setColumnHidden(place, unsaid and not any(column.text(line) for line in lines))
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Let every column be seen without scrolling sideways, as far as its heading and the usual words allow."""
        header, columns = self.horizontalHeader(), self.table.columns
        shown = [place for place in range(len(columns)) if not self.isColumnHidden(place)]
        wanted = [self._wanted[place] for place in shown]
        least = [
            want if place in self._drawn else max(_LEAST.get(columns[place].type, 72), header.sectionSizeHint(place))
            for place, want in zip(shown, wanted, strict=True)
        ]
        self._fitting = True
        try:
            for place, width in zip(shown, fitted(wanted, least, self.viewport().width()), strict=True):
                self.setColumnWidth(place, width)
        finally:
            self._fitting = False

    def _section_drawn(self, place: int, _old: int, width: int) -> None:
        last = max((p for p in range(len(self.table.columns)) if not self.isColumnHidden(p)), default=-1)
        if not self._fitting and width and place != last:  # the last one only fills what is left
            self._wanted[place] = width
            self._drawn.add(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: other columns."""
        self._fitting = True  # what Qt stretches now was not drawn by the user
        super().resizeEvent(event)
        self._fitting = False
        self._fit_columns()

    # -- where one is ----------------------------------------------------------------------------------------

    def current_action(self) -> str:
        """The action of the row where the keyboard is; "" for none."""
        index = self.currentIndex()
        return self.table.lines[index.row()].action.id if index.isValid() else ""

    def chosen_actions(self) -> list[str]:
        """The actions of the chosen rows, from top to bottom."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self.table.lines[row].action.id for row in rows if row < len(self.table.lines)]

    def go_to(self, action_id: str, column_id: str = "") -> bool:
        """Put the keyboard on an action's row; False when it is not shown."""
        row = self.table.row_of(action_id)
        if row < 0:
            return False
        column = self.table.column_of(column_id) if column_id else max(self.currentIndex().column(), 0)
        index = self.table.index(row, column)
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
        self.scrollTo(index)
        return True

    def go_to_card(self, card_id: str) -> bool:
        """Put the keyboard on the first row of a card, unless it is on one of them."""
        here = self.currentIndex()
        if here.isValid() and self.table.lines[here.row()].card.id == card_id:
            return True
        line = next((line for line in self.table.lines if line.card.id == card_id), None)
        return line is not None and self.go_to(line.action.id)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Remember where the keyboard is, for when rows come and go."""
        super().currentChanged(current, previous)
        if current.isValid() and not self._restoring:
            self._at = (self.table.lines[current.row()].action.id, current.row(), current.column())
        self.current_moved.emit()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell which rows are chosen."""
        super().selectionChanged(selected, deselected)
        if not self._restoring:
            self.current_moved.emit()

    def _restore(self) -> None:
        """Back to the row where the keyboard was, or the one that took its place."""
        action_id, row, column = self._at
        count = len(self.table.lines)
        found = self.table.row_of(action_id)
        if not count or (found < 0 and not action_id):
            return
        self._restoring = True
        try:
            index = self.table.index(found if found >= 0 else min(row, count - 1), column)
            self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
        finally:
            self._restoring = False
        self._at = (self.table.lines[index.row()].action.id, index.row(), column)
        self.current_moved.emit()

    # -- cells -----------------------------------------------------------------------------------------------

    def open_cell(self, index: QModelIndex, typed: str = "") -> None:
        """Edit a cell: a field, a menu, or the question which card; ``typed`` is the key that began it."""
        if not index.isValid():
            return
        column = self.table.columns[index.column()]
        if column.type in _EDITABLE:
            self.edit(index)
            if typed and self.cells.field is not None:
                self.cells.field.begin(typed)
        elif column.type in _MENUS:
            menu = self.cell_menu(index)
            place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            menu.popup(place)
        elif column.type == "card":
            self.card_wanted.emit(self.table.lines[index.row()].action.id)

    def _open_next(self, by: int) -> None:
        """Open the field after (or before) the one that was left, in the next row after the last; menus are skipped."""
        here = self.currentIndex()
        typed = [
            place
            for place, column in enumerate(self.table.columns)
            if column.type in _EDITABLE and not self.isColumnHidden(place)
        ]
        if not here.isValid():
            return
        at = here.row() * len(typed) + typed.index(here.column()) + by
        row, place = divmod(at, len(typed))
        if 0 <= row < len(self.table.lines):
            index = self.table.index(row, typed[place])
            self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
            self.open_cell(index)

    def cell_menu(self, index: QModelIndex) -> QMenu:
        """The menu of a cell of choices."""
        column, line = self.table.columns[index.column()], self.table.lines[index.row()]
        menu = QMenu(self)
        menu.setObjectName("cellMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name_for_readers(menu, column.title)
        now = self.table.data(index, Qt.ItemDataRole.EditRole)
        if column.type == "status":
            ids = self.chosen_actions() if len(self.chosen_actions()) > 1 else [line.action.id]
            for choice in STATUSES:
                entry = _entry(menu, choice.title, now == choice.id, partial(self.table.set_status, ids, choice.id))
                entry.setIcon(icon(status_icon(choice.id), 16, "ink.1"))
            return menu
        values: list[tuple[object, str]] = [(choice.id, choice.title) for choice in column.choices]
        if column.type == "scale":
            values = [(number, str(number)) for number in range(1, 6)]
        for value, title in values:
            _entry(menu, title, now == value, partial(self.table.setData, index, value))
        menu.addSeparator()
        none: object = None if column.type == "scale" else ""
        _entry(menu, translate("Lists", "Not said"), now == none, partial(self.table.setData, index, none))
        return menu

    def commit(self) -> bool:
        """Take what is half typed; False where it cannot be taken."""
        return self.cells.commit()

    # -- sorting ---------------------------------------------------------------------------------------------

    def sort_by(self, column: ListColumn | None, *, turned: bool = False) -> None:
        """Sort, and show by what."""
        self.commit()
        self.table.sort_rows(column, turned=turned)
        header = self.horizontalHeader()
        header.setSortIndicatorShown(column is not None)
        if column is not None:
            order = Qt.SortOrder.DescendingOrder if turned else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(self.table.columns.index(column), order)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _heading_clicked(self, place: int) -> None:
        column = self.table.columns[place]
        now = self.table.sorted_by
        if now is None or now[0] is not column:
            self.sort_by(column)
        elif not now[1]:
            self.sort_by(column, turned=True)
        else:
            self.sort_by(None)

    # -- rows ------------------------------------------------------------------------------------------------

    def copy(self) -> int:
        """Put the chosen rows on the clipboard, with tabs between the cells; how many."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        if rows:
            shown = [place for place in range(len(self.table.columns)) if not self.isColumnHidden(place)]
            order = sorted(shown, key=self.horizontalHeader().visualIndex)
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
            self.remove_wanted.emit(self.chosen_actions())
        elif (key in (*_ENTER, Qt.Key.Key_F2) and not held) or alt_down:
            self.open_cell(index)
            if alt_down and self.cells.field is not None and column is not None and column.type == "date":
                self._open_calendar()
        elif not held and column is not None and column.type == "scale" and event.text() in _LEVELS:
            self.table.setData(index, int(event.text()))
        elif key == Qt.Key.Key_Space and column is not None and column.type in (*_MENUS, "card"):
            self.open_cell(index)
        elif column is not None and column.type in _EDITABLE and _types(event):
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
        if self.table.columns[index.column()].type in OPENS and end - CHEVRON <= event.position().x() <= end:
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

        def add(text: str, run: Callable[[], object], into: QMenu = menu) -> None:
            into.addAction(text.replace("&", "&&")).triggered.connect(lambda _checked=False: run())

        add(translate("Lists", "New action"), self.add_wanted.emit)
        if not index.isValid():
            return menu
        line, column = self.table.lines[index.row()], self.table.columns[index.column()]
        ids = self.chosen_actions() or [line.action.id]
        states = menu.addMenu(translate("Lists", "Status"))
        for choice in STATUSES:
            add(status_title(choice.id), partial(self.table.set_status, ids, choice.id), states)
        add(translate("Lists", "Move to another solution…"), partial(self.card_wanted.emit, line.action.id))
        add(translate("Lists", "Show on the map"), partial(self.map_wanted.emit, line.card.id))
        menu.addSeparator()
        add(translate("Lists", "Copy"), self.copy)
        menu.addSeparator()
        add(translate("Lists", "Sort by {column}").format(column=column.title), partial(self.sort_by, column))
        if self.table.sorted_by is not None:
            add(translate("Lists", "Order of the map"), partial(self.sort_by, None))
        menu.addSeparator()
        add(translate("Lists", "Delete"), partial(self.remove_wanted.emit, ids))
        return menu

    # -- words -----------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Name the table for screen readers."""
        name_for_readers(
            self,
            translate("Lists", "Action list"),
            translate("Lists", "Enter edits, Insert adds, Delete removes, Ctrl Up and Ctrl Down sort"),
        )
        name_for_readers(self.horizontalHeader(), translate("Lists", "Columns"))

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


def _entry(menu: QMenu, title: str, on: bool, run: Callable[[], object]) -> QAction:
    """A choice in a menu; the one in use is ticked, and the keyboard begins there."""
    action = menu.addAction(title.replace("&", "&&"))
    action.setCheckable(True)
    action.setChecked(on)
    action.triggered.connect(lambda _checked=False: run())
    if on or menu.activeAction() is None:
        menu.setActiveAction(action)
    return action
