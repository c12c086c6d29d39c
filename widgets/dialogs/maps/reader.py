"""One thread that reads maps for a dialog, in the order in which they are wanted now.

RD1  What is wanted may change at any moment: what was not begun is forgotten.
RD2  The thread knows no Qt object; this side looks whether it is ready, so a dialog may go at any moment.
"""

from __future__ import annotations

import contextvars
from collections import deque
from collections.abc import Callable, Hashable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, QTimer, Signal

_LOOK = 15
"""ms between two looks whether the job is ready."""

Job = Callable[[], object]


class Reader(QObject):
    """Runs jobs one at a time; its thread ends with ``stop``, or with the object."""

    ready = Signal(object, object)
    """(key, what the job answered)."""
    failed = Signal(object, object)
    """(key, the error)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        pool = self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reader")
        self.destroyed.connect(lambda _gone=None: pool.shutdown(wait=False, cancel_futures=True))
        self._waiting: deque[tuple[Hashable, Job]] = deque()
        self._running: tuple[Hashable, Future[object]] | None = None
        self._stopped = False
        self._look = QTimer(self)
        self._look.setInterval(_LOOK)
        self._look.timeout.connect(self._take)

    @property
    def busy(self) -> bool:
        """Whether something is being read or waits for it."""
        return self._running is not None or bool(self._waiting)

    def want(self, jobs: Iterable[tuple[Hashable, Job]]) -> None:
        """Run these, first things first; what was wanted before and not begun is forgotten (RD1)."""
        if self._stopped:
            return
        running = self._running[0] if self._running else None
        self._waiting = deque((key, job) for key, job in jobs if key != running)
        self._next()

    def stop(self) -> None:
        """Take no more work and show no more results; the job under way ends by itself, unseen."""
        self._stopped = True
        self._look.stop()
        self._waiting.clear()
        self._running = None
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _next(self) -> None:
        if self._running is None and self._waiting:
            key, job = self._waiting.popleft()
            self._running = key, self._pool.submit(contextvars.copy_context().run, job)
            self._look.start()

    def _take(self) -> None:
        if self._running is None or not self._running[1].done():
            return
        key, future = self._running
        self._running = None
        self._look.stop()
        self._next()
        error = future.exception()
        if error is None:
            self.ready.emit(key, future.result())
        else:
            self.failed.emit(key, error)
