"""Bars under the toolbar: they push the canvas down and stay until what they say is solved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from widgets.controls.buttons import Button, IconButton
from widgets.controls.keyboardback import KeyboardBack
from widgets.controls.texts import TextSource, language_changed, name_for_readers, resolve
from widgets.look.fonts import sized_font, wrapped
from widgets.look.icons import paint_icon
from widgets.look.theme import look

BarKind = Literal["danger", "warn", "info", "neutral"]

_COLORS: dict[str, tuple[str, str, str]] = {
    # kind: ground, line at the left, icon
    "danger": ("state.danger_bg", "state.danger", "state.danger"),
    "warn": ("state.warn_bg", "state.warn_line", "state.warn"),
    "info": ("state.info_bg", "state.info", "state.info"),
    "neutral": ("surface.sunken", "line.field", "ink.2"),
}
"""Red: work is not protected.  Amber: read only.  Blue: recovered.  Grey: a filter is on."""


class Bar(QFrame):
    """What is the matter (bold), what it means, and buttons to solve it."""

    def __init__(
        self, kind: BarKind, icon_name: str, title: TextSource, sentence: TextSource, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._icon = icon_name
        self._title = title
        self._sentence = sentence
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._label = _LeadLabel()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4 + 14 + 20 + 12, 9, 14, 9)
        self._row.setSpacing(12)
        self._row.addWidget(self._label, 1)
        self.retranslate()

    def add_button(self, text: TextSource, run: Callable[[], object], *, quiet: bool = False) -> Button:
        """Add a button at the right; the one that solves it last, and not quiet."""
        button = Button(text, "quiet" if quiet else "outlined", small=True)
        button.clicked.connect(lambda _checked=False: run())
        self._row.addWidget(button)
        return button

    def add_close(self, name: TextSource, run: Callable[[], object]) -> IconButton:
        """Add a cross that puts the bar away."""
        button = IconButton("x", name, small=True)
        button.clicked.connect(lambda _checked=False: run())
        self._row.addWidget(button)
        return button

    def set_texts(self, title: TextSource, sentence: TextSource) -> None:
        """Say something else."""
        self._title, self._sentence = title, sentence
        self.retranslate()

    def text(self) -> str:
        """All that it says."""
        return self._label.text()

    def retranslate(self) -> None:
        """Ask for the texts again."""
        title, sentence = resolve(self._title), resolve(self._sentence)
        self._label.set_texts(title, sentence)
        name_for_readers(self, f"{title} {sentence}".strip())
        self._fit()

    def announce(self) -> None:
        """Let a screen reader say it now."""
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as its text at this width: a layout would keep the height of the widest or the narrowest."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = self.heightForWidth(self.width())
        if needed > 0 and needed != self.height():
            self.setFixedHeight(needed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, line, icon, and an edge between one bar and the next."""
        ground, line, ink = _COLORS[self._kind]
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().color(ground))
        painter.fillRect(0, 0, 4, self.height(), look().color(line))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look().color("surface.window"))
        paint_icon(painter, self._icon, QRectF(18, self.height() / 2 - 10, 20, 20), look().color(ink))
        painter.end()


class _LeadLabel(QLabel):
    """A wrapped text whose first words are bold; QLabel could do so only by markup, which notes must not reach."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._lead = ""
        self._rest = ""

    def set_texts(self, lead: str, rest: str) -> None:
        self._lead, self._rest = lead, rest
        self.setText(f"{lead}  {rest}".strip())
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(28, round(self._layout(width).boundingRect().height()))

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(look().color("ink.1"))
        layout = self._layout(self.width())
        painter.translate(0, (self.height() - layout.boundingRect().height()) / 2)
        layout.draw(painter, QPointF(0, 0))
        painter.end()

    def _layout(self, width: int) -> QTextLayout:
        return wrapped(self.text(), sized_font(14), width, bold=len(self._lead))


class BarStack(QWidget):
    """The place of the bars: one above the other, newest last; no height without a bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: dict[str, Bar] = {}
        self._keyboard = KeyboardBack(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_bar(self, key: str, bar: Bar) -> None:
        """Show ``bar``; one that was shown for the same ``key`` goes."""
        self.remove_bar(key)
        self._bars[key] = bar
        self._column.addWidget(bar)
        bar.show()
        bar.announce()

    def remove_bar(self, key: str) -> None:
        """Take the bar of ``key`` away, when there is one."""
        bar = self._bars.pop(key, None)
        if bar is not None:
            self._keyboard.leave(bar)
            self._column.removeWidget(bar)
            bar.hide()
            bar.deleteLater()

    def clear(self) -> None:
        """Take every bar away."""
        for key in tuple(self._bars):
            self.remove_bar(key)

    def bar(self, key: str) -> Bar | None:
        """The bar shown for ``key``."""
        return self._bars.get(key)
