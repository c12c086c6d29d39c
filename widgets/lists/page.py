"""What the list views of a map have in common: a table under a row of filters, sharing what is chosen with the map."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from model.i18n import translate
from widgets.bridge import SessionBridge
from widgets.controls.empty import EmptyState
from widgets.controls.labels import Surface
from widgets.lists.chooser import CardChooser
from widgets.lists.model import ListTable
from widgets.lists.table import ListTableView
from widgets.selection import Selection

COMMANDS = ("copy", "select_all")
"""What of the window's commands a list does itself."""


class ListPage(Surface):
    """A list of one window.

    What is chosen is shared with the map: the rows' cards are chosen there, and cards chosen elsewhere bring the
    keyboard to their rows.
    """

    map_wanted = Signal(str)
    """(card id, "" for none) shall be shown on the map."""
    toast = Signal(str, bool)
    """(sentence, whether undo takes it back)."""
    arranged = Signal(object)
    """(:class:`widgets.lists.columns.Arrangement`): the user left the columns so."""

    def __init__(
        self,
        bridge: SessionBridge,
        selection: Selection,
        model: ListTable[Any],
        filters: QWidget,
        table: ListTableView,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("raised", parent=parent)
        self._bridge, self._selection = bridge, selection
        self._telling = False
        self._model, self.table = model, table
        self.empty = EmptyState("list", "")
        self._middle = QStackedWidget()
        self._middle.addWidget(table)
        self._middle.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(filters)
        column.addWidget(self._middle, 1)
        self.chooser: CardChooser | None = None
        table.add_wanted.connect(self.add_here)
        table.remove_wanted.connect(self.remove)
        table.map_wanted.connect(self.map_wanted)
        table.copied.connect(lambda count: self.toast.emit(translate("Lists", "%n row(s) copied", n=count), False))
        table.told.connect(lambda sentence: self.toast.emit(sentence, False))
        table.columns.chosen.connect(self.arranged)
        table.current_moved.connect(self._tell_selection)
        model.rows_changed.connect(self.show_what)
        model.said.connect(self.toast)
        selection.changed.connect(self._follow_selection)

    # -- what subclasses say ---------------------------------------------------------------------------------

    def show_what(self) -> None:
        """Show the table, or what could be there and how to begin."""
        raise NotImplementedError

    def add_here(self) -> None:
        """A new row after the one where the keyboard is."""
        raise NotImplementedError

    def remove(self, row_ids: list[str]) -> None:
        """Remove rows, with the way back."""
        raise NotImplementedError

    def ways_on(self) -> list[QWidget]:
        """The buttons that show the way on where there is no row."""
        raise NotImplementedError

    # -- what it shows ---------------------------------------------------------------------------------------

    def show_table(self, shown: bool) -> None:
        """Show the table, or the empty state."""
        self._middle.setCurrentWidget(self.table if shown else self.empty)

    def take_keyboard(self) -> None:
        """Put the keyboard in the list, on the first row where it was nowhere."""
        if not self._model.lines:
            for button in self.ways_on():
                if not button.isHidden():
                    button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.table.currentIndex().isValid():
            card = self._selection.current if self._selection.kind == "cards" else None
            if card is None or not self.table.go_to_card(card):
                self.table.go_to(self._model.lines[0].id, "text")
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what is chosen --------------------------------------------------------------------------------------

    def _tell_selection(self) -> None:
        """Choose the rows' cards for the map and the inspector."""
        if self._telling or not self.isVisible():
            return
        lines = {row_id: line for row_id in self.table.chosen_ids() if (line := self._model.line_of(row_id))}
        if not lines:
            return
        current = lines.get(self.table.current_id())
        self._telling = True
        try:
            self._selection.choose_cards(
                [line.card.id for line in lines.values()], current.card.id if current else None
            )
        finally:
            self._telling = False

    def _follow_selection(self) -> None:
        """Cards were chosen elsewhere."""
        if self._telling or not self.isVisible() or not self._selection.cards:
            return
        if self.table.cells.half_typed() is not None:
            return  # an undo in another window chooses again what was chosen; who types here is not led away
        self._telling = True
        try:
            self.follow(self._selection.cards, self._selection.current or "")
        finally:
            self._telling = False

    def follow(self, cards: tuple[str, ...], current: str) -> None:
        """Bring the keyboard to the rows of these cards."""
        if len(cards) == 1:
            self.table.go_to_card(cards[0])

    def showEvent(self, event: QShowEvent) -> None:
        """Look whether another day has come, and where the map's choice stands."""
        super().showEvent(event)
        self._model.wake(True)
        self._model.rows_changed.emit()
        self._follow_selection()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing stays half typed, and no question open."""
        super().hideEvent(event)
        self._model.wake(False)
        self.table.columns.flush()
        if self.chooser is not None:
            self.chooser.close_palette()

    def event(self, event: QEvent) -> bool:
        """Insert is a new row in the filters as well, not a note on the map."""
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

    def go_on_at(self, row: int) -> None:
        """The keyboard goes to what stands at a place now, or to the last row."""
        lines = self._model.lines
        if lines:
            self.table.go_to(lines[min(max(row, 0), len(lines) - 1)].id)

    # -- commands of the window ------------------------------------------------------------------------------

    def run(self, command: str) -> None:
        """Do one of :data:`COMMANDS`.  Raises KeyError for another."""
        acts: dict[str, Callable[[], object]] = {"copy": self.table.copy, "select_all": self.table.selectAll}
        acts[command]()


def _inserts(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() == Qt.Key.Key_Insert and not held
