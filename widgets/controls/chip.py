"""Chips: a short word with an icon; some can be removed."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from model.i18n import translate
from widgets.controls.cross import Cross
from widgets.controls.texts import TextSource, language_changed, name_for_readers, plain_tooltip, resolve
from widgets.look import paint
from widgets.look.fonts import sized_font
from widgets.look.icons import paint_icon
from widgets.look.theme import look

ChipKind = Literal["filled", "outlined", "accent"]

_GROUND = {"filled": "surface.sunken", "outlined": "", "accent": "surface.selected"}
_INK = {"filled": "ink.1", "outlined": "ink.1", "accent": "accent.ink"}
_PAD, _GAP, _HEIGHT = 9, 5, 24
_CROSS = 26


class Chip(QPushButton):
    """A word in a rounded frame, 24 high in a target of 28.

    A chip that ``removable`` has a cross at the right; Delete and Backspace do the same.  A chip that is neither
    removable nor ``clickable`` takes no focus.  ``prefix`` is a bold, accented word before the text ("1").
    """

    removed = Signal()
    """The user asked to remove it; the chip itself stays until its owner takes it away."""

    def __init__(
        self,
        text: TextSource,
        kind: ChipKind = "filled",
        *,
        icon_name: str = "",
        prefix: str = "",
        removable: bool = False,
        clickable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._source = text
        self._kind = kind
        self._icon = icon_name
        self._prefix = prefix
        self._removable = removable
        self._clickable = clickable
        self._cross = Cross(self, 28) if removable else None
        if self._cross is not None:
            self._cross.pressed.connect(self.removed)
        self._wide = self._left = 0
        self.setProperty("plain", True)
        self.setProperty("ringRadius", _HEIGHT / 2)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        if not (removable or clickable):
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.retranslate()

    def set_source(self, text: TextSource) -> None:
        """Say something else."""
        self._source = text
        self.retranslate()

    def retranslate(self) -> None:
        """Ask for the words again."""
        words = resolve(self._source)
        # Measured once: a layout asks for the size again and again.
        self._wide = QFontMetrics(sized_font(12, 500)).horizontalAdvance(words)
        self._left = _PAD + (14 + _GAP if self._icon else 0)
        if self._prefix:
            self._left += QFontMetrics(sized_font(12, 700)).horizontalAdvance(self._prefix) + _GAP
        hint = translate("Controls", "Press Delete to remove") if self._removable else ""
        name_for_readers(self, f"{self._prefix} {words}".strip(), hint)
        self.setToolTip(plain_tooltip(words))
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        return QSize(self._left + self._wide + (_CROSS if self._removable else _PAD) + 1, 28)

    def minimumSizeHint(self) -> QSize:
        """May be cut with an ellipsis, the tooltip says it all."""
        return QSize(min(self.sizeHint().width(), 72), 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, icon, words, cross."""
        painter = QPainter(self)
        body = QRectF(0, (self.height() - _HEIGHT) / 2, self.width(), _HEIGHT)
        ground = "surface.hover" if self._clickable and self.underMouse() else _GROUND[self._kind]
        paint.outlined(painter, body, _HEIGHT / 2, fill=ground, line="line.field" if self._kind == "outlined" else "")
        ink = look().color(_INK[self._kind] if self.isEnabled() else "ink.disabled")
        left = float(_PAD)
        if self._icon:
            paint_icon(painter, self._icon, QRectF(left, body.center().y() - 7, 14, 14), ink)
            left += 14 + _GAP
        if self._prefix:
            painter.setFont(sized_font(12, 700))
            painter.setPen(look().color("accent.ink"))
            wide = painter.fontMetrics().horizontalAdvance(self._prefix)
            painter.drawText(QRectF(left, body.y(), wide + 2, _HEIGHT), Qt.AlignmentFlag.AlignVCenter, self._prefix)
            left += wide + _GAP
        right = self.width() - (_CROSS if self._removable else _PAD)
        painter.setFont(sized_font(12, 500))
        painter.setPen(ink)
        words = painter.fontMetrics().elidedText(
            resolve(self._source), Qt.TextElideMode.ElideRight, max(0, int(right - left + 1))
        )
        painter.drawText(QRectF(left, body.y(), right - left + 1, _HEIGHT), Qt.AlignmentFlag.AlignVCenter, words)
        if self._cross is not None:
            cross = look().color("ink.1" if self._cross.lit else "ink.3")
            paint_icon(painter, "x", QRectF(self.width() - 20, body.center().y() - 6, 12, 12), cross)
        painter.end()
