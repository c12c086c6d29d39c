"""A button as high as the lines that its words need at the width it has."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from widgets.look.fonts import sized_font, wrapped

LINE = 17
"""The height of one line, in px."""
_FIRST_WIDTH = 268
"""px: as wide as a panel lets it be, until a layout has said how wide it is."""


class LinesButton(QPushButton):
    """Words in as many lines as they need, ``around`` px higher than these; a click and Enter press it.

    Who builds one paints it, with :meth:`lines`, and says :meth:`grow` when its words are others.
    """

    def __init__(self, around: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.setProperty("plain", True)
        self.setProperty("ringRadius", 3)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """What stands on it."""
        raise NotImplementedError

    def text_width(self, width: int) -> float:
        """The px that the words have on a button of ``width`` px."""
        raise NotImplementedError

    def text_font(self) -> QFont:
        """The font of the words."""
        return sized_font(13, 400)

    def lines(self, width: int) -> QTextLayout:
        """The words as they stand on a button of ``width`` px."""
        return wrapped(self.words, self.text_font(), self.text_width(width), line=LINE)

    def grow(self) -> None:
        """Be as high as the lines at this width."""
        width = self.width() if self.width() > self.minimumSizeHint().width() else _FIRST_WIDTH
        high = self._around + LINE * max(1, self.lines(width).lineCount())
        if self.minimumHeight() != high or self.maximumHeight() != high:
            self.setFixedHeight(high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        self.grow()

    def sizeHint(self) -> QSize:
        """As high as its lines at the width it has."""
        return QSize(120, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(60, self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
