"""Reading a whole file with a stamp of what was read, and writing one so that it is always the old or the new one.

The order of a write: find the real file, compare it with what was loaded, write a temporary file beside it, sync,
copy its mode and attributes, read back and compare, rename over the old one, sync the folder.  A crash at any call
leaves the old or the new content under the name; an error leaves the old one and no temporary file.

A file with several names (hard links) is written in place, since a rename would cut it off from its twins; the new
content stands whole and synced beside it meanwhile (see :func:`pending_path`).
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path

from model.files.errors import (
    BUSY_WINERRORS,
    ChangedOnDisk,
    NotVerified,
    ReadError,
    WriteError,
    read_error,
    shown_name,
    write_error,
)
from model.files.exchange import exchange, set_aside
from model.files.paths import host_name
from model.files.syncing import require_synced, sync_file, sync_folder
from model.i18n import number, translate
from model.values import dataclass

SIZE_LIMIT = 250 * 1024 * 1024
"""Bytes; a larger file is refused before it is read."""

RETRY_DELAYS = (0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.7)
"""Seconds between tries to rename on Windows, 2.5 in all: a virus scanner lets go within that time."""

_CHUNK = 4 * 1024 * 1024
_TEMP_PREFIX = ".journeywall-"
_TEMP_SUFFIX = ".tmp"
_FOREIGN_TEMP_AGE = 24 * 3600.0
_TICK = 2_000_000_000
"""Nanoseconds: FAT stamps files by two seconds, other disks by less."""
_O_BINARY: int = getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What a file was when it was read or written.  The content's hash decides; the rest is a quick look."""

    size: int
    mtime_ns: int
    inode: int
    sha256: str

    def looks_like(self, found: os.stat_result) -> bool:
        """Whether ``found`` has the same size, time and inode; cheap, and not enough to overwrite a file."""
        return (self.size, self.mtime_ns, self.inode) == (found.st_size, found.st_mtime_ns, found.st_ino)


ABSENT = FileStamp(-1, -1, -1, "")
"""The stamp of a file that must not be there yet: writing never replaces one."""


@dataclass(frozen=True, slots=True)
class WriteResult:
    """How a file was written.

    ``path`` is the real file behind symbolic links; ``confirmed`` whether the folder's sync succeeded too, so that
    the new content survives a power cut at once; ``in_place`` that the file had several names; ``lost_attributes``
    the extended attributes that could not be carried over.
    """

    path: Path
    stamp: FileStamp
    confirmed: bool
    in_place: bool = False
    lost_attributes: tuple[str, ...] = ()


def read_file(path: str | os.PathLike[str], limit: int = SIZE_LIMIT) -> tuple[bytes, FileStamp]:
    """The bytes of ``path`` and their stamp.  Raises ReadError, also for folders, devices and files over ``limit``."""
    try:
        data, before, after = _read_once(path, limit)
        if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, len(data)):
            data, _, after = _read_once(path, limit)  # it was being written: once more
        return data, FileStamp(len(data), after.st_mtime_ns, after.st_ino, hashlib.sha256(data).hexdigest())
    except OSError as error:
        raise read_error(path, error) from error
    except ValueError as error:
        raise ReadError(path, _bad_name(path)) from error


def _read_once(path: str | os.PathLike[str], limit: int) -> tuple[bytes, os.stat_result, os.stat_result]:
    # Non-blocking, so that a named pipe cannot hang the program before it is looked at.
    fd = os.open(path, os.O_RDONLY | _O_BINARY | getattr(os, "O_NONBLOCK", 0))
    before = os.fstat(fd)
    if not stat.S_ISREG(before.st_mode):
        os.close(fd)
        text = (
            translate("Files", "“{name}” is a folder; choose a file in it.")
            if stat.S_ISDIR(before.st_mode)
            else translate("Files", "“{name}” is not a file; choose a file.")
        )
        raise ReadError(path, text.format(name=shown_name(path)))
    with os.fdopen(fd, "rb") as file:
        if before.st_size > limit:
            raise _too_large(path, before.st_size, limit)
        data = file.read(limit + 1)
        if len(data) > limit:
            raise _too_large(path, len(data), limit)
        return data, before, os.fstat(fd)


def stamp_of(path: str | os.PathLike[str], limit: int = SIZE_LIMIT) -> FileStamp | None:
    """The stamp of ``path`` as it is now, None when nothing is there.  Raises ReadError when it cannot be read."""
    try:
        return read_file(path, limit)[1]
    except ReadError as error:
        if isinstance(error.__cause__, FileNotFoundError | NotADirectoryError):
            return None
        raise


def pending_path(path: str | os.PathLike[str]) -> Path:
    """Where the new content of a hard-linked ``path`` stands, whole, while it is written in place.

    It is there only during such a write, or after one that was cut off: a reader that finds ``path`` damaged reads it.
    """
    real = Path(os.path.realpath(path))
    name = hashlib.sha256(os.fsencode(real.name)).hexdigest()[:16]
    return real.with_name(f"{_TEMP_PREFIX}{name}.pending")


def write_atomic(
    path: str | os.PathLike[str], data: bytes, *, expected: FileStamp | None = None, sure: bool = False
) -> WriteResult:
    """Replace ``path``'s content by ``data``, whole or not at all, synced and read back.

    ``expected`` is the stamp of what was loaded: a file with other content is not overwritten (ChangedOnDisk).
    ``ABSENT`` writes only where nothing stands yet; None overwrites whatever is there.  A file that has vanished is
    written anew.  ``sure`` is for what something else relies on: a folder that cannot be synced is an error then, with
    the new content in place.  Raises a WriteError with a sentence for the user; the old content is then untouched.
    """
    try:
        real = _real(path)
        old = _existing(real)
        base = _check_base(real, old, expected)
        sweep(real.parent)
        if old is not None and old.st_nlink > 1:
            return _write_in_place(real, data, base)
        return _write_beside(real, data, old, base, exclusive=expected is ABSENT, sure=sure)
    except OSError as error:
        raise write_error(path, error) from error
    except ReadError as error:
        raise WriteError(path, str(error)) from error
    except ValueError as error:
        raise WriteError(path, _bad_name(path)) from error


def sweep(folder: Path) -> list[Path]:
    """Remove temporary files that a crash left in ``folder``; returns those removed.

    A file of this machine goes when its process is gone; one of another machine, or one whose process number is in
    use again, when it has not changed for a day.  It never held the only copy of anything: it was never renamed.
    """
    removed: list[Path] = []
    # A folder that cannot be listed, or a file that is gone meanwhile, is no reason not to save.
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if not (entry.name.startswith(_TEMP_PREFIX) and entry.name.endswith(_TEMP_SUFFIX)):
                continue
            parts = entry.name[len(_TEMP_PREFIX) : -len(_TEMP_SUFFIX)].split("-")
            if len(parts) != 3 or not parts[1].isdecimal():
                continue
            with contextlib.suppress(OSError):
                ours = parts[0] == _host_tag() and not process_alive(int(parts[1]))
                if ours or time.time() - entry.stat(follow_symlinks=False).st_mtime > _FOREIGN_TEMP_AGE:
                    Path(entry.path).unlink()
                    removed.append(Path(entry.path))
    return removed


def process_alive(pid: int) -> bool:
    """Whether a process with this number runs on this machine; True when that cannot be told."""
    if sys.platform == "win32":
        import ctypes

        handle = ctypes.windll.kernel32.OpenProcess(0x1000, False, pid)  # PROCESS_QUERY_LIMITED_INFORMATION
        if not handle:
            return bool(ctypes.windll.kernel32.GetLastError() == 5)  # access denied: it is there
        ctypes.windll.kernel32.CloseHandle(handle)
        return True
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _real(path: str | os.PathLike[str]) -> Path:
    """The file behind symbolic links.  Raises OSError where a link cannot be looked at: it would be replaced by a file.

    Windows refuses such looks on disks where all else works, and has few links: there, what can be seen counts.
    """
    if os.name != "nt":
        with contextlib.suppress(FileNotFoundError):  # a new file, or a link to where nothing stands yet
            return Path(os.path.realpath(path, strict=True))
    return Path(os.path.realpath(path))


def _existing(real: Path) -> os.stat_result | None:
    try:
        found = real.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        text = translate("Files", "“{name}” is a folder or a device, not a file; choose another name.")
        raise WriteError(real, text.format(name=shown_name(real)))
    # A rename would replace a read-only file without asking; whoever made it read-only meant it.
    if not os.access(real, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return found


def _check_base(real: Path, old: os.stat_result | None, expected: FileStamp | None) -> FileStamp | None:
    """The stamp of what stands there, when it had to be looked at.  Raises ChangedOnDisk."""
    if expected is None or old is None:
        return None
    if expected is ABSENT:
        raise ChangedOnDisk(real, None, stamp_of(real))
    found = stamp_of(real)
    # Same content with another time or inode is our own echo from a sync folder: nothing can be lost by it.
    if found is not None and found.sha256 != expected.sha256:
        raise ChangedOnDisk(real, expected, found)
    return found


def _write_beside(
    real: Path, data: bytes, old: os.stat_result | None, base: FileStamp | None, *, exclusive: bool, sure: bool
) -> WriteResult:
    fd, temp = new_temp(real.parent, 0o666 if old is None else 0o600)
    try:
        try:
            _write_all(fd, data)
            lost = () if old is None else _copy_attributes(real, old, fd, temp)
            sync_file(fd)
        finally:
            os.close(fd)
        digest = _verify(temp, data, real)
        if base is not None:
            now = real.stat() if real.exists() else None
            if now is not None and not base.looks_like(now):
                _check_base(real, now, base)
        if exclusive:
            _link_new(temp, real)
        elif base is None or not exchange(temp, real):
            _replace(temp, real)
            base = None  # nothing is left to look at
    except BaseException:
        # The first error is the one to tell; the next save sweeps what cannot be removed now.
        with contextlib.suppress(OSError):
            temp.unlink()
        raise
    if base is not None:
        _look_at_replaced(temp, real, data, base)
    if sure:
        require_synced(real.parent)
    confirmed = sure or sync_folder(real.parent)
    now = real.stat()
    if now.st_size != len(data):
        raise _not_verified(real)
    return WriteResult(real, FileStamp(len(data), now.st_mtime_ns, now.st_ino, digest), confirmed, False, lost)


def _look_at_replaced(temp: Path, real: Path, data: bytes, base: FileStamp) -> None:
    """What the exchange took away must be what was loaded: another program may have written since the last look.

    If it is something else, or cannot be read, it gets its name back.  Raises ChangedOnDisk or ReadError.
    """
    trouble: ChangedOnDisk | ReadError
    try:
        if _untouched(temp, base) or (found := stamp_of(temp)) is None or found.sha256 == base.sha256:
            # One that cannot be removed is swept by a later save; it is what the file was before.
            with contextlib.suppress(OSError):
                temp.unlink()
            return
        trouble = ChangedOnDisk(real, base, found)
    except ReadError as error:
        trouble = error
    if not _given_back(temp, real, data):
        set_aside(temp, real)  # the name has gone to a third one meanwhile: nobody's content may go
    raise trouble


def _untouched(replaced: Path, base: FileStamp) -> bool:
    """Whether a look suffices: nothing can have changed it within one tick of the clock that files are stamped with."""
    try:
        found = replaced.stat()
    except OSError:
        return False
    return base.looks_like(found) and time.time_ns() - found.st_mtime_ns > _TICK


def _given_back(temp: Path, real: Path, data: bytes) -> bool:
    """Exchange again; whether our own content came back by it, and is gone."""
    try:
        if not exchange(temp, real) or read_file(temp)[0] != data:
            return False
        temp.unlink()
    except (OSError, ReadError):
        return False
    return True


def _write_in_place(real: Path, data: bytes, base: FileStamp | None) -> WriteResult:
    pending = pending_path(real)
    before = read_file(real)
    if base is not None and before[1].sha256 != base.sha256:
        raise ChangedOnDisk(real, base, before[1])
    try:
        # Should the power go while the file is half written, this has to be there.
        _write_beside(pending, data, None, None, exclusive=False, sure=True)
    except OSError:
        pending.unlink(missing_ok=True)
        raise
    fd = os.open(real, os.O_WRONLY | _O_BINARY)
    try:
        try:
            _overwrite(fd, data)
        except OSError:
            # Put the old bytes back: they fit, since they stood there a moment ago.  If that fails as well, the
            # whole new content stays beside the damaged file, where the reader finds it.
            _overwrite(fd, before[0])
            pending.unlink()
            raise
    finally:
        os.close(fd)
    digest = _verify(real, data, real)
    pending.unlink()
    confirmed = sync_folder(real.parent)
    now = real.stat()
    return WriteResult(real, FileStamp(len(data), now.st_mtime_ns, now.st_ino, digest), confirmed, in_place=True)


def _overwrite(fd: int, data: bytes) -> None:
    os.lseek(fd, 0, os.SEEK_SET)
    _write_all(fd, data)
    os.ftruncate(fd, len(data))
    sync_file(fd)


def new_temp(folder: Path, mode: int) -> tuple[int, Path]:
    """A new file in ``folder`` for writing; its name does not depend on the document's, which may be 255 bytes.

    Raises OSError.  One that a crash leaves is swept with the next save.
    """
    while True:
        temp = folder / f"{_TEMP_PREFIX}{_host_tag()}-{os.getpid()}-{secrets.token_hex(8)}{_TEMP_SUFFIX}"
        try:
            return os.open(temp, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _O_BINARY, mode), temp
        except FileExistsError:
            continue


def _host_tag() -> str:
    return hashlib.sha256(host_name().encode("utf-8", "surrogateescape")).hexdigest()[:8]


def _write_all(fd: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        written = os.write(fd, view[:_CHUNK])
        if written <= 0:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        view = view[written:]


def _copy_attributes(real: Path, old: os.stat_result, fd: int, temp: Path) -> tuple[str, ...]:
    """Give the new file the old one's owner, mode, ACL and extended attributes; returns the names that were refused."""
    lost: list[str] = []
    if hasattr(os, "fchown"):
        mine = os.fstat(fd)
        if (mine.st_uid, mine.st_gid) != (old.st_uid, old.st_gid):
            # Only the administrator may give a file away; the group alone can often be kept.
            try:
                os.fchown(fd, old.st_uid, old.st_gid)
            except OSError:
                with contextlib.suppress(OSError):
                    os.fchown(fd, -1, old.st_gid)
    if hasattr(os, "fchmod"):
        os.fchmod(fd, stat.S_IMODE(old.st_mode))
    else:
        temp.chmod(stat.S_IMODE(old.st_mode))
    if hasattr(os, "listxattr"):
        try:
            names = os.listxattr(real)
        except OSError:
            names = []  # a file system without attributes has none to lose
        for name in names:
            try:
                os.setxattr(fd, name, os.getxattr(real, name))
            except OSError:
                lost.append(name)
    return tuple(lost)


def _verify(written: Path, data: bytes, target: Path) -> str:
    """Read ``written`` back, from the disk where the system allows it, and compare; the sha256 as hex."""
    digest = hashlib.sha256(data).hexdigest()
    fd = os.open(written, os.O_RDONLY | _O_BINARY)
    with os.fdopen(fd, "rb") as file:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(fd, 0, 0, os.POSIX_FADV_DONTNEED)
        if hashlib.sha256(file.read()).hexdigest() != digest:
            raise _not_verified(target)
    return digest


def _not_verified(target: Path) -> NotVerified:
    text = translate("Files", "The disk did not keep what was written to “{name}”; save it on another disk.")
    return NotVerified(target, text.format(name=shown_name(target)))


def _replace(temp: Path, real: Path, sleep: Callable[[float], None] = time.sleep) -> None:
    """Rename ``temp`` over ``real``, waiting for a virus scanner on Windows to let go of it."""
    for delay in (*RETRY_DELAYS, None):
        try:
            temp.replace(real)
            return
        except OSError as error:
            if delay is None or getattr(error, "winerror", None) not in BUSY_WINERRORS:
                raise
            sleep(delay)


def _link_new(temp: Path, real: Path) -> None:
    """Give ``temp`` the name ``real`` only if that name is free, also when another program takes it this instant."""
    try:
        os.link(temp, real)
    except FileExistsError:
        raise ChangedOnDisk(real, None, stamp_of(real)) from None
    except (OSError, NotImplementedError, AttributeError):
        # File systems without hard links (FAT, some shares): a look, then a rename.
        if real.exists():
            raise ChangedOnDisk(real, None, stamp_of(real)) from None
        _replace(temp, real)
        return
    temp.unlink()


def _too_large(path: str | os.PathLike[str], size: int, limit: int) -> ReadError:
    text = translate("Files", "“{name}” is too large ({size} MB, at most {limit} MB); open a smaller file.")
    megabyte = 1024 * 1024
    return ReadError(
        path, text.format(name=shown_name(path), size=number(-(-size // megabyte)), limit=number(limit // megabyte))
    )


def _bad_name(path: str | os.PathLike[str]) -> str:
    text = translate("Files", "“{name}” is not a possible file name; choose another one.")
    return text.format(name=shown_name(path))
