"""Where on the map a text stands that is being written: its card or header, and the places of its letters."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from model.document import Document
from model.layout import metrics as px
from model.layout.boxes import PlacedLine
from model.layout.cards import text_style
from model.layout.headers import STEP_PAD_X, phase_lines
from model.layout.maplayout import MapLayout
from model.text.breaking import measure
from model.text.shape import TextStyle
from model.values import dataclass
from widgets.canvas.edit.caret import CaretMap, EditLine
from widgets.canvas.edit.jobs import Job


@dataclass(frozen=True, slots=True)
class WrittenPlace:
    """The frame of a text on the map, its lines and their style; ``right`` is the right edge of the text, px from the
    frame's left."""

    frame: QRectF
    lines: tuple[PlacedLine, ...]
    style: TextStyle
    right: float

    def letters(self, text: str) -> CaretMap | None:
        """The places of the letters of ``text``, on the map; None where no line of it is laid out."""
        if not self.lines:
            return None
        space = measure(" ", self.style)
        edit_lines = [
            EditLine(
                placed.line,
                self.frame.x() + placed.x,
                self.frame.y() + placed.y - px.baseline(self.style),
                self.style.line,
                space,
                self.frame.x() + self.right,
            )
            for placed in self.lines
        ]
        return CaretMap(text or " ", edit_lines)


def written_place(job: Job, layout: MapLayout, document: Document) -> WrittenPlace | None:
    """Where the text of ``job`` stands; None for one that is not on the map."""
    if job.table == "items":
        card = layout.cards.get(job.record_id)
        if card is None:
            return None
        right = card.w - px.BORDER - px.PAD_RIGHT
        setting = text_style(card.body.kind, card.body.key.quote)
        return WrittenPlace(QRectF(card.x, card.y, card.w, card.h), card.body.lines, setting, right)
    if job.table == "phases":
        phase = layout.phases.get(job.record_id)
        if phase is None:
            return None
        style, _ = phase_lines(phase.name, phase.w, document.info.language)
        frame = QRectF(phase.x, phase.y, phase.w, phase.h)
        return WrittenPlace(frame, phase.lines, style, phase.w - px.PHASE_PAD_RIGHT)
    if job.table == "steps":
        step = layout.steps.get(job.record_id)
        if step is None:
            return None
        return WrittenPlace(QRectF(step.x, step.y, step.w, step.h), step.lines, px.STEP, step.w - STEP_PAD_X)
    lane = layout.lanes.get(job.record_id)
    if lane is None:
        return None
    frame = QRectF(lane.x, lane.y, px.LANE_HEADER_W, lane.h)
    return WrittenPlace(frame, lane.lines, px.LANE, px.LANE_HEADER_W - px.LANE_PAD_RIGHT)
