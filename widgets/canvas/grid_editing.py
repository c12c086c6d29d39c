"""What is done with phases, steps and lanes: add, remove, colour."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal

from model.commands import grid
from model.i18n import translate
from model.layout.headers import lane_name
from widgets.canvas.card_editing import CardEditing
from widgets.canvas.edit.jobs import NewLane, NewPhase, NewStep, Rename
from widgets.canvas.pointer import KINDS

MOST_NAME = 40
"""Characters of a name in a message."""
TABLES = {kind: table for table, kind in KINDS.items()}
"""Kind of what is chosen -> the table of its records."""


class GridEditing(CardEditing):
    """Commands for the frame of the map; a name that is asked for is written on the map."""

    lane_wanted = Signal()
    """A lane was named and Enter pressed: ask for the kind of the next one."""

    def _current_phase(self) -> str | None:
        document, kind, current = self.bridge.document, self.selection.kind, self.selection.current
        if kind == "phase":
            return current
        step = document.step_table.get(current or "") if kind == "step" else None
        if step is None:
            item = document.item_table.get(current or "") if kind == "cards" else None
            step_id = item.step_id if item is not None else self.stage.cell[1] if self.stage.cell else None
            step = document.step_table.get(step_id or "")
        return None if step is None else step.phase_id

    def add_phase(self) -> None:
        """Write the name of a new phase behind the current one, else at the end; Enter writes the next one.

        A map's only phase, as long as it has no name, is the first to get one.
        """
        self.commit_edit()
        phases = self.bridge.document.phases
        ids = [phase.id for phase in phases]
        if len(phases) == 1 and not phases[0].name:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.writer.begin(Rename("phases", phases[0].id))
            return
        current = self._current_phase()
        after = ids.index(current) + 1 if current in ids else len(ids)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.writer.begin(NewPhase(ids[after] if after < len(ids) else None, asked=True))

    def add_step(self) -> None:
        """Write the name of a new step behind the current one, else at the end of the current or last phase."""
        self.commit_edit()
        document = self.bridge.document
        phase = self._current_phase() or (document.phases[-1].id if document.phases else None)
        if phase is None:
            return
        ids = [step.id for step in document.steps_by_phase[phase]]
        current = self.selection.current if self.selection.kind == "step" else None
        if current is None and self.selection.kind == "cards":
            item = document.item_table.get(self.selection.current or "")
            current = item.step_id if item is not None else None
        after = ids.index(current) + 1 if current in ids else len(ids)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.writer.begin(NewStep(phase, ids[after] if after < len(ids) else None, asked=True))

    def add_lane(self, kind: str, *, naming: bool = False) -> None:
        """Add a lane of ``kind`` below the current one, else at the end, and choose it.

        With ``naming`` its name is written first; Enter asks for the next lane (:attr:`lane_wanted`).
        """
        self.commit_edit()
        ids = [lane.id for lane in self.bridge.document.lanes]
        current = self.selection.current if self.selection.kind == "lane" else None
        after = ids.index(current) + 1 if current in ids else len(ids)
        before = ids[after] if after < len(ids) else None
        if naming:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            job = NewLane(kind, before)
            if self.writer.begin(job, select=True):
                self.reveal(job.record_id)
            return
        made = self.bridge.run(grid.add_lane, kind, "", before).added("lanes")
        if made:
            self.selection.choose("lane", made)
            self.reveal(made[0])

    def remove_current(self) -> None:
        """Remove the chosen phase, step or lane; its cards go to the inbox."""
        kind, current = self.selection.kind, self.selection.current
        remove = {"phase": grid.remove_phase, "step": grid.remove_step, "lane": grid.remove_lane}.get(kind)
        if remove is None or current is None:
            return
        before, name = len(self.bridge.document.inbox), self._current_name()
        if self.bridge.run(remove, current):
            moved = len(self.bridge.document.inbox) - before
            said = {
                "phase": translate("Canvas", "Phase “{name}” removed.")
                if name
                else translate("Canvas", "Phase removed."),
                "step": translate("Canvas", "Step “{name}” removed.") if name else translate("Canvas", "Step removed."),
                "lane": translate("Canvas", "Lane “{name}” removed."),
            }[kind].format(name=name)
            if moved:
                said += " " + translate("Canvas", "%n note(s) went to the inbox.", n=moved)
            self.toast.emit(said, True)

    def _current_name(self) -> str:
        """The name of the chosen phase, step or lane, short enough for a message; "" where it has none."""
        document, kind, current = self.bridge.document, self.selection.kind, self.selection.current or ""
        if kind == "lane":
            name = lane_name(document.lane_table[current])
        else:
            name = (document.phase_table if kind == "phase" else document.step_table)[current].name
        line = " ".join(name.split())
        return line if len(line) <= MOST_NAME else f"{line[: MOST_NAME - 1].rstrip()}…"

    def recolor_current(self, color: str | int | None) -> None:
        """Another colour for the chosen phase, step or lane: a place in the palette, #RRGGBB, or None for its own."""
        kind, current = self.selection.kind, self.selection.current
        if kind in TABLES and current is not None:
            self.bridge.run(partial(grid.set_fields, color=color), TABLES[kind], current)
