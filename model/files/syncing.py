"""Bringing files and the names of folders to the disk for sure."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from pathlib import Path


def sync_folder(folder: Path) -> bool:
    """Sync ``folder``'s entries to the disk; False when the system refuses.  Windows has no such call: True."""
    if os.name == "nt":
        return True
    try:
        fd = os.open(folder, os.O_RDONLY)
    except OSError:
        return False
    try:
        os.fsync(fd)
    except OSError:
        return False
    finally:
        os.close(fd)
    return True


def make_folder(folder: Path) -> None:
    """Make ``folder`` and those above it that lack, each with its name on the disk for sure.  Raises OSError.

    A file is not safe in a folder that a power cut takes away whole.
    """
    lacking = []
    while not folder.exists():
        lacking.append(folder)
        folder = folder.parent
    for each in reversed(lacking):
        each.mkdir(mode=0o700, exist_ok=True)
        try:
            require_synced(each.parent)
        except OSError:
            with contextlib.suppress(OSError):
                each.rmdir()  # the next try makes it anew, and syncs it
            raise


def require_synced(folder: Path) -> None:
    """Sync ``folder``'s entries, as :func:`sync_folder` does.  Raises OSError, but not where there is no such call."""
    if os.name == "nt":
        return
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS):
            raise
    finally:
        os.close(fd)


def sync_file(fd: int) -> None:
    """Sync a file's bytes through to the disk, on macOS through the drive's own cache too.  Raises OSError."""
    if sys.platform == "darwin":
        import fcntl

        try:
            fcntl.fcntl(fd, fcntl.F_FULLFSYNC)
            return
        except OSError as error:
            if error.errno not in (errno.ENOTSUP, errno.EINVAL):
                raise
    os.fsync(fd)
