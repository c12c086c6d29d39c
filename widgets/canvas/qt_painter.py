"""Paints display lists with QPainter: a loop, nothing more.  No text is measured or wrapped here.

A display list is turned once into steps with Qt's own objects (paths, pens, glyph runs) in the colours of a theme,
and these are kept for as long as the list is in use: painting a card again costs its drawing and little else.
Text is drawn from the bundled files by glyph number, one raw font per file and size, without hinting, so that every
glyph stands where the layout put it at any zoom (docs/decisions/0011-text-set-once.md).
"""

from __future__ import annotations

import atexit
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache, partial
from math import hypot, inf
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QGlyphRun, QPainter, QPainterPath, QPainterPathStroker, QPen, QRawFont

from model.draw import marks
from model.draw.displaylist import Clip, Group, Icon, Op, Path, Picture, Rect, Segments, Text
from model.draw.icons import icon_paths
from model.draw.theme import Theme
from model.text.fonts import FONTS
from model.text.shape import TextLine
from widgets.canvas.cache import IdentityCache
from widgets.canvas.picture_store import forget_pictures, picture_image
from widgets.look.theme import parse_color

Step = tuple[Any, ...]

_NO_PEN = QPen(Qt.PenStyle.NoPen)
_NO_BRUSH = QBrush(Qt.BrushStyle.NoBrush)
_FILL, _PATH, _GLYPHS, _GROUP, _CLIP, _PICTURE = range(6)
_ANY_ZOOM = (0.0, 1e9)
_SHORT = 40
"""A line of more segments is stroked as it is drawn: finding its outline takes long and does not come back."""
_LARGEST = 60.0
"""Pixels of the device up to which letters are drawn by their numbers.  Of a raw font read from a file Qt paints
nothing at all from 64 on (seen with 6.11), so larger ones are filled as shapes: headers at 400 %, notes on a dense
screen."""
_FINE = 0.05
"""px by which an outline may miss its curve, so that icons are round at 400 % as well."""

_runs: IdentityCache[TextLine, list[QGlyphRun]] = IdentityCache(20_000)
_shapes: IdentityCache[QGlyphRun, QPainterPath] = IdentityCache(2_000)
_programs: dict[str, IdentityCache[Sequence[Op], list[Step]]] = {}
_slivers: dict[str, IdentityCache[Group, list[Step]]] = {}


def paint_ops(painter: QPainter, ops: Sequence[Op], theme: Theme, zoom: float, *, paper: bool = False) -> None:
    """Paint ``ops`` in the colours of ``theme`` at the painter's place and scale; its state is as before after it.

    ``zoom`` (1.0 = 100 %) chooses the groups that this zoom shows.  With ``paper`` those for paper are drawn,
    whatever their zoom.  Pass the same tuple again rather than an equal one: what was prepared is found by identity.
    Raises KeyError for a token or icon that does not exist, OSError when a font file cannot be read.
    """
    known = _programs.get(theme.name)
    if known is None:
        known = _programs[theme.name] = IdentityCache(6_000)
    program = known.get(ops)
    if program is None:
        program = known.put(ops, _Compiler(theme).compile(ops, 0.0, 0.0))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    to_device = painter.deviceTransform()
    scale = hypot(to_device.m11(), to_device.m12())
    _run(painter, program, zoom, paper, _LARGEST / scale if scale else inf, scale)
    painter.restore()


def drop_ops(ops: Sequence[Op] | None) -> None:
    """Forget what was prepared of a display list that nobody will paint again."""
    if ops is not None:
        for known in _programs.values():
            known.drop(ops)


def forget_drawn() -> None:
    """Forget what was prepared of display lists; what is still shown is prepared anew when it is painted next."""
    _runs.clear()
    _shapes.clear()
    _programs.clear()
    _slivers.clear()
    stroke_outline.cache_clear()
    _stroke_outline.cache_clear()


def forget() -> None:
    """Forget everything that was prepared, fonts and pictures as well.

    Also done when the program ends: fonts must be gone before Qt takes its font database down.
    """
    forget_drawn()
    raw_font.cache_clear()
    forget_pictures()


atexit.register(forget)


def _run(painter: QPainter, program: Iterable[Step], zoom: float, paper: bool, largest: float, scale: float) -> None:
    set_pen, set_brush, draw_path, draw_glyphs = (
        painter.setPen,
        painter.setBrush,
        painter.drawPath,
        painter.drawGlyphRun,
    )
    for step in program:
        kind = step[0]
        if kind == _PATH:
            set_pen(step[1])
            set_brush(step[2])
            draw_path(step[3])
        elif kind == _GLYPHS:
            if step[4] > largest:
                painter.fillPath(_glyph_shape(step[3]).translated(step[2]), step[1].brush())
            else:
                set_pen(step[1])
                draw_glyphs(step[2], step[3])
        elif kind == _FILL:
            painter.fillRect(step[1], step[2])
        elif kind == _GROUP:
            _, low, high, on_paper, opacity, later = step
            if not (on_paper if paper else low <= zoom < high):
                continue
            inner = later.steps()
            if opacity < 1.0:
                before = painter.opacity()
                painter.setOpacity(before * opacity)
                _run(painter, inner, zoom, paper, largest, scale)
                painter.setOpacity(before)
            else:
                _run(painter, inner, zoom, paper, largest, scale)
        elif kind == _PICTURE:
            _, op, place, where, around, instead = step
            if not _paint_picture(painter, op, place, where, around, scale):
                _run(painter, instead, zoom, paper, largest, scale)
        else:
            painter.save()
            painter.setClipRect(step[1], Qt.ClipOperation.IntersectClip)
            _run(painter, step[2], zoom, paper, largest, scale)
            painter.restore()


def _paint_picture(
    painter: QPainter, op: Picture, place: QRectF, where: QRectF, around: QPainterPath | None, scale: float
) -> bool:
    """Paint a picture so that it fills ``where``; False for one that cannot be decoded.

    ``place`` is the whole picture's place, of which ``where`` shows a part, in the shape ``around``.
    """
    image = picture_image(op.asset, place.width() * scale)
    if image is None:
        return False
    kx, ky = image.width() / place.width(), image.height() / place.height()
    part = QRectF((where.x() - place.x()) * kx, (where.y() - place.y()) * ky, where.width() * kx, where.height() * ky)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if around is not None:
        painter.setClipPath(around, Qt.ClipOperation.IntersectClip)
    painter.drawImage(where, image, part)
    painter.restore()
    return True


class _Later:
    """Steps that are made when they are first painted: what a card shows at other zooms than this may never be seen."""

    __slots__ = ("_make", "_steps")

    def __init__(self, make: Callable[[], list[Step]]) -> None:
        self._make: Callable[[], list[Step]] | None = make
        self._steps: list[Step] = []

    def steps(self) -> list[Step]:
        """The steps, the same at each call."""
        if self._make is not None:
            self._steps, self._make = self._make(), None
        return self._steps


class _Compiler:
    """Turns operations into steps in the colours of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def compile(self, ops: Sequence[Op], x: float, y: float) -> list[Step]:
        """The steps for ``ops`` moved by (x, y) px."""
        steps: list[Step] = []
        for number, op in enumerate(ops):
            if isinstance(op, Text):
                self._text(steps, op, x, y)
            elif isinstance(op, Rect):
                self._rect(steps, op, x, y)
            elif isinstance(op, Path):
                self._path(steps, op, x, y)
            elif isinstance(op, Group):
                make = partial(self._group, op, ops, number, x, y)
                if (op.min_zoom, op.max_zoom) == _ANY_ZOOM and op.paper and op.opacity >= 1.0:
                    steps += make()
                else:
                    steps.append((_GROUP, op.min_zoom, op.max_zoom, op.paper, op.opacity, _Later(make)))
            elif isinstance(op, Icon):
                self._icon(steps, op, x, y)
            elif isinstance(op, Picture):
                self._picture(steps, op, x, y)
            else:
                self._clip(steps, op, x, y)
        return steps

    def _group(self, op: Group, ops: Sequence[Op], number: int, x: float, y: float) -> list[Step]:
        return self._shadow(op, ops, number, x, y) or self.compile(op.ops, x + op.x, y + op.y)

    def _shadow(self, op: Group, ops: Sequence[Op], number: int, x: float, y: float) -> list[Step] | None:
        """The steps of a card's shadow without what its card covers; None for a group that is no shadow.

        Blending the whole shape costs more than all the rest of the card.  The layout draws equal cards with one
        shadow, whose steps are kept.
        """
        paths = [path for inner in op.ops if isinstance(inner, Group) for path in inner.ops if isinstance(path, Path)]
        if not paths or not all(path.fill is not None and path.fill.startswith("shadow.") for path in paths):
            return None
        over = ops[number + 1] if number + 1 < len(ops) else None
        card = over.ops[0] if isinstance(over, Group) and over.ops else None
        if not isinstance(card, Path) or card.segments != paths[0].segments or (x, y) != (0.0, 0.0):
            return None
        known = _slivers.setdefault(self._theme.name, IdentityCache(500))
        steps = known.get(op)
        if steps is None:
            covered = painter_path(card.segments)
            steps = known.put(op, self.compile(op.ops, x + op.x, y + op.y))
            for at, step in enumerate(steps):
                steps[at] = (*step[:3], step[3].subtracted(covered))
        return steps

    def _clip(self, steps: list[Step], op: Clip, x: float, y: float) -> None:
        steps.append((_CLIP, QRectF(x + op.x, y + op.y, op.w, op.h), self.compile(op.ops, x, y)))

    def _rect(self, steps: list[Step], op: Rect, x: float, y: float) -> None:
        rect = QRectF(x + op.x, y + op.y, op.w, op.h)
        if op.stroke is None and op.radius == 0:
            if op.fill is not None:
                steps.append((_FILL, rect, _color(self._theme.color(op.fill))))
            return
        path = QPainterPath()
        if op.radius > 0:
            path.addRoundedRect(rect, op.radius, op.radius)
        else:
            path.addRect(rect)
        steps.append((_PATH, self._pen(op.stroke, op.width, op.dash, False), self._brush(op.fill), path))

    def _path(self, steps: list[Step], op: Path, x: float, y: float) -> None:
        if op.stroke is None or op.width <= 0 or op.dash or len(op.segments) > _SHORT:
            pen = self._pen(op.stroke, op.width, op.dash, op.round_caps)
            path = painter_path(op.segments, x, y, even_odd=op.even_odd)
            steps.append((_PATH, pen, self._brush(op.fill), path))
            return
        if op.fill is not None:
            path = painter_path(op.segments, x, y, even_odd=op.even_odd)
            steps.append((_PATH, _NO_PEN, self._brush(op.fill), path))
        line = stroke_outline(op.segments, op.width, round_caps=op.round_caps).translated(x, y)
        steps.append((_PATH, _NO_PEN, self._brush(op.stroke), line))

    def _text(self, steps: list[Step], op: Text, x: float, y: float) -> None:
        pen = _pen(self._theme.color(op.color), 1.0, (), False)
        at = QPointF(x + op.x, y + op.y)
        steps.extend(
            (_GLYPHS, pen, at, run, part.size) for run, part in zip(glyph_runs(op.line), op.line.runs, strict=True)
        )

    def _icon(self, steps: list[Step], op: Icon, x: float, y: float) -> None:
        shape = icon_shape(op.name, op.size).translated(x + op.x, y + op.y)
        steps.append((_PATH, _NO_PEN, self._brush(op.color), shape))

    def _picture(self, steps: list[Step], op: Picture, x: float, y: float) -> None:
        left, top, w, h = op.filled()
        where = QRectF(x + op.x, y + op.y, op.w, op.h)
        around: QPainterPath | None = None
        if op.round:
            around = QPainterPath()
            around.addEllipse(where)
        instead = self.compile(marks.no_picture(op.x, op.y, op.w, op.h), x, y)
        steps.append((_PICTURE, op, QRectF(x + left, y + top, w, h), where, around, instead))

    def _brush(self, name: str | None) -> QBrush:
        return _NO_BRUSH if name is None else _brush(self._theme.color(name))

    def _pen(self, name: str | None, width: float, dash: tuple[float, ...], round_caps: bool) -> QPen:
        return _NO_PEN if name is None or width <= 0 else _pen(self._theme.color(name), width, dash, round_caps)


def painter_path(segments: Segments, x: float = 0.0, y: float = 0.0, *, even_odd: bool = False) -> QPainterPath:
    """The path of ``segments``, moved by (x, y) px."""
    path = QPainterPath()
    if not even_odd:
        path.setFillRule(Qt.FillRule.WindingFill)
    for letter, at in segments:
        if letter == "L":
            path.lineTo(x + at[0], y + at[1])
        elif letter == "C":
            path.cubicTo(x + at[0], y + at[1], x + at[2], y + at[3], x + at[4], y + at[5])
        elif letter == "M":
            path.moveTo(x + at[0], y + at[1])
        else:
            path.closeSubpath()
    return path


@lru_cache(maxsize=2048)
def stroke_outline(segments: Segments, width: float, *, round_caps: bool) -> QPainterPath:
    """The outline of a line ``width`` px wide: filling it looks like stroking and costs a third.  Not to be changed."""
    if not segments or len(segments[0][1]) < 2:
        return QPainterPath()
    left, top = segments[0][1][:2]
    # Kept by shape, wherever it stands: a map has hundreds of equal markers.
    shape = tuple(
        [
            (letter, tuple([round(value - (top if i & 1 else left), 3) for i, value in enumerate(at)]))
            for letter, at in segments
        ]
    )
    return _stroke_outline(shape, width, round_caps).translated(left, top)


@lru_cache(maxsize=2048)
def _stroke_outline(segments: Segments, width: float, round_caps: bool) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap if round_caps else Qt.PenCapStyle.FlatCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin if round_caps else Qt.PenJoinStyle.MiterJoin)
    stroker.setCurveThreshold(_FINE)
    return stroker.createStroke(painter_path(segments)).simplified()


@lru_cache(maxsize=512)
def icon_shape(name: str, size: float) -> QPainterPath:
    """An icon as one shape to fill.  Raises KeyError for an unknown name."""
    shape = QPainterPath()
    shape.setFillRule(Qt.FillRule.WindingFill)
    for path in icon_paths(name, size):
        if path.stroke:
            shape.addPath(stroke_outline(path.segments, path.width, round_caps=True))
        if path.fill:
            shape.addPath(painter_path(path.segments))
    return shape.simplified()


def glyph_runs(line: TextLine) -> list[QGlyphRun]:
    """The glyph runs of a line, its left end and baseline at (0, 0); made when the line is first seen."""
    found = _runs.get(line)
    if found is None:
        found = _runs.put(line, [_glyph_run(run.font, run.size, run.glyphs, run.xs, run.ys) for run in line.runs])
    return found


def _glyph_shape(run: QGlyphRun) -> QPainterPath:
    """The letters of a run as one shape."""
    shape = _shapes.get(run)
    if shape is None:
        shape, font = QPainterPath(), run.rawFont()
        shape.setFillRule(Qt.FillRule.WindingFill)
        for glyph, at in zip(run.glyphIndexes(), run.positions(), strict=True):
            shape.addPath(font.pathForGlyph(glyph).translated(at))
        _shapes.put(run, shape)
    return shape


def _glyph_run(font: str, size: float, glyphs: Sequence[int], xs: Sequence[float], ys: Sequence[float]) -> QGlyphRun:
    run = QGlyphRun()
    run.setRawFont(raw_font(font, size))
    run.setGlyphIndexes(list(glyphs))
    run.setPositions([QPointF(x, y) for x, y in zip(xs, ys, strict=True)])
    return run


@cache
def raw_font(key: str, size: float) -> QRawFont:
    """The one raw font of a file of :data:`model.text.fonts.FONTS` at ``size`` px.  Raises OSError if unreadable."""
    path = str(FONTS[key].path)
    font = QRawFont(path, size, QFont.HintingPreference.PreferNoHinting)
    if not font.isValid():
        raise OSError(f"the font file of {key} cannot be read")
    return font


@cache
def _color(value: str) -> QColor:
    return parse_color(value)


@cache
def _brush(value: str) -> QBrush:
    return QBrush(_color(value))


@cache
def _pen(value: str, width: float, dash: tuple[float, ...], round_caps: bool) -> QPen:
    pen = QPen(_color(value), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if round_caps else Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin if round_caps else Qt.PenJoinStyle.MiterJoin)
    if dash:
        # Qt counts dashes in pen widths, and wants them in pairs.
        lengths = [length / width for length in dash]
        pen.setDashPattern(lengths if len(lengths) % 2 == 0 else lengths * 2)
    return pen
