"""Posters that are read for a window: on a thread, with a note that says so and a way to give it up.

A PDF may keep its reader busy for seconds (:mod:`model.importers.posterfile`); one goes on working meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.filebars import make_bar
from model.document import Document
from model.files.errors import FileError, shown_name
from model.i18n import translate
from model.importers.base import import_file
from model.importers.report import ImportReport
from model.records import Language
from widgets.dialogs.exports.worker import Worker

if TYPE_CHECKING:
    from app.window import MainWindow

NOTE_AFTER_MS = 400
"""A poster that is read sooner is shown without a word."""

Then = Callable[["MainWindow", Document, ImportReport], object]


class Readings(QObject):
    """What is being read.  ``then`` gets each map, ``tell`` the sentence where there is none."""

    def __init__(self, parent: QObject, then: Then, tell: Callable[[str, MainWindow], object]) -> None:
        super().__init__(parent)
        self._then, self._tell = then, tell
        self._workers: dict[tuple[MainWindow, Path], Worker] = {}

    @property
    def under_way(self) -> tuple[Path, ...]:
        """The files that are being read."""
        return tuple(path for _, path in self._workers)

    def read(self, window: MainWindow, path: Path, language: Language) -> None:
        """Read the poster at ``path`` for ``window``; one that is being read for it is not read twice."""
        key = (window, path)
        if key in self._workers:
            return
        worker = self._workers[key] = Worker(window)  # a window that is closed takes it along
        worker.finished.connect(lambda _tag, made: self._read(key, made))
        worker.failed.connect(lambda _tag, error: self._failed(key, error))
        worker.cancelled.connect(lambda _tag: self._end(key))
        worker.destroyed.connect(lambda _gone=None: self._workers.pop(key, None))
        QTimer.singleShot(NOTE_AFTER_MS, worker, partial(self._note, key))
        worker.ask("poster", partial(import_file, path, None, language), 0)

    def stop(self) -> None:
        """The program ends: so does what is being read."""
        for key in tuple(self._workers):
            self._end(key)

    def _note(self, key: tuple[MainWindow, Path]) -> None:
        window, path = key
        bar = make_bar(
            "neutral",
            "hourglass",
            lambda: translate("Shell", "Reading “{name}”.").format(name=shown_name(path)),
            lambda: translate("Shell", "Its map comes as soon as it is read; you can go on working."),
        )
        bar.add_button(lambda: translate("Shell", "Cancel"), lambda: self._end(key))
        window.bars.show_bar(_bar_key(path), bar)

    def _end(self, key: tuple[MainWindow, Path]) -> None:
        """It is read, or not wanted any more."""
        worker = self._workers.pop(key, None)
        if worker is not None:
            window, path = key
            window.bars.remove_bar(_bar_key(path))
            worker.stop()
            worker.deleteLater()

    def _read(self, key: tuple[MainWindow, Path], made: tuple[Document, ImportReport]) -> None:
        self._end(key)
        self._then(key[0], *made)

    def _failed(self, key: tuple[MainWindow, Path], error: Exception) -> None:
        self._end(key)
        if not isinstance(error, FileError):
            raise error
        self._tell(str(error), key[0])


def _bar_key(path: Path) -> str:
    return f"reading {path}"
