"""The order in which the notes of a poster are read aloud: phase by phase, and lane by lane in each of them."""

from __future__ import annotations

from model.document import Document
from model.layout.headers import lane_name
from model.values import dataclass


@dataclass(frozen=True, slots=True)
class Stretch:
    """Notes of one lane in one phase: the name of the lane, and the ids of the notes in reading order."""

    lane: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A phase in the tag tree: its record, its name, and what it holds, lane by lane."""

    source_id: str
    name: str
    stretches: tuple[Stretch, ...]


def reading_order(document: Document) -> list[Section]:
    """A section for each phase, with a stretch for each lane that has notes in it."""
    found: dict[str, dict[str, list[str]]] = {phase.id: {} for phase in document.phases}
    steps = {step.id: found[step.phase_id] for step in document.steps}
    for item in document.placed:
        lanes = steps.get(item.step_id or "")
        if lanes is not None:
            lanes.setdefault(item.lane_id or "", []).append(item.id)
    return [
        Section(
            phase.id,
            phase.name,
            tuple(
                Stretch(lane_name(lane), tuple(found[phase.id][lane.id]))
                for lane in document.lanes
                if lane.id in found[phase.id]
            ),
        )
        for phase in document.phases
    ]
