"""The scale picker: a whole number of a short range, as rising bars with the number."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from model.i18n import translate
from widgets.controls.pick_row import PickButton, PickRow
from widgets.controls.texts import TextSource
from widgets.look.fonts import sized_font
from widgets.look.marks import paint_severity
from widgets.look.theme import look


class _LevelButton(PickButton):
    def __init__(self, number: int, low: int, high: int) -> None:
        super().__init__(number, QSize(48, 40))
        # There are five bars; a range of another length has its number alone.
        self._bars = number - low + 1 if high - low == 4 else 0

    def draw(self, painter: QPainter) -> None:
        on = self.isChecked()
        ink = "ink.disabled" if not self.isEnabled() else "accent.ink" if on else "ink.2"
        if self._bars:
            paint_severity(painter, QRectF((self.width() - 25) / 2, 8, 25, 10), self._bars, ink)
        painter.setFont(sized_font(12 if self._bars else 14, 700 if on else 400))
        painter.setPen(look().color(ink))
        room = QRect(0, 22, self.width(), 14) if self._bars else self.rect()
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(self.value))


class ScalePicker(PickRow):
    """The numbers ``low`` to ``high``, of which one or none is taken.  Keys: the digits, Delete clears."""

    value_chosen = Signal(object)
    """The user chose a number, or None: not said."""

    def __init__(self, low: int, high: int, name: TextSource, parent: QWidget | None = None) -> None:
        self._low, self._high = low, high
        super().__init__([_LevelButton(number, low, high) for number in range(low, high + 1)], name, parent)

    def describe(self, value: int) -> str:
        """The number, and at the ends what they mean."""
        if value == self._low:
            return translate("Controls", "{number} little").format(number=value)
        if value == self._high:
            return translate("Controls", "{number} much").format(number=value)
        return str(value)

    def report(self, value: int | None) -> None:
        """Tell the owner."""
        self.value_chosen.emit(value)
