"""The severity picker: how bad a pain is, 1 to 5, as bars with their number."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from model.i18n import QT_TRANSLATE_NOOP, translate
from widgets.controls.pick_row import PickButton, PickRow
from widgets.controls.texts import TextSource
from widgets.look.fonts import sized_font
from widgets.look.marks import paint_severity
from widgets.look.theme import look

SEVERITIES = (1, 2, 3, 4, 5)

_WORDS = {
    1: QT_TRANSLATE_NOOP("Controls", "a nuisance"),
    2: QT_TRANSLATE_NOOP("Controls", "annoying"),
    3: QT_TRANSLATE_NOOP("Controls", "serious"),
    4: QT_TRANSLATE_NOOP("Controls", "very serious"),
    5: QT_TRANSLATE_NOOP("Controls", "the customer leaves"),
}


class _BarsButton(PickButton):
    def __init__(self, number: int) -> None:
        super().__init__(number, QSize(48, 40))

    def draw(self, painter: QPainter) -> None:
        on = self.isChecked()
        ink = "ink.disabled" if not self.isEnabled() else "accent.ink" if on else "ink.2"
        paint_severity(painter, QRectF((self.width() - 25) / 2, 8, 25, 10), self.value, ink)
        painter.setFont(sized_font(12, 700 if on else 400))
        painter.setPen(look().color(ink))
        painter.drawText(QRect(0, 22, self.width(), 14), Qt.AlignmentFlag.AlignCenter, str(self.value))


class SeverityPicker(PickRow):
    """Five rising bars.  Keys 1..5."""

    severity_chosen = Signal(object)
    """The user chose 1..5, or None: not said."""

    def __init__(self, name: TextSource, parent: QWidget | None = None) -> None:
        super().__init__([_BarsButton(number) for number in SEVERITIES], name, parent)

    def describe(self, value: int) -> str:
        """The number and its word."""
        return f"{value} {translate('Controls', _WORDS[value])}"

    def report(self, value: int | None) -> None:
        """Tell the owner."""
        self.severity_chosen.emit(value)
