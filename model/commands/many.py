"""Edits of several cards at once, each one step of history: of the list, the inspector and the menus.

MN1  What can take the edit is changed; what cannot stays as it was, and a sentence says how many do and why.
MN2  An edit of several cards is named with their count.
MN3  Of several cards that become another kind, those stay that would lose something by it: feelings, links, what hangs
     on them.  One card alone may become any kind (:func:`model.commands.cards.change_kind`): that something went is
     said, and undo brings it back.
MN4  Cards that go to another phase come to its first step, or stay in theirs where it is in that phase.  Each stands
     in its own lane, or in the first one of its kind, which is added where the map has none.  A card that hangs on one
     that goes along follows it (PL2).
MN5  A lane takes the cards of its kind, and free notes, which become that kind (PL1).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

from model.changes import ChangeSet, Edit
from model.commands.cards import change_kind, ensure_lane, misfits, move_cards, set_aimed, set_emotion
from model.commands.following import follow
from model.commands.places import Cell, Listing, accepts, first_target, in_map_order, item_kind_of, lane_for
from model.document import Document, card_number
from model.fields import COMMON, ITEM_FIELDS, ItemField, value_of
from model.i18n import QT_TRANSLATE_NOOP, translate
from model.kinds import ITEM_KINDS, ItemKind, lane_kind_of
from model.records import Item, Lane
from model.values import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an edit of several cards does: its changes, and sentences for the user about cards that stay (MN1)."""

    changes: ChangeSet
    told: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """Everything that is to be said; "" where every card took the edit."""
        return " ".join(self.told)


NAMES: dict[str, str] = {
    "severity": QT_TRANSLATE_NOOP("Undo", "Set the severity of %n note(s)"),
    "evidence": QT_TRANSLATE_NOOP("Undo", "Set the evidence of %n note(s)"),
    "owner": QT_TRANSLATE_NOOP("Undo", "Set the owner of %n note(s)"),
    "department": QT_TRANSLATE_NOOP("Undo", "Set the department of %n note(s)"),
    "channel_ids": QT_TRANSLATE_NOOP("Undo", "Set the channels of %n note(s)"),
    "persona_ids": QT_TRANSLATE_NOOP("Undo", "Set the personas of %n note(s)"),
    "tags": QT_TRANSLATE_NOOP("Undo", "Set the tags of %n note(s)"),
}
"""What an edit of a field is called; source texts of the context "Undo"."""
_CHANGE = QT_TRANSLATE_NOOP("Undo", "Change %n note(s)")


def has_field(item: Item, field_id: str) -> bool:
    """Whether a card of this kind can say something there; of a kind that is not known here, the common fields."""
    return field_id in _field_ids(ITEM_KINDS.get(item.kind))


@lru_cache(maxsize=64)
def _field_ids(kind: ItemKind | None) -> frozenset[str]:
    return frozenset(COMMON) if kind is None else frozenset((*kind.own, *COMMON))


def _items(document: Document, ids: Iterable[str]) -> list[Item]:
    table = document.item_table
    return [table[i] for i in dict.fromkeys(ids) if i in table]


def _kinds_named(items: Iterable[Item]) -> str:
    """The kinds of some cards, in words: "thoughts, notes"."""
    kinds = dict.fromkeys(item.kind for item in items)
    return ", ".join(ITEM_KINDS[kind].plural_title.lower() if kind in ITEM_KINDS else kind for kind in kinds)


# -- fields -----------------------------------------------------------------------------------------------------


def _without_field(items: Sequence[Item], field: ItemField) -> tuple[str, ...]:
    if not items:
        return ()
    sentence = translate("Many", "%n note(s) stay as they are: {kinds} have no “{field}”.", n=len(items))
    return (sentence.format(kinds=_kinds_named(items), field=field.title),)


def set_field(document: Document, ids: Sequence[str], field_id: str, value: Any) -> Outcome:
    """Let all cards that have a field say ``value`` there."""
    return _fields(document, ids, field_id, lambda _now: value)


def set_members(
    document: Document, ids: Sequence[str], field_id: str, add: Sequence[str], drop: Sequence[str] = ()
) -> Outcome:
    """Add to what cards say in a field of several words (tags, channels, personas), and take away from it."""

    def after(now: Any) -> tuple[str, ...]:
        kept = tuple(word for word in now if word not in drop)
        return (*kept, *(word for word in add if word not in kept))

    return _fields(document, ids, field_id, after)


def _fields(document: Document, ids: Sequence[str], field_id: str, after: Callable[[Any], Any]) -> Outcome:
    field = ITEM_FIELDS[field_id]
    items = _items(document, ids)
    having = [item for item in items if has_field(item, field_id)]
    edit = Edit(document)
    count = 0
    changed = []
    for item in having:
        now = value_of(item, field)
        wanted = after(now)
        if wanted != now:
            # A field that the record keeps unseen is kept as it comes back from the file.
            unseen = field_id not in Item.names and isinstance(wanted, tuple)
            changed.append(item.changed(**{field_id: list(wanted) if unseen else wanted}))
            count += 1
    edit.put(*changed)
    without = [item for item in items if item not in having]
    return Outcome(edit.result(NAMES.get(field_id, _CHANGE), count), _without_field(without, field))


# -- feelings ---------------------------------------------------------------------------------------------------


def set_feeling(document: Document, ids: Sequence[str], persona_id: str, score: int | None, *, aimed: bool) -> Outcome:
    """Set what a persona feels at touchpoints, -2..+2 or None, or, with ``aimed``, what is aimed for."""
    edit = Edit(document)
    items = _items(document, ids)
    hosts = [item for item in items if item.kind == "touchpoint"]
    count = 0
    for item in hosts:
        if aimed:
            made = set_aimed(edit.document, item.id, persona_id, score)
        else:
            was = edit.document.emotions.get((item.id, persona_id))
            word, quote = (was.word, was.quote) if was is not None else ("", "")
            made = set_emotion(edit.document, item.id, persona_id, score=score, word=word, quote=quote)
        if made:
            edit.take(made)
            count += 1
    others = [item for item in items if item.kind != "touchpoint"]
    told: tuple[str, ...] = ()
    if others:
        told = (translate("Many", "%n note(s) stay as they are: only touchpoints have feelings.", n=len(others)),)
    name = (
        QT_TRANSLATE_NOOP("Undo", "Set the feeling aimed for at %n touchpoint(s)")
        if aimed
        else QT_TRANSLATE_NOOP("Undo", "Set the feeling at %n touchpoint(s)")
    )
    return Outcome(edit.result(name, count), told)


# -- kind -------------------------------------------------------------------------------------------------------


def loses(document: Document, item: Item, kind: str) -> bool:
    """Whether a card would lose something by becoming ``kind``: feelings, links, what hangs on it (MN3)."""
    if item.kind == kind:
        return False
    links = (*document.links_from.get(item.id, ()), *document.links_to.get(item.id, ()))
    if any(misfits(document, link, item.id, kind) for link in links):
        return True
    if item.kind == "touchpoint":
        return any(emotion.touchpoint_id == item.id for emotion in document.emotion_table.values())
    if item.kind == "pain_point":
        return any(item.id in link.pain_point_ids for link in document.link_table.values())
    return False


def to_kind(document: Document, ids: Sequence[str], kind: str) -> Outcome:
    """Make cards another kind (MN3).  Raises ValueError for an unknown kind."""
    items = _items(document, ids)
    stay = [item for item in items if loses(document, item, kind)] if len(items) > 1 else []
    changes = change_kind(document, [item.id for item in items if item not in stay], kind)
    if not stay:
        lost = len(items) == 1 and loses(document, items[0], kind)
        gone = translate("Many", "The feelings or links of {number} went, since such a note has none.") if lost else ""
        return Outcome(changes, (gone.format(number=card_number(items[0])),) if lost else ())
    sentence = translate(
        "Many",
        "%n note(s) stay as they are: their feelings, links or attached notes would be lost. Change them one by one.",
        n=len(stay),
    )
    return Outcome(changes, (sentence,))


# -- places -----------------------------------------------------------------------------------------------------


def to_phase(document: Document, ids: Sequence[str], phase_id: str) -> Outcome:
    """Move cards to a phase (MN4).  Raises KeyError for one that is not there."""
    steps = [step.id for step in document.steps_by_phase[phase_id]]
    return _to_step(document, ids, steps[0], frozenset(steps))


def to_step(document: Document, ids: Sequence[str], step_id: str) -> Outcome:
    """Move cards to a step (MN4).  Raises KeyError for one that is not there."""
    return _to_step(document, ids, document.step_table[step_id].id, frozenset({step_id}))


def _to_step(document: Document, ids: Sequence[str], step_id: str, there: frozenset[str]) -> Outcome:
    edit = Edit(document)
    given = in_map_order(document, ids)
    known = {item.id for item in given}
    going = [item for item in given if item.place != "map" or item.step_id not in there]
    leading: dict[str, list[str]] = {}
    following: list[tuple[Item, Item]] = []
    homeless: list[Item] = []
    for item in going:
        host = first_target(document, item.id)
        if host is not None and host.id in known:
            following.append((item, host))
            continue
        lane_id = _home(edit, item)
        if lane_id:
            leading.setdefault(lane_id, []).append(item.id)
        else:
            homeless.append(item)
    for lane_id, members in leading.items():
        edit.take(move_cards(edit.document, members, Cell(lane_id, step_id)))
    for item, host in following:
        now, leader = edit.document.item_table[item.id], edit.document.item_table[host.id]
        if (now.place, now.step_id) != (leader.place, leader.step_id):
            follow(edit, now, leader)
    told: tuple[str, ...] = ()
    if homeless:
        told = (translate("Many", "%n note(s) stay where they are: no lane holds their kind.", n=len(homeless)),)
    return Outcome(edit.result(QT_TRANSLATE_NOOP("Undo", "Move %n note(s)"), len(going) - len(homeless)), told)


def _home(edit: Edit, item: Item) -> str:
    """The lane of a card: its own, else the first of its kind, which is added; "" for a kind without lanes."""
    own = edit.document.lane_table.get(item.lane_id or "")
    if own is not None and item_kind_of(own) == item.kind:
        return own.id
    if lane_kind_of(item.kind) is None:
        return ""
    ensure_lane(edit, item.kind)
    lane = lane_for(edit.document, item.kind)
    return lane.id if lane is not None else ""


def lanes_offered(document: Document, items: Sequence[Item]) -> tuple[Lane, ...]:
    """The lanes that cards on the map may go to (MN5); none where no card has a choice."""
    taken = [[lane for lane in document.lanes if accepts(item, lane)] for item in items if item.place == "map"]
    if not any(len(lanes) > 1 for lanes in taken):
        return ()
    return tuple(lane for lane in document.lanes if any(lane in lanes for lanes in taken))


def to_lane(document: Document, ids: Sequence[str], lane_id: str) -> Outcome:
    """Move cards to a lane, each in its own step (MN5).  Raises KeyError for one that is not there."""
    lane = document.lane_table[lane_id]
    items = in_map_order(document, ids)
    fitting = [item for item in items if accepts(item, lane)]
    off = [item for item in fitting if item.place != "map"]
    steps: dict[str, list[str]] = {}
    for item in fitting:
        if item.place == "map" and item.lane_id != lane_id:
            steps.setdefault(item.step_id or "", []).append(item.id)
    edit = Edit(document)
    for step_id, members in steps.items():
        edit.take(move_cards(edit.document, members, Cell(lane_id, step_id)))
    told = []
    misfit = [item for item in items if item not in fitting]
    if misfit:
        kind = ITEM_KINDS.get(item_kind_of(lane) or "")
        name = lane.name.strip() or (kind.plural_title if kind is not None else "")
        told.append(
            translate(
                "Many", "%n note(s) stay where they are: the lane “{lane}” is for another kind.", n=len(misfit)
            ).format(lane=name)
        )
    if off:
        told.append(translate("Many", "%n note(s) stay where they are: choose a phase for them first.", n=len(off)))
    moved = sum(len(members) for members in steps.values())
    return Outcome(edit.result(QT_TRANSLATE_NOOP("Undo", "Move %n note(s)"), moved), tuple(told))


def to_list(document: Document, ids: Sequence[str], place: str) -> Outcome:
    """Move cards to the inbox, or to the parking lot (``place`` "parking")."""
    moving = [item.id for item in _items(document, ids) if item.place != place]
    return Outcome(move_cards(document, moving, Listing("parking" if place == "parking" else "inbox")))
