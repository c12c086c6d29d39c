"""Choosing cards by drawing a rectangle round them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt

from widgets.canvas.gesture.cards import EdgeScroll
from widgets.canvas.stage import Stage


class Marquee:
    """A rectangle from ``start``; with ``add`` what was chosen before stays chosen."""

    def __init__(self, stage: Stage, start: QPointF, *, add: bool) -> None:
        self._stage = stage
        self._start = start
        self._before = stage.selection.cards if add else ()
        self._had = (stage.selection.kind, stage.selection.ids, stage.selection.current)
        self._position = QPointF()
        self._edge = EdgeScroll(stage, self._again)

    def move(self, point: QPointF, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self._position = position
        self._edge.pointer_at(position)
        area = QRectF(self._start, point).normalized()
        self._stage.scene.marks.show_marquee(area)
        touched = [card for card in self._stage.scene.cards_in(area) if card not in self._before]
        self._stage.selection.choose_cards([*self._before, *touched])

    def _again(self) -> None:
        self.move(self._stage.point(self._position), self._position, Qt.KeyboardModifier.NoModifier)

    def finish(self) -> None:
        self._edge.stop()
        self._stage.scene.marks.show_marquee(None)

    def cancel(self) -> None:
        self.finish()
        self._stage.selection.choose(*self._had)
