"""The map's pictures as images of Qt: each decoded once, not larger than anything shows it, and kept while in use.

A picture is found by the SHA-256 of its bytes, so the same picture on many cards and in many maps is one image.
One larger than this program writes is decoded beside the interface, which would stand still for a second otherwise.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from model.records import Asset

MOST_SIDE = 800
"""px of the longest side of a decoded picture: a card of 148 px is at most shown at 400 % on a screen of 1.35 px."""
AT_ONCE = 4_500_000
"""px; a picture of more is decoded on a thread: the program's own have no side over 2048 px."""
_MOST_BYTES = 96_000_000
"""What the decoded pictures may take together; the longest unused go."""

_images: OrderedDict[str, list[QImage]] = OrderedDict()
_coming: dict[str, Future[list[QImage]]] = {}
_pool: list[ThreadPoolExecutor] = []


class Arrivals(QObject):
    """Tells, in the interface's thread, that a picture which was not there yet can be painted now."""

    arrived = Signal()


arrivals = Arrivals()


def picture_image(asset: Asset, width: float) -> QImage | None:
    """The picture for a place ``width`` px of the device wide: at least as wide, where the picture is; None for one
    that cannot be decoded, or is not decoded yet: :data:`arrivals` tells when it is."""
    sizes = _images.get(asset.id)
    if sizes is None:
        sizes = _sizes_of(asset)
        if sizes is None:
            return None
        _images[asset.id] = sizes
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
    _coming.clear()


def _sizes_of(asset: Asset) -> list[QImage] | None:
    """The decoded picture; None while it is being decoded on the thread."""
    coming = _coming.get(asset.id)
    if coming is not None:
        if not coming.done():
            return None
        del _coming[asset.id]
        return coming.result()
    from model.pictureheader import claim_of  # a map without pictures starts without what reads them
    from model.pictures import picture_bytes

    data = picture_bytes(asset)
    claim = claim_of(data)
    if claim is None or claim.pixels <= AT_ONCE:
        return _decoded(data)
    if not _pool:
        from concurrent.futures import ThreadPoolExecutor

        _pool.append(ThreadPoolExecutor(max_workers=1, thread_name_prefix="pictures of the map"))
    coming = _coming[asset.id] = _pool[0].submit(_decoded, data)
    coming.add_done_callback(lambda _done: arrivals.arrived.emit())
    return None


def _decoded(data: bytes) -> list[QImage]:
    """The picture, largest first, each half as large as the one before: shrinking far in one step looks torn."""
    from widgets.look.decoding import decode

    image = decode(data, MOST_SIDE) if data else QImage()
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
