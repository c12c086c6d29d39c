"""Where several chosen cards stand: phase, step and lane to be chosen for all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from model.commands import many
from model.document import Document
from model.i18n import translate
from model.itemlist import lane_title, phase_title, place_title, step_title
from model.records import Item
from widgets.controls.form import FormRow
from widgets.controls.texts import TextSource
from widgets.panels.page import Tools
from widgets.panels.pick_field import PickField
from widgets.panels.pieces import Group

_MIXED = "\0mixed"
"""The row that says that the cards stand in different places; it changes nothing."""


class PlacesGroup(Group):
    """Moves the chosen cards; what cannot go there is said."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(lambda: translate("Panels", "Place"))
        self._tools = tools
        self.phase = self._field(lambda: translate("Panels", "Phase"), self._to_phase)
        self.step = self._field(lambda: translate("Panels", "Step"), self._to_step)
        self.lane = self._field(lambda: translate("Panels", "Lane"), self._to_lane)
        self._rows: dict[PickField, QWidget] = {}
        for field, title in (
            (self.phase, lambda: translate("Panels", "Phase")),
            (self.step, lambda: translate("Panels", "Step")),
            (self.lane, lambda: translate("Panels", "Lane")),
        ):
            self._rows[field] = FormRow(title, field, small=True)
            self.add(self._rows[field])

    @staticmethod
    def _field(name: TextSource, take: Callable[[str], None]) -> PickField:
        field = PickField(name)
        field.chosen.connect(take)
        return field

    # -- showing ---------------------------------------------------------------------------------------------

    def show_items(self, items: Sequence[Item]) -> None:
        """Show where these cards stand."""
        document = self._tools.bridge.document
        phases = [(phase.id, phase_title(document, phase.id)) for phase in document.phases]
        lists = [(place, place_title(place)) for place in ("inbox", "parking")]
        self._show(self.phase, [*phases, *lists], {_phase_value(document, item) for item in items})
        self._show(self.step, self._steps(document, items), {item.step_id or "" for item in items})
        lanes = [(lane.id, lane_title(lane)) for lane in many.lanes_offered(document, items)]
        self._show(self.lane, lanes, {item.lane_id or "" for item in items})

    @staticmethod
    def _steps(document: Document, items: Sequence[Item]) -> list[tuple[str, str]]:
        """The steps of the one phase in which all of them stand, where it has several."""
        found = {phase.id if (phase := document.phase_of(item)) is not None else "" for item in items}
        steps = document.steps_by_phase.get(found.pop(), ()) if len(found) == 1 else ()
        return [(step.id, step_title(document, step.id)) for step in steps] if len(steps) > 1 else []

    def _show(self, field: PickField, rows: list[tuple[str, str]], values: set[str]) -> None:
        self._rows[field].setVisible(bool(rows))
        if len(values) > 1:
            rows = [(_MIXED, translate("Panels", "Several values")), *rows]
        field.show_rows(rows, _MIXED if len(values) > 1 else next(iter(values), ""))

    # -- edits -----------------------------------------------------------------------------------------------

    def _to_phase(self, value: str) -> None:
        move = many.to_list if value in ("inbox", "parking") else many.to_phase
        self._give(move, value)

    def _to_step(self, value: str) -> None:
        self._give(many.to_step, value)

    def _to_lane(self, value: str) -> None:
        self._give(many.to_lane, value)

    def _give(self, move: Callable[[Document, Sequence[str], str], many.Outcome], value: str) -> None:
        bridge = self._tools.bridge
        ids = [i for i in self._tools.selection.cards if i in bridge.document.item_table]
        if value != _MIXED:
            outcome = move(bridge.document, ids, value)
            done = bool(bridge.apply(outcome.changes))
            if outcome.told:
                self._tools.editor.toast.emit(outcome.sentence, done)
        table = bridge.document.item_table
        self.show_items([table[i] for i in ids if i in table])  # also where nothing moved


def _phase_value(document: Document, item: Item) -> str:
    phase = document.phase_of(item)
    return item.place if item.place != "map" else phase.id if phase is not None else ""
