"""The program's sign: three notes and a journey over them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from model.draw.theme import load_theme
from widgets.look.theme import parse_color

_GRID = 38
_NOTES = ((1, 5, "note.action.fill"), (20, 2, "note.pain.fill"), (20, 21, "note.opportunity.fill"))


def paint_logo(painter: QPainter, rect: QRectF, line: str) -> None:
    """The sign, filling the square ``rect``; its notes are the light ones, on paper and in the dark; ``line`` is a
    colour "#RRGGBB"."""
    light = load_theme("light")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / _GRID, rect.height() / _GRID)
    for x, y, token in _NOTES:
        painter.fillRect(QRectF(x, y, 16, 16), parse_color(light.color(token)))
    path = QPainterPath()
    path.moveTo(3, 30)
    path.cubicTo(9, 22, 12, 34, 17, 27)
    path.cubicTo(22, 20, 26, 11, 35, 9)
    pen = QPen(parse_color(line), 3)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPath(path)
    painter.restore()


def app_icon() -> QIcon:
    """The icon of the program's windows."""
    found = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_logo(painter, QRectF(0, 0, size, size), load_theme("light").color("ink.1"))
        painter.end()
        found.addPixmap(pixmap)
    return found


class LogoMark(QWidget):
    """The sign in a window."""

    def __init__(self, size: int = 38, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As given."""
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign, its line in the ink of the theme."""
        from widgets.look.theme import look

        painter = QPainter(self)
        paint_logo(painter, QRectF(0, 0, self._size, self._size), look().color("ink.1").name())
        painter.end()
