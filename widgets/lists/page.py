"""The List view of a map: the list of its actions under a row of filters."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from model.actionlist import cards_for_actions
from model.i18n import translate
from widgets.bridge import SessionBridge
from widgets.controls.empty import EmptyState
from widgets.controls.labels import Surface
from widgets.lists.chooser import CardChooser
from widgets.lists.filters import FilterRow
from widgets.lists.model import ActionTable
from widgets.lists.table import ActionTableView
from widgets.selection import Selection

COMMANDS = ("copy", "select_all")
"""What of the window's commands the list does itself."""


class ListPage(Surface):
    """The action list of one window.

    What is chosen is shared with the map: the rows' cards are chosen there, and a card chosen elsewhere brings the
    keyboard to its first row.
    """

    map_wanted = Signal(str)
    """(card id, "" for none) shall be shown on the map."""
    toast = Signal(str, bool)
    """(sentence, whether undo takes it back)."""

    def __init__(self, bridge: SessionBridge, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__("raised", parent=parent)
        self._bridge, self._selection = bridge, selection
        self._telling = False
        self.model = ActionTable(bridge, self)
        self.filters = FilterRow(self.model)
        self.table = ActionTableView(self.model)
        self.empty = EmptyState("list", "")
        self._empty_add = self.empty.add_button(lambda: translate("Lists", "New action"), self.ask_and_add)
        self._empty_map = self.empty.add_button(
            lambda: translate("Lists", "To the map"), lambda: self.map_wanted.emit("")
        )
        self._empty_all = self.empty.add_button(lambda: translate("Lists", "Show all"), self._show_all)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.table)
        self._middle.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self._middle, 1)
        self.chooser: CardChooser | None = None
        self._moving = ""
        self.filters.add_wanted.connect(self.ask_and_add)
        self.table.add_wanted.connect(self.add_here)
        self.table.remove_wanted.connect(self.remove)
        self.table.card_wanted.connect(self.ask_and_move)
        self.table.map_wanted.connect(self.map_wanted)
        self.table.copied.connect(lambda count: self.toast.emit(translate("Lists", "%n row(s) copied", n=count), False))
        self.table.current_moved.connect(self._tell_selection)
        self.model.rows_changed.connect(self._show_what)
        selection.changed.connect(self._follow_selection)
        bridge.changed.connect(lambda *_: self._show_what())
        self._show_what()

    # -- what it shows ---------------------------------------------------------------------------------------

    def _show_what(self) -> None:
        """The table, or what could be there and how to begin."""
        if self.model.lines:
            self._middle.setCurrentWidget(self.table)
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
        self._middle.setCurrentWidget(self.empty)

    def _show_all(self) -> None:
        self.filters.show_all()
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Put the keyboard in the list, on the first row where it was nowhere."""
        if not self.model.lines:
            for button in (self._empty_add, self._empty_map, self._empty_all):
                if not button.isHidden():
                    button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.table.currentIndex().isValid():
            card = self._selection.current if self._selection.kind == "cards" else None
            if card is None or not self.table.go_to_card(card):
                self.table.go_to(self.model.lines[0].action.id, "text")
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what is chosen --------------------------------------------------------------------------------------

    def _tell_selection(self) -> None:
        """Choose the rows' cards for the map and the inspector."""
        if self._telling or not self.isVisible():
            return
        actions = self._bridge.document.action_table
        cards = [actions[i].item_id for i in self.table.chosen_actions() if i in actions]
        if not cards:
            return
        current = actions.get(self.table.current_action())
        self._telling = True
        try:
            self._selection.choose_cards(cards, current.item_id if current else None)
        finally:
            self._telling = False

    def _follow_selection(self) -> None:
        """A card was chosen elsewhere."""
        if self._telling or not self.isVisible() or len(self._selection.cards) != 1:
            return
        self._telling = True
        try:
            self.table.go_to_card(self._selection.cards[0])
        finally:
            self._telling = False

    def showEvent(self, event: QShowEvent) -> None:
        """Look whether another day has come, and where the map's choice stands."""
        super().showEvent(event)
        self.model.rows_changed.emit()
        self._follow_selection()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing stays half typed, and no question open."""
        super().hideEvent(event)
        if self.chooser is not None:
            self.chooser.close_palette()

    def event(self, event: QEvent) -> bool:
        """Insert is a new action in the filters as well, not a note on the map."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _inserts(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See :meth:`event`; the table has its own keys."""
        if _inserts(event):
            self.add_here()
        else:
            super().keyPressEvent(event)

    # -- edits -----------------------------------------------------------------------------------------------

    def commit_edit(self) -> bool:
        """Take what is half typed; False where it cannot be taken."""
        return self.table.commit()

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
        here = actions.get(self._moving) or actions.get(self.table.current_action())
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
            self._middle.setCurrentWidget(self.table)
            self.table.setFocus()
            self.table.open_cell(self.table.currentIndex())

    def remove(self, action_ids: list[str]) -> None:
        """Remove actions, with the way back."""
        if not action_ids or not self.table.commit():
            return
        row = min(self.model.row_of(action_id) for action_id in action_ids)
        count = self.model.remove(action_ids)
        if count:
            if self.model.lines:
                self.table.go_to(self.model.lines[min(max(row, 0), len(self.model.lines) - 1)].action.id)
            self.toast.emit(translate("Lists", "%n action(s) deleted", n=count), True)
            self.take_keyboard()

    # -- commands of the window ------------------------------------------------------------------------------

    def run(self, command: str) -> None:
        """Do one of :data:`COMMANDS`.  Raises KeyError for another."""
        acts: dict[str, Callable[[], object]] = {"copy": self.table.copy, "select_all": self.table.selectAll}
        acts[command]()


def _inserts(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() == Qt.Key.Key_Insert and not held
