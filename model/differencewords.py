"""The words of :mod:`model.difference`: what things and fields are called, and values as people write them."""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Mapping
from typing import Any

from model.document import Document, card_number
from model.fields import ACTORS, EVIDENCE, ITEM_FIELDS, STATUSES, Choice, day_text, fitting, shown
from model.i18n import QT_TRANSLATE_NOOP, translate
from model.kinds import ITEM_KINDS, LANE_KINDS, LINK_KINDS
from model.personas import persona_name
from model.records import (
    Action,
    Asset,
    Channel,
    Emotion,
    Item,
    Lane,
    Link,
    MapInfo,
    Persona,
    Phase,
    Record,
    SavedFilter,
    Step,
    record_to_row,
)
from model.scale import SCALES, scale_title, score_text

MAX_TITLE = 80
"""The most characters of a note's text in its title; the whole text is one of its fields."""

_THINGS = {
    "phases": QT_TRANSLATE_NOOP("Difference", "%n phase(s)"),
    "steps": QT_TRANSLATE_NOOP("Difference", "%n step(s)"),
    "lanes": QT_TRANSLATE_NOOP("Difference", "%n lane(s)"),
    "personas": QT_TRANSLATE_NOOP("Difference", "%n persona(s)"),
    "channels": QT_TRANSLATE_NOOP("Difference", "%n channel(s)"),
    "items": QT_TRANSLATE_NOOP("Difference", "%n note(s)"),
    "links": QT_TRANSLATE_NOOP("Difference", "%n link(s)"),
    "emotions": QT_TRANSLATE_NOOP("Difference", "%n feeling(s)"),
    "actions": QT_TRANSLATE_NOOP("Difference", "%n action(s)"),
    "assets": QT_TRANSLATE_NOOP("Difference", "%n picture(s)"),
    "filters": QT_TRANSLATE_NOOP("Difference", "%n saved filter(s)"),
}
_DONE = {
    "added": QT_TRANSLATE_NOOP("Difference", "{things} added"),
    "removed": QT_TRANSLATE_NOOP("Difference", "{things} removed"),
    "changed": QT_TRANSLATE_NOOP("Difference", "{things} changed"),
    "renamed": QT_TRANSLATE_NOOP("Difference", "{things} renamed"),
    "moved": QT_TRANSLATE_NOOP("Difference", "{things} moved"),
}
_DONE_TOO = {
    "added": QT_TRANSLATE_NOOP("Difference", "%n added"),
    "removed": QT_TRANSLATE_NOOP("Difference", "%n removed"),
    "changed": QT_TRANSLATE_NOOP("Difference", "%n changed"),
    "renamed": QT_TRANSLATE_NOOP("Difference", "%n renamed"),
    "moved": QT_TRANSLATE_NOOP("Difference", "%n moved"),
}
_TOLD_FIRST = (
    *("items", "phases", "steps", "lanes", "links", "emotions", "actions"),
    *("personas", "channels", "filters", "assets"),
)

_FIELDS = {
    "name": QT_TRANSLATE_NOOP("Difference", "Name"),
    "title": QT_TRANSLATE_NOOP("Difference", "Title"),
    "subtitle": QT_TRANSLATE_NOOP("Difference", "Subtitle"),
    "scope": QT_TRANSLATE_NOOP("Difference", "Scope"),
    "language": QT_TRANSLATE_NOOP("Difference", "Language"),
    "emotion_words": QT_TRANSLATE_NOOP("Difference", "Words for feelings"),
    "emotion_scale": QT_TRANSLATE_NOOP("Difference", "Scale of feelings"),
    "color": QT_TRANSLATE_NOOP("Difference", "Colour"),
    "prompt": QT_TRANSLATE_NOOP("Difference", "Question"),
    "loop_to": QT_TRANSLATE_NOOP("Difference", "Goes back to"),
    "kind": QT_TRANSLATE_NOOP("Difference", "Kind"),
    "alignment": QT_TRANSLATE_NOOP("Difference", "Cells"),
    "role": QT_TRANSLATE_NOOP("Difference", "Role"),
    "quote": QT_TRANSLATE_NOOP("Difference", "Quote"),
    "goals": QT_TRANSLATE_NOOP("Difference", "Goals"),
    "frustrations": QT_TRANSLATE_NOOP("Difference", "Frustrations"),
    "actor": QT_TRANSLATE_NOOP("Difference", "Actor"),
    "description": QT_TRANSLATE_NOOP("Difference", "Description"),
    "portrait": QT_TRANSLATE_NOOP("Difference", "Portrait"),
    "logo": QT_TRANSLATE_NOOP("Difference", "Logo"),
    "accent": QT_TRANSLATE_NOOP("Difference", "Accent colour"),
    "icon": QT_TRANSLATE_NOOP("Difference", "Icon"),
    "medium": QT_TRANSLATE_NOOP("Difference", "Online or offline"),
    "text": QT_TRANSLATE_NOOP("Difference", "Text"),
    "number": QT_TRANSLATE_NOOP("Difference", "Number"),
    "source_id": QT_TRANSLATE_NOOP("Difference", "From"),
    "target_id": QT_TRANSLATE_NOOP("Difference", "To"),
    "pain_point_ids": QT_TRANSLATE_NOOP("Difference", "Pain points on the way"),
    "touchpoint_id": QT_TRANSLATE_NOOP("Difference", "Touchpoint"),
    "persona_id": QT_TRANSLATE_NOOP("Difference", "Persona"),
    "score": QT_TRANSLATE_NOOP("Difference", "Feeling"),
    "word": QT_TRANSLATE_NOOP("Difference", "Word"),
    "aimed": QT_TRANSLATE_NOOP("Difference", "Feeling aimed for"),
    "item_id": QT_TRANSLATE_NOOP("Difference", "Note"),
    "owner": QT_TRANSLATE_NOOP("Difference", "Owner"),
    "department": QT_TRANSLATE_NOOP("Difference", "Department"),
    "status": QT_TRANSLATE_NOOP("Difference", "Status"),
    "due": QT_TRANSLATE_NOOP("Difference", "Due"),
    "words": QT_TRANSLATE_NOOP("Difference", "Words"),
    "kinds": QT_TRANSLATE_NOOP("Difference", "Kinds"),
    "persona_ids": QT_TRANSLATE_NOOP("Difference", "Personas"),
    "channel_ids": QT_TRANSLATE_NOOP("Difference", "Channels"),
    "departments": QT_TRANSLATE_NOOP("Difference", "Departments"),
    "evidence": QT_TRANSLATE_NOOP("Difference", "Evidence"),
    "tags": QT_TRANSLATE_NOOP("Difference", "Tags"),
    "severity": QT_TRANSLATE_NOOP("Difference", "Severity at least"),
}

_MEDIA = {
    "online": QT_TRANSLATE_NOOP("Difference", "online"),
    "offline": QT_TRANSLATE_NOOP("Difference", "offline"),
    "both": QT_TRANSLATE_NOOP("Difference", "online and offline"),
}
_ALIGNMENTS = {
    "step": QT_TRANSLATE_NOOP("Difference", "a cell for each step"),
    "phase": QT_TRANSLATE_NOOP("Difference", "a cell for each phase"),
}
_LANGUAGES = {"nl": QT_TRANSLATE_NOOP("Difference", "Dutch"), "en": QT_TRANSLATE_NOOP("Difference", "English")}
_HEADER = {
    "extra": QT_TRANSLATE_NOOP("Difference", "Data of a newer version"),
    "quarantine": QT_TRANSLATE_NOOP("Difference", "What was put aside"),
}


# -- sentences --------------------------------------------------------------------------------------------------------


def nothing_changed() -> str:
    """What is said when two maps are the same."""
    return translate("Difference", "Nothing changed")


def sentence_of(counts: Mapping[tuple[str, str], int]) -> str:
    """(table, what was done) -> how many, as one sentence without a full stop; a thing is named once."""
    parts = []
    if ("map", "renamed") in counts:
        parts.append(translate("Difference", "title changed"))
    elif any(table == "map" for table, _ in counts):
        parts.append(translate("Difference", "details of the map changed"))
    for table in _TOLD_FIRST:
        named = False
        for done, said in _DONE.items():
            n = counts.get((table, done), 0)
            if n and named:
                parts.append(translate("Difference", _DONE_TOO[done], n=n))
            elif n:
                things = translate("Difference", _THINGS[table], n=n)
                parts.append(translate("Difference", said).format(things=things))
                named = True
    if any(table not in _THINGS and table != "map" for table, _ in counts):
        parts.append(translate("Difference", "data that this version does not show changed"))
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]


# -- titles -----------------------------------------------------------------------------------------------------------


def entry_title(record: Record, document: Document) -> str:
    """What people call a record of ``document``: a note by number and text, a link by its ends."""
    if isinstance(record, Item):
        return _note_title(record)
    if isinstance(record, Link):
        kind = LINK_KINDS.get(record.kind)
        verb = kind.forward_title if kind else record.kind
        ends = [_note(record_id, document) for record_id in (record.source_id, record.target_id)]
        text = translate("Difference", "{note} {verb} {other}")
        return text.format(note=ends[0], verb=verb, other=ends[1])
    if isinstance(record, Emotion):
        text = translate("Difference", "{persona} at {note}")
        return text.format(persona=_persona(record.persona_id, document), note=_note(record.touchpoint_id, document))
    if isinstance(record, Action):
        return _short(record.text) or translate("Difference", "Action of {note}").format(
            note=_note(record.item_id, document)
        )
    if isinstance(record, Asset):
        return translate("Difference", "Picture of {width} × {height} px").format(width=record.w, height=record.h)
    if isinstance(record, MapInfo):
        return _short(record.title) or translate("Difference", "Map")
    if isinstance(record, Phase):
        return _phase(record.id, document)
    if isinstance(record, Step):
        return _step(record.id, document)
    if isinstance(record, Lane):
        return _lane(record.id, document)
    if isinstance(record, Persona):
        return _persona(record.id, document)
    if isinstance(record, SavedFilter):
        return _short(record.name) or translate("Difference", "Saved filter")
    return (
        _short(record.name)
        if isinstance(record, Channel) and record.name
        else translate("Difference", "Unnamed channel")
    )


def header_title(name: str) -> str:
    """What is kept for other versions, by name."""
    return translate("Difference", _HEADER[name])


def header_words(values: Mapping[str, object] | list[object]) -> str:
    """How much of it there is."""
    return translate("Difference", "%n thing(s)", n=len(values)) if values else ""


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= MAX_TITLE else words[: MAX_TITLE - 1].rstrip() + "…"


def _note_title(item: Item) -> str:
    text = _short(item.text)
    return f"{card_number(item)} {text}" if text else card_number(item)


def _note(record_id: str, document: Document) -> str:
    item = document.item_table.get(record_id)
    return _note_title(item) if item else record_id


def _nth(name: str, numbered: str, index: int) -> str:
    return _short(name) or numbered.format(number=index + 1)


def _phase(record_id: str, document: Document) -> str:
    for i, phase in enumerate(document.phases):
        if phase.id == record_id:
            return _nth(phase.name, translate("Difference", "Phase {number}"), i)
    return record_id


def _step(record_id: str, document: Document) -> str:
    step = document.step_table.get(record_id)
    if step is None:
        return record_id
    siblings = document.steps_by_phase.get(step.phase_id, (step,))
    name = _nth(step.name, translate("Difference", "Step {number}"), siblings.index(step))
    phase = _phase(step.phase_id, document)
    if len(siblings) == 1 and not step.name:
        return phase
    return translate("Difference", "{phase}, {step}").format(phase=phase, step=name)


def _lane(record_id: str, document: Document) -> str:
    lane = document.lane_table.get(record_id)
    if lane is None:
        return record_id
    kind = LANE_KINDS.get(lane.kind)
    return _short(lane.name) or (kind.title if kind else lane.kind)


def _persona(record_id: str, document: Document) -> str:
    persona = document.persona_table.get(record_id)
    if persona is None:
        return record_id
    return _short(persona_name(persona))


# -- fields -----------------------------------------------------------------------------------------------------------


def field_title(table: str, name: str) -> str:
    """What a field is called; one of a newer version goes by its name in the file."""
    field = ITEM_FIELDS.get(name) if table == "items" else None
    if field is not None:
        return field.title
    return translate("Difference", _FIELDS[name]) if name in _FIELDS else name


def value_words(table: str, name: str, was: Any, now: Any, old: Document, new: Document) -> tuple[str, str]:
    """Both values of a field in words that differ."""
    before, after = _words(table, name, was, old), _words(table, name, now, new)
    # Two pictures of the same size, two notes of the same text: then what the file says tells them apart.
    return (before, after) if before != after else (_raw(was), _raw(now))


def told_fields(table: str, record: Record, document: Document, unseen: Container[str]) -> list[tuple[str, str]]:
    """(title, words) of all that a record says; what it leaves open is left out."""
    told = []
    placed = False
    for name, value in record_to_row(record).items():
        if name in unseen:
            continue
        if table == "items" and name in ("place", "lane_id", "step_id"):
            placed = True
        elif name != "base64":
            told.append((field_title(table, name), _words(table, name, value, document) or _raw(value)))
    if placed:
        told.append((place_title(table), place_words(record, document)))
    return told


def _words(table: str, name: str, value: Any, document: Document) -> str:
    """A value of ``document`` as people write it; "" for none."""
    if value is None or value == "":
        return ""
    field = ITEM_FIELDS.get(name) if table == "items" else None
    if field is not None:
        fits = fitting(field, value)
        if field.type == "channels":
            return ", ".join(_channel(each, document) for each in fits)
        if field.type == "personas":
            return ", ".join(_persona(each, document) for each in fits)
        if field.type == "pictures":
            return ", ".join(_picture(each, document) for each in fits)
        return shown(field, fits)
    maker = _MAKERS.get((table, name)) or _MAKERS.get(("", name))
    if maker is not None:
        return maker(value, document)
    if isinstance(value, list | tuple) and all(isinstance(each, str) for each in value):
        return ", ".join(value)
    return value if isinstance(value, str) else _raw(value)


def _raw(value: Any) -> str:
    return "" if value is None or value in ("", (), [], False) else json.dumps(value, ensure_ascii=False, default=str)


def _channel(record_id: str, document: Document) -> str:
    channel = document.channel_table.get(record_id)
    return channel.name if channel and channel.name else record_id


def _picture(record_id: str, document: Document) -> str:
    asset = document.asset_table.get(record_id)
    return entry_title(asset, document) if asset else record_id


def _choice(choices: tuple[Choice, ...], value: str) -> str:
    return next((choice.title for choice in choices if choice.id == value), value)


def _named(table: Mapping[str, str], value: str) -> str:
    return translate("Difference", table[value]) if value in table else value


def _kind(table: Mapping[str, Any], value: str) -> str:
    return str(table[value].title) if value in table else value


_MAKERS: dict[tuple[str, str], Callable[[Any, Document], str]] = {
    ("items", "kind"): lambda value, _document: _kind(ITEM_KINDS, value),
    ("lanes", "kind"): lambda value, _document: _kind(LANE_KINDS, value),
    ("links", "kind"): lambda value, _document: _kind(LINK_KINDS, value),
    ("items", "number"): lambda value, _document: f"N{value}",
    ("", "color"): lambda value, _document: str(value),
    ("", "medium"): lambda value, _document: _named(_MEDIA, value),
    ("", "alignment"): lambda value, _document: _named(_ALIGNMENTS, value),
    ("", "language"): lambda value, _document: _named(_LANGUAGES, value),
    ("", "actor"): lambda value, _document: _choice(ACTORS, value),
    ("", "status"): lambda value, _document: _choice(STATUSES, value),
    ("", "due"): lambda value, _document: day_text(value),
    ("", "score"): lambda value, document: score_text(value, document.info.emotion_scale),
    ("", "aimed"): lambda value, document: score_text(value, document.info.emotion_scale),
    ("map", "emotion_scale"): lambda value, _document: scale_title(value) if value in SCALES else str(value),
    ("", "loop_to"): _phase,
    ("", "portrait"): _picture,
    ("map", "logo"): _picture,
    ("", "source_id"): _note,
    ("", "target_id"): _note,
    ("", "touchpoint_id"): _note,
    ("", "item_id"): _note,
    ("", "persona_id"): _persona,
    ("steps", "phase_id"): _phase,
    ("filters", "kinds"): lambda value, _document: ", ".join(_kind(ITEM_KINDS, each) for each in value),
    ("filters", "evidence"): lambda value, _document: ", ".join(_choice(EVIDENCE, each) for each in value),
    ("filters", "severity"): lambda value, _document: str(value),
    ("", "persona_ids"): lambda value, document: ", ".join(_persona(each, document) for each in value),
    ("", "channel_ids"): lambda value, document: ", ".join(_channel(each, document) for each in value),
    ("", "pain_point_ids"): lambda value, document: ", ".join(_note(each, document) for each in value),
}
"""(table or "" for any, field) -> how its value is said."""


# -- places -----------------------------------------------------------------------------------------------------------


def place_title(table: str) -> str:
    """What the field is called that says where something stands."""
    if table == "steps":
        return translate("Difference", "Phase")
    return translate("Difference", "Note") if table == "actions" else translate("Difference", "Place")


def place_words(record: Record, document: Document) -> str:
    """Where a record stands: "Orientation, Compare · Pain points", "Inbox"."""
    if isinstance(record, Step):
        return _phase(record.phase_id, document)
    if isinstance(record, Action):
        return _note(record.item_id, document)
    if not isinstance(record, Item):
        return ""
    if record.place == "inbox":
        return translate("Difference", "Inbox")
    if record.place == "parking":
        return translate("Difference", "Parking lot")
    text = translate("Difference", "{step} · {lane}")
    return text.format(step=_step(record.step_id or "", document), lane=_lane(record.lane_id or "", document))


def position_title() -> str:
    """What the field is called that says the how-manieth something is among its neighbours."""
    return translate("Difference", "Position")


def position_words(position: int) -> str:
    """A position, from 1."""
    return str(position)
