"""Calls of the commands for links, actions and pictures, each with what it may change."""

from __future__ import annotations

from random import Random
from typing import Any

from command_calls import ASSETS, PLACE, Allowed, Call, Case, lacking, paths
from model.commands import links
from model.document import Document
from model.kinds import LINK_KINDS, link_kinds_between


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


def set_logo(document: Document, dice: Random) -> Call:
    asset = dice.choice([None, *ASSETS])
    allowed = Allowed(added={"assets": int(asset is not None and asset.id not in document.asset_table)})
    allowed.change("map", ["map"], ["logo"])
    if document.info.logo:
        allowed.may_remove = {("assets", document.info.logo)}
    return Call((asset,), allowed)


CALLS: tuple[Case, ...] = (
    link_cards,
    unlink,
    set_link,
    reverse_link,
    add_action,
    set_actions,
    move_action,
    remove_actions,
    add_pictures,
    remove_picture,
    set_portrait,
    set_logo,
)
