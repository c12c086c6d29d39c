"""Pictures of the map as pixels for the screen, kept for as long as they are likely to be shown again."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap

from model.records import Asset
from widgets.look.decoding import decode_asset

_MOST = 64
_scaled: OrderedDict[tuple[str, int, int, float], QPixmap] = OrderedDict()


def picture_pixmap(asset: Asset, size: QSize, ratio: float) -> QPixmap:
    """The picture inside ``size`` (device-independent px) on a screen with the device pixel ratio ``ratio``; never
    larger than it is.  Null where its bytes cannot be shown."""
    key = (asset.id, size.width(), size.height(), ratio)
    found = _scaled.get(key)
    if found is None:
        room = QSize(round(size.width() * ratio), round(size.height() * ratio))
        image = decode_asset(asset, max(room.width(), room.height(), 1))
        if not image.isNull() and (image.width() > room.width() or image.height() > room.height()):
            image = image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        found = _scaled[key] = QPixmap.fromImage(image)
        found.setDevicePixelRatio(ratio)
        while len(_scaled) > _MOST:
            _scaled.popitem(last=False)
    else:
        _scaled.move_to_end(key)
    return found
