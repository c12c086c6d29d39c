"""The light items of the scene: each paints a ready display list.  No child items, no text of Qt's, no caches.

Geometry changes in one place per class (``set_box``, ``set_area``), which tells Qt before it does.  Items never
move by themselves and never touch the document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import sqrt

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from model.draw.card_painter import STAR_UP, card_ops
from model.draw.displaylist import DisplayList
from model.draw.theme import Theme
from model.layout import metrics as px
from model.layout.boxes import CardBox
from model.values import dataclass, replace
from widgets.canvas.outlines import PLUS, RING_W, frame, paint_place, paint_plus
from widgets.canvas.qt_painter import drop_ops, paint_ops
from widgets.canvas.stills import Stills
from widgets.look.theme import look

ID = 0
"""The key of ``QGraphicsItem.data`` under which an item has its record's id."""

REACH = 32.0
"""px round a card within which its states are drawn: outline, ring and plus."""
BELOW = 8.0
"""px below a card for its shadow and the tail of a thought."""
SELECTED_GAP, SELECTED_W = 2.0, 2.0
RING_GAP = 2.0

BACK, CARDS, GHOST, OVERLAY = 0.0, 10.0, 20.0, 30.0
"""Heights of the layers in the scene."""


@dataclass(frozen=True, slots=True)
class CardState:
    """What is shown of a card besides itself.

    ``ring``: the keyboard is on it; ``lit``: it belongs to what is chosen or under the pointer; ``away``: it is
    being dragged, only its dashed place stays; ``editing``: its text has the caret; ``plus``: the round
    plus, from which links are drawn; ``faded``: it is not one of those looked for.
    """

    selected: bool = False
    ring: bool = False
    hover: bool = False
    lit: bool = False
    away: bool = False
    editing: bool = False
    plus: bool = False
    faded: bool = False


PLAIN = CardState()
FADED = CardState(faded=True)
FADED_OPACITY = 0.28
"""Of a note that does not fit the filter (look.md, section 6)."""


class PaintCount:
    """Counts paints, for tests and the bench: what did not change is not painted."""

    def __init__(self) -> None:
        self.cards: list[str] = []
        self.backs = 0

    def clear(self) -> None:
        """Begin anew."""
        self.cards.clear()
        self.backs = 0


class Watch:
    """The zoom and theme that the items of one scene are painted with."""

    def __init__(self) -> None:
        self.zoom = 1.0
        self.counter: PaintCount | None = None
        self.stills: Stills | None = None
        """Pictures of the cards, while something is dragged over them."""

    @property
    def theme(self) -> Theme:
        """The theme of the program."""
        return look().theme


class CardItem(QGraphicsItem):
    """A card at its place; ``box`` is what it shows now.  Its display list is made when it is first painted."""

    def __init__(self, watch: Watch, box: CardBox) -> None:
        super().__init__()
        self._watch = watch
        self.box = box
        self._ops: DisplayList | None = None
        self.state = PLAIN
        self._bounds = _card_bounds(box, PLAIN)
        self.setData(ID, box.id)
        self.setPos(box.x, box.y)
        self.setZValue(CARDS)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def set_box(self, box: CardBox) -> None:
        """Show another box; only what differs from the last one costs a repaint."""
        if box.body is not self.box.body:
            if _card_bounds(box, self.state) != self._bounds:
                self.prepareGeometryChange()
                self._bounds = _card_bounds(box, self.state)
            self.forget_ops()
            self.update()
        if (box.x, box.y) != (self.box.x, self.box.y):
            self.setPos(box.x, box.y)
        self.box = box

    def set_state(self, state: CardState) -> None:
        """Show another state."""
        before = self.state
        if state is before or state == before:
            return
        self.state = state
        bounds = _card_bounds(self.box, state)
        if bounds != self._bounds:
            self.prepareGeometryChange()
            self._bounds = bounds
        raised = state.selected or state.hover or state.editing
        if raised != (before.selected or before.hover or before.editing):
            self.setZValue(CARDS + 1 if raised else CARDS)
        self.update()

    @property
    def ops(self) -> DisplayList:
        """What the card looks like, from its own top left corner."""
        if self._ops is None:
            # A list of its own: what was prepared of it is dropped with this item, and others may show the same card.
            self._ops = (*card_ops(self.box.body),)
        return self._ops

    def forget_ops(self) -> None:
        """It looks otherwise from now on, or is taken away."""
        drop_ops(self._ops)
        self._ops = None

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        watch, state = self._watch, self.state
        if watch.counter is not None:
            watch.counter.cards.append(self.box.id)
        if state.away:
            paint_place(painter, self.box.w, self.box.h)
            return
        # A picture on a card may still be on its way.
        if watch.stills is not None and state is PLAIN and self.box.body.picture is None:
            watch.stills.paint(painter, (self.box.id, watch.theme.name), self.ops, self._bounds, self._draw)
            return
        if state.faded:
            painter.setOpacity(painter.opacity() * FADED_OPACITY)
        self._draw(painter)
        if not _unmarked(state):
            paint_state(painter, self.box, state, watch.zoom)

    def _draw(self, painter: QPainter) -> None:
        paint_ops(painter, self.ops, self._watch.theme, self._watch.zoom)


def _unmarked(state: CardState) -> bool:
    """Whether a card has no outlines."""
    s = state
    return not (s.selected or s.hover or s.lit or s.away or s.ring or s.editing or s.plus)


def _card_bounds(box: CardBox, state: CardState) -> QRectF:
    if _unmarked(state):
        above = STAR_UP + 1 if box.body.key.truth else 1.0
        return QRectF(-1, -above, box.w + 2, box.h + above + BELOW)
    return QRectF(-REACH, -REACH, box.w + 2 * REACH, box.h + 2 * REACH)


def plus_radius(zoom: float) -> float:
    """Half the width of the plus on the map: it is as large on the screen at most zooms, so that it can be hit."""
    return PLUS / 2 / min(max(zoom, 0.5), 1.0)


def plus_center(box: CardBox, zoom: float = 1.0) -> QPointF:
    """The middle of the round plus of a card under the pointer, on the map.

    It stands at the lower right corner, so far out that the mark of evidence in that corner of the card stays in sight.
    """
    dx = px.BORDER + px.PAD_RIGHT
    dy = px.BORDER + px.PAD_BOTTOM + (px.FOOT_H - px.EVIDENCE_MARK) / 2
    clear = plus_radius(zoom) + 1
    # The least way out along the diagonal at which the corner of the mark, (dx, dy) inside, is ``clear`` px away.
    half = (dx + dy) / 2
    out = max(-2.0, sqrt(max(0.0, half * half - (dx * dx + dy * dy - clear * clear) / 2)) - half)
    return QPointF(box.right + out, box.bottom + out)


def paint_state(painter: QPainter, box: CardBox, state: CardState, zoom: float) -> None:
    """The outlines of a card with its top left at (0, 0)."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    whole = QRectF(0, 0, box.w, box.h)
    heavier = max(1.0, 0.75 / zoom)  # so that lines do not fade away far out
    if state.lit and not state.selected:
        frame(painter, whole, "accent.base", heavier, 0.5)
    if state.hover and not (state.selected or state.editing):
        frame(painter, whole, "ink.2", heavier, -0.5)
    if state.editing:
        frame(painter, whole, "accent.base", 2.0, 0.0)
        return
    out = 0.0
    if state.selected:
        out = SELECTED_GAP + SELECTED_W
        frame(painter, whole, "accent.base", SELECTED_W * heavier, SELECTED_GAP + SELECTED_W / 2)
    if state.ring:
        frame(painter, whole, "focus.ring", RING_W * heavier, out + RING_GAP + RING_W / 2)
    if state.plus:
        painter.translate(plus_center(box, zoom) - QPointF(box.x, box.y))
        scale = plus_radius(zoom) / (PLUS / 2)
        painter.scale(scale, scale)
        paint_plus(painter)


class BackItem(QGraphicsItem):
    """A part of the map below the cards: the wall with its rows and columns, or the curve."""

    def __init__(self, watch: Watch, z: float = BACK) -> None:
        super().__init__()
        self._watch = watch
        self._draw: Callable[[], DisplayList] = tuple
        self._ops: DisplayList | None = None
        self._bounds = QRectF()
        self.setZValue(z)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def set_area(self, area: QRectF, draw: Callable[[], DisplayList]) -> None:
        """Show what ``draw`` gives inside ``area`` of the map; it is asked when it is first to be seen."""
        if area != self._bounds:
            self.prepareGeometryChange()
            self._bounds = QRectF(area)
        self._draw = draw
        self.forget_ops()
        self.update()

    @property
    def ops(self) -> DisplayList:
        """What it shows."""
        if self._ops is None:
            self._ops = self._draw()
        return self._ops

    def forget_ops(self) -> None:
        """It looks otherwise from now on, or is taken away."""
        drop_ops(self._ops)
        self._ops = None

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._watch.counter is not None:
            self._watch.counter.backs += 1
        paint_ops(painter, self.ops, self._watch.theme, self._watch.zoom)


@dataclass(frozen=True, slots=True)
class DropMarks:
    """What a drag shows on the map: lit cells, the places of the insertion bars (x, y, width), a lit card, and the
    line along which a dragged phase, step or lane would come."""

    cells: tuple[QRectF, ...] = ()
    bars: tuple[tuple[float, float, float], ...] = ()
    card: QRectF | None = None
    rule: QRectF | None = None


@dataclass(frozen=True, slots=True)
class PointMark:
    """A point of a curve to be marked at (x, y); ``active`` with the arrows of one that can be moved."""

    x: float
    y: float
    active: bool = False


class MarksItem(QGraphicsItem):
    """Where a drag would land, the marquee, the keyboard's ring on a cell, and points of curves that are marked.

    The item covers the whole map and says itself what of it is to be painted again: the lines, not what they
    surround, so that a long frame does not cost the cards inside it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.drop = DropMarks()
        self.marquee: QRectF | None = None
        self.ring: QRectF | None = None
        self.points: tuple[PointMark, ...] = ()
        self._bounds = QRectF()
        self.setZValue(OVERLAY)  # above the ghost, which would hide where it lands
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def set_area(self, area: QRectF) -> None:
        """The map is this large."""
        if area != self._bounds:
            self.prepareGeometryChange()
            self._bounds = QRectF(area)

    def show_drop(self, marks: DropMarks) -> None:
        """Show where a drag would land."""
        if marks != self.drop:
            self._stale(_drop_lines(self.drop))
            self.drop = marks
            self._stale(_drop_lines(marks))

    def show_marquee(self, rect: QRectF | None) -> None:
        """Show the marquee."""
        if rect != self.marquee:
            self._stale(_edges(self.marquee))
            self.marquee = rect
            self._stale(_edges(rect))

    def show_ring(self, rect: QRectF | None) -> None:
        """Show the keyboard's ring inside a cell."""
        if rect != self.ring:
            self._stale(_edges(self.ring))
            self.ring = rect
            self._stale(_edges(rect))

    def show_points(self, points: tuple[PointMark, ...]) -> None:
        """Mark these points of curves."""
        if points != self.points:
            self._stale(map(_around, self.points))
            self.points = points
            self._stale(map(_around, points))

    def _stale(self, rects: Iterable[QRectF]) -> None:
        repaint(self, rects)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        accent = look().color("accent.base")
        if self.ring is not None:
            painter.setPen(QPen(look().color("focus.ring"), RING_W))
            painter.drawRoundedRect(self.ring, 4, 4)
        if self.drop.cells:
            pen = QPen(accent, 2)
            pen.setDashPattern([3.0, 2.0])
            painter.setPen(pen)
            for cell in self.drop.cells:
                painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), 3, 3)
        if self.drop.card is not None:
            painter.setPen(QPen(accent, 2))
            painter.drawRoundedRect(self.drop.card.adjusted(-3, -3, 3, 3), 8, 8)
        for x, y, width in self.drop.bars:
            painter.setPen(QPen(accent, 3))
            painter.drawLine(QPointF(x, y), QPointF(x + width, y))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawEllipse(QPointF(x, y), 5, 5)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.drop.rule is not None:
            painter.setPen(QPen(accent, 3))
            painter.drawLine(self.drop.rule.topLeft(), self.drop.rule.bottomRight())
        for point in self.points:
            _paint_point(painter, point)
        if self.marquee is not None:
            pen = QPen(accent, 1.5)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawRect(self.marquee)


FRAME_OUT = 1.0
"""px to both sides of the frame of a cell: its line of 2 px."""


def repaint(item: QGraphicsItem, rects: Iterable[QRectF], more: int = 0) -> None:
    """Paint these parts of the map again, and ``more`` px of the screen beside them.

    Not by the item's ``update``, which unites them to one rectangle, nor by the scene's: it takes some pixels more on
    each side, and with those a line between two columns costs all notes of both; and it paints before the scene has
    counted which cards changed, so that the plus and the outline of a card that lost them stay.
    """
    views = item.scene().views()
    for rect in rects:
        for view in views:
            part = view.viewportTransform().mapRect(rect).toAlignedRect()
            view.viewport().update(part.adjusted(-more, -more, more, more))


def _edges(rect: QRectF | None, out: float = 8.0) -> list[QRectF]:
    """The four edges of a rectangle, each ``out`` px thick to both sides."""
    if rect is None:
        return []
    wide, high = rect.width() + 2 * out, rect.height() + 2 * out
    left, top = rect.left() - out, rect.top() - out
    return [
        QRectF(left, top, wide, 2 * out),
        QRectF(left, rect.bottom() - out, wide, 2 * out),
        QRectF(left, top, 2 * out, high),
        QRectF(rect.right() - out, top, 2 * out, high),
    ]


def _drop_lines(marks: DropMarks) -> list[QRectF]:
    # The frame of a cell lies inside it, where no note stands: no more than it is painted anew.
    found = [edge for cell in marks.cells for edge in _edges(cell.adjusted(1, 1, -1, -1), FRAME_OUT)]
    found += _edges(marks.card)
    found += [QRectF(x - 7, y - 7, width + 14, 14) for x, y, width in marks.bars]
    if marks.rule is not None:
        found.append(marks.rule.adjusted(-3, -3, 3, 3))
    return found


def _around(point: PointMark) -> QRectF:
    return QRectF(point.x - 12, point.y - 26, 24, 52)


def _paint_point(painter: QPainter, point: PointMark) -> None:
    """The ring of a marked point, and the arrows that say where it can go."""
    pen = QPen(look().color("accent.base"), 2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(point.x, point.y), 7.5, 7.5)
    if point.active:
        for way in (-1, 1):
            tip = QPointF(point.x, point.y + way * 23)
            painter.drawLine(QPointF(point.x, point.y + way * 11), tip)
            painter.drawLine(tip, tip + QPointF(-4, -way * 5))
            painter.drawLine(tip, tip + QPointF(4, -way * 5))


COLUMN_OPACITY, COLUMN_Z = 0.55, 0.5
"""Of the light over a whole phase: the cell in it stands out, and the curve lies on it."""


class LightItem(QGraphicsItem):
    """The soft fill of the cells that a drag would land in, or of their phase; below the cards, so that these stay
    readable.  It covers the whole map, as :class:`MarksItem` does."""

    def __init__(self, opacity: float = 1.0, z: float | None = None) -> None:
        super().__init__()
        self._fill_opacity = opacity
        self._cells: tuple[QRectF, ...] = ()
        self._bounds = QRectF()
        self.setZValue(CARDS - 1 if z is None else z)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    @property
    def cells(self) -> tuple[QRectF, ...]:
        """What is lit."""
        return self._cells

    def set_area(self, area: QRectF) -> None:
        """The map is this large."""
        if area != self._bounds:
            self.prepareGeometryChange()
            self._bounds = QRectF(area)

    def show_cells(self, cells: tuple[QRectF, ...]) -> None:
        """Light these cells."""
        if cells == self._cells:
            return
        before, self._cells = self._cells, cells
        repaint(self, [cell for cell in before if cell not in cells])
        repaint(self, [cell for cell in cells if cell not in before])

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if not self._cells:
            return
        fill = look().color("accent.soft")
        fill.setAlphaF(self._fill_opacity)
        for cell in self._cells:
            painter.fillRect(cell, fill)


def with_state(item: CardItem, **fields: bool) -> None:
    """Change some fields of a card's state."""
    item.set_state(replace(item.state, **fields))
