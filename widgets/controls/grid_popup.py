"""A popup with a grid of choices: what the colour and icon pickers share."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QRadioButton, QSizePolicy, QWidget

from widgets.controls.popup import Popup
from widgets.controls.texts import TextSource, language_changed, name_for_readers, resolve

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class GridChoice(QRadioButton):
    """One choice of a grid; it leaves arrows and Enter to the popup."""

    noticed = Signal()
    """The mouse or the keyboard came here."""

    def __init__(self, value: object) -> None:
        super().__init__()
        self.value = value
        self.setProperty("plain", True)
        self.setAutoExclusive(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def title(self) -> str:
        """The choice's name in the current language."""
        raise NotImplementedError

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """All of it can be pressed."""
        return self.rect().contains(pos)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The mouse came."""
        super().enterEvent(event)
        self.noticed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard came."""
        super().focusInEvent(event)
        self.noticed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space takes; the popup does the rest."""
        if event.key() in _ARROWS or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class GridPopup(Popup):
    """Choices in ``columns``.  Arrows go along, Enter, Space or a click takes, Esc leaves it as it was."""

    def __init__(
        self, choices: Sequence[GridChoice], columns: int, name: TextSource, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._choices = list(choices)
        self._columns = columns
        grid = QGridLayout()
        grid.setSpacing(2)
        for place, choice in enumerate(self._choices):
            grid.addWidget(choice, place // columns, place % columns)
            choice.clicked.connect(self._clicked)
        self.column.addLayout(grid)
        self.retranslate()

    def set_value(self, value: object) -> None:
        """Mark what is in use; a value that is not offered marks none."""
        for choice in self._choices:
            choice.setChecked(choice.value == value)

    def choices(self) -> list[GridChoice]:
        """The choices, row by row."""
        return list(self._choices)

    def open_below(self, anchor: QWidget) -> None:
        """Open under ``anchor`` with the keyboard on what is in use."""
        super().open_below(anchor)
        current = next((choice for choice in self._choices if choice.isChecked()), self._choices[0])
        current.setFocus(Qt.FocusReason.PopupFocusReason)

    def taken(self, value: object) -> None:
        """Emit the signal of the subclass."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Ask for all names again."""
        name = resolve(self._name)
        name_for_readers(self, name)
        for choice in self._choices:
            name_for_readers(choice, choice.title(), name)
            choice.updateGeometry()
            choice.update()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter takes."""
        focus = self.focusWidget()
        if not isinstance(focus, GridChoice):
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(focus)
        elif event.key() in _ARROWS:
            dx, dy = _ARROWS[Qt.Key(event.key())]
            place = self._choices.index(focus)
            row, column = divmod(place, self._columns)
            target = (row + dy) * self._columns + column + dx
            if 0 <= target < len(self._choices) and (dy or 0 <= column + dx < self._columns):
                self._choices[target].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _clicked(self) -> None:
        choice = self.sender()
        if isinstance(choice, GridChoice):
            self._take(choice)

    def _take(self, choice: GridChoice) -> None:
        self.set_value(choice.value)
        self.hide()
        self.taken(choice.value)
