"""The table of the action list."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QMenu, QWidget

from model.fields import STATUSES
from model.i18n import translate
from widgets.lists.actionmodel import ActionTable
from widgets.lists.columns import Arrangement
from widgets.lists.menus import add_entry
from widgets.lists.table import ListTableView


class ActionTableView(ListTableView):
    """Shows an :class:`ActionTable`."""

    LEAST: ClassVar[dict[str, int]] = {"text": 150, "card": 116, "status": 104, "phase": 84, "date": 100}
    FIRST: ClassVar[tuple[str, ...]] = ("status", "text")

    def __init__(
        self, table: ActionTable, arrangement: Arrangement | None = None, parent: QWidget | None = None
    ) -> None:
        self._actions = table
        super().__init__(table, arrangement, parent)

    def fill_row_menu(self, menu: QMenu, index: QModelIndex) -> None:
        """A new action; the status, the card and the end of those that are chosen."""
        add_entry(menu, translate("Lists", "New action"), self.add_wanted.emit)
        if not index.isValid():
            return
        line = self.table.lines[index.row()]
        ids = self.chosen_ids() or [line.id]
        states = menu.addMenu(translate("Lists", "Status"))
        for choice in STATUSES:
            add_entry(states, choice.title, partial(self._actions.set_status, ids, choice.id))
        add_entry(menu, translate("Lists", "Move to another solution…"), partial(self.card_wanted.emit, line.id))
        self.add_usual(menu, index)

    def names(self) -> tuple[str, str]:
        """What the list is called, and its keys, for screen readers."""
        return (
            translate("Lists", "Action list"),
            self.keys_in_words(),
        )
