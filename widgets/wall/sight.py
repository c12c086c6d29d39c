"""What of a map is seen on the wall, and where each part of it stands there."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF

from model.layout.boxes import CardBox
from model.layout.maplayout import MapLayout
from model.values import dataclass
from widgets.wall.plan import Row, WallPlan


@dataclass(frozen=True, slots=True)
class Sight:
    """``plan`` on an image of ``width`` x ``height`` px; ``x0`` and ``y0``, px of the map at 100 %, are what is seen
    first beside the names of lanes and below the phases."""

    layout: MapLayout
    plan: WallPlan
    x0: float
    y0: float
    width: int
    height: int

    @property
    def scale(self) -> float:
        """1.0 is 100 % of the canvas."""
        return self.plan.fit.scale

    @property
    def across(self) -> float:
        """How many px of the map fit beside the names of lanes."""
        return self.width / self.scale - self.layout.header_width

    def columns(self) -> list[str]:
        """The steps of which something is seen."""
        left, right = self.x0, self.x0 + self.across
        return [step.id for step in self.layout.steps.values() if step.right > left and step.x < right]

    def x(self, x: float) -> float:
        """Where an x of the map is on the image."""
        return (x - self.x0 + self.layout.header_width) * self.scale

    def y(self, row: Row) -> float:
        """Where a row begins on the image."""
        return (self.plan.head_h + row.top - (0.0 if row.pinned else self.y0)) * self.scale

    def row_rect(self, row: Row) -> QRect:
        """A row on the image."""
        return QRectF(0, self.y(row), self.width, row.h * self.scale).toAlignedRect()

    def cell_rect(self, row: Row, step_id: str) -> QRect:
        """A cell on the image, with what reaches beyond it; empty for a step that is gone."""
        step = self.layout.steps.get(step_id)
        if step is None:
            return QRect()
        rect = QRectF(self.x(step.x), self.y(row), step.w * self.scale, row.h * self.scale)
        return rect.adjusted(-4, -14, 4, 0).toAlignedRect()

    def box_rect(self, row: Row, card: CardBox) -> QRectF:
        """A card of a row on the image."""
        y = self.y(row) + (card.y - row.lane.y) * self.scale
        return QRectF(self.x(card.x), y, card.w * self.scale, card.h * self.scale)

    def card_rect(self, card_id: str) -> QRectF:
        """Where a card is on the image; an empty rectangle where it is not."""
        card = self.layout.cards.get(card_id)
        row = self.plan.row(card.lane_id) if card is not None else None
        return QRectF() if card is None or row is None else self.box_rect(row, card)

    def cell_of(self, card_id: str) -> QRect:
        """The place of a card's cell; empty where it is not on the wall."""
        card = self.layout.cards.get(card_id)
        row = self.plan.row(card.lane_id) if card is not None else None
        return QRect() if card is None or row is None else self.cell_rect(row, card.step_id)
