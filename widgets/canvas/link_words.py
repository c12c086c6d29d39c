"""The words of a link that have no place beside its line, over the map while the link stands out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from widgets.canvas.items import OVERLAY, Watch
from widgets.canvas.qt_painter import paint_ops

if TYPE_CHECKING:
    from model.draw.displaylist import DisplayList
    from model.layout.links import LinkBox

READABLE = 0.8
"""From further away than at this zoom the words keep the size that they have there on the screen."""
FARTHEST = 0.25
"""The least zoom at which they are shown."""


class WordsItem(QGraphicsItem):
    """A tag at the sign of each of these links; two that would lie over each other are not both shown."""

    def __init__(self, watch: Watch) -> None:
        super().__init__()
        self._watch = watch
        self._boxes: tuple[LinkBox, ...] = ()
        self._tags: list[tuple[QPointF, QRectF, DisplayList]] = []
        self._bounds = QRectF()
        self.setZValue(OVERLAY - 1)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    @property
    def shown(self) -> tuple[str, ...]:
        """The words that are seen."""
        return tuple(box.text for box in self._boxes)

    def show_links(self, boxes: Iterable[LinkBox], lang: str) -> None:
        """Show the words of those of ``boxes`` whose words have no place of their own."""
        wordy = tuple(box for box in boxes if box.unplaced)
        if wordy == self._boxes:
            return
        self.prepareGeometryChange()
        self._tags, kept = [], []
        bounds = QRectF()
        for box in wordy:
            from model.draw.link_painter import words_tag  # a map without such links starts without it

            ops, w, h = words_tag(box, lang)
            at, size = QPointF(*box.words_at), QRectF(-w / 2, -h / 2, w, h)
            if any(_scaled(at, size, 1.0).intersects(_scaled(*other[:2], 1.0)) for other in self._tags):
                continue
            self._tags.append((at, size, ops))
            kept.append(box)
            bounds = bounds.united(_scaled(at, size, READABLE / FARTHEST))
        self._boxes, self._bounds = tuple(kept), bounds

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        zoom = self._watch.zoom
        scale = max(1.0, READABLE / max(zoom, FARTHEST))
        for at, size, ops in self._tags:
            painter.save()
            painter.translate(at)
            painter.scale(scale, scale)
            painter.translate(size.topLeft())
            paint_ops(painter, ops, self._watch.theme, max(zoom * scale, READABLE))
            painter.restore()


def _scaled(at: QPointF, size: QRectF, scale: float) -> QRectF:
    return QRectF(at + size.topLeft() * scale, size.size() * scale)
