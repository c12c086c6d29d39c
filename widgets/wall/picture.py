"""How the wall is painted: the display lists of the editor's canvas, in the colours of the wall.

What was drawn of a header, a chip or a curve is kept for as long as its box is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from model.commands.places import Cell
from model.draw.displaylist import DisplayList, Group
from model.draw.map_painter import paint_chip, paint_lane, paint_phase, paint_prompt, paint_step
from model.layout import metrics as px
from model.layout.boxes import PhaseBox, StepBox
from model.layout.headers import only_asking
from model.values import replace
from widgets.canvas.items import FADED_OPACITY, CardItem
from widgets.canvas.qt_painter import drop_ops, paint_ops
from widgets.scribe.mark import paint_target
from widgets.scribe.numbers import paint_tags, tag_of
from widgets.wall.arrivals import LEVEL, Arrivals
from widgets.wall.colors import WallColors
from widgets.wall.curve import CurvePicture
from widgets.wall.plan import Row, without_count
from widgets.wall.sight import Sight

_NAME_H = 50.0
"""px at 100 % that the name of a lane takes at most before it scrolls away with its lane."""


class WallPicture:
    """Paints what is in sight of ``cards`` and what stands around them."""

    def __init__(self, cards: Mapping[str, CardItem], arrivals: Arrivals, colors: WallColors) -> None:
        self._cards, self._arrivals, self._colors = cards, arrivals, colors
        self._ops: dict[str, tuple[tuple[object, ...], DisplayList]] = {}
        self._curves: dict[str, CurvePicture] = {}
        self.target: Cell | None = None
        """Where the next note goes; None where that is not shown."""
        self.found: frozenset[str] | None = None
        """The cards that are looked for: the others fade.  None fades nothing."""
        self.numbers: Mapping[str, str] | None = None
        """The numbers of cards, for as long as somebody types one; None where none is shown."""

    def drop(self) -> None:
        """Keep nothing any more."""
        for _, ops in self._ops.values():
            drop_ops(ops)
        self._ops.clear()
        self._curves.clear()

    def faded(self, card_id: str) -> bool:
        """Whether a card is not looked for.  A note that just came is seen all the same, until its outline goes."""
        return self.found is not None and card_id not in self.found and card_id not in self._arrivals.way

    def kept(self, key: str) -> DisplayList | None:
        """What was drawn of a part last; None if nothing was."""
        known = self._ops.get(key)
        return None if known is None else known[1]

    def _drawn(self, key: str, boxes: tuple[object, ...], draw: Callable[[], Group]) -> DisplayList:
        """The drawing of ``boxes``, kept for as long as these are the same."""
        known = self._ops.get(key)
        if known is not None and all(a is b or a == b for a, b in zip(known[0], boxes, strict=True)):
            return known[1]
        if known is not None:
            drop_ops(known[1])
        ops = (draw(),)
        self._ops[key] = (boxes, ops)
        return ops

    def paint(self, painter: QPainter, sight: Sight, stale: QRect) -> None:
        """Paint ``stale``, px of the image."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color, plan, z = self._colors.color, sight.plan, sight.scale
        left, top = sight.layout.header_width * z, plan.head_h * z
        painter.fillRect(stale, color("wall.base"))
        rows = sorted(plan.rows, key=lambda row: row.pinned)
        for row in rows:
            y = sight.y(row)
            area = QRectF(left, max(y, top), sight.width - left, sight.height)
            area.setBottom(min(y + row.h * z, sight.height if row.pinned else top + plan.window * z))
            if area.height() > 0 and area.toAlignedRect().intersects(stale):
                painter.save()
                painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
                self._paint_row(painter, sight, row, QRectF(stale))
                painter.restore()
        if self._arrivals.way:
            painter.save()
            painter.setClipRect(QRectF(left, top, sight.width - left, sight.height - top))
            self._arrivals.paint(painter, self._cards, sight.card_rect, self._colors, z)
            painter.restore()
        if stale.left() <= left:
            for row in rows:
                self._paint_name(painter, sight, row, top)
        if stale.top() <= top:
            self._paint_phases(painter, sight, left, top)
            painter.fillRect(QRectF(0, 0, left, top), color("surface.panel"))
            painter.fillRect(QRectF(0, top - 1, left, 1), color("wall.grid"))

    def _paint_row(self, painter: QPainter, sight: Sight, row: Row, stale: QRectF) -> None:
        """A row, as far as it is stale (px of the image)."""
        color, layout, z, lane = self._colors.color, sight.layout, sight.scale, row.lane
        y, w = sight.y(row), sight.width
        if row.curve is not None:
            painter.fillRect(QRectF(0, y, w, row.h * z), color("wall.emotion"))
        elif lane.index % 2:
            painter.fillRect(QRectF(0, y, w, row.h * z), color("wall.lane_alt"))
        painter.translate(sight.x(0.0), y)
        painter.scale(z, z)
        painter.translate(0, -lane.y)
        painter.fillRect(QRectF(0, lane.y + row.h - 1, layout.width, 1), color("wall.grid"))
        shift = 16.0 / z  # shadows and stars reach beyond their card
        seen = [
            step_id
            for step_id in sight.columns()
            if sight.x(layout.steps[step_id].x - shift) < stale.right()
            and sight.x(layout.steps[step_id].right + shift) > stale.left()
        ]
        for step in (layout.steps[i] for i in seen):
            if step.first:
                phase_line = color("wall.phase_line")
                painter.fillRect(QRectF(step.x, lane.y, 1, row.h), phase_line)
            elif not lane.spans:
                painter.fillRect(QRectF(step.x, lane.y, 1, row.h), color("wall.grid"))
        theme, curve = self._colors.theme, row.curve
        if curve is not None:
            self._curves.setdefault(lane.id, CurvePicture()).paint(
                painter, curve, (sight.x0, sight.x0 + sight.across), self._colors, z
            )
        if lane.prompt or lane.hints:
            ops = self._drawn(f"prompt {lane.id}", (lane,), lambda: paint_prompt(only_asking(lane)))
            paint_ops(painter, ops, theme, LEVEL)
        for key, chip in layout.chips.items() if lane.kind == "channels" else ():
            if key[0] == lane.id and key[1] in seen:
                ops = self._drawn(" ".join(key), (chip,), partial(paint_chip, chip))
                paint_ops(painter, ops, theme, LEVEL)
        for step_id in seen:
            for card in layout.stacks.get((lane.id, step_id), ()):
                box = sight.box_rect(row, card).adjusted(-4, -16, 8, 14)
                if card.id not in self._arrivals.way and card.id in self._cards and box.intersects(stale):
                    painter.setOpacity(FADED_OPACITY if self.faded(card.id) else 1.0)
                    painter.translate(card.x, card.y)
                    paint_ops(painter, self._cards[card.id].ops, theme, LEVEL)
                    painter.translate(-card.x, -card.y)
        painter.setOpacity(1.0)
        if self.numbers is not None:
            cards = [card for step_id in seen for card in layout.stacks.get((lane.id, step_id), ())]
            named = [(self.numbers[card.id], card) for card in cards if card.id in self.numbers]
            paint_tags(painter, [(words, tag_of(card, words, 1.0)) for words, card in named], color)
        if self.target is not None and self.target.lane_id == lane.id:
            paint_target(painter, None, layout.insertion_line(self.target), color)

    def _paint_name(self, painter: QPainter, sight: Sight, row: Row, top: float) -> None:
        """The header of a lane; its name stays in sight while its notes scroll."""
        z = sight.scale
        y, bottom = sight.y(row), float(sight.height) if row.pinned else top + sight.plan.window * z
        area = QRectF(0, max(y, top), px.LANE_HEADER_W * z, min(y + row.h * z, bottom) - max(y, top))
        if area.height() <= 0:
            return
        painter.save()
        painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
        if row.curve is None:  # the scale of a curve stays beside it
            y = max(y, min(top, y + row.h * z - _NAME_H * z))
        painter.translate(0, y)
        painter.scale(z, z)
        ops = self._drawn(f"lane {row.lane.id}", (row.lane, row.curve, row.h), lambda: _name(row))
        paint_ops(painter, ops, self._colors.theme, LEVEL)
        painter.restore()

    def _paint_phases(self, painter: QPainter, sight: Sight, left: float, top: float) -> None:
        layout, z, theme = sight.layout, sight.scale, self._colors.theme
        painter.save()
        painter.setClipRect(QRectF(left, 0, sight.width - left, top), Qt.ClipOperation.IntersectClip)
        painter.fillRect(QRectF(left, 0, sight.width - left, top), self._colors.color("wall.lane_alt"))
        painter.translate(sight.x(0.0), 0)
        painter.scale(z, z)
        if sight.plan.head_h > layout.phase_height:
            painter.fillRect(QRectF(0, sight.plan.head_h - 1, layout.width, 1), self._colors.color("wall.grid"))
        for step_id in sight.columns():
            step = layout.steps[step_id]
            if step.h:
                ops = self._drawn(f"step {step_id}", (step,), partial(_at, step, layout.phase_height))
                paint_ops(painter, ops, theme, LEVEL)
        for phase in layout.phases.values():
            if sight.x(phase.right) > left and sight.x(phase.x) < sight.width:
                ops = self._drawn(f"phase {phase.id}", (phase,), partial(_at, phase, 0.0))
                paint_ops(painter, ops, theme, LEVEL)
        painter.restore()


def _name(row: Row) -> Group:
    """The header of a lane, as high as its row, from (0, 0)."""
    lane = without_count(row.lane)
    if lane.h != row.h:
        lane = replace(lane, h=row.h)
    return replace(paint_lane(lane, row.curve), x=0.0, y=0.0)


def _at(box: PhaseBox | StepBox, y: float) -> Group:
    """The header of a phase or step, with its top at ``y``."""
    return replace(paint_phase(box) if isinstance(box, PhaseBox) else paint_step(box), y=y)
