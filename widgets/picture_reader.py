"""Reading pictures beside the interface: a large photograph takes a second, and the editor stays awake.

The thread knows no Qt widget; this side looks whether it is ready, so a panel may go at any moment.
"""

from __future__ import annotations

import contextvars
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from model.pictures import SUFFIXES, NotAPicture, read_picture, read_picture_file
from model.records import Asset

Job = Callable[[], list[Asset]]

_LOOK = 15
"""ms between two looks whether a picture is ready."""
_FORMATS = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp")


def holds_pictures(data: QMimeData) -> bool:
    """Whether what is dragged or copied holds a picture, or files that are called like one."""
    if data.hasImage() or any(data.hasFormat(kind) for kind in _FORMATS):
        return True
    return any(path.suffix.lower() in SUFFIXES for path in _files(data))


def pictures_in(data: QMimeData) -> Job:
    """What reads the pictures that were dropped or pasted; it may run in a thread and raises NotAPicture."""
    files = _files(data)
    if files:
        return lambda: [read_picture_file(path) for path in files]
    for kind in _FORMATS:
        if data.hasFormat(kind):
            held = bytes(data.data(kind).data())
            return lambda: [read_picture(held)]
    image = QImage(data.imageData())
    return lambda: [read_picture(_png(image))]


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # bytes in the stub, but a str is what it takes
    return bytes(buffer.data().data())


class PictureReader(QObject):
    """Reads pictures, one wish after the other, each for the record that it was made for."""

    done = Signal(str, object)
    """(the record's id, its new pictures)."""
    refused = Signal(str, str)
    """(the record's id, a sentence for the user)."""
    busy_changed = Signal(bool)
    """Whether pictures are being read."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = None
        self._waiting: list[tuple[str, Future[list[Asset]]]] = []
        self._look = QTimer(self)
        self._look.setInterval(_LOOK)
        self._look.timeout.connect(self._take)

    @property
    def busy(self) -> bool:
        """Whether pictures are being read."""
        return bool(self._waiting)

    def read(self, record_id: str, job: Job) -> None:
        """Read the pictures of ``job`` for a record."""
        if self._pool is None:
            pool = self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pictures")
            self.destroyed.connect(lambda _gone=None: pool.shutdown(wait=False, cancel_futures=True))
        context = contextvars.copy_context()  # sentences are in the language of the moment
        self._waiting.append((record_id, self._pool.submit(context.run, job)))
        self._look.start()
        if len(self._waiting) == 1:
            self.busy_changed.emit(True)

    def _take(self) -> None:
        while self._waiting and self._waiting[0][1].done():
            record_id, future = self._waiting.pop(0)
            error = future.exception()
            if error is None:
                self.done.emit(record_id, future.result())
            elif isinstance(error, NotAPicture):
                self.refused.emit(record_id, str(error))
            else:
                self._rest()
                raise error
        self._rest()

    def _rest(self) -> None:
        if not self._waiting:
            self._look.stop()
            self.busy_changed.emit(False)


class PictureTarget(QObject):
    """Takes the pictures that are dropped on ``widget`` and, where ``pasting``, pasted into it."""

    given = Signal(object)
    """The :class:`~PySide6.QtCore.QMimeData` with the pictures; good until the slot returns."""

    def __init__(self, widget: QWidget, *, pasting: bool = True) -> None:
        super().__init__(widget)
        self._pasting = pasting
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A picture that is pasted is for this widget, not for the map."""
        if isinstance(event, QKeyEvent):
            return self._pasting and self._key(event)
        # An entering is a drop too, to Python: their types tell them apart.
        if event.type() == QEvent.Type.DragEnter and isinstance(event, QDropEvent):
            if holds_pictures(event.mimeData()):
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                return True
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.given.emit(event.mimeData())
            return True
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        if not event.matches(QKeySequence.StandardKey.Paste):
            return False
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None where the platform gives nothing
        if data is None or not holds_pictures(data):
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.given.emit(data)
        return True
