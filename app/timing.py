"""The timer of a session: counts down what the room does now, on the wall and in the status line.

It makes no sound and nothing turns red: a bar fills, and a soft light says that the time is over.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QObject, QTimer, Signal

TICK_MS = 200
"""How often it looks at the clock; it tells when the seconds shown are others."""
MOST_MINUTES = 600


class Timing(QObject):
    """One countdown.  ``clock`` gives seconds that only go forward."""

    changed = Signal()
    """Started, stopped, paused, or other seconds are shown."""
    over = Signal()
    """The time is over."""

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self.label = ""
        """What the room does."""
        self._total = self._left_then = 0.0
        self._since: float | None = None
        self._said = -1
        self.active = False
        """Whether there is a countdown: running, paused, or over and not yet put away."""
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def running(self) -> bool:
        """Whether time goes."""
        return self._since is not None

    @property
    def left(self) -> float:
        """Seconds left, 0.0 when it is over."""
        gone = self._clock() - self._since if self._since is not None else 0.0
        return max(0.0, self._left_then - gone)

    @property
    def part(self) -> float:
        """How much is over, 0.0 to 1.0."""
        return 1.0 - self.left / self._total if self._total else 1.0

    @property
    def is_over(self) -> bool:
        """Whether the time is over, and it was not put away."""
        return self.active and not self.running and self.left == 0.0

    def start(self, minutes: float, label: str = "") -> None:
        """Count down from ``minutes``.  Raises ValueError for none or too many."""
        if not 0 < minutes <= MOST_MINUTES:
            raise ValueError(f"a timer runs up to {MOST_MINUTES} minutes")
        self.label, self.active = " ".join(label.split()), True
        self._total = self._left_then = minutes * 60.0
        self._since = self._clock()
        self._timer.start()
        self._tell()

    def pause(self) -> None:
        """Stand still, or go on."""
        if not self.active or self.is_over:
            return
        if self._since is not None:
            self._left_then, self._since = self.left, None
            self._timer.stop()
        else:
            self._since = self._clock()
            self._timer.start()
        self._tell()

    def add(self, minutes: float) -> None:
        """Some minutes more, or less; one that is over goes on with those."""
        if not self.active:
            return
        was_over = self.is_over
        left = min(max(0.0, self.left + minutes * 60.0), MOST_MINUTES * 60.0)
        self._total = max(self._total + (left - self.left), left)
        self._left_then = left
        if self.running or (was_over and left):
            self._since = self._clock()
            self._timer.start()
        self._tick()
        self._tell()

    def stop(self) -> None:
        """Put it away."""
        self._timer.stop()
        self.active, self._since = False, None
        self._total = self._left_then = 0.0
        self.label = ""
        self._tell()

    def text(self) -> str:
        """The time left as it is shown: 12:40; "" without a countdown.  A second that has begun counts."""
        if not self.active:
            return ""
        seconds = ceil(self.left - 1e-6)
        return f"{seconds // 60}:{seconds % 60:02d}"

    def _tick(self) -> None:
        if self._since is not None and self.left == 0.0:
            self._left_then, self._since = 0.0, None
            self._timer.stop()
            self._tell()
            self.over.emit()
        elif ceil(self.left) != self._said:
            self._tell()

    def _tell(self) -> None:
        self._said = ceil(self.left)
        self.changed.emit()
