"""The program is told to end by the system: logging out, shutting down, SIGTERM, a terminal that closes (SIGHUP).

Nobody may be there to answer a question, so none is asked: what is being typed is kept, the journals are brought to the
disk, and the next start offers the work, as after a crash.  Nothing is saved over a file that nobody asked to save.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from types import FrameType

    from app.shell import Shell

FLUSH_SECONDS = 2.0
"""How long the end waits for the disk, for each map: a system that shuts down does not wait much longer."""
SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")

_log = logging.getLogger(__name__)


class SessionEnd(QObject):
    """Hears of the end of the session from now on, until :meth:`remove`."""

    def __init__(self, shell: Shell, app: QGuiApplication) -> None:
        super().__init__(shell)
        self._shell = shell
        self._pipe: tuple[int, int] | None = None
        self._before: dict[int, object] = {}
        # Before the session ends, perhaps: it can still be called off, so the program goes on.
        app.commitDataRequest.connect(lambda _manager: self.keep())
        if sys.platform != "win32":
            self._hear_signals()

    def _hear_signals(self) -> None:
        """Python runs its handlers when it gets to run at all; an idle event loop is woken by a pipe."""
        self._pipe = os.pipe()
        for end in self._pipe:
            os.set_blocking(end, False)
            os.set_inheritable(end, False)
        signal.set_wakeup_fd(self._pipe[1], warn_on_full_buffer=False)
        for name in SIGNALS:
            number = getattr(signal, name)
            self._before[number] = signal.signal(number, _heard)
        self._notifier = QSocketNotifier(self._pipe[0], QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._end)

    def remove(self) -> None:
        """Leave things as they were."""
        if self._pipe is None:
            return
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]  # what signal() itself gave
        for end in self._pipe:
            os.close(end)
        self._pipe = None

    def keep(self) -> None:
        """Keep what is being typed, and bring every journal to the disk."""
        for window in tuple(self._shell.windows):
            if window.workspace is not None:
                window.workspace.commit()
        for document in self._shell.files.documents.all:
            if not document.journal.flush(FLUSH_SECONDS):
                _log.warning("the session ends and a journal is not on the disk")

    def _end(self) -> None:
        """A signal came: keep everything, and go without a question."""
        if self._pipe is not None:
            os.read(self._pipe[0], 64)
        self.keep()
        for document in self._shell.files.documents.all:
            document.leave()
        QGuiApplication.exit(0)


def _heard(_number: int, _frame: FrameType | None) -> None:
    """What is to be done is done when the pipe is read."""
