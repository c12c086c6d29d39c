"""Notes that just came: they glide to their place from below, and stay outlined for a moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QEasingCurve, QObject, QRect, QRectF, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from widgets.canvas.items import CardItem
from widgets.canvas.qt_painter import paint_ops
from widgets.look.theme import look
from widgets.wall.colors import WallColors

FLASH_MS = 1000
"""How long a new note stays outlined (look.md, section 10)."""
LEVEL = 1.0
"""What is drawn of cards: as at 100 %, without the numbers and small words that are for those who sit near."""


class Arrivals(QObject):
    """New notes of ``wall``; ``cell_of`` gives the place of a note's cell, px of the widget, empty where it is not."""

    def __init__(self, wall: QWidget, cell_of: Callable[[str], QRect]) -> None:
        super().__init__(wall)
        self._wall, self._cell_of = wall, cell_of
        self.way: dict[str, float] = {}
        """The cards outlined because they are new, with how much of their way is still to go (1.0 to 0.0)."""
        self._glide = QVariantAnimation(self)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.setStartValue(1.0)
        self._glide.setEndValue(0.0)
        self._glide.valueChanged.connect(self._glided)
        self._flash = QTimer(self)
        self._flash.setSingleShot(True)
        self._flash.setInterval(FLASH_MS)
        self._flash.timeout.connect(self._flash_over)

    def stop(self) -> None:
        """Nothing moves any more."""
        self._glide.stop()
        self._flash.stop()

    def greet(self, card_ids: Iterable[str]) -> None:
        """Let these glide in instead of those before."""
        duration = look().motion("move")
        self._update()
        self.way = dict.fromkeys(card_ids, 1.0 if duration else 0.0)
        self._update()
        self._flash.start()
        self._glide.stop()
        if duration and self._wall.isVisible():
            self._glide.setDuration(duration)
            self._glide.start()

    def _glided(self, left: float) -> None:
        self._update()
        self.way = dict.fromkeys(self.way, left)
        self._update()

    def _flash_over(self) -> None:
        self._update()
        self.way = {}

    def _update(self) -> None:
        for card_id in self.way:
            rect = self._cell_of(card_id)
            if not rect.isEmpty():
                rect.setBottom(self._wall.height())
                self._wall.update(rect)

    def paint(
        self,
        painter: QPainter,
        items: Mapping[str, CardItem],
        card_rect: Callable[[str], QRectF],
        colors: WallColors,
        scale: float,
    ) -> None:
        """Paint them on their way, over whatever lies there, and outlined."""
        height = self._wall.height()
        for card_id, way in self.way.items():
            rect = card_rect(card_id)
            if rect.isEmpty() or card_id not in items:
                continue
            rect.translate(0, (height - rect.top()) * way)
            painter.save()
            painter.translate(rect.topLeft())
            painter.scale(scale, scale)
            paint_ops(painter, items[card_id].ops, colors.theme, LEVEL)
            painter.restore()
            painter.setPen(QPen(colors.color("accent.base"), 2.5 * scale))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            out = 2.5 * scale
            painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), 7 * scale, 7 * scale)
