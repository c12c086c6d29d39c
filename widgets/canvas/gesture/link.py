"""Drawing a link from the round plus of a card to another card."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from widgets.canvas.gesture.cards import EdgeScroll
from widgets.canvas.linking import Linking
from widgets.canvas.stage import Stage
from widgets.canvas.tag import Tag


class LinkDrag:
    """A link under the hand: where it may lead is framed, over a card the line takes its way along the gutters."""

    def __init__(self, stage: Stage, tag: Tag, source: str) -> None:
        self._stage = stage
        self._tag = tag
        self._linking = Linking(stage, [source])
        self._position = QPointF()
        self._target: str | None = None
        self._edge = EdgeScroll(stage, self._again)

    def move(self, point: QPointF, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self._position = position
        self._edge.pointer_at(position)
        card = self._stage.layout.card_at(point.x(), point.y())
        self._target = None if card is None else card.id
        self._tag.show_at(self._linking.show(self._target, point), position)

    def _again(self) -> None:
        self.move(self._stage.point(self._position), self._position, Qt.KeyboardModifier.NoModifier)

    def finish(self) -> None:
        self.cancel()
        if self._target is not None:
            at = self._stage.view.viewport().mapToGlobal(self._position.toPoint())
            self._linking.make([self._target], at)

    def cancel(self) -> None:
        self._edge.stop()
        self._tag.clear()
        self._linking.clear()
