"""Writing new cards on the map: where each is to stand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from model.commands.links import resting_link
from model.commands.places import Cell, Listing, Target, item_kind_of
from model.i18n import translate
from widgets.bridge import SessionBridge
from widgets.canvas.edit.jobs import NewCard
from widgets.canvas.frame import MapFrame
from widgets.canvas.stage import Stage
from widgets.selection import Selection, split_emotion


class Writing(MapFrame):
    """The map, on which cards are written.  ``bridge`` and ``selection`` are shared with the panels."""

    toast = Signal(str, bool)
    """(sentence for the user, whether undo is offered beside it)."""
    offered = Signal(str, object)
    """(sentence for the user, row of (words, call)): as above, with what else can be had instead."""

    def __init__(self, bridge: SessionBridge, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(Stage(bridge, selection), parent)
        self.bridge = bridge
        self.selection = selection

    @property
    def editing(self) -> bool:
        """Whether a text is being written."""
        return self.writer.active

    def commit_edit(self) -> None:
        """Keep what is being typed and end typing; does nothing otherwise."""
        self.writer.finish()

    def write_new(self, target: Target) -> bool:
        """Write a new card at ``target``; False where no card can stand."""
        kind = "note"
        if isinstance(target, Cell):
            lane = self.bridge.document.lane_table.get(target.lane_id)
            own = None if lane is None else item_kind_of(lane)
            if own is None:
                return False
            kind = own
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.writer.begin(NewCard(target, kind))

    def new_card(self, kind: str | None = None) -> bool:
        """Write a new card behind the current one, else in the keyboard's cell, else in the first cell.

        With ``kind`` in the lane of that kind, in the step of what is chosen.
        """
        from widgets.canvas import clipboard  # not above: a map is painted before anybody writes on it

        self.commit_edit()
        document = self.bridge.document
        target: Target | None = clipboard.paste_target(self.stage)
        step = target.step_id if isinstance(target, Cell) else self._first_shown_step()
        if kind is not None or not isinstance(target, Cell):
            wanted = kind or "touchpoint"
            lane = next((r for r in document.lanes if item_kind_of(r) == wanted), None)
            if lane is None and kind is None:
                lane = next((r for r in document.lanes if item_kind_of(r) is not None), None)
            same = isinstance(target, Cell) and lane is not None and target.lane_id == lane.id
            if not same:
                target = None if lane is None or step is None else Cell(lane.id, step)
        if target is None or not self.write_new(target):
            self.toast.emit(translate("Canvas", "There is no lane for this note. Add one first."), False)
            return False
        return True

    def _first_shown_step(self) -> str | None:
        seen = self.view.shown_area()
        steps = self.stage.layout.steps.values()
        shown = next((step.id for step in steps if step.x >= seen.left() - 1), None)
        return shown or next((step.id for step in steps), None)

    def new_attached(self, kind: str) -> bool:
        """Write a new card of ``kind`` that hangs on the current touchpoint, or rests on the only chosen card (an
        opportunity on a pain point or an insight, a solution on an opportunity); False when there is none."""
        self.commit_edit()
        document = self.bridge.document
        host = self._current_touchpoint() or self._ground_of(kind)
        if host is None or document.item_table[host].place != "map":
            return False
        lane = next((r for r in document.lanes if item_kind_of(r) == kind), None)
        step = document.item_table[host].step_id or ""
        target: Target = Cell(lane.id, step) if lane is not None else Listing("inbox")
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.writer.begin(NewCard(target, kind, host))

    def can_rest(self, kind: str) -> bool:
        """Whether a new card of ``kind`` would rest on the only chosen card."""
        ground = self._ground_of(kind)
        return ground is not None and self.bridge.document.item_table[ground].place == "map"

    def _ground_of(self, kind: str) -> str | None:
        """The only chosen card, where a card of ``kind`` rests on such cards."""
        chosen = self.selection.cards
        item = self.bridge.document.item_table.get(chosen[0]) if len(chosen) == 1 else None
        return item.id if item is not None and resting_link(kind, item.kind) is not None else None

    def _current_touchpoint(self) -> str | None:
        current = self.selection.current
        if self.selection.kind == "emotion" and current is not None:
            current = split_emotion(current)[0]
        item = self.bridge.document.item_table.get(current or "")
        return item.id if item is not None and item.kind == "touchpoint" else None
