"""The icon picker: the icons of channels, each with a name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from model.draw.icons import CHANNEL_ICONS
from model.i18n import QT_TRANSLATE_NOOP, translate
from widgets.controls.grid_popup import GridChoice, GridPopup
from widgets.controls.labels import PlainLabel
from widgets.controls.texts import TextSource
from widgets.look import paint
from widgets.look.icons import paint_icon
from widgets.look.theme import look

_N = QT_TRANSLATE_NOOP

ICON_TITLES: dict[str, str] = {
    "world": _N("Controls", "Website"),
    "device-mobile": _N("Controls", "App"),
    "building-store": _N("Controls", "Shop"),
    "search": _N("Controls", "Search engine"),
    "mail": _N("Controls", "E-mail"),
    "message-circle": _N("Controls", "Chat"),
    "message": _N("Controls", "Text message"),
    "phone": _N("Controls", "Telephone"),
    "social": _N("Controls", "Social media"),
    "video": _N("Controls", "Video"),
    "star": _N("Controls", "Reviews"),
    "users": _N("Controls", "Friends and family"),
    "heart-handshake": _N("Controls", "Adviser"),
    "credit-card": _N("Controls", "Payment"),
    "package": _N("Controls", "Parcel"),
    "truck-delivery": _N("Controls", "Delivery"),
    "car": _N("Controls", "On the way"),
    "home": _N("Controls", "At home"),
    "run": _N("Controls", "In use"),
    "speakerphone": _N("Controls", "Advertising"),
    "device-laptop": _N("Controls", "Computer"),
    "device-tablet": _N("Controls", "Tablet"),
    "qrcode": _N("Controls", "QR code"),
    "receipt": _N("Controls", "Receipt"),
    "mailbox": _N("Controls", "Post"),
    "headset": _N("Controls", "Customer service"),
    "robot": _N("Controls", "Chatbot"),
    "news": _N("Controls", "News"),
    "train": _N("Controls", "Train"),
    "plane": _N("Controls", "Plane"),
    "bike": _N("Controls", "Bicycle"),
    "map-pin": _N("Controls", "Place"),
    "building-bank": _N("Controls", "Bank"),
    "building-hospital": _N("Controls", "Hospital"),
    "building-community": _N("Controls", "Town hall"),
    "school": _N("Controls", "School"),
    "stethoscope": _N("Controls", "Doctor"),
    "ticket": _N("Controls", "Ticket"),
    "gift": _N("Controls", "Gift"),
    "tool": _N("Controls", "Workshop"),
}
"""What each icon stands for, source texts of the context "Controls"."""

COLUMNS = 8


def icon_title(name: str) -> str:
    """What an icon stands for, in the current language; the icon's own name when it has no title."""
    source = ICON_TITLES.get(name)
    return translate("Controls", source) if source else name.replace("-", " ")


class _IconChoice(GridChoice):
    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.icon_name = name

    def title(self) -> str:
        return icon_title(self.icon_name)

    def sizeHint(self) -> QSize:
        return QSize(36, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        on = self.isChecked()
        if on:
            paint.outlined(painter, rect, 6, fill="surface.selected", line="accent.base", width=2)
        elif self.underMouse():
            paint.outlined(painter, rect, 6, fill="raised.hover")
        middle = rect.center()
        ink = look().color("accent.ink" if on else "ink.1")
        paint_icon(painter, self.icon_name, QRectF(middle.x() - 10, middle.y() - 10, 20, 20), ink)
        painter.end()


class IconPicker(GridPopup):
    """A popup with icons; the name of the one under the mouse or the keyboard stands below the grid."""

    icon_chosen = Signal(str)
    """The user chose the icon of this name."""

    def __init__(self, name: TextSource, icons: Sequence[str] = CHANNEL_ICONS, parent: QWidget | None = None) -> None:
        super().__init__([_IconChoice(icon) for icon in icons], COLUMNS, name, parent)
        self._caption = PlainLabel("", "small")
        self.column.addWidget(self._caption)
        for choice in self.choices():
            choice.noticed.connect(self._notice)

    def caption(self) -> str:
        """The name shown below the grid."""
        return self._caption.text()

    def retranslate(self) -> None:
        """Ask for all names again; they are the tooltips, too."""
        super().retranslate()
        for choice in self.choices():
            choice.setToolTip(choice.title())

    def taken(self, value: object) -> None:
        """Tell the owner."""
        self.icon_chosen.emit(str(value))

    def _notice(self) -> None:
        choice = self.sender()
        if isinstance(choice, GridChoice):
            self._caption.set_source(choice.title)
