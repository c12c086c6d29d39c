"""What the workbook holds, before any Excel: sheets, columns with stable keys, rows and lists of allowed values.

A workbook goes out, is filled in somewhere else and comes back; so every column has a key that no translation
changes, every row the id of its record, and every list of choices one label for one record.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from model.document import Document, card_number
from model.i18n import QT_TRANSLATE_NOOP, translate
from model.kinds import ITEM_KINDS, LANE_KINDS
from model.records import Item, Lane, Persona
from model.values import dataclass

Value = str | int | None

SEPARATOR = "; "
"""Between several channels or targets in one cell: no comma, which occurs in names and in Dutch numbers."""

SCORES = (-2, -1, 0, 1, 2)
SEVERITIES = (1, 2, 3, 4, 5)
BLANK_ROWS = 200
"""Rows ready to be filled in, below the last one."""

_MEDIA = {
    "online": QT_TRANSLATE_NOOP("Workbook", "online"),
    "offline": QT_TRANSLATE_NOOP("Workbook", "offline"),
    "both": QT_TRANSLATE_NOOP("Workbook", "both"),
}
_PLACES = {
    "map": QT_TRANSLATE_NOOP("Workbook", "map"),
    "inbox": QT_TRANSLATE_NOOP("Workbook", "inbox"),
    "parking": QT_TRANSLATE_NOOP("Workbook", "parking lot"),
}
_ALIGNMENTS = {
    "step": QT_TRANSLATE_NOOP("Workbook", "per step"),
    "phase": QT_TRANSLATE_NOOP("Workbook", "whole phase"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``key`` stays, ``title`` is translated, ``width`` in characters of the default font.

    ``choices`` names the list its cells take values from; ``strict`` refuses others (else they are allowed, because
    a cell may hold several values or a new one); ``scale`` colours numbers ("score" or "severity").
    """

    key: str
    title: str
    width: float
    choices: str = ""
    strict: bool = False
    scale: str = ""
    hidden: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: ``key`` stays, ``title`` is the sheet's name, ``rows`` hold a value for each column."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    blank_rows: int = 0
    kinds: tuple[str, ...] = ()
    """The kind of card of each row, for its colour; empty on other sheets."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole workbook: sheets in order and the lists of choices by name."""

    title: str
    subtitle: str
    sheets: tuple[Sheet, ...]
    choices: dict[str, tuple[Value, ...]]


class Labels:
    """One label for each record, so that a choice in a list means one record also when names are missing or double."""

    def __init__(self, document: Document) -> None:
        self.phases: dict[str, str] = {}
        self.steps: dict[str, str] = {}
        for p, phase in enumerate(document.phases, 1):
            self.phases[phase.id] = f"{p} {phase.name}".strip()
            for s, step in enumerate(document.steps_by_phase[phase.id], 1):
                self.steps[step.id] = f"{p}.{s} {step.name}".strip()
        self.lanes = _unique((lane.id, lane_title(lane)) for lane in document.lanes)
        self.channels = _unique((r.id, r.name or translate("Workbook", "Channel")) for r in document.channels)
        self.personas = _unique((r.id, persona_title(r)) for r in document.personas)


def lane_title(lane: Lane) -> str:
    """A lane's own name, or its kind's."""
    return lane.name or (LANE_KINDS[lane.kind].title if lane.kind in LANE_KINDS else lane.kind)


def persona_title(persona: Persona) -> str:
    """A persona's name; the unnamed one is the customer."""
    return persona.name or translate("Workbook", "Customer")


def kind_title(kind: str) -> str:
    """The name of a kind of card; one of a newer version by its own id."""
    return ITEM_KINDS[kind].title if kind in ITEM_KINDS else kind


def _unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    labels: dict[str, str] = {}
    used: set[str] = set()
    for record_id, name in pairs:
        name = " ".join(name.replace(SEPARATOR.strip(), ",").split())[:200]
        label, n = name, 1
        while label.casefold() in used:
            n += 1
            label = f"{name} ({n})"
        used.add(label.casefold())
        labels[record_id] = label
    return labels


def plan_workbook(document: Document, *, blank: bool) -> Plan:
    """The workbook of a map in the current language; ``blank``: its frame, with no cards but room to write them."""
    labels = Labels(document)
    info = document.info
    sheets = (
        _cards(document, labels, blank=blank),
        _frame(document, labels),
        _lanes(document, labels),
        _personas(document, labels),
        _channels(document, labels),
    )
    choices: dict[str, tuple[Value, ...]] = {
        "kinds": tuple(kind.title for kind in ITEM_KINDS.values()),
        "phases": tuple(labels.phases.values()),
        "steps": tuple(labels.steps.values()),
        "lanes": tuple(labels.lanes[r.id] for r in document.lanes if _holds_cards(r)),
        "channels": tuple(labels.channels.values()),
        "places": tuple(translate("Workbook", text) for text in _PLACES.values()),
        "scores": SCORES,
        "severities": SEVERITIES,
        "media": tuple(translate("Workbook", text) for text in _MEDIA.values()),
        "lane_kinds": tuple(kind.title for kind in LANE_KINDS.values()),
        "alignments": tuple(translate("Workbook", text) for text in _ALIGNMENTS.values()),
    }
    return Plan(info.title, info.subtitle, sheets, choices)


def _holds_cards(lane: Lane) -> bool:
    return lane.kind not in LANE_KINDS or LANE_KINDS[lane.kind].item is not None


def _cards(document: Document, labels: Labels, *, blank: bool) -> Sheet:
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
            "channels",
            translate("Workbook", "Channels"),
            22,
            "channels",
            hint=translate("Workbook", "Several channels: put a semicolon between them."),
        ),
        Column("severity", translate("Workbook", "Severity"), 10, "severities", strict=True, scale="severity"),
        Column(
            "targets",
            translate("Workbook", "Belongs to"),
            14,
            hint=translate("Workbook", "The numbers of the touchpoints that this note belongs to, such as N28; N31."),
        ),
    ]
    personas = document.personas
    for persona in personas:
        name = labels.personas[persona.id]
        score = translate("Workbook", "{persona}: feeling").format(persona=name)
        word = translate("Workbook", "{persona}: word").format(persona=name)
        quote = translate("Workbook", "{persona}: quote").format(persona=name)
        columns += [
            Column(f"score:{persona.id}", score, 12, "scores", strict=True, scale="score"),
            Column(f"word:{persona.id}", word, 16),
            Column(f"quote:{persona.id}", quote, 28),
        ]
    items = [] if blank else [*document.placed, *document.inbox, *document.parking]
    rows = tuple(_card_row(document, labels, item, personas) for item in items)
    kinds = tuple(item.kind for item in items)
    return Sheet("cards", translate("Workbook", "Notes"), tuple(columns), rows, BLANK_ROWS, kinds)


def _card_row(document: Document, labels: Labels, item: Item, personas: Sequence[Persona]) -> tuple[Value, ...]:
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
        SEPARATOR.join(labels.channels[c] for c in item.channel_ids if c in labels.channels) or None,
        item.severity,
        SEPARATOR.join(card_number(target) for target in document.targets.get(item.id, ())) or None,
    ]
    for persona in personas:
        felt = document.emotions.get((item.id, persona.id))
        row += [None, None, None] if felt is None else [felt.score, felt.word or None, felt.quote or None]
    return tuple(row)


def _frame(document: Document, labels: Labels) -> Sheet:
    columns = (
        Column("id", "id", 10, hidden=True),
        Column("phase", translate("Workbook", "Phase"), 36),
        Column("step", translate("Workbook", "Step"), 30),
        Column("label", translate("Workbook", "In the lists"), 26),
    )
    rows: list[tuple[Value, ...]] = []
    for phase in document.phases:
        for i, step in enumerate(document.steps_by_phase[phase.id]):
            rows.append((step.id, (phase.name or None) if i == 0 else None, step.name or None, labels.steps[step.id]))
    return Sheet("steps", translate("Workbook", "Phases and steps"), columns, tuple(rows))


def _lanes(document: Document, labels: Labels) -> Sheet:
    columns = (
        Column("id", "id", 10, hidden=True),
        Column("name", translate("Workbook", "Lane"), 30),
        Column("kind", translate("Workbook", "Kind"), 20, "lane_kinds", strict=True),
        Column("alignment", translate("Workbook", "Cells"), 16, "alignments", strict=True),
    )
    rows = tuple(
        (
            lane.id,
            labels.lanes[lane.id],
            LANE_KINDS[lane.kind].title if lane.kind in LANE_KINDS else lane.kind,
            translate("Workbook", _ALIGNMENTS[lane.alignment]),
        )
        for lane in document.lanes
    )
    return Sheet("lanes", translate("Workbook", "Lanes"), columns, rows)


def _personas(document: Document, labels: Labels) -> Sheet:
    columns = (
        Column("id", "id", 10, hidden=True),
        Column("name", translate("Workbook", "Name"), 22),
        Column("role", translate("Workbook", "Role"), 28),
        Column("quote", translate("Workbook", "Quote"), 36),
        Column("goals", translate("Workbook", "Goals"), 36),
        Column("frustrations", translate("Workbook", "Frustrations"), 36),
    )
    rows = tuple(
        (r.id, r.name or None, r.role or None, r.quote or None, r.goals or None, r.frustrations or None)
        for r in document.personas
    )
    return Sheet("personas", translate("Workbook", "Personas"), columns, rows)


def _channels(document: Document, labels: Labels) -> Sheet:
    columns = (
        Column("id", "id", 10, hidden=True),
        Column("name", translate("Workbook", "Channel"), 26),
        Column("medium", translate("Workbook", "Medium"), 14, "media", strict=True),
    )
    rows = tuple((r.id, labels.channels[r.id], translate("Workbook", _MEDIA[r.medium])) for r in document.channels)
    return Sheet("channels", translate("Workbook", "Channels"), columns, rows, blank_rows=20)
