"""Every note of a map as one list: its rows and columns, and what they are sorted by.

The List view reads this; the columns of fields come from :mod:`model.fields`.

IL1  Rows stand in journey order: phase, step, lane, position; then the inbox, then the parking lot.
IL2  A field is a column.  Those of :data:`SHOWN_FIRST` are there at first where the map uses them; the others, and the
     feelings aimed for, when the reader asks for them.
IL3  Sorted by a column, what says nothing there comes last (and first when turned round); equals keep their order.
IL4  A touchpoint that names no personas shows those who feel something there.
IL5  The status of a note with actions is the least far of those that are not dropped: done only when all are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal

from model import personas
from model.actionlist import OPEN, status_rank, status_title
from model.collation import collated
from model.commands.many import has_field
from model.commands.places import item_kind_of
from model.document import Document, card_number
from model.fields import ITEM_FIELDS, Choice, FieldType, ItemField, shown, value_of
from model.i18n import QT_TRANSLATE_NOOP, translate
from model.kinds import ITEM_KINDS, LANE_KINDS
from model.records import Item, Lane
from model.scale import score_text
from model.values import dataclass

CellType = Literal[
    "number",
    "kind",
    "text",
    "phase",
    "step",
    "lane",
    "personas",
    "channels",
    "feeling",
    "aimed",
    "choice",
    "choices",
    "scale",
    "percent",
    "duration",
    "date",
    "switch",
    "tags",
    "suggest",
    "card",
    "told",
]
"""What stands in a cell; "card": what it hangs on; "told": what follows from something else and is not edited here."""

_FIELD_TYPES: dict[FieldType, CellType] = {
    "text": "text",
    "line": "suggest",
    "choice": "choice",
    "choices": "choices",
    "scale": "scale",
    "percent": "percent",
    "duration": "duration",
    "date": "date",
    "switch": "switch",
    "tags": "tags",
    "channels": "channels",
    "personas": "personas",
}
SHOWN_FIRST = ("severity", "evidence", "owner", "department", "tags")
"""The fields that are columns at first, in this order, where the map uses them."""
_LEADING = ("persona_ids", "channel_ids")
_WIDTHS: dict[CellType, int] = {
    "number": 76,
    "kind": 124,
    "text": 280,
    "phase": 150,
    "step": 110,
    "lane": 130,
    "personas": 120,
    "channels": 140,
    "feeling": 84,
    "aimed": 84,
    "choice": 116,
    "choices": 130,
    "scale": 92,
    "percent": 84,
    "duration": 100,
    "date": 112,
    "switch": 84,
    "tags": 130,
    "suggest": 116,
    "card": 110,
    "told": 136,
}
"""px on the screen, by what stands there."""


@dataclass(frozen=True, slots=True, eq=False)
class ItemLine:
    """A row: a card, and the map as it was when the list was read."""

    document: Document
    card: Item

    @property
    def id(self) -> str:
        """The card's id."""
        return self.card.id


def item_lines(document: Document) -> tuple[ItemLine, ...]:
    """All cards (IL1)."""
    return tuple(ItemLine(document, card) for card in (*document.placed, *document.inbox, *document.parking))


@dataclass(frozen=True, slots=True)
class ItemColumn:
    """A column of the list.

    ``id`` names it; ``group`` is what the reader shows and hides it by: the columns of all personas go together.
    ``name`` is a source text of the context ``context``; ``field_id`` the field of :mod:`model.fields`, "" for none;
    ``persona_id`` and ``persona`` whose feelings it shows, "" for another column.  ``first``: it is there at first.
    """

    id: str
    context: str
    name: str
    type: CellType
    group: str
    field_id: str = ""
    persona_id: str = ""
    persona: str = ""
    first: bool = True

    @property
    def title(self) -> str:
        """The column's name in the current language."""
        name = translate(self.context, self.name)
        if not self.persona_id or not self.persona:
            return name
        if self.type == "aimed":
            return translate("Lists", "{persona}, aimed for").format(persona=self.persona)
        return self.persona

    @property
    def group_title(self) -> str:
        """What the reader shows and hides, in the current language."""
        return translate(self.context, self.name)

    @property
    def width(self) -> int:
        """px on the screen where there is room."""
        return _WIDTHS[self.type]

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What may be chosen there, where that does not depend on the map."""
        return ITEM_FIELDS[self.field_id].choices if self.field_id else ()

    @property
    def field(self) -> ItemField | None:
        """The field that it shows."""
        return ITEM_FIELDS.get(self.field_id)

    def applies(self, line: ItemLine) -> bool:
        """Whether something may be said there of this card."""
        if self.type in ("feeling", "aimed"):
            return line.card.kind == "touchpoint"
        if self.field_id:
            return has_field(line.card, self.field_id)
        if self.type == "card":
            kind = ITEM_KINDS.get(line.card.kind)
            return kind is not None and kind.attaches
        if self.type in ("step", "lane"):
            return line.card.place == "map"
        return self.type not in ("number", "told")

    def value(self, line: ItemLine) -> Any:
        """The value as the records have it."""
        special = _VALUES.get(self.id)
        if special is not None:
            return special(line)
        if self.type in ("feeling", "aimed"):
            felt = line.document.emotions.get((line.card.id, self.persona_id))
            return None if felt is None else felt.aimed if self.type == "aimed" else felt.score
        return value_of(line.card, ITEM_FIELDS[self.field_id])

    def text(self, line: ItemLine) -> str:
        """The value in words of the current language."""
        special = _TEXTS.get(self.id)
        if special is not None:
            return special(line)
        value = self.value(line)
        if self.type in ("feeling", "aimed"):
            return "" if value is None else score_text(value, line.document.info.emotion_scale)
        if self.type == "channels":
            table = line.document.channel_table
            return ", ".join(table[each].name for each in value if each in table)
        if self.type == "personas":
            return ", ".join(persona_name(line.document, each) for each in _personas(line))
        return shown(ITEM_FIELDS[self.field_id], value)

    def order(self, line: ItemLine) -> Any:
        """What rows are sorted by (IL3)."""
        special = _ORDERS.get(self.id)
        if special is not None:
            return special(line)
        if self.type in ("feeling", "aimed", "scale", "percent", "duration"):
            value = self.value(line)
            return (value is None, value or 0)
        if self.type == "choice":
            ids = [choice.id for choice in self.choices]
            value = self.value(line)
            return ids.index(value) if value in ids else len(ids) + (not value)
        if self.type == "switch":
            return not self.value(line)
        if self.type == "date":
            value = self.value(line)
            return (not value, value)
        text = self.text(line)
        return (not text, collated(text))

    def used(self, document: Document) -> bool:
        """Whether the map says anything there."""
        special = _USED.get(self.id)
        if special is not None:
            return special(document)
        if self.type == "feeling":
            return any(e.persona_id == self.persona_id and e.score is not None for e in document.emotion_table.values())
        if self.type == "aimed":
            return any(e.persona_id == self.persona_id and e.aimed is not None for e in document.emotion_table.values())
        field = ITEM_FIELDS[self.field_id]
        empty = field.empty
        return any(value_of(item, field) != empty for item in document.item_table.values())


# -- what stands in the columns that are no fields -----------------------------------------------------------------


def persona_name(document: Document, persona_id: str) -> str:
    """A persona's name, or what stands for one without."""
    return personas.persona_name(document.persona_table.get(persona_id))


def _personas(line: ItemLine) -> tuple[str, ...]:
    named = tuple(line.card.persona_ids)
    if named or line.card.kind != "touchpoint":
        return named
    felt = line.document.emotions
    return tuple(p.id for p in line.document.personas if (line.card.id, p.id) in felt)  # IL4


def phase_title(document: Document, phase_id: str) -> str:
    """A phase by its number and name: "6 Delivery"."""
    phase = document.phase_table[phase_id]
    number = 1 + document.phases.index(phase)
    return f"{number} {phase.name.strip() or translate('Lists', 'Phase without a name')}"


def step_title(document: Document, step_id: str) -> str:
    """A step by its name, or by its place in its phase; "" for the only one of a phase without a name."""
    step = document.step_table[step_id]
    siblings = document.steps_by_phase.get(step.phase_id, ())
    if step.name.strip() or len(siblings) < 2:
        return step.name.strip()
    place = [other.id for other in siblings].index(step_id) + 1
    return translate("Lists", "Step {number}").format(number=place)


def lane_title(lane: Lane) -> str:
    """A lane by its name, else that of its kind."""
    kind = LANE_KINDS.get(lane.kind)
    return lane.name.strip() or (kind.title if kind is not None else lane.kind)


def place_title(place: str) -> str:
    """The inbox, or the parking lot."""
    return translate("Lists", "Parking lot") if place == "parking" else translate("Lists", "Inbox")


def _phase_value(line: ItemLine) -> str:
    phase = line.document.phase_of(line.card)
    return line.card.place if line.card.place != "map" else phase.id if phase is not None else ""


def _phase_text(line: ItemLine) -> str:
    if line.card.place != "map":
        return place_title(line.card.place)
    phase = line.document.phase_of(line.card)
    return phase_title(line.document, phase.id) if phase is not None else ""


def _place_order(line: ItemLine) -> tuple[int, int]:
    rank = {"map": 0, "inbox": 1, "parking": 2}[line.card.place]
    return rank, line.document.step_index.get(line.card.step_id or "", 0)


def _phase_order(line: ItemLine) -> tuple[int, str]:
    rank = {"map": 0, "inbox": 1, "parking": 2}[line.card.place]
    phase = line.document.phase_of(line.card)
    return rank, phase.order if phase is not None else ""


def _step_text(line: ItemLine) -> str:
    step = line.card.step_id or ""
    return step_title(line.document, step) if step in line.document.step_table else ""


def _lane_text(line: ItemLine) -> str:
    lane = line.document.lane_table.get(line.card.lane_id or "")
    return lane_title(lane) if lane is not None else ""


def _kind_text(line: ItemLine) -> str:
    kind = ITEM_KINDS.get(line.card.kind)
    return kind.title if kind is not None else line.card.kind


def _kind_order(line: ItemLine) -> int:
    kinds = list(ITEM_KINDS)
    return kinds.index(line.card.kind) if line.card.kind in kinds else len(kinds)


def _hosts(line: ItemLine) -> Iterable[int]:
    return (host.number for host in line.document.targets.get(line.card.id, ()))


def _attached(line: ItemLine) -> tuple[str, ...]:
    return tuple(host.id for host in line.document.targets.get(line.card.id, ()))


def _attached_text(line: ItemLine) -> str:
    return ", ".join(card_number(host) for host in line.document.targets.get(line.card.id, ()))


def status_of(document: Document, item: Item) -> str:
    """How far the actions of a card are (IL5); "" where it has none."""
    states = [action.status or OPEN for action in document.actions_of.get(item.id, ())]
    live = [state for state in states if state != "dropped"]
    if not states:
        return ""
    if not live:
        return "dropped"
    if all(state == "done" for state in live):
        return "done"
    return "doing" if any(state in ("doing", "done") for state in live) else min(live, key=status_rank)


def _status_value(line: ItemLine) -> str:
    return status_of(line.document, line.card)


def _status_text(line: ItemLine) -> str:
    status = _status_value(line)
    if not status:
        return ""
    actions = line.document.actions_of[line.card.id]
    done = sum(action.status == "done" for action in actions)
    return f"{status_title(status)} {done}/{len(actions)}" if len(actions) > 1 else status_title(status)


_VALUES: dict[str, Callable[[ItemLine], Any]] = {
    "number": lambda line: line.card.number,
    "kind": lambda line: line.card.kind,
    "text": lambda line: line.card.text,
    "phase": _phase_value,
    "step": lambda line: line.card.step_id or "",
    "lane": lambda line: line.card.lane_id or "",
    "attached": _attached,
    "status": _status_value,
}
_TEXTS: dict[str, Callable[[ItemLine], str]] = {
    "number": lambda line: card_number(line.card),
    "kind": _kind_text,
    "text": lambda line: line.card.text,
    "phase": _phase_text,
    "step": _step_text,
    "lane": _lane_text,
    "attached": _attached_text,
    "status": _status_text,
}
_ORDERS: dict[str, Callable[[ItemLine], Any]] = {
    "number": lambda line: line.card.number,
    "kind": _kind_order,
    "phase": _phase_order,
    "step": _place_order,
    "lane": lambda line: line.document.lane_index.get(line.card.lane_id or "", len(line.document.lanes)),
    "attached": lambda line: (
        not _attached(line),
        [host.number for host in line.document.targets.get(line.card.id, ())],
    ),
    "status": lambda line: status_rank(_status_value(line)) if _status_value(line) else 99,
}


def _several_lanes(document: Document) -> bool:
    """Whether a lane says more than the kind of its cards: where two lanes hold the same, or one has a name."""
    kinds = [kind for lane in document.lanes if (kind := item_kind_of(lane)) is not None]
    return len(set(kinds)) < len(kinds)


def _steps_said(document: Document) -> bool:
    return any(len(steps) > 1 or steps[0].name.strip() for steps in document.steps_by_phase.values() if steps)


_USED: dict[str, Callable[[Document], bool]] = {
    "number": lambda _document: True,
    "kind": lambda _document: True,
    "text": lambda _document: True,
    "phase": lambda document: bool(document.phases),
    "step": _steps_said,
    "lane": _several_lanes,
    "attached": lambda document: bool(document.targets),
    "status": lambda document: bool(document.action_table),
}


# -- the columns ------------------------------------------------------------------------------------------------

_BEFORE: tuple[ItemColumn, ...] = (
    ItemColumn("number", "Lists", QT_TRANSLATE_NOOP("Lists", "Number"), "number", "number"),
    ItemColumn("kind", "Lists", QT_TRANSLATE_NOOP("Lists", "Kind"), "kind", "kind"),
    ItemColumn("text", "Lists", QT_TRANSLATE_NOOP("Lists", "Text"), "text", "text"),
    ItemColumn("phase", "Lists", QT_TRANSLATE_NOOP("Lists", "Phase"), "phase", "phase"),
    ItemColumn("step", "Lists", QT_TRANSLATE_NOOP("Lists", "Step"), "step", "step"),
    ItemColumn("lane", "Lists", QT_TRANSLATE_NOOP("Lists", "Lane"), "lane", "lane"),
)
_AFTER: tuple[ItemColumn, ...] = (
    ItemColumn("attached", "Lists", QT_TRANSLATE_NOOP("Lists", "Attached to"), "card", "attached"),
    ItemColumn("status", "Lists", QT_TRANSLATE_NOOP("Lists", "Status"), "told", "status"),
)
FEELING = QT_TRANSLATE_NOOP("Lists", "Feeling")
AIMED = QT_TRANSLATE_NOOP("Lists", "Feeling aimed for")
ALWAYS = frozenset({"number", "text"})
"""Columns that cannot be hidden: without them nobody knows which note a row is."""


def _field_column(field: ItemField, *, first: bool) -> ItemColumn:
    return ItemColumn(field.id, "Fields", field.name, _FIELD_TYPES[field.type], field.id, field.id, first=first)


def columns_of(document: Document) -> tuple[ItemColumn, ...]:
    """The columns of a map, in their usual order (IL2)."""
    fields = {field.id: field for field in ITEM_FIELDS.values() if field.type in _FIELD_TYPES}
    named = [fields[name] for name in _LEADING if name in fields]
    usual = [fields[name] for name in SHOWN_FIRST if name in fields]
    rest = [field for field in fields.values() if field not in named and field not in usual]
    people = document.personas
    alone = len(people) == 1

    def felt(kind: Literal["feeling", "aimed"], name: str) -> list[ItemColumn]:
        return [
            ItemColumn(
                f"{kind}:{person.id}",
                "Lists",
                name,
                kind,
                kind,
                persona_id=person.id,
                persona="" if alone else personas.persona_name(person),
                first=kind == "feeling",
            )
            for person in people
        ]

    return (
        *_BEFORE,
        *(_field_column(field, first=True) for field in named),
        *felt("feeling", FEELING),
        *felt("aimed", AIMED),
        *(_field_column(field, first=True) for field in usual),
        *_AFTER,
        *(_field_column(field, first=False) for field in rest),
    )


def shown_columns(document: Document, columns: Iterable[ItemColumn], wishes: dict[str, bool]) -> tuple[ItemColumn, ...]:
    """Those of ``columns`` that are shown: as wished (group -> shown), else those at first that the map uses (IL2)."""
    return tuple(
        column
        for column in columns
        if column.id in ALWAYS or wishes.get(column.group, column.first and column.used(document))
    )


def tell_count(count: int) -> str:
    """How many notes there are, in words."""
    return translate("Lists", "%n note(s)", n=count)
