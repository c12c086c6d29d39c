"""The map's pictures as images of Qt: each decoded once, not larger than anything shows it, and kept while in use.

A picture is found by the SHA-256 of its bytes, so the same picture on many cards and in many maps is one image.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

if TYPE_CHECKING:
    from model.records import Asset

MOST_SIDE = 800
"""px of the longest side of a decoded picture: a card of 148 px is at most shown at 400 % on a screen of 1.35 px."""
MOST_PIXELS = 60_000_000
"""A picture of more is not decoded: a file from elsewhere may hold anything."""
FORMATS = frozenset((b"png", b"jpeg", b"webp", b"gif", b"bmp"))
"""What is decoded, as :data:`model.pictures.FORMATS`: Qt would also run drawings, which may refer to other files."""
_MOST_BYTES = 96_000_000
"""What the decoded pictures may take together; the longest unused go."""

_images: OrderedDict[str, list[QImage]] = OrderedDict()


def picture_image(asset: Asset, width: float) -> QImage | None:
    """The picture for a place ``width`` px of the device wide: at least as wide, where the picture is; None for one
    that cannot be decoded."""
    sizes = _images.get(asset.id)
    if sizes is None:
        sizes = _images[asset.id] = _decoded(asset)
        total = sum(image.sizeInBytes() for kept in _images.values() for image in kept)
        while total > _MOST_BYTES and len(_images) > 1:
            _, dropped = _images.popitem(last=False)
            total -= sum(image.sizeInBytes() for image in dropped)
    else:
        _images.move_to_end(asset.id)
    if not sizes:
        return None
    return next((image for image in reversed(sizes) if image.width() >= width), sizes[0])


def forget_pictures() -> None:
    """Forget every decoded picture."""
    _images.clear()


def _decoded(asset: Asset) -> list[QImage]:
    """The picture, largest first, each half as large as the one before: shrinking far in one step looks torn."""
    from model.pictures import picture_bytes  # a map without pictures starts without what reads them

    data = QByteArray(picture_bytes(asset))
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    if bytes(reader.format().data()) not in FORMATS:
        return []
    size = reader.size()
    if not size.isValid() or size.isEmpty() or size.width() * size.height() > MOST_PIXELS:
        return []
    if max(size.width(), size.height()) > MOST_SIDE:
        fitted = size.scaled(MOST_SIDE, MOST_SIDE, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(fitted.expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull():
        return []
    image = image.convertToFormat(
        QImage.Format.Format_ARGB32_Premultiplied if image.hasAlphaChannel() else QImage.Format.Format_RGB32
    )
    sizes = [image]
    while min(image.width(), image.height()) > 32:
        half = QSize(image.width() // 2, image.height() // 2)
        image = image.scaled(half, mode=Qt.TransformationMode.SmoothTransformation)
        sizes.append(image)
    return sizes
