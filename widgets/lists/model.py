"""The actions of a map as a Qt table: rows from the session's document, edits as commands.

LM1  Rows keep their place while one edits: they are sorted and filtered when somebody asks for that, not under the
     hand of who types.  A row that an edit takes out of the filter stays until the filter is set anew.
LM2  Only commands change the document; a value that says the same makes no edit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from model.actionlist import COLUMNS, ActionLine, Filter, ListColumn, action_lines, sort_key
from model.changes import ChangeSet
from model.commands.cards import set_card
from model.commands.links import add_action, move_action, remove_actions, set_actions
from model.i18n import translate
from widgets.bridge import SessionBridge
from widgets.controls.texts import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()

LINE = int(Qt.ItemDataRole.UserRole)
"""The role under which a cell has its :class:`model.actionlist.ActionLine`."""

_TABLES = frozenset({"actions", "items", "phases", "steps", "lanes"})
"""What a change of makes the list look again."""


class ActionTable(QAbstractTableModel):
    """One row per action."""

    rows_changed = Signal()
    """Other rows are shown now, or the rows say something else."""

    def __init__(self, bridge: SessionBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.columns: tuple[ListColumn, ...] = COLUMNS
        self.filter = Filter()
        self.sorted_by: tuple[ListColumn, bool] | None = None
        """The column and whether it is turned round; None: the order of the map."""
        self._all: dict[str, ActionLine] = {}
        self._kept: set[str] = set()
        self.lines: list[ActionLine] = []
        bridge.changed.connect(self._document_changed)
        self._arrange()

    # -- what is shown ---------------------------------------------------------------------------------------

    @property
    def today(self) -> date:
        """The day on the user's own calendar."""
        return date.today()  # noqa: DTZ011 - the user's own calendar is meant

    @property
    def total(self) -> int:
        """How many actions the map has, shown or not."""
        return len(self._all)

    @property
    def every_line(self) -> Sequence[ActionLine]:
        """All rows, shown or not."""
        return list(self._all.values())

    def row_of(self, action_id: str) -> int:
        """The row of an action; -1 when it is not shown."""
        return next((row for row, line in enumerate(self.lines) if line.action.id == action_id), -1)

    def column_of(self, column_id: str) -> int:
        """The place of a column.  Raises ValueError."""
        return [column.id for column in self.columns].index(column_id)

    def set_filter(self, wanted: Filter) -> None:
        """Show other rows."""
        self.filter = wanted
        self._kept.clear()
        self._reset()

    def sort_rows(self, column: ListColumn | None, *, turned: bool = False) -> None:
        """Sort by a column, or as the map has them."""
        self.sorted_by = None if column is None else (column, turned)
        self._reset()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Qt's way to sort: by a click on a heading."""
        if column < 0:
            self.sort_rows(None)
        else:
            self.sort_rows(self.columns[column], turned=order == Qt.SortOrder.DescendingOrder)

    def _reset(self) -> None:
        self.beginResetModel()
        self._arrange()
        self.endResetModel()
        self.rows_changed.emit()

    def _arrange(self) -> None:
        """Read the document, filter and sort."""
        lines = action_lines(self.bridge.document)
        self._all = {line.action.id: line for line in lines}
        today = self.today
        shown = [line for line in lines if self.filter.shows(line, today) or line.action.id in self._kept]
        if self.sorted_by is not None:
            column, turned = self.sorted_by
            shown.sort(key=sort_key(column), reverse=turned)
        self.lines = shown

    def _document_changed(self, changes: ChangeSet, _source: str) -> None:
        if not any(change.table in _TABLES for change in changes.changes):
            return
        before = [line.action.id for line in self.lines]
        known = set(self._all)
        lines = action_lines(self.bridge.document)
        self._all = {line.action.id: line for line in lines}
        if self.sorted_by is None and not self.filter:
            now = list(self._all)
        else:  # LM1
            new = [action_id for action_id in self._all if action_id not in known]
            self._kept.update(new)
            now = [action_id for action_id in before if action_id in self._all] + new
        if now == before:
            self.lines = [self._all[action_id] for action_id in now]
            if now:
                self.dataChanged.emit(self.index(0, 0), self.index(len(now) - 1, len(self.columns) - 1))
        else:
            self.beginResetModel()
            self.lines = [self._all[action_id] for action_id in now]
            self.endResetModel()
        self.rows_changed.emit()

    # -- Qt's questions --------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows, what it is edited as, and what a screen reader says of it."""
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], self.columns[index.column()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(column.text(line).split())
        if role == Qt.ItemDataRole.EditRole:
            value = column.value(line)
            return line.status if column.type == "status" else value
        late = column.type == "date" and line.overdue(self.today)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = column.text(line) or translate("Lists", "empty")
            return f"{column.title}: {said}" + (f", {translate('Lists', 'overdue')}" if late else "")
        if role == Qt.ItemDataRole.ToolTipRole:
            text = column.text(line)
            return plain_tooltip(f"{text} · {translate('Lists', 'overdue')}" if late else text) if text else None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' names."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return translate("Lists", "Sort by {column}").format(column=column.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if self.sorted_by is None or self.sorted_by[0] is not column:
                return column.title
            how = translate("Lists", "sorted down") if self.sorted_by[1] else translate("Lists", "sorted up")
            return f"{column.title}, {how}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells in which one types open a field; the others a menu (see the table)."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and self.columns[index.column()].type in ("text", "suggest", "date"):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    # -- edits -----------------------------------------------------------------------------------------------

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Change a cell (LM2)."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        line, column = self.lines[index.row()], self.columns[index.column()]
        if value == self.data(index, Qt.ItemDataRole.EditRole):
            return True
        if column.type == "phase":
            return False
        if column.type == "card":
            made = self.bridge.run(move_action, line.action.id, str(value))
        elif column.record == "card":
            made = self.bridge.run(set_card, [line.card.id], **{column.id: value})
        else:
            made = self.bridge.run(set_actions, [line.action.id], **{column.id: value})
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

    # -- copying ---------------------------------------------------------------------------------------------

    def as_tsv(self, rows: Iterable[int], columns: Sequence[int]) -> str:
        """Rows as lines with tabs between the cells, for a spreadsheet.

        A cell with tabs, line ends or quotes is quoted; one that a spreadsheet would take for a formula begins with
        an apostrophe (OWASP, CSV injection).
        """
        return "\n".join(
            "\t".join(_tsv_cell(self.columns[column].text(self.lines[row])) for column in columns) for row in rows
        )


def _tsv_cell(text: str) -> str:
    if text[:1] in ("=", "+", "-", "@", "\t", "\r"):
        text = "'" + text
    if any(c in text for c in '\t\n\r"'):
        return '"' + text.replace('"', '""') + '"'
    return text


def table_of(index: Index) -> ActionTable:
    """The table behind an index of it."""
    return cast(ActionTable, index.model())
