"""What follows whom when touchpoints move: the working side of PL2 and PL3 (see :mod:`model.commands.places`)."""

from __future__ import annotations

from typing import Any

from model import order
from model.changes import Edit
from model.commands.places import Cell, Listing, Target, first_target, item_kind_of, lane_for, order_keys
from model.records import Item


def spot(target: Target, key: str) -> dict[str, Any]:
    """The fields of a card that stands at ``target`` with the order key ``key``."""
    if isinstance(target, Cell):
        return {"place": "map", "lane_id": target.lane_id, "step_id": target.step_id, "order": key}
    return {"place": target.place, "lane_id": None, "step_id": None, "order": key}


def follow(edit: Edit, item: Item, touchpoint: Item) -> None:
    """Put an attached card where its first target stands: its own lane in that step, or the same list (PL2).

    Without a lane of its kind it goes to the inbox, still attached.
    """
    if touchpoint.place == "map":
        lane = edit.document.lane_table.get(item.lane_id or "")
        if lane is None or item_kind_of(lane) != item.kind:
            lane = lane_for(edit.document, item.kind)
        place: Target = Cell(lane.id, touchpoint.step_id or "") if lane else Listing("inbox")
    else:
        place = Listing(touchpoint.place)
    key = order_keys(edit.document, place, 1, frozenset({item.id}))[0]
    edit.put(edit.document.item_table[item.id].changed(**spot(place, key)))


def settle(edit: Edit, item: Item) -> None:
    """After an attached card was moved by itself: choose its first target anew, or take it off (PL3)."""
    targets = edit.document.targets.get(item.id, ())
    if not targets or item.place != "map" or targets[0].step_id == item.step_id:
        return
    here = next((target for target in targets if target.place == "map" and target.step_id == item.step_id), None)
    links = [r for r in edit.document.link_table.values() if r.source_id == item.id and r.kind == "attach"]
    if here is None:
        edit.remove(*links)
        return
    first = min(links, key=lambda r: (r.order, r.id))
    chosen = next(r for r in links if r.target_id == here.id)
    edit.put(chosen.changed(order=order.between(None, first.order)))


def resettle(edit: Edit, item_id: str) -> None:
    """After a card lost its first target: it moves under the next one, if it has any (PL2); else it stays."""
    item = edit.document.item_table[item_id]
    target = first_target(edit.document, item_id)
    if target is not None and item.place == "map" and (target.place != "map" or target.step_id != item.step_id):
        follow(edit, item, target)
