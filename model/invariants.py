"""What holds between the records of every document, at every moment.

I1  A step belongs to a phase of the map; every phase has a step.
I2  A card on the map stands in a lane and a step of the map, in a lane of its kind (cards and lanes of kinds that this
    version does not know stand where they are); a card off the map has neither.
I3  Numbers of cards differ, and are below the map's next number.
I4  A link leads between two cards of kinds that its kind allows (:data:`model.kinds.LINK_KINDS`), once for each kind
    and pair; a link of an unknown kind is kept as it is.  What a path carries are pain points of the map.
I5  A feeling belongs to a touchpoint and a persona, once for each pair, and says something.
I6  A card on the map that hangs on touchpoints stands in the step of the first.
I7  A touchpoint's channels are channels of the map.
I8  There is a persona.
I10 An action belongs to a card of the map.
I11 A picture that a card, a persona or the map itself shows is in the map.
I12 A phase loops to another phase of the map.
I13 The personas that a card names are personas of the map.
I14 A saved filter asks for something; its personas and channels are the map's.
I9  A record stands under its own id, in the table of its type; there is one map record, "map".

:func:`violations` finds what is broken, :func:`model.breakage.violations_after` what an edit broke; :func:`repair`
mends it without dropping a card's text.
"""

from __future__ import annotations

from collections.abc import Sequence

from model.changes import ChangeSet, Edit
from model.commands.filters import forget_in_filters, left_of
from model.commands.following import resettle
from model.commands.grid import to_inbox
from model.commands.places import item_kind_of
from model.document import Document
from model.ids import new_id
from model.kinds import ITEM_KINDS, LANE_KINDS, LINK_KINDS, LinkKind
from model.records import TABLES, Emotion, Item, Lane, Link, MapInfo, Persona, SavedFilter, Step
from model.values import dataclass

HIGHEST_NUMBER = 1_000_000
"""The highest short number that is taken from elsewhere: below the limit of records is room to number cards anew."""


@dataclass(frozen=True, slots=True)
class Violation:
    """A broken rule ("I4") at a record."""

    rule: str
    table: str
    id: str


class BrokenDocument(ValueError):
    """An edit would break what must hold.  A fault of ours: the edit is refused, the document stays as it was."""


def _fits(item: Item, lane: Lane) -> bool:
    if lane.kind not in LANE_KINDS or item.kind not in ITEM_KINDS:
        return True
    return item_kind_of(lane) == item.kind


# -- of one record --------------------------------------------------------------------------------------------------


def misplaced(document: Document, item: Item) -> bool:
    """Whether a card stands where it cannot (I2)."""
    if item.place != "map":
        return item.lane_id is not None or item.step_id is not None
    lane = document.lane_table.get(item.lane_id or "")
    return lane is None or item.step_id not in document.step_table or not _fits(item, lane)


def has_lost_channels(document: Document, item: Item) -> bool:
    """Whether a card uses a channel that is not the map's (I7)."""
    return bool(item.channel_ids) and any(channel not in document.channel_table for channel in item.channel_ids)


def has_lost_personas(document: Document, item: Item) -> bool:
    """Whether a card names a persona that is not the map's (I13)."""
    return bool(item.persona_ids) and any(persona not in document.persona_table for persona in item.persona_ids)


def has_lost_pictures(document: Document, item: Item) -> bool:
    """Whether a card shows a picture that is not in the map (I11)."""
    return bool(item.pictures) and any(picture not in document.asset_table for picture in item.pictures)


def has_lost_portrait(document: Document, persona: Persona) -> bool:
    """Whether a persona shows a picture that is not in the map (I11)."""
    return persona.portrait is not None and persona.portrait not in document.asset_table


def has_lost_logo(document: Document) -> bool:
    """Whether the logo is a picture that is not in the map (I11)."""
    return document.info.logo is not None and document.info.logo not in document.asset_table


def ends_of(link: Link, kind: LinkKind) -> tuple[str, str, str]:
    """What only one link may have: its kind and its ends, in one order where they are alike (I4)."""
    if kind.symmetric and link.target_id < link.source_id:
        return kind.id, link.target_id, link.source_id
    return kind.id, link.source_id, link.target_id


def leads_nowhere(document: Document, link: Link, kind: LinkKind) -> bool:
    """Whether the ends of a link, or what it carries, are not what its kind allows (I4)."""
    source, target = document.item_table.get(link.source_id), document.item_table.get(link.target_id)
    return (
        source is None
        or target is None
        or source is target
        or not kind.fits(source.kind, target.kind)
        or bool(_lost_pains(document, link))
    )


def is_nobodys(document: Document, emotion: Emotion) -> bool:
    """Whether a feeling lacks its touchpoint or its persona, or says nothing (I5)."""
    touchpoint = document.item_table.get(emotion.touchpoint_id)
    silent = emotion.score is None and emotion.aimed is None and not emotion.word and not emotion.quote
    return (
        silent
        or touchpoint is None
        or touchpoint.kind != "touchpoint"
        or emotion.persona_id not in document.persona_table
    )


def stands_apart(card: Item | None, targets: Sequence[Item]) -> bool:
    """Whether a card on the map stands in another step than the first of what it hangs on (I6)."""
    return bool(targets) and card is not None and card.place == "map" and targets[0].step_id != card.step_id


def asks_amiss(document: Document, saved: SavedFilter) -> bool:
    """Whether a saved filter asks for nothing, or for what is not in the map (I14)."""
    return left_of(saved, document.persona_table, document.channel_table) is not saved


# -- of all of them -------------------------------------------------------------------------------------------------


def violations(document: Document) -> list[Violation]:
    """Everything that is broken, in the order of the rules."""
    found: list[Violation] = []

    def bad(rule: str, table: str, record_id: str) -> None:
        found.append(Violation(rule, table, record_id))

    items = document.item_table
    for step in document.step_table.values():
        if step.phase_id not in document.phase_table:
            bad("I1", "steps", step.id)
    for phase_id, own in document.steps_by_phase.items():
        if not own:
            bad("I1", "phases", phase_id)
    numbers: set[int] = set()
    for item in items.values():
        if misplaced(document, item):
            bad("I2", "items", item.id)
        if item.number in numbers or item.number >= document.info.next_number:
            bad("I3", "items", item.id)
        numbers.add(item.number)
        if has_lost_channels(document, item):
            bad("I7", "items", item.id)
        if has_lost_personas(document, item):
            bad("I13", "items", item.id)
        if has_lost_pictures(document, item):
            bad("I11", "items", item.id)
    joined: set[tuple[str, str, str]] = set()
    for link in document.link_table.values():
        kind = LINK_KINDS.get(link.kind)
        if kind is None:
            continue
        ends = ends_of(link, kind)
        if ends in joined or leads_nowhere(document, link, kind):
            bad("I4", "links", link.id)
        joined.add(ends)
    pairs: set[tuple[str, str]] = set()
    for emotion in document.emotion_table.values():
        pair = (emotion.touchpoint_id, emotion.persona_id)
        if pair in pairs or is_nobodys(document, emotion):
            bad("I5", "emotions", emotion.id)
        pairs.add(pair)
    for source_id, targets in document.targets.items():
        if stands_apart(items.get(source_id), targets):
            bad("I6", "items", source_id)
    for action in document.action_table.values():
        if action.item_id not in items:
            bad("I10", "actions", action.id)
    for persona in document.persona_table.values():
        if has_lost_portrait(document, persona):
            bad("I11", "personas", persona.id)
    if has_lost_logo(document):
        bad("I11", "map", "map")
    for saved in document.filter_table.values():
        if asks_amiss(document, saved):
            bad("I14", "filters", saved.id)
    for phase in document.phase_table.values():
        if phase.loop_to is not None and (phase.loop_to == phase.id or phase.loop_to not in document.phase_table):
            bad("I12", "phases", phase.id)
    if not document.persona_table:
        bad("I8", "personas", "")
    for table, record_type in TABLES.items():
        for key, record in document.tables[table].items():
            if key != record.id or type(record) is not record_type:
                bad("I9", table, key)
    if tuple(document.tables["map"]) != ("map",):
        bad("I9", "map", "map")
    return found


def _lost_pains(document: Document, link: Link) -> tuple[str, ...]:
    """What a path carries that is no pain point of the map (a card of an unknown kind is let through)."""
    return tuple(
        i
        for i in link.pain_point_ids
        if i not in document.item_table
        or (document.item_table[i].kind != "pain_point" and document.item_table[i].kind in ITEM_KINDS)
    )


def repair(document: Document) -> ChangeSet:
    """The changes that mend a document: for a file that somebody edited by hand, merged or damaged.

    No card and no text is dropped: a card without a place goes to the inbox; links and feelings that lead nowhere
    go, since they say nothing without their ends.  What it does is reported by the caller.
    """
    edit = Edit(document)
    if "map" not in edit.document.tables["map"]:
        edit.put(MapInfo())
    if not edit.document.persona_table:
        edit.put(Persona(id=new_id("persona")))
    edit.remove(*(r for r in edit.document.step_table.values() if r.phase_id not in edit.document.phase_table))
    for phase in edit.document.phases:
        if not edit.document.steps_by_phase[phase.id]:
            edit.put(Step(id=new_id("step"), phase_id=phase.id))
    lost = []
    for item in edit.document.item_table.values():
        if item.place == "map":
            if misplaced(edit.document, item):
                lost.append(item)
        elif item.lane_id is not None or item.step_id is not None:
            edit.put(item.changed(lane_id=None, step_id=None))
    to_inbox(edit, lost)
    _renumber(edit)
    for item in edit.document.item_table.values():
        known = tuple(c for c in item.channel_ids if c in edit.document.channel_table)
        people = tuple(p for p in item.persona_ids if p in edit.document.persona_table)
        seen = tuple(p for p in item.pictures if p in edit.document.asset_table)
        if known != item.channel_ids or people != item.persona_ids or seen != item.pictures:
            edit.put(item.changed(channel_ids=known, persona_ids=people, pictures=seen))
    forget_in_filters(edit)
    for persona in edit.document.persona_table.values():
        if has_lost_portrait(edit.document, persona):
            edit.put(persona.changed(portrait=None))
    if has_lost_logo(edit.document):
        edit.put(edit.document.info.changed(logo=None))
    for phase in edit.document.phase_table.values():
        if phase.loop_to is not None and (phase.loop_to == phase.id or phase.loop_to not in edit.document.phase_table):
            edit.put(phase.changed(loop_to=None))
    for link in edit.document.link_table.values():
        lost_pains = _lost_pains(edit.document, link) if link.kind in LINK_KINDS else ()
        if lost_pains:
            edit.put(link.changed(pain_point_ids=tuple(i for i in link.pain_point_ids if i not in lost_pains)))
    edit.remove(*(r for r in edit.document.action_table.values() if r.item_id not in edit.document.item_table))
    broken = violations(edit.document)
    edit.remove(*(edit.document.link_table[v.id] for v in broken if v.rule == "I4"))
    edit.remove(*(edit.document.emotion_table[v.id] for v in broken if v.rule == "I5"))
    for violation in [v for v in violations(edit.document) if v.rule == "I6"]:
        resettle(edit, violation.id)
    return edit.result()


def _renumber(edit: Edit) -> None:
    """Cards that share a number: the first keeps it, the others get new ones; the next number lies above all.

    A number above :data:`HIGHEST_NUMBER` is a card's own no longer: nobody made so many, and above it there is no room.
    """
    used: set[int] = set()
    double = []
    for item in sorted(edit.document.item_table.values(), key=lambda r: (r.number, r.id)):
        if item.number in used or item.number > HIGHEST_NUMBER:
            double.append(item)
        else:
            used.add(item.number)
    number = max(used, default=0) + 1
    if edit.document.info.next_number <= HIGHEST_NUMBER:
        number = max(number, edit.document.info.next_number)
    edit.put(*(item.changed(number=number + i) for i, item in enumerate(double)))
    if number + len(double) != edit.document.info.next_number:
        edit.put(edit.document.info.changed(next_number=number + len(double)))
