"""The chips of the scribe line: what the next note will be, said before it is typed.  A click offers the others."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from widgets.controls.disc import paint_disc
from widgets.controls.texts import name_for_readers, plain_tooltip
from widgets.look import paint
from widgets.look.fonts import sized_font
from widgets.look.icons import paint_icon
from widgets.look.theme import look

HEIGHT = 34
"""px, as high as the field beside it."""
WIDEST = 264
"""px; a longer name is cut, the tooltip says all of it."""
_PAD, _GAP, _SIGN = 10, 7, 18


class ScribeChip(QPushButton):
    """A sign (an icon, or a number in a disc) and a name on a ground of colour.

    ``fill``, ``ink`` and ``line`` are colour tokens of the look; "" paints nothing.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = self._icon = ""
        self._number: int | None = None
        self._colors = ("surface.sunken", "ink.1", "")
        self._signed = "ink.1"
        self.setProperty("plain", True)
        self.setProperty("ringRadius", 6)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)

    def say(
        self,
        words: str,
        name: str,
        *,
        icon: str = "",
        number: int | None = None,
        fill: str = "surface.sunken",
        ink: str = "ink.1",
        line: str = "",
        sign: str = "",
    ) -> None:
        """Show ``words``; ``name`` is what a screen reader says ("Phase: Levering"), ``sign`` the icon's colour."""
        self._words, self._icon, self._number = words, icon, number
        self._colors, self._signed = (fill, ink, line), sign or ink
        name_for_readers(self, name)
        self.setToolTip(plain_tooltip(name))
        self.updateGeometry()
        self.update()

    def say_as(self, other: ScribeChip) -> None:
        """Show what ``other`` shows."""
        self.setVisible(not other.isHidden())
        if self._said() == other._said() and self.accessibleName() == other.accessibleName():
            return
        self._words, self._icon, self._number = other._words, other._icon, other._number
        self._colors, self._signed = other._colors, other._signed
        name_for_readers(self, other.accessibleName())
        self.setToolTip(plain_tooltip(other.accessibleName()))
        self.updateGeometry()
        self.update()

    def _said(self) -> tuple[object, ...]:
        return self._words, self._icon, self._number, self._colors, self._signed

    @property
    def words(self) -> str:
        """What it shows."""
        return self._words

    def _wide(self) -> int:
        return QFontMetrics(sized_font(14, 600)).horizontalAdvance(self._words)

    def _left(self) -> int:
        return _PAD + (_SIGN + _GAP if self._icon or self._number is not None else 0)

    def sizeHint(self) -> QSize:
        """As wide as its words, up to a limit."""
        return QSize(min(self._left() + self._wide() + _PAD + 1, WIDEST), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """The same: the field gives way first."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, sign, words."""
        painter = QPainter(self)
        fill, ink, line = self._colors
        body = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        paint.outlined(painter, body, 6, fill=fill, line=line)
        sign = QRectF(_PAD, (self.height() - _SIGN) / 2, _SIGN, _SIGN)
        if self._number is not None:
            paint_disc(painter, sign.adjusted(-1, -1, 1, 1), self._number, "phase.number_fill", "phase.number_ink")
        elif self._icon:
            paint_icon(painter, self._icon, sign, look().color(self._signed))
        painter.setFont(sized_font(14, 600))
        painter.setPen(look().color(ink))
        room = self.width() - self._left() - _PAD + 1
        shown = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        place = QRectF(self._left(), 0, room, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()
