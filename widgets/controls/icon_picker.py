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

ICON_TITLES: dict[str, str] = {
    "world": QT_TRANSLATE_NOOP("Controls", "Website"),
    "device-mobile": QT_TRANSLATE_NOOP("Controls", "App"),
    "building-store": QT_TRANSLATE_NOOP("Controls", "Shop"),
    "search": QT_TRANSLATE_NOOP("Controls", "Search engine"),
    "mail": QT_TRANSLATE_NOOP("Controls", "E-mail"),
    "message-circle": QT_TRANSLATE_NOOP("Controls", "Chat"),
    "message": QT_TRANSLATE_NOOP("Controls", "Text message"),
    "phone": QT_TRANSLATE_NOOP("Controls", "Telephone"),
    "social": QT_TRANSLATE_NOOP("Controls", "Social media"),
    "video": QT_TRANSLATE_NOOP("Controls", "Video"),
    "star": QT_TRANSLATE_NOOP("Controls", "Reviews"),
    "users": QT_TRANSLATE_NOOP("Controls", "Friends and family"),
    "heart-handshake": QT_TRANSLATE_NOOP("Controls", "Adviser"),
    "credit-card": QT_TRANSLATE_NOOP("Controls", "Payment"),
    "package": QT_TRANSLATE_NOOP("Controls", "Parcel"),
    "truck-delivery": QT_TRANSLATE_NOOP("Controls", "Delivery"),
    "car": QT_TRANSLATE_NOOP("Controls", "On the way"),
    "home": QT_TRANSLATE_NOOP("Controls", "At home"),
    "run": QT_TRANSLATE_NOOP("Controls", "In use"),
    "speakerphone": QT_TRANSLATE_NOOP("Controls", "Advertising"),
    "device-laptop": QT_TRANSLATE_NOOP("Controls", "Computer"),
    "device-tablet": QT_TRANSLATE_NOOP("Controls", "Tablet"),
    "qrcode": QT_TRANSLATE_NOOP("Controls", "QR code"),
    "receipt": QT_TRANSLATE_NOOP("Controls", "Receipt"),
    "mailbox": QT_TRANSLATE_NOOP("Controls", "Post"),
    "headset": QT_TRANSLATE_NOOP("Controls", "Customer service"),
    "robot": QT_TRANSLATE_NOOP("Controls", "Chatbot"),
    "news": QT_TRANSLATE_NOOP("Controls", "News"),
    "train": QT_TRANSLATE_NOOP("Controls", "Train"),
    "plane": QT_TRANSLATE_NOOP("Controls", "Plane"),
    "bike": QT_TRANSLATE_NOOP("Controls", "Bicycle"),
    "map-pin": QT_TRANSLATE_NOOP("Controls", "Place"),
    "building-bank": QT_TRANSLATE_NOOP("Controls", "Bank"),
    "building-hospital": QT_TRANSLATE_NOOP("Controls", "Hospital"),
    "building-community": QT_TRANSLATE_NOOP("Controls", "Town hall"),
    "school": QT_TRANSLATE_NOOP("Controls", "School"),
    "stethoscope": QT_TRANSLATE_NOOP("Controls", "Doctor"),
    "ticket": QT_TRANSLATE_NOOP("Controls", "Ticket"),
    "gift": QT_TRANSLATE_NOOP("Controls", "Gift"),
    "tool": QT_TRANSLATE_NOOP("Controls", "Workshop"),
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
