"""The folders of open documents: who has one open, what is in it, and which ones a crash left behind.

A session folder ``sessions/<document id>-<session id>/`` holds

- ``session.json``: what is open (path, title), by which process of which machine, the hash of the file on disk;
- ``base-<k>.json`` and ``journal-<k>.jsonl``: a map, and the edits since.  The highest ``k`` with a sound base counts;
- ``next-<k>.json``: the map of a generation that is being made;
- ``lock``: locked by the process as long as it lives;
- ``closed.json``: the document was closed without saving; it is kept for a while as "recently discarded".
"""

from __future__ import annotations

import json
import logging
import os
import re
import secrets
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from model.files.atomic import process_alive, write_atomic
from model.files.errors import ContentError, ReadError, write_error
from model.files.paths import host_name
from model.files.strictjson import read_json

_GENERATION = re.compile(r"base-([0-9]{6})\.json")
_PART = re.compile(r"(?:base|next|journal)-([0-9]{6})\.jsonl?")
_INFO_LIMIT = 1024 * 1024

log = logging.getLogger(__name__)


class SessionInfo:
    """What ``session.json`` says.  ``started`` and ``saved`` are times for display only; nothing is ordered by them.

    ``path`` is "" for a map that was never saved; ``file_sha256`` the hash of the file as it was opened or last
    saved; ``unsaved_base`` that the map was not in any file when the session began (imported, recovered);
    ``recovered_from`` the folders of the sessions that this one continues.
    """

    __slots__ = (  # noqa: RUF023 - in the order of the file
        "document_id",
        "session_id",
        "title",
        "path",
        "file_sha256",
        "host",
        "pid",
        "process_started",
        "started",
        "unsaved_base",
        "recovered_from",
    )

    def __init__(
        self,
        document_id: str = "",
        session_id: str = "",
        title: str = "",
        path: str = "",
        file_sha256: str = "",
        host: str = "",
        pid: int = 0,
        process_started: str = "",
        started: str = "",
        unsaved_base: bool = False,
        recovered_from: tuple[str, ...] = (),
    ) -> None:
        self.document_id = document_id
        self.session_id = session_id
        self.title = title
        self.path = path
        self.file_sha256 = file_sha256
        self.host = host
        self.pid = pid
        self.process_started = process_started
        self.started = started
        self.unsaved_base = unsaved_base
        self.recovered_from = recovered_from

    def __eq__(self, other: object) -> bool:
        return self.as_json() == other.as_json() if isinstance(other, SessionInfo) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # it is written to

    def as_json(self) -> dict[str, Any]:
        """Plain values for the file."""
        return {name: getattr(self, name) for name in self.__slots__} | {"recovered_from": list(self.recovered_from)}

    @classmethod
    def from_json(cls, value: Any) -> SessionInfo:
        """From the file's value; what is missing or of the wrong type keeps its default."""
        info = cls()
        for name in cls.__slots__ if isinstance(value, dict) else ():
            found, default = value.get(name), getattr(info, name)
            if name == "recovered_from" and isinstance(found, list):
                info.recovered_from = tuple(part for part in found if isinstance(part, str))
            elif name != "recovered_from" and type(found) is type(default):
                setattr(info, name, found)
        return info


def new_session_id() -> str:
    """A random name for one opening of one document."""
    return secrets.token_hex(8)


def read_info(folder: Path, *, sure: bool = False) -> SessionInfo:
    """What is known of the session in ``folder``.  Raises ReadError where one must be ``sure`` and the disk fails."""
    value = None
    try:
        value, _ = read_json(folder / "session.json", _INFO_LIMIT)
    except ReadError as error:
        if sure and not isinstance(error.__cause__, FileNotFoundError):
            raise
    except ContentError:
        pass  # what is not known keeps its default
    info = SessionInfo.from_json(value)
    if not info.document_id:
        info.document_id, _, info.session_id = folder.name.rpartition("-")
    return info


def write_info(folder: Path, info: SessionInfo) -> None:
    """Write ``session.json``.  Raises WriteError."""
    text = json.dumps(info.as_json(), ensure_ascii=False, indent=1)
    write_atomic(folder / "session.json", text.encode("utf-8", "replace") + b"\n")


def base_file(folder: Path, generation: int) -> Path:
    """The map that a journal begins with."""
    return folder / f"base-{generation:06d}.json"


def journal_file(folder: Path, generation: int) -> Path:
    """The edits since that map."""
    return folder / f"journal-{generation:06d}.jsonl"


def next_base_file(folder: Path, generation: int) -> Path:
    """That map, as long as its journal is not ready."""
    return folder / f"next-{generation:06d}.json"


def outdated(folder: Path, generation: int) -> list[Path]:
    """The files of generations before ``generation``.  Raises OSError."""
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            match = _PART.fullmatch(entry.name)
            if match is not None and int(match.group(1)) < generation:
                found.append(Path(entry.path))
    return sorted(found, reverse=True)


def mark_closed(folder: Path) -> None:
    """Say that the document was closed without saving; nothing happens where no session is.  Raises WriteError."""
    try:
        there = folder.is_dir()
    except OSError as error:
        raise write_error(folder, error) from error
    if there:
        closed = {"closed": datetime.now().astimezone().isoformat(timespec="seconds")}
        write_atomic(folder / "closed.json", json.dumps(closed).encode() + b"\n")


def generations(folder: Path, *, sure: bool = False) -> list[int]:
    """The numbers of the bases in ``folder``, newest first.  Raises OSError where one must be ``sure``."""
    try:
        names = [entry.name for entry in folder.iterdir()]
    except OSError:
        if sure:
            raise
        return []
    matches = (_GENERATION.fullmatch(name) for name in names)
    return sorted((int(match.group(1)) for match in matches if match is not None), reverse=True)


# -- who lives? -----------------------------------------------------------------------------------------------------


def process_start(pid: int) -> str:
    """When a process began, as a token that tells two with the same number apart; "" where that is unknown."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    fields = text.rpartition(")")[2].split()
    return fields[19] if len(fields) > 19 else ""


def own_identity() -> tuple[str, int, str]:
    """Host, process number and start of this process."""
    return host_name(), os.getpid(), process_start(os.getpid())


class FolderLock:
    """The lock of one session folder, held by the system for as long as the process lives."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "lock"
        self._fd: int | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._fd is not None

    def acquire(self) -> bool:
        """Take the lock without waiting; False when another process (or object) holds it.  Raises OSError."""
        if self._fd is not None:
            return True
        fd = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            locked = _lock(fd)
        except OSError:
            os.close(fd)
            raise
        if not locked:
            os.close(fd)
            return False
        self._fd = fd
        return True

    def release(self) -> None:
        """Let go; nothing happens when it is not held.  Never raises: the system lets go also when it complains."""
        fd, self._fd = self._fd, None
        if fd is not None:
            try:
                os.close(fd)
            except OSError as error:
                log.warning("letting go of a session's lock: %s", error.strerror)


if sys.platform == "win32":
    import msvcrt

    def _lock(fd: int) -> bool:
        try:
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(fd: int) -> bool:
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def is_alive(folder: Path, info: SessionInfo) -> bool:
    """Whether the session's process still works on it.

    A process of this machine is known by its number and the time it began.  Where that cannot be told (another
    machine's name, or a system without such a time) the lock decides: a free one means that the process is gone.
    """
    if info.host == host_name():
        if not process_alive(info.pid):
            return False
        if info.process_started:
            return process_start(info.pid) == info.process_started
    lock = FolderLock(folder)
    try:
        return lock.path.exists() and not lock.acquire()
    except OSError:
        return True  # a lockless or failing disk: better not offered than taken from somebody who works on it
    finally:
        lock.release()
