"""What one document knows of its order goes on in the next one, where the edit between them did not touch it.

The views of :class:`model.document.Document` are worked out when first asked for and kept in the document.  An edit
makes another document; most of its views would come out the same, or the same but for a few cells.  Nothing here
decides anything: a view that is not carried on is worked out anew, with the same result
(``tests/model/test_editing_machine.py`` holds each document of its edits to that).

Cells and lists that an edit did not touch are the very tuples of the document before, which is how the layout knows
that it need not look at them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from model.records import Item, Record

Cells = Mapping[tuple[str, str], tuple["Item", ...]]
Hanging = Mapping[str, tuple["Item", ...]]
Touched = Mapping[str, Sequence[tuple["Record | None", "Record | None"]]]
"""By table: the old and the new of each record that an edit changed; None is "not there"."""

VIEWS: dict[str, frozenset[str]] = {
    "phases": frozenset({"phases"}),
    "lanes": frozenset({"lanes"}),
    "lane_index": frozenset({"lanes"}),
    "personas": frozenset({"personas"}),
    "channels": frozenset({"channels"}),
    "filters": frozenset({"filters"}),
    "steps": frozenset({"phases", "steps"}),
    "steps_by_phase": frozenset({"phases", "steps"}),
    "step_index": frozenset({"phases", "steps"}),
    "links_from": frozenset({"links"}),
    "links_to": frozenset({"links"}),
    "actions_of": frozenset({"actions"}),
    "emotions": frozenset({"emotions"}),
    "cells": frozenset({"items"}),
    "inbox": frozenset({"items"}),
    "parking": frozenset({"items"}),
    "placed": frozenset({"items", "lanes", "phases", "steps"}),
    "touchpoints": frozenset({"items", "lanes", "phases", "steps"}),
    "targets": frozenset({"items", "links"}),
    "attachments": frozenset({"items", "lanes", "links"}),
    "feeling": frozenset({"emotions", "items", "lanes", "phases", "steps"}),
    "channels_by_step": frozenset({"channels", "items", "lanes", "phases", "steps"}),
    "_numbers": frozenset({"items"}),
}
"""The tables that each view is made of."""

FEW = 64
"""When more cards change at once, their views are worked out anew: patching would take as long."""


def carry(known: Mapping[str, Any], touched: Touched) -> dict[str, Any]:
    """The views that the next document has from the beginning.

    ``known`` are those that the document before has worked out, by name; other names in it are passed over.
    """
    found = {name: known[name] for name, tables in VIEWS.items() if name in known and tables.isdisjoint(touched)}
    cards = cast("Sequence[tuple[Item | None, Item | None]]", touched.get("items", ()))
    if not cards or len(cards) > FEW:
        return found
    if "cells" in known:
        found["cells"] = _cells(known["cells"], cards)
    for place in ("inbox", "parking"):
        if place in known:
            found[place] = _list(known[place], place, cards)
    if "links" not in touched and known.keys() >= {"targets", "attachments"} and "lane_index" in found:
        found |= _hanging(known["targets"], known["attachments"], found["lane_index"], cards)
    return found


def _cell_of(item: Item | None) -> tuple[str, str] | None:
    if item is None or item.place != "map" or item.lane_id is None or item.step_id is None:
        return None
    return item.lane_id, item.step_id


def _in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda r: (r.order, r.id)))


def _cells(before: Cells, cards: Sequence[tuple[Item | None, Item | None]]) -> Cells:
    come: dict[tuple[str, str], list[Item]] = {}
    gone: set[int] = set()
    for old, new in cards:
        gone.add(id(old))
        for cell in (_cell_of(old), _cell_of(new)):
            if cell is not None:
                come.setdefault(cell, [])
        if new is not None and (now := _cell_of(new)) is not None:
            come[now].append(new)
    cells = dict(before)
    for cell, new_ones in come.items():
        items = [*(item for item in before.get(cell, ()) if id(item) not in gone), *new_ones]
        if items:
            cells[cell] = _in_order(items)
        else:
            cells.pop(cell, None)
    return cells


def _list(before: tuple[Item, ...], place: str, cards: Sequence[tuple[Item | None, Item | None]]) -> tuple[Item, ...]:
    gone = {id(old) for old, _ in cards if old is not None and old.place == place}
    come = [new for _, new in cards if new is not None and new.place == place]
    if not gone and not come:
        return before
    return _in_order([*(item for item in before if id(item) not in gone), *come])


def _hanging(
    targets: Hanging, attachments: Hanging, lanes: Mapping[str, int], cards: Sequence[tuple[Item | None, Item | None]]
) -> dict[str, Hanging]:
    """What hangs on what, when cards became others and no link did; nothing when cards came or went."""
    now: dict[str, Item] = {}
    for old, new in cards:
        if old is None or new is None or old.id != new.id:
            return {}
        if new.id in targets or new.id in attachments:
            now[new.id] = new
    if not now:
        return {"targets": targets, "attachments": attachments}
    hosts, hanging = dict(targets), dict(attachments)
    for source in {source.id for card in now for source in attachments.get(card, ())}:
        hosts[source] = tuple(now.get(item.id, item) for item in targets[source])
    far = len(lanes)
    for host in {host.id for card in now for host in targets.get(card, ())}:
        items = (now.get(item.id, item) for item in attachments[host])
        key = [(lanes.get(item.lane_id or "", far), item.order, item.id, item) for item in items]
        hanging[host] = tuple(row[3] for row in sorted(key, key=lambda row: row[:3]))
    return {"targets": hosts, "attachments": hanging}
