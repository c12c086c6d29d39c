"""Choices that are all to be seen: one of a few as segments or chips, or any of them as chips.

A choice may be unsaid: a click on what is chosen, Delete or Backspace takes it back.  Values of several records that
differ are shown as mixed: nothing is chosen and every part says so to screen readers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QFrame, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from model.i18n import translate
from model.values import dataclass
from widgets.controls.flow import FlowLayout
from widgets.controls.texts import TextSource, language_changed, name_for_readers, plain_tooltip, resolve
from widgets.look import paint
from widgets.look.fonts import sized_font
from widgets.look.icons import paint_icon
from widgets.look.marks import paint_evidence
from widgets.look.theme import look

Shape = Literal["segments", "chips"]

_ICON, _GAP = 14, 6
_PAD = {"segments": 6, "chips": 9}
_HEIGHT = {"segments": 32, "chips": 28}
_STACKED = 48
"""The height of segments whose marks stand above their words, where the row is too narrow."""


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: its value, its words, and an icon by name or a mark of evidence."""

    value: str
    text: TextSource
    icon_name: str = ""
    evidence: str = ""


class _Face:
    """How a choice looks, whatever kind of button it is."""

    def __init__(self, option: Option, shape: Shape) -> None:
        self.option, self.shape = option, shape
        self.stacked = False

    @property
    def words(self) -> str:
        return resolve(self.option.text)

    @property
    def marked(self) -> bool:
        return bool(self.option.icon_name or self.option.evidence)

    def size(self) -> QSize:
        words = QFontMetrics(sized_font(13, 600)).horizontalAdvance(self.words)
        if self.stacked:
            return QSize(words + 2 * _PAD["segments"], _STACKED)
        mark = _ICON + _GAP if self.marked else 0
        return QSize(words + mark + 2 * _PAD[self.shape] + 2, _HEIGHT[self.shape])

    def paint(self, button: QAbstractButton) -> None:
        painter = QPainter(button)
        on, enabled = button.isChecked(), button.isEnabled()
        hover = button.underMouse() and enabled
        if self.shape == "segments":
            rect = QRectF(button.rect())
            if on:
                paint.outlined(painter, rect, 4, fill="surface.selected")
            elif hover:
                paint.outlined(painter, rect, 4, fill="surface.hover")
        else:
            rect = QRectF(0, (button.height() - 24) / 2, button.width(), 24)
            ground = "surface.selected" if on else "surface.hover" if hover else ""
            line = "accent.base" if on else "line.field"
            paint.outlined(painter, rect, 12, fill=ground, line=line, width=2 if on else 1)
        ink = "ink.disabled" if not enabled else "accent.ink" if on else "ink.1"
        painter.setFont(sized_font(13, 600 if on else 400))
        wide = painter.fontMetrics().horizontalAdvance(self.words)
        mark = _ICON + _GAP if self.marked and not self.stacked else 0
        left = max(4.0, (button.width() - wide - mark) / 2)
        if self.marked:
            place = QRectF(left, (button.height() - _ICON) / 2, _ICON, _ICON)
            if self.stacked:
                place.moveTopLeft(rect.topLeft())
                place.translate((button.width() - _ICON) / 2, 7)
            if self.option.evidence:
                paint_evidence(painter, place, self.option.evidence, ink)
            else:
                paint_icon(painter, self.option.icon_name, place, look().color(ink))
        room = QRectF(left + mark, 0, button.width() - left - mark - 2, button.height())
        if self.stacked:
            room = QRectF(left, 24, button.width() - left - 2, 20)
        painter.setPen(look().color(ink))
        words = painter.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()


class _One(QRadioButton):
    """Radio buttons bring the arrow keys, one tab stop and the right role for screen readers."""

    def __init__(self, option: Option, shape: Shape) -> None:
        super().__init__()
        self.face = _Face(option, shape)
        _prepare(self, shape)

    def sizeHint(self) -> QSize:
        return self.face.size()

    def minimumSizeHint(self) -> QSize:
        return self.face.size()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        self.face.paint(self)


class _Any(QCheckBox):
    """Check boxes bring the space bar and the right role for screen readers."""

    def __init__(self, option: Option) -> None:
        super().__init__()
        self.face = _Face(option, "chips")
        _prepare(self, "chips")

    def sizeHint(self) -> QSize:
        return self.face.size()

    def minimumSizeHint(self) -> QSize:
        return QSize(min(72, self.face.size().width()), self.face.size().height())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        self.face.paint(self)


def _prepare(button: QAbstractButton, shape: Shape) -> None:
    button.setProperty("plain", True)
    if shape == "chips":
        button.setProperty("ringRadius", 12)
    horizontal = QSizePolicy.Policy.Expanding if shape == "segments" else QSizePolicy.Policy.Maximum
    button.setSizePolicy(horizontal, QSizePolicy.Policy.Fixed)


class ChoicePicker(QFrame):
    """One of a few choices, or none.  Arrow keys go along, Tab goes in and out."""

    chosen = Signal(str)
    """The user chose the option with this value; "" took the choice back."""

    def __init__(
        self, options: Sequence[Option], name: TextSource, shape: Shape = "segments", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._shape = shape
        self._taken = ""
        self._mixed = False
        self._foreign: _One | None = None
        self._buttons: dict[str, _One] = {}
        self._flow: FlowLayout | None = None
        self._row: QHBoxLayout | None = None
        if shape == "chips":
            self._flow = FlowLayout(self, 4)
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        else:
            self._row = QHBoxLayout(self)
            self._row.setContentsMargins(1, 1, 1, 1)
            self._row.setSpacing(2)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for option in options:
            self._add(option)
        self.retranslate()

    def _add(self, option: Option) -> _One:
        button = _One(option, self._shape)
        button.clicked.connect(self._clicked)
        self._buttons[option.value] = button
        if self._flow is not None:
            self._flow.addWidget(button)
        elif self._row is not None:
            self._row.addWidget(button)
        return button

    def value(self) -> str:
        """The value of what is chosen; "" without a choice."""
        return self._taken

    def show_value(self, value: str, *, mixed: bool = False) -> None:
        """Show a choice, silently.  A value that is not among the options is shown as it is, as one more."""
        self._mixed = mixed
        self._taken = "" if mixed else value
        if self._foreign is not None and self._foreign.face.option.value != self._taken:
            del self._buttons[self._foreign.face.option.value]
            self._foreign.hide()
            self._foreign.deleteLater()
            self._foreign = None
        if self._taken and self._taken not in self._buttons:
            self._foreign = self._add(Option(self._taken, self._taken))
            self._foreign.show()
        for key, button in self._buttons.items():
            button.setAutoExclusive(False)
            button.setChecked(key == self._taken)
            button.setAutoExclusive(True)
        self.retranslate()

    def button(self, value: str) -> QRadioButton:
        """The button of an option."""
        return self._buttons[value]

    def retranslate(self) -> None:
        """Ask for all words again."""
        name = resolve(self._name)
        if self._mixed:
            name = translate("Controls", "{name}: several values").format(name=name)
        name_for_readers(self, name, translate("Controls", "Delete clears"))
        for button in self._buttons.values():
            name_for_readers(button, button.face.words, name)
            button.setToolTip(plain_tooltip(button.face.words))
            button.updateGeometry()
            button.update()
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Segments may stand with their marks above their words."""
        if self._shape == "chips":
            return super().minimumSizeHint()
        wide = 0
        for button in self._buttons.values():
            face = _Face(button.face.option, "segments")
            face.stacked = face.marked
            wide += face.size().width() + 2
        return QSize(wide, self.height())

    def _fit(self) -> None:
        """Put the marks above the words where the row is too narrow for both."""
        if self._shape == "chips":
            return
        needed = 2
        for button in self._buttons.values():
            needed += _Face(button.face.option, "segments").size().width() + 2
        narrow = self.width() < needed and any(button.face.marked for button in self._buttons.values())
        for button in self._buttons.values():
            if button.face.stacked != narrow:
                button.face.stacked = narrow
                button.updateGeometry()
        high = (_STACKED if narrow else _HEIGHT["segments"]) + 2
        if self.minimumHeight() != high:
            self.setFixedHeight(high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line round segments, and the hairlines between them."""
        if self._shape == "chips":
            return
        painter = QPainter(self)
        paint.outlined(painter, QRectF(self.rect()), 6, fill="surface.field", line="line.field")
        painter.setPen(look().color("line.hair"))
        for button in list(self._buttons.values())[1:]:
            painter.drawLine(button.x() - 1, 2, button.x() - 1, self.height() - 3)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace take the choice back."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not event.modifiers():
            self._take("")
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Clicks between the choices are nobody's."""
        event.accept()

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _One):
            value = button.face.option.value
            self._take("" if value == self._taken else value)

    def _take(self, value: str) -> None:
        changed = value != self._taken or self._mixed
        self.show_value(value)
        if changed:
            self.chosen.emit(value)


class ChoiceToggles(QWidget):
    """Any of some choices, as chips.  Arrow keys go along, Space and a click switch one."""

    changed = Signal(object)
    """A tuple of the values that are chosen now, in the order of the options; those not offered come last."""

    def __init__(self, options: Sequence[Option], name: TextSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._values: tuple[str, ...] = ()
        self._mixed = False
        self._buttons: dict[str, _Any] = {}
        self._flow = FlowLayout(self, 4)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._own = tuple(option.value for option in options)
        for option in options:
            self._add(option)
        self.retranslate()

    def _add(self, option: Option) -> None:
        button = _Any(option)
        button.clicked.connect(self._clicked)
        self._buttons[option.value] = button
        self._flow.addWidget(button)

    def values(self) -> tuple[str, ...]:
        """What is chosen."""
        return self._values

    def show_values(self, values: Iterable[str], *, mixed: bool = False) -> None:
        """Show what is chosen, silently; what is not among the options is shown as it is."""
        self._values, self._mixed = tuple(values), mixed
        for value in [v for v in self._buttons if v not in self._own and v not in self._values]:
            gone = self._buttons.pop(value)
            self._flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for value in self._values:
            if value not in self._buttons:
                self._add(Option(value, value))
                self._buttons[value].show()
        for value, button in self._buttons.items():
            button.setChecked(value in self._values)
        self.retranslate()
        self.updateGeometry()

    def button(self, value: str) -> QCheckBox:
        """The chip of an option."""
        return self._buttons[value]

    def retranslate(self) -> None:
        """Ask for all words again."""
        name = resolve(self._name)
        if self._mixed:
            name = translate("Controls", "{name}: several values").format(name=name)
        name_for_readers(self, name)
        for button in self._buttons.values():
            name_for_readers(button, button.face.words, name)
            button.setToolTip(plain_tooltip(button.face.words))
            button.updateGeometry()
            button.update()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go along."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}.get(
            Qt.Key(event.key())
        )
        row = list(self._buttons.values())
        at = next((place for place, button in enumerate(row) if button.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
        elif 0 <= at + step < len(row):
            row[at + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _clicked(self) -> None:
        values = tuple(value for value, button in self._buttons.items() if button.isChecked())
        self._values, self._mixed = values, False
        self.changed.emit(values)
