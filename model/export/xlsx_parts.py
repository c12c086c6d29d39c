"""The parts of a workbook's plan: columns, sheets, and labels that mean one record each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from model.document import Document, card_number
from model.i18n import translate
from model.kinds import ITEM_KINDS, LANE_KINDS
from model.personas import persona_name
from model.records import Asset, Item, Lane, Persona
from model.values import dataclass

Value = str | int | date | None

SEPARATOR = "; "
"""Between several values in one cell: no comma, which occurs in names and in Dutch numbers."""

CELL_LIMIT = 32_767
"""Characters in one cell (Excel specifications and limits, Microsoft)."""

_FIRST_SURE_DAY = date(1900, 3, 1)
"""Excel counts a 29 February 1900 that never was, so all programs agree from this day on."""

BLANK_ROWS = 200
"""Rows ready to be filled in, below the last one."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``key`` stays, ``title`` is translated, ``width`` in characters of the default font.

    ``choices`` names the list its cells take values from; ``strict`` refuses others (else they are allowed, because
    a cell may hold several values or a new one); ``limits`` are the least and the most of a whole number.  ``scale``
    says what its cells hold when that is no text: "score" and "severity" are coloured, "level" and "number" are
    numbers, "date" is a day, "pictures" are pictures, with words only for those that cannot be shown.  ``levels`` are
    the five scores, from worst to best, as the map writes them.
    ``told`` marks what is there to be read only: it says again what another column says.
    """

    key: str
    title: str
    width: float
    choices: str = ""
    strict: bool = False
    scale: str = ""
    hidden: bool = False
    hint: str = ""
    limits: tuple[int, int] | None = None
    told: bool = False
    levels: tuple[int | str, ...] = ()


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
    pictures: tuple[tuple[str, tuple[Asset | None, ...]], ...] = ()
    """Whose they are and the pictures of each row, None for one that is lost; empty on a sheet without any."""


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


def day_value(day: str) -> Value:
    """A day for a cell: a date, or its text where spreadsheets disagree on the day (before March 1900) or know none."""
    if not day:
        return None
    made = date.fromisoformat(day)
    return made if made >= _FIRST_SURE_DAY else day


def lane_title(lane: Lane) -> str:
    """A lane's own name, or its kind's."""
    return lane.name or (LANE_KINDS[lane.kind].title if lane.kind in LANE_KINDS else lane.kind)


def persona_title(persona: Persona) -> str:
    """A persona's name, or what stands for it (PE1)."""
    return persona_name(persona)


def picture_column(title: str, rows: Iterable[Sequence[Asset | None]]) -> Column:
    """The column of pictures, wide enough for those of ``rows``."""
    from model.export.xlsx_pictures import column_width, most_beside  # Pillow's part, where there are pictures

    return Column("pictures", title, column_width(most_beside(list(rows))), scale="pictures", told=True)


def kind_title(kind: str) -> str:
    """The name of a kind of card; one of a newer version by its own id."""
    return ITEM_KINDS[kind].title if kind in ITEM_KINDS else kind


def card_label(item: Item) -> str:
    """A card by its number and the beginning of its text, as a choice in a list."""
    return f"{card_number(item)} {' '.join(item.text.split())}"[:200].strip()


def with_own_titles(columns: Iterable[Column]) -> tuple[Column, ...]:
    """Columns whose titles differ: a table of Excel refuses two of one name."""
    from model.values import replace

    made: list[Column] = []
    used: set[str] = set()
    for column in columns:
        title, n = column.title, 1
        while title.casefold() in used:
            n += 1
            title = f"{column.title} ({n})"
        used.add(title.casefold())
        made.append(column if title == column.title else replace(column, title=title))
    return tuple(made)


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
