"""The filter of one window: what is looked for, and which notes fit.  The rules stand in :mod:`model.finding`."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from model.changes import ChangeSet
from model.finding import Filter, found
from widgets.bridge import SessionBridge
from widgets.canvas.editor import MapEditor


class MapFilter(QObject):
    """Keeps ``wanted`` and the ids that fit it, follows every edit, and lets the other notes of the map fade."""

    changed = Signal()
    """Something else is looked for, other notes fit, or there are more notes of which none of the new ones fits."""

    def __init__(self, bridge: SessionBridge, editor: MapEditor) -> None:
        super().__init__(editor)
        self._bridge, self._editor = bridge, editor
        self.wanted = Filter()
        self.found: tuple[str, ...] = ()
        """The ids of the notes that fit, in map order; empty while nothing is looked for."""
        self._of = 0
        bridge.changed.connect(self._document_changed)

    def _document_changed(self, changes: ChangeSet, _source: str) -> None:
        # What is looked for may have a name now, or none any more.
        self._look(always=self.active and "filters" in changes.tables)

    @property
    def active(self) -> bool:
        """Whether something is looked for."""
        return bool(self.wanted)

    def look_for(self, wanted: Filter) -> None:
        """Look for something else."""
        if wanted != self.wanted:
            self.wanted = wanted
            self._look(always=True)

    def clear(self) -> None:
        """Look for nothing: every note is as it was."""
        self.look_for(Filter())

    def _look(self, *, always: bool = False) -> None:
        fitting = found(self._bridge.document, self.wanted) if self.active else ()
        of = len(self._bridge.document.item_table) if self.active else 0
        if always or (fitting, of) != (self.found, self._of):
            self.found, self._of = fitting, of
            self._editor.highlights.set_found(frozenset(fitting) if self.active else None)
            self.changed.emit()

    def go(self, by: int) -> str | None:
        """Choose and show the next note that fits (``by`` 1), or the one before (-1), round; its id, None without
        any on the map."""
        shown = self._editor.stage.layout.cards
        known = [card for card in self.found if card in shown]
        if not known:
            return None
        current = self._editor.selection.current
        at = known.index(current) + by if current in known else (0 if by > 0 else -1)
        card = known[at % len(known)]
        self._editor.selection.choose_cards([card])
        self._editor.reveal(card)
        return card
