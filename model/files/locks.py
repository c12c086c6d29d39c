"""Who has a map open: the lock file ``.NAME.lock`` beside it, read by other processes and other machines.

LO1  A lock is made by creating its file, which only one can do.  Its owner alone counts it on, every 30 seconds; each
     count is written into the file that was read, so that a lock that was put there by somebody else is never touched.
LO2  A lock of a process of this machine that is gone is taken without a word.  Any other one is somebody's, however
     old: no time in it is compared with a clock.  Whoever wants to know whether its owner lives watches the count.
LO3  A lock that cannot be read is somebody's.
LO4  Taking over replaces the file; the former owner finds that out before the next save, which then writes nothing
     (:class:`model.files.errors.TakenOver`).  Who was taken over from stands in the history of the new lock.
LO5  Where no lock can be made the map is opened without one, and that is said.

The lock is a courtesy between programs that know it; what keeps the work of both is the comparison before every save.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import logging
import os
import stat
import sys
import threading
import time
from pathlib import Path

from model.files.atomic import new_temp
from model.files.errors import ContentError, HeldByOther, ReadError, TakenOver, read_error, shown_name
from model.files.holder import HISTORY, OURS, Holder, holder_from_json, is_dead, own_holder, parse_holder
from model.files.strictjson import read_json
from model.i18n import translate
from model.values import replace

REFRESH = 30.0
"""Seconds between two counts of a lock by its owner."""
QUIET = 4 * REFRESH
"""Seconds on the reader's own clock without a count, after which it is said that nobody was heard of.  A folder that
is synchronised brings counts late."""
_LIMIT = 64 * 1024
_LONGEST_NAME = 255
_TRIES, _PAUSE = 8, 0.02
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_NO_LOCK = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})

log = logging.getLogger(__name__)


def lock_path(path: str | os.PathLike[str]) -> Path:
    """Where the lock of ``path`` stands: beside the real file, whatever links lead to it.

    A name that would be too long for the file system is told by its hash.  Raises ReadError where a link cannot be
    looked at.
    """
    try:
        real = Path(os.path.realpath(path))
    except OSError as error:
        raise read_error(path, error) from error
    name = f".{real.name}.lock"
    if len(os.fsencode(name)) > _LONGEST_NAME:
        name = f".{hashlib.sha256(os.fsencode(real.name)).hexdigest()[:32]}.lock"
    return real.with_name(name)


def read_lock(path: str | os.PathLike[str]) -> Holder | None:
    """Who has ``path`` open by its lock; None where there is none.  A lock that cannot be read is somebody's (LO3)."""
    try:
        return _read(lock_path(path))
    except ReadError:
        return Holder()


class Lock:
    """The lock of one open map.

    ``problem`` says why there is none where none could be made (LO5).  May be used from several threads.
    """

    def __init__(self, path: Path, holder: Holder, *, problem: str = "") -> None:
        self.path = path
        self.holder = holder
        self.problem = problem
        self._place = lock_path(path)  # also when a link leads elsewhere later
        self._guard = threading.Lock()
        self._size = 0
        self._unreadable = 0
        self._released = False
        self._taken_by: Holder | None = None
        if not problem:
            OURS.add(holder.session_id)

    @property
    def held(self) -> bool:
        """Whether there is a lock file and it is ours, as far as was seen."""
        return not self.problem and self._taken_by is None and not self._released

    @property
    def taken_by(self) -> Holder | None:
        """Who took the map over, once that was seen."""
        return self._taken_by

    def refresh(self) -> Holder | None:
        """Count on (LO1).  Returns who took the map over, if somebody did.

        A lock file that was deleted is made anew; a disk that is away is no reason to give up.
        """
        with self._guard:
            if self.held:
                with contextlib.suppress(OSError):
                    self._look(count=True)
            return self._taken_by

    def look(self) -> Holder | None:
        """Who took the map over, if somebody did; writes nothing but a lock file that was deleted."""
        with self._guard:
            if self.held:
                with contextlib.suppress(OSError):
                    self._look()
            return self._taken_by

    def verify(self) -> None:
        """Look whether the map is still ours.  Raises TakenOver; nothing happens where there is no lock (LO5)."""
        with self._guard:
            if self.held:
                with contextlib.suppress(OSError):  # the disk is away: the save itself will say so
                    self._look(sure=True)
            if self._taken_by is not None:
                raise taken_over(self.path, self._taken_by)

    def release(self) -> None:
        """Remove the lock file if it is ours; never raises."""
        with self._guard:
            held, self._released = self.held, True
            OURS.discard(self.holder.session_id)
            if not held:
                return
            place = self._place
            try:
                found = _read(place)
                if found is not None and found.session_id == self.holder.session_id:
                    place.unlink()
            except OSError as error:
                log.warning("a lock file stays: %s", error.strerror)

    def _look(self, *, count: bool = False, sure: bool = False) -> None:
        """Find out who has the lock; ``count`` on when it is ours.  Raises OSError.

        A lock that cannot be read may be on its way through a sync program: it is somebody's when it stays so, or at
        once where one must be ``sure``.
        """
        place = self._place
        try:
            fd = os.open(place, os.O_RDWR | _NOFOLLOW)
        except FileNotFoundError:
            if place.parent.is_dir():
                self._make_anew(place)
            return
        with os.fdopen(fd, "r+b", buffering=0) as file:
            found = parse_holder(file.read(_LIMIT))
            if not found.known:
                self._unreadable += 1
                if self._unreadable > 1 or sure:
                    self._lose(found)
                return
            self._unreadable = 0
            if found.session_id != self.holder.session_id:
                self._lose(found)
            elif count:
                self.holder = replace(self.holder, counter=self.holder.counter + 1)
                self._put(fd)

    def _make_anew(self, place: Path) -> None:
        """Somebody deleted the file."""
        try:
            self._create(place)
        except FileExistsError:
            found = _read(place)
            # One that cannot be read just now is looked at again the next time.
            if found is not None and found.known and found.session_id != self.holder.session_id:
                self._lose(found)

    def _lose(self, found: Holder) -> None:
        self._taken_by = found
        OURS.discard(self.holder.session_id)
        log.warning("a lock was taken over by another session")

    def _create(self, place: Path) -> None:
        """Make the lock file.  Raises FileExistsError, OSError."""
        fd = os.open(place, os.O_RDWR | os.O_CREAT | os.O_EXCL | _NOFOLLOW, 0o666)
        try:
            try:
                self._put(fd)
            finally:
                os.close(fd)
        except OSError:
            with contextlib.suppress(OSError):
                place.unlink()
            raise
        _hide(place)

    def _put(self, fd: int) -> None:
        """Write over what is in the file, in one go and never shorter, so that no reader finds half of it."""
        data = json.dumps(self.holder.as_json(), ensure_ascii=False, indent=1).encode("utf-8", "replace")
        self._size = max(self._size or len(data) + 64, os.fstat(fd).st_size, len(data) + 1)
        os.lseek(fd, 0, os.SEEK_SET)
        line = data + b" " * (self._size - len(data) - 1) + b"\n"
        if os.write(fd, line) != len(line):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def acquire(path: str | os.PathLike[str], *, mine: Holder | None = None) -> Lock | Holder:
    """Lock ``path`` for this process, or say who has it open.

    The lock of a process of this machine that is gone is taken (LO2).  Where none can be made a Lock with a
    ``problem`` comes back (LO5).  Raises ReadError where a link in ``path`` cannot be looked at.
    """
    mine = mine or own_holder()
    lock = Lock(Path(path), mine)
    place = lock_path(path)
    found: Holder | None = None
    try:
        for _ in range(_TRIES):
            try:
                lock._create(place)
                return lock
            except FileExistsError:
                found = _read(place)
            if found is not None and found.known:
                if not is_dead(found, mine):
                    break
                if _claim(lock, place, found):
                    return lock
            time.sleep(_PAUSE)  # it is being made, taken or given back this instant
    except OSError as error:
        lock.release()
        return Lock(Path(path), mine, problem=_no_lock(path, error))
    OURS.discard(mine.session_id)
    return found if found is not None else Holder()


def take_over(path: str | os.PathLike[str], seen: Holder, *, mine: Holder | None = None) -> Lock | Holder:
    """Take the lock of ``path`` from ``seen``, of whom the user was told and who agreed to lose it.

    Who has it now comes back where that is somebody else meanwhile.  Raises ReadError, and touches nothing, where it
    cannot be seen who that is.
    """
    mine = mine or own_holder()
    place = lock_path(path)
    try:
        found = _look_at(place)
    except OSError as error:
        if seen.known:
            text = translate("Locks", "Who has “{name}” open cannot be seen at the moment; try again.")
            raise ReadError(path, text.format(name=shown_name(path))) from error
        found = Holder()  # that nobody can read it is what the user was told
    if found is None:
        return acquire(path, mine=mine)
    if found.session_id != seen.session_id:
        return found
    lock = Lock(Path(path), replace(mine, history=_history(found, mine, "taken over")))
    try:
        _put_over(lock, place)
    except OSError as error:
        lock.release()
        return Lock(Path(path), mine, problem=_no_lock(path, error))
    after = _read(place)
    if not _is_ours(after, lock):
        OURS.discard(mine.session_id)
        return after or found
    # No name, no file: who it was stands in the lock itself.
    log.warning("a lock was taken over at the user's wish; it was held since %s", found.since or "an unknown time")
    return lock


def taken_over(path: str | os.PathLike[str], by: Holder) -> TakenOver:
    """The error of a save whose map somebody else took over."""
    name = shown_name(path)
    if by.known and by.when:
        text = translate("Locks", "{who} took over “{name}” at {time}; your work is kept. Save it elsewhere.")
        return TakenOver(path, text.format(who=by.who, name=name, time=by.when), by)
    text = translate("Locks", "Somebody took over “{name}”; your work is kept. Save it elsewhere.")
    return TakenOver(path, text.format(name=name), by)


def held_by(path: str | os.PathLike[str], holder: Holder) -> HeldByOther:
    """The error of a save over a map that somebody else has open."""
    text = translate("Locks", "{who} has “{name}” open; choose another name.")
    return HeldByOther(path, text.format(who=holder.who, name=shown_name(path)), holder)


# -- reading and taking ---------------------------------------------------------------------------------------------


def _read(place: Path) -> Holder | None:
    """Who is in the lock at ``place``; None where there is none for sure (LO3)."""
    try:
        return _look_at(place)
    except OSError:
        return Holder()


def _look_at(place: Path) -> Holder | None:
    """The same.  Raises OSError where the look fails."""
    try:
        if stat.S_ISLNK(os.lstat(place).st_mode):
            return Holder()  # never made by us; what it leads to is not looked at
        value, _ = read_json(place, _LIMIT)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except ReadError as error:
        if isinstance(error.__cause__, FileNotFoundError):
            return None
        if isinstance(error.__cause__, OSError):
            raise error.__cause__ from error
        return Holder()
    except ContentError:
        return Holder()
    return holder_from_json(value)


def _is_ours(after: Holder | None, lock: Lock) -> bool:
    """Whether a lock that we have just put there is still there, by a look ``after`` it.

    What cannot be read just now counts as ours: a lock is looked at again before every save (LO4).
    """
    return after is not None and (not after.known or after.session_id == lock.holder.session_id)


def _claim(lock: Lock, place: Path, dead: Holder) -> bool:
    """Put our name into the lock of a process that is gone; False when another one was faster.  Raises OSError.

    The system's lock on the file decides between two that try; both are on this machine, since a lock of another one
    is never claimed.
    """
    history = _history(dead, lock.holder, "left behind")
    try:
        fd = os.open(place, os.O_RDWR | _NOFOLLOW)
    except PermissionError:  # another user's; the folder lets it be replaced all the same
        lock.holder = replace(lock.holder, history=history)
        _put_over(lock, place)
    else:
        try:
            if not _only_one(fd):
                return False
            found = parse_holder(os.read(fd, _LIMIT))
            if found.session_id != dead.session_id or os.fstat(fd).st_nlink == 0:
                return False
            lock.holder = replace(lock.holder, history=history)
            lock._put(fd)
        finally:
            os.close(fd)
    return _is_ours(_read(place), lock)


def _put_over(lock: Lock, place: Path) -> None:
    """Replace whatever lock is there by ours.  Raises OSError."""
    fd, temp = new_temp(place.parent, 0o666)
    try:
        try:
            lock._put(fd)
        finally:
            os.close(fd)
        temp.replace(place)
    except BaseException:
        with contextlib.suppress(OSError):
            temp.unlink()
        raise
    _hide(place)


if sys.platform == "win32":
    import ctypes
    import msvcrt

    def _only_one(fd: int) -> bool:
        os.lseek(fd, 2**30, os.SEEK_SET)  # beyond the end, where nobody reads
        try:
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(fd, 0, os.SEEK_SET)
        return True

    def _hide(place: Path) -> None:
        ctypes.windll.kernel32.SetFileAttributesW(str(place), 2)

else:
    import fcntl

    def _only_one(fd: int) -> bool:
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            log.warning("this disk has no locks of the system: %s", error.strerror)
        return True

    def _hide(_place: Path) -> None:
        """The dot hides it."""


def _history(former: Holder, mine: Holder, how: str) -> tuple[dict[str, str], ...]:
    row = {"user": former.user, "host": former.host, "since": former.since, "ended": mine.since, "how": how}
    return (*former.history, row)[-HISTORY:]


def _no_lock(path: str | os.PathLike[str], error: OSError) -> str:
    if error.errno in _NO_LOCK:
        text = translate("Locks", "Others cannot see that you have “{name}” open: its folder cannot be written.")
    else:
        text = translate("Locks", "Others cannot see that you have “{name}” open: it could not be locked here.")
    return text.format(name=shown_name(path))
