"""The writer thread: saves frozen documents while the editor goes on.

One save at a time, in the order asked for.  "Saved" is said by :attr:`Saver.saved` only, which comes when the bytes
were synced, read back and in place (DO3 of :mod:`app.documents`).
"""

from __future__ import annotations

import contextvars
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.documents import OpenDocument, SaveJob
from model.files.atomic import WriteResult

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from model.files.thinning import Why

Then = Callable[[Exception | None], None]


class Saver(QObject):
    """Saves documents on a thread of its own; its signals come on the interface's thread."""

    saved = Signal(object)
    """An OpenDocument is in its file, verified."""
    failed = Signal(object, object)
    """(OpenDocument, error): the save failed, the old file is untouched; ``str(error)`` is the sentence for the user.
    An error that is no FileError is a fault of ours."""
    kept = Signal(object, object)
    """(OpenDocument, error or None): whether a version of it was kept, after a save or while it is worked on."""

    _done = Signal(object, object, object)
    _did = Signal(object, object)
    _kept = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: set[OpenDocument] = set()
        self._asked: dict[OpenDocument, Path | None] = {}
        self._done.connect(self._take)
        self._did.connect(lambda then, error: then(error))
        self._kept.connect(self._take_kept)

    @cached_property
    def _pool(self) -> ThreadPoolExecutor:
        """The writer's thread, from the first save on."""
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")

    def busy_with(self, document: OpenDocument) -> bool:
        """Whether a save of ``document`` is under way."""
        return document in self._running

    def save(self, document: OpenDocument, path: Path | None = None) -> None:
        """Write ``document`` to its file or to ``path``, and say how it went.

        While a save of it is under way the next waits: it has to know the file that the first one leaves.
        """
        if document in self._running:
            self._asked[document] = path or self._asked.get(document)
            return
        job = document.prepare_save(path)
        self._running.add(document)
        context = contextvars.copy_context()  # the writer speaks the language of the moment
        future: Future[WriteResult] = self._pool.submit(context.run, job.run)
        future.add_done_callback(lambda done: self._done.emit(document, job, done))

    def _take(self, document: OpenDocument, job: SaveJob, done: Future[WriteResult]) -> None:
        self._running.discard(document)
        again = document in self._asked
        path = self._asked.pop(document, None)
        error = done.exception()
        if error is None:
            result = done.result()
            document.saved(job, result)
            self._keep(document, lambda: job.keep(result))
        if again:
            self.save(document, path)
        elif error is not None:
            self.failed.emit(document, error)
        else:
            self.saved.emit(document)

    def keep_work(self, document: OpenDocument, why: Why = "work", then: Then | None = None) -> None:
        """Keep a version of what ``document`` is now, saved or not; :attr:`kept` says how it went.

        ``then`` hears first, in the interface’s thread: the error, or None.
        """
        from model.files.keeping import keep_work

        frozen, path = document.session.document, document.path or ""
        self._keep(document, lambda: keep_work(frozen, path, why=why), then)

    def _keep(self, document: OpenDocument, keep: Callable[[], object], then: Then | None = None) -> None:
        """Keep a version on the writer's thread, after the saves that were asked for."""
        future: Future[object] = self._pool.submit(contextvars.copy_context().run, keep)

        def tell(done: Future[object]) -> None:
            if isValid(self):  # else the program has ended meanwhile
                self._kept.emit(document, done.exception(), then)

        future.add_done_callback(tell)

    def _take_kept(self, document: OpenDocument, error: Exception | None, then: Then | None) -> None:
        if then is not None:
            then(error)
        self.kept.emit(document, error)

    def later(self, work: Callable[[], object], then: Then) -> None:
        """Do ``work`` on the writer's thread, after all that was asked for; ``then`` hears of it in the interface's."""
        future: Future[object] = self._pool.submit(contextvars.copy_context().run, work)

        def tell(done: Future[object]) -> None:
            if isValid(self):  # else the program has ended meanwhile
                self._did.emit(then, done.exception())

        future.add_done_callback(tell)

    def stop(self) -> None:
        """Finish what was asked for and end the thread."""
        if "_pool" in self.__dict__:
            self._pool.shutdown(wait=True)
