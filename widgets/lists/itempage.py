"""The list of every note of a map."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from model.finding import Filter
from model.i18n import translate
from widgets.bridge import SessionBridge
from widgets.filters.state import MapFilter
from widgets.lists.chooser import CardChooser
from widgets.lists.columns import Arrangement
from widgets.lists.itemfilters import ItemFilterRow
from widgets.lists.itemmodel import ItemTable
from widgets.lists.itemtable import ItemTableView
from widgets.lists.page import ListPage
from widgets.panels.quick_edits import fill_quick_edits
from widgets.selection import Selection


class ItemPage(ListPage):
    """Every note of one window's map.  It shows what the window's filter lets through; the map fades the rest."""

    columns_changed = Signal(object)
    """(group of columns -> shown): what the user wants."""

    def __init__(
        self,
        bridge: SessionBridge,
        selection: Selection,
        state: MapFilter,
        wishes: dict[str, bool],
        columns: Arrangement | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.model = ItemTable(bridge, wishes)
        table = ItemTableView(self.model, columns)
        self.filters = ItemFilterRow(bridge, self.model, table.columns, state)
        super().__init__(bridge, selection, self.model, self.filters, table, parent)
        self.model.setParent(self)
        self._state = state
        self._wanted = Filter()
        self._hanging = ""
        self._empty_add = self.empty.add_button(lambda: translate("Lists", "New note"), self.add_here)
        self._empty_all = self.empty.add_button(lambda: translate("Lists", "Show all"), self._show_all)
        self.filters.add_wanted.connect(self.add_here)
        self.filters.wished.connect(lambda: self.columns_changed.emit(dict(self.model.wishes)))
        self.table.card_wanted.connect(self.ask_and_hang)
        table.edits_wanted.connect(self._offer_edits)
        state.changed.connect(self._look)
        self._look()
        self.show_what()

    # -- what it shows ---------------------------------------------------------------------------------------

    def _look(self) -> None:
        """Show what the window looks for."""
        state = self._state
        anew = state.wanted != self._wanted
        self._wanted = state.wanted
        self.model.set_found(frozenset(state.found) if state.active else None, anew=anew)

    def show_what(self) -> None:
        """The table, or how to begin."""
        if self.model.lines:
            self.show_table(True)
            return
        hidden = self.model.total > 0
        if hidden:
            self.empty.set_texts(lambda: translate("Lists", "No note fits this filter."))
        else:
            self.empty.set_texts(
                lambda: translate("Lists", "No notes yet"),
                lambda: translate("Lists", "Write the first one here, or on the map."),
            )
        self._empty_all.setVisible(hidden)
        self._empty_add.setVisible(not hidden)
        self.show_table(False)

    def _show_all(self) -> None:
        self._state.clear()
        self.take_keyboard()

    def ways_on(self) -> list[QWidget]:
        """What the empty state offers."""
        return [self._empty_add, self._empty_all]

    def follow(self, cards: tuple[str, ...], current: str) -> None:
        """Choose the rows of these cards."""
        if set(self.table.chosen_ids()) != set(cards) or self.table.current_id() != current:
            self.table.choose_rows(cards, current)

    # -- edits -----------------------------------------------------------------------------------------------

    def add_here(self) -> None:
        """A new note after the one where the keyboard is; without one, in the inbox."""
        if not self.table.commit():
            return
        made = self.model.add(self.table.current_id())
        if made and self.table.go_to(made, "text"):
            self.show_table(True)
            self.table.setFocus()
            self.table.open_cell(self.table.currentIndex())

    def remove(self, row_ids: list[str]) -> None:
        """Delete notes, with the way back."""
        if not row_ids or not self.table.commit():
            return
        row = min(self.model.row_of(row_id) for row_id in row_ids)
        count = self.model.remove(row_ids)
        if count:
            self.go_on_at(row)
            self.toast.emit(translate("Canvas", "%n note(s) deleted", n=count), True)
            self.take_keyboard()

    def _offer_edits(self, menu: QMenu) -> None:
        """What can be said of all chosen notes, in the menu of a row."""
        fill_quick_edits(menu, self._bridge, self._selection, self.toast.emit)

    def ask_and_hang(self, card_id: str) -> None:
        """Ask on which touchpoint a card hangs."""
        document = self._bridge.document
        hosts = [card for card in (*document.placed, *document.inbox, *document.parking) if card.kind == "touchpoint"]
        if not hosts:
            self.toast.emit(translate("Lists", "There is no touchpoint yet to attach it to."), False)
            return
        if self.chooser is None:
            self.chooser = CardChooser(
                self.window(), lambda: translate("Lists", "Which touchpoint? One it is attached to lets it go")
            )
            self.chooser.command_chosen.connect(self._hang)
        self._hanging = card_id
        now = document.targets.get(card_id, ())
        self.chooser.ask(hosts, now[0].id if now else "", {host.id for host in now})

    def _hang(self, touchpoint_id: str) -> None:
        self.model.hang(self._hanging, touchpoint_id)
        self.table.setFocus()
