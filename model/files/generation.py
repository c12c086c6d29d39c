"""One generation of a session: a map and the journal of the edits since, as they are written.

The journal is written first; the map comes under its name, and with it the generation into force, when both are whole
and synced.  Until then the generation before is the one that counts, and goes on being written.
"""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path
from typing import Any

from model.files.atomic import write_atomic
from model.files.journal_lines import encode_record
from model.files.sessions import base_file, journal_file, next_base_file, outdated
from model.files.syncing import sync_file


class Generation:
    """Generation ``number`` of the session in ``folder``; nothing is on the disk before :meth:`prepare`.

    ``records`` and ``size`` (bytes) are what its journal holds.
    """

    def __init__(self, folder: Path, number: int) -> None:
        self.folder = folder
        self.number = number
        self.records = 0
        self.size = 0
        self._fd: int | None = None

    def prepare(self, base: bytes) -> None:
        """Write the map, not yet under its name, and begin the journal.  Raises OSError or WriteError."""
        write_atomic(next_base_file(self.folder, self.number), base)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | getattr(os, "O_BINARY", 0)
        self._fd = os.open(journal_file(self.folder, self.number), flags, 0o600)

    def write(self, record: dict[str, Any]) -> None:
        """Append one record, in one call where the system takes it whole.  Raises OSError."""
        if self._fd is None:
            raise OSError(0, "the journal is not open")
        line = encode_record({"n": self.records, **record})
        written = 0
        while written < len(line):
            count = os.write(self._fd, line[written:])
            if count <= 0:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            written += count
        self.records += 1
        self.size += len(line)

    def sync(self) -> None:
        """Bring what was written to the disk.  Raises OSError."""
        fd = self._fd
        if fd is None:
            raise OSError(0, "the journal is not open")
        if os.fstat(fd).st_nlink == 0:
            # Somebody emptied the folder: what is written goes nowhere, although every call succeeds.
            raise OSError(errno.ENOENT, os.strerror(errno.ENOENT))
        if hasattr(os, "fdatasync"):
            os.fdatasync(fd)
        else:
            sync_file(fd)

    def place(self) -> None:
        """Bring it into force.  Raises OSError."""
        next_base_file(self.folder, self.number).replace(base_file(self.folder, self.number))

    def drop_older(self) -> None:
        """Delete the generations before, and what is left of some that never came into force.  Raises OSError."""
        for path in outdated(self.folder, self.number):
            path.unlink(missing_ok=True)

    def abandon(self) -> None:
        """Give up one that is not in force."""
        self.close()
        for path in (journal_file(self.folder, self.number), next_base_file(self.folder, self.number)):
            with contextlib.suppress(OSError):  # what stays is dropped with the next generation
                path.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the file."""
        fd, self._fd = self._fd, None
        if fd is not None:
            with contextlib.suppress(OSError):  # what was to be told was told by the sync
                os.close(fd)
