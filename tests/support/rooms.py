"""A small map for the tests of the model, with helpers that read like the map."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from model.changes import ChangeSet
from model.commands import cards
from model.commands.places import Cell, Listing, lane_for
from model.document import Document
from model.newmap import new_map
from model.records import Item
from model.session import Session


class Room:
    """A session with three phases and names for what stands in it."""

    def __init__(self) -> None:
        self.session = Session(new_map("Proef", "nl", ["A", "B", "C"], ("touchpoints", "pain_points", "insights")))

    @property
    def document(self) -> Document:
        return self.session.document

    def run(self, command: Callable[..., ChangeSet], *args: Any, **kwargs: Any) -> ChangeSet:
        return self.session.run(command, *args, **kwargs)

    def cell(self, kind: str, phase: int, before: str | None = None) -> Cell:
        lane = lane_for(self.document, kind)
        assert lane is not None
        return Cell(lane.id, self.document.steps[phase].id, before)

    def card(self, kind: str, phase: int, text: str) -> str:
        return self.run(cards.add_cards, kind, [text], self.cell(kind, phase)).added("items")[0]

    def loose(self, kind: str, text: str) -> str:
        return self.run(cards.add_cards, kind, [text], Listing("inbox")).added("items")[0]

    def __getitem__(self, item_id: str) -> Item:
        return self.document.item_table[item_id]

    def at(self, item_id: str) -> str:
        """Where a card is: "touchpoints B 0", "inbox 1"."""
        item = self[item_id]
        if item.place != "map":
            return f"{item.place} {[i.id for i in self.document.listed(item.place)].index(item_id)}"
        assert item.lane_id is not None
        assert item.step_id is not None
        phase = self.document.phase_of(item)
        assert phase is not None
        row = [i.id for i in self.document.cell(item.lane_id, item.step_id)]
        return f"{self.document.lane_table[item.lane_id].kind} {phase.name} {row.index(item_id)}"

    def texts(self, kind: str, phase: int) -> list[str]:
        cell = self.cell(kind, phase)
        return [i.text for i in self.document.cell(cell.lane_id, cell.step_id)]
