"""Dragging a header: phases among phases, steps inside their phase, lanes among lanes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt

from model.commands.grid import reorder
from model.layout.boxes import Box
from widgets.canvas.gesture.cards import EdgeScroll
from widgets.canvas.headers import HeaderBar, HeaderDrag
from widgets.canvas.items import DropMarks
from widgets.canvas.stage import Stage


class HeaderMove:
    """A header of ``table`` under the hand."""

    def __init__(self, stage: Stage, bar: HeaderBar, table: str, record_id: str, start: QPointF) -> None:
        self._stage = stage
        self._bar = bar
        self._table = table
        self._id = record_id
        self._start = start
        self._position = QPointF()
        self._before: str | None = None
        self._lands = False
        self._edge = EdgeScroll(stage, self._again)

    def _boxes(self) -> Sequence[tuple[str, Box]]:
        """The headers among which it may land, in order."""
        layout = self._stage.layout
        if self._table == "phases":
            return list(layout.phases.items())
        if self._table == "lanes":
            return list(layout.lanes.items())
        phase = layout.steps[self._id].phase_id
        return [(i, box) for i, box in layout.steps.items() if box.phase_id == phase]

    def move(self, point: QPointF, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self._position = position
        across = self._table != "lanes"
        room = self._stage.view.viewport().rect()
        middle = QPointF(room.width() / 2, room.height() / 2)
        self._edge.pointer_at(QPointF(position.x(), middle.y()) if across else QPointF(middle.x(), position.y()))
        boxes = self._boxes()
        if self._id not in [i for i, _ in boxes]:
            return
        at = point.x() if across else point.y()
        start = self._start.x() if across else self._start.y()
        index = next((n for n, (_, box) in enumerate(boxes) if at < _middle(box, across)), len(boxes))
        own = next(n for n, (i, _) in enumerate(boxes) if i == self._id)
        self._lands = index not in (own, own + 1)
        self._before = boxes[index][0] if index < len(boxes) else None
        if index < len(boxes):
            gap = boxes[index][1].x if across else boxes[index][1].y
        else:
            gap = boxes[-1][1].right if across else boxes[-1][1].bottom
        shown = gap if self._lands else None
        self._bar.show_drag(HeaderDrag(self._table, self._id, at - start, shown))
        self._stage.scene.marks.show_drop(self._marks(shown, across))

    def _marks(self, gap: float | None, across: bool) -> DropMarks:
        if gap is None:
            return DropMarks()
        layout = self._stage.layout
        if across:
            return DropMarks(rule=QRectF(gap, layout.header_height, 0, layout.height - layout.header_height))
        return DropMarks(rule=QRectF(layout.header_width, gap, layout.width - layout.header_width, 0))

    def _again(self) -> None:
        self.move(self._stage.point(self._position), self._position, Qt.KeyboardModifier.NoModifier)

    def finish(self) -> None:
        self.cancel()
        if self._lands:
            self._stage.bridge.run(reorder, self._table, self._id, self._before)

    def cancel(self) -> None:
        self._edge.stop()
        self._bar.show_drag(None)
        self._stage.scene.marks.show_drop(DropMarks())


def _middle(box: Box, across: bool) -> float:
    return box.x + box.w / 2 if across else box.y + box.h / 2
