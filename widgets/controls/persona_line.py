"""The sign of a persona beside its name: a stretch of its line, with its dash and its marker."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.look.marks import paint_persona_line


class PersonaLine(QWidget):
    """20 x 12 px; ``persona`` counts the map's personas from 0, ``color`` is its token or #RRGGBB."""

    def __init__(self, persona: int, color: str, *, chosen: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._persona, self._color, self._chosen = persona, color, chosen
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_persona(self, persona: int, color: str, *, chosen: bool = False) -> None:
        """Be the sign of another persona."""
        self._persona, self._color, self._chosen = persona, color, chosen
        self.update()

    def sizeHint(self) -> QSize:
        """As drawn."""
        return QSize(20, 12)

    def minimumSizeHint(self) -> QSize:
        """Never smaller."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line and the marker."""
        painter = QPainter(self)
        paint_persona_line(painter, QRectF(self.rect()), self._persona, self._color, chosen=self._chosen)
        painter.end()
