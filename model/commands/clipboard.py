"""Copy and paste of cards, inside a map, between windows and between maps.

The clipboard holds plain rows of records.  Pasting gives new ids and numbers, matches personas and channels by id
or else by name, and adds those that the map does not have.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from model.changes import ChangeSet, Edit
from model.commands.following import follow, spot
from model.commands.pictures import drop_unused
from model.commands.places import Cell, Listing, Target, first_target, in_map_order, item_kind_of, landing, order_keys
from model.document import Document
from model.i18n import QT_TRANSLATE_NOOP
from model.ids import new_id
from model.kinds import ITEM_KINDS, LINK_KINDS
from model.order import between
from model.records import Action, BadRecord, Channel, Emotion, Item, Link, Persona, record_to_row, row_to_record

FORMAT = "journeywall-cards"
VERSION = 1
MAX_CARDS = 5_000
"""More cards than this are not taken from the clipboard."""


def copy_cards(document: Document, item_ids: Sequence[str]) -> dict[str, Any]:
    """The chosen cards as plain JSON, in map order, with their links among each other, actions, pictures, feelings,
    personas and channels."""
    items = in_map_order(document, item_ids)
    ids = {item.id for item in items}
    links = [r for r in document.link_table.values() if r.source_id in ids and r.target_id in ids]
    emotions = [r for r in document.emotion_table.values() if r.touchpoint_id in ids]
    felt = {r.persona_id for r in emotions}
    used = {channel for item in items for channel in item.channel_ids}
    named = {persona for item in items for persona in item.persona_ids}
    people = [r for r in document.personas if r.id in felt or r.id in named]
    seen = {picture for item in items for picture in item.pictures} | {r.portrait for r in people if r.portrait}
    return {
        "format": FORMAT,
        "version": VERSION,
        "items": [record_to_row(r) for r in items],
        "links": [record_to_row(r) for r in links],
        "emotions": [record_to_row(r) for r in emotions],
        "actions": [record_to_row(r) for item in items for r in document.actions_of.get(item.id, ())],
        "assets": [record_to_row(document.asset_table[i]) for i in sorted(seen)],
        "personas": [record_to_row(r) for r in people],
        "channels": [record_to_row(r) for r in document.channels if r.id in used],
    }


def copy_text(document: Document, item_ids: Sequence[str]) -> str:
    """The texts of the chosen cards, one a line, for other programs."""
    return "\n".join(" ".join(item.text.split()) for item in in_map_order(document, item_ids))


def paste_cards(document: Document, payload: Mapping[str, Any], target: Target) -> ChangeSet:
    """Add the cards of :func:`copy_cards` at ``target``; the first card's step comes to the target's step and the
    others keep their kind's lane in it.  Cards without a lane of their kind go to the inbox.

    Raises ValueError when the payload is not one of ours or too large.
    """
    rows = _rows(payload)
    edit = Edit(document)
    edit.put(*(asset for asset in rows["assets"] if asset.id not in document.asset_table))
    personas = _matched(edit, rows["personas"], "personas")
    channels = _matched(edit, rows["channels"], "channels")
    number = document.info.next_number
    new_ids: dict[str, str] = {}
    for row in cast(list[Item], rows["items"]):
        item = row.changed(
            id=new_id("item"),
            number=number,
            channel_ids=tuple(channels[c] for c in row.channel_ids if c in channels),
            persona_ids=tuple(dict.fromkeys(personas[p] for p in row.persona_ids if p in personas)),
            pictures=tuple(p for p in row.pictures if p in edit.document.asset_table),
        )
        number += 1
        place = landing(edit.document, item, target) or Listing("inbox")
        if isinstance(place, Cell) and item.kind == "note":
            lane = edit.document.lane_table[place.lane_id]
            own = next((r for r in edit.document.lanes if r.kind == "notes"), None)
            if lane.kind != "notes" and own is not None:
                place = Cell(own.id, place.step_id)  # a pasted note stays a note
        fields = spot(place, order_keys(edit.document, place, 1)[0])
        if isinstance(place, Cell):
            fields["kind"] = item_kind_of(edit.document.lane_table[place.lane_id])
        item = item.changed(**fields)
        new_ids[row.id] = item.id
        edit.put(item)
    _put_links(edit, cast(list[Link], rows["links"]), new_ids)
    for action in cast(list[Action], rows["actions"]):
        if action.item_id in new_ids:
            edit.put(action.changed(id=new_id("action"), item_id=new_ids[action.item_id]))
    for new in new_ids.values():
        item, host = edit.document.item_table[new], first_target(edit.document, new)
        if host is not None and item.place == "map" and host.step_id != item.step_id:
            follow(edit, item, host)  # its touchpoint found no lane here and waits in the inbox
    _put_emotions(edit, cast(list[Emotion], rows["emotions"]), new_ids, personas)
    edit.put(edit.document.info.changed(next_number=number))
    drop_unused(edit, [asset.id for asset in rows["assets"]])
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Paste %n note(s)"), len(new_ids))


def _put_links(edit: Edit, links: Sequence[Link], new_ids: Mapping[str, str]) -> None:
    """Links between pasted cards; those that another program wrote and that mean nothing here are left out (I4)."""
    items = edit.document.item_table
    joined: set[tuple[str, frozenset[str] | tuple[str, str]]] = set()
    for link in links:
        kind = LINK_KINDS.get(link.kind)
        source, target = items.get(new_ids.get(link.source_id, "")), items.get(new_ids.get(link.target_id, ""))
        if source is None or target is None:
            continue
        carried = [items[new_ids[i]] for i in link.pain_point_ids if i in new_ids]
        if kind is not None:
            ends = frozenset((source.id, target.id)) if kind.symmetric else (source.id, target.id)
            if source is target or not kind.fits(source.kind, target.kind) or (kind.id, ends) in joined:
                continue
            joined.add((kind.id, ends))
            carried = [item for item in carried if item.kind == "pain_point" or item.kind not in ITEM_KINDS]
        pains = tuple(dict.fromkeys(item.id for item in carried))
        edit.put(link.changed(id=new_id("link"), source_id=source.id, target_id=target.id, pain_point_ids=pains))


def _put_emotions(
    edit: Edit, emotions: Sequence[Emotion], new_ids: Mapping[str, str], personas: Mapping[str, str]
) -> None:
    """Feelings at pasted touchpoints, one for each persona, that say something (I5)."""
    felt: set[tuple[str, str]] = set()
    for emotion in emotions:
        item = edit.document.item_table.get(new_ids.get(emotion.touchpoint_id, ""))
        persona = personas.get(emotion.persona_id, "")
        said = emotion.score is not None or emotion.aimed is not None or emotion.word or emotion.quote
        if item is not None and item.kind == "touchpoint" and persona and said and (item.id, persona) not in felt:
            felt.add((item.id, persona))
            edit.put(emotion.changed(id=new_id("emotion"), touchpoint_id=item.id, persona_id=persona))


def _rows(payload: Mapping[str, Any]) -> dict[str, list[Any]]:
    """The records of a payload.  Raises ValueError when it is not one of ours."""
    if payload.get("format") != FORMAT or payload.get("version") != VERSION:
        raise ValueError("not cards of this program")
    found: dict[str, list[Any]] = {}
    for table in ("items", "links", "emotions", "actions", "assets", "personas", "channels"):
        rows = payload.get(table, [])
        if not isinstance(rows, list) or len(rows) > MAX_CARDS * 4:
            raise ValueError("not cards of this program")
        try:
            found[table] = [row_to_record(table, row) for row in rows]
        except (BadRecord, TypeError, ValueError) as error:
            raise ValueError("not cards of this program") from error
    if len(found["items"]) > MAX_CARDS:
        raise ValueError("too many cards")
    return found


def _matched(edit: Edit, records: Sequence[Persona | Channel], table: str) -> dict[str, str]:
    """Ids of pasted personas or channels -> ids of this map; those that it does not have are added."""
    ids: dict[str, str] = {}
    for record in records:
        here = cast(Mapping[str, Persona | Channel], edit.document.tables[table])
        same = here.get(record.id) or next((r for r in here.values() if r.name == record.name), None)
        if same is None:
            last = max((r.order for r in here.values()), default=None)
            fields: dict[str, Any] = {"order": between(last, None)}
            if isinstance(record, Persona) and record.portrait not in edit.document.asset_table:
                fields["portrait"] = None
            same = record.changed(**fields)
            edit.put(same)
        ids[record.id] = same.id
    return ids
