"""A call of a command and what it may change, and the maps, targets and cards that calls are drawn for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from model.changes import ChangeSet, apply
from model.commands import cards, filters, grid, links, pictures
from model.commands.places import Cell, Listing, Target, item_kind_of, lane_for
from model.document import Document
from model.finding import Filter
from model.invariants import violations
from model.kinds import ITEM_KINDS, LANE_KINDS, LINK_KINDS, link_kinds_between
from model.newmap import new_map
from model.records import Asset, Link

PLACE = frozenset({"place", "lane_id", "step_id", "order"})
INBOX = Listing("inbox")
ATTACHING = [kind.id for kind in ITEM_KINDS.values() if kind.attaches]
ASSETS = [Asset(id=letter * 64, mime="image/png", w=2, h=3, base64="iVBO") for letter in "abc"]
Key = tuple[str, str]


@dataclass
class Allowed:
    """What a command may do.  ``must`` of the named fields have to change, ``added`` is exact, table by table."""

    fields: dict[Key, frozenset[str]] = field(default_factory=dict)
    removed: set[Key] = field(default_factory=set)
    may_remove: set[Key] = field(default_factory=set)
    added: dict[str, int] = field(default_factory=dict)
    may_add: dict[str, int] = field(default_factory=dict)

    def change(self, table: str, ids: Iterable[str], names: Iterable[str]) -> None:
        for record_id in ids:
            key = (table, record_id)
            self.fields[key] = self.fields.get(key, frozenset()) | frozenset(names)

    def number(self, used: int) -> None:
        """The map's next number goes on by as many cards as were made."""
        if used:
            self.change("map", ["map"], ["next_number"])


@dataclass
class Call:
    """A command with its arguments, and what it may do."""

    arguments: tuple[Any, ...]
    allowed: Allowed
    named: dict[str, Any] = field(default_factory=dict)
    check: Callable[[Document], None] = lambda after: None
    before: Document | None = None
    """The map that the case prepared, where it is another one."""


Case = Callable[[Document, Random], Call | None]
"""Draws the arguments of one command for a map; None where it has nothing to work on there."""


# -- maps --------------------------------------------------------------------------------------------------------


def some_map(dice: Random) -> Document:
    """A map with steps, lanes that span the phase, two lanes of a kind, lists, targets, feelings."""
    kinds = dice.sample(sorted(LANE_KINDS), dice.randint(3, len(LANE_KINDS)))
    if dice.random() < 0.7 and "touchpoints" not in kinds:
        kinds.insert(0, "touchpoints")
    if dice.random() < 0.3:
        kinds.append(dice.choice(kinds))
    document = new_map("Proef", "nl", [f"F{i}" for i in range(dice.randint(1, 3))], kinds)

    def do(command: Callable[..., ChangeSet], *arguments: Any, **named: Any) -> ChangeSet:
        nonlocal document
        changes = command(document, *arguments, **named)
        document = apply(changes, document)
        return changes

    for _ in range(dice.randint(1, 3)):
        do(grid.add_step, document.phases[0].id, "stap")
    for lane in document.lanes:
        if dice.random() < 0.4:
            do(grid.set_fields, "lanes", lane.id, alignment=dice.choice(["step", "phase"]))
    for name in ("Sanne", "Henk")[: dice.randint(0, 2)]:
        do(grid.add_persona, name)
    for name in ("Winkel", "Web")[: dice.randint(0, 2)]:
        do(grid.add_channel, name)
    for n in range(dice.randint(4, 14)):
        kind = dice.choice(["touchpoint", "touchpoint", "pain_point", "pain_point", "insight", *sorted(ITEM_KINDS)])
        home = lane_for(document, kind)
        place = some_target(document, dice)
        if home is not None and dice.random() < 0.8:
            place = Cell(home.id, dice.choice(document.steps).id)
        do(cards.add_cards, kind, [f"kaart {n}"], place)
    hosts = [item.id for item in document.item_table.values() if item.kind == "touchpoint"]
    able = [item.id for item in document.item_table.values() if item.kind in ATTACHING]
    for _ in range(dice.randint(0, 10)):
        if hosts and able:
            do(cards.attach_cards, [dice.choice(able[:3])], dice.choice(hosts))
        if hosts:
            persona = dice.choice(document.personas).id
            do(
                cards.set_emotion,
                dice.choice(hosts),
                persona,
                score=dice.randint(-2, 2),
                word=dice.choice(["", "boos"]),
            )
        if hosts and document.channels and dice.random() < 0.5:
            do(cards.set_card, [dice.choice(hosts)], channel_ids=(dice.choice(document.channels).id,))
    for item in list(document.item_table.values())[: dice.randint(0, 4)]:
        do(cards.set_card, [item.id], persona_ids=(dice.choice(document.personas).id,))
    for n in range(dice.randint(0, 3)):
        people = tuple(p.id for p in document.personas if dice.random() < 0.5)
        channels = tuple(c.id for c in document.channels if dice.random() < 0.5)
        words = "" if people or channels else "zoek"
        do(filters.save_filter, f"filter {n}", Filter(words=words, persona_ids=people, channel_ids=channels))
    for item in document.placed:
        if item.id in document.targets and dice.random() < 0.4:
            do(cards.move_cards, [item.id], INBOX)  # hangs on a touchpoint, and lies in the inbox
    for _ in range(dice.randint(0, 8)):
        pair = dice.sample(list(document.item_table), 2)
        between = link_kinds_between(*(document.item_table[i].kind for i in pair))
        if between:
            do(links.link_cards, dice.choice(between)[0].id, pair[:1], pair[1])
        do(links.add_action, dice.choice(pair), "doen")
    pains = [i.id for i in document.item_table.values() if i.kind == "pain_point"]
    for link in paths(document):
        do(links.set_link, link.id, pain_point_ids=tuple(dice.sample(pains, min(len(pains), dice.randint(0, 2)))))
    for asset in ASSETS[: dice.randint(0, 3)]:
        do(pictures.add_pictures, dice.choice(list(document.item_table)), [asset, ASSETS[0]])
        do(pictures.set_portrait, dice.choice(document.personas).id, asset)
        do(pictures.set_logo, asset)
    if len(document.phases) > 1:
        do(grid.set_fields, "phases", document.phases[-1].id, loop_to=document.phases[0].id)
    assert violations(document) == []
    return document


def paths(document: Document) -> list[Link]:
    return [r for r in document.link_table.values() if LINK_KINDS[r.kind].flow]


def attached(document: Document, sources: Iterable[str]) -> list[str]:
    wanted = set(sources)
    return [r.id for r in document.link_table.values() if r.kind == "attach" and r.source_id in wanted]


def unshown(document: Document, items: Iterable[str] = (), personas: Iterable[str] = ()) -> set[Key]:
    """The pictures that no record shows once these records are gone (PI1)."""
    gone = {*items, *personas}
    shown = {p for i in document.item_table.values() if i.id not in gone for p in i.pictures}
    shown |= {r.portrait for r in document.persona_table.values() if r.id not in gone and r.portrait}
    shown |= {document.info.logo} if document.info.logo else set()
    return {("assets", i) for i in document.asset_table if i not in shown}


def actions_of(document: Document, items: Iterable[str]) -> list[str]:
    ids = set(items)
    return [r.id for r in document.action_table.values() if r.item_id in ids]


def some_target(document: Document, dice: Random) -> Target:
    holding = [lane for lane in document.lanes if item_kind_of(lane) is not None]
    if not holding or dice.random() < 0.2:
        place = dice.choice(["inbox", "parking"])
        there = document.listed("inbox" if place == "inbox" else "parking")
        return Listing(
            "inbox" if place == "inbox" else "parking", dice.choice(there).id if there and dice.random() < 0.5 else None
        )
    lane, step = dice.choice(holding), dice.choice(document.steps)
    stack = document.cell(lane.id, step.id)
    return Cell(lane.id, step.id, dice.choice(stack).id if stack and dice.random() < 0.5 else None)


def some_cards(document: Document, dice: Random) -> list[str]:
    ids = list(document.item_table)
    chosen = dice.sample(ids, dice.randint(1, min(4, len(ids))))
    hanging = [i for i in chosen if i in document.targets]
    if hanging and dice.random() < 0.5:  # together with what it hangs on
        chosen = list(dict.fromkeys([*chosen, document.targets[hanging[0]][0].id]))
    return chosen


def links_of(document: Document, sources: Iterable[str] = (), targets: Iterable[str] = ()) -> list[str]:
    source_ids, target_ids = set(sources), set(targets)
    return [r.id for r in document.link_table.values() if r.source_id in source_ids or r.target_id in target_ids]


def felt_at(document: Document, touchpoints: Iterable[str]) -> list[str]:
    ids = set(touchpoints)
    return [r.id for r in document.emotion_table.values() if r.touchpoint_id in ids]


def spot(document: Document, item_id: str) -> tuple[str, str | None]:
    item = document.item_table[item_id]
    return item.place, item.step_id


def lacking(document: Document, kinds: Iterable[str]) -> int:
    return len({kind for kind in kinds if not any(item_kind_of(lane) == kind for lane in document.lanes)})
