"""Commands on cards: add, write, move, duplicate, delete, change kind.  Pure: a document in, a ChangeSet out.

Every command changes exactly the cards it names, plus the consequences written in its rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from model import order
from model.changes import ChangeSet, Edit
from model.commands.following import follow, resettle, settle, spot
from model.commands.grid import add_lane_of
from model.commands.pictures import drop_unused
from model.commands.places import (
    Cell,
    Listing,
    Target,
    first_target,
    followers,
    in_map_order,
    item_kind_of,
    landing,
    order_keys,
)
from model.document import Document
from model.i18n import QT_TRANSLATE_NOOP
from model.ids import new_id
from model.kinds import ITEM_KINDS, LINK_KINDS
from model.records import Emotion, Item, Link


def add_cards(document: Document, kind: str, texts: Sequence[str], target: Target) -> ChangeSet:
    """New cards of ``kind`` with ``texts``, in that order, at ``target``.

    In a cell the lane decides the kind.  Raises ValueError for a cell that does not exist or holds no cards.
    """
    if isinstance(target, Cell):
        lane = document.lane_table.get(target.lane_id)
        if lane is None or target.step_id not in document.step_table:
            raise ValueError("there is no such cell")
        own = item_kind_of(lane)
        if own is None:
            raise ValueError("this lane holds no cards")
        kind = own
    edit = Edit(document)
    number = document.info.next_number
    keys = order_keys(document, target, len(texts))
    edit.put(
        *(
            Item(id=new_id("item"), kind=kind, number=number + i, text=text, **spot(target, key))
            for i, (text, key) in enumerate(zip(texts, keys, strict=True))
        )
    )
    edit.put(document.info.changed(next_number=number + len(texts)))
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Add %n note(s)"), len(texts))


def set_text(document: Document, item_id: str, text: str) -> ChangeSet:
    """Write a card's text."""
    edit = Edit(document)
    edit.put(document.item_table[item_id].changed(text=text))
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Edit note"))


def set_card(document: Document, /, item_ids: Sequence[str], **fields: Any) -> ChangeSet:
    """Set fields of cards (:mod:`model.fields`); not their place or kind, nor their pictures, which have commands of
    their own (:mod:`model.commands.pictures`)."""
    forbidden = fields.keys() & {"place", "lane_id", "step_id", "order", "kind", "number", "id", "pictures"}
    if forbidden:
        raise ValueError(f"not set this way: {', '.join(sorted(forbidden))}")
    edit = Edit(document)
    # A field that the record keeps unseen is kept as it comes back from the file.
    kept = {
        name: list(value) if isinstance(value, tuple) and name not in Item.names else value
        for name, value in fields.items()
    }
    edit.put(*(document.item_table[i].changed(**kept) for i in dict.fromkeys(item_ids)))
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Change note"))


def move_cards(document: Document, item_ids: Sequence[str], target: Target) -> ChangeSet:
    """Move cards to ``target``, keeping their order (PL1, PL2, PL3).  Cards that cannot land there stay.

    A selected card whose first target is selected too just follows it, also from another list.
    """
    edit = Edit(document)
    chosen = in_map_order(document, item_ids)
    ids = {item.id for item in chosen}
    leading, following = [], []
    for item in chosen:
        host = first_target(document, item.id)
        if host is None or host.id not in ids:
            leading.append(item)
        elif item not in followers(document, host):
            following.append((item, host))
    groups: dict[Target, list[Item]] = {}
    for item in leading:
        place = landing(document, item, target)
        if place is not None:
            groups.setdefault(place, []).append(item)
    moved = 0
    for place, items in groups.items():
        leaving = frozenset(item.id for item in items)
        before = place.before
        if before in leaving:  # dropped on itself: keep the place, which is before the next card that stays
            stays = list(
                edit.document.cell(place.lane_id, place.step_id)
                if isinstance(place, Cell)
                else edit.document.listed(place.place)
            )
            after = stays[next(i for i, item in enumerate(stays) if item.id == before) :]
            before = next((item.id for item in after if item.id not in leaving), None)
            place = (
                Cell(place.lane_id, place.step_id, before) if isinstance(place, Cell) else Listing(place.place, before)
            )
        keys = order_keys(edit.document, place, len(items), leaving)
        for item, key in zip(items, keys, strict=True):
            _place(edit, item, place, key)
            moved += 1
    for item, host in following:
        if edit.document.item_table[host.id] != host:
            follow(edit, item, edit.document.item_table[host.id])
            moved += 1
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Move %n note(s)"), moved)


def _place(edit: Edit, item: Item, place: Target, key: str) -> None:
    """Put one card at ``place``; what hangs on it follows (PL2), what it hangs on is looked at again (PL3)."""
    along = followers(edit.document, item)
    fields = spot(place, key)
    if isinstance(place, Cell):
        fields["kind"] = item_kind_of(edit.document.lane_table[place.lane_id])
    now = item.changed(**fields)
    edit.put(now)
    if now.place == item.place and now.step_id == item.step_id:
        return
    for follower in along:
        follow(edit, follower, now)
    settle(edit, now)


def delete_cards(document: Document, item_ids: Sequence[str]) -> ChangeSet:
    """Delete cards with their feelings, links and actions.  What hangs on them stays in its place, unattached."""
    edit = Edit(document)
    gone = {i for i in item_ids if i in document.item_table}
    edit.remove(*(r for r in document.action_table.values() if r.item_id in gone))
    _forget_pains(edit, gone)
    edit.remove(*(r for r in document.emotion_table.values() if r.touchpoint_id in gone))
    edit.remove(*(r for r in document.link_table.values() if r.source_id in gone or r.target_id in gone))
    edit.remove(*(document.item_table[i] for i in gone))
    drop_unused(edit, [picture for i in gone for picture in document.item_table[i].pictures])
    hung = {r.source_id for r in document.link_table.values() if r.kind == "attach" and r.target_id in gone}
    for source in (hung & document.item_table.keys()) - gone:
        resettle(edit, source)
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Delete %n note(s)"), len(gone))


def _forget_pains(edit: Edit, gone: set[str]) -> None:
    """Take cards that are pain points no more off the paths that carry them."""
    for link in edit.document.link_table.values():
        left = tuple(i for i in link.pain_point_ids if i not in gone)
        if left != link.pain_point_ids:
            edit.put(link.changed(pain_point_ids=left))


def duplicate_cards(document: Document, item_ids: Sequence[str]) -> ChangeSet:
    """A copy of each card right after it, with its feelings and actions; an attached card's copy hangs on the same
    targets, or on their copies where these are copied too, and rests on the same grounds.  Paths between touchpoints
    are copied where both ends are."""
    edit = Edit(document)
    number = document.info.next_number
    copies: dict[str, Item] = {}
    for item in in_map_order(document, item_ids):
        target = _after(edit.document, item)
        key = order_keys(edit.document, target, 1)[0]
        copies[item.id] = item.changed(id=new_id("item"), number=number, order=key)
        number += 1
        edit.put(copies[item.id])
    for link in document.link_table.values():
        flow = link.kind in LINK_KINDS and LINK_KINDS[link.kind].flow
        if link.source_id in copies and (link.target_id in copies or not flow):
            host = copies.get(link.target_id)
            edit.put(
                link.changed(
                    id=new_id("link"),
                    source_id=copies[link.source_id].id,
                    target_id=host.id if host else link.target_id,
                )
            )
    for emotion in document.emotion_table.values():
        if emotion.touchpoint_id in copies:
            edit.put(emotion.changed(id=new_id("emotion"), touchpoint_id=copies[emotion.touchpoint_id].id))
    for action in document.action_table.values():
        if action.item_id in copies:
            edit.put(action.changed(id=new_id("action"), item_id=copies[action.item_id].id))
    edit.put(document.info.changed(next_number=number))
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Duplicate %n note(s)"), len(copies))


def _after(document: Document, item: Item) -> Target:
    """The place right after a card."""
    if item.place == "map":
        cell = Cell(item.lane_id or "", item.step_id or "")
        standing = document.cell(cell.lane_id, cell.step_id)
    else:
        standing = document.listed(item.place)
    index = next(i for i, other in enumerate(standing) if other.id == item.id)
    before = standing[index + 1].id if index + 1 < len(standing) else None
    if item.place == "map":
        return Cell(item.lane_id or "", item.step_id or "", before)
    return Listing(item.place, before)


def change_kind(document: Document, item_ids: Sequence[str], kind: str) -> ChangeSet:
    """Make cards another kind.  Text, number and what the new kind can carry stay: a card that ceases to be a
    touchpoint loses its feelings, and what hung on it goes as when it is deleted; links that the new kind cannot have
    go.  What the new kind does not show (a severity, actions) is kept, for the way back.  On the map it goes to a
    lane of the new kind in the same step, or, if there is none, to the inbox.  Raises ValueError for an unknown kind.
    """
    if kind not in ITEM_KINDS:
        raise ValueError(f"no such kind of card: {kind}")
    edit = Edit(document)
    changed = [item for item in in_map_order(document, item_ids) if item.kind != kind]
    left: list[str] = []
    for item in changed:
        if item.kind == "touchpoint":
            left += [r.id for r in edit.document.attachments.get(item.id, ())]
            edit.remove(*(r for r in edit.document.emotion_table.values() if r.touchpoint_id == item.id))
        if item.kind == "pain_point":
            _forget_pains(edit, {item.id})
        edit.remove(*(r for r in edit.document.link_table.values() if misfits(edit.document, r, item.id, kind)))
        now = item.changed(kind=kind)
        if item.place == "map":
            lane = next((r for r in edit.document.lanes if item_kind_of(r) == kind), None)
            place: Target = Cell(lane.id, item.step_id or "") if lane else Listing("inbox")
            now = now.changed(**spot(place, order_keys(edit.document, place, 1)[0]))
        edit.put(now)
    for source in dict.fromkeys(left):
        resettle(edit, source)
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Change kind of %n note(s)"), len(changed))


def misfits(document: Document, link: Link, item_id: str, kind: str) -> bool:
    """Whether a link of the card ``item_id`` cannot be once the card is of ``kind``."""
    known = LINK_KINDS.get(link.kind)
    if known is None or item_id not in (link.source_id, link.target_id):
        return False
    other = document.item_table.get(link.target_id if link.source_id == item_id else link.source_id)
    if other is None:
        return True
    return not (known.fits(kind, other.kind) if link.source_id == item_id else known.fits(other.kind, kind))


def attach_cards(document: Document, source_ids: Sequence[str], touchpoint_id: str) -> ChangeSet:
    """Hang insights, pain points, opportunities or solutions on a touchpoint.

    A card that hung on nothing moves under it (its kind's lane is added when the map has none); one that had a
    target keeps its place and names this one as well.  Raises ValueError when a card cannot be attached.
    """
    host = document.item_table[touchpoint_id]
    if host.kind != "touchpoint":
        raise ValueError("cards are attached to touchpoints")
    edit = Edit(document)
    count = 0
    for item in in_map_order(document, source_ids):
        if item.kind not in ITEM_KINDS or not ITEM_KINDS[item.kind].attaches:
            raise ValueError(f"a card of the kind {item.kind!r} cannot be attached")
        links = [r for r in edit.document.link_table.values() if r.source_id == item.id and r.kind == "attach"]
        if any(r.target_id == touchpoint_id for r in links):
            continue
        last = max((r.order for r in links), default=None)
        edit.put(Link(id=new_id("link"), source_id=item.id, target_id=touchpoint_id, order=order.between(last, None)))
        count += 1
        if not links:
            if host.place == "map":
                ensure_lane(edit, item.kind)
            if item.place != host.place or item.step_id != host.step_id:
                follow(edit, item, host)
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Attach %n note(s)"), count)


def detach_card(document: Document, source_id: str, touchpoint_id: str) -> ChangeSet:
    """Take a card off one touchpoint.  It moves under its next target, if it has one; else it stays in place."""
    edit = Edit(document)
    edit.remove(
        *(
            r
            for r in document.link_table.values()
            if r.source_id == source_id and r.target_id == touchpoint_id and r.kind == "attach"
        )
    )
    resettle(edit, source_id)
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Detach note"))


def add_attached(document: Document, kind: str, text: str, touchpoint_id: str) -> ChangeSet:
    """A new card of ``kind`` that hangs on a touchpoint, in one step."""
    edit = Edit(document)
    ensure_lane(edit, kind)
    made = add_cards(edit.document, kind, [text], Listing("inbox"))
    edit.document = edit.document.with_changes((c.table, c.id, c.new) for c in made)
    attached = attach_cards(edit.document, [made.added("items")[0]], touchpoint_id)
    edit.document = edit.document.with_changes((c.table, c.id, c.new) for c in attached)
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Add %n note(s)"), 1)


def ensure_lane(edit: Edit, kind: str) -> None:
    """Add a lane for cards of ``kind`` at its usual place, where the map has none (lanes appear when used)."""
    if next((r for r in edit.document.lanes if item_kind_of(r) == kind), None) is None:
        add_lane_of(edit, kind)


def set_emotion(
    document: Document,
    touchpoint_id: str,
    persona_id: str,
    *,
    score: int | None = None,
    word: str = "",
    quote: str = "",
) -> ChangeSet:
    """Set what a persona feels at a touchpoint: score -2..+2 or None, a word, a quote.  All empty clears it; the
    feeling aimed for stays."""
    if document.item_table[touchpoint_id].kind != "touchpoint":
        raise ValueError("only a touchpoint has feelings")
    edit = Edit(document)
    was = document.emotions.get((touchpoint_id, persona_id))
    if score is None and not word and not quote:
        if was is not None:
            _felt(edit, was.changed(score=None, word="", quote=""))
        return edit.result(QT_TRANSLATE_NOOP("Undo", "Clear feeling"))
    record = was or Emotion(id=new_id("emotion"), touchpoint_id=touchpoint_id, persona_id=persona_id)
    edit.put(record.changed(score=score, word=word, quote=quote))
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Set feeling"))


def set_aimed(document: Document, touchpoint_id: str, persona_id: str, aimed: int | None) -> ChangeSet:
    """Set the feeling that is aimed for at a touchpoint for a persona, -2..+2; None clears it."""
    if document.item_table[touchpoint_id].kind != "touchpoint":
        raise ValueError("only a touchpoint has feelings")
    edit = Edit(document)
    was = document.emotions.get((touchpoint_id, persona_id))
    if was is not None or aimed is not None:
        record = was or Emotion(id=new_id("emotion"), touchpoint_id=touchpoint_id, persona_id=persona_id)
        _felt(edit, record.changed(aimed=aimed))
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Set feeling aimed for"))


def _felt(edit: Edit, record: Emotion) -> None:
    """Put a feeling; one that says nothing goes."""
    if record.score is None and record.aimed is None and not record.word and not record.quote:
        edit.remove(record)
    else:
        edit.put(record)
