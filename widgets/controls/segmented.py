"""Segmented control: one of a few, all of them to be seen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from model.values import dataclass
from widgets.controls.texts import TextSource, language_changed, name_for_readers, plain_tooltip, resolve
from widgets.look import paint
from widgets.look.fonts import sized_font
from widgets.look.icons import icon
from widgets.look.theme import look


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice: its value, its words, and an icon by name (or a ready one).

    Where an icon stands alone (``text`` is ""), ``name`` is what it is called.
    """

    value: str
    text: TextSource
    icon_name: str = ""
    ready_icon: QIcon | None = None
    name: TextSource = ""


class _SegmentButton(QRadioButton):
    """Radio buttons bring the arrow keys, one tab stop and the right role for screen readers."""

    def __init__(self, segment: Segment, outlined: bool) -> None:
        super().__init__()
        self.segment = segment
        self._outlined = outlined
        self.setProperty("plain", True)
        self._plain = segment.ready_icon or (icon(segment.icon_name, 16, "ink.2") if segment.icon_name else None)
        self._chosen = segment.ready_icon or (
            icon(segment.icon_name, 16, "accent.ink" if outlined else "ink.1") if segment.icon_name else None
        )
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding if outlined else QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed
        )

    def sizeHint(self) -> QSize:
        """As wide as the words in bold, so that choosing moves nothing."""
        metrics = QFontMetrics(sized_font(13, 600))
        words = resolve(self.segment.text)
        if not words:
            return QSize(40, 32 if self._outlined else 28)
        width = metrics.horizontalAdvance(words) + (22 if self._plain else 0) + 22
        return QSize(width, 32 if self._outlined else 28)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """All of it can be pressed."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The segment; the chosen one stands out by its ground and by its weight."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        on, enabled = self.isChecked(), self.isEnabled()
        if on:
            if self._outlined:
                paint.outlined(painter, rect, 4, fill="surface.selected")
            else:
                paint.outlined(painter, rect, 6, fill="surface.raised", line="line.hair")
        elif self.underMouse() and enabled:
            paint.outlined(painter, rect, 4 if self._outlined else 6, fill="surface.hover")
        chosen_ink = "accent.ink" if self._outlined else "ink.1"
        ink = "ink.disabled" if not enabled else chosen_ink if on else "ink.1" if self._outlined else "ink.2"
        painter.setFont(sized_font(13, 600 if on else 400 if self._outlined else 500))
        words = resolve(self.segment.text)
        width = painter.fontMetrics().horizontalAdvance(words)
        mark = self._chosen if on else self._plain
        left = (self.width() - width - ((22 if words else 16) if mark else 0)) // 2
        if mark:
            mode = QIcon.Mode.Normal if enabled else QIcon.Mode.Disabled
            mark.paint(painter, QRect(left, (self.height() - 16) // 2, 16, 16), Qt.AlignmentFlag.AlignCenter, mode)
            left += 22
        painter.setPen(look().color(ink))
        painter.drawText(QRect(left, 0, width + 4, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()


class Segmented(QFrame):
    """One of a few choices.  Arrow keys go along, Tab goes in and out.

    ``outlined`` draws a field with a line (in the inspector) instead of a tray (in a toolbar).
    """

    chosen = Signal(str)
    """The user chose the segment with this value."""

    def __init__(
        self, segments: Sequence[Segment], name: TextSource, *, outlined: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._outlined = outlined
        self._buttons: dict[str, _SegmentButton] = {}
        row = QHBoxLayout(self)
        inset = 1 if outlined else 3
        row.setContentsMargins(inset, inset, inset, inset)
        row.setSpacing(2)
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred if outlined else QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed
        )
        for segment in segments:
            button = _SegmentButton(segment, outlined)
            button.clicked.connect(self._clicked)
            self._buttons[segment.value] = button
            row.addWidget(button)
        self.retranslate()

    def value(self) -> str:
        """The value of the chosen segment; "" when none is."""
        return next((value for value, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Choose a segment, silently; "" chooses none.  Raises KeyError for an unknown value."""
        if value:
            self._buttons[value].setChecked(True)
            return
        for button in self._buttons.values():
            button.setAutoExclusive(False)
            button.setChecked(False)
            button.setAutoExclusive(True)

    def button(self, value: str) -> QRadioButton:
        """The button of a segment, for tests and tours."""
        return self._buttons[value]

    def retranslate(self) -> None:
        """Ask for all words again."""
        name = resolve(self._name)
        name_for_readers(self, name)
        for button in self._buttons.values():
            called = resolve(button.segment.text) or resolve(button.segment.name)
            name_for_readers(button, called, name)
            if not resolve(button.segment.text):
                button.setToolTip(plain_tooltip(called))
            button.updateGeometry()
            button.update()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tray, or the line round it."""
        painter = QPainter(self)
        if self._outlined:
            paint.outlined(painter, QRectF(self.rect()), 6, fill="surface.field", line="line.field")
            painter.setPen(look().color("line.hair"))
            for button in list(self._buttons.values())[1:]:
                painter.drawLine(button.x() - 1, 2, button.x() - 1, self.height() - 3)
        else:
            paint.outlined(painter, QRectF(self.rect()), 8, fill="surface.sunken")
        painter.end()

    def _clicked(self) -> None:
        self.chosen.emit(self.value())
