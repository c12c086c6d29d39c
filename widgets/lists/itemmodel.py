"""Every note of a map as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import QObject

from model.collation import collated
from model.commands import cards, many
from model.commands.places import Cell, Listing, accepts
from model.i18n import translate
from model.itemlist import (
    ItemColumn,
    ItemLine,
    columns_of,
    item_lines,
    lane_title,
    persona_name,
    phase_title,
    place_title,
    shown_columns,
    step_title,
)
from model.kinds import ITEM_KINDS, LANE_KINDS
from model.layout.cards import icon_of
from model.scale import score_text
from widgets.bridge import SessionBridge
from widgets.lists.model import Column, Entry, ListTable

_MEMBERS = frozenset({"channels", "personas", "choices"})
"""Types of cells that hold several choices, which the menu gives and takes one by one."""
_SCORES = (2, 1, 0, -1, -2)


class ItemTable(ListTable[ItemLine]):
    """One row per card, wherever it is."""

    TABLES = frozenset({"items", "phases", "steps", "lanes", "personas", "channels", "links", "emotions", "actions"})
    TYPED = frozenset({"text", "suggest", "date", "tags", "percent", "duration"})
    CHOSEN = frozenset({"kind", "phase", "step", "lane", "feeling", "aimed", "choice", "scale", "switch"} | _MEMBERS)

    def __init__(self, bridge: SessionBridge, wishes: dict[str, bool], parent: QObject | None = None) -> None:
        self.wishes = dict(wishes)
        """Which columns the user wants (group -> shown); the others as the map uses them."""
        self.found: frozenset[str] | None = None
        """The ids of the cards that the filter shows; None for all."""
        self._shown: frozenset[str] = frozenset()
        super().__init__(bridge, parent)

    # -- what is shown ---------------------------------------------------------------------------------------

    def read_columns(self) -> tuple[Column, ...]:
        """The columns of the map as it is now."""
        columns = columns_of(self.bridge.document)
        self._shown = frozenset(c.id for c in shown_columns(self.bridge.document, columns, self.wishes))
        return columns

    def read(self) -> Sequence[ItemLine]:
        """All cards, by rule IL1."""
        return item_lines(self.bridge.document)

    def fits(self, line: ItemLine) -> bool:
        """Whether the filter of the window shows a card."""
        return self.found is None or line.id in self.found

    @property
    def filtered(self) -> bool:
        """Whether something is looked for."""
        return self.found is not None

    def set_found(self, found: frozenset[str] | None, *, anew: bool) -> None:
        """Show these cards; with ``anew`` something else is looked for, without it the map has changed (LM1)."""
        self.found = found
        if anew:
            self.filter_anew()

    def key_of(self, column: Column, line: ItemLine) -> Any:
        """What rows are sorted by (IL3)."""
        return cast(ItemColumn, column).order(line)

    def shows(self, column: Column) -> bool:
        """Whether a column is wanted, or used."""
        return column.id in self._shown

    def wish(self, group: str, shown: bool) -> None:
        """The user wants columns, or wants them away."""
        self.wishes[group] = shown
        self.read_columns()
        self.rows_changed.emit()

    def forget_wishes(self) -> None:
        """The columns that the map uses."""
        self.wishes.clear()
        self.read_columns()
        self.rows_changed.emit()

    def applies(self, column: Column, line: ItemLine) -> bool:
        """Whether a card of this kind says something there."""
        return cast(ItemColumn, column).applies(line)

    def spreads(self, column: Column) -> bool:
        """What is chosen from a menu is chosen for all rows."""
        return column.type in self.CHOSEN

    def suggestions(self, column: Column) -> tuple[str, ...]:
        """What other cards of the map say there, in the order of the alphabet."""
        found: set[str] = set()
        for line in self.every_line:
            value = column.value(line)
            found.update(value if isinstance(value, tuple) else (value,))
        return tuple(sorted(found - {""}, key=collated))

    # -- menus -----------------------------------------------------------------------------------------------

    def entries(self, column: Column, line: ItemLine, ids: Sequence[str]) -> list[Entry]:
        """What the menu of a cell offers; ticked is what all of the rows have."""
        column = cast(ItemColumn, column)
        lines = [found for row_id in ids if (found := self.line_of(row_id)) is not None]
        if column.type in _MEMBERS:
            return self._members(column, [one for one in lines if column.applies(one)] or [line])
        values = {column.value(one) for one in lines}
        now = values.pop() if len(values) == 1 else _MIXED
        return [
            Entry(value, title, value == now, icon_name, group)
            for value, title, icon_name, group in self._choices(column, line)
        ]

    def _choices(self, column: ItemColumn, line: ItemLine) -> list[tuple[Any, str, str, int]]:
        document = self.bridge.document
        if column.type == "kind":
            return [(kind.id, kind.title, icon_of(kind.id), 0) for kind in ITEM_KINDS.values()]
        if column.type == "phase":
            phases = [(phase.id, phase_title(document, phase.id), "", 0) for phase in document.phases]
            lists = [(place, place_title(place), icon, 1) for place, icon in (("inbox", "inbox"), ("parking", "car"))]
            return [*phases, *lists]
        if column.type == "step":
            phase = document.phase_of(line.card)
            steps = document.steps_by_phase.get(phase.id, ()) if phase is not None else ()
            unnamed = translate("Lists", "Step without a name")
            return [(step.id, step_title(document, step.id) or unnamed, "", 0) for step in steps]
        if column.type == "lane":
            return [
                (lane.id, lane_title(lane), LANE_KINDS[lane.kind].icon if lane.kind in LANE_KINDS else "", 0)
                for lane in document.lanes
                if accepts(line.card, lane)
            ]
        if column.type in ("feeling", "aimed"):
            scale = document.info.emotion_scale
            scores: list[tuple[Any, str, str, int]] = [(score, score_text(score, scale), "", 0) for score in _SCORES]
            return [*scores, (None, translate("Lists", "Not said"), "", 1)]
        if column.type == "switch":
            return [(True, translate("Fields", "yes"), "", 0), (False, translate("Lists", "No"), "", 0)]
        none: object = None if column.type == "scale" else ""
        field = column.field
        numbers = range(field.low, field.high + 1) if field is not None and column.type == "scale" else range(0)
        values: list[tuple[Any, str, str, int]] = [
            (choice.id, choice.title, choice.icon, 0) for choice in column.choices
        ]
        values += [(number, str(number), "", 0) for number in numbers]
        return [*values, (none, translate("Lists", "Not said"), "", 1)]

    def _members(self, column: ItemColumn, lines: Sequence[ItemLine]) -> list[Entry]:
        document = self.bridge.document
        offered: list[tuple[str, str, str]]
        if column.type == "channels":
            offered = [(channel.id, channel.name, channel.icon) for channel in document.channels]
        elif column.type == "personas":
            offered = [(person.id, persona_name(document, person.id), "user") for person in document.personas]
        else:
            offered = [(choice.id, choice.title, choice.icon) for choice in column.choices]
        return [
            Entry(value, title, all(value in column.value(line) for line in lines), icon_name)
            for value, title, icon_name in offered
        ]

    # -- edits -----------------------------------------------------------------------------------------------

    def change(self, ids: Sequence[str], column: Column, value: Any) -> bool:
        """Let cards say ``value``; what cannot be done for some of them is said."""
        outcome = self._outcome(list(ids), cast(ItemColumn, column), value)
        done = bool(self.bridge.apply(outcome.changes))
        if outcome.told:
            self.said.emit(outcome.sentence, done)
        return done

    def _outcome(self, ids: list[str], column: ItemColumn, value: Any) -> many.Outcome:
        document = self.bridge.document
        if column.type in ("feeling", "aimed"):
            return many.set_feeling(document, ids, column.persona_id, value, aimed=column.type == "aimed")
        if column.field_id:
            if column.type not in _MEMBERS:
                return many.set_field(document, ids, column.field_id, value)
            having = [document.item_table[i] for i in ids if many.has_field(document.item_table[i], column.field_id)]
            on = all(value in item.value(column.field_id, ()) for item in having)
            return many.set_members(document, ids, column.field_id, () if on else (value,), (value,) if on else ())
        if column.type == "phase":
            if value in ("inbox", "parking"):
                return many.to_list(document, ids, value)
            return many.to_phase(document, ids, value)
        if column.type == "step":
            return many.to_step(document, ids, value)
        if column.type == "lane":
            return many.to_lane(document, ids, value)
        if column.type == "kind":
            return many.to_kind(document, ids, value)
        return many.Outcome(cards.set_text(document, ids[0], str(value)))

    def hang(self, card_id: str, touchpoint_id: str) -> bool:
        """Hang a card on a touchpoint, or take it off where it hangs there."""
        hosts = [host.id for host in self.bridge.document.targets.get(card_id, ())]
        if touchpoint_id in hosts:
            return bool(self.bridge.run(cards.detach_card, card_id, touchpoint_id))
        return bool(self.bridge.run(cards.attach_cards, [card_id], touchpoint_id))

    def add(self, after: str) -> str:
        """A new card after another one, "" for none: in its cell, or in its list; its id, "" where none was made."""
        document = self.bridge.document
        card = document.item_table.get(after)
        kind = "touchpoint"
        target: Cell | Listing = Listing("inbox")
        if card is not None:
            kind = card.kind if card.kind in ITEM_KINDS else "note"
            place = Cell(card.lane_id or "", card.step_id or "") if card.place == "map" else Listing(card.place)
            standing = (
                document.cell(place.lane_id, place.step_id) if isinstance(place, Cell) else document.listed(place.place)
            )
            later = [other.id for other in standing]
            rest = later[later.index(card.id) + 1 :]
            before = rest[0] if rest else None
            target = (
                Cell(place.lane_id, place.step_id, before) if isinstance(place, Cell) else Listing(place.place, before)
            )
        made = self.bridge.run(cards.add_cards, kind, [""], target)
        added = made.added("items")
        return str(added[0]) if added else ""

    def remove(self, ids: Sequence[str]) -> int:
        """Delete cards; how many."""
        known = [row_id for row_id in ids if row_id in self.bridge.document.item_table]
        return len(known) if self.bridge.run(cards.delete_cards, known) else 0


_MIXED = object()
"""What several rows say that say different things."""
