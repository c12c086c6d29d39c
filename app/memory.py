"""Objects that nobody reaches any more are let go, on the interface's thread only; a closed map's memory goes back.

Left to itself, the interpreter looks for circles of such objects in whichever thread happens to make new ones.  A
widget in one would be taken apart by the journal's thread or the writer's, and Qt ends the process then, now and then.
So :func:`app.gui.run` leaves that look off, and a :class:`Collector` looks instead, between two events.

It looks when many new objects were made, and never among those that were there when the program had started
(:func:`app.gui.run` sets them apart, the first map with them).  So it is told to look there, once, when a map was
closed and the start screen stands.
"""

from __future__ import annotations

import ctypes
import gc
import sys
import time

from PySide6.QtCore import QObject, QTimer

WAIT_MS = 400
"""From the closing of a map until its memory goes back: what comes instead is painted first."""


LOOK_MS = 250
"""How often the collector asks whether there is something to look through."""
WHOLE_SECONDS = 60.0
"""At least so long from one look through everything to the next: with a large map it takes some tens of ms."""


class Collector(QObject):
    """Looks for unreachable circles of objects on the interface's thread, in the interpreter's own steps."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._last_whole = time.monotonic()
        timer = QTimer(self, interval=LOOK_MS)
        timer.timeout.connect(self.look)
        timer.start()

    def look(self) -> None:
        """Look through the youngest objects, or older ones too, where as many were made as the interpreter allows."""
        counts, limits = gc.get_count(), gc.get_threshold()
        if counts[2] > limits[2] and time.monotonic() - self._last_whole >= WHOLE_SECONDS:
            gc.collect()
            self._last_whole = time.monotonic()
        elif counts[1] > limits[1]:
            gc.collect(1)
        elif counts[0] > limits[0]:
            gc.collect(0)


class MemoryKeeper(QObject):
    """Gives back what closed maps took; one for the process."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(give_back)

    def map_closed(self) -> None:
        """Forget what was set and drawn of a map that was closed, and give back what it took in a moment."""
        from model.layout.cards import forget_records  # not above: the first window is painted without these
        from model.text.breaking import forget_texts
        from widgets.canvas.qt_painter import forget_drawn

        forget_drawn()
        forget_texts()
        forget_records()
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
