"""The rows of a list: what is seen of them, which columns, where the keyboard is and what is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from widgets.lists.arranging import ColumnArranger
from widgets.lists.cellpaint import ROW, CellPainter
from widgets.lists.columns import NARROWEST, WIDEST, Arrangement
from widgets.lists.frozen import HEADER, FrozenHeader, FrozenTable, paint_edge
from widgets.lists.model import Column, Index, ListTable
from widgets.look.theme import look

_Flag = QItemSelectionModel.SelectionFlag


class ListHeader(FrozenHeader):
    """Names of columns; a click sorts up, then down, then as the map has them; dragged, a column goes elsewhere."""

    menu_wanted = Signal(int, object)
    """(column, place on the screen): its menu is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.movable: Callable[[int], bool] = lambda _place: True
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFixedHeight(HEADER)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumSectionSize(NARROWEST)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Columns that stay first are not dragged."""
        self.setSectionsMovable(self.movable(self.column_at(event.position().toPoint().x())))
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the column."""
        self.menu_wanted.emit(self.column_at(event.pos().x()), event.globalPos())


class RowsView(FrozenTable):
    """Shows the rows of a :class:`ListTable` in columns that the user arranges."""

    LEAST: ClassVar[dict[str, int]] = {}
    """px by type of column, below which its words say too little."""
    FIRST: ClassVar[tuple[str, ...]] = ("text",)
    """The columns by which one knows a row: they stand first, and stay when the others are scrolled sideways."""

    current_moved = Signal()
    """Other rows are chosen, or the keyboard is elsewhere."""

    def __init__(self, table: ListTable[Any], arrangement: Arrangement, parent: QWidget | None = None) -> None:
        self.list_header = header = ListHeader()
        super().__init__(header, parent)
        self.table = table
        self._at: tuple[str, int, str] = ("", 0, "")
        """The row (its id and place) and column of the keyboard, for when rows are shown anew."""
        self._ids: list[str] = []
        self._restoring = False
        self.setProperty("flat", True)
        self._looks = CellPainter(table)
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
        self._pointed: tuple[int, int] | None = None
        """Row and column under the pointer."""
        self.setModel(table)
        self.columns = ColumnArranger(self, table, self.FIRST, self.least_width, arrangement)
        # A heading is not shown as chosen; without a choice of its own Qt asks every cell of its column to know that.
        for bar in (self.horizontalHeader(), self.verticalHeader()):
            bar.setSelectionModel(QItemSelectionModel(table, bar))
        table.modelReset.connect(self._restore)  # after the view itself has forgotten its rows
        table.modelReset.connect(self.forget_cells)
        table.dataChanged.connect(self.forget_cells)
        table.rows_changed.connect(self.columns.arrange)
        table.rows_changed.connect(self._stay_in_sight)
        look().theme_changed.connect(self._forget_colors)
        header.setStretchLastSection(True)
        header.movable = self.columns.movable
        self.columns.arrange()

    def shown_places(self) -> list[int]:
        """The places of the columns that are shown, in the order of the table."""
        return sorted(self.columns.shown())

    def least_width(self, column: Column) -> int:
        """px below which a column's words say too little."""
        return self.LEAST.get(column.type, 72)

    def sizeHintForColumn(self, place: int) -> int:
        """px of the widest words: a double click on the edge of a heading makes the column so wide."""
        column = self.table.columns[place]
        return min(self._looks.widest(column), WIDEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: other columns."""
        self.columns.holds_still(True)
        super().resizeEvent(event)
        self.columns.holds_still(False)
        self.columns.arrange()

    # -- painting --------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows that are seen, each cell once; Qt's own way asks a delegate that asks the table for all of it."""
        area = event.rect()
        first = max(self.rowAt(area.top()), 0)
        last = self.rowAt(area.bottom())
        last = len(self.table.lines) - 1 if last < 0 else last
        painter = QPainter(self.viewport())
        chosen = self._chosen_between(first, last)
        here = self.currentIndex() if self.hasFocus() or self.viewport().hasFocus() else QModelIndex()
        focused = (here.row(), here.column())
        wide, frozen = self.viewport().width(), self.frozen_width
        tops = [(row, self.rowViewportPosition(row)) for row in range(first, last + 1)]
        end = min(wide, self.horizontalHeader().length() - self.horizontalHeader().offset())
        for row, top in tops:
            self._looks.paint_ground(painter, QRect(0, top, end, ROW), chosen=row in chosen)
        shown = [(place, self.columnViewportPosition(place), self.columnWidth(place)) for place in self.columns.shown()]
        rest = [at for at in shown if at[0] not in self.stays and at[1] <= area.right() and at[1] + at[2] > area.left()]
        if self.stays:
            painter.setClipRect(frozen, 0, wide - frozen, self.viewport().height())
        self._paint_cells(painter, tops, rest, focused)
        if self.stays:
            painter.setClipping(False)
            stays = [
                (place, self._header.frozen_left(place), width) for place, _, width in shown if place in self.stays
            ]
            if area.left() < frozen:
                self._paint_cells(painter, tops, stays, focused)
            if self._header.offset():
                paint_edge(painter, frozen, self.viewport().height())
        painter.end()

    def _paint_cells(
        self,
        painter: QPainter,
        tops: Sequence[tuple[int, int]],
        places: Sequence[tuple[int, int, int]],
        focused: tuple[int, int],
    ) -> None:
        for row, top in tops:
            for place, left, width in places:
                rect = QRect(left, top, width, ROW)
                pointed = (row, place) in (self._pointed, focused)
                menu = pointed and self.table.opens(self.table.index(row, place)) in ("menu", "card")
                self._looks.paint_cell(painter, rect, row, place, menu=menu)
                if (row, place) == focused:
                    self._looks.paint_ring(painter, rect)

    def _chosen_between(self, first: int, last: int) -> set[int]:
        chosen = self.selectionModel().selection()
        parts = [chosen.at(at) for at in range(chosen.size())]
        return {row for part in parts for row in range(max(part.top(), first), min(part.bottom(), last) + 1)}

    def forget_cells(self, *_: object) -> None:
        """Rows say something else, or in another language."""
        self._looks.forget()
        self.viewport().update()

    def _forget_colors(self) -> None:
        self._looks.forget_colors()
        self.viewport().update()

    def _point_at(self, place: QPoint | None) -> None:
        """The pointer is over another cell, or over none."""
        index = self.indexAt(place) if place is not None else QModelIndex()
        pointed = (index.row(), index.column()) if index.isValid() else None
        if pointed != self._pointed:
            for cell in (self._pointed, pointed):
                if cell is not None:
                    self.update(self.table.index(*cell))
            self._pointed = pointed

    def viewportEvent(self, event: QEvent) -> bool:
        """Follow the pointer."""
        if event.type() in (QEvent.Type.Leave, QEvent.Type.HoverLeave):
            self._point_at(None)
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._point_at(event.position().toPoint())
        return super().viewportEvent(event)

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
            self._ids = list(ids)
            return
        at = self.table.row_of(current)
        index = self.table.index(at if at >= 0 else rows[0], self._seen(self.currentIndex().column()))
        self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        self.selectionModel().select(self._rows(rows), _Flag.ClearAndSelect | _Flag.Rows)
        self._ids = list(ids)  # those that a filter hides are chosen again when it shows them
        self.scrollTo(index)

    def _seen(self, column: int) -> int:
        """A column, or the first one where that is not shown."""
        return column if column >= 0 and not self.isColumnHidden(column) else next(iter(self.columns.shown()), 0)

    def _stay_in_sight(self) -> None:
        """Where the column of the keyboard is gone, it goes to the nearest one that is seen, in the same row."""
        here = self.currentIndex()
        if not here.isValid() or not self.isColumnHidden(here.column()):
            return
        place = self.horizontalHeader().visualIndex
        near = min(self.columns.shown(), key=lambda other: abs(place(other) - place(here.column())), default=0)
        self.selectionModel().setCurrentIndex(self.table.index(here.row(), near), _Flag.NoUpdate)

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
        wanted = [each for each in self._ids if self.table.line_of(each) is not None]
        chosen = [place for each in wanted if (place := self.table.row_of(each)) >= 0]
        gone = self.table.line_of(row_id) is None
        self._restoring = True
        try:
            index = self.table.index(found if found >= 0 else min(row, count - 1), column)
            if gone:
                self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
                wanted = self.chosen_ids()
            else:  # what a filter hides stays chosen, and is so again when it is shown
                self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
                self.selectionModel().select(self._rows(chosen), _Flag.ClearAndSelect | _Flag.Rows)
        finally:
            self._restoring = False
        self._ids = wanted
        if gone or found >= 0:
            self._at = (self.table.lines[index.row()].id, index.row(), self.table.columns[column].id)
        if gone:
            self.current_moved.emit()
