"""A picture of a note, as large as the window allows."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from model.i18n import translate
from model.records import Asset
from widgets.controls.buttons import Button
from widgets.controls.labels import PlainLabel
from widgets.controls.texts import TextSource
from widgets.dialogs.base import BaseDialog
from widgets.look.pictures import picture_pixmap

_EDGE = QSize(160, 260)
"""px that the dialog and its surroundings need beside the picture."""
_LEAST = QSize(240, 160)
_SIDES = 72
"""px of the dialog at the left and right of the picture, together."""


class _Shown(QWidget):
    def __init__(self, asset: Asset, room: QSize) -> None:
        super().__init__()
        self._asset = asset
        size = QSize(asset.w, asset.h)
        if size.width() > room.width() or size.height() > room.height():
            size.scale(room.width(), room.height(), Qt.AspectRatioMode.KeepAspectRatio)
        self._size = size.expandedTo(QSize(1, 1))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return self._size

    def minimumSizeHint(self) -> QSize:
        return self._size

    def paintEvent(self, event: QPaintEvent) -> None:
        pixmap = picture_pixmap(self._asset, self._size, self.devicePixelRatioF())
        if pixmap.isNull():
            return
        size = pixmap.deviceIndependentSize()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(QPointF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2), pixmap)
        painter.end()


class PictureDialog(BaseDialog):
    """One picture; its name says to screen readers which note it belongs to."""

    def __init__(self, asset: Asset, name: TextSource, parent: QWidget) -> None:
        room = (parent.window().size() - _EDGE).expandedTo(_LEAST)
        self.picture = _Shown(asset, room)
        super().__init__(name, parent, width=max(360, self.picture.sizeHint().width() + _SIDES))
        self.name(self.picture, name)
        self.body.addWidget(self.picture)
        if picture_pixmap(asset, room, 1.0).isNull():
            self.body.addWidget(
                PlainLabel(lambda: translate("Dialogs", "This picture cannot be shown."), "body2", wrap=True)
            )
        close = self.add_button(Button(lambda: translate("Dialogs", "Close"), "filled"))
        close.clicked.connect(lambda _checked=False: self.accept())
        self.set_default(close)
