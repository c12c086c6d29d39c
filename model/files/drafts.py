"""A text that is being typed in a field other than a card's own: how a journal names the field, and how it comes back.

A draft of a journal has a key and a text.  A plain key is the id of a card, phase, step, lane or map; a field's key
says its table, its records and its name.
"""

from __future__ import annotations

import json

from model.days import parse_day
from model.fields import ITEM_FIELDS, ItemField, parse_duration
from model.ids import new_id
from model.plaintext import clean_text
from model.records import TABLES, BadRecord, Emotion, Record

_PREFIX = "field:"


def field_key(table: str, ids: tuple[str, ...], name: str) -> str:
    """The key of field ``name`` of some records; of a feeling, ``ids`` are its touchpoint and its persona."""
    return _PREFIX + json.dumps([table, list(ids), name], ensure_ascii=False)


def parse_key(key: str) -> tuple[str, tuple[str, ...], str] | None:
    """(table, ids, name) of a key; None for any other."""
    if not key.startswith(_PREFIX):
        return None
    try:
        found = json.loads(key.removeprefix(_PREFIX))
    except (ValueError, RecursionError):
        return None
    match found:
        case [str(table), [*ids], str(name)] if table in TABLES and ids and all(isinstance(each, str) for each in ids):
            return table, tuple(ids), name
    return None


def put_field(
    tables: dict[str, dict[str, Record]], table: str, ids: tuple[str, ...], name: str, text: str
) -> list[str]:
    """Put a typed text into a field of records; those that got it, or have it already.  [] where there are none."""
    if table == "emotions":
        return _put_feeling(tables, ids, name, text)
    found = []
    for record_id in ids:
        record = tables[table].get(record_id)
        if record is None or name in ("id", "kind"):
            continue
        try:
            value = _meant(getattr(record, name, None), ITEM_FIELDS.get(name) if table == "items" else None, text)
            if value is not None:
                tables[table][record_id] = record.changed(**{name: value})
                found.append(record_id)
        except (BadRecord, ValueError):
            continue  # what was typed means nothing there: it becomes a note
    return found


def _meant(now: object, field: ItemField | None, text: str) -> object:
    """What ``text`` means in a field that holds ``now``; None where it takes no text.  Raises ValueError where it takes
    another kind of text."""
    kind = field.type if field is not None else ""
    if kind == "duration":
        return parse_duration(text)
    if kind == "date":
        return parse_day(text, past=True) or None
    if kind == "percent":
        return int(text.strip().removesuffix("%"))
    if kind == "tags" and isinstance(now, tuple):
        word = " ".join(clean_text(text).split())
        known = {tag.casefold() for tag in now}
        return now if not word or word.casefold() in known else (*now, word)
    return text if isinstance(now, str) else None


def _put_feeling(tables: dict[str, dict[str, Record]], ids: tuple[str, ...], name: str, text: str) -> list[str]:
    if len(ids) != 2 or name not in ("word", "quote"):
        return []
    touchpoint, persona = ids
    if touchpoint not in tables["items"] or persona not in tables["personas"]:
        return []
    old = next(
        (
            row
            for row in tables["emotions"].values()
            if isinstance(row, Emotion) and (row.touchpoint_id, row.persona_id) == (touchpoint, persona)
        ),
        None,
    )
    try:
        if old is not None:
            made = old.changed(**{name: text})
        else:
            made = Emotion(id=new_id("emotion"), touchpoint_id=touchpoint, persona_id=persona).changed(**{name: text})
    except BadRecord:
        return []
    tables["emotions"][made.id] = made
    return [made.id]
