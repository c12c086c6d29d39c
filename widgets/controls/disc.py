"""A number in a disc: the number of a phase."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.look import paint
from widgets.look.fonts import sized_font
from widgets.look.theme import look


class NumberDisc(QWidget):
    """A number in a disc of ``size`` px; ``fill`` is the token of the disc's colour, ``ink`` the figure's."""

    def __init__(
        self,
        number: int,
        size: int = 20,
        fill: str = "phase.fill",
        ink: str = "phase.ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._size = size
        self._fill = fill
        self._ink = ink
        self._number = number
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_number(number)

    def set_number(self, number: int) -> None:
        """Show another number."""
        self._number = number
        self.setAccessibleName(str(number))
        self.update()

    def sizeHint(self) -> QSize:
        """The disc."""
        return QSize(self._size, self._size)

    def minimumSizeHint(self) -> QSize:
        """Never smaller."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The disc and its figure."""
        painter = QPainter(self)
        paint_disc(painter, QRectF(self.rect()), self._number, self._fill, self._ink)
        painter.end()


def paint_disc(painter: QPainter, rect: QRectF, number: int, fill: str = "phase.fill", ink: str = "phase.ink") -> None:
    """A number in a disc that fills ``rect``."""
    paint.outlined(painter, rect, rect.width() / 2, fill=fill)
    painter.setPen(look().color(ink))
    painter.setFont(sized_font(max(11, round(rect.width() * 0.6)), 700))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(number))
