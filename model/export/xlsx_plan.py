"""What the workbook holds, before any Excel: sheets, columns with stable keys, rows and lists of allowed values.

A workbook goes out, is filled in somewhere else and comes back; so every column has a key that no translation
changes, every row the id of its record, and every list of choices one label for one record.
"""

from __future__ import annotations

from collections.abc import Sequence

from model.document import Document, card_number
from model.export.xlsx_fields import field_column, field_lists, field_value, joined, shown_fields
from model.export.xlsx_parts import (
    BLANK_ROWS,
    Column,
    Labels,
    Sheet,
    Value,
    card_label,
    kind_title,
    lane_title,
    persona_title,
    picture_column,
    with_own_titles,
)
from model.export.xlsx_tables import (
    actions_sheet,
    channels_sheet,
    evidence_sheet,
    feelings_sheet,
    lanes_sheet,
    links_sheet,
    personas_sheet,
    steps_sheet,
    table_lists,
    told_links,
)
from model.fields import ITEM_FIELDS, ItemField
from model.i18n import QT_TRANSLATE_NOOP, translate
from model.kinds import ITEM_KINDS, LANE_KINDS
from model.records import EmotionScale, Item, Lane, Persona
from model.scale import SCORES, scale_range, score_value
from model.values import dataclass

__all__ = ["BLANK_ROWS", "Column", "Plan", "Sheet", "Value", "lane_title", "persona_title", "plan_workbook"]

_AFTER_TEXT = 8
"""The place of the column of pictures: behind the text."""
SEVERITIES = (1, 2, 3, 4, 5)

_PLACES = {
    "map": QT_TRANSLATE_NOOP("Workbook", "map"),
    "inbox": QT_TRANSLATE_NOOP("Workbook", "inbox"),
    "parking": QT_TRANSLATE_NOOP("Workbook", "parking lot"),
}


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole workbook: sheets in order and the lists of choices by name."""

    title: str
    subtitle: str
    sheets: tuple[Sheet, ...]
    choices: dict[str, tuple[Value, ...]]


def plan_workbook(document: Document, *, blank: bool) -> Plan:
    """The workbook of a map in the current language; ``blank``: its frame, with no cards but room to write them.

    Sheets of links, evidence and lines of feelings are there where the map has any.
    """
    labels = Labels(document)
    info = document.info
    items = () if blank else (*document.placed, *document.inbox, *document.parking)
    fields = shown_fields(document, items)
    sheets = [_cards(document, labels, items, fields), actions_sheet(document, labels, blank=blank)]
    if not blank and told_links(document):
        sheets.append(links_sheet(document))
    if not blank:
        told = (evidence_sheet(document, labels), feelings_sheet(document, labels))
        sheets += [sheet for sheet in told if sheet is not None]
    sheets += [
        steps_sheet(document, labels),
        lanes_sheet(document, labels),
        personas_sheet(document, blank=blank),
        channels_sheet(document, labels),
    ]
    known: dict[str, tuple[Value, ...]] = {
        "kinds": tuple(kind.title for kind in ITEM_KINDS.values()),
        "phases": tuple(labels.phases.values()),
        "steps": tuple(labels.steps.values()),
        "lanes": tuple(labels.lanes[r.id] for r in document.lanes if _holds_cards(r)),
        "channels": tuple(labels.channels.values()),
        "personas": tuple(labels.personas.values()),
        "places": tuple(translate("Workbook", text) for text in _PLACES.values()),
        "scores": levels(document.info.emotion_scale),
        "severities": SEVERITIES,
        **table_lists(document, labels),
        **field_lists(document, fields),
    }
    used = {column.choices for sheet in sheets for column in sheet.columns}
    choices = {name: values for name, values in known.items() if name in used}
    return Plan(info.title, info.subtitle, tuple(sheets), choices)


def _holds_cards(lane: Lane) -> bool:
    return lane.kind not in LANE_KINDS or LANE_KINDS[lane.kind].item is not None


def _cards(document: Document, labels: Labels, items: Sequence[Item], fields: Sequence[ItemField]) -> Sheet:
    columns = [
        Column("id", "id", 10, hidden=True),
        Column(
            "number",
            translate("Workbook", "No."),
            7,
            hint=translate("Workbook", "Leave the number of a note as it is. A new note has none yet."),
        ),
        Column("kind", translate("Workbook", "Kind"), 16, "kinds", strict=True),
        Column("phase", translate("Workbook", "Phase"), 22, "phases", strict=True),
        Column("step", translate("Workbook", "Step"), 16, "steps", strict=True),
        Column("lane", translate("Workbook", "Lane"), 18, "lanes", strict=True),
        Column("place", translate("Workbook", "Stands on"), 13, "places", strict=True),
        Column("text", translate("Workbook", "Text"), 48),
        Column(
            "targets",
            translate("Workbook", "Belongs to"),
            14,
            hint=translate("Workbook", "The numbers of the touchpoints that this note belongs to, such as N28; N31."),
        ),
        *map(field_column, fields),
    ]
    pictures = tuple(
        (card_label(item), tuple(document.asset_table.get(picture) for picture in item.pictures)) for item in items
    )
    pictured = any(row for _, row in pictures)
    if pictured:
        title = ITEM_FIELDS["pictures"].title
        columns.insert(_AFTER_TEXT, picture_column(title, [row for _, row in pictures]))
    aimed = {felt.persona_id for felt in document.emotion_table.values() if felt.aimed is not None}
    for persona in document.personas:
        columns += _feeling_columns(
            persona, labels.personas[persona.id], document.info.emotion_scale, aimed=persona.id in aimed
        )
    rows = tuple(_card_row(document, labels, item, fields, aimed) for item in items)
    if pictured:
        rows = tuple((*row[:_AFTER_TEXT], None, *row[_AFTER_TEXT:]) for row in rows)
    kinds = tuple(item.kind for item in items)
    title, own = translate("Workbook", "Notes"), with_own_titles(columns)
    return Sheet("cards", title, own, rows, BLANK_ROWS, kinds, pictures if pictured else ())


def levels(scale: EmotionScale) -> tuple[int | str, ...]:
    """The five scores, from worst to best, as the map writes them in cells."""
    return tuple(score_value(score, scale) for score in SCORES)


def _feeling_columns(persona: Persona, name: str, scale: EmotionScale, *, aimed: bool) -> list[Column]:
    """What a persona feels at a touchpoint, in the map's scale, which the headings name; ``aimed``: and the feeling
    aimed for."""
    told, five = scale_range(scale), levels(scale)
    score = translate("Workbook", "{persona}: feeling ({scale})").format(persona=name, scale=told)
    word = translate("Workbook", "{persona}: word").format(persona=name)
    quote = translate("Workbook", "{persona}: quote").format(persona=name)
    columns = [Column(f"score:{persona.id}", score, 12, "scores", strict=True, scale="score", levels=five)]
    if aimed:
        wish = translate("Workbook", "{persona}: aimed for ({scale})").format(persona=name, scale=told)
        columns.append(Column(f"aimed:{persona.id}", wish, 12, "scores", strict=True, scale="score", levels=five))
    return [*columns, Column(f"word:{persona.id}", word, 16), Column(f"quote:{persona.id}", quote, 28)]


def _cell(score: int | None, scale: EmotionScale) -> Value:
    return None if score is None else score_value(score, scale)


def _card_row(
    document: Document, labels: Labels, item: Item, fields: Sequence[ItemField], aimed: set[str]
) -> tuple[Value, ...]:
    phase = document.phase_of(item)
    row: list[Value] = [
        item.id,
        card_number(item),
        kind_title(item.kind),
        labels.phases[phase.id] if phase else None,
        labels.steps.get(item.step_id or ""),
        labels.lanes.get(item.lane_id or ""),
        translate("Workbook", _PLACES[item.place]),
        item.text,
        joined(card_number(target) for target in document.targets.get(item.id, ())),
        *(field_value(field, item, labels) for field in fields),
    ]
    for persona in document.personas:
        felt = document.emotions.get((item.id, persona.id))
        row.append(_cell(felt.score if felt else None, document.info.emotion_scale))
        if persona.id in aimed:
            row.append(_cell(felt.aimed if felt else None, document.info.emotion_scale))
        row += [felt.word or None, felt.quote or None] if felt else [None, None]
    return tuple(row)
