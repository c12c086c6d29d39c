"""A part of a map as a map of its own, to be drawn by itself: some phases, or some cards below their phases' headers.

EX1  A part has the phases that are asked for, or those in which the cards stand that are asked for, with their steps,
     in map order; phases keep the numbers that they have on the whole map.
EX2  It has the cards that stand there, or those of them that are asked for, with the feelings at them, and the links
     between them.  What hangs on a card comes along only where it is asked for as well.
EX3  Lanes in which nothing of it stands are left out by whoever draws it (``LayoutOptions.used_only``).
"""

from __future__ import annotations

from model.changes import Edit
from model.document import Document
from model.values import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """Which part: phases, lanes or cards by their ids; all empty for the whole map."""

    phase_ids: tuple[str, ...] = ()
    lane_ids: tuple[str, ...] = ()
    item_ids: tuple[str, ...] = ()


def excerpt(document: Document, part: Part) -> Document:
    """``part`` of ``document``, and nothing beside the map: no inbox, no parking lot."""
    asked = set(part.item_ids)
    items = [item for item in document.placed if not part.item_ids or item.id in asked]
    if part.lane_ids:
        items = [item for item in items if item.lane_id in part.lane_ids]
    phases = set(part.phase_ids)
    if part.item_ids:
        phases = {phase.id for item in items if (phase := document.phase_of(item)) is not None}
    elif not phases:
        phases = {phase.id for phase in document.phases}
    steps = {step.id for step in document.steps if step.phase_id in phases}
    kept = {item.id for item in items if item.step_id in steps}
    edit = Edit(document)
    edit.remove(*(r for r in document.emotion_table.values() if r.touchpoint_id not in kept))
    edit.remove(*(r for r in document.action_table.values() if r.item_id not in kept))
    edit.remove(*(r for r in document.link_table.values() if r.source_id not in kept or r.target_id not in kept))
    for link in edit.document.link_table.values():
        carried = tuple(i for i in link.pain_point_ids if i in kept)
        if carried != link.pain_point_ids:
            edit.put(link.changed(pain_point_ids=carried))
    edit.remove(*(item for item in document.item_table.values() if item.id not in kept))
    edit.put(*(p.changed(loop_to=None) for p in document.phases if p.loop_to and p.loop_to not in phases))
    edit.remove(*(step for step in document.steps if step.id not in steps))
    edit.remove(*(phase for phase in document.phases if phase.id not in phases))
    if part.lane_ids:
        edit.remove(*(lane for lane in document.lanes if lane.id not in part.lane_ids))
    return edit.document


def phase_numbers(document: Document) -> tuple[tuple[str, int], ...]:
    """(phase, its number on the map from 1), for a part that keeps them (EX1)."""
    return tuple((phase.id, number) for number, phase in enumerate(document.phases, 1))
