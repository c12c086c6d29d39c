"""Fields of one line that know more than text: with suggestions, with a meaning (a duration, a share), with a day."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from model.days import parse_day
from model.fields import day_text
from model.i18n import translate
from widgets.controls.buttons import IconButton
from widgets.controls.calendar import Calendar
from widgets.controls.suggest import Suggestion, Suggestions, matching_words
from widgets.controls.texts import TextSource, resolve
from widgets.panels.fields import LineField, one_line


class SuggestField(LineField):
    """A line with what others say there offered below it."""

    def __init__(
        self, name: TextSource, placeholder: TextSource, words: Callable[[], Sequence[str]], *, small: bool = True
    ) -> None:
        super().__init__(name, placeholder, small=small)
        self.suggestions = Suggestions(self, lambda typed: matching_words(words(), typed))
        self.suggestions.taken.connect(self._take)

    def _take(self, suggestion: Suggestion) -> None:
        self.setText(suggestion.text)
        self.textEdited.emit(suggestion.text)
        self.suggestions.close()
        self.flush()


class ParsedField(LineField):
    """A line whose text means a value.  What cannot be understood stays in the field, with a sentence beside it.

    ``parse`` raises ValueError with that sentence; ``say`` writes a value in the current language.
    """

    given = Signal(object)
    """A value other than the one shown."""
    checked = Signal()
    """Whether the text can be understood may be another answer now: see :meth:`sentence`."""

    def __init__(
        self,
        name: TextSource,
        placeholder: TextSource,
        parse: Callable[[str], object],
        say: Callable[[object], str],
        *,
        small: bool = True,
    ) -> None:
        super().__init__(name, placeholder, small=small)
        self._parse, self._say = parse, say
        self._value: object = None
        self._wrong = False
        self.textEdited.connect(lambda _text: self._judge(wrong=False))

    def show_parsed(self, value: object) -> None:
        """Show the document's value, unless something else is half typed."""
        self._value = value
        self.show_value(self._say(value))

    def sentence(self) -> str:
        """What is wrong with the text, in the current language; "" when all is well."""
        if not self._wrong:
            return ""
        try:
            self._parse(one_line(self.text()))
        except ValueError as error:
            return str(error)
        return ""

    def flush(self) -> None:
        """Commit what was typed, where it can be understood."""
        if not self._dirty:
            return
        try:
            value = self._parse(one_line(self.text()))
        except ValueError:
            self._judge(wrong=True)
            return
        self._judge(wrong=False)
        self._dirty = False
        if value != self._value:
            self.given.emit(value)
        self._reset(self._say(self._value))

    def draft(self) -> str:
        """What was typed and is not understood; "" otherwise."""
        return self.text() if self._dirty and self._wrong else ""

    def set_draft(self, text: str) -> None:
        """Forget what is half typed, or (with a text) be where :meth:`draft` was taken."""
        self._dirty = bool(text)
        if text:
            self.setText(text)
        self._judge(wrong=bool(text))

    def _judge(self, *, wrong: bool) -> None:
        self._wrong = wrong
        self.checked.emit()


class DateField(QWidget):
    """A day: typed as people write it, or taken from a calendar.  ``past`` where it cannot lie in the future."""

    given = Signal(object)
    """A day, YYYY-MM-DD, or ""."""

    def __init__(self, name: TextSource, *, past: bool = False, placeholder: TextSource = "") -> None:
        super().__init__()
        self._name = name
        self._day = ""
        self._calendar: Calendar | None = None
        self.line = ParsedField(
            name,
            placeholder or (lambda: translate("Panels", "For example: 1-3-2026")),
            lambda text: parse_day(text, past=past),
            lambda day: day_text(str(day or "")),
        )
        self.line.given.connect(self.given)
        self.button = IconButton("calendar", self._button_name, small=True)
        self.button.clicked.connect(lambda _checked=False: self._open())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.line)

    def show_day(self, day: str) -> None:
        """Show the document's day."""
        self._day = day
        self.line.show_parsed(day)

    def calendar(self) -> Calendar:
        """The popup."""
        if self._calendar is None:
            self._calendar = Calendar(self._name, self)
            self._calendar.day_chosen.connect(self._chosen)
        return self._calendar

    def _open(self) -> None:
        self.line.flush()
        calendar = self.calendar()
        calendar.show_day(self._day)
        calendar.open_below(self.line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with Down opens the calendar, as in the list."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._open()
        else:
            super().keyPressEvent(event)

    def _chosen(self, day: str) -> None:
        self.line.set_draft("")
        if day != self._day:
            self.given.emit(day)
        self.line.show_parsed(self._day)

    def _button_name(self) -> str:
        return translate("Panels", "Choose a day: {name}").format(name=resolve(self._name))
