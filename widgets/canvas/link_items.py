"""The links on the scene: one item for all of them, and the line that is drawn while a link is being made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from model.draw.displaylist import DisplayList
from model.values import dataclass
from widgets.canvas.items import CARDS, OVERLAY, Watch, repaint
from widgets.canvas.qt_painter import paint_ops
from widgets.look.theme import look

if TYPE_CHECKING:
    from model.layout.links import LinkBox

Point = tuple[float, float]

LINKS = CARDS - 5
"""The height of the layer of links: below the cards, above the wall and the curves."""
State = Literal["chosen", "lit"]
_CHOSEN_MORE = 3.0
"""How much wider the chosen link is drawn than one that only belongs to what is chosen."""
_OUT = 8.0
_MORE = 2
"""px of the screen round what is painted again: far out, ``_OUT`` px of the map are less than a line's soft edge."""


class LinksItem(QGraphicsItem):
    """All links.  One item, because a link reaches over half the map and Qt would look at each for every repaint.

    It paints only what is near the part that is painted again, and says itself which parts are stale.
    """

    def __init__(self, watch: Watch) -> None:
        super().__init__()
        self._watch = watch
        self._links: Mapping[str, LinkBox] = {}
        self._states: Mapping[str, State] = {}
        self._ops: dict[tuple[str, State | None], tuple[LinkBox, DisplayList]] = {}
        self._pieces: dict[str, tuple[LinkBox, QRectF, list[QRectF]]] = {}
        self._bounds = QRectF()
        self.setZValue(LINKS)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def set_area(self, area: QRectF) -> None:
        """The map is this large."""
        if area != self._bounds:
            self.prepareGeometryChange()
            self._bounds = QRectF(area)

    def show_links(self, links: Mapping[str, LinkBox]) -> None:
        """Show these links; only where one came, went or changed is painted again."""
        old, self._links = self._links, links
        if old is links:
            return
        for link_id in old.keys() | links.keys():
            before, now = old.get(link_id), links.get(link_id)
            if before is not now:
                self._stale(before)
                self._stale(now)
        for key in [key for key in self._ops if key[0] not in links]:
            del self._ops[key]
        self._pieces = {i: kept for i, kept in self._pieces.items() if links.get(i) is kept[0]}

    def show_states(self, states: Mapping[str, State]) -> None:
        """Let these links stand out: a chosen one, and those that belong to what is chosen."""
        old, self._states = self._states, dict(states)
        for link_id in old.keys() | states.keys():
            if old.get(link_id) != states.get(link_id):
                self._stale(self._links.get(link_id))

    @property
    def links(self) -> Mapping[str, LinkBox]:
        """What it shows."""
        return self._links

    @property
    def states(self) -> Mapping[str, State]:
        """What stands out of it."""
        return self._states

    def _stale(self, box: LinkBox | None) -> None:
        if box is None:
            return
        repaint(self, self._pieces_of(box)[2], _MORE)

    def _pieces_of(self, box: LinkBox) -> tuple[LinkBox, QRectF, list[QRectF]]:
        """The rectangle round a link and those round its stretches and its words: a link between far cards surrounds
        half the map, but covers little of it."""
        kept = self._pieces.get(box.id)
        if kept is None or kept[0] is not box:
            rects = list(_pieces(box.points))
            if box.room is not None:
                rects.append(QRectF(*box.room).adjusted(-2, -2, 2, 2))
            whole = QRectF(rects[0])
            for rect in rects[1:]:
                whole = whole.united(rect)
            kept = self._pieces[box.id] = (box, whole, rects)
        return kept

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if not self._links:
            return
        exposed: QRectF = option.exposedRect
        theme, zoom = self._watch.theme, self._watch.zoom
        last: list[DisplayList] = []
        for link_id, box in self._links.items():
            _, whole, pieces = self._pieces_of(box)
            if exposed.intersects(whole) and any(map(exposed.intersects, pieces)):
                state = self._states.get(link_id)
                if state is None:
                    paint_ops(painter, self._drawn(box, None), theme, zoom)
                else:
                    last.append(self._drawn(box, state))
        for ops in last:
            paint_ops(painter, ops, theme, zoom)

    def _drawn(self, box: LinkBox, state: State | None) -> DisplayList:
        kept = self._ops.get((box.id, state))
        if kept is not None and kept[0] is box:
            return kept[1]
        from model.draw.link_painter import CHOSEN, CHOSEN_WIDTH, link_ops  # a map without links starts without it

        if state is None:
            ops = link_ops(box)
        else:
            ops = link_ops(box, CHOSEN, _CHOSEN_MORE if state == "chosen" else CHOSEN_WIDTH)
        self._ops[box.id, state] = (box, ops)
        return ops


@dataclass(frozen=True, slots=True)
class Rubber:
    """A link under way: the cards that it may lead to, the card aimed at and whether it may, and the line.

    ``way`` is a way along the gutters, or two points for a straight line to the pointer.
    """

    targets: tuple[QRectF, ...] = ()
    aim: QRectF | None = None
    allowed: bool = True
    way: tuple[Point, ...] = ()


class RubberItem(QGraphicsItem):
    """Shows a link under way, over the cards."""

    def __init__(self) -> None:
        super().__init__()
        self.rubber = Rubber()
        self._bounds = QRectF()
        self.setZValue(OVERLAY)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def set_area(self, area: QRectF) -> None:
        """The map is this large."""
        if area != self._bounds:
            self.prepareGeometryChange()
            self._bounds = QRectF(area)

    def show_rubber(self, rubber: Rubber) -> None:
        """Show this."""
        old, self.rubber = self.rubber, rubber
        stale: list[QRectF] = []
        if old.targets != rubber.targets:
            stale += [_round(rect) for rect in (*old.targets, *rubber.targets)]
        if (old.aim, old.allowed) != (rubber.aim, rubber.allowed):
            stale += [_round(rect) for rect in (old.aim, rubber.aim) if rect is not None]
        if old.way != rubber.way:
            stale += [*_pieces(old.way), *_pieces(rubber.way)]
        repaint(self, stale, _MORE)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        rubber = self.rubber
        if not rubber.targets and not rubber.way:
            return
        exposed: QRectF = option.exposedRect
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        accent = look().color("accent.base")
        painter.setPen(QPen(accent, 1.25))
        for rect in rubber.targets:
            if exposed.intersects(rect):
                painter.drawRoundedRect(rect, 6, 6)
        if rubber.aim is not None:
            painter.setPen(QPen(accent if rubber.allowed else look().color("state.danger"), 2.5))
            painter.drawRoundedRect(rubber.aim.adjusted(-3, -3, 3, 3), 8, 8)
        if rubber.way:
            color = accent if rubber.allowed else look().color("state.danger")
            line = QPen(color, 2)
            line.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(line)
            painter.drawPath(_path(rubber.way))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawEllipse(QPointF(*rubber.way[-1]), 3.5, 3.5)


def _round(rect: QRectF) -> QRectF:
    return rect.adjusted(-_OUT, -_OUT, _OUT, _OUT)


def _pieces(way: tuple[Point, ...]) -> Iterable[QRectF]:
    for a, b in pairwise(way):
        yield _round(QRectF(QPointF(*a), QPointF(*b)).normalized())


def _path(way: tuple[Point, ...]) -> QPainterPath:
    from model.draw.link_painter import rounded_line

    path = QPainterPath()
    for letter, at in rounded_line(way) if len(way) > 2 else (("M", way[0]), ("L", way[-1])):
        if letter == "M":
            path.moveTo(*at)
        elif letter == "L":
            path.lineTo(*at)
        else:
            path.cubicTo(*at)
    return path
