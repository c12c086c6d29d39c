"""A map that is ready to be painted: laid out on any thread, painted piece by piece in the interface's."""

from __future__ import annotations

from collections.abc import Iterator

from model.difference import HEADER, Entry
from model.document import Document
from model.draw.displaylist import Group, Op
from model.draw.far import FarMap, far_map
from model.draw.map_painter import paint_map
from model.layout.arrange import lay_out
from model.layout.maplayout import LayoutOptions, MapLayout
from model.values import dataclass

Box = tuple[float, float, float, float]
"""x, y, width and height in px at 100 %."""


@dataclass(frozen=True, slots=True)
class LaidMap:
    """A document with its boxes and what is to be painted, from back to front; a piece without a box is always."""

    document: Document
    layout: MapLayout
    pieces: tuple[tuple[Box | None, tuple[Op, ...]], ...]
    far: FarMap

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in px at 100 %."""
        return self.layout.width, self.layout.height

    def box_of(self, table: str, record_id: str) -> Box | None:
        """Where a record is to be seen; None for one that is not on the map."""
        layout = self.layout
        if table == "items":
            return _box(layout.cards.get(record_id))
        if table in ("phases", "steps", "lanes"):
            return _box({"phases": layout.phases, "steps": layout.steps, "lanes": layout.lanes}[table].get(record_id))
        if table == "emotions":
            feeling = self.document.emotion_table.get(record_id)
            return _box(layout.cards.get(feeling.touchpoint_id)) if feeling else None
        if table == "links":
            link = self.document.link_table.get(record_id)
            return _box(layout.cards.get(link.source_id) or layout.cards.get(link.target_id)) if link else None
        if table == "actions":
            action = self.document.action_table.get(record_id)
            return _box(layout.cards.get(action.item_id)) if action else None
        return None

    def near(self, entry: Entry, other: LaidMap) -> Box | None:
        """Where an entry is to be seen here, or, when it is only on the ``other`` map, where it would be."""
        if entry.table == HEADER:
            return None
        here = self.box_of(entry.table, entry.id)
        return here or other.box_of(entry.table, entry.id)


def lay(document: Document, options: LayoutOptions | None = None) -> LaidMap:
    """Lay a document out and make its pieces; takes a while for large maps."""
    layout = lay_out(document, options)
    return LaidMap(document, layout, tuple(_pieces(layout, document)), far_map(layout))


def _pieces(layout: MapLayout, document: Document) -> Iterator[tuple[Box | None, tuple[Op, ...]]]:
    picture = paint_map(layout, document)
    cards: dict[int, Box | None] = {id(group): _box(layout.cards[key]) for key, group in picture.cards.items()}
    for op in picture.ops:
        yield (cards.get(id(op)) if isinstance(op, Group) else None), (op,)


def _box(found: object) -> Box | None:
    if found is None:
        return None
    x, y, w, h = (float(getattr(found, name)) for name in ("x", "y", "w", "h"))
    return x, y, w, h
