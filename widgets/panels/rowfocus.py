"""Rows of a panel that get the keyboard: who comes by Tab stands on one of them."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView


def came_by_key(view: QAbstractItemView, event: QFocusEvent) -> bool:
    """Whether the keyboard came by Tab, to be shown then; the first row is current where none was, and not chosen."""
    if event.reason() not in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
        return False
    if not view.currentIndex().isValid() and view.model().rowCount():
        view.selectionModel().setCurrentIndex(view.model().index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
    view.viewport().update()
    return True
