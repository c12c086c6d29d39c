"""The small pictures of maps on the start screen: asked for by the first painting, there right after it.

So the start screen is never later for them.  A map of which nothing is known keeps the picture of a map in general.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap

from model.draw.far import FarMap
from widgets.far_painter import paint_far
from widgets.look.theme import look
from widgets.start_parts import PICTURE

LARGEST = 0.11
"""px of the picture for one of the map, at most: a small map stays a small one."""
FLATTEST = 0.55
"""How low the map may be drawn, of what it is."""
_MARGIN = 3.0


class MapPictures(QObject):
    """Pictures by key.  ``read`` gives what is known of the map with a key, or None; it may take a moment."""

    changed = Signal()
    """There are pictures that were not there when they were asked for."""

    def __init__(self, read: Callable[[str], FarMap | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._maps: dict[str, FarMap | None] = {}
        self._waiting: list[str] = []
        self._painted: dict[tuple[str, str, float], QPixmap | None] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._next)

    def __call__(self, key: str) -> QPixmap | None:
        """The picture of the map with this key, in the theme of now; None while it is not known, or never will be."""
        if key not in self._maps:
            if key not in self._waiting:
                self._waiting.append(key)
                self._timer.start()
            return None
        far = self._maps[key]
        ratio = QGuiApplication.primaryScreen().devicePixelRatio()
        at = (key, look().theme_name, ratio)
        if far is not None and at not in self._painted:
            self._painted[at] = picture_of(far, ratio)
        return self._painted.get(at)

    def learn(self, key: str, far: FarMap | None) -> None:
        """This is how the map with a key looks."""
        self._maps[key] = far
        for at in [at for at in self._painted if at[0] == key]:
            del self._painted[at]
        self.changed.emit()

    def _next(self) -> None:
        """One at a time, so that the screen answers in between."""
        if self._waiting:
            key = self._waiting.pop(0)
            self.learn(key, self._read(key))
        else:
            self._timer.stop()


def picture_of(far: FarMap, ratio: float = 1.0) -> QPixmap | None:
    """The picture of a map, as wide as a row has room for, from its top; None for a map of unknown colours."""
    picture = QPixmap(PICTURE * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(look().color("wall.base"))
    across = min((PICTURE.width() - 2 * _MARGIN) / far.width, LARGEST)
    # Lanes may be drawn lower than they are, so that all of them are seen; of a very high map the end is not.
    down = min(across, max((PICTURE.height() - 2 * _MARGIN) / far.height, FLATTEST * across))
    painter = QPainter(picture)
    painter.setClipRect(QRectF(0, 0, PICTURE.width(), PICTURE.height()))
    painter.translate((PICTURE.width() - far.width * across) / 2, _MARGIN)
    try:
        paint_far(painter, far, across, down, cache(look().color), line=0.8)
    except (KeyError, ValueError):
        return None
    finally:
        painter.end()
    return picture
