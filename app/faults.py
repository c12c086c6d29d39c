"""Errors that nobody caught: into the log without note text, and once before the user's eyes.  Work goes on."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

_log = logging.getLogger("journeywall.qt")


class ErrorHooks:
    """Hears of errors in slots, events and threads, of Qt's own complaints, and of crashes below Python."""

    def __init__(self) -> None:
        self._old = sys.excepthook
        self._old_thread = threading.excepthook
        self._shown = False
        self._crash_log: TextIO | None = None
        self._handler = _LogHandler()

    def install(self) -> None:
        """Hear of every error from now on."""
        from model.files.paths import log_folder

        sys.excepthook = self._error
        threading.excepthook = self._thread_error
        qInstallMessageHandler(_qt_message)
        logging.getLogger().addHandler(self._handler)
        try:
            log_folder().mkdir(parents=True, exist_ok=True, mode=0o700)
            self._crash_log = (log_folder() / "crash.log").open("a", encoding="utf-8")
        except OSError as error:
            _log.warning("no crash log: %s", error.strerror)
        else:
            faulthandler.enable(self._crash_log)

    def remove(self) -> None:
        """Leave things as they were."""
        sys.excepthook = self._old
        threading.excepthook = self._old_thread
        qInstallMessageHandler(None)
        logging.getLogger().removeHandler(self._handler)
        if self._crash_log is not None:
            faulthandler.disable()
            self._crash_log.close()
            self._crash_log = None

    def _error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        from app.errorlog import describe, write_log

        path = write_log(error, "the editor")
        if not self._shown:
            self._shown = True  # an error that comes again and again is told once at a time
            report = describe(error)
            QTimer.singleShot(0, lambda: self._show(report, path))

    def _show(self, report: str, path: Path | None) -> None:
        from widgets.dialogs.messages import tell_error

        def closed() -> None:
            self._shown = False

        tell_error(QApplication.activeWindow(), report, path).finished.connect(closed)

    def _thread_error(self, args: threading.ExceptHookArgs) -> None:
        from app.errorlog import write_log

        if args.exc_value is not None:
            write_log(args.exc_value, "a thread")


class _LogHandler(logging.Handler):
    """Puts warnings and errors of every logger into the log."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record; a traceback that came with it is left out, since its message may quote a card."""
        from app.errorlog import write_record

        record.exc_info = record.exc_text = None
        write_record(record)


def _qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Qt's own warnings go to the log, not to a terminal that nobody sees."""
    if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
        return
    level = logging.WARNING if kind == QtMsgType.QtWarningMsg else logging.ERROR
    _log.log(level, "%s", message)
