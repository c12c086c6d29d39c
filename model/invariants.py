"""What holds between the records of every document, at every moment.

I1  A step belongs to a phase of the map; every phase has a step.
I2  A card on the map stands in a lane and a step of the map, in a lane of its kind (cards and lanes of kinds that this
    version does not know stand where they are); a card off the map has neither.
I3  Numbers of cards differ, and are below the map's next number.
I4  A link goes from a card that can be attached to a touchpoint, once for each pair.
I5  A feeling belongs to a touchpoint and a persona, once for each pair, and says something.
I6  A card on the map that hangs on touchpoints stands in the step of the first.
I7  A touchpoint's channels are channels of the map.
I8  There is a persona.
I9  A record stands under its own id, in the table of its type; there is one map record, "map".

:func:`violations` finds what is broken; :func:`repair` mends it without dropping a card's text.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.changes import ChangeSet, Edit
from model.commands.following import resettle
from model.commands.grid import to_inbox
from model.commands.places import item_kind_of
from model.document import Document
from model.ids import new_id
from model.kinds import ITEM_KINDS, LANE_KINDS
from model.records import TABLES, Item, Lane, MapInfo, Persona, Step


@dataclass(frozen=True, slots=True)
class Violation:
    """A broken rule ("I4") at a record."""

    rule: str
    table: str
    id: str


class BrokenDocument(ValueError):
    """An edit would break what must hold.  A fault of ours: the edit is refused, the document stays as it was."""


def _fits(item: Item, lane: Lane) -> bool:
    if lane.kind not in LANE_KINDS or item.kind not in ITEM_KINDS:
        return True
    return item_kind_of(lane) == item.kind


def violations(document: Document) -> list[Violation]:
    """Everything that is broken, in the order of the rules."""
    found: list[Violation] = []

    def bad(rule: str, table: str, record_id: str) -> None:
        found.append(Violation(rule, table, record_id))

    items, lanes, steps = document.item_table, document.lane_table, document.step_table
    for step in steps.values():
        if step.phase_id not in document.phase_table:
            bad("I1", "steps", step.id)
    for phase_id, own in document.steps_by_phase.items():
        if not own:
            bad("I1", "phases", phase_id)
    numbers: set[int] = set()
    for item in items.values():
        if item.place == "map":
            lane = lanes.get(item.lane_id or "")
            if lane is None or item.step_id not in steps or not _fits(item, lane):
                bad("I2", "items", item.id)
        elif item.lane_id is not None or item.step_id is not None:
            bad("I2", "items", item.id)
        if item.number in numbers or item.number >= document.info.next_number:
            bad("I3", "items", item.id)
        numbers.add(item.number)
        if any(channel not in document.channel_table for channel in item.channel_ids):
            bad("I7", "items", item.id)
    pairs: set[tuple[str, str]] = set()
    for link in document.link_table.values():
        if link.kind != "attach":
            continue
        source, target = items.get(link.source_id), items.get(link.target_id)
        kind = ITEM_KINDS.get(source.kind) if source is not None else None
        pair = (link.source_id, link.target_id)
        known = source is not None and target is not None
        if not known or target.kind != "touchpoint" or (kind is not None and not kind.attaches) or pair in pairs:  # type: ignore[union-attr]  # known
            bad("I4", "links", link.id)
        pairs.add(pair)
    pairs = set()
    for emotion in document.emotion_table.values():
        touchpoint = items.get(emotion.touchpoint_id)
        pair = (emotion.touchpoint_id, emotion.persona_id)
        silent = emotion.score is None and not emotion.word and not emotion.quote
        if (
            touchpoint is None
            or touchpoint.kind != "touchpoint"
            or emotion.persona_id not in document.persona_table
            or pair in pairs
            or silent
        ):
            bad("I5", "emotions", emotion.id)
        pairs.add(pair)
    for source_id, targets in document.targets.items():
        card = items.get(source_id)
        if card is not None and card.place == "map" and targets[0].step_id != card.step_id:
            bad("I6", "items", source_id)
    if not document.persona_table:
        bad("I8", "personas", "")
    for table, record_type in TABLES.items():
        for key, record in document.tables[table].items():
            if key != record.id or type(record) is not record_type:
                bad("I9", table, key)
    if tuple(document.tables["map"]) != ("map",):
        bad("I9", "map", "map")
    return found


def repair(document: Document) -> ChangeSet:
    """The changes that mend a document: for a file that somebody edited by hand, merged or damaged.

    No card and no text is dropped: a card without a place goes to the inbox; links and feelings that lead nowhere
    go, since they say nothing without their ends.  What it does is reported by the caller.
    """
    edit = Edit(document)
    if "map" not in edit.document.tables["map"]:
        edit.put(MapInfo())
    if not edit.document.persona_table:
        edit.put(Persona(id=new_id("persona")))
    edit.remove(*(r for r in edit.document.step_table.values() if r.phase_id not in edit.document.phase_table))
    for phase in edit.document.phases:
        if not edit.document.steps_by_phase[phase.id]:
            edit.put(Step(id=new_id("step"), phase_id=phase.id))
    lost = []
    for item in edit.document.item_table.values():
        lane = edit.document.lane_table.get(item.lane_id or "")
        if item.place == "map":
            if lane is None or item.step_id not in edit.document.step_table or not _fits(item, lane):
                lost.append(item)
        elif item.lane_id is not None or item.step_id is not None:
            edit.put(item.changed(lane_id=None, step_id=None))
    to_inbox(edit, lost)
    _renumber(edit)
    for item in edit.document.item_table.values():
        known = tuple(c for c in item.channel_ids if c in edit.document.channel_table)
        if known != item.channel_ids:
            edit.put(item.changed(channel_ids=known))
    broken = violations(edit.document)
    edit.remove(*(edit.document.link_table[v.id] for v in broken if v.rule == "I4"))
    edit.remove(*(edit.document.emotion_table[v.id] for v in broken if v.rule == "I5"))
    for violation in [v for v in violations(edit.document) if v.rule == "I6"]:
        resettle(edit, violation.id)
    return edit.result()


def _renumber(edit: Edit) -> None:
    """Cards that share a number: the first keeps it, the others get new ones; the next number lies above all."""
    used: set[int] = set()
    double = []
    for item in sorted(edit.document.item_table.values(), key=lambda r: (r.number, r.id)):
        if item.number in used:
            double.append(item)
        used.add(item.number)
    number = max(edit.document.info.next_number, max(used, default=0) + 1)
    edit.put(*(item.changed(number=number + i) for i, item in enumerate(double)))
    if number + len(double) != edit.document.info.next_number:
        edit.put(edit.document.info.changed(next_number=number + len(double)))
