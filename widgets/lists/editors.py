"""Fields that open in a cell: a text of several lines, a name with suggestions, a day typed or picked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget

from model.days import parse_day
from model.fields import day_text
from model.i18n import translate
from model.plaintext import clean_text
from model.records import MAX_TEXT
from widgets.controls.buttons import IconButton
from widgets.controls.calendar import Calendar
from widgets.controls.suggest import Suggestion, Suggestions, matching_words
from widgets.controls.texts import name_for_readers, plain_tooltip, set_property
from widgets.panels.field_texts import LimitedEdit
from widgets.panels.fields import one_line

_MOST_LINES = 8


class TextCell(LimitedEdit):
    """A text, as high as its lines; Enter takes it, Shift+Enter begins a line, Tab goes on."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("controlSize", "small")
        self.document().setDocumentMargin(0)
        self.setViewportMargins(3, 0, 3, 0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        name_for_readers(self, name)
        self.textChanged.connect(self._grow)

    def value(self) -> str:
        """What was typed."""
        return clean_text(self.toPlainText()).rstrip()

    def accepts(self) -> bool:
        """Any text will do."""
        return True

    def show_value(self, text: str) -> None:
        """Show a text, chosen whole: typing replaces it, an arrow key goes into it."""
        self.setPlainText(str(text or ""))
        self.selectAll()

    def begin(self, typed: str) -> None:
        """Go on from the key that opened the field."""
        self.setPlainText(typed)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def _grow(self) -> None:
        lines = max(1, min(_MOST_LINES, int(self.document().size().height())))
        self.setFixedHeight(max(32, lines * self.fontMetrics().lineSpacing() + 14))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        self._grow()


class NameCell(QLineEdit):
    """A name, with what the map says elsewhere below it."""

    def __init__(self, name: str, words: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("controlSize", "small")
        self.setMaxLength(MAX_TEXT)
        name_for_readers(self, name, translate("Lists", "Press Down for suggestions"))
        self.suggestions = Suggestions(self, lambda typed: matching_words(words, typed))
        self.suggestions.taken.connect(self._take)

    def value(self) -> str:
        """What was typed."""
        return one_line(self.text())

    def accepts(self) -> bool:
        """Any name will do."""
        return True

    def show_value(self, text: str) -> None:
        """Show a name, chosen whole."""
        self.setText(str(text or ""))
        self.selectAll()

    def begin(self, typed: str) -> None:
        """Go on from the key that opened the field."""
        self.setText(typed)
        self.suggestions.open()

    def _take(self, chosen: Suggestion) -> None:
        self.setText(chosen.text)


class TagsCell(NameCell):
    """Words with commas between them; suggestions are for the one that is being typed."""

    def __init__(self, name: str, words: Sequence[str], parent: QWidget) -> None:
        super().__init__(name, (), parent)
        self.suggestions = Suggestions(self, lambda typed: matching_words(words, typed.rpartition(",")[2].strip()))
        self.suggestions.taken.connect(self._take)

    def tags(self) -> tuple[str, ...]:
        """The words, each once."""
        words = (one_line(word) for word in self.text().split(","))
        return tuple(dict.fromkeys(word for word in words if word))

    def show_value(self, tags: Any) -> None:
        """Show words, chosen whole."""
        super().show_value(", ".join(tags or ()))

    def _take(self, chosen: Suggestion) -> None:
        before, comma, _last = self.text().rpartition(",")
        self.setText(f"{before}{comma} {chosen.text}".strip())


class ParsedCell(QLineEdit):
    """A value as people write it: 20 min, 35 %.  What cannot be read stays, with a red line and a sentence."""

    def __init__(self, name: str, parse: Callable[[str], Any], written: Callable[[Any], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._name, self._parse, self._written = name, parse, written
        self.setProperty("controlSize", "small")
        name_for_readers(self, name)
        self.textEdited.connect(lambda _text: self._mark(""))

    def value(self) -> Any:
        """The value.  Raises ValueError with a sentence for what is none."""
        return self._parse(self.text())

    def show_value(self, value: Any) -> None:
        """Show a value, chosen whole."""
        self.setText(self._written(value))
        self.selectAll()

    def begin(self, typed: str) -> None:
        """Go on from the key that opened the field."""
        self.setText(typed)

    def accepts(self) -> bool:
        """Whether a value stands there; if not, say so."""
        try:
            self.value()
        except ValueError as error:
            self._mark(str(error))
            return False
        return True

    def _mark(self, sentence: str) -> None:
        set_property(self, "invalid", bool(sentence))
        self.setAccessibleDescription(sentence)
        self.setToolTip(plain_tooltip(sentence))
        if sentence:
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), sentence, self)


class DayCell(QLineEdit):
    """A day: typed as people write it, or picked from a calendar (Alt+Down, or the button).

    What is no day stays where it was typed, with a red line and a sentence, until it is one or Esc leaves it.
    """

    picked = Signal()
    """A day was chosen in the calendar."""

    def __init__(self, name: str, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self._name, self._today = name, today
        self._value = ""
        self.setProperty("controlSize", "small")
        self.setTextMargins(0, 0, 26, 0)
        self.setPlaceholderText(translate("Lists", "31-12-2026"))
        name_for_readers(self, name, translate("Lists", "Press Alt Down for a calendar"))
        self.button = IconButton("calendar", lambda: translate("Lists", "Choose a day"), small=True, parent=self)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.setCursor(Qt.CursorShape.ArrowCursor)
        self.button.clicked.connect(lambda _checked=False: self.open_calendar())
        self.calendar: Calendar | None = None
        self.textEdited.connect(lambda _text: self._mark(""))

    def value(self) -> str:
        """The day, YYYY-MM-DD, or "".  Raises ValueError with a sentence for what is no day."""
        if self.text() == day_text(self._value):
            return self._value
        return parse_day(self.text(), self._today())

    def show_value(self, day: str) -> None:
        """Show a day, chosen whole."""
        self._value = day = str(day or "")
        self.setText(day_text(day))
        self.selectAll()

    def begin(self, typed: str) -> None:
        """Go on from the key that opened the field."""
        self.setText(typed)

    def accepts(self) -> bool:
        """Whether a day stands there; if not, say so."""
        try:
            self.value()
        except ValueError as error:
            self._mark(str(error))
            return False
        return True

    def _mark(self, sentence: str) -> None:
        set_property(self, "invalid", bool(sentence))
        name_for_readers(self, self._name)
        self.setAccessibleDescription(sentence or translate("Lists", "Press Alt Down for a calendar"))
        self.setToolTip(plain_tooltip(sentence))
        if sentence:
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), sentence, self)

    def open_calendar(self) -> None:
        """Open the calendar on the day that stands there."""
        try:
            day = self.value()
        except ValueError:
            day = ""
        calendar = self.calendar = Calendar(self._name, self)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.show_day(day, self._today())
        calendar.day_chosen.connect(self._pick)
        calendar.open_below(self)

    def _pick(self, day: str) -> None:
        self.calendar = None
        self._mark("")
        self.show_value(day)
        self.picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down opens the calendar."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button stands at the end."""
        super().resizeEvent(event)
        side = QSize(26, min(26, self.height()))
        self.button.setGeometry(
            self.width() - side.width() - 2, (self.height() - side.height()) // 2, side.width(), side.height()
        )


Cell = TextCell | NameCell | DayCell | ParsedCell
