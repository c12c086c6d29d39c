"""What the lists that open over the window share: their rows and the view of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate

from widgets.look.fonts import ui_font
from widgets.look.theme import look

R = TypeVar("R")


class RowsModel(QAbstractListModel, Generic[R]):
    """The rows that are shown; who builds one says how they read."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shown: list[R] = []

    def show(self, rows: Iterable[R]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.shown = list(rows)
        self.endResetModel()

    def words(self, row: R) -> str:
        """What a row says."""
        raise NotImplementedError

    def said(self, row: R) -> str:
        """What a screen reader says of a row."""
        raise NotImplementedError

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's way
        """Top level only."""
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words; the delegate paints the row itself."""
        row = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.said(row)
        return None


def paint_heading(painter: QPainter, row: QRect, words: str) -> None:
    """A row that is a heading of those below it."""
    painter.setFont(ui_font("section"))
    painter.setPen(look().color("ink.2"))
    painter.drawText(row.adjusted(12, 8, -12, 0), Qt.AlignmentFlag.AlignVCenter, words)


def rows_view(model: QAbstractListModel, delegate: QStyledItemDelegate) -> QListView:
    """A view of ``model`` that leaves the keyboard to the field above it, and never scrolls sideways."""
    view = QListView()
    view.setProperty("flat", True)
    view.setModel(model)
    delegate.setParent(view)
    view.setItemDelegate(delegate)
    view.setMouseTracking(True)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return view
