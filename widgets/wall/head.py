"""The head of the wall: the title of the map, the timer's place, and a few controls that come with the pointer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from widgets.controls.texts import TextSource, language_changed, name_for_readers, plain_tooltip, resolve
from widgets.look.fonts import sized_font
from widgets.look.icons import paint_icon
from widgets.wall.colors import WallColors

HEIGHT, TITLE, LABEL, CLOCK, BAR = 58, 22, 20, 36, 5
"""px of an image of 1,000 (look.md, section 10)."""
_BUTTON = 34
_BESIDE, _SIGN, _GAP = 24, 22, 8
"""Between the title and the sign of the filter; the sign; between it and its words."""


class WallButton(QAbstractButton):
    """An icon in the colours of the wall; ``name`` says what it does."""

    def __init__(self, icon_name: str, name: TextSource, colors: WallColors, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._name, self._wall = icon_name, name, colors
        self.unit = 1.0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.retranslate()

    def set_icon(self, icon_name: str) -> None:
        """Show another icon."""
        self._icon = icon_name
        self.update()

    def retranslate(self) -> None:
        """Ask for the name again."""
        name_for_readers(self, resolve(self._name))
        self.setToolTip(plain_tooltip(resolve(self._name)))

    def sizeHint(self) -> QSize:
        """Large enough for a finger."""
        side = max(28, round(_BUTTON * self.unit))
        return QSize(side, side)

    def enterEvent(self, event: object) -> None:
        """Answer to the pointer."""
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is gone."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._wall.color("surface.pressed" if self.isDown() else "surface.hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        side = self.width() * 0.6
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint_icon(painter, self._icon, place, self._wall.color("ink.2"))
        painter.end()


class WallHead(QWidget):
    """Title at the left; at the right what the room does now and how long still, with a bar that fills below."""

    def __init__(self, colors: WallColors, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wall = colors
        self._unit = 1.0
        self._title = self._filter = self._label = self._clock = ""
        self._part: float | None = None
        self._glow = 0.0
        self._row = QHBoxLayout(self)
        self._row.setSpacing(2)
        self.buttons: list[WallButton] = []
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def add_button(self, icon_name: str, name: TextSource) -> WallButton:
        """One control more; it is hidden until :meth:`show_buttons`."""
        button = WallButton(icon_name, name, self._wall, self)
        button.hide()
        self.buttons.append(button)
        self._row.addWidget(button)
        self._place_buttons()
        return button

    def show_buttons(self, shown: bool) -> None:
        """Show the controls, or put them away."""
        for button in self.buttons:
            button.setVisible(shown and button.isEnabled())
        self.update()

    def set_unit(self, unit: float) -> None:
        """``unit`` px are 1 px of an image of 1,000."""
        self._unit = unit
        self.setFixedHeight(round(HEIGHT * unit))
        for button in self.buttons:
            button.unit = unit
            button.setFixedSize(button.sizeHint())
        self._place_buttons()
        self.update()

    def set_title(self, title: str) -> None:
        """Show another title."""
        if title != self._title:
            self._title = title
            name_for_readers(self, title)
            self._place_buttons()
            self.update()

    def set_filter(self, words: str) -> None:
        """Say which notes are looked for, so that the room knows why the others fade; "" says nothing."""
        if words != self._filter:
            self._filter = words
            self._describe()
            self._place_buttons()
            self.update()

    @property
    def filter_shown(self) -> str:
        """What it says of the notes that are looked for."""
        return self._filter

    def _describe(self) -> None:
        said = (self._filter, self._label, self._clock)
        self.setAccessibleDescription(" ".join(part for part in said if part))

    def show_time(self, label: str, clock: str, part: float | None, glow: float = 0.0) -> None:
        """Show what the room does, the time left, and how much of it is over (0.0 to 1.0; None without a timer).
        ``glow`` (0.0 to 1.0) is the soft light that says that the time is over."""
        said = (label, clock, part, glow)
        if said != (self._label, self._clock, self._part, self._glow):
            self._label, self._clock, self._part, self._glow = said
            self._describe()
            self._place_buttons()
            self.update()

    @property
    def time_shown(self) -> tuple[str, str]:
        """(label, clock) as they stand there."""
        return self._label, self._clock

    # -- painting --------------------------------------------------------------------------------------------

    def _time_width(self) -> float:
        clock = QFontMetrics(sized_font(CLOCK * self._unit, 700)).horizontalAdvance(self._clock)
        label = QFontMetrics(sized_font(LABEL * self._unit)).horizontalAdvance(self._label)
        return clock + label + (18 * self._unit if clock and label else 0)

    def _filter_width(self) -> float:
        """What the notes that are looked for take beside the title, with the sign before them."""
        if not self._filter:
            return 0.0
        words = QFontMetrics(sized_font(LABEL * self._unit)).horizontalAdvance(self._filter)
        return (_BESIDE + _SIGN + _GAP) * self._unit + words

    def _place_buttons(self) -> None:
        """Keep the controls off title and time."""
        unit = self._unit
        title = QFontMetrics(sized_font(TITLE * unit, 700)).horizontalAdvance(self._title) + self._filter_width()
        buttons = sum(button.sizeHint().width() + 2 for button in self.buttons)
        left = min(
            24 * unit + title + 20 * unit, max(24 * unit, self.width() - self._time_width() - buttons - 60 * unit)
        )
        self._row.setContentsMargins(round(left), 0, 0, 0)
        self._row.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: object) -> None:
        """Another width."""
        self._place_buttons()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Title, label, clock, bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color, unit, w, h = self._wall.color, self._unit, self.width(), self.height()
        painter.fillRect(self.rect(), _mixed(color("surface.panel"), color("accent.soft"), self._glow))
        painter.fillRect(0, h - 1, w, 1, color("line.hair"))
        right = w - 24 * unit
        middle = Qt.AlignmentFlag.AlignVCenter
        if self._clock:
            painter.setFont(sized_font(CLOCK * unit, 700))
            painter.setPen(color("ink.1"))
            wide = painter.fontMetrics().horizontalAdvance(self._clock)
            painter.drawText(QRectF(right - wide, 0, wide + 2, h), middle, self._clock)
            right -= wide + 18 * unit
        shown = [button for button in self.buttons if not button.isHidden()]
        left = 24 * unit
        title_to = float(shown[0].x() - 8 * unit) if shown else right - 12 * unit
        if self._label:
            painter.setFont(sized_font(LABEL * unit))
            painter.setPen(color("ink.2"))
            from_x = float(shown[-1].geometry().right() + 12 * unit) if shown else left + 0.4 * w
            words = painter.fontMetrics().elidedText(self._label, Qt.TextElideMode.ElideRight, int(right - from_x))
            wide = painter.fontMetrics().horizontalAdvance(words)
            painter.drawText(QRectF(right - wide, 0, wide + 2, h), middle, words)
            title_to = min(title_to, right - wide - 18 * unit)
        painter.setFont(sized_font(TITLE * unit, 700))
        painter.setPen(color("ink.1"))
        room = title_to - left
        beside = min(self._filter_width(), max(room - painter.fontMetrics().horizontalAdvance(self._title), room * 0.6))
        title = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, int(room - beside))
        painter.drawText(QRectF(left, 0, room - beside, h), middle, title)
        if self._filter:
            self._paint_filter(painter, left + painter.fontMetrics().horizontalAdvance(title), title_to)
        if self._part is not None:
            bar = max(3.0, BAR * unit)
            painter.fillRect(QRectF(0, h - bar, w, bar), color("wall.grid"))
            painter.fillRect(QRectF(QPointF(0, h - bar), QPointF(w * self._part, h)), color("accent.base"))
        painter.end()

    def _paint_filter(self, painter: QPainter, left: float, right: float) -> None:
        """Which notes are looked for, from ``left`` on, no farther than ``right``."""
        unit, h = self._unit, self.height()
        left += _BESIDE * unit
        sign = _SIGN * unit
        paint_icon(painter, "filter", QRectF(left, (h - sign) / 2, sign, sign), self._wall.color("accent.ink"))
        left += sign + _GAP * unit
        painter.setFont(sized_font(LABEL * unit))
        painter.setPen(self._wall.color("ink.2"))
        words = painter.fontMetrics().elidedText(self._filter, Qt.TextElideMode.ElideRight, int(right - left) + 1)
        painter.drawText(QRectF(left, 0, right - left + 2, h), Qt.AlignmentFlag.AlignVCenter, words)

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            for button in self.buttons:
                button.retranslate()
        super().changeEvent(event)


def _mixed(a: QColor, b: QColor, part: float) -> QColor:
    """``a`` with ``part`` of ``b``."""
    if part <= 0:
        return a
    return QColor(
        round(a.red() + (b.red() - a.red()) * part),
        round(a.green() + (b.green() - a.green()) * part),
        round(a.blue() + (b.blue() - a.blue()) * part),
    )
