"""Empty states: what could be here, and how to begin.  Shown only where the next step is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from widgets.controls.buttons import Button
from widgets.controls.labels import PlainLabel
from widgets.controls.texts import TextSource, language_changed, name_for_readers, resolve
from widgets.look.icons import paint_icon
from widgets.look.theme import look


class IconMark(QWidget):
    """An icon to look at, in a colour of the tokens; it says nothing to a screen reader."""

    def __init__(self, icon_name: str, size: int, role: str = "ink.3", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon_name
        self._size = size
        self._role = role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon_name: str, role: str = "") -> None:
        """Show another icon."""
        self._icon = icon_name
        self._role = role or self._role
        self.update()

    def sizeHint(self) -> QSize:
        """The icon."""
        return QSize(self._size, self._size)

    def minimumSizeHint(self) -> QSize:
        """Never smaller."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon."""
        painter = QPainter(self)
        color = look().color(self._role if self.isEnabled() else "ink.disabled")
        paint_icon(painter, self._icon, QRectF(0, 0, self._size, self._size), color)
        painter.end()


class EmptyState(QFrame):
    """An icon, a title, a sentence, and perhaps one button.  ``framed`` gives it a ground of its own."""

    def __init__(
        self,
        icon_name: str,
        title: TextSource,
        sentence: TextSource = "",
        *,
        framed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title, self._sentence = title, sentence
        if framed:
            self.setProperty("surface", "wall")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 22, 20, 22)
        self._column.setSpacing(0)
        center = Qt.AlignmentFlag.AlignHCenter
        self._column.addStretch(1)
        self._column.addWidget(IconMark(icon_name, 30), 0, center)
        self._column.addSpacing(9)
        self._title_label = PlainLabel(title, "strong", wrap=True)
        self._title_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column.addWidget(self._title_label)
        self._sentence_label = PlainLabel(sentence, "body2", wrap=True)
        self._sentence_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column.addSpacing(4)
        self._column.addWidget(self._sentence_label)
        self._column.addStretch(1)
        self.retranslate()

    def add_button(self, text: TextSource, run: Callable[[], object]) -> Button:
        """Add the one step that leads out of here."""
        button = Button(text, small=True)
        button.clicked.connect(lambda _checked=False: run())
        last = self._column.count() - 1
        self._column.insertSpacing(last, 12)
        self._column.insertWidget(last + 1, button, 0, Qt.AlignmentFlag.AlignHCenter)
        return button

    def set_texts(self, title: TextSource, sentence: TextSource = "") -> None:
        """Say something else."""
        self._title, self._sentence = title, sentence
        self._title_label.set_source(title)
        self._sentence_label.set_source(sentence)
        self.retranslate()

    def retranslate(self) -> None:
        """Ask for the texts again (the labels do so themselves)."""
        self._sentence_label.setVisible(bool(resolve(self._sentence)))
        name_for_readers(self, f"{resolve(self._title)} {resolve(self._sentence)}".strip())

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)
