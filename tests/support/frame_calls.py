"""Calls of the commands for phases, steps, lanes, personas and channels, each with what it may change."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from random import Random

from command_calls import PLACE, Allowed, Call, Case, unshown
from filter_calls import lose_in_filters
from model.commands.places import followers
from model.document import Document
from model.kinds import LANE_KINDS


def set_fields(document: Document, dice: Random) -> Call:
    table = dice.choice(["map", "phases", "steps", "lanes", "personas"])
    record = dice.choice(list(document.tables[table]))
    fields = {"title": "Anders"} if table == "map" else {"name": "Anders", "color": 3}
    allowed = Allowed()
    allowed.change(table, [record], fields)
    return Call((table, record), allowed, fields)


def reorder(document: Document, dice: Random) -> Call:
    table = dice.choice(["phases", "steps", "lanes", "personas"])
    record = dice.choice(list(document.tables[table]))
    rows: list[str] = [r.id for r in getattr(document, table)]
    if table == "steps":
        rows = [r.id for r in document.steps_by_phase[document.step_table[record].phase_id]]
    before = dice.choice([*rows, None])
    allowed = Allowed()
    allowed.change(table, [record], ["order"])

    def check(after: Document) -> None:
        wanted = [r for r in rows if r != record]
        wanted.insert(wanted.index(before) if before in wanted else len(wanted), record)
        now: list[str] = [r.id for r in getattr(after, table) if r.id in rows]
        assert now == (rows if before == record else wanted)

    return Call((table, record, before), allowed, check=check)


def add_phase(document: Document, dice: Random) -> Call:
    return Call(("X", dice.choice([None, document.phases[0].id])), Allowed(added={"phases": 1, "steps": 1}))


def add_step(document: Document, dice: Random) -> Call:
    return Call((dice.choice(document.phases).id, "X"), Allowed(added={"steps": 1}))


def add_lane(document: Document, dice: Random) -> Call:
    return Call((dice.choice(sorted(LANE_KINDS)),), Allowed(added={"lanes": 1}))


def to_inbox(document: Document, ids: Iterable[str], allowed: Allowed) -> Callable[[Document], None]:
    gone = [i.id for i in document.placed if i.id in set(ids)]
    allowed.change("items", gone, PLACE)

    def check(after: Document) -> None:
        assert [i.id for i in after.inbox] == [*(i.id for i in document.inbox), *gone], (
            "behind what was there, in order"
        )

    return check


def remove_phase(document: Document, dice: Random) -> Call:
    phase = dice.choice(document.phases).id
    steps = {r.id for r in document.steps_by_phase[phase]}
    allowed = Allowed(removed={("phases", phase), *(("steps", s) for s in steps)})
    allowed.change("phases", [r.id for r in document.phases if r.loop_to == phase], ["loop_to"])
    check = to_inbox(document, [i.id for i in document.placed if i.step_id in steps], allowed)
    return Call((phase,), allowed, check=check)


def remove_step(document: Document, dice: Random) -> Call | None:
    steps = [r for r in document.steps if len(document.steps_by_phase[r.phase_id]) > 1]
    if not steps:
        return None
    step = dice.choice(steps)
    allowed = Allowed(removed={("steps", step.id)})
    stays = set()
    for item in document.placed:
        lane = document.lane_table[item.lane_id or ""]
        if item.step_id == step.id and lane.alignment == "phase" and item.id not in document.targets:
            stays |= {item.id, *(f.id for f in followers(document, item))}  # GR3, PL2
    leaving = [i.id for i in document.placed if i.step_id == step.id and i.id not in stays]
    to_the_inbox = to_inbox(document, leaving, allowed)
    allowed.change("items", stays, ["step_id", "order"])

    def check(after: Document) -> None:
        to_the_inbox(after)
        for card in stays:
            phase = after.phase_of(after.item_table[card])
            assert phase is not None
            assert phase.id == step.phase_id

    return Call((step.id,), allowed, check=check)


def remove_lane(document: Document, dice: Random) -> Call:
    lane = dice.choice(document.lanes).id
    own = [i for i in document.placed if i.lane_id == lane]
    allowed = Allowed(removed={("lanes", lane)})
    check = to_inbox(document, [i.id for i in own] + [f.id for i in own for f in followers(document, i)], allowed)
    return Call((lane,), allowed, check=check)


def add_persona(document: Document, dice: Random) -> Call:
    name = dice.choice(["", "Mila"])
    allowed = Allowed()
    if name and [p.name for p in document.personas] == [""]:
        allowed.change("personas", [document.personas[0].id], ["name"])
    else:
        allowed.added = {"personas": 1}
    return Call((name,), allowed)


def remove_persona(document: Document, dice: Random) -> Call:
    persona = dice.choice(document.personas).id
    felt = {("emotions", r.id) for r in document.emotion_table.values() if r.persona_id == persona}
    allowed = Allowed(removed={("personas", persona), *felt}, added={"personas": int(len(document.personas) == 1)})
    allowed.removed |= unshown(document, personas=[persona])
    named = [i.id for i in document.item_table.values() if persona in i.persona_ids]
    allowed.change("items", named, ["persona_ids"])
    lose_in_filters(document, allowed, persona)
    return Call((persona,), allowed)


def add_channel(document: Document, dice: Random) -> Call:
    return Call(("Chat",), Allowed(added={"channels": 1}))


def remove_channel(document: Document, dice: Random) -> Call | None:
    if not document.channels:
        return None
    channel = dice.choice(document.channels).id
    allowed = Allowed(removed={("channels", channel)})
    allowed.change("items", [i.id for i in document.item_table.values() if channel in i.channel_ids], ["channel_ids"])
    lose_in_filters(document, allowed, channel)
    return Call((channel,), allowed)


CALLS: tuple[Case, ...] = (
    set_fields,
    reorder,
    add_phase,
    add_step,
    add_lane,
    remove_phase,
    remove_step,
    remove_lane,
    add_persona,
    remove_persona,
    add_channel,
    remove_channel,
)
