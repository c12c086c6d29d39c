"""Calls of the commands for cards and feelings, each with what it may change."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from typing import Any

from command_calls import (
    ATTACHING,
    PLACE,
    Allowed,
    Call,
    Case,
    actions_of,
    attached,
    felt_at,
    lacking,
    links_of,
    some_cards,
    some_target,
    spot,
    unshown,
)
from model.commands.places import Cell, Listing, first_target, followers, landing, lane_for
from model.document import Document
from model.kinds import ITEM_KINDS, LINK_KINDS


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


CALLS: tuple[Case, ...] = (
    add_cards,
    set_text,
    set_card,
    move_cards,
    delete_cards,
    duplicate_cards,
    change_kind,
    attach_cards,
    detach_card,
    add_attached,
    add_resting,
    set_emotion,
    set_aimed,
)
