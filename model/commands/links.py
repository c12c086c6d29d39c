"""Commands on links between cards and on the actions of solutions.

LK1  A link leads between the kinds of cards that its kind allows; drawn the other way round it is turned.
LK2  There is one link of a kind between two cards; drawing it again changes nothing.  A path between two touchpoints
     may be changed into another kind of path.
LK3  "attach" is placing as well: it follows PL2 and PL3 (:mod:`model.commands.places`).  The others move nothing.
AC1  Actions belong to a card and go with it; they are changed and ordered by themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from model import order
from model.changes import ChangeSet, Edit
from model.commands.cards import add_cards, attach_cards, detach_card, ensure_lane
from model.commands.following import resettle
from model.commands.places import Cell, Listing, Target, item_kind_of
from model.document import Document
from model.i18n import QT_TRANSLATE_NOOP
from model.ids import new_id
from model.kinds import LINK_KINDS, LinkKind, link_kinds_between
from model.records import Action, Link


def find_link(document: Document, kind: LinkKind, source_id: str, target_id: str) -> Link | None:
    """The link of ``kind`` between two cards; for a symmetric kind in either direction."""
    wanted = {(source_id, target_id)} | ({(target_id, source_id)} if kind.symmetric else set())
    return next(
        (r for r in document.link_table.values() if r.kind == kind.id and (r.source_id, r.target_id) in wanted), None
    )


def usual_kind(document: Document, source_id: str, target_id: str) -> str | None:
    """The kind of link that a line from one card to another most likely means; None where there is none.

    Between touchpoints: a loop where the line goes back to an earlier step, a hand-over where they share no channel
    or are of different departments, else "next".
    """
    source, target = document.item_table[source_id], document.item_table[target_id]
    kinds = [kind.id for kind, _ in link_kinds_between(source.kind, target.kind)]
    if source_id == target_id or not kinds:
        return None
    if not LINK_KINDS[kinds[0]].flow:
        return kinds[0]
    here, there = (document.step_index.get(item.step_id or "") for item in (source, target))
    if here is not None and there is not None and there < here:
        return "loop"
    apart = source.channel_ids and target.channel_ids and not set(source.channel_ids) & set(target.channel_ids)
    if apart or (source.department and target.department and source.department != target.department):
        return "handover"
    return "next"


def link_cards(document: Document, kind: str, source_ids: Sequence[str], target_id: str) -> ChangeSet:
    """Link cards to another card (LK1, LK2, LK3).  Raises ValueError where that kind of link cannot be."""
    if kind == "attach":
        target = document.item_table[target_id]
        if target.kind != "touchpoint" and len(source_ids) == 1:  # drawn from the touchpoint
            return attach_cards(document, [target_id], source_ids[0])
        return attach_cards(document, source_ids, target_id)
    if kind not in LINK_KINDS:
        raise ValueError(f"no such kind of link: {kind}")
    known = LINK_KINDS[kind]
    edit = Edit(document)
    count = 0
    for source_id in dict.fromkeys(source_ids):
        source, target = document.item_table[source_id], document.item_table[target_id]
        if source_id == target_id:
            raise ValueError("a card is not linked to itself")
        ends = (source_id, target_id)
        if not (source.kind in known.sources and target.kind in known.targets):
            if not (target.kind in known.sources and source.kind in known.targets):
                raise ValueError(f"no link {kind!r} between {source.kind!r} and {target.kind!r}")
            ends = (target_id, source_id)
        if find_link(edit.document, known, *ends) is None:
            last = max((r.order for r in edit.document.links_from.get(ends[0], ()) if r.kind == kind), default=None)
            edit.put(
                Link(
                    id=new_id("link"),
                    kind=kind,
                    source_id=ends[0],
                    target_id=ends[1],
                    order=order.between(last, None),
                )
            )
            count += 1
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Link %n note(s)"), count)


def resting_link(kind: str, ground_kind: str) -> str | None:
    """The kind of link by which a card of ``kind`` rests on one of ``ground_kind``: an opportunity is based on pain
    points and insights, a solution answers opportunities; None where it rests on no such card."""
    for known in LINK_KINDS.values():
        rests = known.id != "attach" and not known.flow and not known.symmetric
        if rests and kind in known.sources and ground_kind in known.targets:
            return known.id
    return None


def add_resting(document: Document, kind: str, text: str, ground_id: str) -> ChangeSet:
    """A new card of ``kind`` that rests on a card of the map, in the same step, linked to it, in one step of history.

    A card that is off the map gets one in the same list.  Raises ValueError where such a card rests on no such card.
    """
    ground = document.item_table[ground_id]
    link = resting_link(kind, ground.kind)
    if link is None:
        raise ValueError(f"no {kind!r} rests on a {ground.kind!r}")
    edit = Edit(document)
    target: Target
    if ground.place == "map":
        ensure_lane(edit, kind)
        lane = next(r for r in edit.document.lanes if item_kind_of(r) == kind)
        target = Cell(lane.id, ground.step_id or "")
    else:
        target = Listing(ground.place)
    made = add_cards(edit.document, kind, [text], target)
    edit.document = edit.document.with_changes((c.table, c.id, c.new) for c in made)
    linked = link_cards(edit.document, link, [made.added("items")[0]], ground_id)
    edit.document = edit.document.with_changes((c.table, c.id, c.new) for c in linked)
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Add %n note(s)"), 1)


def unlink(document: Document, link_ids: Sequence[str]) -> ChangeSet:
    """Remove links of any kind; a card taken off its first target moves under the next one (PL2)."""
    links = [document.link_table[i] for i in dict.fromkeys(link_ids) if i in document.link_table]
    if len(links) == 1 and links[0].kind == "attach":
        return detach_card(document, links[0].source_id, links[0].target_id)
    edit = Edit(document)
    edit.remove(*links)
    for source_id in dict.fromkeys(link.source_id for link in links if link.kind == "attach"):
        if source_id in edit.document.item_table:
            resettle(edit, source_id)
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Remove %n link(s)"), len(links))


def set_link(document: Document, /, link_id: str, **fields: Any) -> ChangeSet:
    """Change a link's ``text`` or ``pain_point_ids``, or the ``kind`` of a path into another kind of path (LK2)."""
    if fields.keys() - {"kind", "text", "pain_point_ids"}:
        raise ValueError("only kind, text and pain points of a link are changed")
    edit = Edit(document)
    link = document.link_table[link_id]
    wanted = fields.get("kind", link.kind)
    known, kind = LINK_KINDS.get(link.kind), LINK_KINDS.get(wanted)
    if wanted != link.kind and not (known is not None and known.flow and kind is not None and kind.flow):
        raise ValueError("only a path becomes another kind of path")
    there = find_link(document, kind, link.source_id, link.target_id) if kind is not None else None
    if there is not None and there.id != link_id:
        edit.remove(link)  # it says what another one says already
    else:
        edit.put(link.changed(**fields))
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Change link"))


def reverse_link(document: Document, link_id: str) -> ChangeSet:
    """Turn a path between touchpoints round.  Raises ValueError for another kind of link."""
    link = document.link_table[link_id]
    kind = LINK_KINDS.get(link.kind)
    if kind is None or not kind.flow:
        raise ValueError("only a path can be turned round")
    edit = Edit(document)
    if find_link(document, kind, link.target_id, link.source_id) not in (None, link):
        edit.remove(link)
    else:
        edit.put(link.changed(source_id=link.target_id, target_id=link.source_id))
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Turn link round"))


# -- actions ----------------------------------------------------------------------------------------------------


def _action_key(document: Document, item_id: str, before: str | None, leaving: str | None = None) -> str:
    standing = [r for r in document.actions_of.get(item_id, ()) if r.id != leaving]
    index = next((i for i, r in enumerate(standing) if r.id == before), len(standing))
    low = standing[index - 1].order if index else None
    high = standing[index].order if index < len(standing) else None
    return order.between(low, high) if low is None or high is None or low < high else order.between(low, None)


def add_action(
    document: Document, /, item_id: str, text: str = "", before: str | None = None, **fields: Any
) -> ChangeSet:
    """A new action of a card, before the action ``before`` or at the end.  Raises KeyError for an unknown card."""
    edit = Edit(document)
    card = document.item_table[item_id]
    key = _action_key(document, card.id, before)
    edit.put(Action(id=new_id("action"), item_id=card.id, text=text, order=key, **fields))
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Add action"))


def set_actions(document: Document, /, action_ids: Sequence[str], **fields: Any) -> ChangeSet:
    """Set fields of actions (``text``, ``owner``, ``department``, ``status``, ``due``)."""
    if fields.keys() & {"id", "item_id", "order"}:
        raise ValueError("an action is moved by move_action()")
    edit = Edit(document)
    edit.put(*(document.action_table[i].changed(**fields) for i in dict.fromkeys(action_ids)))
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Change %n action(s)"), len(set(action_ids)))


def move_action(document: Document, action_id: str, item_id: str, before: str | None = None) -> ChangeSet:
    """Move an action to a card, before its action ``before`` or at the end."""
    edit = Edit(document)
    action = document.action_table[action_id]
    rows = [r.id for r in document.actions_of.get(item_id, ())]
    stays = [r for r in rows if r != action_id]
    wanted = [*stays]
    wanted.insert(stays.index(before) if before in stays else len(stays), action_id)
    if before != action_id and (action.item_id != item_id or wanted != rows):
        key = _action_key(document, document.item_table[item_id].id, before, action_id)
        edit.put(action.changed(item_id=item_id, order=key))
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Move action"))


def remove_actions(document: Document, action_ids: Sequence[str]) -> ChangeSet:
    """Remove actions."""
    edit = Edit(document)
    gone = [document.action_table[i] for i in dict.fromkeys(action_ids) if i in document.action_table]
    edit.remove(*gone)
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Remove %n action(s)"), len(gone))
