"""A small calendar to choose a day from."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from model.fields import day_text
from model.i18n import translate
from widgets.controls.buttons import Button, IconButton
from widgets.controls.labels import PlainLabel
from widgets.controls.popup import Popup
from widgets.controls.texts import TextSource, language_changed, name_for_readers, resolve
from widgets.look import paint
from widgets.look.fonts import sized_font
from widgets.look.theme import look

_WEEKS = 6
_FIRST, _LAST = date(1900, 1, 1), date(2200, 12, 31)


def month_name(day: date) -> str:
    """The month of a day with its year, in words of the current language."""
    names = translate(
        "Controls", "January February March April May June July August September October November December"
    ).split()
    return f"{names[day.month - 1]} {day.year}"


class _Day(QPushButton):
    def __init__(self) -> None:
        super().__init__()
        self.day = _FIRST
        self.faint = self.marked = self.now = False
        self.setProperty("plain", True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(32, 28)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the month: a button of Qt takes them for another Tab key."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.marked:
            paint.outlined(painter, rect, 6, fill="surface.selected", line="accent.base", width=2)
        elif self.underMouse():
            paint.outlined(painter, rect, 6, fill="raised.hover")
        painter.setFont(sized_font(13, 700 if self.now or self.marked else 400))
        painter.setPen(look().color("accent.ink" if self.marked else "ink.3" if self.faint else "ink.1"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(self.day.day))
        if self.now:  # today is bold and has a line below
            wide = painter.fontMetrics().horizontalAdvance(str(self.day.day))
            middle = rect.center().x()
            painter.fillRect(QRectF(middle - wide / 2, rect.bottom() - 6, wide, 2), painter.pen().color())
        painter.end()


class Calendar(Popup):
    """A month.  Arrows go along the days, Page Up and Page Down along the months, Enter takes, Esc leaves."""

    day_chosen = Signal(str)
    """The user chose a day, YYYY-MM-DD, or none ("")."""

    def __init__(self, name: TextSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._value: date | None = None
        self._today = self._current = _FIRST
        self.back = IconButton("chevron-left", lambda: translate("Controls", "Month before"), small=True)
        self.on = IconButton("chevron-right", lambda: translate("Controls", "Month after"), small=True)
        self.back.clicked.connect(lambda _checked=False: self._turn(-1))
        self.on.clicked.connect(lambda _checked=False: self._turn(1))
        self.month = PlainLabel("", "strong")
        self.month.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addWidget(self.month, 1)
        head.addWidget(self.on)
        grid = QGridLayout()
        grid.setSpacing(2)
        self._weekdays = [PlainLabel("", "faint") for _ in range(7)]
        for column, label in enumerate(self._weekdays):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(label, 0, column)
        self.days = [_Day() for _ in range(7 * _WEEKS)]
        for place, button in enumerate(self.days):
            button.clicked.connect(self._clicked)
            grid.addWidget(button, 1 + place // 7, place % 7)
        self.today_button = Button(lambda: translate("Controls", "Today"), small=True)
        self.none_button = Button(lambda: translate("Controls", "No date"), "quiet", small=True)
        self.today_button.clicked.connect(lambda _checked=False: self._take(self._today))
        self.none_button.clicked.connect(lambda _checked=False: self._take(None))
        foot = QHBoxLayout()
        foot.addWidget(self.today_button)
        foot.addWidget(self.none_button)
        foot.addStretch(1)
        self.column.addLayout(head)
        self.column.addLayout(grid)
        self.column.addLayout(foot)
        self.retranslate()

    def show_day(self, value: str, today: date | None = None) -> None:
        """Show the month of a day, YYYY-MM-DD, or of ``today`` for ""."""
        self._value = date.fromisoformat(value) if value else None
        self._today = today or date.today()  # noqa: DTZ011 - the day on the user's own calendar
        self._go(self._value or self._today, focus=False)

    def button(self, day: date) -> QPushButton:
        """The button of a day that is shown.  Raises StopIteration for another."""
        return next(button for button in self.days if button.day == day)

    def open_below(self, anchor: QWidget) -> None:
        """Open under ``anchor`` with the keyboard on the day in use."""
        super().open_below(anchor)
        self.button(self._current).setFocus(Qt.FocusReason.PopupFocusReason)

    def retranslate(self) -> None:
        """Ask for all words again."""
        name_for_readers(self, resolve(self._name))
        names = translate("Controls", "Mo Tu We Th Fr Sa Su").split()
        for label, name in zip(self._weekdays, names, strict=True):
            label.set_source(name)
        self.month.set_source(month_name(self._current))
        for button in self.days:
            name_for_readers(button, day_text(button.day.isoformat()), resolve(self._name))

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Days and months."""
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        if not isinstance(self.focusWidget(), _Day):
            super().keyPressEvent(event)
        elif key in steps:
            self._go(self._moved(steps[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._turn(-1 if key == Qt.Key.Key_PageUp else 1, focus=True)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            weekday = self._current.weekday()
            self._go(self._moved(-weekday if key == Qt.Key.Key_Home else 6 - weekday))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self._current)
        else:
            super().keyPressEvent(event)

    def _moved(self, days: int) -> date:
        return min(max(self._current + timedelta(days=days), _FIRST), _LAST)

    def _turn(self, by: int, *, focus: bool = False) -> None:
        months = self._current.year * 12 + self._current.month - 1 + by
        year, month = divmod(months, 12)
        day = self._current.day
        while True:
            try:
                there = date(year, month + 1, day)
            except ValueError:
                day -= 1
                continue
            break
        self._go(min(max(there, _FIRST), _LAST), focus=focus)

    def _go(self, day: date, *, focus: bool = True) -> None:
        self._current = day
        first = day.replace(day=1)
        # Weeks begin on Monday, as the standard ISO 8601 and Dutch calendars have it.
        begin = first - timedelta(days=first.weekday())
        for place, button in enumerate(self.days):
            button.day = begin + timedelta(days=place)
            button.faint = button.day.month != day.month
            button.marked = button.day == self._value
            button.now = button.day == self._today
            # One stop of the Tab key: the day where the arrows are.
            here = button.day == day
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
            button.update()
        self.retranslate()
        if focus:
            self.button(day).setFocus(Qt.FocusReason.TabFocusReason)

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _Day):
            self._take(button.day)

    def _take(self, day: date | None) -> None:
        self.hide()
        self.day_chosen.emit(day.isoformat() if day is not None else "")
