"""The bars that stay in place while the map scrolls: phases and steps on top, lanes at the left.

They paint the same groups as the map on paper, at the view's zoom and scroll, and give their mouse to a handler.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Protocol, TypeVar

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from model.draw.displaylist import DisplayList, Group
from model.draw.map_painter import COLOR_BAR, paint_lane, paint_phase, paint_step
from model.draw.phase_painter import paint_evidence, paint_evidence_label, paint_loop
from model.draw.theme import Theme
from model.layout import metrics as px
from model.layout.boxes import Box, LaneBox, StepBox
from model.values import dataclass
from widgets.canvas.edit.caretitem import Blink, paint_caret
from widgets.canvas.qt_painter import drop_ops, paint_ops
from widgets.canvas.stage import Stage
from widgets.canvas.stills import Stills
from widgets.look.theme import look

GHOST_OPACITY = 0.95
INK_OUT = 12.0
"""px of the map by which a header may reach over its box at its sides: the point of a phase's arrow."""
LIT_EDGE = 3.0
"""px of screen of the edge under the header of the phase in which a drag would land."""
B = TypeVar("B", bound=Box)


@dataclass(frozen=True, slots=True)
class HeaderDrag:
    """A header under way: its id, how far it was moved in px of the map, and where it would land (x or y)."""

    table: str
    id: str
    offset: float
    gap: float | None


class HeaderHandler(Protocol):
    """What a bar gives its mouse to; points are on the map."""

    def header_press(self, table: str, point: QPointF, event: QMouseEvent) -> None: ...
    def header_move(self, table: str, point: QPointF, event: QMouseEvent) -> None: ...
    def header_release(self, table: str, point: QPointF, event: QMouseEvent) -> None: ...
    def header_double_click(self, table: str, point: QPointF, event: QMouseEvent) -> None: ...
    def header_menu(self, table: str, point: QPointF, position: QPoint) -> None: ...


def _paint_ops(painter: QPainter, *, ops: DisplayList, theme: Theme, zoom: float) -> None:
    paint_ops(painter, ops, theme, zoom)


def _beside_color(box: Box, rect: QRectF) -> QRectF:
    """``rect`` without the bar in the step's or lane's own colour: the outline of what is chosen must not hide it,
    since it is while it is chosen that somebody gives it a colour."""
    if not isinstance(box, StepBox | LaneBox) or box.color is None:
        return rect
    return rect.adjusted(0, 0, 0, -COLOR_BAR) if isinstance(box, StepBox) else rect.adjusted(COLOR_BAR, 0, 0, 0)


class HeaderBar(QWidget):
    """One bar.  ``drag`` is the header that is being moved, if any."""

    def __init__(self, stage: Stage, blink: Blink, parent: QWidget) -> None:
        super().__init__(parent)
        self.stage = stage
        self.blink = blink
        self.handler: HeaderHandler | None = None
        self.drag: HeaderDrag | None = None
        self._drawn: dict[str, tuple[object, DisplayList]] = {}
        self._stills = Stills(patient=True)
        self._shown_at: tuple[float, QPointF] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # -- what it shows ---------------------------------------------------------------------------------------

    def groups(self) -> Iterable[tuple[str, str, Box, DisplayList]]:
        """(table, id, box, drawing) of each header, from back to front."""
        raise NotImplementedError

    def origin(self) -> QPointF:
        """Where (0, 0) of the map is in this bar, px."""
        raise NotImplementedError

    def table_at(self, point: QPointF) -> str:
        """The table of the headers at a point of the map."""
        raise NotImplementedError

    def header_rect(self, box: Box) -> QRectF:
        """The header of a box, on the map."""
        return QRectF(box.x, box.y, box.w, box.h)

    def show_drag(self, drag: HeaderDrag | None) -> None:
        """Show a header under way."""
        if drag != self.drag:
            self.drag = drag
            self.update()

    def ground(self, painter: QPainter, seen: QRectF) -> None:
        """Paint what is behind the headers in ``seen`` of the map; the painter is in px of the map."""

    def over(self, painter: QPainter) -> None:
        """Paint what lies over the headers; the painter is in px of the map."""

    def paint_header(self, painter: QPainter, key: str, box: Box, ops: DisplayList, zoom: float) -> None:
        """Paint one header; the painter is in px of the map."""
        self._paint_kept(painter, key, self.header_rect(box), ops, zoom)

    def _paint_kept(self, painter: QPainter, key: str, rect: QRectF, ops: DisplayList, zoom: float) -> None:
        """Paint what does not change while the map is scrolled; it reaches little over ``rect``."""
        theme = look().theme
        bounds = rect.adjusted(-INK_OUT, -2, INK_OUT, 2)
        draw = partial(_paint_ops, ops=ops, theme=theme, zoom=zoom)
        self._stills.paint(painter, (key, theme.name), ops, bounds, draw, scaled=self.stage.view.scaling)

    def follow(self) -> None:
        """The map was scrolled or zoomed: paint anew where that moves this bar."""
        if self._shown_at != (self.stage.view.zoom, self.origin()):
            self.update()

    def _kept(self, key: str, box: object, draw: Group | None) -> DisplayList:
        known = self._drawn.get(key)
        if known is not None and known[0] is box:
            return known[1]
        if known is not None:
            drop_ops(known[1])
        ops: DisplayList = () if draw is None else (draw,)
        self._drawn[key] = (box, ops)
        return ops

    def is_kept(self, key: str, box: object) -> DisplayList | None:
        """The drawing of a box that was drawn before."""
        known = self._drawn.get(key)
        return known[1] if known is not None and known[0] is box else None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), look().color("wall.lane_alt"))
        zoom, origin = self.stage.view.zoom, self.origin()
        self._shown_at = zoom, origin
        self._stills.step()
        painter.translate(origin)
        painter.scale(zoom, zoom)
        theme = look().theme
        inverted, _ = painter.transform().inverted()
        seen = inverted.mapRect(QRectF(event.rect()))
        self.ground(painter, seen)
        moving: tuple[Box, DisplayList] | None = None
        for table, record_id, box, ops in self.groups():
            rect = self.header_rect(box)
            if not rect.adjusted(-INK_OUT, -2, INK_OUT, 2).intersects(seen):
                continue
            if self.drag is not None and (table, record_id) == (self.drag.table, self.drag.id):
                moving = box, ops
                painter.setOpacity(0.3)
                paint_ops(painter, ops, theme, zoom)
                painter.setOpacity(1.0)
                continue
            self.paint_header(painter, record_id, box, ops, zoom)
            if self._chosen(table, record_id):
                self._paint_chosen(painter, _beside_color(box, rect), zoom)
            if self.blink.writer.job is not None and self.blink.writer.job.record_id == record_id:
                paint_caret(painter, self.blink, "phase.ink" if table == "phases" else "accent.base")
        self.over(painter)
        if moving is not None:
            self._paint_moving(painter, *moving, zoom)
        painter.end()

    def _chosen(self, table: str, record_id: str) -> bool:
        selection = self.stage.selection
        kind = {"phases": "phase", "steps": "step", "lanes": "lane"}[table]
        return selection.kind == kind and record_id in selection

    def _paint_chosen(self, painter: QPainter, rect: QRectF, zoom: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = rect.adjusted(2 / zoom, 2 / zoom, -2 / zoom, -2 / zoom)
        painter.setPen(QPen(look().color("focus.gap"), 4 / zoom))
        painter.drawRect(inner)
        painter.setPen(QPen(look().color("accent.base"), 2 / zoom))
        painter.drawRect(inner)

    def _paint_moving(self, painter: QPainter, box: Box, ops: DisplayList, zoom: float) -> None:
        drag = self.drag
        if drag is None:
            return
        across = drag.table != "lanes"
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if drag.gap is not None:
            painter.setPen(QPen(look().color("accent.base"), 3))
            rect = self.header_rect(box)
            if across:
                painter.drawLine(QPointF(drag.gap, rect.top()), QPointF(drag.gap, rect.bottom()))
            else:
                painter.drawLine(QPointF(rect.left(), drag.gap), QPointF(rect.right(), drag.gap))
        painter.save()
        painter.translate(drag.offset if across else 0.0, 0.0 if across else drag.offset)
        painter.setOpacity(GHOST_OPACITY)
        paint_ops(painter, ops, look().theme, zoom)
        painter.restore()

    # -- mouse -----------------------------------------------------------------------------------------------

    def to_map(self, position: QPointF) -> QPointF:
        """A position in this bar as a point of the map."""
        return (position - self.origin()) / self.stage.view.zoom

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = self.to_map(event.position())
        if self.handler is not None:
            self.handler.header_press(self.table_at(point), point, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = self.to_map(event.position())
        if self.handler is not None:
            self.handler.header_move(self.table_at(point), point, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point = self.to_map(event.position())
        if self.handler is not None:
            self.handler.header_release(self.table_at(point), point, event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = self.to_map(event.position())
        if self.handler is not None:
            self.handler.header_double_click(self.table_at(point), point, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        point = self.to_map(QPointF(event.pos()))
        if self.handler is not None:
            self.handler.header_menu(self.table_at(point), point, event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel over a header moves and zooms the map."""
        view = self.stage.view
        position = QPointF(
            view.viewport().mapFrom(self.window(), self.mapTo(self.window(), event.position().toPoint()))
        )
        moved = QWheelEvent(
            position,
            event.globalPosition(),
            event.pixelDelta(),
            event.angleDelta(),
            event.buttons(),
            event.modifiers(),
            event.phase(),
            event.inverted(),
        )
        QApplication.sendEvent(view.viewport(), moved)


class PhaseBar(HeaderBar):
    """Phases, and below them their steps where the map names them."""

    _lit: str | None = None
    """The phase that is shown lit."""

    def show_lit(self) -> None:
        """Another phase is lit, or none: the columns of both are painted again."""
        zoom, left = self.stage.view.zoom, self.origin().x()
        for phase_id in (self._lit, self.stage.lit_phase):
            box = self.stage.layout.phases.get(phase_id or "")
            if box is not None:
                self.update(QRectF(left + box.x * zoom, 0, box.w * zoom, self.height()).toAlignedRect())
        self._lit = self.stage.lit_phase

    def origin(self) -> QPointF:
        return QPointF(self.stage.view.viewportTransform().dx(), 0.0)

    def table_at(self, point: QPointF) -> str:
        return "steps" if point.y() >= self.stage.layout.step_top else "phases"

    def over(self, painter: QPainter) -> None:
        """The edge of the phase in which a drag would land."""
        layout = self.stage.layout
        lit = layout.phases.get(self.stage.lit_phase or "")
        if lit is not None:
            high = LIT_EDGE / self.stage.view.zoom
            painter.fillRect(QRectF(lit.x, layout.header_height - high, lit.w, high), look().color("accent.base"))

    def groups(self) -> Iterable[tuple[str, str, Box, DisplayList]]:
        layout = self.stage.layout
        for step_id, step in layout.steps.items():
            if step.h:
                ops = self.is_kept(step_id, step)
                yield "steps", step_id, step, self._kept(step_id, step, paint_step(step)) if ops is None else ops
        for phase_id, phase in layout.phases.items():
            ops = self.is_kept(phase_id, phase)
            yield "phases", phase_id, phase, self._kept(phase_id, phase, paint_phase(phase)) if ops is None else ops

    def ground(self, painter: QPainter, seen: QRectF) -> None:
        layout = self.stage.layout
        h = layout.header_height
        painter.fillRect(QRectF(layout.header_width, 0, layout.width, h), look().color("wall.lane_alt"))
        if h > layout.phase_top + layout.phase_height:
            painter.fillRect(QRectF(0, h - 1, layout.width, 1), look().color("wall.grid"))
        if layout.evidence and h > layout.step_top:
            painter.fillRect(QRectF(0, layout.step_top - 1, layout.width, 1), look().color("wall.grid"))
        lit = layout.phases.get(self.stage.lit_phase or "")
        if lit is not None:
            painter.fillRect(QRectF(lit.x, 0, lit.w, h), look().color("accent.soft"))
        zoom = self.stage.view.zoom
        for loop in layout.loops:
            paint_ops(painter, self._row(loop.phase_id, loop, paint_loop), look().theme, zoom)
        for box in layout.evidence.values():
            if box.right < seen.left() or box.x > seen.right():
                continue
            painter.fillRect(QRectF(box.x, box.y, 1, box.h), look().color("wall.phase_line"))
            ops = self._row(box.phase_id, box, paint_evidence)
            self._paint_kept(painter, f"evidence {box.phase_id}", self.header_rect(box), ops, zoom)

    def _row(self, phase_id: str, box: B, draw: Callable[[B], Group]) -> DisplayList:
        """The drawing of a box of a row beside the headers, made when the box is another one."""
        key = f"{draw.__name__} {phase_id}"
        kept = self.is_kept(key, box)
        return self._kept(key, box, draw(box)) if kept is None else kept


class LaneBar(HeaderBar):
    """The lanes."""

    def origin(self) -> QPointF:
        return QPointF(0.0, self.stage.view.viewportTransform().dy())

    def table_at(self, point: QPointF) -> str:
        return "lanes"

    def header_rect(self, box: Box) -> QRectF:
        return QRectF(box.x, box.y, px.LANE_HEADER_W, box.h)

    def groups(self) -> Iterable[tuple[str, str, Box, DisplayList]]:
        layout = self.stage.layout
        for lane_id, lane in layout.lanes.items():
            emotion = layout.emotions.get(lane_id)
            key = (lane, emotion)
            known = self._drawn.get(lane_id)
            if known is not None and isinstance(known[0], tuple) and known[0][0] is lane and known[0][1] is emotion:
                yield "lanes", lane_id, lane, known[1]
            else:
                yield "lanes", lane_id, lane, self._kept(lane_id, key, paint_lane(lane, emotion))

    def paint_header(self, painter: QPainter, key: str, box: Box, ops: DisplayList, zoom: float) -> None:
        """The name of a lane that is higher than what is seen stays in sight as long as the lane is."""
        moved = self._below_top(box)
        if moved <= 0:
            super().paint_header(painter, key, box, ops, zoom)
            return
        rect = self.header_rect(box)
        painter.save()
        painter.setClipRect(rect.adjusted(0, 0, 0, -1), Qt.ClipOperation.IntersectClip)
        painter.translate(0, moved)
        super().paint_header(painter, key, box, ops, zoom)
        painter.restore()
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look().color("wall.grid"))

    def _below_top(self, box: Box) -> float:
        """px by which a lane's name stands lower than at the top of the lane."""
        if not isinstance(box, LaneBox) or box.kind == "emotion":  # the scale of the feelings stands where it is
            return 0.0
        job = self.blink.writer.job
        if job is not None and job.record_id == box.id:
            return 0.0
        lines = (*box.lines, box.count_line) if box.count_line is not None else box.lines
        high = max((line.y for line in lines), default=px.LANE_PAD_TOP + px.LANE_ICON) + px.LANE_PAD_BOTTOM
        hidden = -self.origin().y() / self.stage.view.zoom - box.y
        return min(hidden, box.h - high - 1)


class Corner(QWidget):
    """Where the two bars meet; it has the name of the row of evidence."""

    def __init__(self, stage: Stage, parent: QWidget) -> None:
        super().__init__(parent)
        self._stage = stage
        self._label: tuple[object, DisplayList] = ((), ())
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), look().color("wall.lane_alt"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), look().color("wall.grid"))
        layout, zoom = self._stage.layout, self._stage.view.zoom
        lines, top = layout.evidence_label, layout.step_top - layout.evidence_height
        if lines:
            if self._label[0] != (lines, top):
                self._label = ((lines, top), (paint_evidence_label(lines, top),))
            painter.scale(zoom, zoom)
            paint_ops(painter, self._label[1], look().theme, zoom)
        painter.end()
