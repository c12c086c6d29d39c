"""What is written next, after Enter, Tab and Shift+Tab."""

from __future__ import annotations

from model.commands.places import Cell
from model.document import Document
from widgets.canvas.edit.jobs import CardText, Job, NewCard, NewLane, NewPhase, NewStep, Rename


def next_job(document: Document, job: Job, kept: str | None, direction: str, *, empty: bool) -> Job | None:
    """The job that follows ``job``, whose text went to the record ``kept``; None where typing ends.

    ``direction``: "next" (Enter), "right" (Tab) or "left" (Shift+Tab).  ``empty``: nothing had been typed.
    """
    if isinstance(job, CardText | NewCard):
        return _next_card(document, job, kept, direction, empty)
    if isinstance(job, NewLane):
        return None  # its kind has to be chosen first
    if isinstance(job, NewStep):
        if kept is None or (empty and not job.asked):
            return None
        return NewStep(job.phase_id, job.before, asked=False) if job.phase_id in document.phase_table else None
    if isinstance(job, NewPhase):
        return None if kept is None or empty else NewPhase(job.before, asked=False)
    if isinstance(job, Rename) and direction == "next":
        return _after_naming(document, job, empty)
    if isinstance(job, Rename):
        rows = {"phases": document.phases, "steps": document.steps, "lanes": document.lanes}[job.table]
        ids = [record.id for record in rows]
        if job.record_id in ids:
            index = ids.index(job.record_id) + (1 if direction == "right" else -1)
            if 0 <= index < len(ids):
                return Rename(job.table, ids[index])
    return None


def _after_naming(document: Document, job: Rename, empty: bool) -> Job | None:
    """A phase that got its first name is followed by the next one without a name, or by a new one."""
    ids = [phase.id for phase in document.phases]
    if job.table != "phases" or not job.first or empty or job.record_id not in ids:
        return None
    after = ids[ids.index(job.record_id) + 1 :]
    if after and not document.phase_table[after[0]].name:
        return Rename("phases", after[0])
    return NewPhase(after[0] if after else None, asked=False)


def _next_card(
    document: Document, job: CardText | NewCard, kept: str | None, direction: str, empty: bool
) -> Job | None:
    if direction == "next":
        if isinstance(job, NewCard) and (empty or job.host is not None):
            if empty or job.host not in document.item_table:
                return None
            return NewCard(job.target, job.kind, job.host)
        item = document.item_table.get(kept or "")
        if item is None or item.place != "map":
            return None
        return NewCard(right_after(document, item.id), item.kind)
    place = _cell_of(document, job, kept)
    if place is None:
        return None
    other = neighbour(document, place, 1 if direction == "right" else -1)
    if other is None:
        return None
    item = document.item_table.get(kept or "")
    kind = item.kind if item is not None else job.kind if isinstance(job, NewCard) else "note"
    return NewCard(other, kind)


def _cell_of(document: Document, job: CardText | NewCard, kept: str | None) -> Cell | None:
    item = document.item_table.get(kept or "")
    if item is not None and item.place == "map":
        return Cell(item.lane_id or "", item.step_id or "")
    if isinstance(job, NewCard):
        if job.host is not None:
            host = document.item_table.get(job.host)
            lane = next((r for r in document.lanes if r.kind == job.kind), None)
            if host is None or host.place != "map" or lane is None:
                return None
            return Cell(lane.id, host.step_id or "")
        if isinstance(job.target, Cell):
            return job.target
    return None


def right_after(document: Document, item_id: str) -> Cell:
    """The place right after a card on the map."""
    item = document.item_table[item_id]
    cell = Cell(item.lane_id or "", item.step_id or "")
    standing = document.cell(cell.lane_id, cell.step_id)
    index = next(i for i, other in enumerate(standing) if other.id == item_id)
    return Cell(cell.lane_id, cell.step_id, standing[index + 1].id if index + 1 < len(standing) else None)


def neighbour(document: Document, place: Cell, direction: int) -> Cell | None:
    """The end of the cell beside ``place``: the next step's, or the next phase's where the lane spans phases."""
    lane = document.lane_table.get(place.lane_id)
    step = document.step_table.get(place.step_id)
    if lane is None or step is None:
        return None
    if lane.alignment == "phase":
        phases = [phase.id for phase in document.phases]
        index = phases.index(step.phase_id) + direction
        if not 0 <= index < len(phases):
            return None
        return Cell(lane.id, document.steps_by_phase[phases[index]][0].id)
    index = document.step_index[step.id] + direction
    return Cell(lane.id, document.steps[index].id) if 0 <= index < len(document.steps) else None
