"""The scribe line of the wall: what the line under the editor's map says, large.

It holds nothing of its own: text, target and keys are those of the other line, so one can go on in either.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from widgets.controls.labels import ElidedLabel
from widgets.look.fonts import sized_font
from widgets.look.icons import paint_icon
from widgets.look.walllook import dress_line
from widgets.scribe.chips import ScribeChip
from widgets.scribe.field import ScribeField
from widgets.scribe.line import ScribeLine
from widgets.wall.colors import WallColors

HEIGHT, CHIP_H, FIELD_TEXT, CHIP_TEXT, REMARK = 86, 54, 28, 22, 20
"""px of an image of 1,000 (look.md, section 10)."""
_SIGN, _DISC, _WIDEST = 26, 30, 400


class WallChip(ScribeChip):
    """A chip of the scribe line; ``unit`` px of it are 1 px of an image of 1,000."""

    def __init__(self, colors: WallColors, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wall = colors
        self.unit = 1.0

    def _px(self, size: float) -> float:
        return size * self.unit

    def _words_at(self) -> float:
        sign = _DISC if self._number is not None else _SIGN if self._icon else 0
        return self._px(14 + sign + 10) if sign else self._px(16)

    def sizeHint(self) -> QSize:
        """As wide as its words, up to a limit."""
        words = QFontMetrics(sized_font(self._px(CHIP_TEXT), 600)).horizontalAdvance(self._words)
        return QSize(
            round(min(self._words_at() + words + self._px(16) + 1, self._px(_WIDEST))), round(self._px(CHIP_H))
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, sign, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._wall.color
        fill, ink, line = self._colors
        width = self._px(2)
        body = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setPen(QPen(color(self._signed), width) if line else Qt.PenStyle.NoPen)
        painter.setBrush(color(fill))
        painter.drawRoundedRect(body, self._px(8), self._px(8))
        size = self._px(_DISC if self._number is not None else _SIGN)
        sign = QRectF(self._px(13), (self.height() - size) / 2, size, size)
        if self._number is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("phase.number_fill"))
            painter.drawEllipse(sign)
            painter.setPen(color("phase.number_ink"))
            painter.setFont(sized_font(self._px(19), 700))
            painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, str(self._number))
        elif self._icon:
            paint_icon(painter, self._icon, sign, color(self._signed))
        painter.setFont(sized_font(self._px(CHIP_TEXT), 600))
        painter.setPen(color(ink))
        room = self.width() - self._words_at() - self._px(13)
        shown = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, round(room) + 1)
        place = QRectF(self._words_at(), 0, room + 2, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()


class WallField(ScribeField):
    """The field; its caret is seen from far away, and while somebody types in the editor's line too."""

    def __init__(self, colors: WallColors, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wall = colors
        self.unit = 1.0
        self.followed = False
        """Whether the caret of the other line is shown."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field and a wide caret, which does not blink: who looks up finds it."""
        super().paintEvent(event)
        if self.followed or self.hasFocus():
            painter = QPainter(self)
            caret = QRectF(self.cursorRect())
            width = max(2.0, 2.5 * self.unit)
            painter.fillRect(
                QRectF(caret.center().x() - width / 2, caret.top(), width, caret.height()),
                self._wall.color("accent.base"),
            )
            painter.end()


class WallLine(QFrame):
    """Shows and serves ``line``."""

    left = Signal()
    """Esc: the keyboard goes back to the map on the wall."""

    def __init__(self, line: ScribeLine, colors: WallColors, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line, self._colors = line, colors
        self.field = WallField(colors)
        self._row = QHBoxLayout(self)
        self.chips: dict[str, WallChip] = {}
        for part in line.chips:
            chip = self.chips[part] = WallChip(colors)
            chip.clicked.connect(self._pressed)
            self._row.addWidget(chip)
        self._row.addWidget(self.field, 1)
        self.remark = ElidedLabel()
        self.remark.hide()
        self._row.addWidget(self.remark, 1)  # as much as the field
        self.field.textEdited.connect(self._typed)
        self.field.asked.connect(self._asked)
        self.field.joined.connect(self._joined)
        self.field.pasted.connect(line.lists.paste)
        self.field.focused.connect(line.attend)
        line.field.textChanged.connect(self._follow_text)
        line.field.cursorPositionChanged.connect(self._follow_caret)
        line.refreshed.connect(self.refresh)
        self.refresh()
        self._follow_text()

    def end(self) -> None:
        """Let go of the other line; what is typed stays there."""
        line = self._line
        line.field.textChanged.disconnect(self._follow_text)
        line.field.cursorPositionChanged.disconnect(self._follow_caret)
        line.refreshed.disconnect(self.refresh)
        self.field.focused.disconnect(line.attend)
        if line.writing and not line.field.hasFocus():
            line.attend(False)

    def set_unit(self, unit: float) -> None:
        """``unit`` px are 1 px of an image of 1,000."""
        self.setFixedHeight(round(HEIGHT * unit))
        self._row.setContentsMargins(round(24 * unit), 0, round(24 * unit), 0)
        self._row.setSpacing(round(14 * unit))
        self.field.setFixedHeight(round(CHIP_H * unit))
        self.field.unit = unit
        for chip in self.chips.values():
            chip.unit = unit
            chip.updateGeometry()
        self.show_colors()

    def show_colors(self) -> None:
        """Show the colours of the wall's theme."""
        css, unit = self._colors.css, self.field.unit
        dress_line(self, css, unit, FIELD_TEXT, REMARK)
        for chip in self.chips.values():
            chip.update()

    def refresh(self) -> None:
        """Say what the other line says."""
        for part, chip in self._line.chips.items():
            self.chips[part].say_as(chip)
        self.field.setPlaceholderText(self._line.field.placeholderText())
        followed = self._line.field.hasFocus()
        if followed != self.field.followed:
            self.field.followed = followed
            self.field.update()

    # -- one text in two fields ------------------------------------------------------------------------------

    def _typed(self, text: str) -> None:
        self._line.write(text, self.field.cursorPosition())
        self._follow_text()

    def _follow_text(self) -> None:
        text = self._line.field.text()
        if text != self.field.text():
            self.field.setText(text)
            self._follow_caret()

        self.remark.set_source(self._line.remark)
        self.remark.setHidden(not self._line.remark)

    def _follow_caret(self) -> None:
        at = self._line.field.cursorPosition()
        if not self.field.hasSelectedText() and at != self.field.cursorPosition():
            self.field.setCursorPosition(at)

    def _asked(self, what: str, by: int) -> None:
        if what == "leave" and not self._line.aim.corrects:
            self.left.emit()
            return
        self._line.ask(what, by, self.field.cursorPosition())
        self._follow_text()
        self._follow_caret()

    def _joined(self) -> None:
        self._asked("join", 0)

    def _pressed(self) -> None:
        chip = self.sender()
        part = next(part for part, known in self.chips.items() if known is chip)
        self._line.press(part, self.chips[part], self.field)
