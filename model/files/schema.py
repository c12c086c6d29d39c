"""The file format as a JSON Schema (draft 2020-12), built from the records and the tables of kinds and fields.

It says of each value what a reader takes without putting it aside.  What holds between records (docs/file-format.md)
no schema can say.  Words that are open, so that a newer version may bring others, stand in ``x-choices``; which kinds
of notes show a field, in ``x-kinds``.  Names and descriptions are the English source texts, whatever the language.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from model.fields import ACTORS, ITEM_FIELDS, STATUSES, Choice, ItemField
from model.files.migrations import FORMAT_VERSION
from model.files.native import FORMAT, MIN_READER
from model.judge import model_of
from model.kinds import ITEM_KINDS, LANE_KINDS, LINK_KINDS, ItemKind, LaneKind, LinkKind
from model.records import MAX_TEXT, TABLES

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_NOUNS = {
    "map": "What is said of the whole map.",
    "phases": "A column group of the map, from left to right by order.",
    "steps": "A sub-column of a phase; every phase has at least one.",
    "lanes": "A row of the map, from top to bottom by order.",
    "personas": "Somebody who travels; there is at least one.",
    "channels": "A way by which customer and organisation meet.",
    "items": "A note. Which kinds show a field stands in x-kinds; on others it is kept, unseen.",
    "links": "From one note to another. Which kinds of notes it may join stands in x-choices of its kind.",
    "emotions": "What one persona feels at one touchpoint; one record for each pair.",
    "actions": "What somebody does to make a solution real.",
    "filters": "What notes are looked for, under a name.",
    "assets": "A picture; its key is the SHA-256 of its bytes.",
}

_EVERYWHERE = {
    "id": "Used once in its table; records refer to each other by it.",
    "name": "The name, plain text.",
    "color": "A place in the theme's palette, a colour #RRGGBB, or null for the usual one.",
    "order": "Sorts records, character by character: a fraction in base 62 that does not end in 0.",
    "text": "Plain text; nothing in it is markup.",
}

_VALUES: dict[str, dict[str, str]] = {
    "map": {
        "title": "The title.",
        "subtitle": "Under the title.",
        "scope": "What the map is about, and what not.",
        "language": "The language of the map's own words, such as names of kinds.",
        "next_number": "The number of the next note, above every number used; numbers are never used twice.",
        "emotion_scale": "How feelings are written: -2 to +2, 1 to 5, or faces; what is stored is -2 to +2 "
        "all the same.",
        "logo": "A picture: the organisation's logo, on posters and paper kits.",
        "accent": "The organisation's colour, #RRGGBB, on posters and paper kits; empty for the program's own.",
        "emotion_words": "Words offered for feelings; empty for the language's own.",
    },
    "phases": {
        "prompt": "What to ask the room here.",
        "loop_to": "The phase to which the journey goes back from here.",
    },
    "steps": {"phase_id": "Its phase.", "name": "May be empty."},
    "lanes": {
        "kind": "What stands in it.",
        "name": "Empty: the name of its kind in the map's language.",
        "alignment": "Whether its cells are steps, or it spans the phase.",
        "prompt": "The question that it asks while it is empty; empty: its kind's own.",
    },
    "personas": {
        "name": "Empty: whoever travels unnamed.",
        "role": "Who this is, in a few words.",
        "quote": "What such a person says.",
        "goals": "What they want.",
        "frustrations": "What annoys them.",
        "actor": "Their role in the journey; empty: customer.",
        "description": "More about them.",
        "portrait": "A picture.",
    },
    "channels": {"icon": "The name of an icon.", "medium": "Whether it is online, offline or both."},
    "items": {
        "kind": "What the note is.",
        "number": "Its short number, shown as N28; it stays for ever.",
        "place": "On the map, in the inbox, or on the parking lot.",
        "lane_id": "Its lane; null off the map.",
        "step_id": "Its step; null off the map.",
        "channel_ids": "Channels.",
        "persona_ids": "The personas whom it concerns.",
    },
    "links": {
        "kind": "What it says.",
        "source_id": "The note that it leads from.",
        "target_id": "The note that it leads to.",
        "text": "A word at the line.",
        "pain_point_ids": "Pain points on the way, for paths between touchpoints.",
    },
    "emotions": {
        "touchpoint_id": "The touchpoint.",
        "persona_id": "The persona.",
        "score": "The feeling found, -2 (very bad) to +2 (very good); null where it is not known.",
        "word": "A word for it.",
        "quote": "What was said.",
        "aimed": "The feeling aimed for, -2 to +2; null where there is none.",
    },
    "actions": {
        "item_id": "The note that it belongs to.",
        "text": "What is to be done.",
        "owner": "Who does it.",
        "department": "Whose department that is.",
        "status": "How far it is; empty: to do.",
        "due": "The day by which it is done, YYYY-MM-DD, or empty.",
    },
    "filters": {
        "name": "Used once, whatever its case.",
        "words": "Words that a note has to say, in any order.",
        "kinds": "Kinds of notes, any of them.",
        "persona_ids": "Personas, any of them.",
        "channel_ids": "Channels, any of them.",
        "departments": "Departments, any of them.",
        "evidence": "How it is known, any of them.",
        "tags": "Tags, any of them.",
        "severity": "The least severity of a pain point; null for any.",
    },
    "assets": {
        "mime": "Its kind, such as image/png.",
        "w": "Its width in px.",
        "h": "Its height in px.",
        "base64": "Its bytes.",
    },
}


def file_schema() -> Schema:
    """The schema of a whole file."""
    named = {table: f"#/$defs/{table}" for table in TABLES}
    tables: Schema = {"map": {"$ref": named["map"]}}
    for table in TABLES:
        if table not in ("map", "assets"):
            tables[table] = {"type": "array", "items": {"$ref": named[table]}, "default": []}
    tables["assets"] = {
        "type": "object",
        "propertyNames": {"pattern": "^[0-9a-f]{64}$"},
        "additionalProperties": {"$ref": named["assets"]},
        "default": {},
        "description": "Pictures by the SHA-256 of their bytes, in lower-case hex.",
    }
    return {
        "$schema": DIALECT,
        "$id": f"urn:journeywall:map:{FORMAT_VERSION}",
        "title": "Journeywall map",
        "description": f"A customer journey map, file version {FORMAT_VERSION}. Unknown fields and tables are kept.",
        "type": "object",
        "required": ["format", "format_version"],
        "properties": {**_header(), **tables, **_end()},
        "additionalProperties": True,
        "$defs": {table: _record(table) for table in TABLES},
    }


def schema_text() -> str:
    """The schema as the text of a file."""
    return json.dumps(file_schema(), ensure_ascii=False, indent=1) + "\n"


def _header() -> Schema:
    return {
        "format": {"const": FORMAT},
        "format_version": {
            "type": "integer",
            "minimum": 1,
            "description": f"The version of the format that the file follows; this one is {FORMAT_VERSION}.",
        },
        "min_reader": {
            "type": "integer",
            "minimum": 1,
            "maximum": FORMAT_VERSION,
            "default": MIN_READER,
            "description": "The oldest version whose programs may open the file.",
        },
        "document_id": {
            "type": "string",
            "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
            "description": "Names the map for its whole life.",
        },
        "revision": {"type": "integer", "minimum": 0, "description": "Counts saves."},
        "saved_by": {
            "type": "object",
            "properties": {"program": {"type": "string"}, "time": {"type": "string"}},
            "description": "Program and time (UTC) of the last save.",
        },
    }


def _end() -> Schema:
    return {
        "quarantine": {
            "type": "array",
            "items": {"type": "object"},
            "description": "What a reader could not use, kept for a better one.",
        },
        "template": {
            "type": "object",
            "properties": {"name": {"type": "string"}, "description": {"type": "string"}},
            "description": "Only in a template (.journeytemplate), which is opened as a new map: what it is called.",
        },
        "integrity": {
            "type": "string",
            "pattern": "^sha256:[0-9a-f]{64}$",
            "description": "Of the lines between saved_by and this one.",
        },
    }


def _record(table: str) -> Schema:
    """The schema of one row of a table."""
    record = TABLES[table]
    made = model_of(record.__name__, record.types, record.defaults).model_json_schema()
    values: Schema = made["properties"]
    for name, value in values.items():
        value.pop("title", None)
        said = _VALUES[table].get(name) or _EVERYWHERE.get(name)
        if said:
            value["description"] = said
    if "order" in values:
        values["order"]["pattern"] = "^[0-9A-Za-z]*[1-9A-Za-z]$"
    if table == "map":
        values["id"] = {"const": "map", "description": "There is one map."}
    if table == "assets":
        del values["id"]
        values["base64"]["contentEncoding"] = "base64"
    if table == "items":
        values["kind"]["x-choices"] = [_item_kind(kind) for kind in ITEM_KINDS.values()]
        for field in ITEM_FIELDS.values():
            values[field.id] = _field(values.get(field.id), field)
    if table == "lanes":
        values["kind"]["x-choices"] = [_lane_kind(kind) for kind in LANE_KINDS.values()]
    if table == "links":
        values["kind"]["x-choices"] = [_link_kind(kind) for kind in LINK_KINDS.values()]
    if table == "personas":
        values["actor"]["x-choices"] = _choices(ACTORS)
    if table == "actions":
        values["status"]["x-choices"] = _choices(STATUSES)
    return {
        "title": record.__name__,
        "description": _NOUNS[table],
        "type": "object",
        "required": [name for name in made.get("required", ()) if name in values and table != "map"],
        "properties": values,
        "additionalProperties": True,
    }


def _field(value: Schema | None, field: ItemField) -> Schema:
    """A field of notes: the record's own schema, or, for a field that was registered later, that of its type."""
    found = dict(_shape(field) if value is None else value)
    found["description"] = f"{field.name}. {field.hint}".strip() if field.hint else f"{field.name}."
    if field.choices:
        found["x-choices"] = _choices(field.choices)
    found["x-kinds"] = [kind.id for kind in ITEM_KINDS.values() if field in kind.fields]
    return found


def _shape(field: ItemField) -> Schema:
    word = {"type": "string", "pattern": "^[a-z0-9_-]*$", "maxLength": 60}
    text = {"type": "string", "maxLength": MAX_TEXT}
    known: dict[str, Schema] = {
        "text": {**text, "default": ""},
        "line": {**text, "default": ""},
        "choice": {**word, "default": ""},
        "choices": {"type": "array", "items": word, "default": []},
        "scale": {"type": ["integer", "null"], "minimum": field.low, "maximum": field.high, "default": None},
        "percent": {"type": ["integer", "null"], "minimum": 0, "maximum": 100, "default": None},
        "duration": {"type": ["integer", "null"], "minimum": 0, "default": None},
        "date": {"type": "string", "pattern": r"^(\d{4}-\d{2}-\d{2})?$", "default": ""},
        "switch": {"type": "boolean", "default": False},
        "tags": {"type": "array", "items": text, "default": []},
        "channels": {"type": "array", "items": {"type": "string"}, "default": []},
        "personas": {"type": "array", "items": {"type": "string"}, "default": []},
        "pictures": {"type": "array", "items": {"type": "string", "pattern": "^[0-9a-f]{64}$"}, "default": []},
    }
    return known[field.type]


def _choices(choices: Iterable[Choice]) -> list[Schema]:
    return [{"id": choice.id, "name": choice.name} for choice in choices]


def _item_kind(kind: ItemKind) -> Schema:
    return {"id": kind.id, "name": kind.name, "fields": [field.id for field in kind.fields]}


def _lane_kind(kind: LaneKind) -> Schema:
    return {"id": kind.id, "name": kind.name, "item": kind.item}


def _link_kind(kind: LinkKind) -> Schema:
    return {
        "id": kind.id,
        "name": kind.name,
        "reads": kind.forward,
        "sources": list(kind.sources),
        "targets": list(kind.targets),
        "path": kind.flow,
    }
