"""Calls of what panels, canvas and clipboard make of several commands, each with what it may change."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from typing import Any

from card_calls import attach_cards, duplicate_cards_allowed, move_cards
from command_calls import PLACE, Allowed, Call, Case, attached, lacking, paths, some_cards, some_map, some_target
from model.changes import apply
from model.commands import cards, clipboard, links
from model.commands.places import Listing
from model.document import Document
from model.emotionwords import emotion_words
from model.kinds import LINK_KINDS
from model.records import record_fields
from widgets.panels.edits import row_of


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


CALLS: tuple[Case, ...] = (
    change_feeling,
    add_channel_to,
    toggle_channel,
    change_members,
    set_words,
    shifted,
    attach_one,
    move_to,
    copy_to,
    paste_columns,
    connect,
    carry_new_pain,
    paste_cards,
)
