"""What a pasted table means: phases across and lanes down, or one row for each card.  Pure; nothing is changed here.

PT1  A table whose first row has a column for the text and at least one other that is known (phase, step, kind, lane,
     persona, channel, feeling, or a field of cards; Dutch or English) has one card in each further row.
PT2  Otherwise, where the first row names phases or the first column names lanes (at least two of them, or all there
     are), it is a grid: each line of a cell is a card.  With lanes across and phases down it is the same, turned.
PT3  Without a column of lanes, a first row that names phases is a grid for the lane that one pastes into.
PT4  In a grid an empty name is the one before it: cells were merged.  Further columns of one phase are its steps.
PT5  Lines in a row for feelings (a score of -2 .. +2, or a word) or channels belong to the touchpoints of the same
     column, the first to the first.
PT6  What names no phase, or no lane, goes to the inbox, and the names are told.  A phase that is not named at all (an
     empty cell of a list) is no mistake: the card goes where one pastes, else to the inbox.
PT7  A kind of card without a lane gets its lane.  A card without a kind is a touchpoint, or what its lane holds.
PT8  Scores above 2 make a column of feelings one of 1 .. 5, and so does a map whose scale that is (rule ES2) where no
     score is below 1.  On a map of faces what a face says is its score.
PT9  Nothing is lost: what a field cannot have, or a kind does not carry, and columns that nobody knows, become lines of
     the card's description ("Prijs: 12").
PT10 Up to five rows may stand above the names, such as a title; they go to the inbox.  Lines of a text file with
     equally many semicolons are rows, where that makes a table of them.
PT11 The personas of a row feel what it says of a touchpoint; a card of another kind names them as those whom it
     concerns (I13).  Those that the map lacks are made.  On a touchpoint without a feeling a line of the description
     keeps them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Literal

from model.commands.places import item_kind_of
from model.days import parse_day
from model.document import Document
from model.fields import ITEM_FIELDS, ItemField, parse_duration
from model.i18n import LANGUAGES, speaking
from model.importers.cells import Cells, Row, lines_of
from model.importers.names import CHANNELS, EMOTION, Names, key
from model.kinds import ITEM_KINDS
from model.records import MAX_LISTED, MAX_TEXT
from model.scale import score_of
from model.values import dataclass, replace

MOST_ABOVE = 5
"""Rows of a title above the names (PT10)."""
MOST_CARDS = 5_000
"""More cards than this are not made of one table."""

_SCORE = re.compile(r"^\s*([+\-−–]?\d)\s*$")
_LIST = re.compile(r"[,;/|\n]")
_YES = frozenset({"ja", "yes", "x", "v", "true", "waar", "1", "j", "y"}) | {"✓", "✔"}


@dataclass(frozen=True, slots=True)
class Feeling:
    """What is felt at a touchpoint: by a persona of this name ("" for the map's first), a score or a word."""

    persona: str
    score: int | None = None
    word: str = ""


@dataclass(frozen=True, slots=True)
class TableCard:
    """One card of a table; ``kind`` is "" where the lane says it that one pastes into (PT3).

    ``step_id`` is the step where the table names one that the map has, else "", and ``phase`` the name that the map
    does not have, else "", with ``column`` the place among the columns of that phase.  ``lane_id`` is a lane of the map
    that is named; ``stray`` says that its lane is unknown.  ``number`` and ``hangs`` are how the table numbers it, and
    says what it hangs on.
    """

    kind: str
    text: str
    step_id: str = ""
    phase: str = ""
    column: int = 0
    lane_id: str = ""
    stray: bool = False
    here: bool = False
    """Whether it goes where one pastes."""
    fields: tuple[tuple[str, object], ...] = ()
    channels: tuple[str, ...] = ()
    feelings: tuple[Feeling, ...] = ()
    personas: tuple[str, ...] = ()
    number: str = ""
    hangs: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The cards of a table; ``phases`` and ``lanes`` are the names that the map does not know, in order; ``left_out``
    counts what was too much."""

    shape: Literal["grid", "rows"]
    cards: tuple[TableCard, ...]
    phases: tuple[str, ...] = ()
    lanes: tuple[str, ...] = ()
    left_out: int = 0


def recognise(document: Document, cells: Cells) -> Table | None:
    """What ``cells`` mean for ``document``; None for a list, and for a table that names nothing known (PT1 to PT3)."""
    if cells.columns == 1:
        cells = _parted(cells)
    if cells.columns < 2:
        return None
    names = Names(document)
    for start in range(min(MOST_ABOVE + 1, len(cells.rows) - 1)):
        below = replace(cells, rows=cells.rows[start:])
        table = _rows(document, names, below) or _grid(document, names, below)
        if table is not None and table.cards:
            above = [line for row in cells.rows[:start] for cell in row for line in lines_of(cell)]
            return replace(table, cards=(*(TableCard("note", line, stray=True) for line in above), *table.cards))
    return None


def _parted(cells: Cells) -> Cells:
    """Lines with equally many semicolons as rows: so spreadsheets write text files where the comma is taken (PT10)."""
    rows = [row[0].split(";") for row in cells.rows if "\n" not in row[0]]
    even = len(rows) == len(cells.rows) > 1 and len({len(row) for row in rows}) == 1
    return Cells(tuple(tuple(cell.strip() for cell in row) for row in rows), cells.left_out) if even else cells


# -- one row per card ------------------------------------------------------------------------------------------------


def _rows(document: Document, names: Names, cells: Cells) -> Table | None:
    header = cells.rows[0]
    if any("\n" in head for head in header):
        return None
    roles = names.roles(header)
    known = sum(role not in ("", "number") for role in roles)
    kinds = sum(names.kind(head) is not None for head in header)
    if "text" not in roles or known < 2 or kinds > 1 or sum(map(names.names_phase, header)) > 1:
        return None
    reader = _RowReader(document, names, header, roles, cells.rows[1:])
    made = [card for row in cells.rows[1:] if (card := reader.card(row)) is not None]
    left_out = cells.left_out + max(0, len(made) - MOST_CARDS)
    return Table("rows", tuple(made[:MOST_CARDS]), tuple(reader.phases), tuple(reader.lanes), left_out)


class _RowReader:
    """Reads the rows of a list whose columns have ``roles``; gathers what the map does not know."""

    def __init__(
        self, document: Document, names: Names, header: Row, roles: Sequence[str], rows: Sequence[Row]
    ) -> None:
        self._document = document
        self._names = names
        self._header = header
        self._roles = roles
        self.phases: dict[str, None] = {}
        self.lanes: dict[str, None] = {}
        self._known: dict[str, str] = {}  # key -> name of an unknown phase, as it was first written
        text = header[roles.index("text")]
        self._usual = names.kind(text) if names.kind(text) not in (None, "note") else "touchpoint"
        felt = [_score(row[roles.index("feeling")]) for row in rows] if "feeling" in roles else []
        scores = [score for score in felt if score is not None]
        scale = document.info.emotion_scale
        self._five = bool(scores) and min(scores) >= 1 and (scale == "five" or max(scores) > 2)  # PT8

    def card(self, row: Row) -> TableCard | None:
        """The card of a row; None where it says nothing."""
        said = {role: value for role, value in zip(self._roles, row, strict=True) if role and value}
        if not any(role not in ("number", "phase", "step", "lane", "kind") for role in said) and not any(
            value for role, value in zip(self._roles, row, strict=True) if not role
        ):
            return None
        rest = [f"{head}: {value}" for role, head, value in zip(self._roles, self._header, row, strict=True)
                if value and not role]  # fmt: skip
        kind, lane_id, stray = self._kind(said, rest)
        steps, phase = self._phase(said)
        fields, unfit = self._fields(said, kind)
        rest += unfit
        feelings = self._feelings(said, kind, rest)
        channels = tuple(_listed(said.get("channel", "")))
        if channels and "channel_ids" not in ITEM_KINDS[kind].own:
            rest.append(self._line("channel", said["channel"]))
            channels = ()
        described = next((str(value) for name, value in fields if name == "description"), "")
        if rest:
            text = "\n".join([described, *rest] if described else rest)[:MAX_TEXT]
            fields = [(name, value) for name, value in fields if name != "description"] + [("description", text)]
        hangs = said.get("hangs", "")
        return TableCard(
            kind,
            said.get("text", ""),
            step_id=steps[0] if steps else "",
            phase=phase,
            lane_id=lane_id,
            stray=stray,
            here=not steps and not phase and not hangs,
            fields=tuple(fields),
            channels=channels,
            feelings=feelings,
            personas=tuple(_listed(said.get("persona", ""))),
            number=said.get("number", ""),
            hangs=hangs,
        )

    def _kind(self, said: dict[str, str], rest: list[str]) -> tuple[str, str, bool]:
        """(kind, lane of the map that is named, whether an unknown lane or kind is named)."""
        named = said.get("lane", "")
        lane = self._names.lane(named) if named else None
        kind = self._names.kind(said["kind"]) if "kind" in said else None
        if lane is not None and (own := item_kind_of(lane)) is not None:
            return (own, lane.id, False) if kind in (None, own, "note") else (str(kind), "", False)
        if kind is None and named and lane is None:
            kind = self._names.kind(named)
        if kind is not None:
            return kind, "", False
        unknown = said.get("kind") or named
        if unknown:
            self.lanes.setdefault(unknown)
            rest.append(self._line("kind" if "kind" in said else "lane", unknown))
            return "note", "", True
        return self._usual or "touchpoint", "", False

    def _phase(self, said: dict[str, str]) -> tuple[tuple[str, ...], str]:
        """(the steps that are meant, the name of a phase that the map does not have)."""
        if "step" in said and (steps := self._names.steps_of(said["step"])):
            return steps, ""
        name = said.get("phase", "")
        steps = self._names.steps_of(name) if name else ()
        if name and not steps:
            name = self._known.setdefault(key(name), name)
            self.phases.setdefault(name)
            return (), name
        return steps, ""

    def _fields(self, said: dict[str, str], kind: str) -> tuple[list[tuple[str, object]], list[str]]:
        """(fields and their values, lines for the description) (PT9)."""
        fields: list[tuple[str, object]] = []
        unfit: list[str] = []
        own = {field.id for field in ITEM_KINDS[kind].fields}
        for role, value in said.items():
            name = role.removeprefix("field:")
            if name == role:
                continue
            found = _value(ITEM_FIELDS[name], value) if name in own else None
            if found is None:
                unfit.append(self._line(role, value))
            else:
                fields.append((name, found))
        return fields, unfit

    def _line(self, role: str, value: str) -> str:
        return f"{self._header[list(self._roles).index(role)]}: {value}"

    def _feelings(self, said: dict[str, str], kind: str, rest: list[str]) -> tuple[Feeling, ...]:
        people = _listed(said.get("persona", "")) or [""]
        felt = said.get("feeling", "")
        if kind != "touchpoint" or not felt:
            lines = ("feeling",) if "persona_ids" in ITEM_KINDS[kind].own else ("persona", "feeling")  # PT11
            rest += [self._line(role, said[role]) for role in lines if role in said]
            return ()
        score = _score(felt)
        if score is None and self._document.info.emotion_scale == "faces":
            score = score_of(felt, "faces")
        if score is None:
            return tuple(Feeling(name, None, felt) for name in people)
        if self._five:
            score -= 3
        if not -2 <= score <= 2:
            rest.append(self._line("feeling", felt))
            return ()
        return tuple(Feeling(name, score) for name in people)


# -- phases across and lanes down ------------------------------------------------------------------------------------


def _grid(document: Document, names: Names, cells: Cells) -> Table | None:
    rows = cells.rows
    turned = tuple(zip(*rows, strict=True))
    across = (_Hits(names.names_phase, rows[0][1:]), _Hits(names.names_lane, turned[0][1:]))
    down = (_Hits(names.names_phase, turned[0][1:]), _Hits(names.names_lane, rows[0][1:]))
    heads = _Hits(names.names_phase, rows[0])
    if names.names_phase(rows[0][0]) and not across[1].count and (heads.count > 1 or heads.whole):
        lanes: Sequence[str] = ("",) * (len(rows) - 1)  # PT3
        return _read_grid(names, rows[0], lanes, rows[1:], cells.left_out)
    turn = sum(side.count for side in down) > sum(side.count for side in across)
    sides = down if turn else across
    rows = turned if turn else rows
    named = any(rows[0][1:])  # a title above a column of lanes names no phase
    if not named or (sum(side.count for side in sides) < 2 and not any(side.whole for side in sides)):
        return None
    return _read_grid(names, rows[0][1:], [row[0] for row in rows[1:]], [row[1:] for row in rows[1:]], cells.left_out)


class _Hits:
    """How many of the names in ``row`` are known, and whether it has names and all are."""

    def __init__(self, known: Callable[[str], bool], row: Sequence[str]) -> None:
        said = [name for name in row if name]
        self.count = sum(known(name) for name in said)
        self.whole = bool(said) and self.count == len(said)


def _read_grid(
    names: Names,
    heads: Sequence[str],
    lanes: Sequence[str],
    body: Sequence[Sequence[str]],
    left_out: int,
) -> Table:
    reader = _GridReader(names, lanes)
    known: dict[str, str] = {}
    phases: dict[str, None] = {}
    made: list[TableCard] = []
    head, within = "", -1
    for place, name in enumerate(heads):
        if name and key(name) != key(head):
            head, within = name, 0
        else:
            within += 1
        steps = names.steps_of(head) if head else ()
        unknown = ""
        if head and not steps:
            unknown = known.setdefault(key(head), head)
        cards = reader.column([row[place] for row in body], steps, unknown, within)
        if cards and unknown:
            phases.setdefault(unknown)
        made += cards
    left_out += max(0, len(made) - MOST_CARDS)
    return Table("grid", tuple(made[:MOST_CARDS]), tuple(phases), tuple(reader.lanes), left_out)


class _GridReader:
    """Reads the columns of a grid with these names of lanes; gathers those that nobody knows."""

    def __init__(self, names: Names, lanes: Sequence[str]) -> None:
        self.lanes: dict[str, None] = {}
        self._lanes: list[tuple[str, str, str, str]] = []  # (what is said, kind, lane of the map, name)
        name = ""
        for each in lanes:
            name = each or name
            said = names.said_lane(name)
            lane = names.lane(name) if name and not said else None
            own = item_kind_of(lane) if lane is not None else None
            kind = own or (names.kind(name) if name else None) or ""
            self._lanes.append((said, kind, lane.id if lane is not None and own else "", name))

    def column(self, cells: Sequence[str], steps: Sequence[str], phase: str, within: int) -> list[TableCard]:
        """The cards of one column, for one of ``steps`` or, where these are none, for a phase of that name."""
        step = steps[min(within, len(steps) - 1)] if steps else ""
        made: list[TableCard] = []
        felt: list[str] = []
        channels: list[str] = []
        for (said, kind, lane_id, name), cell in zip(self._lanes, cells, strict=True):
            lines = lines_of(cell)
            if not lines:
                continue
            if said:
                (felt if said == EMOTION else channels).extend(lines)
                continue
            stray = bool(name) and not kind
            if stray:
                self.lanes.setdefault(name)
            blank = TableCard(kind or ("note" if stray else ""), "", step_id=step, phase=phase, column=within)
            made += [replace(blank, text=line, lane_id=lane_id, stray=stray) for line in lines]
        return self._with_said(made, felt, channels, TableCard("note", "", step_id=step, phase=phase, column=within))

    def _with_said(
        self, made: list[TableCard], felt: list[str], channels: list[str], blank: TableCard
    ) -> list[TableCard]:
        """The cards with what is said of touchpoints (PT5); what is left over becomes cards for the inbox."""
        touchpoints = [place for place, card in enumerate(made) if card.kind == "touchpoint"]
        for kind, lines in ((EMOTION, felt), (CHANNELS, channels)):
            for number, line in enumerate(lines):
                if number >= len(touchpoints):
                    self.lanes.setdefault(next(name for said, _, _, name in self._lanes if said == kind))
                    made.append(replace(blank, text=line, stray=True))
                    continue
                place = touchpoints[number]
                if kind == CHANNELS:
                    made[place] = replace(made[place], channels=tuple(_listed(line)))
                    continue
                score = _score(line)
                fits = score is not None and -2 <= score <= 2
                feeling = Feeling("", score if fits else None, "" if fits else line)
                made[place] = replace(made[place], feelings=(feeling,))
        return made


# -- values ----------------------------------------------------------------------------------------------------------


def _score(text: str) -> int | None:
    found = _SCORE.match(text)
    return int(found[1].replace("−", "-").replace("–", "-")) if found else None


def _listed(text: str) -> list[str]:
    return list(dict.fromkeys(part.strip() for part in _LIST.split(text) if part.strip()))[:MAX_LISTED]


def _choice(field: ItemField, text: str) -> str | None:
    wanted = key(text)
    for choice in field.choices:
        if wanted == key(choice.id):
            return choice.id
    for code in LANGUAGES:
        with speaking(code):
            for choice in field.choices:
                if wanted == key(choice.title):
                    return choice.id
    return None


def _value(field: ItemField, text: str) -> object | None:
    """``text`` as a value of a field; None where it is none."""
    if field.type in ("text", "line"):
        return text if field.type == "text" else " ".join(text.split())
    if field.type == "choice":
        return _choice(field, text)
    if field.type == "choices":
        found = [_choice(field, part) for part in _listed(text)]
        return None if None in found else tuple(found)
    if field.type == "tags":
        return tuple(_listed(text))
    if field.type == "switch":
        return True if key(text) in _YES or text.strip() in _YES else None
    if field.type in ("scale", "percent"):
        digits = re.fullmatch(r"(\d{1,3})(?:[.,]0+)?\s*%?", text.strip())
        low, high = (0, 100) if field.type == "percent" else (field.low, field.high)
        return int(digits[1]) if digits and low <= int(digits[1]) <= high else None
    try:
        if field.type == "duration":
            return parse_duration(text)
        if field.type == "date":
            return parse_day(text, past=True)
    except (ValueError, OverflowError):
        return None
    return None
