"""A search field: a magnifying glass, what to type, and the shortcut that leads here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QToolButton, QWidget

from model.i18n import translate
from widgets.controls.labels import KeyCap
from widgets.controls.texts import TextSource, language_changed, name_for_readers, resolve
from widgets.look.icons import icon, paint_icon
from widgets.look.theme import look


class SearchField(QLineEdit):
    """A field of 34 px (30 when small) with an icon before and, when empty, the shortcut behind.

    Esc empties it; a second Esc is left to the window.
    """

    search_changed = Signal(str)
    """The text without the spaces round it."""

    def __init__(
        self, placeholder: TextSource, *, shortcut: str = "", small: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._placeholder = placeholder
        self._small = small
        if small:
            self.setProperty("controlSize", "small")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._cap = KeyCap(shortcut, self)
        self._cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._show_cap = bool(shortcut)
        self._clear = QToolButton(self)
        self._clear.setProperty("controlSize", "inside")
        self._clear.setIcon(icon("x", 14, "ink.2"))
        self._clear.setIconSize(QSize(14, 14))
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.clicked.connect(self.clear)
        self.textChanged.connect(self._changed)
        self.retranslate()
        self._arrange()

    def show_shortcut(self, shown: bool) -> None:
        """Show the shortcut, or leave it out on a narrow window."""
        self._show_cap = shown and bool(self._cap.text())
        self._arrange()

    def retranslate(self) -> None:
        """Ask for the words again."""
        self.setPlaceholderText(resolve(self._placeholder))
        name_for_readers(self, resolve(self._placeholder))
        name_for_readers(self._clear, translate("Controls", "Clear the search"))
        self._clear.setToolTip(translate("Controls", "Clear the search"))

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what stands inside at its end."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, and the magnifying glass."""
        super().paintEvent(event)
        painter = QPainter(self)
        color = look().color("ink.2" if self.isEnabled() else "ink.disabled")
        paint_icon(painter, "search", QRectF(10, (self.height() - 16) / 2, 16, 16), color)
        painter.end()

    def _changed(self, text: str) -> None:
        self._arrange()
        self.search_changed.emit(text.strip())

    def _arrange(self) -> None:
        empty = not self.text()
        self._cap.setVisible(empty and self._show_cap)
        self._clear.setVisible(not empty)
        cap = self._cap.sizeHint()
        self._cap.setGeometry(
            self.width() - cap.width() - 8, (self.height() - cap.height()) // 2, cap.width(), cap.height()
        )
        self._clear.setGeometry(self.width() - 30, (self.height() - 28) // 2, 28, 28)
        trailing = 30 if not empty else cap.width() + 8 if self._show_cap else 0
        self.setTextMargins(20, 0, trailing, 0)
