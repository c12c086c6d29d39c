"""The action list of a map: its actions under a row of filters."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from model.actionlist import cards_for_actions
from model.i18n import translate
from widgets.bridge import SessionBridge
from widgets.lists.actionfilters import FilterRow
from widgets.lists.actionmodel import ActionTable
from widgets.lists.actiontable import ActionTableView
from widgets.lists.chooser import CardChooser
from widgets.lists.columns import Arrangement
from widgets.lists.page import ListPage
from widgets.selection import Selection


class ActionPage(ListPage):
    """The actions of one window's map."""

    def __init__(
        self,
        bridge: SessionBridge,
        selection: Selection,
        columns: Arrangement | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.model = ActionTable(bridge)
        self.filters = FilterRow(self.model)
        super().__init__(bridge, selection, self.model, self.filters, ActionTableView(self.model, columns), parent)
        self.model.setParent(self)
        self._empty_add = self.empty.add_button(lambda: translate("Lists", "New action"), self.ask_and_add)
        self._empty_map = self.empty.add_button(
            lambda: translate("Lists", "To the map"), lambda: self.map_wanted.emit("")
        )
        self._empty_all = self.empty.add_button(lambda: translate("Lists", "Show all"), self._show_all)
        self._moving = ""
        self.filters.add_wanted.connect(self.ask_and_add)
        self.table.card_wanted.connect(self.ask_and_move)
        bridge.changed.connect(lambda *_: self.show_what())
        self.show_what()

    # -- what it shows ---------------------------------------------------------------------------------------

    def show_what(self) -> None:
        """The table, or what could be there and how to begin."""
        if self.model.lines:
            self.show_table(True)
            return
        able = bool(cards_for_actions(self._bridge.document))
        hidden = self.model.total > 0
        if hidden:
            self.empty.set_texts(lambda: translate("Lists", "No action answers this filter."))
        elif able:
            self.empty.set_texts(
                lambda: translate("Lists", "No actions yet"),
                lambda: translate("Lists", "Give a solution its first action: who does what, and when?"),
            )
        else:
            self.empty.set_texts(
                lambda: translate("Lists", "No solutions yet"),
                lambda: translate("Lists", "Put a solution on the map. Its actions come here."),
            )
        self._empty_all.setVisible(hidden)
        self._empty_add.setVisible(able and not hidden)
        self._empty_map.setVisible(not able and not hidden)
        self.show_table(False)

    def _show_all(self) -> None:
        self.filters.show_all()
        self.take_keyboard()

    def ways_on(self) -> list[QWidget]:
        """What the empty state offers."""
        return [self._empty_add, self._empty_map, self._empty_all]

    # -- edits -----------------------------------------------------------------------------------------------

    def add_here(self) -> None:
        """A new action of the card where the keyboard is, after that row; else ask for the card."""
        index = self.table.currentIndex()
        if not index.isValid() or not self.table.commit():
            self.ask_and_add()
            return
        action = self.model.lines[index.row()].action
        siblings = [row.id for row in self._bridge.document.actions_of[action.item_id]]
        after = siblings[siblings.index(action.id) + 1 :]
        self._add(action.item_id, after[0] if after else None)

    def ask_and_add(self) -> None:
        """Ask for the solution, and give it a new action."""
        if not self.table.commit():
            return
        cards = cards_for_actions(self._bridge.document)
        if not cards:
            self.toast.emit(translate("Lists", "Put a solution on the map. Its actions come here."), False)
            return
        if len(cards) == 1:
            self._add(cards[0].id)
            return
        self._moving = ""
        self._ask()

    def ask_and_move(self, action_id: str) -> None:
        """Ask for another card for an action."""
        self._moving = action_id
        self._ask()

    def _ask(self) -> None:
        if self.chooser is None:
            self.chooser = CardChooser(self.window())
            self.chooser.command_chosen.connect(self._chosen)
        actions = self._bridge.document.action_table
        here = actions.get(self._moving) or actions.get(self.table.current_id())
        first = here.item_id if here else (self._selection.current or "")
        self.chooser.ask(cards_for_actions(self._bridge.document), first)

    def _chosen(self, card_id: str) -> None:
        if self._moving:
            row = self.model.row_of(self._moving)
            if row >= 0:
                self.model.setData(self.model.index(row, self.model.column_of("card")), card_id)
                self.table.go_to(self._moving)
            self.table.setFocus()
        else:
            self._add(card_id)

    def _add(self, card_id: str, before: str | None = None) -> None:
        made = self.model.add(card_id, before)
        if made and self.table.go_to(made, "text"):
            self.show_table(True)
            self.table.setFocus()
            self.table.open_cell(self.table.currentIndex())

    def remove(self, action_ids: list[str]) -> None:
        """Remove actions, with the way back."""
        if not action_ids or not self.table.commit():
            return
        row = min(self.model.row_of(action_id) for action_id in action_ids)
        count = self.model.remove(action_ids)
        if count:
            self.go_on_at(row)
            self.toast.emit(translate("Lists", "%n action(s) deleted", n=count), True)
            self.take_keyboard()
