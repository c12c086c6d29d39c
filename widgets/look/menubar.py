"""The menu bar.  It paints itself, so that it looks the same before and after the style is loaded."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenuBar, QWidget

from widgets.look.fonts import sized_font
from widgets.look.theme import look

_SIZE = 13


class MenuBar(QMenuBar):
    """Names of menus, 28 px high; the letter to press with Alt is underlined once the keyboard is there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(sized_font(_SIZE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, and the names on it; those of the program's first frame are the stylesheet's, which is loaded."""
        if not look().finished:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().color("surface.panel"))
        painter.setFont(sized_font(_SIZE))
        for action in self.actions():
            rect = QRectF(self.actionGeometry(action))
            if action.isVisible() and not rect.isEmpty():
                self._name(painter, rect, action)
        painter.end()

    def _name(self, painter: QPainter, rect: QRectF, action: QAction) -> None:
        enabled = self.isEnabled() and action.isEnabled()
        if enabled and action is self.activeAction():
            from widgets.look.paint import outlined  # here, since the first frame has no use for it

            menu = action.menu()
            opened = isinstance(menu, QWidget) and menu.isVisible()
            outlined(painter, rect.adjusted(0, 1, 0, -1), 6, fill="surface.pressed" if opened else "surface.hover")
        painter.setPen(look().color("ink.1" if enabled else "ink.disabled"))
        before, mark, rest = action.text().partition("&")
        metrics = QFontMetricsF(painter.font())
        left = rect.center().x() - metrics.horizontalAdvance(before + rest) / 2
        base = round(rect.center().y() + (metrics.ascent() - metrics.descent()) / 2)
        painter.drawText(QPointF(left, base), before + rest)
        if mark and rest and self.hasFocus():
            start = left + metrics.horizontalAdvance(before)
            painter.fillRect(QRectF(start, base + 2, metrics.horizontalAdvance(rest[0]), 1), painter.pen().color())
