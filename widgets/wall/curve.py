"""The curve on the wall as a picture that is kept: to stroke the lines of a long map takes longer than all the rest."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from model.draw.map_painter import paint_emotion
from model.layout.boxes import EmotionBox
from widgets.canvas.qt_painter import drop_ops, paint_ops
from widgets.wall.colors import WallColors

_BESIDE = 0.5
"""How much of what is seen is drawn beside it at either end, so that it can be scrolled."""


class CurvePicture:
    """The curve of one lane, as far as it is seen and a bit farther."""

    def __init__(self) -> None:
        self._box: EmotionBox | None = None
        self._how: tuple[object, ...] = ()
        self._range = (0.0, 0.0)
        self._picture = QPixmap()

    def paint(
        self, painter: QPainter, box: EmotionBox, seen: tuple[float, float], colors: WallColors, scale: float
    ) -> None:
        """Paint ``box`` from ``seen[0]`` to ``seen[1]``; both and the painter are in px of the map, ``scale`` px of the
        screen are one of these."""
        ratio = painter.device().devicePixelRatioF()
        left, right = max(seen[0], box.x), min(seen[1], box.right)
        how = (colors.name, scale, ratio)
        known = self._box is box and self._how == how and self._range[0] <= left and right <= self._range[1]
        if not known:
            self._draw(box, left, right, colors, scale, ratio)
            self._box, self._how = box, how
        painter.save()
        corner = painter.worldTransform().map(QPointF(self._range[0], box.y))
        painter.resetTransform()
        painter.drawPixmap(QPointF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio), self._picture)
        painter.restore()

    def _draw(self, box: EmotionBox, left: float, right: float, colors: WallColors, scale: float, ratio: float) -> None:
        beside = (right - left) * _BESIDE
        self._range = (max(box.x, left - beside), min(box.right, right + beside))
        wide = max(1, round((self._range[1] - self._range[0]) * scale * ratio))
        self._picture = QPixmap(wide, max(1, round(box.h * scale * ratio)))
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        painter.translate(-self._range[0], -box.y)
        ops = (paint_emotion(box),)
        paint_ops(painter, ops, colors.theme, 1.0)
        drop_ops(ops)
        painter.end()
