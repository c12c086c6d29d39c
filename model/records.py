"""The records of a map: frozen, flat, each with a stable id; a document is tables of these.

Unknown fields of a newer version are kept (``extra="allow"``), so is a card of an unknown kind.  A record never
refers to another by object, only by id.  What is allowed is said here; what must hold between records stands in
:mod:`model.invariants`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from model.fieldtypes import (
    MAX_LISTED,
    MAX_TEXT,
    Alignment,
    AssetId,
    AssetIds,
    BadRecord,
    Base64,
    CardNumber,
    Colour,
    Day,
    EmotionScale,
    HexColour,
    Id,
    Ids,
    KindName,
    Language,
    Level,
    Medium,
    Minutes,
    NextNumber,
    OrderKey,
    Percent,
    Pixels,
    Place,
    Score,
    Severity,
    ShortName,
    Text,
    Texts,
    Word,
    Words,
)
from model.record import Record, make_record, record_fields, record_to_row


class MapInfo(Record):
    """What is said of the whole map.  There is one, with the id ``"map"``.

    ``next_number`` is the number that the next card gets: numbers are never used twice.
    ``emotion_words`` is the list offered for the word of a feeling; empty means the language's own list.
    ``emotion_scale`` is how feelings are written (:mod:`model.scale`); stored they are -2..+2 all the same.
    ``logo`` is a picture and ``accent`` a colour: those of the organisation, on posters and paper kits.
    """

    id: Id = "map"
    title: Text = ""
    subtitle: Text = ""
    scope: Text = ""
    language: Language = "nl"
    next_number: NextNumber = 1
    emotion_words: Texts = ()
    emotion_scale: EmotionScale = "signed"
    logo: AssetId | None = None
    accent: HexColour = ""


class Phase(Record):
    """A column group of the map.

    ``prompt`` is what to ask the room here.  ``loop_to`` names the phase to which the journey goes back from here (a
    loyalty loop), or None.
    """

    name: Text = ""
    color: Colour = None
    order: OrderKey = "V"
    prompt: Text = ""
    loop_to: Id | None = None


class Step(Record):
    """A sub-column of a phase; every phase has at least one.  The name is optional."""

    phase_id: Id
    name: Text = ""
    color: Colour = None
    order: OrderKey = "V"


class Lane(Record):
    """A row of the map.  ``kind`` is a key of :data:`model.kinds.LANE_KINDS`; one of a newer version is kept.

    ``alignment`` "step": cells are steps; "phase": the lane spans the phase, its cells are phases.
    ``prompt`` is the question that it asks while it is empty; "" for the kind's own.
    """

    kind: str
    name: Text = ""
    color: Colour = None
    alignment: Alignment = "step"
    order: OrderKey = "V"
    prompt: Text = ""


class Persona(Record):
    """Somebody who travels.  Without a name it is the map's unnamed persona, to whom scores go that name nobody.

    ``actor`` is a choice of :data:`model.fields.ACTORS` ("" for the customer); ``portrait`` a picture.
    """

    name: Text = ""
    role: Text = ""
    color: Colour = None
    quote: Text = ""
    goals: Text = ""
    frustrations: Text = ""
    order: OrderKey = "V"
    actor: Word = ""
    description: Text = ""
    portrait: AssetId | None = None


class Channel(Record):
    """A way by which customer and organisation meet.  ``icon`` is a name of :mod:`model.draw.icons`."""

    name: Text = ""
    icon: ShortName = "world"
    medium: Medium = "online"
    order: OrderKey = "V"


class Item(Record):
    """A card.  ``kind`` is a key of :data:`model.kinds.ITEM_KINDS`; one of a newer version is kept as it is.

    A card on the map (``place`` "map") has a lane and a step; in a lane that spans the phase it stands in the
    phase of its step.  A card in the inbox or on the parking lot has neither.  ``order`` is its position among
    the cards of its cell or list.  ``number`` is its short number, shown as N28; it stays for ever.
    The fields below ``order`` are described in :mod:`model.fields`; which kinds have them, in :mod:`model.kinds`.
    """

    kind: KindName
    number: CardNumber
    text: Text = ""
    place: Place = "inbox"
    lane_id: Id | None = None
    step_id: Id | None = None
    order: OrderKey = "V"
    channel_ids: Ids = ()
    persona_ids: Ids = ()
    severity: Severity | None = None
    description: Text = ""
    need_type: Word = ""
    insight_type: Word = ""
    solution_type: Word = ""
    cause: Text = ""
    goal: Text = ""
    moment_of_truth: bool = False
    time: Text = ""
    duration: Minutes | None = None
    pictures: AssetIds = ()
    tags: Texts = ()
    actors: Words = ()
    owner: Text = ""
    department: Text = ""
    system: Text = ""
    reach: Percent | None = None
    impact: Level | None = None
    effort: Level | None = None
    evidence: Word = ""
    source: Text = ""
    source_date: Day = ""


class Link(Record):
    """From one card to another.  ``kind`` is a key of :data:`model.kinds.LINK_KINDS`; one of a newer version is kept.

    "attach": ``source_id`` hangs on the touchpoint ``target_id``; the card's first target by ``order`` is where it
    stands.  ``text`` is a word at the line; ``pain_point_ids`` are the pain points that a path between touchpoints
    carries: what goes wrong on the way from one channel or department to the next.
    """

    kind: KindName = "attach"
    source_id: Id
    target_id: Id
    order: OrderKey = "V"
    text: Text = ""
    pain_point_ids: Ids = ()


class Emotion(Record):
    """What one persona feels at one touchpoint.

    ``score`` is the feeling found, -2..+2, or None where only a word or a quote is known; ``aimed`` the feeling aimed
    for, or None; at most one record per touchpoint and persona.
    """

    touchpoint_id: Id
    persona_id: Id
    score: Score | None = None
    word: Text = ""
    quote: Text = ""
    aimed: Score | None = None


class Action(Record):
    """What somebody does to make a solution real.

    ``item_id`` is the card that it belongs to; ``status`` a choice of :data:`model.fields.STATUSES`, "" for to do;
    ``due`` the day by which it is done; ``order`` its place among the actions of its card.
    """

    item_id: Id
    text: Text = ""
    owner: Text = ""
    department: Text = ""
    status: Word = ""
    due: Day = ""
    order: OrderKey = "V"


class SavedFilter(Record):
    """What notes are looked for, kept under a name.

    The fields beside ``name`` and ``order`` are those of :class:`model.finding.Filter`; empty ones ask for nothing.
    """

    name: Text = ""
    order: OrderKey = "V"
    words: Text = ""
    kinds: Words = ()
    persona_ids: Ids = ()
    channel_ids: Ids = ()
    departments: Texts = ()
    evidence: Words = ()
    tags: Texts = ()
    severity: Severity | None = None


class Asset(Record):
    """A picture.  ``id`` is the SHA-256 of its bytes, which ``base64`` holds; ``w`` and ``h`` are in px."""

    id: AssetId
    mime: ShortName
    w: Pixels
    h: Pixels
    base64: Base64


TABLES: dict[str, type[Record]] = {
    "map": MapInfo,
    "phases": Phase,
    "steps": Step,
    "lanes": Lane,
    "personas": Persona,
    "channels": Channel,
    "items": Item,
    "links": Link,
    "emotions": Emotion,
    "actions": Action,
    "filters": SavedFilter,
    "assets": Asset,
}
"""The tables of a document, in the order of the file."""

PREFIXES = {
    "phases": "phase",
    "steps": "step",
    "lanes": "lane",
    "personas": "persona",
    "channels": "channel",
    "items": "item",
    "links": "link",
    "emotions": "emotion",
    "actions": "action",
    "filters": "filter",
}
"""The beginning of new ids; a picture's id is made of its bytes."""


def row_to_record(table: str, row: Mapping[str, Any]) -> Record:
    """The record of one row.  Raises KeyError for an unknown table and BadRecord for bad values."""
    return make_record(TABLES[table], dict(row))


__all__ = [
    "MAX_LISTED",
    "MAX_TEXT",
    "PREFIXES",
    "TABLES",
    "Action",
    "Alignment",
    "Asset",
    "BadRecord",
    "Channel",
    "Colour",
    "Emotion",
    "EmotionScale",
    "Item",
    "Lane",
    "Language",
    "Link",
    "MapInfo",
    "Medium",
    "Persona",
    "Phase",
    "Place",
    "Record",
    "SavedFilter",
    "Step",
    "record_fields",
    "record_to_row",
    "row_to_record",
]
