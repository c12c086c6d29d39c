"""The records of a map: frozen, flat, each with a stable id; a document is tables of these.

Unknown fields of a newer version are kept (``extra="allow"``), so is a card of an unknown kind.  A record never
refers to another by object, only by id.  What is allowed is said here; what must hold between records stands in
:mod:`model.invariants`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError

from model.order import is_key
from model.plaintext import clean_text

BadRecord = ValidationError
"""Raised for a value that a record cannot hold; who catches it need not know who checks records."""

MAX_TEXT = 20_000
"""The longest text of one field, in characters (a card of 20,000 characters is a mistake, not a note)."""

MAX_PICTURE_TEXT = 16_000_000
"""The longest base64 text of a picture, 12 MB of bytes; the program's own pictures stay far below."""

MAX_LISTED = 500
"""The most values of one field that holds several, such as tags or channels of a card."""

Score = Annotated[int, Field(ge=-2, le=2, strict=True)]
"""A feeling, -2 (very bad) .. +2 (very good)."""
Severity = Annotated[int, Field(ge=1, le=5, strict=True)]
"""How bad a pain is, 1 (a nuisance) .. 5 (the customer leaves)."""
Level = Annotated[int, Field(ge=1, le=5, strict=True)]
"""Impact or effort, 1 (little) .. 5 (much)."""
Percent = Annotated[int, Field(ge=0, le=100, strict=True)]
"""A share of customers, in %."""
Minutes = Annotated[int, Field(ge=0, le=10_000_000, strict=True)]
"""A duration in whole minutes."""
Language = Literal["nl", "en"]
Medium = Literal["online", "offline", "both"]
Alignment = Literal["step", "phase"]
Place = Literal["map", "inbox", "parking"]
Id = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^[a-z0-9_-]+$")]


Word = Annotated[str, StringConstraints(max_length=60, pattern=r"^[a-z0-9_-]*$")]
"""One of a list of choices (:mod:`model.fields`), "" for none; a choice of a newer version is kept."""
AssetId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""A picture: the SHA-256 of its bytes, in lower-case hex."""


def _check_day(value: str) -> str:
    if value:
        date.fromisoformat(value)
    return value


Day = Annotated[str, StringConstraints(pattern=r"^(\d{4}-\d{2}-\d{2})?$"), AfterValidator(_check_day)]
"""A day as YYYY-MM-DD (ISO 8601), "" where it is not known."""


def _clean(value: object) -> object:
    return clean_text(value) if isinstance(value, str) else value


Text = Annotated[str, BeforeValidator(_clean), StringConstraints(max_length=MAX_TEXT)]
"""A text of the user's, cleaned: no control characters but tab and newline, no broken Unicode."""
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")] | Annotated[int, Field(ge=0, le=63)] | None
"""A colour: a place in the theme's palette (so that it follows light, dark and paper), #RRGGBB, or None (default)."""


Texts = Annotated[tuple[Text, ...], Field(max_length=MAX_LISTED)]
Words = Annotated[tuple[Word, ...], Field(max_length=MAX_LISTED)]
Ids = Annotated[tuple[Id, ...], Field(max_length=MAX_LISTED)]
AssetIds = Annotated[tuple[AssetId, ...], Field(max_length=MAX_LISTED)]
"""Several of them, each field up to :data:`MAX_LISTED`."""


def _check_order(value: str) -> str:
    if not is_key(value):
        raise ValueError(f"not an order key: {value!r}")
    return value


OrderKey = Annotated[str, StringConstraints(max_length=400), AfterValidator(_check_order)]


class Record(BaseModel):
    """Anything in a table."""

    # A record that a map does not use is not compiled for it.
    model_config = ConfigDict(frozen=True, extra="allow", strict=False, ser_json_inf_nan="null", defer_build=True)

    id: Id

    def changed(self, **fields: Any) -> Self:
        """A copy with ``fields`` changed, validated whole.  Raises BadRecord.

        ``model_copy(update=)`` would accept a wrong type without complaint.
        """
        return type(self).model_validate({**record_fields(self), **fields})


class MapInfo(Record):
    """What is said of the whole map.  There is one, with the id ``"map"``.

    ``next_number`` is the number that the next card gets: numbers are never used twice.
    ``emotion_words`` is the list offered for the word of a feeling; empty means the language's own list.
    """

    id: Id = "map"
    title: Text = ""
    subtitle: Text = ""
    scope: Text = ""
    language: Language = "nl"
    next_number: Annotated[int, Field(ge=1, le=10_000_000)] = 1
    emotion_words: Texts = ()


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
    icon: Annotated[str, StringConstraints(max_length=60)] = "world"
    medium: Medium = "online"
    order: OrderKey = "V"


class Item(Record):
    """A card.  ``kind`` is a key of :data:`model.kinds.ITEM_KINDS`; one of a newer version is kept as it is.

    A card on the map (``place`` "map") has a lane and a step; in a lane that spans the phase it stands in the
    phase of its step.  A card in the inbox or on the parking lot has neither.  ``order`` is its position among
    the cards of its cell or list.  ``number`` is its short number, shown as N28; it stays for ever.
    The fields below ``order`` are described in :mod:`model.fields`; which kinds have them, in :mod:`model.kinds`.
    """

    kind: Annotated[str, StringConstraints(min_length=1, max_length=60)]
    number: Annotated[int, Field(ge=1)]
    text: Text = ""
    place: Place = "inbox"
    lane_id: Id | None = None
    step_id: Id | None = None
    order: OrderKey = "V"
    channel_ids: Ids = ()
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

    kind: Annotated[str, StringConstraints(min_length=1, max_length=60)] = "attach"
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


class Asset(Record):
    """A picture.  ``id`` is the SHA-256 of its bytes, which ``base64`` holds; ``w`` and ``h`` are in px."""

    id: AssetId
    mime: Annotated[str, StringConstraints(max_length=60)]
    w: Annotated[int, Field(ge=1, le=100_000)]
    h: Annotated[int, Field(ge=1, le=100_000)]
    base64: Annotated[str, StringConstraints(max_length=MAX_PICTURE_TEXT)]


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
}
"""The beginning of new ids; a picture's id is made of its bytes."""


def record_fields(record: Record) -> dict[str, Any]:
    """Every field of ``record``, unknown ones included, as Python values (not copied deeper)."""
    fields = dict(record.__dict__)
    if record.model_extra:
        fields.update(record.model_extra)
    return fields


def record_to_row(record: Record) -> dict[str, Any]:
    """``record`` as plain JSON values; fields that hold their default are left out, except those without one."""
    return record.model_dump(mode="json", exclude_defaults=True) | {"id": record.id}


def row_to_record(table: str, row: Mapping[str, Any]) -> Record:
    """The record of one row.  Raises KeyError for an unknown table and BadRecord for bad values."""
    return TABLES[table].model_validate(dict(row))
