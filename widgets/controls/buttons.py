"""Buttons: with words (filled, outlined, quiet, danger, link), and with an icon only."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from widgets.controls.texts import TextSource, language_changed, name_for_readers, plain_tooltip, resolve
from widgets.look import paint
from widgets.look.fonts import sized_font
from widgets.look.icons import icon
from widgets.look.keys import keys_text
from widgets.look.theme import look

Kind = Literal["outlined", "filled", "quiet", "danger", "link", "footer"]

_INK = {
    "outlined": "ink.1",
    "filled": "ink.on_accent",
    "quiet": "ink.1",
    "danger": "state.danger",
    "link": "accent.ink",
    "footer": "ink.2",
}
_ICON_SIZE = {"link": 13, "footer": 15}
_GAP = 5
"""Between icon and words, beside the 4 px that the style leaves already."""


class Button(QPushButton):
    """A button with words, and an icon before them.  One "filled" button per view.

    ``key`` shows a key cap's text inside, after the words ("Enter").
    """

    def __init__(
        self,
        text: TextSource,
        kind: Kind = "outlined",
        *,
        icon_name: str = "",
        small: bool = False,
        description: TextSource = "",
        key: TextSource = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._source = text
        self._description = description
        self._key = key
        self._kind = kind
        self._icon_size = _ICON_SIZE.get(kind, 15 if small else 17)
        if key:
            self.setProperty("key", True)
        if kind != "outlined":
            self.setProperty("kind", kind)
        if small:
            self.setProperty("controlSize", "small")
        if icon_name:
            self.setIcon(icon(icon_name, self._icon_size, _INK[kind]))
            self.setIconSize(QSize(self._icon_size + _GAP, self._icon_size))
        self.setAutoDefault(False)
        self.retranslate()

    def set_source(self, text: TextSource) -> None:
        """Say something else."""
        self._source = text
        self.retranslate()

    def retranslate(self) -> None:
        """Ask for the words again."""
        # A "&" in the user's words is no shortcut mark.
        words = resolve(self._source)
        self.setText(words.replace("&", "&&"))
        name_for_readers(self, words, resolve(self._description))
        if self._description:
            self.setToolTip(plain_tooltip(resolve(self._description)))

    def sizeHint(self) -> QSize:
        """With room for the key cap."""
        hint = super().sizeHint()
        return hint + QSize(self._cap_width() + 4, 0) if self._key else hint

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, and its key cap."""
        super().paintEvent(event)
        if not self._key:
            return
        painter = QPainter(self)
        wide = self._cap_width()
        cap = QRectF(self.width() - wide - 14, (self.height() - 18) / 2, wide, 18)
        ink = look().color(_INK[self._kind] if self.isEnabled() else "ink.disabled")
        line = QColor(ink)
        line.setAlphaF(0.4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(line)
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(ink)
        painter.setFont(sized_font(12, 500))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, resolve(self._key))
        painter.end()

    def _cap_width(self) -> int:
        return QFontMetrics(sized_font(12, 500)).horizontalAdvance(resolve(self._key)) + 12

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)


class IconButton(QToolButton):
    """A button that is an icon (34 x 34, or 28 x 28 when small), or an icon with words in a toolbar.

    ``name`` is what it does; it is the tooltip, with the shortcut behind it, and what a screen reader says.
    ``words`` shows the name (or another, shorter text) beside the icon.
    """

    def __init__(
        self,
        icon_name: str,
        name: TextSource,
        *,
        words: TextSource = "",
        shortcut: str = "",
        small: bool = False,
        role: str = "ink.1",
        on_role: str = "accent.ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._words = words
        self._shortcut = shortcut
        self._role = role
        self._on_role = on_role
        self._menu_mark = False
        self._icon_size = 16 if small else 18
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if small:
            self.setProperty("controlSize", "small")
        self.set_icon(icon_name)
        self.retranslate()

    def set_icon(self, icon_name: str) -> None:
        """Show another icon.  Raises KeyError for an unknown name."""
        self.setIcon(icon(icon_name, self._icon_size, self._role, self._on_role))

    def set_name(self, name: TextSource, words: TextSource | None = None) -> None:
        """Be called otherwise; ``words`` None leaves those beside the icon."""
        self._name = name
        if words is not None:
            self._words = words
        self.retranslate()

    def show_words(self, shown: bool) -> None:
        """Show the words beside the icon, or, on a narrow window, the icon only (the tooltip says them)."""
        has = shown and bool(self._words)
        self.setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon if has else Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        self.setIconSize(QSize(self._icon_size + (_GAP - 1 if has else 0), self._icon_size))
        if self.property("words") != has:
            self.setProperty("words", has)
            self.style().unpolish(self)
            self.style().polish(self)

    def show_menu_mark(self, shown: bool = True) -> None:
        """Show a small chevron: a menu opens."""
        self._menu_mark = shown
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """Ask for name and words again."""
        name = resolve(self._name)
        self.setText(resolve(self._words))
        self.show_words(bool(self._words))
        tip = name
        if self._shortcut:
            tip = f"{name}  {keys_text(self._shortcut)}"
        self.setToolTip(plain_tooltip(tip))
        name_for_readers(self, name)

    def sizeHint(self) -> QSize:
        """With room for the chevron."""
        hint = super().sizeHint()
        return hint + QSize(14, 0) if self._menu_mark else hint

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, and the chevron."""
        super().paintEvent(event)
        if self._menu_mark:
            painter = QPainter(self)
            rect = self.rect().toRectF()
            rect.setLeft(rect.right() - 26)
            paint.chevron(painter, rect, "down", look().color("ink.1" if self.isEnabled() else "ink.disabled"), 14)
            painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)
