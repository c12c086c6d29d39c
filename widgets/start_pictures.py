"""The small pictures of templates, drawn from what a template holds; and one of maps of which there is no picture.

Phases are chevrons, as many as there are and as wide as they have steps; under them stand some of the lanes, and a loop
is an arc that leads back.  Models that are known by a figure of their own (a funnel) are drawn as that figure.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from model.draw.curve import curve
from model.kinds import ITEM_KINDS, LANE_KINDS
from model.templates import Template
from widgets.look.icons import painter_path
from widgets.look.theme import look

WIDTH, HEIGHT = 244.0, 112.0
"""The grid on which the pictures are drawn."""

_SIDE = 12.0
_CHEVRON, _TIP, _GAP = 16.0, 5.0, 1.0
_ARC = 30.0
"""The room for a loop over the phases."""
_MOST = 16
"""More phases than this are drawn as this many."""
_ROW, _FIGURES, _CURVE = 14.0, 22.0, 24.0
"""Heights of a row of notes, of one with room for figures, of the line of feelings."""
_FEELINGS = (0, 1, -1, 2, 1, -2, 1, 0)
_SPARSE = {"pain_points": (1, 3), "opportunities": (2, 4), "solutions": (0, 3), "insights": (0, 1), "needs": (0, 2)}
"""The first place and the distance of the notes in lanes that are never full."""


def paint_template(painter: QPainter, rect: QRectF, template: Template) -> None:
    """The picture of a template in the middle of ``rect``, as large as it fits."""
    if len(template.phases) < 2 and not any(template.phases):
        draw: Callable[[QPainter, Template], None] = _empty
    else:
        draw = _FIGURE_PAINTERS.get(template.figure, _row)
    scale = min(rect.width() / WIDTH, rect.height() / HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.x() + (rect.width() - WIDTH * scale) / 2, rect.y() + (rect.height() - HEIGHT * scale) / 2)
    painter.scale(scale, scale)
    draw(painter, template)
    painter.restore()


def paint_unknown_map(painter: QPainter, rect: QRectF) -> None:
    """A map in general, for a file of which there is no picture."""
    painter.fillRect(rect, look().color("wall.base"))
    paint_template(painter, rect.adjusted(2, 2, -2, -2), _ANY_MAP)


_ANY_MAP = Template(
    "", "", "", ("•",) * 8, drawn=("touchpoints", "touchpoints", "emotion", "pain_points", "opportunities")
)

# -- a row of phases --------------------------------------------------------------------------------------------------


def _row(painter: QPainter, template: Template) -> None:
    places = _columns(template)
    lanes = _lanes_of(template)
    height = (_ARC if template.loops else 0.0) + _CHEVRON + 5 + sum(_height(lane) for lane in lanes)
    y = max(4.0, (HEIGHT - height) / 2)
    if template.loops:
        y += _ARC
        for source, target in template.loops:
            if source < len(places) and target < len(places):
                _loop(painter, places[source], places[target], y - 2)
    for number, (x, width) in enumerate(places):
        _chevron(painter, x, y, width - _GAP, first=number == 0)
    y += _CHEVRON + 5
    for lane in lanes:
        _lane(painter, lane, places, y)
        y += _height(lane)


def _columns(template: Template) -> list[tuple[float, float]]:
    """x and width of each phase: as many and as wide as they are, in proportion."""
    steps = (template.steps or (1,) * len(template.phases))[:_MOST]
    unit = (WIDTH - 2 * _SIDE) / max(1, sum(steps))
    places, x = [], _SIDE
    for number in steps:
        places.append((x, number * unit))
        x += number * unit
    return places


def _lanes_of(template: Template) -> tuple[str, ...]:
    """The lanes that are drawn: those that the model names, else as many of its lanes as there is room for."""
    if template.drawn:
        return template.drawn
    room = HEIGHT - 8 - _CHEVRON - 5 - (_ARC if template.loops else 0)
    found: list[str] = []
    wanted = [kind for kind in template.lanes if kind != "channels"]
    for kind in sorted(wanted, key=lambda kind: kind not in {"touchpoints", "emotion"}):
        if _height(kind) <= room:
            found.append(kind)
            room -= _height(kind)
    return tuple(kind for kind in dict.fromkeys(wanted) if kind in found)


def _height(kind: str) -> float:
    return _CURVE if kind == "emotion" else _FIGURES if kind == "notes" else _ROW


def _lane(painter: QPainter, kind: str, places: Sequence[tuple[float, float]], y: float) -> None:
    if kind == "emotion":
        _feelings(painter, places, y)
        return
    known = LANE_KINDS.get(kind)
    item = ITEM_KINDS.get(known.item or "") if known is not None else None
    token = "metric" if kind == "notes" else item.token if item is not None else "note"
    first, every = _SPARSE.get(kind, (0, 1))
    for place, (x, width) in enumerate(places):
        if place >= min(first, len(places) - 1) and (place - first) % every == 0:
            high = (_FIGURES if kind == "notes" else _ROW) - 3
            _note(painter, QRectF(x + 2, y, max(3.0, width - 8), high), token)


def _feelings(painter: QPainter, places: Sequence[tuple[float, float]], y: float) -> None:
    middle = y + _CURVE / 2 - 2
    points = [
        (x + width / 2 - 2, middle - _FEELINGS[place % len(_FEELINGS)] * 4.4) for place, (x, width) in enumerate(places)
    ]
    color = look().color("persona.0")
    if len(points) > 1:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color, 2))
        painter.drawPath(painter_path(curve(points)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for x, at in points:
        painter.drawEllipse(QPointF(x, at), 2.2, 2.2)


def _loop(painter: QPainter, source: tuple[float, float], target: tuple[float, float], y: float) -> None:
    """An arc over the phases, from one back to another, with an arrow's head."""
    start, end = source[0] + source[1] / 2, target[0] + target[1] / 2
    path = QPainterPath(QPointF(start, y))
    path.cubicTo(QPointF(start, y - _ARC * 1.15), QPointF(end, y - _ARC * 1.15), QPointF(end, y - 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(
        QPen(look().color("persona.1"), 2.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.drawPath(path)
    painter.drawPolyline([QPointF(end - 4.5, y - 7), QPointF(end, y - 1.5), QPointF(end + 4.5, y - 7)])


def _chevron(painter: QPainter, x: float, y: float, width: float, *, first: bool) -> None:
    tip = min(_TIP, width / 3)
    path = QPainterPath(QPointF(x, y))
    bottom = y + _CHEVRON
    for at in ((x + width - tip, y), (x + width, y + _CHEVRON / 2), (x + width - tip, bottom), (x, bottom)):
        path.lineTo(*at)
    if not first:
        path.lineTo(x + tip, y + _CHEVRON / 2)
    path.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look().color("phase.fill"))
    painter.drawPath(path)


def _note(painter: QPainter, rect: QRectF, token: str) -> None:
    painter.setPen(QPen(look().color(f"note.{token}.outline"), 0.7))
    painter.setBrush(look().color(f"note.{token}.fill"))
    painter.drawRoundedRect(rect, 1.5, 1.5)


# -- figures of their own ---------------------------------------------------------------------------------------------


def _narrowing(painter: QPainter, template: Template) -> None:
    """Slices that grow smaller from left to right: fewer people are so far."""
    count = len(template.phases)
    edges = [92 - 62 * place / count for place in range(count + 1)]
    slot = (WIDTH - 2 * _SIDE) / count
    for place, (before, after) in enumerate(pairwise(edges)):
        left = _SIDE + place * slot
        _slice(painter, left, left + slot - 5, before, after + (before - after) * 0.35, _tint(place, count))


def _funnel(painter: QPainter, template: Template) -> None:
    """Layers from wide to narrow, from top to bottom."""
    count = len(template.phases)
    slot = 88.0 / count
    edges = [150 - 122 * place / count for place in range(count + 1)]
    for place, (before, after) in enumerate(pairwise(edges)):
        top = (HEIGHT - 88) / 2 + place * slot
        middle = WIDTH / 2
        low = after + (before - after) * 0.2
        corners = (
            (middle - before / 2, top),
            (middle + before / 2, top),
            (middle + low / 2, top + slot - 4),
            (middle - low / 2, top + slot - 4),
        )
        _shape(painter, corners, _tint(place, count))


def _widening(painter: QPainter, template: Template) -> None:
    """A funnel that ends, and from there slices that grow: each customer brings others."""
    count = len(template.phases)
    _slice(painter, 24, 74, 36, 17, look().color("phase.fill"))
    slot = (WIDTH - 24 - 78) / count
    edges = [17 + 75 * place / count for place in range(count + 1)]
    fill, line = look().color("note.opportunity.fill"), look().color("note.opportunity.outline")
    for place, (before, after) in enumerate(pairwise(edges)):
        left = 78 + place * slot
        _slice(painter, left, left + slot - 3, before, after - (after - before) * 0.15, fill, line)


def _slice(
    painter: QPainter, left: float, right: float, before: float, after: float, fill: QColor, line: QColor | None = None
) -> None:
    middle = HEIGHT / 2
    corners = (
        (left, middle - before / 2),
        (right, middle - after / 2),
        (right, middle + after / 2),
        (left, middle + before / 2),
    )
    _shape(painter, corners, fill, line)


def _shape(painter: QPainter, corners: Sequence[tuple[float, float]], fill: QColor, line: QColor | None = None) -> None:
    path = QPainterPath(QPointF(*corners[0]))
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.closeSubpath()
    painter.setPen(QPen(line, 1.2) if line is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawPath(path)


def _tint(place: int, count: int) -> QColor:
    """The colour of phases, lighter from one to the next."""
    color = QColor(look().color("phase.fill"))
    color.setAlphaF(1.0 - 0.45 * place / max(1, count - 1))
    return color


def _empty(painter: QPainter, _template: Template) -> None:
    pen = QPen(look().color("ink.3"), 1.6)
    pen.setDashPattern([5 / 1.6, 4 / 1.6])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(62, 22, 120, 68), 4, 4)
    painter.setPen(QPen(look().color("ink.2"), 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(122, 44), QPointF(122, 68))
    painter.drawLine(QPointF(110, 56), QPointF(134, 56))


_FIGURE_PAINTERS: dict[str, Callable[[QPainter, Template], None]] = {
    "narrowing": _narrowing,
    "funnel": _funnel,
    "widening": _widening,
}
"""The figures that a model may name."""
