"""The actions of a map as one list: its rows and columns, how it is filtered, sorted and grouped.

The List view, the printed list and the workbook read this; none of them has an order or a column of its own.

AL1  Actions stand in the order of their cards (phase, step, lane, position; then inbox, then parking lot), and within
     a card in the card's own order.
AL2  In a group by owner or by due day, what has none comes last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, Literal

from model.collation import collated
from model.days import overdue
from model.document import Document, card_number
from model.fields import ITEM_FIELDS, STATUSES, Choice, day_text, shown, value_of
from model.i18n import QT_TRANSLATE_NOOP, translate
from model.kinds import ITEM_KINDS
from model.records import Action, Item, Phase
from model.values import dataclass

OPEN = "open"
"""The status of an action of which nobody said how far it is."""


@dataclass(frozen=True, slots=True)
class ActionLine:
    """A row: an action, the card that it belongs to, and the phase in which that stands (None off the map)."""

    action: Action
    card: Item
    phase: Phase | None

    @property
    def id(self) -> str:
        """The action's id."""
        return self.action.id

    @property
    def status(self) -> str:
        """How far it is; "open" where nobody said."""
        return self.action.status or OPEN

    def overdue(self, today: date) -> bool:
        """Whether it should have been done by ``today`` (rule DY2)."""
        return overdue(self.action, today)


def action_lines(document: Document) -> tuple[ActionLine, ...]:
    """All actions (AL1)."""
    cards = (*document.placed, *document.inbox, *document.parking)
    return tuple(
        ActionLine(action, card, document.phase_of(card))
        for card in cards
        for action in document.actions_of.get(card.id, ())
    )


def status_title(status: str) -> str:
    """A status in words of the current language; one of a newer version by its own id."""
    known = next((choice for choice in STATUSES if choice.id == (status or OPEN)), None)
    return known.title if known else status


def status_icon(status: str) -> str:
    """The icon of a status; a ring with a dot for one of a newer version."""
    known = next((choice for choice in STATUSES if choice.id == (status or OPEN)), None)
    return known.icon if known else "circle-dot"


def status_rank(status: str) -> int:
    """Where a status stands among the others; those of a newer version come last."""
    ids = [choice.id for choice in STATUSES]
    return ids.index(status or OPEN) if (status or OPEN) in ids else len(ids)


# -- columns ----------------------------------------------------------------------------------------------------

CellType = Literal["text", "suggest", "status", "date", "card", "choice", "scale", "phase"]
"""text: typed; suggest: typed, with what others say there; status and choice: one of a few; date: a day; scale: a whole
number; card: the card it belongs to; phase: the phase of that, not edited here."""


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of the list.

    ``record`` says whether it is a value of the action or of its card, ``id`` is the name of that value; ``width`` is
    in px on the screen, ``share`` how much of a printed line it wants; ``name`` a source text of the context
    ``context``.
    """

    id: str
    context: str
    name: str
    type: CellType
    record: Literal["action", "card"]
    width: int
    share: float

    @property
    def title(self) -> str:
        """The column's name in the current language."""
        return translate(self.context, self.name)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What may be chosen there."""
        if self.type == "status":
            return STATUSES
        return ITEM_FIELDS[self.id].choices if self.type == "choice" else ()

    def value(self, line: ActionLine) -> Any:
        """The value as the record has it."""
        if self.type == "card":
            return line.card.id
        if self.type == "phase":
            return line.phase.id if line.phase else ""
        if self.record == "card":
            return value_of(line.card, ITEM_FIELDS[self.id])
        return getattr(line.action, self.id)

    def text(self, line: ActionLine) -> str:
        """The value in words of the current language."""
        if self.type == "card":
            return f"{card_number(line.card)} {' '.join(line.card.text.split())}".strip()
        if self.type == "phase":
            return line.phase.name if line.phase else ""
        if self.type == "status":
            return status_title(line.status)
        if self.type == "date":
            return day_text(line.action.due)
        if self.record == "card":
            return shown(ITEM_FIELDS[self.id], self.value(line))
        return str(getattr(line.action, self.id))


def _card_column(field_id: str, cell: CellType, width: int, share: float) -> ListColumn:
    return ListColumn(field_id, "Fields", ITEM_FIELDS[field_id].name, cell, "card", width, share)


COLUMNS: tuple[ListColumn, ...] = (
    ListColumn("status", "Lists", QT_TRANSLATE_NOOP("Lists", "Status"), "status", "action", 136, 1.5),
    ListColumn("text", "Lists", QT_TRANSLATE_NOOP("Lists", "Action"), "text", "action", 280, 4.0),
    ListColumn("card", "Lists", QT_TRANSLATE_NOOP("Lists", "Belongs to"), "card", "action", 200, 2.8),
    ListColumn("owner", "Lists", QT_TRANSLATE_NOOP("Lists", "Owner"), "suggest", "action", 116, 1.5),
    ListColumn("department", "Lists", QT_TRANSLATE_NOOP("Lists", "Department"), "suggest", "action", 116, 1.5),
    ListColumn("due", "Lists", QT_TRANSLATE_NOOP("Lists", "Due"), "date", "action", 128, 1.4),
    _card_column("solution_type", "choice", 130, 1.4),
    _card_column("impact", "scale", 84, 0.8),
    _card_column("effort", "scale", 84, 0.8),
    ListColumn("phase", "Lists", QT_TRANSLATE_NOOP("Lists", "Phase"), "phase", "card", 160, 1.6),
)
"""Every column, in its usual order."""

COLUMN = {column.id: column for column in COLUMNS}


# -- filtering and sorting --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Filter:
    """Which actions are shown; "" and False ask for nothing.  ``owner`` and ``department`` None: those without one."""

    text: str = ""
    status: str = ""
    owner: str | None = ""
    department: str | None = ""
    overdue: bool = False

    def __bool__(self) -> bool:
        return self != Filter()

    def shows(self, line: ActionLine, today: date) -> bool:
        """Whether a row is shown.  Every word of ``text`` has to stand in it somewhere, whatever the case."""
        if self.status and line.status != self.status:
            return False
        if self.owner != "" and line.action.owner != (self.owner or ""):
            return False
        if self.department != "" and line.action.department != (self.department or ""):
            return False
        if self.overdue and not line.overdue(today):
            return False
        if not self.text:
            return True
        everything = " ".join(column.text(line) for column in COLUMNS).casefold()
        return all(word in everything for word in self.text.casefold().split())


def sort_key(column: ListColumn) -> Callable[[ActionLine], Any]:
    """What rows are sorted by; rows that say nothing there come last (and first when turned round)."""
    if column.type == "status":
        return lambda line: status_rank(line.status)
    if column.type == "card":
        return lambda line: line.card.number
    if column.type == "scale":
        return lambda line: (column.value(line) is None, column.value(line) or 0)
    if column.type == "choice":
        ids = [choice.id for choice in column.choices]
        return lambda line: ids.index(column.value(line)) if column.value(line) in ids else len(ids)
    if column.type == "date":
        return lambda line: (not line.action.due, line.action.due)
    if column.type == "phase":
        return lambda line: (line.phase is None, line.phase.order if line.phase is not None else "")
    return lambda line: (not column.text(line), collated(column.text(line)))


def said(lines: Iterable[ActionLine], column_id: str) -> tuple[str, ...]:
    """What the rows say in a column of text, each once, in alphabetical order."""
    found = {COLUMN[column_id].text(line).strip() for line in lines}
    return tuple(sorted(found - {""}, key=collated))


def suggestions(document: Document, column_id: str) -> tuple[str, ...]:
    """What may be meant in a column of names: what actions and cards of the map say there."""
    found = {str(action.value(column_id, "")).strip() for action in document.action_table.values()}
    field = ITEM_FIELDS.get(column_id)
    if field is not None:
        found |= {str(value_of(card, field)).strip() for card in document.item_table.values()}
    return tuple(sorted(found - {""}, key=collated))


# -- groups -----------------------------------------------------------------------------------------------------

Grouping = Literal["solution", "owner", "due"]

GROUPINGS: dict[Grouping, str] = {
    "solution": QT_TRANSLATE_NOOP("Lists", "By solution"),
    "owner": QT_TRANSLATE_NOOP("Lists", "By owner"),
    "due": QT_TRANSLATE_NOOP("Lists", "By due date"),
}
"""How a printed list may be grouped; source texts of the context "Lists"."""


@dataclass(frozen=True, slots=True)
class LineGroup:
    """Rows under one heading; ``card`` is the card of a group by solution."""

    title: str
    lines: tuple[ActionLine, ...]
    card: Item | None = None


def grouped(lines: Sequence[ActionLine], by: Grouping) -> tuple[LineGroup, ...]:
    """The rows under their headings (AL2); each row once."""
    if by == "solution":
        cards: dict[str, list[ActionLine]] = {}
        for line in lines:
            cards.setdefault(line.card.id, []).append(line)
        return tuple(LineGroup(COLUMN["card"].text(rows[0]), tuple(rows), rows[0].card) for rows in cards.values())
    keyed: dict[str, list[ActionLine]] = {}
    for line in lines:
        keyed.setdefault(line.action.owner.strip() if by == "owner" else line.action.due, []).append(line)
    none = translate("Lists", "No owner") if by == "owner" else translate("Lists", "No due date")
    order = sorted(keyed, key=lambda key: (not key, collated(key)))
    named = {key: (key if by == "owner" else day_text(key)) or none for key in order}
    return tuple(LineGroup(named[key], tuple(keyed[key])) for key in order)


def card_kinds_with_actions() -> tuple[str, ...]:
    """The ids of the kinds of cards that have actions."""
    return tuple(kind.id for kind in ITEM_KINDS.values() if kind.actions)


def cards_for_actions(document: Document) -> tuple[Item, ...]:
    """The cards that an action may belong to, in the order of the list."""
    able = card_kinds_with_actions()
    return tuple(item for item in (*document.placed, *document.inbox, *document.parking) if item.kind in able)


def tell_counts(lines: Sequence[ActionLine], today: date) -> str:
    """How many there are, how many of each status, and how many are overdue, in words."""
    parts = [translate("Lists", "%n action(s)", n=len(lines))]
    for choice in STATUSES:
        count = sum(line.status == choice.id for line in lines)
        if count:
            parts.append(f"{choice.title}: {count}")
    late = sum(line.overdue(today) for line in lines)
    if late:
        parts.append(translate("Lists", "%n overdue", n=late))
    return " · ".join(parts)
