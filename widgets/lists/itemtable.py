"""The table of every note."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QMenu, QWidget

from model.i18n import translate
from model.kinds import ITEM_KINDS
from widgets.lists.columns import Arrangement
from widgets.lists.itemmodel import ItemTable
from widgets.lists.marks import mark_of
from widgets.lists.menus import add_entry
from widgets.lists.model import Column
from widgets.lists.table import ListTableView
from widgets.look.fonts import sized_font

_ROUND, _MARK = 16, 18
"""px round the words of a cell, and of a sign before them."""


class ItemTableView(ListTableView):
    """Shows an :class:`ItemTable`."""

    LEAST: ClassVar[dict[str, int]] = {"number": 70, "text": 200, "phase": 110, "tags": 96}
    FIRST: ClassVar[tuple[str, ...]] = ("number", "text")

    edits_wanted = Signal(object)
    """(menu): what can be done with the chosen cards is to be put in it."""

    def __init__(self, table: ItemTable, arrangement: Arrangement | None = None, parent: QWidget | None = None) -> None:
        super().__init__(table, arrangement, parent)

    def least_width(self, column: Column) -> int:
        """Kinds and choices, of which there are a few, are read whole."""
        titles = [choice.title for choice in column.choices] if column.type == "choice" else []
        if column.type == "kind":
            titles = [kind.title for kind in ITEM_KINDS.values()]
        if not titles:
            return super().least_width(column)
        metrics = QFontMetrics(sized_font(13, 400))
        return max(metrics.horizontalAdvance(title) for title in titles) + _ROUND + (_MARK if mark_of(column) else 0)

    def fill_row_menu(self, menu: QMenu, index: QModelIndex) -> None:
        """A new note; what can be done with those that are chosen."""
        add_entry(menu, translate("Lists", "New note"), self.add_wanted.emit)
        if not index.isValid():
            return
        menu.addSeparator()
        self.edits_wanted.emit(menu)
        menu.addSeparator()
        self.add_usual(menu, index)

    def names(self) -> tuple[str, str]:
        """What the list is called, and its keys, for screen readers."""
        return (
            translate("Lists", "List of all notes"),
            self.keys_in_words(),
        )
