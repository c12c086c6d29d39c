"""A list of what a map holds as a Qt table: rows from the session's document, edits as commands.

LM1  Rows keep their place while one edits: they are sorted and filtered when somebody asks for that, not under the
     hand of who types.  A row that an edit takes out of the filter stays until the filter is set anew.
LM2  Only commands change the document; a value that says the same makes no edit.
LM3  A list that nobody sees follows no edit; it looks again when it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Generic, Protocol, TypeVar, cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from model.changes import ChangeSet
from model.fields import Choice
from model.i18n import translate
from model.records import Item
from model.values import dataclass
from widgets.bridge import SessionBridge
from widgets.controls.texts import long_tooltip, plain_tooltip

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_TO_CHOOSE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TO_TYPE_IN = _TO_CHOOSE | Qt.ItemFlag.ItemIsEditable

LINE = int(Qt.ItemDataRole.UserRole)
"""The role under which a cell has its row."""


class Line(Protocol):
    """A row: what it is called by in the document, and the card that it is of."""

    @property
    def id(self) -> str:
        """The id of its record."""

    @property
    def card(self) -> Item:
        """Its card."""


class Column(Protocol):
    """A column: what stands in it, in the current language, and how wide it is in px."""

    @property
    def id(self) -> str:
        """Its name for the program."""

    @property
    def type(self) -> str:
        """What stands in its cells."""

    @property
    def title(self) -> str:
        """Its name for the user."""

    @property
    def width(self) -> int:
        """px."""

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What may be chosen there."""

    def value(self, line: Any) -> Any:
        """What the records say."""

    def text(self, line: Any) -> str:
        """That in words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A choice in the menu of a cell; ``on``: it holds now; ``group``: a line stands between different ones."""

    value: Any
    title: str
    on: bool = False
    icon_name: str = ""
    group: int = 0


L = TypeVar("L", bound=Line)


class ListTable(QAbstractTableModel, Generic[L]):
    """One row per record.  Subclasses say which, what stands in the columns, and what an edit does."""

    rows_changed = Signal()
    """Other rows are shown now, or the rows say something else."""
    said = Signal(str, bool)
    """(sentence, whether undo takes it back): something an edit did that is not plain to see."""

    TABLES: frozenset[str] = frozenset()
    """What a change of makes the list look again."""
    TYPED: frozenset[str] = frozenset({"text", "suggest", "date"})
    """Cells in which one types."""
    CHOSEN: frozenset[str] = frozenset()
    """Cells that open a menu."""

    def __init__(self, bridge: SessionBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.columns: tuple[Column, ...] = self.read_columns()
        self.sorted_by: tuple[Column, bool] | None = None
        """The column and whether it is turned round; None: the order of the map."""
        self._all: dict[str, L] = {}
        self._kept: set[str] = set()
        self._awake = True
        self._stale = False
        self.lines: list[L] = []
        self._rows: dict[str, int] = {}
        bridge.changed.connect(self._document_changed)
        self._arrange()

    # -- what subclasses say ---------------------------------------------------------------------------------

    def read_columns(self) -> tuple[Column, ...]:
        """The columns, in their usual order."""
        raise NotImplementedError

    def read(self) -> Sequence[L]:
        """All rows, in their usual order."""
        raise NotImplementedError

    def fits(self, line: L) -> bool:
        """Whether the filter shows a row."""
        raise NotImplementedError

    @property
    def filtered(self) -> bool:
        """Whether rows may be left out."""
        raise NotImplementedError

    def key_of(self, column: Column, line: L) -> Any:
        """What rows are sorted by."""
        raise NotImplementedError

    def shows(self, column: Column) -> bool:
        """Whether a column is there."""
        return True

    def applies(self, column: Column, line: L) -> bool:
        """Whether something may be said in a cell."""
        return True

    def change(self, ids: Sequence[str], column: Column, value: Any) -> bool:
        """Let rows say ``value`` in a column, as one edit; whether that was done."""
        raise NotImplementedError

    def entries(self, column: Column, line: L, ids: Sequence[str]) -> list[Entry]:
        """What the menu of a cell offers, for the rows ``ids``."""
        raise NotImplementedError

    def spreads(self, column: Column) -> bool:
        """Whether a choice in one of several chosen rows is meant for all of them."""
        return False

    def suggestions(self, column: Column) -> tuple[str, ...]:
        """What may be meant in a column of names."""
        return ()

    def late(self, column: Column, line: L) -> bool:
        """Whether a cell tells of something that should have happened by now."""
        return False

    def closed(self, line: L) -> bool:
        """Whether nothing more is to be done about a row."""
        return False

    def crossed_out(self, line: L) -> bool:
        """Whether a row tells of something that will not be done."""
        return False

    def remark(self, column: Column, line: L) -> str:
        """What a reader should know beside the words of a cell; "" for nothing."""
        return ""

    # -- what is shown ---------------------------------------------------------------------------------------

    @property
    def today(self) -> date:
        """The day on the user's own calendar."""
        return date.today()  # noqa: DTZ011 - the user's own calendar is meant

    @property
    def total(self) -> int:
        """How many rows there are, shown or not."""
        return len(self._all)

    @property
    def every_line(self) -> Sequence[L]:
        """All rows, shown or not."""
        return list(self._all.values())

    def line_of(self, row_id: str) -> L | None:
        """The row of a record, shown or not."""
        return self._all.get(row_id)

    def row_of(self, row_id: str) -> int:
        """The place of a row; -1 when it is not shown."""
        return self._rows.get(row_id, -1)

    def column_of(self, column_id: str) -> int:
        """The place of a column.  Raises ValueError."""
        return [column.id for column in self.columns].index(column_id)

    def wake(self, awake: bool) -> None:
        """Somebody sees the list, or nobody does (LM3)."""
        self._awake = awake
        if awake and self._stale:
            self.look_again()

    def look_again(self) -> None:
        """Read the document, filter and sort."""
        self._stale = False
        self.beginResetModel()
        self.columns = self.read_columns()
        self._arrange()
        self.endResetModel()
        self.rows_changed.emit()

    def filter_anew(self) -> None:
        """Other rows are wanted."""
        self._kept.clear()
        if self._awake:
            self.look_again()
        else:
            self._stale = True

    def sort_rows(self, column: Column | None, *, turned: bool = False) -> None:
        """Sort by a column, or as the map has them."""
        self.sorted_by = None if column is None else (column, turned)
        self.look_again()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Qt's way to sort: by a click on a heading."""
        if column < 0:
            self.sort_rows(None)
        else:
            self.sort_rows(self.columns[column], turned=order == Qt.SortOrder.DescendingOrder)

    def _arrange(self) -> None:
        lines = self.read()
        self._all = {line.id: line for line in lines}
        shown = [line for line in lines if line.id in self._kept or self.fits(line)]
        if self.sorted_by is not None:
            column, turned = self.sorted_by
            shown.sort(key=lambda line: self.key_of(column, line), reverse=turned)
        self._show([line.id for line in shown])

    def _show(self, ids: Iterable[str]) -> None:
        self.lines = [self._all[row_id] for row_id in ids]
        self._rows = {line.id: row for row, line in enumerate(self.lines)}

    def _document_changed(self, changes: ChangeSet, _source: str) -> None:
        if not any(change.table in self.TABLES for change in changes.changes):
            return
        if not self._awake:
            self._stale = True
            return
        columns = self.read_columns()
        before = [line.id for line in self.lines]
        known = set(self._all)
        self._all = {line.id: line for line in self.read()}
        if self.sorted_by is None and not self.filtered:
            now = list(self._all)
        else:  # LM1
            new = [row_id for row_id in self._all if row_id not in known]
            self._kept.update(new)
            now = [row_id for row_id in before if row_id in self._all] + new
        if now == before and columns == self.columns:
            self._show(now)
            if now:
                self.dataChanged.emit(self.index(0, 0), self.index(len(now) - 1, len(self.columns) - 1))
        else:
            self.beginResetModel()
            self.columns = columns
            self._show(now)
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
            return self.edit_value(column, line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = column.text(line) or translate("Lists", "empty")
            remark = self.remark(column, line)
            return f"{column.title}: {said}" + (f", {remark}" if remark else "")
        if role == Qt.ItemDataRole.ToolTipRole:
            text = " · ".join(words for words in (column.text(line), self.remark(column, line)) if words)
            return long_tooltip(text) if text else None
        return None

    def edit_value(self, column: Column, line: L) -> Any:
        """What a cell is edited as."""
        return column.value(line)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' names."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(translate("Lists", "Sort by {column}").format(column=column.title))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if self.sorted_by is None or self.sorted_by[0].id != column.id:
                return column.title
            how = translate("Lists", "sorted down") if self.sorted_by[1] else translate("Lists", "sorted up")
            return f"{column.title}, {how}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells in which one types open a field; the others a menu (see the table)."""
        if index.isValid() and self.opens(index) == "field":
            return _TO_TYPE_IN
        return _TO_CHOOSE

    def opens(self, index: Index) -> str:
        """What a cell opens: "field", "menu", "card" (the question which card), or "" where nothing is edited."""
        line, column = self.lines[index.row()], self.columns[index.column()]
        if not self.applies(column, line):
            return ""
        if column.type in self.TYPED:
            return "field"
        if column.type in self.CHOSEN:
            return "menu"
        return "card" if column.type == "card" else ""

    # -- edits -----------------------------------------------------------------------------------------------

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Change a cell (LM2)."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        line, column = self.lines[index.row()], self.columns[index.column()]
        if value == self.edit_value(column, line):
            return True
        return self.applies(column, line) and self.change([line.id], column, value)

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
    if text[:1] in ("=", "+", "-", "@", "\t", "\r") and not _is_number(text):
        text = "'" + text
    if any(c in text for c in '\t\n\r"'):
        return '"' + text.replace('"', '""') + '"'
    return text


def _is_number(text: str) -> bool:
    """Whether it is a sign and digits alone: a feeling of +1, which is no formula."""
    return text[1:].isdecimal() and text[1:].isascii()


def table_of(index: Index) -> ListTable[Any]:
    """The table behind an index of it."""
    return cast("ListTable[Any]", index.model())
