"""One thread for what takes longer than a blink: previews and the export itself.

WK1  Only the last thing asked for counts: what waited is dropped, and a result that came too late is not shown.
WK2  The thread knows no Qt object; this side looks whether it is ready, so a dialog may go at any moment.
WK3  Everything runs on what was handed over when it was asked for (a frozen document, the language of then).
WK4  A job under way is told when it is not wanted any more (:mod:`model.progress`), and ends where it next looks.
"""

from __future__ import annotations

import contextvars
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from model.progress import Cancelled, listening

DEBOUNCE = 200
"""ms of quiet before a preview is begun: while somebody turns a wheel nothing is made."""
_LOOK = 15
"""ms between two looks whether the job is ready."""

Job = Callable[[], object]


class _Way:
    """How far a job is; written by its thread, read by the other."""

    def __init__(self) -> None:
        self.unwanted = threading.Event()
        self.steps = (0, 0)

    def __call__(self, done: int, total: int) -> None:
        if self.unwanted.is_set():
            raise Cancelled
        if total:
            self.steps = (done, total)

    def run(self, job: Job) -> object:
        with listening(self):
            self(0, 0)
            return job()


@dataclass(slots=True)
class _Running:
    tag: str
    future: Future[object]
    way: _Way
    told: tuple[int, int] = (0, 0)


class Worker(QObject):
    """Runs jobs one at a time; its thread ends with ``stop``, or with the object.

    One ``beside`` another has the other's thread, so that no two exports are made at once; it ends with the other.
    """

    finished = Signal(str, object)
    """(tag, what the job answered)."""
    failed = Signal(str, object)
    """(tag, the error)."""
    progressed = Signal(str, int, int)
    """(tag, pages that are made, all of them)."""
    cancelled = Signal(str)
    """The job of this tag was not wanted any more, and has ended."""
    busy_changed = Signal(bool)
    """Whether something is being made or about to be."""

    def __init__(self, parent: QObject | None = None, beside: Worker | None = None) -> None:
        super().__init__(parent)
        self._owns = beside is None
        self._pool: ThreadPoolExecutor = (
            ThreadPoolExecutor(max_workers=1, thread_name_prefix="export") if beside is None else beside._pool
        )
        pool = self._pool
        under_way = self._under_way = list[_Way]()
        if self._owns:
            # A window may take its dialog along without a word; the thread must not wait for ever then.
            self.destroyed.connect(lambda _gone=None: _let_go(pool, under_way))
        self._next: tuple[str, Callable[[], _Running]] | None = None
        self._running: _Running | None = None
        self._busy = self._stopped = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self._begin)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK)
        self._look.timeout.connect(self._take)

    @property
    def busy(self) -> bool:
        """Whether something is being made or about to be."""
        return self._busy

    def ask(self, tag: str, job: Job, delay: int = DEBOUNCE) -> None:
        """Run ``job`` after ``delay`` ms without another wish; whatever was asked for before is forgotten (WK1)."""
        if self._stopped:
            return
        context = contextvars.copy_context()

        def start() -> _Running:
            way = _Way()
            return _Running(tag, self._pool.submit(context.run, way.run, job), way)

        self._next = (tag, start)
        self.cancel()
        self._quiet.start(delay)
        self._show()

    def cancel(self) -> None:
        """Let the job under way end as soon as it can (WK4)."""
        if self._running is not None:
            self._running.way.unwanted.set()

    def give_up(self) -> None:
        """Let nothing come of what was asked for last, under way or waiting for the one before to end."""
        self.cancel()
        waiting, self._next = self._next, None
        if waiting is not None:
            self._quiet.stop()
            self._show()
            self.cancelled.emit(waiting[0])

    def forget(self, tag: str) -> None:
        """Let the job of this tag end as soon as it can, and not begin where it waits (WK4)."""
        if self._next is not None and self._next[0] == tag:
            self._next = None
            self._quiet.stop()
            self._show()
        if self._running is not None and self._running.tag == tag:
            self._running.way.unwanted.set()

    def stop(self) -> None:
        """Take no more work and show no more results; the job under way ends by itself, unseen."""
        self._stopped = True
        self.cancel()
        self._quiet.stop()
        self._look.stop()
        self._next = self._running = None
        self._busy = False
        if self._owns:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def _begin(self) -> None:
        if self._running is not None or self._next is None or self._stopped:
            return
        _, start = self._next
        self._next = None
        self._running = start()
        self._under_way[:] = [self._running.way]
        self._look.start()

    def _take(self) -> None:
        running = self._running
        if running is None:
            return
        if not running.future.done():
            if running.way.steps != running.told:
                running.told = running.way.steps
                self.progressed.emit(running.tag, *running.told)
            return
        self._running = None
        self._look.stop()
        if self._next is not None:  # too late (WK1)
            if not self._quiet.isActive():
                self._begin()
            return
        self._show()
        error = running.future.exception()
        if isinstance(error, Cancelled):
            self.cancelled.emit(running.tag)
        elif error is None:
            self.finished.emit(running.tag, running.future.result())
        else:
            self.failed.emit(running.tag, error)

    def _show(self) -> None:
        busy = self._running is not None or self._next is not None
        if busy != self._busy:
            self._busy = busy
            self.busy_changed.emit(busy)


def _let_go(pool: ThreadPoolExecutor, under_way: list[_Way]) -> None:
    """The worker is gone: its thread ends where the job under way next looks."""
    for way in under_way:
        way.unwanted.set()
    pool.shutdown(wait=False, cancel_futures=True)
