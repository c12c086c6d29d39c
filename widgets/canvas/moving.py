"""Moving what is chosen by keyboard: the same edits as the drags make."""

from __future__ import annotations

from collections.abc import Sequence

from model.changes import ChangeSet
from model.commands.cards import move_cards
from model.commands.grid import reorder
from model.commands.places import Cell, Target, in_map_order, landing
from model.document import Document
from model.records import Item


def moved(document: Document, ids: Sequence[str], dx: int, dy: int) -> ChangeSet:
    """Move cards by a step to the side, or by a place up or down.

    Up and down go through the cell first, and at its end to the nearest lane that takes the card, where there is
    one.  Cards move together; the first of them in map order says where.  Empty where there is nowhere to go.
    """
    chosen = [item for item in in_map_order(document, ids) if item.place == "map"]
    if not chosen:
        return ChangeSet()
    target = _aside(document, chosen, dx) if dx else _along(document, chosen, dy)
    return ChangeSet() if target is None else move_cards(document, [item.id for item in chosen], target)


def _aside(document: Document, chosen: Sequence[Item], dx: int) -> Target | None:
    lead = chosen[0]
    index = document.step_index[lead.step_id or ""] + dx
    if not 0 <= index < len(document.steps):
        return None
    step = document.steps[index]
    # Its place among the cards there is the one it had here.
    here = [item.id for item in document.cell(lead.lane_id or "", lead.step_id or "")]
    there = document.cell(lead.lane_id or "", step.id)
    at = here.index(lead.id)
    return Cell(lead.lane_id or "", step.id, there[at].id if at < len(there) else None)


def _along(document: Document, chosen: Sequence[Item], dy: int) -> Target | None:
    lead = chosen[0]
    moving = {item.id for item in chosen}
    cell = document.cell(lead.lane_id or "", lead.step_id or "")
    inside = [i for i, item in enumerate(cell) if item.id in moving]
    if dy < 0 and inside[0] > 0:
        return Cell(lead.lane_id or "", lead.step_id or "", cell[inside[0] - 1].id)
    if dy > 0 and inside[-1] + 1 < len(cell):
        after = inside[-1] + 2
        return Cell(lead.lane_id or "", lead.step_id or "", cell[after].id if after < len(cell) else None)
    return _other_lane(document, lead, dy)


def _other_lane(document: Document, lead: Item, dy: int) -> Target | None:
    """The next lane up or down that takes the card as it is (two lanes of one kind, or a free note's next lane)."""
    lanes = document.lanes
    index = document.lane_index[lead.lane_id or ""] + dy
    while 0 <= index < len(lanes):
        there = document.cell(lanes[index].id, lead.step_id or "")
        before = there[0].id if dy > 0 and there else None
        target = Cell(lanes[index].id, lead.step_id or "", before)
        if landing(document, lead, target) == target:
            return target
        index += dy
    return None


def header_moved(document: Document, table: str, record_id: str, direction: int) -> ChangeSet:
    """Move a phase, step or lane by one place; a step inside its phase.  Empty at the end of the row."""
    if table == "steps":
        rows = [step.id for step in document.steps_by_phase[document.step_table[record_id].phase_id]]
    else:
        rows = [record.id for record in (document.phases if table == "phases" else document.lanes)]
    at = rows.index(record_id)
    if not 0 <= at + direction < len(rows):
        return ChangeSet()
    if direction < 0:
        return reorder(document, table, record_id, rows[at - 1])
    return reorder(document, table, record_id, rows[at + 2] if at + 2 < len(rows) else None)
