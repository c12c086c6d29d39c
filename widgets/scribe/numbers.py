"""The numbers of notes, standing out for as long as one is being typed: "/28" means a note that has to be found."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsItem, QLineEdit, QStyleOptionGraphicsItem, QWidget
from shiboken6 import isValid

from model import scribe
from model.document import Document, card_number
from model.layout.boxes import CardBox
from model.layout.maplayout import MapLayout
from widgets.canvas.items import OVERLAY
from widgets.canvas.stage import Stage
from widgets.look.fonts import sized_font
from widgets.look.theme import look

FONT = 13.0
"""px of the screen, or of the wall at 100 %."""
PAUSE_MS = 600
"""How long a slash alone has to stand before the numbers are shown: most go on with a letter."""
_PAD, _HIGH, _OUT = 6.0, 20.0, 6.0
"""px beside the words, the height of a tag, and how far it reaches over the corner of its card."""
_MOST = 2.0
"""How much larger than at 100 % a tag becomes where the map is small, so that it does not hide a whole card."""


def tag_of(card: CardBox, words: str, scale: float) -> QRectF:
    """The tag of a card, at its upper right corner, in px of the map; ``scale`` px of the screen are one of these."""
    size = min(1 / scale, _MOST)
    width = QFontMetricsF(sized_font(FONT, 600)).horizontalAdvance(words) + 2 * _PAD
    return QRectF(card.right + (_OUT - width) * size, card.y - _OUT * size, width * size, _HIGH * size)


def paint_tags(painter: QPainter, tags: Iterable[tuple[str, QRectF]], color: Callable[[str], QColor]) -> None:
    """Paint words on their tags (px of the map); ``color`` gives the colours of tokens."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(sized_font(FONT, 600))
    for words, rect in tags:
        size = rect.height() / _HIGH
        painter.save()
        painter.translate(rect.topLeft())
        painter.scale(size, size)
        tag = QRectF(QPointF(), rect.size() / size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("phase.fill"))
        painter.drawRoundedRect(tag, 4, 4)
        painter.setPen(color("phase.ink"))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()


class NumbersMark(QGraphicsItem):
    """The numbers of all notes of the map, over their corners."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: tuple[tuple[str, CardBox], ...] = ()
        self._bounds = QRectF()
        self.setZValue(OVERLAY)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)  # asks what of it is to be painted

    def show_of(self, layout: MapLayout | None, document: Document) -> None:
        """Show the numbers of the notes of ``layout``; None shows none."""
        known = document.item_table
        cards = layout.cards.values() if layout is not None else ()
        self.prepareGeometryChange()
        self._cards = tuple((card_number(known[card.id]), card) for card in cards if card.id in known)
        self._bounds = QRectF()
        for _words, card in self._cards:
            self._bounds = self._bounds.united(QRectF(card.x, card.y, card.w, card.h))
        if self._cards:
            reach = 8 * _HIGH * _MOST  # of long numbers
            self._bounds.adjust(-reach, -reach, reach, reach)
        self.update()

    def tags(self, scale: float) -> dict[str, QRectF]:
        """What stands where (px of the map) at this scale."""
        return {words: tag_of(card, words, scale) for words, card in self._cards}

    def boundingRect(self) -> QRectF:
        """All of them."""
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Those that are to be seen."""
        scale = painter.worldTransform().m11() or 1.0
        seen = QRectF(option.exposedRect)
        tags = [(words, rect) for words, rect in self.tags(scale).items() if rect.intersects(seen)]
        paint_tags(painter, tags, look().color)


class NoteNumbers(QObject):
    """Shows the numbers on the map of ``stage`` while ``field`` holds the beginning of one and somebody is
    ``writing``."""

    shown = Signal(bool)
    """All numbers are to be seen now; or not any more."""

    def __init__(self, stage: Stage, field: QLineEdit, writing: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._stage, self._field, self._writing = stage, field, writing
        self.active = False
        """Whether the numbers are to be seen."""
        self.mark = NumbersMark()
        stage.scene.addItem(self.mark)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        field.textChanged.connect(self._typed)
        stage.laid_out.connect(self._laid_out)

    def end(self) -> None:
        """The map is closed."""
        self._pause.stop()

    def refresh(self) -> None:
        """Show them, or not, by what is written now."""
        self._pause.stop()
        if not isValid(self.mark):
            return  # the program ends by a signal: the map is taken apart before its line
        active = self._writing() and scribe.naming(self._field.text())
        if active or self.active:
            self.mark.show_of(self._stage.layout if active else None, self._stage.document)
        if active != self.active:
            self.active = active
            self.shown.emit(active)

    def _typed(self, text: str) -> None:
        if text == "/" and not self.active:
            self._pause.start()
        else:
            self.refresh()

    def _laid_out(self) -> None:
        if self.active:
            self.refresh()
