"""The small dark label by the pointer: "Not here", "Sanne −1"; and the ghost of dragged cards."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from model.draw.displaylist import DisplayList, Path
from model.draw.shapes import card_outline
from model.layout.boxes import CardBox
from widgets.canvas.items import GHOST, Watch
from widgets.canvas.qt_painter import paint_ops
from widgets.look.fonts import ui_font
from widgets.look.theme import look

TILT = 1.5
"""Degrees."""
STACKED = 4.0
"""px by which each further card of a stack stands out."""
MARGIN = 28.0
"""px round the card in the picture for a drag that leaves the map."""
_OUT = (4.0, 14.0, 12.0, 20.0)
"""px to the left, above, to the right and below the card within which it is painted: star and count above, the stack at
the right, shadow and tail below, some of each for the tilt.  Each step of a drag paints what stands under it twice."""


class Tag(QWidget):
    """A dark label over the viewport that the mouse does not notice."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self._text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFont(ui_font("label"))
        self.hide()

    @property
    def text(self) -> str:
        """What it says; "" while it is hidden."""
        return self._text

    def show_at(self, text: str, position: QPointF, *, beside: bool = False) -> None:
        """Say ``text`` at the lower right of ``position`` in the viewport, inside it; "" hides the label.

        ``beside``: right of it, at its height.
        """
        if text != self._text:
            self._text = text
            metrics = QFontMetricsF(self.font())
            self.resize(QSize(round(metrics.horizontalAdvance(text)) + 20, 26))
            self.update()
        self.setVisible(bool(text))
        if text:
            room = self._room.rect()
            x = min(round(position.x()) + 16, room.width() - self.width() - 4)
            y = min(round(position.y()) + (-13 if beside else 14), room.height() - self.height() - 4)
            self.move(QPoint(max(x, 4), max(y, 4)))

    def show_below(self, text: str, foot: QPointF) -> None:
        """Say ``text`` under ``foot``, the middle of the lower edge of what is dragged, inside the room.

        It stands where the shadow of what is dragged is painted anyway, so that it costs little to move.
        """
        self.show_at(text, foot - QPointF(16, 12))
        if text:
            room = self._room.rect()
            x = min(self.x() - self.width() // 2, room.width() - self.width() - 4)
            self.move(max(x, 4), self.y())

    def clear(self) -> None:
        """Hide the label."""
        self._text = ""
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().color("inverse.fill"))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        painter.setPen(look().color("inverse.ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()


class GhostItem(QGraphicsItem):
    """The cards under the hand: the grabbed one, tilted, the others as a stack with their count."""

    def __init__(self, watch: Watch, card: CardBox, ops: DisplayList, count: int) -> None:
        super().__init__()
        self._watch = watch
        self._card = card
        self._ops = ops
        self._count = count
        outline = card_outline(card.body.kind, card.w, card.h)
        self._shadows: tuple[DisplayList, ...] = tuple((Path(outline, f"shadow.drag.{i}.2"),) for i in (0, 1))
        self._edges = tuple(self._edge(n) for n in range(min(count, 3) - 1, 0, -1))
        if not look().reduced_motion:
            self.setTransformOriginPoint(card.w / 2, card.h / 2)
            self.setRotation(TILT)
        self.setZValue(GHOST)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        left, top, right, bottom = _OUT
        self._bounds = QRectF(-left, -top, card.w + left + right, card.h + top + bottom)

    @property
    def wide(self) -> float:
        """The width of the grabbed card, px."""
        return self._card.w

    @property
    def high(self) -> float:
        """The height of the grabbed card, px."""
        return self._card.h

    def _edge(self, number: int) -> tuple[float, DisplayList]:
        token = f"note.{self._card.body.token}"
        outline = card_outline(self._card.body.kind, self._card.w, self._card.h)
        return number * STACKED, (Path(outline, f"{token}.fill", f"{token}.outline"),)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        stills = self._watch.stills
        if stills is None:
            self._draw(painter)
        else:
            stills.paint(painter, self, self._ops, self._bounds, self._draw, moving=True)

    def _draw(self, painter: QPainter) -> None:
        self.paint_cards(painter, self._watch.zoom)

    def paint_cards(self, painter: QPainter, zoom: float) -> None:
        """Paint the stack with the grabbed card's top left at (0, 0)."""
        theme = self._watch.theme
        for dy, ops in ((9.0, self._shadows[1]), (4.0, self._shadows[0])):
            painter.save()
            painter.translate(0, dy)
            paint_ops(painter, ops, theme, zoom)
            painter.restore()
        for offset, ops in self._edges:
            painter.save()
            painter.translate(offset, offset)
            paint_ops(painter, ops, theme, zoom)
            painter.restore()
        paint_ops(painter, self._ops, theme, zoom)
        if self._count > 1:
            self._paint_count(painter)

    def _paint_count(self, painter: QPainter) -> None:
        text = str(self._count)
        font = ui_font("section")
        w = max(22.0, QFontMetricsF(font).horizontalAdvance(text) + 12)
        badge = QRectF(self._card.w - w + 8, -10, w, 22)
        painter.setPen(QPen(look().color("surface.raised"), 1.5))
        painter.setBrush(look().color("accent.base"))
        painter.drawRoundedRect(badge, 11, 11)
        painter.setPen(look().color("ink.on_accent"))
        painter.setFont(font)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)

    def picture(self, ratio: float) -> QPixmap:
        """The stack as a picture, for a drag that leaves the map."""
        size = QSizeF(self._card.w + 2 * MARGIN, self._card.h + 2 * MARGIN) * ratio
        pixmap = QPixmap(round(size.width()), round(size.height()))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(MARGIN, MARGIN)
        self.paint_cards(painter, 1.0)
        painter.end()
        return pixmap
