"""Commands on the map's frame: phases, steps, lanes, personas, channels and the map itself.

GR1  Removing a phase, step or lane moves its cards to the inbox, in one undo step; they keep what hangs on them.
GR2  A phase has at least one step: its last step cannot be removed.  A map has at least one persona.
GR3  Removing a step leaves the cards of lanes that span the phase in the phase: they move to a step beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from model import order
from model.changes import ChangeSet, Edit
from model.commands.filters import forget_in_filters
from model.commands.following import follow
from model.commands.pictures import drop_unused
from model.commands.places import Cell, Listing, followers, order_keys
from model.document import Document
from model.i18n import QT_TRANSLATE_NOOP
from model.ids import new_id
from model.kinds import LANE_KINDS, lane_kind_of
from model.records import Channel, Item, Lane, Medium, Persona, Phase, Record, Step

_ORDERED = {
    "phases": QT_TRANSLATE_NOOP("Undo", "Move phase"),
    "steps": QT_TRANSLATE_NOOP("Undo", "Move step"),
    "lanes": QT_TRANSLATE_NOOP("Undo", "Move lane"),
    "personas": QT_TRANSLATE_NOOP("Undo", "Move persona"),
    "channels": QT_TRANSLATE_NOOP("Undo", "Move channel"),
}
_CHANGED = {
    "map": QT_TRANSLATE_NOOP("Undo", "Change map"),
    "phases": QT_TRANSLATE_NOOP("Undo", "Change phase"),
    "steps": QT_TRANSLATE_NOOP("Undo", "Change step"),
    "lanes": QT_TRANSLATE_NOOP("Undo", "Change lane"),
    "personas": QT_TRANSLATE_NOOP("Undo", "Change persona"),
    "channels": QT_TRANSLATE_NOOP("Undo", "Change channel"),
}


def _sequence(document: Document, table: str, parent: str | None = None) -> Sequence[Any]:
    """The ordered records among which a record of ``table`` stands."""
    if table == "steps":
        return document.steps_by_phase.get(parent or "", ())
    rows: Sequence[Any] = getattr(document, table)
    return rows


def _key(records: Sequence[Any], before: str | None, leaving: str | None = None) -> str:
    """An order key before the record ``before``, or at the end."""
    standing = [r for r in records if r.id != leaving]
    index = next((i for i, r in enumerate(standing) if r.id == before), len(standing))
    low = standing[index - 1].order if index else None
    high = standing[index].order if index < len(standing) else None
    return order.between(low, high) if low is None or high is None or low < high else order.between(low, None)


def set_fields(document: Document, /, table: str, record_id: str, **fields: Any) -> ChangeSet:
    """Change fields of a phase, step, lane, persona, channel or of the map ("map", id "map")."""
    if "order" in fields or "id" in fields:
        raise ValueError("the order is changed by reorder()")
    edit = Edit(document)
    record: Record = document.info if table == "map" else document.tables[table][record_id]
    edit.put(record.changed(**fields))
    return edit.result(_CHANGED[table])


def reorder(document: Document, table: str, record_id: str, before: str | None) -> ChangeSet:
    """Move a phase, step (inside its phase), lane, persona or channel before another one, or to the end."""
    edit = Edit(document)
    record = document.tables[table][record_id]
    if before != record_id:
        parent = record.phase_id if isinstance(record, Step) else None
        rows = _sequence(document, table, parent)
        stays = [r for r in rows if r.id != record_id]
        now = [r.id for r in rows]
        wanted = [r.id for r in stays]
        wanted.insert(wanted.index(before) if before in wanted else len(wanted), record_id)
        if wanted != now:
            edit.put(record.changed(order=_key(rows, before, record_id)))
    return edit.result(_ORDERED[table])


def add_phase(document: Document, name: str = "", before: str | None = None) -> ChangeSet:
    """A new phase with one step, before the phase ``before`` or at the end."""
    edit = Edit(document)
    phase = Phase(id=new_id("phase"), name=name, order=_key(document.phases, before))
    edit.put(phase)
    edit.put(Step(id=new_id("step"), phase_id=phase.id))
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Add phase"))


def add_step(document: Document, phase_id: str, name: str = "", before: str | None = None) -> ChangeSet:
    """A new step in a phase, before the step ``before`` or at the end.  Raises KeyError for an unknown phase."""
    edit = Edit(document)
    rows = document.steps_by_phase[phase_id]
    edit.put(Step(id=new_id("step"), phase_id=phase_id, name=name, order=_key(rows, before)))
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Add step"))


def add_lane(document: Document, kind: str, name: str = "", before: str | None = None) -> ChangeSet:
    """A new lane of ``kind``, before the lane ``before`` or at the end.  Raises ValueError for an unknown kind."""
    if kind not in LANE_KINDS:
        raise ValueError(f"no such kind of lane: {kind}")
    edit = Edit(document)
    edit.put(
        Lane(
            id=new_id("lane"),
            kind=kind,
            name=name,
            alignment=LANE_KINDS[kind].alignment,
            order=_key(document.lanes, before),
        )
    )
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Add lane"))


def add_lane_of(edit: Edit, item_kind: str) -> Lane:
    """Add to ``edit`` the lane for cards of ``item_kind``, where the order of lane kinds puts it.

    Raises ValueError for a kind of card that no lane holds.
    """
    kind = lane_kind_of(item_kind)
    if kind is None:
        raise ValueError(f"no lane holds cards of the kind {item_kind!r}")
    rank = {name: i for i, name in enumerate(LANE_KINDS)}
    later = next((r for r in edit.document.lanes if rank.get(r.kind, -1) > rank[kind.id]), None)
    lane = Lane(
        id=new_id("lane"),
        kind=kind.id,
        alignment=kind.alignment,
        order=_key(edit.document.lanes, later.id if later else None),
    )
    edit.put(lane)
    return lane


def to_inbox(edit: Edit, items: Sequence[Item]) -> None:
    """Put cards at the end of the inbox, in order."""
    keys = order_keys(edit.document, Listing("inbox"), len(items))
    edit.put(
        *(
            item.changed(place="inbox", lane_id=None, step_id=None, order=key)
            for item, key in zip(items, keys, strict=True)
        )
    )


def remove_phase(document: Document, phase_id: str) -> ChangeSet:
    """Remove a phase with its steps; its cards go to the inbox (GR1)."""
    edit = Edit(document)
    steps = document.steps_by_phase[phase_id]
    gone = {step.id for step in steps}
    to_inbox(edit, [item for item in document.placed if item.step_id in gone])
    edit.put(*(phase.changed(loop_to=None) for phase in document.phases if phase.loop_to == phase_id))
    edit.remove(*steps, document.phase_table[phase_id])
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Remove phase"))


def remove_step(document: Document, step_id: str) -> ChangeSet:
    """Remove a step; its cards go to the inbox (GR1, GR3).  Raises ValueError for a phase's only step (GR2)."""
    step = document.step_table[step_id]
    rows = document.steps_by_phase[step.phase_id]
    if len(rows) == 1:
        raise ValueError("a phase keeps at least one step")
    edit = Edit(document)
    index = next(i for i, r in enumerate(rows) if r.id == step_id)
    beside = rows[index - 1] if index else rows[1]
    standing = [item for item in document.placed if item.step_id == step_id]
    in_phase = [
        i
        for i in standing
        if document.lane_table[i.lane_id or ""].alignment == "phase" and not document.targets.get(i.id)
    ]
    staying = {item.id for item in in_phase}
    along = {card.id for item in in_phase for card in followers(document, item)}
    to_inbox(edit, [item for item in standing if item.id not in staying | along])
    for item in in_phase:
        under = followers(edit.document, item)
        cell = Cell(item.lane_id or "", beside.id)
        now = item.changed(step_id=beside.id, order=order_keys(edit.document, cell, 1)[0])
        edit.put(now)
        for card in under:
            follow(edit, card, now)
    edit.remove(step)
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Remove step"))


def remove_lane(document: Document, lane_id: str) -> ChangeSet:
    """Remove a lane; its cards go to the inbox (GR1), touchpoints with what stands under them (PL2)."""
    edit = Edit(document)
    leaving = {item.id for item in document.placed if item.lane_id == lane_id}
    leaving |= {follower.id for item in document.placed if item.id in leaving for follower in followers(document, item)}
    to_inbox(edit, [item for item in document.placed if item.id in leaving])
    edit.remove(document.lane_table[lane_id])
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Remove lane"))


def add_persona(document: Document, /, name: str = "", **fields: Any) -> ChangeSet:
    """A new persona.  Where the map's one persona has no name yet, that one gets this name and keeps its scores."""
    edit = Edit(document)
    unnamed = next((p for p in document.personas if not p.name), None)
    if name and unnamed is not None and len(document.personas) == 1:
        edit.put(unnamed.changed(name=name, **fields))
    else:
        edit.put(Persona(id=new_id("persona"), name=name, order=_key(document.personas, None), **fields))
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Add persona"))


def remove_persona(document: Document, persona_id: str) -> ChangeSet:
    """Remove a persona with its feelings; notes and filters that named it do so no longer.  The last one becomes an
    unnamed persona without feelings (GR2)."""
    edit = Edit(document)
    edit.remove(*(r for r in document.emotion_table.values() if r.persona_id == persona_id))
    edit.put(
        *(
            item.changed(persona_ids=tuple(p for p in item.persona_ids if p != persona_id))
            for item in document.item_table.values()
            if persona_id in item.persona_ids
        )
    )
    persona = document.persona_table[persona_id]
    edit.remove(persona)
    forget_in_filters(edit)
    drop_unused(edit, [persona.portrait] if persona.portrait else [])
    if not edit.document.personas:
        edit.put(Persona(id=new_id("persona")))
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Remove persona"))


def add_channel(document: Document, name: str, icon: str = "world", medium: Medium = "online") -> ChangeSet:
    """A new channel."""
    edit = Edit(document)
    edit.put(Channel(id=new_id("channel"), name=name, icon=icon, medium=medium, order=_key(document.channels, None)))
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Add channel"))


def remove_channel(document: Document, channel_id: str) -> ChangeSet:
    """Remove a channel; touchpoints and filters that named it do so no longer."""
    edit = Edit(document)
    edit.put(
        *(
            item.changed(channel_ids=tuple(c for c in item.channel_ids if c != channel_id))
            for item in document.item_table.values()
            if channel_id in item.channel_ids
        )
    )
    edit.remove(document.channel_table[channel_id])
    forget_in_filters(edit)
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Remove channel"))
