"""The small field at a card or a link: a number to connect with, a word for a link, a new pain point."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from widgets.look import paint

WIDTH = 236
GAP = 6
"""px between the field and what it is for."""


class LinkField(QFrame):
    """One line over the map with a heading and a line that says what Enter will do.

    Enter gives ``submitted``; Esc, and another place that takes the keyboard, ``left``.
    """

    submitted = Signal(str)
    edited = Signal(str)
    left = Signal(bool)
    """It was left without Enter; True with Esc."""

    def __init__(self, room: QWidget) -> None:
        super().__init__(room)
        self._room = room
        self.setFixedWidth(WIDTH)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        self.heading = _label("strong")
        self.edit = QLineEdit()
        self.note = _label("small")
        for widget in (self.heading, self.edit, self.note):
            column.addWidget(widget)
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(self.edited)
        self.hide()

    def ask(self, heading: str, text: str, hint: str, anchor: QRectF) -> None:
        """Open below ``anchor`` (px of the viewport), or above it where there is no room, and take the keyboard."""
        self.heading.setText(heading)
        self.edit.setAccessibleName(heading)
        self.edit.setText(text)
        self.edit.setPlaceholderText(hint)
        self.edit.selectAll()
        self.say("")
        self._place(anchor)
        self.show()
        self.raise_()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self, anchor: QRectF) -> None:
        self.adjustSize()
        room = self._room.rect()
        x = min(round(anchor.left()), room.width() - self.width() - 4)
        y = round(anchor.bottom()) + GAP
        if y + self.height() > room.height() - 4:
            y = max(round(anchor.top()) - GAP - self.height(), 4)
        self.move(QPoint(max(x, 4), min(y, max(room.height() - self.height() - 4, 4))))

    def say(self, words: str, *, wrong: bool = False) -> None:
        """Say below the field what it will do, or what is wrong with what stands in it."""
        self.note.setText(words)
        self.note.setVisible(bool(words))
        if bool(self.edit.property("invalid")) != wrong:
            self.edit.setProperty("invalid", wrong)
            self.edit.style().unpolish(self.edit)  # the stylesheet looks at the property again
            self.edit.style().polish(self.edit)
        self.edit.setAccessibleDescription(words)
        if not self.isHidden():
            self.adjustSize()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Esc are for the field; so is being left."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.accept()  # not the shortcuts of the window
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.submitted.emit(self.edit.text())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit(True)
                return True
        elif event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            stays = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
            if not self.isHidden() and event.reason() not in (*stays, Qt.FocusReason.MouseFocusReason):
                self.left.emit(False)
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A raised panel."""
        painter = QPainter(self)
        paint.outlined(painter, QRectF(self.rect()), 10, fill="surface.raised", line="line.strong")
        painter.end()


def _label(role: str) -> QLabel:
    """A label that shows its text letter by letter."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("textRole", role)
    return label
