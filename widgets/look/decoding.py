"""Unpacking a map's pictures with Qt: nothing is unpacked whose first bytes were not looked at (PR1, PR2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

if TYPE_CHECKING:
    from model.records import Asset

FORMATS = frozenset((b"png", b"jpeg", b"webp", b"gif", b"bmp"))
"""What is unpacked, as :data:`model.pictures.FORMATS`: Qt would also run drawings, which may refer to other files."""


def decode(data: bytes, longest: int) -> QImage:
    """The picture in ``data`` with no side longer than ``longest`` px; null where it cannot be unpacked.

    ``data`` is what :func:`model.pictures.picture_bytes` gave; Qt is asked once more what it takes them for.
    """
    from model.pictures import MOST_PIXELS  # a map without pictures starts without what reads them

    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size() if bytes(reader.format().data()) in FORMATS else QSize()
    if size.isEmpty() or size.width() * size.height() > MOST_PIXELS:
        return QImage()
    if max(size.width(), size.height()) > longest:
        fitted = size.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(fitted.expandedTo(QSize(1, 1)))
    image = reader.read()
    if max(image.width(), image.height()) > longest:  # of a GIF Qt tells the size of a frame and gives the screen
        fitted = image.size().scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
        image = image.scaled(fitted, mode=Qt.TransformationMode.SmoothTransformation)
    return image


def decode_asset(asset: Asset, longest: int) -> QImage:
    """The same for a picture of a map."""
    from model.pictures import picture_bytes

    return decode(picture_bytes(asset), longest)
