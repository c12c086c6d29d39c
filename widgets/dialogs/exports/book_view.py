"""The preview of the workbook: its sheets as tabs, each a table as a spreadsheet shows it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTabBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from model.draw.theme import load_theme
from model.i18n import translate
from widgets.controls.labels import PlainLabel
from widgets.controls.texts import language_changed, name_for_readers
from widgets.dialogs.exports.press import Book, Cell, SheetView
from widgets.look.fonts import sized_font
from widgets.look.theme import look

_CHARACTER = 7
"""px of a character in a column's width."""
_NARROW, _WIDE = 56, 260
_PX_PER_PT = 4 / 3
_LEAST_HEIGHT = 26
_CELL = Qt.ItemDataRole.UserRole


class _CellPainter(QStyledItemDelegate):
    """Paints cells as a spreadsheet does: white paper, whatever the theme, and the fills of the map."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The cell; the current one has a frame, for the keyboard."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        cell = index.data(_CELL)
        paper = load_theme("light")
        painter.save()
        painter.setClipRect(rect)
        fill, ink = (cell.fill, cell.ink) if isinstance(cell, Cell) else ("", "")
        painter.fillRect(rect, QColor(fill or paper.color("surface.raised")))
        painter.setPen(QColor(ink or paper.color("ink.1")))
        painter.setFont(sized_font(13, 600 if isinstance(cell, Cell) and cell.bold else 400))
        flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(rect.adjusted(7, 4, -6, -2), int(flags), str(index.data() or ""))
        painter.setPen(QPen(QColor(paper.color("line.hair")), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look().color("focus.ring"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()


class BookView(QWidget):
    """Shows a workbook that was made and read back.  It cannot be edited here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book: Book | None = None
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setDrawBase(False)
        self.tabs.currentChanged.connect(self._show_sheet)
        self.table = QTableWidget()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setItemDelegate(_CellPainter(self.table))
        self.table.horizontalHeader().hide()
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(30)
        self.state = PlainLabel("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.tabs)
        column.addWidget(self.table, 1)
        column.addWidget(self.state)
        self.retranslate()

    def show_book(self, book: Book) -> None:
        """Show a workbook; the tab stays where there is one of its name."""
        self._book = book
        before = self.tabs.tabText(self.tabs.currentIndex())
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for sheet in book.sheets:
            self.tabs.addTab(sheet.title.replace("&", "&&"))
        titles = [sheet.title for sheet in book.sheets]
        self.tabs.setCurrentIndex(titles.index(before) if before in titles else 0)
        self.tabs.blockSignals(False)
        self._show_sheet()

    def retranslate(self) -> None:
        """Name the parts for screen readers."""
        name_for_readers(self.tabs, translate("ExportDialog", "Sheets of the workbook"))
        name_for_readers(self.table, translate("ExportDialog", "Preview"))

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)

    def _show_sheet(self) -> None:
        if self._book is None or self.tabs.currentIndex() < 0:
            return
        sheet = self._book.sheets[self.tabs.currentIndex()]
        self.table.clear()
        self.table.setRowCount(len(sheet.cells))
        self.table.setColumnCount(len(sheet.widths))
        self.table.clearSpans()
        for row, cells in enumerate(sheet.cells):
            for column, cell in enumerate(cells):
                item = QTableWidgetItem(cell.text)
                item.setData(_CELL, cell)
                self.table.setItem(row, column, item)
            if len(cells) > 1 and cells[0].text and not any(cell.text or cell.fill for cell in cells[1:]):
                self.table.setSpan(row, 0, 1, len(cells))  # a text runs on over empty cells
            self.table.setRowHeight(row, max(_LEAST_HEIGHT, round(sheet.heights[row] * _PX_PER_PT)))
        for column, width in enumerate(sheet.widths):
            self.table.setColumnWidth(column, max(_NARROW, min(_WIDE, round(width * _CHARACTER))))
        self.table.setAccessibleDescription(sheet.title)
        self.state.set_source(lambda: _facts(sheet))


def _facts(sheet: SheetView) -> str:
    rows = translate("ExportDialog", "%n row(s)", n=sheet.rows)
    columns = translate("ExportDialog", "%n column(s)", n=sheet.columns)
    if sheet.rows > len(sheet.cells):
        shown = translate("ExportDialog", "the first %n are shown", n=len(sheet.cells))
        return f"{rows}, {columns} · {shown}"
    return f"{rows}, {columns}"
