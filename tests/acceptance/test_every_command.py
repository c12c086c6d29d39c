"""A command changes exactly the records it names, plus the consequences that its rule lists; for every command.

Each command has a case here: it draws the arguments and declares what may change, by table, record and field. A
change outside of that fails, so does a named record that did not change, and a command without a case.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.changes import ChangeSet, apply
from model.commands import cards, clipboard, grid, links, pictures
from model.commands.places import Cell, Listing, Target, first_target, followers, item_kind_of, landing, lane_for
from model.document import Document
from model.emotionwords import emotion_words
from model.invariants import violations
from model.kinds import ITEM_KINDS, LANE_KINDS, LINK_KINDS, link_kinds_between
from model.newmap import new_map
from model.records import Asset, Link, record_fields
from widgets.canvas import edits as canvas_edits
from widgets.panels import edits as panel_edits
from widgets.panels.edits import row_of

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


# -- cards -------------------------------------------------------------------------------------------------------


def add_cards(document: Document, dice: Random) -> Call:
    texts = [f"nieuw {i}" for i in range(dice.randint(1, 3))]
    target = some_target(document, dice)
    allowed = Allowed(added={"items": len(texts)})
    allowed.number(len(texts))

    def check(after: Document) -> None:
        made = [item for key, item in after.item_table.items() if key not in document.item_table]
        assert [item.text for item in sorted(made, key=lambda r: r.number)] == texts
        stack = after.cell(target.lane_id, target.step_id) if isinstance(target, Cell) else after.listed(target.place)
        ids = [item.id for item in stack]
        at = ids.index(target.before) if target.before else len(ids)
        assert [item.text for item in stack[at - len(texts) : at]] == texts

    return Call((dice.choice(sorted(ITEM_KINDS)), texts, target), allowed, check=check)


def set_text(document: Document, dice: Random) -> Call:
    card = dice.choice(list(document.item_table))
    allowed = Allowed()
    allowed.change("items", [card], ["text"])
    return Call((card, "geschreven"), allowed)


def set_card(document: Document, dice: Random) -> Call:
    ids = some_cards(document, dice)
    fields: dict[str, Any] = {"severity": dice.randint(1, 5)}
    allowed = Allowed()
    allowed.change("items", ids, fields)
    return Call((ids,), allowed, fields)


def move_cards(document: Document, dice: Random) -> Call:
    ids, target = some_cards(document, dice), some_target(document, dice)
    allowed = Allowed()
    for card in ids:
        item = document.item_table[card]
        allowed.change("items", [card], PLACE | ({"kind"} if item.kind == "note" else set()))
        allowed.change("items", [f.id for f in followers(document, item)], PLACE)  # PL2
        for link in attached(document, [card]):  # PL3
            allowed.may_remove.add(("links", link))
            allowed.change("links", [link], ["order"])

    def check(after: Document) -> None:
        for card in ids:
            item, now = document.item_table[card], after.item_table[card]
            host = first_target(document, card)
            if host is not None and host.id in ids:
                # It just follows: wherever the touchpoint went it stands there too, and its targets are what they were.
                if after.item_table[host.id] == host:
                    assert now == item
                else:
                    assert spot(after, card) == spot(after, host.id) or lane_for(after, now.kind) is None
                assert document.targets[card] == tuple(document.item_table[t.id] for t in after.targets[card])
            elif landing(document, item, target) is None:
                assert now == item
            elif isinstance(target, Cell):
                assert (now.place, now.step_id) == ("map", target.step_id)
            else:
                assert now.place == target.place
        if isinstance(target, Listing):
            assert dict(document.link_table) == dict(after.link_table), "off the map all hang on"

    return Call((ids, target), allowed, check=check)


def delete_cards(document: Document, dice: Random) -> Call:
    ids = some_cards(document, dice)
    allowed = Allowed()
    allowed.removed |= {("items", i) for i in ids}
    allowed.removed |= {("emotions", i) for i in felt_at(document, ids)}
    allowed.removed |= {("links", i) for i in links_of(document, ids, ids)}
    allowed.removed |= {("actions", i) for i in actions_of(document, ids)} | unshown(document, ids)
    forget_pains(document, allowed, ids)
    move_under_next(document, allowed, ids)
    return Call((ids,), allowed)


def forget_pains(document: Document, allowed: Allowed, gone: Iterable[str]) -> None:
    """Paths carry no card that is a pain point no more."""
    lost = set(gone)
    carrying = [r.id for r in document.link_table.values() if lost & set(r.pain_point_ids)]
    allowed.change("links", carrying, ["pain_point_ids"])


def move_under_next(document: Document, allowed: Allowed, lost: Iterable[str]) -> None:
    """Cards that lose their first target and have another one may move under that; all others stay in place."""
    gone = set(lost)
    for source, targets in document.targets.items():
        left = [t for t in targets if t.id not in gone]
        if targets[0].id in gone and left and left[0].step_id != targets[0].step_id:
            allowed.change("items", [source], PLACE)


def duplicate_cards(document: Document, dice: Random) -> Call:
    ids = some_cards(document, dice)
    return Call((ids,), duplicate_cards_allowed(document, ids))


def duplicate_cards_allowed(document: Document, ids: list[str]) -> Allowed:
    copied = set(ids)
    allowed = Allowed(
        added={
            "items": len(ids),
            "links": sum(
                r.source_id in copied and (r.target_id in copied or not LINK_KINDS[r.kind].flow)
                for r in document.link_table.values()
            ),
            "emotions": len(felt_at(document, ids)),
            "actions": len(actions_of(document, ids)),
        }
    )
    allowed.number(len(ids))
    return allowed


def change_kind(document: Document, dice: Random) -> Call:
    ids, kind = some_cards(document, dice), dice.choice(sorted(ITEM_KINDS))
    changed = [i for i in ids if document.item_table[i].kind != kind]
    ceased = [i for i in changed if document.item_table[i].kind == "touchpoint"]
    allowed = Allowed()
    allowed.change("items", changed, PLACE | {"kind"})
    allowed.removed |= {("emotions", i) for i in felt_at(document, ceased)}
    kinds = {i.id: kind if i.id in changed else i.kind for i in document.item_table.values()}
    touched = [document.link_table[i] for i in links_of(document, changed, changed)]
    allowed.removed |= {
        ("links", r.id) for r in touched if not LINK_KINDS[r.kind].fits(kinds[r.source_id], kinds[r.target_id])
    }
    # Card after card is changed: between two of them a link may fit at the end and not on the way.
    allowed.may_remove |= {("links", r.id) for r in touched if {r.source_id, r.target_id} <= set(changed)}
    forget_pains(document, allowed, [i for i in changed if document.item_table[i].kind == "pain_point"])
    move_under_next(document, allowed, ceased)

    def check(after: Document) -> None:
        for card in changed:
            was, now = document.item_table[card], after.item_table[card]
            assert now.kind == kind
            if was.place != "map":
                assert now.place == was.place
            elif now.place == "map":
                assert now.step_id == was.step_id or first_target(document, card) is not None

    return Call((ids, kind), allowed, check=check)


def attach_cards(document: Document, dice: Random) -> Call | None:
    hosts = [i.id for i in document.item_table.values() if i.kind == "touchpoint"]
    able = [i.id for i in document.item_table.values() if i.kind in ATTACHING]
    if not hosts or not able:
        return None
    host, ids = dice.choice(hosts), dice.sample(able, dice.randint(1, min(3, len(able))))
    new = [i for i in ids if host not in {t.id for t in document.targets.get(i, ())}]
    first = [i for i in new if i not in document.targets]
    allowed = Allowed(added={"links": len(new)})
    allowed.change("items", first, PLACE)
    if document.item_table[host].place == "map":
        allowed.added["lanes"] = lacking(document, [document.item_table[i].kind for i in first])
    return Call((ids, host), allowed)


def detach_card(document: Document, dice: Random) -> Call | None:
    if not document.targets:
        return None
    link = dice.choice([r for r in document.link_table.values() if r.kind == "attach"])
    allowed = Allowed(removed={("links", link.id)})
    targets = document.targets[link.source_id]
    if targets[0].id == link.target_id and len(targets) > 1 and targets[1].step_id != targets[0].step_id:
        allowed.change("items", [link.source_id], PLACE)
    return Call((link.source_id, link.target_id), allowed)


def add_attached(document: Document, dice: Random) -> Call | None:
    hosts = [i.id for i in document.item_table.values() if i.kind == "touchpoint"]
    if not hosts:
        return None
    kind, host = dice.choice(ATTACHING), dice.choice(hosts)
    allowed = Allowed(added={"items": 1, "links": 1, "lanes": lacking(document, [kind])})
    allowed.number(1)
    return Call((kind, "au", host), allowed)


def add_resting(document: Document, dice: Random) -> Call | None:
    rests = {"opportunity": ("pain_point", "insight"), "solution": ("opportunity",)}
    kind = dice.choice(sorted(rests))
    grounds = [i.id for i in document.item_table.values() if i.kind in rests[kind]]
    if not grounds:
        return None
    ground = dice.choice(grounds)
    on_map = document.item_table[ground].place == "map"
    allowed = Allowed(added={"items": 1, "links": 1, "lanes": lacking(document, [kind]) if on_map else 0})
    allowed.number(1)
    return Call((kind, "au", ground), allowed)


def set_emotion(document: Document, dice: Random) -> Call | None:
    hosts = [i.id for i in document.item_table.values() if i.kind == "touchpoint"]
    if not hosts:
        return None
    host, persona = dice.choice(hosts), dice.choice(document.personas).id
    was = document.emotions.get((host, persona))
    score = dice.choice([None, -2, 0, 2])
    allowed = Allowed()
    if was is None:
        allowed.added = {"emotions": int(score is not None)}
    elif score is None:
        allowed.removed = {("emotions", was.id)}
    else:
        allowed.change("emotions", [was.id], ["score", "word", "quote"])
    return Call((host, persona), allowed, {"score": score})


def set_aimed(document: Document, dice: Random) -> Call | None:
    hosts = [i.id for i in document.item_table.values() if i.kind == "touchpoint"]
    if not hosts:
        return None
    host, persona, aimed = dice.choice(hosts), dice.choice(document.personas).id, dice.choice([None, -2, 2])
    was = document.emotions.get((host, persona))
    allowed = Allowed()
    if was is None:
        allowed.added = {"emotions": int(aimed is not None)}
    else:
        allowed.change("emotions", [was.id], ["aimed"])
    return Call((host, persona, aimed), allowed)


# -- links, actions, pictures ------------------------------------------------------------------------------------


def link_cards(document: Document, dice: Random) -> Call | None:
    ids = dice.sample(list(document.item_table), 2)
    kinds = link_kinds_between(*(document.item_table[i].kind for i in ids))
    if not kinds:
        return None
    kind, turned = dice.choice(kinds)
    ends = (ids[1], ids[0]) if turned else (ids[0], ids[1])
    there = links.find_link(document, kind, *ends) is not None
    allowed = Allowed(added={"links": int(not there)})
    if kind.id == "attach" and not there and ends[0] not in document.targets:
        allowed.change("items", [ends[0]], PLACE)
        if document.item_table[ends[1]].place == "map":
            allowed.added["lanes"] = lacking(document, [document.item_table[ends[0]].kind])

    def check(after: Document) -> None:
        assert links.find_link(after, kind, *ends) is not None

    return Call((kind.id, ids[:1], ids[1]), allowed, check=check)


def unlink(document: Document, dice: Random) -> Call | None:
    if not document.link_table:
        return None
    chosen = dice.sample(list(document.link_table.values()), min(len(document.link_table), dice.randint(1, 3)))
    allowed = Allowed(removed={("links", r.id) for r in chosen})
    for source in {r.source_id for r in chosen if r.kind == "attach"}:
        allowed.change("items", [source], PLACE)
    return Call(([r.id for r in chosen],), allowed)


def set_link(document: Document, dice: Random) -> Call | None:
    if not paths(document):
        return None
    link = dice.choice(paths(document))
    fields: dict[str, Any] = dice.choice(
        [{"text": "via de balie"}, {"kind": dice.choice([k.id for k in LINK_KINDS.values() if k.flow])}]
    )
    allowed = Allowed()
    allowed.change("links", [link.id], fields)
    kind = LINK_KINDS[fields.get("kind", link.kind)]
    if links.find_link(document, kind, link.source_id, link.target_id) not in (None, link):
        allowed.removed = {("links", link.id)}
    return Call((link.id,), allowed, fields)


def reverse_link(document: Document, dice: Random) -> Call | None:
    if not paths(document):
        return None
    link = dice.choice(paths(document))
    allowed = Allowed()
    allowed.change("links", [link.id], ["source_id", "target_id"])
    if links.find_link(document, LINK_KINDS[link.kind], link.target_id, link.source_id) not in (None, link):
        allowed.removed = {("links", link.id)}
    return Call((link.id,), allowed)


def add_action(document: Document, dice: Random) -> Call:
    return Call((dice.choice(list(document.item_table)), "regelen"), Allowed(added={"actions": 1}))


def set_actions(document: Document, dice: Random) -> Call | None:
    if not document.action_table:
        return None
    ids = dice.sample(list(document.action_table), 1)
    fields: dict[str, Any] = {"status": "done", "owner": "Joris"}
    allowed = Allowed()
    allowed.change("actions", ids, fields)
    return Call((ids,), allowed, fields)


def move_action(document: Document, dice: Random) -> Call | None:
    if not document.action_table:
        return None
    action, card = dice.choice(list(document.action_table)), dice.choice(list(document.item_table))
    allowed = Allowed()
    allowed.change("actions", [action], ["item_id", "order"])

    def check(after: Document) -> None:
        assert after.actions_of[card][-1].id == action

    return Call((action, card), allowed, check=check)


def remove_actions(document: Document, dice: Random) -> Call | None:
    if not document.action_table:
        return None
    ids = dice.sample(list(document.action_table), 1)
    return Call((ids,), Allowed(removed={("actions", i) for i in ids}))


def add_pictures(document: Document, dice: Random) -> Call:
    card, asset = dice.choice(list(document.item_table)), dice.choice(ASSETS)
    allowed = Allowed(added={"assets": int(asset.id not in document.asset_table)})
    allowed.change("items", [card], ["pictures"])
    return Call((card, [asset]), allowed)


def remove_picture(document: Document, dice: Random) -> Call | None:
    shown = [(i.id, p) for i in document.item_table.values() for p in i.pictures]
    if not shown:
        return None
    card, picture = dice.choice(shown)
    allowed = Allowed(may_remove={("assets", picture)})
    allowed.change("items", [card], ["pictures"])
    return Call((card, picture), allowed)


def set_portrait(document: Document, dice: Random) -> Call:
    persona, asset = dice.choice(document.personas), dice.choice([None, *ASSETS])
    allowed = Allowed(added={"assets": int(asset is not None and asset.id not in document.asset_table)})
    allowed.change("personas", [persona.id], ["portrait"])
    if persona.portrait:
        allowed.may_remove = {("assets", persona.portrait)}
    return Call((persona.id, asset), allowed)


# -- frame -------------------------------------------------------------------------------------------------------


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
    return Call((persona,), allowed)


def add_channel(document: Document, dice: Random) -> Call:
    return Call(("Chat",), Allowed(added={"channels": 1}))


def remove_channel(document: Document, dice: Random) -> Call | None:
    if not document.channels:
        return None
    channel = dice.choice(document.channels).id
    allowed = Allowed(removed={("channels", channel)})
    allowed.change("items", [i.id for i in document.item_table.values() if channel in i.channel_ids], ["channel_ids"])
    return Call((channel,), allowed)


# -- what the panels and the canvas make of several commands ------------------------------------------------------


def change_feeling(document: Document, dice: Random) -> Call | None:
    hosts = [i.id for i in document.item_table.values() if i.kind == "touchpoint"]
    if not hosts:
        return None
    host, persona = dice.choice(hosts), dice.choice(document.personas).id
    was = document.emotions.get((host, persona))
    name, value = dice.choice([("score", None), ("score", 1), ("word", "blij"), ("word", ""), ("quote", "Hè hè")])
    left = {"score": None, "word": "", "quote": ""} if was is None else record_fields(was)
    empty = all((value if key == name else left[key]) in (None, "") for key in ("score", "word", "quote"))
    allowed = Allowed()
    if was is None:
        allowed.added = {"emotions": int(not empty)}
    elif empty:
        allowed.removed = {("emotions", was.id)}
    else:
        allowed.change("emotions", [was.id], [name])

    def check(after: Document) -> None:
        now = after.emotions.get((host, persona))
        assert (now is None) == empty
        assert now is None or getattr(now, name) == value

    return Call((host, persona), allowed, {name: value}, check)


def add_channel_to(document: Document, dice: Random) -> Call | None:
    hosts = [i.id for i in document.item_table.values() if i.kind == "touchpoint"]
    if not hosts:
        return None
    host, name = dice.choice(hosts), dice.choice(["WINKEL", "Web", "Chat"])
    known = next((c.id for c in document.channels if c.name.casefold() == name.casefold()), None)
    allowed = Allowed(added={"channels": int(known is None)})
    allowed.change("items", [host], ["channel_ids"])

    def check(after: Document) -> None:
        used = after.item_table[host].channel_ids
        assert used[-1] == known or (known is None and after.channel_table[used[-1]].name == name)
        assert set(used) >= set(document.item_table[host].channel_ids)

    return Call((host, name, "message", "online"), allowed, check=check)


def toggle_channel(document: Document, dice: Random) -> Call | None:
    hosts = [i.id for i in document.item_table.values() if i.kind == "touchpoint"]
    if not hosts or not document.channels:
        return None
    host, channel = dice.choice(hosts), dice.choice(document.channels).id
    allowed = Allowed()
    allowed.change("items", [host], ["channel_ids"])

    def check(after: Document) -> None:
        assert set(after.item_table[host].channel_ids) ^ set(document.item_table[host].channel_ids) == {channel}

    return Call((host, channel), allowed, check=check)


def change_members(document: Document, dice: Random) -> Call:
    ids = some_cards(document, dice)
    name = dice.choice(["tags", "actors"])
    add, drop = dice.choice([(("klant", "balie"), ()), ((), ("klant",)), (("balie",), ("klant",))])
    document = apply(cards.set_card(document, ids[:1], **{name: ("klant", "winkel")}), document)
    allowed = Allowed()
    allowed.change("items", ids, [name])

    def check(after: Document) -> None:
        for card in ids:
            was, now = (getattr(table[card], name) for table in (document.item_table, after.item_table))
            assert set(now) == (set(was) - set(drop)) | set(add)
            assert len(now) == len(set(now))
            assert [word for word in now if word in was] == [word for word in was if word in now], "the order stays"

    return Call((ids, name, add, drop), allowed, check=check, before=document)


def set_words(document: Document, dice: Random) -> Call:
    words = dice.choice([("blij", "boos"), emotion_words(document.info)])
    allowed = Allowed()
    allowed.change("map", ["map"], ["emotion_words"])

    def check(after: Document) -> None:
        assert emotion_words(after.info) == words
        assert bool(after.info.emotion_words) == (words == ("blij", "boos")), "the usual list is kept as none"

    return Call((words,), allowed, check=check)


def shifted(document: Document, dice: Random) -> Call:
    table = dice.choice(["phases", "steps", "lanes", "personas"])
    record = dice.choice(list(document.tables[table]))
    rows = row_of(document, table, record)
    by, at = dice.choice([-1, 1]), rows.index(record)
    allowed = Allowed()
    allowed.change(table, [record], ["order"])

    def check(after: Document) -> None:
        wanted = [r for r in rows if r != record]
        wanted.insert(min(max(at + by, 0), len(rows) - 1), record)
        assert row_of(after, table, record) == wanted

    return Call((table, record, by), allowed, check=check)


def attach_one(document: Document, dice: Random) -> Call | None:
    call = attach_cards(document, dice)
    if call is None:
        return None
    ids, host = call.arguments
    first = ids[0]
    new = host not in {t.id for t in document.targets.get(first, ())}
    allowed = Allowed(added={"links": int(new)})
    if new and first not in document.targets:
        allowed.change("items", [first], PLACE)
        if document.item_table[host].place == "map":
            allowed.added["lanes"] = lacking(document, [document.item_table[first].kind])
    return Call((first, host), allowed)


def stacks(document: Document) -> dict[Any, list[str]]:
    """What lies where, in order."""
    rows: dict[Any, Iterable[Any]] = {**document.cells, "inbox": document.inbox, "parking": document.parking}
    return {place: [item.id for item in row] for place, row in rows.items() if row}


def move_to(document: Document, dice: Random) -> Call:
    """Like a move, and nothing at all where it would only write other order keys."""
    call = move_cards(document, dice)

    def check(after: Document) -> None:
        if stacks(document) == stacks(after):
            assert dict(after.item_table) == dict(document.item_table)
        else:
            call.check(after)

    return Call(call.arguments, call.allowed, check=check)


def copy_to(document: Document, dice: Random) -> Call:
    ids, target = some_cards(document, dice), some_target(document, dice)
    allowed = duplicate_cards_allowed(document, ids)
    # A copied card that hangs on touchpoints that are not copied may be taken off them where it is put down (PL3).
    hung = [document.link_table[i] for i in attached(document, ids)]
    grounds = allowed.added["links"] - sum(link.source_id in set(ids) for link in hung)
    allowed.added["links"], allowed.may_add["links"] = grounds, len(hung)
    return Call((ids, target), allowed)


def paste_columns(document: Document, dice: Random) -> Call:
    columns = [[f"k{column} {row}" for row in range(dice.randint(0, 2))] for column in range(dice.randint(1, 3))]
    target = some_target(document, dice)
    texts = [text for column in columns for text in column]
    allowed = Allowed(added={"items": len(texts)})
    allowed.number(len(texts))

    def check(after: Document) -> None:
        made = {item.text: item for key, item in after.item_table.items() if key not in document.item_table}
        assert sorted(made) == sorted(texts)
        for number, column in enumerate(columns):
            for text in column:
                if isinstance(target, Listing):
                    assert made[text].place == target.place
                else:
                    index = document.step_index[target.step_id] + number
                    step = document.steps[index].id if index < len(document.steps) else None
                    assert (made[text].place, made[text].step_id) == ("map" if step else "inbox", step)

    return Call((columns, target), allowed, check=check)


def connect(document: Document, dice: Random) -> Call | None:
    """The usual kind of link from one card to two others, where there is one and it is not there yet."""
    source, *targets = dice.sample(list(document.item_table), 3)
    new: list[tuple[str, str, str]] = []
    for target in targets:
        usual = links.usual_kind(document, source, target)
        if usual is None:
            continue
        kind = LINK_KINDS[usual]
        turned = document.item_table[source].kind not in kind.sources
        ends = (target, source) if turned else (source, target)
        same = [other for other in LINK_KINDS.values() if other.flow] if kind.flow else [kind]
        if all(links.find_link(document, other, *ends) is None for other in same):
            new.append((kind.id, *ends))
    allowed = Allowed(added={"links": len(new)})
    first = {a: b for kind, a, b in reversed(new) if kind == "attach" and a not in document.targets}
    allowed.change("items", first, PLACE)
    lanes = [document.item_table[a].kind for a, b in first.items() if document.item_table[b].place == "map"]
    allowed.added["lanes"] = lacking(document, lanes)

    def check(after: Document) -> None:
        there = {(r.kind, r.source_id, r.target_id) for r in after.link_table.values()}
        assert set(new) <= there

    return Call(([source], targets), allowed, check=check)


def carry_new_pain(document: Document, dice: Random) -> Call | None:
    if not paths(document):
        return None
    link = dice.choice(paths(document))
    allowed = Allowed(added={"items": 1, "links": 1, "lanes": lacking(document, ["pain_point"])})
    allowed.change("links", [link.id], ["pain_point_ids"])
    allowed.number(1)

    def check(after: Document) -> None:
        (made,) = after.item_table.keys() - document.item_table.keys()
        assert after.link_table[link.id].pain_point_ids == (*link.pain_point_ids, made)
        assert [host.id for host in after.targets[made]] == [link.source_id]
        assert after.item_table[made].text == "zoek"

    return Call((link.id, "zoek"), allowed, check=check)


# -- clipboard ---------------------------------------------------------------------------------------------------


def paste_cards(document: Document, dice: Random) -> Call:
    other = some_map(dice) if dice.random() < 0.5 else document
    ids = some_cards(other, dice)
    payload = clipboard.copy_cards(other, ids)
    allowed = Allowed(
        added={"items": len(ids), **{name: len(payload[name]) for name in ("links", "emotions", "actions")}},
        may_add={
            "assets": len(payload["assets"]),
            "personas": len(payload["personas"]),
            "channels": len(payload["channels"]),
        },
    )
    allowed.number(len(ids))
    return Call((payload, some_target(document, dice)), allowed)


CASES: dict[str, Callable[[Document, Random], Call | None]] = {
    case.__name__: case
    for case in (
        *(add_cards, set_text, set_card, move_cards, delete_cards, duplicate_cards, change_kind, attach_cards),
        *(detach_card, add_attached, set_emotion, set_fields, reorder, add_phase, add_step, add_lane),
        *(remove_phase, remove_step, remove_lane, add_persona, remove_persona, add_channel, remove_channel),
        paste_cards,
        *(change_feeling, add_channel_to, toggle_channel, set_words, shifted, attach_one),
        change_members,
        *(move_to, copy_to, paste_columns, connect, carry_new_pain),
        *(set_aimed, link_cards, unlink, set_link, reverse_link, add_action, set_actions, move_action, remove_actions),
        *(add_pictures, remove_picture, set_portrait, add_resting),
    )
}


def commands() -> dict[str, Callable[..., ChangeSet]]:
    """Every public function that returns changes: the commands, and what the widgets make of several of them."""
    return {
        name: function
        for module in (cards, grid, clipboard, links, pictures, panel_edits, canvas_edits)
        for name, function in vars(module).items()
        if inspect.isfunction(function)
        and function.__module__ == module.__name__
        and not name.startswith("_")
        and function.__annotations__["return"] == "ChangeSet"
        and function is not canvas_edits.in_one  # it does what it is given, and nothing of its own
    }


def test_every_command_has_a_case() -> None:
    assert set(commands()) == set(CASES)


@pytest.mark.parametrize("name", CASES)
@settings(max_examples=40, deadline=None)
@given(seed=st.integers(min_value=0, max_value=2**32))
def test_nothing_else_changes(name: str, seed: int) -> None:
    dice = Random(seed)
    document = some_map(dice)
    call = CASES[name](document, dice)
    if call is None:
        return
    document = call.before or document
    changes = commands()[name](document, *call.arguments, **call.named)
    after = apply(changes, document)
    allowed = call.allowed
    added: dict[str, int] = {}
    removed: set[Key] = set()
    for change in changes:
        key = (change.table, change.id)
        if change.old is None:
            added[change.table] = added.get(change.table, 0) + 1
        elif change.new is None:
            removed.add(key)
            assert key in allowed.removed | allowed.may_remove, f"{key} was removed"
        else:
            old, new = record_fields(change.old), record_fields(change.new)
            touched = {at for at in old.keys() | new.keys() if old.get(at) != new.get(at)}
            assert touched <= allowed.fields.get(key, frozenset()), f"{key}: {touched}"
    assert removed >= allowed.removed
    for table in added.keys() | allowed.added.keys():
        least = allowed.added.get(table, 0)
        assert least <= added.get(table, 0) <= least + allowed.may_add.get(table, 0), (table, added)
    assert violations(after) == [], "the session would refuse it"
    assert after.info.next_number - document.info.next_number == added.get("items", 0)
    call.check(after)


def test_what_hangs_on_a_card_that_is_no_touchpoint_any_more_goes_to_its_next_target() -> None:
    """A rare case of change_kind, spelled out."""
    document = new_map("Proef", "nl", ["A", "B"], ["touchpoints", "pain_points", "insights"])
    touchpoints, pains = (lane.id for lane in document.lanes[:2])
    first, second = (step.id for step in document.steps)
    for lane, step in ((touchpoints, first), (touchpoints, second), (pains, first)):
        document = apply(cards.add_cards(document, "note", ["x"], Cell(lane, step)), document)
    one, two, pain = list(document.item_table)
    for host in (one, two):
        document = apply(cards.attach_cards(document, [pain], host), document)
    after = apply(cards.change_kind(document, [one], "insight"), document)
    assert violations(after) == []
    assert after.item_table[pain].step_id == second
    assert [t.id for t in after.targets[pain]] == [two]


def test_the_check_bites() -> None:
    """A command that also touches a neighbour is caught."""
    dice = Random(7)
    document = some_map(dice)
    first, second = list(document.item_table)[:2]
    case = CASES["set_text"]

    def careless(document: Document, item_id: str, text: str) -> ChangeSet:
        other = second if item_id == first else first
        made = cards.set_text(document, item_id, text)
        both = cards.set_text(apply(made, document), other, text)
        return ChangeSet((*made.changes, *both.changes), made.label)

    call = case(document, dice)
    assert call is not None
    changed = {(change.table, change.id) for change in careless(document, *call.arguments)}
    assert not changed <= set(call.allowed.fields)
