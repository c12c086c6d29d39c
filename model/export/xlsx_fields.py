"""What may be said of cards as columns of the workbook: one for each field of :data:`model.fields.ITEM_FIELDS`.

XF1  A column stands in the workbook when a card says something there, and, for what is asked first of a card, when the
     map has a lane for such cards; channels and severity always.  Pictures have a column of their own (XP1).
XF2  Choices are written in words of the language; a value of a newer version as it is.  Durations are whole minutes,
     days are dates, reach is a whole percentage: numbers that a spreadsheet can count with.
"""

from __future__ import annotations

from collections.abc import Iterable

from model.document import Document
from model.export.xlsx_parts import CELL_LIMIT, SEPARATOR, Column, Labels, Value, day_value
from model.fields import ITEM_FIELDS, MAX_MINUTES, NAMED, Choice, FieldType, ItemField, says, value_of
from model.i18n import QT_TRANSLATE_NOOP, translate
from model.kinds import ITEM_KINDS, LANE_KINDS
from model.records import Item

ALWAYS = ("channel_ids", "severity")
_WIDTHS: dict[FieldType, float] = {
    "text": 40,
    "line": 24,
    "choice": 18,
    "choices": 24,
    "scale": 10,
    "percent": 10,
    "duration": 12,
    "date": 14,
    "switch": 14,
    "tags": 24,
    "channels": 22,
    "personas": 22,
}
_KEYS = {"channel_ids": "channels", "persona_ids": "personas"}
"""Columns that are named after what they name."""
_TAKEN = frozenset({"id", "number", "kind", "phase", "step", "lane", "place", "text", "targets"})
_HINTS: dict[FieldType, str] = {
    "channels": QT_TRANSLATE_NOOP("Workbook", "Several channels: put a semicolon between them."),
    "personas": QT_TRANSLATE_NOOP("Workbook", "Whom it concerns. Several personas: put a semicolon between them."),
    "choices": QT_TRANSLATE_NOOP("Workbook", "Several: put a semicolon between them."),
    "tags": QT_TRANSLATE_NOOP("Workbook", "Several: put a semicolon between them."),
    "duration": QT_TRANSLATE_NOOP("Workbook", "In whole minutes."),
    "percent": QT_TRANSLATE_NOOP("Workbook", "A whole number from 0 to 100."),
}
NAMES = ("owner", "department", "system")
"""Fields of names, for which the workbook offers those that the map uses."""


def shown_fields(document: Document, items: Iterable[Item]) -> tuple[ItemField, ...]:
    """The fields that become columns (XF1), in the order of the table; ``items`` are the cards of the workbook."""
    cards = list(items)
    at_home = {
        field.id
        for lane in document.lanes
        if lane.kind in LANE_KINDS and (kind := ITEM_KINDS.get(LANE_KINDS[lane.kind].item or "")) is not None
        for field in kind.fields
        if field.group == "first"
    }
    return tuple(
        field
        for field in ITEM_FIELDS.values()
        if field.type != "pictures"
        and (field.id in ALWAYS or field.id in at_home or any(says(card, field) for card in cards))
    )


def field_key(field: ItemField) -> str:
    """The column's key, which no translation changes."""
    if field.id in _KEYS:
        return _KEYS[field.id]
    return f"field:{field.id}" if field.id in _TAKEN else field.id


def field_column(field: ItemField) -> Column:
    """The column of a field."""
    hint = translate("Workbook", _HINTS[field.type]) if field.type in _HINTS else field.prompt
    title = field.title
    if field.type == "duration":
        title = translate("Workbook", "{field} (minutes)").format(field=title)
    elif field.type == "percent":
        title = translate("Workbook", "{field} (%)").format(field=title)
    limits: dict[FieldType, tuple[int, int]] = {"percent": (0, 100), "duration": (0, MAX_MINUTES)}
    scales: dict[FieldType, str] = {"scale": "level", "percent": "number", "duration": "number", "date": "date"}
    return Column(
        field_key(field),
        title,
        _WIDTHS.get(field.type, 24),
        list_name(field),
        strict=field.type in ("choice", "scale", "switch"),
        scale="severity" if field.id == "severity" else scales.get(field.type, ""),
        hint=hint,
        limits=limits.get(field.type),
    )


def list_name(field: ItemField) -> str:
    """The list from which a column takes its values; "" for none."""
    if field.type in NAMED:
        return field.type
    if field.id == "severity":
        return "severities"
    if field.type == "scale":
        return f"scale_{field.low}_{field.high}"
    if field.type == "switch":
        return "switch"
    if field.choices or field.id in NAMES:
        return f"f_{field.id}"
    return ""


def field_lists(document: Document, fields: Iterable[ItemField]) -> dict[str, tuple[Value, ...]]:
    """The lists of choices that the columns of ``fields`` need beside those of the frame."""
    found: dict[str, tuple[Value, ...]] = {}
    for field in fields:
        name = list_name(field)
        if field.type == "switch":
            found[name] = (translate("Fields", "yes"),)
        elif field.type == "scale" and field.id != "severity":
            found[name] = tuple(range(field.low, field.high + 1))
        elif field.choices:
            found[name] = choice_titles(field.choices)
        elif field.id in NAMES:
            found[name] = names_used(document, field.id)
    return found


def choice_titles(choices: Iterable[Choice]) -> tuple[str, ...]:
    """Choices in words of the current language."""
    return tuple(choice.title for choice in choices)


def names_used(document: Document, field_id: str) -> tuple[str, ...]:
    """The names that cards and actions of the map say in a field of names, in alphabetical order."""
    records = (*document.item_table.values(), *document.action_table.values())
    found = {" ".join(str(record.value(field_id, "")).split()) for record in records}
    return tuple(sorted(found - {""}, key=lambda name: (name.casefold(), name)))


def field_value(field: ItemField, item: Item, labels: Labels) -> Value:
    """What a card's cell holds (XF2); None where it says nothing."""
    if not says(item, field):
        return None
    value = value_of(item, field)
    if field.type in NAMED:
        names = labels.channels if field.type == "channels" else labels.personas
        return joined(names[each] for each in value if each in names)
    if field.type == "choices":
        return joined(known.title if (known := field.choice(each)) else str(each) for each in value)
    if field.type == "tags":
        return joined(str(tag).replace(SEPARATOR.strip(), ",") for tag in value)
    if field.type == "choice":
        known = field.choice(value)
        return known.title if known else str(value)
    if field.type == "switch":
        return translate("Fields", "yes")
    if field.type == "date":
        return day_value(value)
    return value if isinstance(value, int) else str(value)


def joined(words: Iterable[str]) -> str | None:
    """Several values in one cell; as many whole ones as a cell can hold, and then how many more there are."""
    kept: list[str] = []
    room = CELL_LIMIT - 20
    rest = list(words)
    while rest and len(rest[0]) + len(SEPARATOR) <= room:
        room -= len(rest[0]) + len(SEPARATOR)
        kept.append(rest.pop(0))
    if rest:
        kept.append(f"… +{len(rest)}")
    return SEPARATOR.join(kept) or None
