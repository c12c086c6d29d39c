"""The popup that starts the timer: for how long, and what the room does."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from model.i18n import translate
from widgets.controls.buttons import Button
from widgets.controls.form import FormRow
from widgets.controls.popup import Popup

USUAL = (5, 10, 15, 20)
"""Minutes that one click starts."""
MOST = 600
WIDTH = 340
"""px."""
_TIME = re.compile(r"\s*(\d{1,3})(?:[:.,](\d{1,2}))?\s*")


class TimerPopup(Popup):
    """A button for each usual time, a field for others, and what the room does."""

    wanted = Signal(float, str)
    """(minutes, what the room does): start."""

    def __init__(self, label: str, *, running: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Wall", "Timer"))
        self.label = QLineEdit(label)
        self.minutes = QLineEdit()
        self.column.addWidget(FormRow(lambda: translate("Wall", "What you do now"), self.label))
        self._row = FormRow(
            lambda: translate("Wall", "Minutes"), self.minutes, hint=lambda: translate("Wall", "Such as 12 or 7:30")
        )
        self.column.addWidget(self._row)
        self.buttons: dict[int, Button] = {}
        usual = QHBoxLayout()
        usual.setSpacing(6)
        for minutes in USUAL:
            button = self.buttons[minutes] = Button(str(minutes), small=True)
            button.setAccessibleName(translate("Wall", "%n minute(s)", n=minutes))
            button.clicked.connect(lambda _checked=False, chosen=minutes: self._start(chosen))
            usual.addWidget(button)
        self.column.addLayout(usual)
        words = (lambda: translate("Wall", "Start anew")) if running else (lambda: translate("Wall", "Start"))
        self.go = Button(words, "filled", icon_name="hourglass")
        self.go.clicked.connect(lambda _checked=False: self._start_typed())
        self.column.addWidget(self.go)
        for field in (self.label, self.minutes):
            field.returnPressed.connect(self._start_typed)
        self.setFixedWidth(WIDTH)

    def open_below(self, anchor: QWidget) -> None:
        """Open, ready to type how long."""
        super().open_below(anchor)
        self.minutes.setFocus()

    def _start_typed(self) -> None:
        minutes = minutes_of(self.minutes.text())
        if minutes is None:
            self._row.set_error(lambda: translate("Wall", "Give minutes, such as 12 or 7:30."))
            self.adjustSize()
            return
        self._start(minutes)

    def _start(self, minutes: float) -> None:
        self.wanted.emit(float(minutes), self.label.text())
        self.close()


def minutes_of(text: str) -> float | None:
    """The minutes that ``text`` says ("12", "7:30"), None where it says none, or too many."""
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    minutes, seconds = int(found[1]), int(found[2] or 0)
    if ":" not in text and found[2]:  # 7.5 and 7,5 are parts of a minute
        value = float(f"{found[1]}.{found[2]}")
    else:
        if seconds > 59:
            return None
        value = minutes + seconds / 60
    return value if 0 < value <= MOST else None
