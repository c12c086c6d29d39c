"""How the cells of a list look: rows of 32 px on hairlines, signs beside words.

What a cell shows is laid out once and kept until it says something else: the words cut to its width, with their shapes,
and its sign as a picture that it shares with the other cells that say the same.  A repaint then only puts it down.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap, QStaticText

from model.values import dataclass
from widgets.lists.marks import HEIGHT, LATE, Sign, mark_of
from widgets.lists.model import Column, ListTable
from widgets.look import paint
from widgets.look.fonts import sized_font
from widgets.look.theme import look

ROW = 32
CHEVRON = 24
"""px at the end of a cell where a click opens its menu."""
_PAD = 8
_SIZE = 13


@lru_cache(maxsize=32)
def _font(weight: int) -> QFont:
    return sized_font(_SIZE, weight)


@lru_cache(maxsize=32)
def _metrics(weight: int) -> QFontMetrics:
    return QFontMetrics(_font(weight))


@lru_cache(maxsize=8192)
def _words(text: str, width: int, weight: int) -> QStaticText:
    """``text`` with an ellipsis where it is wider than ``width`` px, in shapes."""
    words = QStaticText()
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setText(_metrics(weight).elidedText(text, Qt.TextElideMode.ElideRight, width))
    words.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    words.prepare(font=_font(weight))
    return words


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """What a cell shows, laid out."""

    text: str
    room: int
    """px from the beginning of the words to the end of the cell."""
    left: int
    """px before the words."""
    weight: int
    struck: bool
    ink: str
    sign: Sign | None


class CellPainter:
    """Paints the cells of ``table``.  Call :meth:`forget` when rows say something else."""

    def __init__(self, table: ListTable[Any]) -> None:
        self._table = table
        self._cells: dict[tuple[str, int, int], tuple[Cell, QStaticText | None]] = {}
        self._signs: dict[tuple[tuple[object, ...], float], QPixmap] = {}
        self._colors: dict[str, QColor] = {}

    def forget(self) -> None:
        """Rows say something else."""
        self._cells.clear()

    def forget_colors(self) -> None:
        """Another theme."""
        self._signs.clear()
        self._colors.clear()

    def color(self, token: str) -> QColor:
        """A colour of the theme."""
        found = self._colors.get(token)
        if found is None:
            found = self._colors[token] = look().color(token)
        return found

    def paint_ground(self, painter: QPainter, rect: QRect, *, chosen: bool) -> None:
        """The ground of a row or a part of it, and the hairline below."""
        painter.fillRect(rect, self.color("surface.selected" if chosen else "surface.raised"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self.color("line.hair"))

    def paint_cell(self, painter: QPainter, rect: QRect, row: int, place: int, *, menu: bool) -> None:
        """What a cell says; ``menu``: with the chevron that opens its menu."""
        key = (self._table.lines[row].id, place, rect.width())
        found = self._cells.get(key)
        if found is None:
            found = self._cells[key] = self._lay_out(row, place, rect.width())
        cell, words = found
        if cell.sign is not None:
            at = QPointF(rect.left() + _PAD, rect.top() + (ROW - HEIGHT) / 2 - 1)
            painter.drawPixmap(at, self._picture(cell.sign, painter.device().devicePixelRatioF()))
        if menu:
            words = self._shaped(cell, cell.room - CHEVRON)
            place_of = QRectF(rect.right() - CHEVRON, rect.top(), CHEVRON - 4, rect.height() - 1)
            paint.chevron(painter, place_of, "down", self.color("ink.2"), 14)
        if words is not None:
            painter.setFont(_font(cell.weight))
            painter.setPen(self.color(cell.ink))
            top = rect.top() + (ROW - 1 - _metrics(cell.weight).height()) / 2
            painter.drawStaticText(QPointF(rect.left() + cell.left, top), words)
            if cell.struck:  # prepared words have no such line
                y = top + _metrics(cell.weight).ascent() - _metrics(cell.weight).strikeOutPos()
                line = QRectF(rect.left() + cell.left, y, words.size().width(), 1)
                painter.fillRect(line, self.color(cell.ink))

    def paint_ring(self, painter: QPainter, rect: QRect) -> None:
        """The ring round the cell where the keyboard is."""
        paint.outlined(painter, QRectF(rect).adjusted(1, 1, -1, -2), 4, line="focus.ring", width=2)

    def widest(self, column: Column) -> int:
        """px that the widest words of a column take, with their sign."""
        place = [other.id for other in self._table.columns].index(column.id)
        cells = [self._read(row, place, 0) for row in range(len(self._table.lines))]
        return max((c.left + _metrics(c.weight).horizontalAdvance(c.text) + _PAD + 2 for c in cells), default=0)

    def _lay_out(self, row: int, place: int, width: int) -> tuple[Cell, QStaticText | None]:
        cell = self._read(row, place, width)
        return cell, self._shaped(cell, cell.room - (_PAD - 3))

    def _read(self, row: int, place: int, width: int) -> Cell:
        table = self._table
        column, line = table.columns[place], table.lines[row]
        closed, late = table.closed(line), table.late(column, line)
        ink = "state.danger" if late else "ink.2" if closed else "ink.1"
        mark = mark_of(column)
        sign = mark(column, line, ink) if mark is not None else LATE if late else None
        left = _PAD + (sign.room if sign is not None else 0)
        weight = 500 if (column.id == "text" or late) and not closed else 400
        struck = column.id == "text" and closed and table.crossed_out(line)
        text = " ".join(column.text(line).split())
        return Cell(text, width - 1 - left, left, weight, struck, ink, sign)

    @staticmethod
    def _shaped(cell: Cell, room: int) -> QStaticText | None:
        return _words(cell.text, room, cell.weight) if cell.text and room > 0 else None

    def _picture(self, sign: Sign, ratio: float) -> QPixmap:
        key = (sign.name, ratio)
        found = self._signs.get(key)
        if found is None:
            found = QPixmap(QSize(sign.room, HEIGHT) * ratio)
            found.setDevicePixelRatio(ratio)
            found.fill(Qt.GlobalColor.transparent)
            painter = QPainter(found)
            sign.paint(painter)
            painter.end()
            self._signs[key] = found
        return found
