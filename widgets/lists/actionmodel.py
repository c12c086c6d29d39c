"""The actions of a map as a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast

from PySide6.QtCore import QObject

from model.actionlist import (
    COLUMNS,
    ActionLine,
    Filter,
    ListColumn,
    action_lines,
    sort_key,
    status_icon,
    suggestions,
)
from model.commands.cards import set_card
from model.commands.links import add_action, move_action, remove_actions, set_actions
from model.fields import STATUSES
from model.i18n import translate
from widgets.bridge import SessionBridge
from widgets.lists.model import Column, Entry, ListTable


class ActionTable(ListTable[ActionLine]):
    """One row per action."""

    TABLES = frozenset({"actions", "items", "phases", "steps", "lanes"})
    CHOSEN = frozenset({"status", "choice", "scale"})

    def __init__(self, bridge: SessionBridge, parent: QObject | None = None) -> None:
        self.filter = Filter()
        super().__init__(bridge, parent)

    def read_columns(self) -> tuple[Column, ...]:
        """The same ones in every map."""
        return COLUMNS

    def read(self) -> Sequence[ActionLine]:
        """All actions, by rule AL1."""
        return action_lines(self.bridge.document)

    def fits(self, line: ActionLine) -> bool:
        """Whether the filter shows an action."""
        return self.filter.shows(line, self.today)

    @property
    def filtered(self) -> bool:
        """Whether something is asked for."""
        return bool(self.filter)

    def set_filter(self, wanted: Filter) -> None:
        """Show other rows."""
        self.filter = wanted
        self.filter_anew()

    def key_of(self, column: Column, line: ActionLine) -> Any:
        """See :func:`model.actionlist.sort_key`."""
        return sort_key(cast(ListColumn, column))(line)

    def shows(self, column: Column) -> bool:
        """Leave out what no card of the list says of itself; such things are first said in the inspector."""
        unsaid = cast(ListColumn, column).record == "card" and column.type in self.CHOSEN
        return not unsaid or any(column.text(line) for line in self.every_line)

    def late(self, column: Column, line: ActionLine) -> bool:
        """Whether its day has gone by."""
        return column.type == "date" and line.overdue(self.today)

    def closed(self, line: ActionLine) -> bool:
        """Done or dropped."""
        return line.status in ("done", "dropped")

    def crossed_out(self, line: ActionLine) -> bool:
        """Dropped."""
        return line.status == "dropped"

    def remark(self, column: Column, line: ActionLine) -> str:
        """That it is overdue."""
        return translate("Lists", "overdue") if self.late(column, line) else ""

    def edit_value(self, column: Column, line: ActionLine) -> Any:
        """The value; of the status also what nobody said."""
        return line.status if column.type == "status" else column.value(line)

    def spreads(self, column: Column) -> bool:
        """The status."""
        return column.type == "status"

    def suggestions(self, column: Column) -> tuple[str, ...]:
        """What actions and cards of the map say there."""
        return suggestions(self.bridge.document, column.id)

    def entries(self, column: Column, line: ActionLine, ids: Sequence[str]) -> list[Entry]:
        """The choices of a column, and, but for the status, none."""
        now = self.edit_value(column, line)
        if column.type == "status":
            return [Entry(choice.id, choice.title, now == choice.id, status_icon(choice.id)) for choice in STATUSES]
        none: object = None if column.type == "scale" else ""
        values: list[tuple[object, str]] = [(choice.id, choice.title) for choice in column.choices]
        if column.type == "scale":
            values = [(number, str(number)) for number in range(1, 6)]
        return [
            *(Entry(value, title, now == value) for value, title in values),
            Entry(none, translate("Lists", "Not said"), now == none, group=1),
        ]

    # -- edits -----------------------------------------------------------------------------------------------

    def change(self, ids: Sequence[str], column: Column, value: Any) -> bool:
        """Change actions, or the cards they belong to."""
        if column.type == "phase":
            return False
        if column.type == "status":
            self.set_status(ids, str(value))
            return True
        if column.type == "card":
            made = self.bridge.run(move_action, ids[0], str(value))
        elif cast(ListColumn, column).record == "card":
            cards = [line.card.id for row_id in ids if (line := self.line_of(row_id)) is not None]
            made = self.bridge.run(set_card, cards, **{column.id: value})
        else:
            made = self.bridge.run(set_actions, list(ids), **{column.id: value})
        return bool(made.changes)

    def set_status(self, action_ids: Iterable[str], status: str) -> None:
        """Set the status of several actions, as one edit."""
        table = self.bridge.document.action_table
        ids = [action_id for action_id in action_ids if (table[action_id].status or "open") != status]
        if ids:
            self.bridge.run(set_actions, ids, status=status)

    def add(self, card_id: str, before: str | None = None) -> str:
        """A new action of a card; its id, "" where it could not be made."""
        made = self.bridge.run(add_action, card_id, before=before)
        added = made.added("actions")
        return str(added[0]) if added else ""

    def remove(self, action_ids: Sequence[str]) -> int:
        """Remove actions; how many."""
        made = self.bridge.run(remove_actions, list(action_ids))
        return len(made.changes)
