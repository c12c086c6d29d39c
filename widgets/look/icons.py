"""Icons from the path table, painted at any device pixel ratio in the colour of the current theme."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPainterPath, QPen, QPixmap

from model.draw.displaylist import Segments
from model.draw.icons import GRID, icon_paths, stroke_units
from widgets.look.theme import look


@cache
def _outlines(name: str) -> tuple[tuple[QPainterPath, bool], ...]:
    return tuple((painter_path(path.segments), path.fill) for path in icon_paths(name))


def painter_path(segments: Segments) -> QPainterPath:
    """Lines and cubics of a display list as a path."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for verb, at in segments:
        if verb == "M":
            path.moveTo(at[0], at[1])
        elif verb == "L":
            path.lineTo(at[0], at[1])
        elif verb == "C":
            path.cubicTo(at[0], at[1], at[2], at[3], at[4], at[5])
        else:
            path.closeSubpath()
    return path


def paint_icon(painter: QPainter, name: str, rect: QRectF, color: QColor) -> None:
    """Paint the icon ``name`` to fill ``rect``.  Raises KeyError for an unknown name."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / GRID, rect.height() / GRID)
    pen = QPen(color, stroke_units(rect.width()))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    for path, filled in _outlines(name):
        painter.setPen(Qt.PenStyle.NoPen if filled else pen)
        painter.setBrush(color if filled else Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
    painter.restore()


class IconEngine(QIconEngine):
    """Paints one icon when asked, so that a change of theme needs no new icons."""

    def __init__(self, name: str, size: int, role: str, on_role: str = "") -> None:
        super().__init__()
        self._name = name
        self._size = size
        self._role = role
        self._on_role = on_role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint the icon in ``rect``, at its own size or smaller."""
        place = _place(self._size, rect.width(), rect.height()).translated(rect.topLeft())
        paint_icon(painter, self._name, place, look().color(self._token(mode, state)))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon as pixels, one for one."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """The icon as pixels of a screen with the device pixel ratio ``scale``; ``size`` is independent of it."""
        color = look().color(self._token(mode, state))
        wide, high = round(size.width() * scale), round(size.height() * scale)
        return _pixels(self._name, self._size, wide, high, scale, color.rgba())

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        """The icon fills what it is given."""
        return size

    def clone(self) -> QIconEngine:
        """A copy."""
        return IconEngine(self._name, self._size, self._role, self._on_role)

    def iconName(self) -> str:
        """The icon's name, for tests."""
        return self._name

    def isNull(self) -> bool:
        """Never empty."""
        return False

    def _token(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return "ink.disabled"
        if state == QIcon.State.On and self._on_role:
            return self._on_role
        return self._role


@lru_cache(maxsize=1024)
def _pixels(name: str, own: int, width: int, height: int, scale: float, rgba: int) -> QPixmap:
    pixmap = QPixmap(width, height)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, _place(own, width / scale, height / scale), QColor.fromRgba(rgba))
    painter.end()
    return pixmap


def _place(own: float, width: float, height: float) -> QRectF:
    """In the middle; at the left where it is wider than high, which leaves a gap to the words beside it."""
    side = min(width, height, own)
    left = 0.0 if width > height else (width - side) / 2
    return QRectF(left, (height - side) / 2, side, side)


def icon(name: str, size: int = 18, role: str = "ink.1", on_role: str = "") -> QIcon:
    """The icon ``name`` at ``size`` px in the colour of the token ``role``; ``on_role`` when its control is checked.

    Raises KeyError for an unknown name, at once and not when it is painted.
    """
    _outlines(name)
    return QIcon(IconEngine(name, size, role, on_role))


def icon_pixmap(name: str, size: int, color: QColor, scale: float = 1.0) -> QPixmap:
    """The icon as a pixmap of ``size`` px on a screen with the device pixel ratio ``scale``."""
    return _pixels(name, size, round(size * scale), round(size * scale), scale, color.rgba())
