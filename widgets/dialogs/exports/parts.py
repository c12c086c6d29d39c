"""Small parts of the export dialog: choices as cards, a note in a coloured strip, a box of choices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from widgets.controls.buttons import Button
from widgets.controls.empty import IconMark
from widgets.controls.labels import PlainLabel
from widgets.controls.texts import TextSource, language_changed, name_for_readers, plain_tooltip, resolve
from widgets.look import paint
from widgets.look.fonts import sized_font
from widgets.look.icons import paint_icon
from widgets.look.theme import look

_PAD = 10
_ICON = 16
_CARD = 56
"""The height of a card in px."""
_TICK_GAP = 12


class ChoiceCard(QRadioButton):
    """One of a few ways, as a card with an icon, its name, and one line about it."""

    def __init__(self, value: str, icon_name: str, title: TextSource, line: TextSource) -> None:
        super().__init__()
        self.value = value
        self._icon, self._title, self._line = icon_name, title, line
        self._with_icon = True
        self.setProperty("plain", True)
        self.setProperty("ringRadius", 8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def set_line(self, line: TextSource) -> None:
        """Say something else below the name."""
        self._line = line
        self.retranslate()

    def has_room(self) -> bool:
        """Whether the icon fits before the name."""
        title = QFontMetrics(sized_font(13, 600)).horizontalAdvance(resolve(self._title))
        return title + _ICON + 7 + 2 * _PAD <= self.width()

    def show_icon(self, shown: bool) -> None:
        """Show the icon, or on a narrow dialog the words only."""
        self._with_icon = shown
        self.update()

    def retranslate(self) -> None:
        """Ask for the words again."""
        name_for_readers(self, resolve(self._title), resolve(self._line))
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """With the icon before the name."""
        return QSize(self.minimumSizeHint().width() + _ICON + 7, _CARD)

    def minimumSizeHint(self) -> QSize:
        """The words whole; the icon goes first where there is little room."""
        title = QFontMetrics(sized_font(13, 600)).horizontalAdvance(resolve(self._title))
        line = QFontMetrics(sized_font(12)).horizontalAdvance(resolve(self._line))
        return QSize(max(title, line) + 2 * _PAD + 2, _CARD)

    def hitButton(self, pos: QPoint) -> bool:
        """All of it can be pressed."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card; the chosen one by its line, its ground and the colour of its name."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        on, enabled = self.isChecked(), self.isEnabled()
        if on:
            paint.outlined(painter, rect, 8, fill="surface.selected", line="accent.base", width=2)
        else:
            ground = "raised.hover" if self.underMouse() and enabled else "surface.raised"
            paint.outlined(painter, rect, 8, fill=ground, line="line.strong")
        ink = "ink.disabled" if not enabled else "accent.ink" if on else "ink.1"
        left = float(_PAD)
        title, line = resolve(self._title), resolve(self._line)
        painter.setFont(sized_font(13, 600))
        if self._with_icon:
            paint_icon(painter, self._icon, QRectF(left, 9, _ICON, _ICON), look().color(ink))
            left += _ICON + 7
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(look().color(ink))
        painter.drawText(QRectF(left, 7, self.width() - left, 20), middle, title)
        painter.setPen(look().color("ink.2" if enabled else "ink.disabled"))
        painter.setFont(sized_font(12))
        painter.drawText(QRectF(_PAD, 30, self.width() - _PAD, 18), middle, line)
        painter.end()


class ChoiceCards(QWidget):
    """Cards side by side; one is chosen.  Arrow keys go along, Tab goes in and out."""

    chosen = Signal(str)
    """The user chose the card with this value."""

    def __init__(self, cards: Sequence[ChoiceCard], name: TextSource, columns: int = 0) -> None:
        """``columns`` cards stand side by side; 0 for all of them."""
        super().__init__()
        self._name = name
        self.cards = {card.value: card for card in cards}
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for i, card in enumerate(cards):
            row, column = divmod(i, columns or len(cards))
            grid.addWidget(card, row, column)
            grid.setColumnStretch(column, 1)
            card.clicked.connect(lambda _checked=False, value=card.value: self.chosen.emit(value))
        name_for_readers(self, resolve(name))

    def value(self) -> str:
        """The chosen card's value; "" when none is."""
        return next((value for value, card in self.cards.items() if card.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Choose a card, silently.  Raises KeyError for an unknown value."""
        self.cards[value].setChecked(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All cards show their icon, or none."""
        super().resizeEvent(event)
        self._grid.activate()
        fits = all(card.has_room() for card in self.cards.values())
        for card in self.cards.values():
            card.show_icon(fits)

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            name_for_readers(self, resolve(self._name))
        super().changeEvent(event)


class Choice(QComboBox):
    """A box with one of many choices, whose words follow the language."""

    changed = Signal()
    """The user chose another."""

    def __init__(self, choices: Sequence[tuple[str, TextSource]]) -> None:
        super().__init__()
        self._choices = list(choices)
        for value, text in self._choices:
            self.addItem(resolve(text), value)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(5)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(12)
        self.activated.connect(lambda _row: self.changed.emit())

    def add(self, value: str, text: TextSource) -> None:
        """Offer one more, the last."""
        self._choices.append((value, text))
        self.addItem(resolve(text), value)

    def value(self) -> str:
        """The chosen value."""
        return str(self.currentData())

    def set_value(self, value: str) -> None:
        """Choose, silently; an unknown value changes nothing."""
        row = self.findData(value)
        if row >= 0:
            self.setCurrentIndex(row)

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            for row, (_, text) in enumerate(self._choices):
                self.setItemText(row, resolve(text))
        super().changeEvent(event)


class Tick(QCheckBox):
    """A box to tick with its words, which follow the language; ``hint`` is told to those who point at it or hear it."""

    def __init__(self, text: TextSource, *, checked: bool = False, hint: TextSource = "") -> None:
        super().__init__()
        self._source, self._hint = text, hint
        self.setChecked(checked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def hitButton(self, pos: QPoint) -> bool:
        """All of it can be pressed."""
        return self.rect().contains(pos)

    def set_silently(self, on: bool) -> None:
        """Tick it or not, without telling."""
        self.blockSignals(True)
        self.setChecked(on)
        self.blockSignals(False)

    def retranslate(self) -> None:
        """Ask for the words again."""
        words, hint = resolve(self._source), resolve(self._hint)
        self.setText(words.replace("&", "&&"))
        name_for_readers(self, words, hint)
        self.setToolTip(plain_tooltip(hint) if hint else "")

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)


class TickGrid(QWidget):
    """Boxes to tick, two in a row where they have room for that."""

    def __init__(self, ticks: Sequence[Tick]) -> None:
        super().__init__()
        self.ticks = tuple(ticks)
        self._columns = 2
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(_TICK_GAP)
        grid.setVerticalSpacing(0)
        self._place()

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest; the height is that of the rows that there are."""
        return QSize(self._widest(self.ticks), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column or two."""
        super().resizeEvent(event)
        beside = self._widest(self.ticks[::2]) + self._widest(self.ticks[1::2]) + _TICK_GAP
        columns = 2 if beside <= self.width() else 1
        if columns != self._columns:
            self._columns = columns
            self._place()

    @staticmethod
    def _widest(ticks: Sequence[Tick]) -> int:
        return max((tick.minimumSizeHint().width() for tick in ticks), default=0)

    def _place(self) -> None:
        for at, tick in enumerate(self.ticks):
            self._grid.addWidget(tick, *divmod(at, self._columns))
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
        self.updateGeometry()


NoteKind = Literal["ok", "warn", "info", "plain"]
_GROUND = {"ok": "state.ok_bg", "warn": "state.warn_bg", "info": "state.info_bg", "plain": ""}
_INK = {"ok": "state.ok", "warn": "state.warn", "info": "state.info", "plain": "ink.3"}
_SIGN = {"ok": "check", "warn": "alert-triangle", "info": "info-circle", "plain": "map-2"}


class Note(QFrame):
    """A sentence or two on a coloured ground, with a sign before it and perhaps one link behind it."""

    def __init__(self, kind: NoteKind = "plain", *, role: str = "", sign: str = "") -> None:
        super().__init__()
        self._kind: NoteKind = kind
        self._sign = sign
        self._said: tuple[TextSource, TextSource] = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._mark = IconMark(sign or _SIGN[kind], 18, _INK[kind])
        self._title = PlainLabel("", "strong", wrap=True)
        self._title.hide()
        self._label = PlainLabel("", role, wrap=True)
        words = self.words = QVBoxLayout()
        """What stands between the sign and the link, one below the other."""
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._label)
        self._row = QHBoxLayout(self)
        side = 0 if kind == "plain" else 14
        self._row.setContentsMargins(side, 10, side, 10)
        self._row.setSpacing(10)
        self._row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)

    def add_link(self, text: TextSource, run: Callable[[], object]) -> Button:
        """Add a link at the right."""
        link = Button(text, "link")
        link.clicked.connect(lambda _checked=False: run())
        self._row.addWidget(link)
        return link

    def say(self, sentence: TextSource, title: TextSource = "", kind: NoteKind | None = None) -> None:
        """Say something else."""
        self._kind = kind or self._kind
        self._mark.set_icon(self._sign or _SIGN[self._kind], _INK[self._kind])
        self._title.set_source(title)
        self._title.setVisible(bool(resolve(title)))
        self._label.set_source(sentence)
        self._said = (title, sentence)
        self.retranslate()
        self.update()

    def retranslate(self) -> None:
        """Ask for the words again (the labels do so themselves)."""
        title, sentence = self._said
        name_for_readers(self, f"{resolve(title)} {resolve(sentence)}".strip())

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)

    def text(self) -> str:
        """All that it says."""
        return f"{self._title.text()} {self._label.text()}".strip()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        ground = _GROUND[self._kind]
        if ground:
            painter = QPainter(self)
            paint.outlined(painter, QRectF(self.rect()), 8, fill=ground)
            painter.end()


def scrolled(form: QWidget) -> QScrollArea:
    """A form that scrolls where there is little room."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(form)
    return area
