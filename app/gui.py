"""The editor's start: one instance, error hooks, look and language, the first window."""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QTimer, QtMsgType, QTranslator, qInstallMessageHandler
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication

_log = logging.getLogger("journeywall")


def run(path: Path | None) -> int:
    """Open the editor, on a map when one is given.  Returns the exit status."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101 - nobody made another kind before
    app.setApplicationName("journeywall")
    app.setApplicationDisplayName("Journeywall")
    app.setDesktopFileName("journeywall")
    server_name = _server_name()
    if _hand_over(server_name, path):
        return 0
    from app.shell import Shell
    from model.i18n import set_language
    from widgets.look.theme import install

    install(app)
    shell = Shell(app)
    set_language(shell.language)
    shell.choose_theme(shell.theme_choice)
    translator = QTranslator(app)
    if translator.load(f"qtbase_{shell.language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    hooks = ErrorHooks(shell)
    hooks.install()
    server = QLocalServer(app)
    QLocalServer.removeServer(server_name)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    server.listen(server_name)

    def visitor() -> None:
        socket = server.nextPendingConnection()
        socket.waitForReadyRead(500)
        asked = bytes(socket.readAll().data()).decode("utf-8", "replace")
        socket.disconnectFromServer()
        window = shell.windows[-1] if shell.windows else shell.new_window()
        if asked:
            shell.open_path(window, Path(asked))
        elif window.workspace is not None:
            shell.new_window().show_start()
        window.raise_()
        window.activateWindow()

    server.newConnection.connect(visitor)
    window = shell.new_window()

    def begin() -> None:
        if path is not None:
            shell.open_path(window, path)
        if window.workspace is None:
            window.show_start()
        shell.recover_left_work(window)

    QTimer.singleShot(0, begin)
    status = app.exec()
    shell.saver.stop()
    hooks.remove()
    return status


def _server_name() -> str:
    """One name for each user and each JOURNEYWALL_HOME, so that tests do not meet the user's own editor."""
    import hashlib

    owner = f"{os.environ.get('JOURNEYWALL_HOME', '')}|{Path.home()}"
    return "journeywall-" + hashlib.sha256(owner.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _hand_over(name: str, path: Path | None) -> bool:
    """Give the path to the editor that runs already; False when none answers."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(200):
        return False
    socket.write((str(path.absolute()) if path is not None else "").encode("utf-8", "replace"))
    socket.flush()
    socket.waitForBytesWritten(500)
    socket.disconnectFromServer()
    if socket.state() != QLocalSocket.LocalSocketState.UnconnectedState:
        socket.waitForDisconnected(500)
    return True


class ErrorHooks:
    """Errors that nobody caught: into the log without note text, and once before the user's eyes.  Work goes on."""

    def __init__(self, shell: object) -> None:
        self._shell = shell
        self._old = sys.excepthook
        self._old_thread = threading.excepthook
        self._shown = False
        self._crash_log: object | None = None

    def install(self) -> None:
        """Hear of every error from now on."""
        from model.files.paths import log_folder

        sys.excepthook = self._error
        threading.excepthook = self._thread_error
        qInstallMessageHandler(_qt_message)
        try:
            log_folder().mkdir(parents=True, exist_ok=True, mode=0o700)
            file = (log_folder() / "crash.log").open("w", encoding="utf-8")
        except OSError as error:
            _log.warning("no crash log: %s", error.strerror)
        else:
            faulthandler.enable(file)
            self._crash_log = file

    def remove(self) -> None:
        """Leave things as they were."""
        sys.excepthook = self._old
        threading.excepthook = self._old_thread
        qInstallMessageHandler(None)

    def _error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._old(kind, error, trace)
            return
        from app.errorlog import describe, write_log

        path = write_log(error, "the editor")
        if not self._shown:
            self._shown = True
            report = describe(error)
            QTimer.singleShot(0, lambda: self._show(report, path))

    def _show(self, report: str, path: Path | None) -> None:
        from widgets.dialogs.messages import tell_error

        tell_error(QApplication.activeWindow(), report, path)
        self._shown = False

    def _thread_error(self, args: threading.ExceptHookArgs) -> None:
        from app.errorlog import write_log

        if args.exc_value is not None:
            write_log(args.exc_value, "a thread")


def _qt_message(kind: QtMsgType, _context: object, message: str) -> None:
    """Qt's own warnings go to the log, not to a terminal that nobody sees."""
    level = logging.ERROR if kind in {QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg} else logging.WARNING
    _log.log(level, "Qt: %s", message)
