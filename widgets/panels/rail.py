"""The rail of a folded left panel: its parts as icons, and the panel that they open over the map."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from model.i18n import translate
from widgets.controls.labels import Surface
from widgets.controls.texts import TextSource, language_changed, name_for_readers, plain_tooltip, resolve
from widgets.look import paint
from widgets.look.fonts import sized_font
from widgets.look.icons import paint_icon
from widgets.look.theme import look

USUAL, RAIL = 236, 56
"""px of the panel and of the rail (look.md, section 3)."""


class RailButton(QPushButton):
    """A part of the panel as an icon, with a count."""

    def __init__(self, icon_name: str, name: TextSource) -> None:
        super().__init__()
        self._icon_name, self._name, self._count = icon_name, name, 0
        self.setProperty("plain", True)
        self.setAutoDefault(False)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def show_count(self, count: int) -> None:
        """Show a number at the icon; 0 shows none."""
        self._count = count
        self.retranslate()

    @property
    def count(self) -> int:
        """The number that is shown."""
        return self._count

    def retranslate(self) -> None:
        """Ask for the name again."""
        name = resolve(self._name)
        self.setToolTip(plain_tooltip(name))
        counted = translate("Panels", "%n note(s)", n=self._count)
        name_for_readers(self, f"{name}, {counted}" if self._count else name)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the rail."""
        return QSize(RAIL, 52)

    def minimumSizeHint(self) -> QSize:
        """Never smaller."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon and count."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.isChecked():
            painter.fillRect(rect, look().color("surface.selected"))
        elif self.underMouse():
            painter.fillRect(rect, look().color("surface.hover"))
        ink = look().color("accent.ink" if self.isChecked() else "ink.2")
        paint_icon(painter, self._icon_name, QRectF(18, 16, 20, 20), ink)
        if self._count:
            painter.setFont(sized_font(12, 600))
            words = str(self._count)
            wide = max(16, painter.fontMetrics().horizontalAdvance(words) + 8)
            badge = QRectF(min(rect.width() - 3 - wide, 32), 6, wide, 16)
            paint.outlined(painter, badge, 8, fill="ink.1")
            painter.setPen(look().color("surface.panel"))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)


class Flyout(Surface):
    """The panel over the map, beside the rail: it goes with Esc and with a press elsewhere.

    The keyboard then goes to ``home``; left to Qt it would go to whatever is next in the order of Tab.
    """

    closed = Signal()

    def __init__(self, panel: QWidget, home: QWidget) -> None:
        super().__init__("panel", "right", panel.window())
        self._panel, self._home = panel, home
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        self._column = column

    def open(self, body: QWidget) -> None:
        """Show ``body`` beside the panel."""
        self.setParent(self._panel.window())
        self._column.addWidget(body)
        body.show()
        self._place()
        self.show()
        self.raise_()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def close_flyout(self) -> None:
        """Go away."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        if not self.isHidden():
            held: QWidget | None = self.window().focusWidget()
            if held is not None and (self.isAncestorOf(held) or self._panel.isAncestorOf(held)):
                self._home.setFocus(Qt.FocusReason.OtherFocusReason)
            self.hide()
            self.closed.emit()

    def _place(self) -> None:
        corner = self._panel.mapTo(self._panel.window(), QPoint(self._panel.width(), 0))
        self.setGeometry(QRect(corner, QSize(USUAL, self._panel.height())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press elsewhere in the window closes; so does Esc that nobody inside has used."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            inside = watched is self or self.isAncestorOf(watched) or self._panel.isAncestorOf(watched)
            if not inside and watched.window() is self.window():
                self.close_flyout()
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            # In a field Esc ends the writing; anywhere else in the panel it leads back to the map.
            if isinstance(watched, QWidget) and self.isAncestorOf(watched) and not isinstance(watched, QPlainTextEdit):
                self.close_flyout()
        elif kind == QEvent.Type.Resize and watched is self._panel:
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_flyout()
        else:
            super().keyPressEvent(event)
