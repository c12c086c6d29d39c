"""A field that takes one of some rows, such as a phase of the map."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from widgets.controls.texts import TextSource, language_changed, name_for_readers, resolve


class PickField(QComboBox):
    """One of some rows, each with a value; the wheel scrolls the panel and never takes another row."""

    chosen = Signal(str)
    """The user took the row with this value."""

    def __init__(self, name: TextSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._rows: tuple[tuple[str, str], ...] = ()
        self._value = ""
        self.setProperty("controlSize", "small")
        self.setMinimumContentsLength(4)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._taken)
        self.retranslate()

    def show_rows(self, rows: Sequence[tuple[str, str]], value: str) -> None:
        """Offer rows of (value, words), with the one of ``value`` taken."""
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self.clear()
            for _, words in rows:
                self.addItem(words)
        self._value = value
        self.setCurrentIndex(next((at for at, row in enumerate(self._rows) if row[0] == value), -1))

    def value(self) -> str:
        """The value of the row that is taken."""
        return self._value

    def _taken(self, index: int) -> None:
        value = self._rows[index][0]
        if value != self._value:
            self._value = value
            self.chosen.emit(value)

    def retranslate(self) -> None:
        """Ask for the name again."""
        name_for_readers(self, resolve(self._name))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The panel scrolls."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)
