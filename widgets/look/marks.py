"""Faces, severity bars, evidence marks and persona markers, painted on controls as they are on the map."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from model.draw.displaylist import Op, Path, Rect, Segments, ellipse
from widgets.look.icons import painter_path
from widgets.look.theme import look


def paint_ops(painter: QPainter, ops: Iterable[Op]) -> None:
    """Paint rectangles and paths of a display list in the colours of the current theme."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for op in ops:
        if isinstance(op, Rect):
            painter.setPen(_pen(op))
            painter.setBrush(look().color(op.fill) if op.fill else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(op.x, op.y, op.w, op.h), op.radius, op.radius)
        elif isinstance(op, Path):
            painter.setPen(_pen(op))
            painter.setBrush(look().color(op.fill) if op.fill else Qt.BrushStyle.NoBrush)
            painter.drawPath(painter_path(op.segments))


def _pen(op: Rect | Path) -> QPen:
    if not op.stroke:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(look().color(op.stroke), op.width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if isinstance(op, Path) and op.round_caps:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if op.dash:
        pen.setDashPattern([length / op.width for length in op.dash])
    return pen


def _m(*points: float) -> Segments:
    """A line from the first point: 2 numbers move, then 2 or 6 more for a line or a cubic."""
    head, rest = points[:2], points[2:]
    verb = "L" if len(rest) == 2 else "C"
    return (("M", head), (verb, rest))


def _quad(x0: float, y0: float, cx: float, cy: float, x1: float, y1: float) -> Segments:
    """A quadratic curve as the cubic that it is."""
    k = 2 / 3
    return _m(x0, y0, x0 + k * (cx - x0), y0 + k * (cy - y0), x1 + k * (cx - x1), y1 + k * (cy - y1), x1, y1)


_MOUTHS: dict[int, Segments] = {
    -2: _quad(5.6, 14.8, 10, 9.6, 14.4, 14.8),
    -1: _quad(6.2, 13.8, 10, 11, 13.8, 13.8),
    0: _m(6.4, 12.9, 13.6, 12.9),
    1: _quad(6.2, 11.9, 10, 15, 13.8, 11.9),
    2: (*_quad(5.4, 11.2, 10, 17.6, 14.6, 11.2), ("Z", ())),
}


def face_ops(score: int, shape: int = 0) -> tuple[Op, ...]:
    """A face on a square of 20: ``score`` -2..+2, ``shape`` 0 round, 1 square, 2 triangle, 3 diamond."""
    fill, ink = f"emotion.{score}.fill", f"emotion.{score}.ink"
    outline: Op
    if shape == 1:
        outline = Rect(1, 1, 18, 18, fill=fill, radius=4.5)
        scale, dx, dy = 1.0, 0.0, 0.0
    elif shape == 2:
        triangle: Segments = (("M", (10, 0.6)), ("L", (19.6, 18.2)), ("L", (0.4, 18.2)), ("Z", ()))
        outline = Path(triangle, fill=fill, stroke=fill, width=1, round_caps=True)
        scale, dx, dy = 0.71, 2.9, 5.2
    elif shape == 3:
        diamond: Segments = (("M", (10, 0.3)), ("L", (19.7, 10)), ("L", (10, 19.7)), ("L", (0.3, 10)), ("Z", ()))
        outline = Path(diamond, fill=fill)
        scale, dx, dy = 0.81, 1.9, 1.9
    else:
        outline = Path(ellipse(10, 10, 9.4), fill=fill)
        scale, dx, dy = 1.0, 0.0, 0.0

    def moved(segments: Segments) -> Segments:
        return tuple(
            (verb, tuple(value * scale + (dx, dy)[i % 2] for i, value in enumerate(at))) for verb, at in segments
        )

    ops: list[Op] = [outline]
    if score == -2:
        brows = (*_m(5.2, 5.9, 8, 7.1), *_m(14.8, 5.9, 12, 7.1))
        ops.append(Path(moved(brows), stroke=ink, width=1.5 * scale, round_caps=True))
    ops.extend(Path(moved(ellipse(x, 8.6, 1.25)), fill=ink) for x in (7.0, 13.0))
    mouth = moved(_MOUTHS[score])
    ops.append(Path(mouth, fill=ink if score == 2 else None, stroke=ink, width=1.6 * scale, round_caps=True))
    return tuple(ops)


def severity_ops(number: int, color: str) -> tuple[Op, ...]:
    """Severity bars on 25 x 10: ``number`` of five are full."""
    return tuple(
        Rect(i * 5, 7 - i * 1.6, 3.6, i * 1.6 + 3, fill=color if i < number else None, stroke=color, width=0.9)
        for i in range(5)
    )


def paint_face(painter: QPainter, rect: QRectF, score: int, shape: int = 0, opacity: float = 1.0) -> None:
    """A face that fills the square ``rect``."""
    painter.save()
    painter.setOpacity(painter.opacity() * opacity)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 20, rect.height() / 20)
    paint_ops(painter, face_ops(score, shape))
    painter.restore()


def paint_severity(painter: QPainter, rect: QRectF, number: int, color: str) -> None:
    """Severity bars that fill ``rect`` (of 25 to 10)."""
    painter.save()
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 25, rect.height() / 10)
    paint_ops(painter, severity_ops(number, color))
    painter.restore()
