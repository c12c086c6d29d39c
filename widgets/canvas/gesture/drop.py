"""Where dragged cards would land, shown while they are dragged, and the edit that puts them there.

The preview asks :func:`model.commands.places.landing`, which the edit asks as well, so it cannot promise anything
else than what happens.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QPointF, QRectF

from model.changes import ChangeSet
from model.commands.cards import attach_cards
from model.commands.clipboard import paste_cards
from model.commands.places import Cell, Listing, Target, first_target, in_map_order, item_kind_of, landing
from model.document import Document
from model.records import BadRecord, Item, row_to_record
from model.values import dataclass
from widgets.canvas.edits import copy_to, may_attach, move_to
from widgets.canvas.gesture.drop_words import said
from widgets.canvas.items import DropMarks
from widgets.canvas.stage import Stage

if TYPE_CHECKING:
    from model.importers.cells import Cells


@dataclass(frozen=True, slots=True)
class Drop:
    """What letting go here would do; ``kind`` "none" where nothing lands."""

    kind: Literal["move", "copy", "attach", "paste", "text", "table", "picture", "none"]
    target: Target | None = None
    card_id: str | None = None
    """The card on which it is put: the touchpoint that it hangs on, the card that a picture is for."""
    place: Cell | None = None
    """Where on the map the first card comes."""


NOWHERE = Drop("none")


class Load:
    """What is under the hand: cards of this map (``ids``), cards of another one (``payload``), or the text or
    ``pictures`` of another program (``cells``)."""

    def __init__(
        self,
        ids: Sequence[str] = (),
        payload: Mapping[str, Any] | None = None,
        cells: Cells | None = None,
        pictures: bool = False,
    ) -> None:
        self.ids = tuple(ids)
        self.chosen = frozenset(self.ids)
        self.payload = payload
        self.pictures = pictures
        self.cells = cells if cells is not None and cells.rows else None
        self._foreign: list[Item] = []
        self._leading: tuple[Document, list[Item]] | None = None
        self._kinds: tuple[list[Item], list[Item]] | None = None
        if payload is not None and not self.ids:
            rows = payload.get("items")
            try:
                records = [row_to_record("items", row) for row in rows] if isinstance(rows, list) else []
            except (BadRecord, TypeError, ValueError):
                records = []
            self._foreign = [record for record in records if isinstance(record, Item)]

    def items(self, document: Document) -> list[Item]:
        """The cards that lead: what hangs on a card under the same hand just follows it."""
        if not self.ids:
            return self._foreign
        if self._leading is not None and self._leading[0] is document:
            return self._leading[1]
        chosen = in_map_order(document, self.ids)
        ids = {item.id for item in chosen}
        hosts = {item.id: first_target(document, item.id) for item in chosen}
        leading = [item for item in chosen if (host := hosts[item.id]) is None or host.id not in ids]
        self._leading = document, leading
        return leading

    def kinds(self, document: Document) -> list[Item]:
        """One of the cards that lead for each kind in each lane, in their order: where a card lands hangs on these."""
        leading = self.items(document)
        if self._kinds is None or self._kinds[0] is not leading:
            found: dict[tuple[str, str | None], Item] = {}
            for item in leading:
                found.setdefault((item.kind, item.lane_id), item)
            self._kinds = leading, list(found.values())
        return self._kinds[1]

    @property
    def sensible(self) -> bool:
        """Whether there is anything to drop."""
        return bool(self.ids or self._foreign or self.cells is not None or self.pictures)


class DropPreview:
    """Shows where ``load`` would land and does it."""

    def __init__(self, stage: Stage, load: Load) -> None:
        self._stage = stage
        self.load = load
        self.drop = NOWHERE
        self._known: bool | None = None

    def at(self, point: QPointF, *, copy: bool = False) -> Drop:
        """Show what letting go at ``point`` of the map would do."""
        self.drop, marks = self._find(point, copy)
        self._stage.scene.marks.show_drop(marks)
        self._stage.light_cells(marks.cells)
        self._light_phase()
        return self.drop

    @property
    def sentence(self) -> str:
        """What letting go would do, in words."""
        return said(self._stage.bridge.document, self.drop, self.load.chosen)

    def _light_phase(self) -> None:
        """Light the phase in which it would land, from its header down to the last lane."""
        document, place = self._stage.bridge.document, self.drop.place
        if self.drop.kind == "attach" and self.drop.card_id is not None:
            step_id = document.item_table[self.drop.card_id].step_id
        else:
            step_id = None if place is None else place.step_id
        step = document.step_table.get(step_id or "")
        self._stage.light_phase(None if step is None else step.phase_id)

    def clear(self) -> None:
        """Show nothing any more."""
        self.drop = NOWHERE
        self._stage.scene.marks.show_drop(DropMarks())
        self._stage.light_cells(())
        self._stage.light_phase(None)

    def _find(self, point: QPointF, copy: bool) -> tuple[Drop, DropMarks]:
        layout, document = self._stage.layout, self._stage.bridge.document
        x, y = point.x(), point.y()
        card = layout.card_at(x, y)
        if card is not None and self.load.ids and not copy and may_attach(document, self.load.ids, card.id):
            lit = QRectF(card.x, card.y, card.w, card.h)
            return Drop("attach", card_id=card.id), DropMarks(card=lit)
        if card is not None and self.load.pictures:
            return Drop("picture", card_id=card.id), DropMarks(card=QRectF(card.x, card.y, card.w, card.h))
        target = layout.target_at(x, y)
        if target is None:
            return NOWHERE, DropMarks()
        if self.load.cells is not None:
            if self._by_names(document, self.load.cells):
                return Drop("table", target), DropMarks()
            lane = document.lane_table[target.lane_id]
            if item_kind_of(lane) is None:
                return NOWHERE, DropMarks()
            return Drop("text", target, place=target), self._marks([target], copy)
        if self.load.pictures:
            if item_kind_of(document.lane_table[target.lane_id]) is None:
                return Drop("picture", Listing("inbox")), DropMarks()
            return Drop("picture", target, place=target), self._marks([target], copy)
        places: dict[Target, None] = {}
        for item in self.load.kinds(document):
            place = landing(document, item, target)
            if place is not None:
                places[place] = None
        if not places:
            return NOWHERE, DropMarks()
        kind: Literal["move", "copy", "paste"] = "copy" if copy else "move"
        first = next((place for place in places if isinstance(place, Cell)), None)
        return Drop(kind if self.load.ids else "paste", target, place=first), self._marks(list(places), copy)

    def _by_names(self, document: Document, cells: Cells) -> bool:
        """Whether the text is a table that says itself where its cards belong."""
        if self._known is None:
            from model.importers.tables import recognise  # when a text is dropped, not at the start

            self._known = recognise(document, cells) is not None
        return self._known

    def _marks(self, places: Sequence[Target], copy: bool) -> DropMarks:
        cells: list[QRectF] = []
        bars: list[tuple[float, float, float]] = []
        for place in places:
            if not isinstance(place, Cell):
                continue
            box = self._stage.cell_box((place.lane_id, place.step_id))
            bar = self._stage.layout.insertion_line(place if copy else self._settled(place))
            if box is not None:
                cells.append(box)
            if bar is not None:
                bars.append(bar)
        return DropMarks(tuple(cells), tuple(bars))

    def _settled(self, place: Cell) -> Cell:
        """``place`` named by a card that stays, as the move itself names it."""
        leaving = self.load.chosen
        if place.before not in leaving:
            return place
        standing = self._stage.bridge.document.cell(place.lane_id, place.step_id)
        index = next(i for i, item in enumerate(standing) if item.id == place.before)
        before = next((item.id for item in standing[index:] if item.id not in leaving), None)
        return Cell(place.lane_id, place.step_id, before)

    def commit(self) -> ChangeSet:
        """Do what was shown, as one edit, and choose what it moved or made."""
        drop, stage, load = self.drop, self._stage, self.load
        self.clear()
        run = stage.bridge.run
        if drop.kind == "attach" and drop.card_id is not None:
            return run(attach_cards, load.ids, drop.card_id)
        if drop.target is None:
            return ChangeSet()
        if drop.kind == "move":
            changes = run(move_to, load.ids, drop.target)
            stage.selection.choose_cards(load.ids, load.ids[0])
            return changes
        if drop.kind == "copy":
            changes = run(copy_to, load.ids, drop.target)
        elif drop.kind == "paste" and load.payload is not None:
            changes = run(partial(_paste, load.payload), drop.target)
        elif drop.kind in ("text", "table") and load.cells is not None:
            from widgets.canvas.pasting import put_cells

            return put_cells(stage, load.cells, drop.target)
        else:
            return ChangeSet()
        made = changes.added("items")
        if made:
            stage.selection.choose_cards(made, made[0])
        return changes


def _paste(payload: Mapping[str, Any], document: Document, target: Target) -> ChangeSet:
    return paste_cards(document, payload, target)
