"""A row of choices of which one, or none, is taken: what the face and severity pickers share."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from model.i18n import translate
from widgets.controls.texts import TextSource, language_changed, name_for_readers, resolve
from widgets.look import paint


class PickButton(QRadioButton):
    """One choice, painted by ``draw``; radio buttons bring arrow keys and the right role for screen readers."""

    def __init__(self, value: int, size: QSize) -> None:
        super().__init__()
        self.value = value
        self._size = size
        self.setProperty("plain", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As given."""
        return self._size

    def minimumSizeHint(self) -> QSize:
        """28 wide at least, a target that can be hit."""
        return QSize(28, self._size.height())

    def hitButton(self, pos: QPoint) -> bool:
        """All of it can be pressed."""
        return self.rect().contains(pos)

    def draw(self, painter: QPainter) -> None:
        """Paint the choice on the ground that is painted already."""
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of a chosen or hovered choice, then the choice."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.isChecked():
            paint.outlined(painter, rect, 6, fill="surface.selected", line="accent.base", width=2)
        elif self.underMouse() and self.isEnabled():
            paint.outlined(painter, rect, 6, fill="surface.hover")
        self.draw(painter)
        painter.end()


class PickRow(QWidget):
    """A row of :class:`PickButton`.

    Keys: arrows go along, the digits 1..n choose, Delete and Backspace choose none; so does a click on what is
    chosen already.  Subclasses emit their own signal in :meth:`report`.
    """

    def __init__(self, buttons: Sequence[PickButton], name: TextSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = list(buttons)
        self._name = name
        self._taken: int | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in self._buttons:
            row.addWidget(button)
            button.clicked.connect(self._clicked)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def value(self) -> int | None:
        """The value of the choice taken, None without one."""
        return self._taken

    def set_value(self, value: int | None) -> None:
        """Take a choice, or none, silently.  Raises ValueError for a value that is not offered."""
        if value is not None and value not in [button.value for button in self._buttons]:
            raise ValueError(f"not offered: {value}")
        self._taken = value
        for button in self._buttons:
            button.setAutoExclusive(False)
            button.setChecked(button.value == value)
            button.setAutoExclusive(True)

    def buttons(self) -> list[PickButton]:
        """The choices, left to right."""
        return list(self._buttons)

    def describe(self, value: int) -> str:
        """What a screen reader says of a choice."""
        raise NotImplementedError

    def report(self, value: int | None) -> None:
        """Emit the signal of the subclass."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Ask for all names again."""
        name = resolve(self._name)
        hint = translate("Controls", "Digits choose, Delete clears")
        name_for_readers(self, name, hint)
        for button in self._buttons:
            name_for_readers(button, self.describe(button.value), name)
            button.setToolTip(self.describe(button.value))

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, and the keys that clear."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        place = event.key() - Qt.Key.Key_1.value
        if 0 <= place < len(self._buttons):
            button = self._buttons[place]
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._take(button.value)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._take(None)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Clicks between the choices are nobody's."""
        event.accept()

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, PickButton):
            self._take(None if button.value == self._taken else button.value)

    def _take(self, value: int | None) -> None:
        changed = value != self._taken
        self.set_value(value)
        if changed:
            self.report(value)
