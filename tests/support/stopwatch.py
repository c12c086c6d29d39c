"""Limits of time that hold on a busy machine: what it kept from the program is not the program's."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

TICK = 0.01
"""Seconds between two looks at the clock of a thread that does nothing else."""
_PRESSURE = Path("/proc/pressure")


class Stopwatch:
    """Seconds since it was made, without those in which the machine served others.

    Those are the larger of two: how long somebody waited for a processor or a disk, as Linux counts it
    (``/proc/pressure``), and by how much a thread overslept that wanted to wake each :data:`TICK`.
    """

    def __init__(self) -> None:
        self._overslept: list[float] = []
        self._over = threading.Event()
        self._waited = _waited()
        self._begin = time.monotonic()
        self._seconds: float | None = None
        self._thread = threading.Thread(target=self._sleep, name="stopwatch", daemon=True)
        self._thread.start()

    def _sleep(self) -> None:
        before = time.monotonic()
        while not self._over.wait(TICK):
            now = time.monotonic()
            self._overslept.append(max(0.0, now - before - TICK))
            before = now

    def seconds(self) -> float:
        """Stop, the first time; the seconds that the program had."""
        if self._seconds is None:
            whole = time.monotonic() - self._begin
            self._over.set()
            self._thread.join()
            self._seconds = whole - min(whole, max(sum(self._overslept), _waited() - self._waited))
        return self._seconds

    def slowness(self, share: float) -> float:
        """By how much ``share`` of all sleeps were too long at most, in seconds; 1 gives the worst."""
        self.seconds()
        ordered = sorted(self._overslept) or [0.0]
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def _waited() -> float:
    """Seconds since the machine's start in which something waited for a processor or a disk; 0 where nobody counts."""
    found = 0.0
    for name in ("cpu", "io"):
        try:
            first = (_PRESSURE / name).read_text(encoding="ascii").splitlines()[0]
        except (OSError, IndexError):
            continue
        found += int(first.rpartition("total=")[2]) / 1e6
    return found


def wait_for(what: Callable[[], bool], patience: float = 60.0) -> bool:
    """Wait until ``what()`` is true; False when that never comes."""
    end = time.monotonic() + patience
    while not what():
        if time.monotonic() > end:
            return False
        time.sleep(0.005)
    return True


def within(seconds: float, what: Callable[[], bool]) -> bool:
    """Wait until ``what()`` is true; whether that took no longer than ``seconds`` of a machine of one's own."""
    watch = Stopwatch()
    came = wait_for(what)
    return watch.seconds() <= seconds and came
