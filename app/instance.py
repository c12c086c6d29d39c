"""One editor for each user: a second start hands its map over to the first and ends.

The socket lies in the user's own runtime folder, where nobody else can put one; Windows has named pipes instead.
"""

from __future__ import annotations

import logging
import os
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

CONNECT_MS, ANSWER_MS = 200, 3000
"""How long a running editor may take to be found, and to say that it heard."""
_HEARD = b"heard\n"
_LONGEST = 100_000

_log = logging.getLogger(__name__)


class Instance(QObject):
    """This process as the user's editor, or as a guest of the one that runs."""

    asked = Signal(str)
    """Another start wants this map opened; "" wants a window."""

    def __init__(self, parent: QObject | None = None, name: str = "") -> None:
        super().__init__(parent)
        self.name = name or server_name()
        self._server: QLocalServer | None = None
        self._guests: list[QLocalSocket] = []

    def hand_over(self, path: Path | None) -> bool:
        """Give the path to the editor that runs; False when none answers."""
        if sys.platform != "win32" and not os.path.lexists(self.name):
            return False  # so that the first start needs no network library
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self.name)
        if not socket.waitForConnected(CONNECT_MS):
            return False
        wish = os.fsencode(path.absolute()) if path is not None else b""
        socket.write(wish + b"\n")
        socket.waitForBytesWritten(ANSWER_MS)
        heard = socket.waitForReadyRead(ANSWER_MS) and bytes(socket.readAll().data()) == _HEARD
        socket.disconnectFromServer()
        return heard

    def listen(self) -> bool:
        """Be the editor that others hand their maps to.  False, and a line in the log, when that fails."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self.name)  # of one that crashed
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._visited)
        if not server.listen(self.name):
            _log.warning("other starts will not find this one: %s", server.errorString())
            return False
        self._server = server
        return True

    def stop(self) -> None:
        """Hear nobody any more."""
        if self._server is not None:
            self._guests.clear()
            self._server.close()
            self._server = None

    def _visited(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            guest = self._server.nextPendingConnection()
            guest.setReadBufferSize(_LONGEST)
            # Bound methods of ours, never one of the guest's: its wrapper must not die inside its own destructor.
            guest.readyRead.connect(self._hear)
            self._guests.append(guest)
        self._hear()

    def _hear(self) -> None:
        for guest in tuple(self._guests):
            if guest.canReadLine():
                self._guests.remove(guest)  # the server keeps it until it closes
                wish = bytes(guest.readLine().data()).rstrip(b"\n")
                guest.write(_HEARD)
                guest.flush()
                self.asked.emit(os.fsdecode(wish))


def server_name() -> str:
    """One name for each user and each JOURNEYWALL_HOME, so that tests do not meet the user's own editor."""
    owner = f"{os.environ.get('JOURNEYWALL_HOME', '')}|{Path.home()}"
    name = f"journeywall-{zlib.crc32(owner.encode('utf-8', 'surrogateescape')):08x}"
    if sys.platform == "win32":
        return name
    return str(Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.RuntimeLocation)) / name)
