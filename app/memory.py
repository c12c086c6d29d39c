"""What a closed map took goes back to the system.

The interpreter looks for circles of objects that nobody reaches any more when many new ones were made, and never among
those that were there when the program had started (:func:`app.gui.run` sets them apart, the first map with them).  So
it is told to look, once, when a map was closed and the start screen stands.
"""

from __future__ import annotations

import ctypes
import gc
import sys

from PySide6.QtCore import QObject, QTimer

WAIT_MS = 400
"""From the closing of a map until its memory goes back: what comes instead is painted first."""


class MemoryKeeper(QObject):
    """Gives back what closed maps took; one for the process."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(give_back)

    def map_closed(self) -> None:
        """Forget what was set and drawn of a map that was closed, and give back what it took in a moment."""
        from model.text.breaking import forget_texts  # not above: the first window is painted without these
        from widgets.canvas.qt_painter import forget_drawn

        forget_drawn()
        forget_texts()
        self._timer.start()


def give_back() -> None:
    """Free what nothing reaches any more, and give the system back what is free."""
    apart = gc.get_freeze_count() > 0
    if apart:
        gc.unfreeze()
    gc.collect()
    if apart:
        gc.freeze()
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # of the GNU library; others give back by themselves
        if trim is not None:
            trim(0)
