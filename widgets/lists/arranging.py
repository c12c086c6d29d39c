"""Arranges the columns of a list: which are shown, in which order and how wide, and what the user makes of that."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from widgets.lists.columns import Arrangement, fitted, kind_of
from widgets.lists.frozen import FrozenTable
from widgets.lists.model import Column, ListTable

STEP = 16
"""px by which a key makes a column wider or narrower."""
MOST_TEXT = 720
"""px that the column of texts takes of a room that is wider than all columns."""
_LATER_MS = 400
"""How long after the last move of the pointer a width is told, since each is kept on disk."""


class ColumnArranger(QObject):
    """The columns of ``view``; ``first`` stay at the left and do not change places, ``least`` says the least widths."""

    chosen = Signal(object)
    """(:class:`Arrangement`): the user arranged the columns so."""

    def __init__(
        self,
        view: FrozenTable,
        table: ListTable[Any],
        first: tuple[str, ...],
        least: Callable[[Column], int],
        arrangement: Arrangement,
    ) -> None:
        super().__init__(view)
        self._view, self._table = view, table
        self._header = view.horizontalHeader()
        self._first, self._least = first, least
        self.arrangement = arrangement
        """What the user made of the columns."""
        self._arranging = False
        self._known: tuple[object, ...] = ()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER_MS)
        self._later.timeout.connect(self._settle)
        self._header.sectionResized.connect(self._resized)
        self._header.sectionMoved.connect(self._moved)

    # -- arranging -------------------------------------------------------------------------------------------

    def shown(self) -> list[int]:
        """The places in the table of the columns that are shown, from left to right."""
        places = [place for place in range(len(self._table.columns)) if not self._view.isColumnHidden(place)]
        return sorted(places, key=self._header.visualIndex)

    def arrange(self, *, anew: bool = False) -> None:
        """Show the columns that are wanted, in their order, as wide as the room allows; ``anew``: also when they are
        the ones that stand there."""
        columns = self._table.columns
        known = (
            self._view.viewport().width(),
            *((c.id, c.title) for c in columns if self._table.shows(c)),
            len(columns),
        )
        if known == self._known and not anew:
            return
        self._known = known
        self._arranging = True
        try:
            for place, column in enumerate(columns):
                self._view.setColumnHidden(place, not self._table.shows(column))
            places = {column.id: place for place, column in enumerate(columns)}
            for at, column_id in enumerate(self.arrangement.ordered(list(places), self._first)):
                now = self._header.visualIndex(places[column_id])
                if now != at:
                    self._header.moveSection(now, at)
            self._fit()
        finally:
            self._arranging = False
        self._freeze()

    def _fit(self) -> None:
        """Let every column be seen without scrolling sideways, as far as its heading and the usual words allow."""
        shown, columns = self.shown(), self._table.columns
        wanted: list[int] = []
        least: list[int] = []
        for place in shown:
            column = columns[place]
            drawn = self.arrangement.width(column.id)
            low = max(self._least(column), self._header.sectionSizeHint(place))
            wanted.append(drawn or max(column.width, low))
            least.append(drawn or low)
        room = self._view.viewport().width()
        widths = dict(zip(shown, fitted(wanted, least, room), strict=True))
        text = next((place for place in shown if columns[place].id == "text"), None)
        if text is not None and not self.arrangement.width("text"):
            spare = room - sum(widths.values())  # else the last column would have it, and notes were cut all the same
            widths[text] += max(min(spare, MOST_TEXT - widths[text]), 0)
        for place, width in widths.items():
            self._view.setColumnWidth(place, width)

    def _freeze(self) -> None:
        columns = self._table.columns
        self._view.freeze([place for place in self.shown() if columns[place].id in self._first])

    def holds_still(self, holding: bool) -> None:
        """While Qt itself stretches columns, nothing is taken for the user's wish."""
        self._arranging = holding

    # -- what the user does ----------------------------------------------------------------------------------

    def movable(self, place: int) -> bool:
        """Whether a column may change places."""
        return 0 <= place < len(self._table.columns) and self._table.columns[place].id not in self._first

    def _resized(self, place: int, _old: int, width: int) -> None:
        shown = self.shown()
        if self._arranging or not width or not shown or place == shown[-1]:  # the last one only fills what is left
            return
        self._draw(place, width)
        self._later.start()

    def _draw(self, place: int, width: int) -> None:
        columns = self._table.columns
        column = columns[place]
        self.arrangement = self.arrangement.with_width(column.id, width)
        self._arranging = True
        try:
            for other in self.shown():
                if other != place and kind_of(columns[other].id) == kind_of(column.id):
                    self._view.setColumnWidth(other, width)
        finally:
            self._arranging = False
        self._freeze()

    def _moved(self, _place: int, _old: int, _new: int) -> None:
        if self._arranging:
            return
        columns = self._table.columns
        order = [columns[self._header.logicalIndex(at)].id for at in range(len(columns))]
        self.arrangement = Arrangement(tuple(order), self.arrangement.widths)
        self.arrange(anew=True)  # back, where something was put before what stays first
        self._later.start()

    def move(self, place: int, by: int) -> bool:
        """Let a column change places with the next one that is shown; whether it did."""
        shown = self.shown()
        at = shown.index(place) + by if place in shown else -1
        if not self.movable(place) or not 0 <= at < len(shown) or not self.movable(shown[at]):
            return False
        self._header.moveSection(self._header.visualIndex(place), self._header.visualIndex(shown[at]))
        return True

    def widen(self, place: int, by: int) -> bool:
        """Make a column so many px wider; whether that could be done."""
        before = self._view.columnWidth(place)
        after = self.arrangement.with_width(self._table.columns[place].id, before + by).width(
            self._table.columns[place].id
        )
        if after is None or after == before:
            return False
        self._draw(place, after)
        self.arrange(anew=True)
        self._later.start()
        return True

    def usual(self) -> None:
        """Order and widths as they are without the user."""
        self.arrangement = Arrangement()
        self.arrange(anew=True)
        self._later.start()

    @property
    def arranged(self) -> bool:
        """Whether the user changed anything."""
        return bool(self.arrangement)

    def flush(self) -> None:
        """Do now what would be done in a moment."""
        if self._later.isActive():
            self._later.stop()
            self.arrange(anew=True)
            self._tell()

    def _settle(self) -> None:
        """The hand let go: what it gave one column the texts give back, so that all of them stay in sight."""
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._later.start()
            return
        self.arrange(anew=True)
        self._tell()

    def _tell(self) -> None:
        self.chosen.emit(self.arrangement)
