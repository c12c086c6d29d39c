"""What can go wrong with a file, as exceptions whose text is one translated sentence that says what to do.

``str(error)`` is made when the error is raised, in the language spoken at that moment, and may be shown as it is.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

from model.i18n import translate
from model.plaintext import shown_name as shown_name  # noqa: PLC0414 - errors name files: who raises one finds it here
from model.plaintext import shown_path

if TYPE_CHECKING:
    from model.files.atomic import FileStamp
    from model.files.holder import Holder


class FileError(Exception):
    """A file could not be used; ``path`` is the file, ``str()`` the sentence for the user."""

    def __init__(self, path: str | os.PathLike[str], sentence: str) -> None:
        super().__init__(sentence)
        self.path = Path(path)


class ReadError(FileError):
    """The file could not be read at all: missing, a folder, no permission, a failing disk, too large."""


class ContentError(FileError):
    """The bytes were read, but are not what they should be.

    ``line`` and ``column`` count from 1, in characters; None where the whole file is meant.
    """

    def __init__(
        self, path: str | os.PathLike[str], sentence: str, line: int | None = None, column: int | None = None
    ) -> None:
        super().__init__(path, sentence)
        self.line = line
        self.column = column


class NotOurs(ContentError):
    """Sound JSON, but not a map of ours."""


class TooNew(ContentError):
    """Written by a newer program that says older ones must not read it; ``needed`` is the least format version."""

    def __init__(self, path: str | os.PathLike[str], sentence: str, needed: int) -> None:
        super().__init__(path, sentence)
        self.needed = needed


class WriteError(FileError):
    """The file could not be written; what stood there before still stands there."""


class DiskFull(WriteError):
    """No room, or no room left in the user's share of it (ENOSPC, EDQUOT, EFBIG)."""


class NotWritable(WriteError):
    """The file, its folder or its disk is read-only (EACCES, EPERM, EROFS)."""


class FolderMissing(WriteError):
    """The folder is not there: moved, or the stick was pulled out (ENOENT, ENOTDIR)."""


class NameTooLong(WriteError):
    """The file system refuses a name this long (ENAMETOOLONG)."""


class DeviceFailed(WriteError):
    """The disk, stick or share failed while writing (EIO, ENODEV, ENXIO, ESTALE)."""


class FileBusy(WriteError):
    """Another program holds the file (EBUSY, ETXTBSY; Windows errors 5, 32, 33)."""


class NotVerified(WriteError):
    """What was read back is not what was written."""


class ChangedOnDisk(WriteError):
    """The file is no longer what was loaded: nothing was written, both stamps are given.

    ``found`` is None when a file was expected to be new and the name is taken by something that is no plain file.
    """

    def __init__(self, path: str | os.PathLike[str], expected: FileStamp | None, found: FileStamp | None) -> None:
        if expected is None:
            sentence = translate("Files", "“{name}” exists already; choose another name.")
        else:
            sentence = translate(
                "Files", "“{name}” was changed by another program; save under another name to keep both."
            )
        super().__init__(path, sentence.format(name=shown_name(path)))
        self.expected = expected
        self.found = found


class HeldByOther(WriteError):
    """Somebody else has the map open; ``holder`` says who.  Nothing was written."""

    def __init__(self, path: str | os.PathLike[str], sentence: str, holder: Holder) -> None:
        super().__init__(path, sentence)
        self.holder = holder


class TakenOver(HeldByOther):
    """Somebody else took the map over that was open here; nothing was written."""


def _numbers(*names: str) -> frozenset[int]:
    """The error numbers of ``names``; not every system has every one."""
    return frozenset(getattr(errno, name) for name in names if hasattr(errno, name))


_FULL = _numbers("ENOSPC", "EDQUOT", "EFBIG")
_READ_ONLY = _numbers("EACCES", "EPERM", "EROFS")
_GONE = _numbers("ENOENT", "ENOTDIR")
_FAILED = _numbers("EIO", "ENXIO", "ENODEV", "ESTALE", "EREMOTEIO")
_BUSY = _numbers("EBUSY", "ETXTBSY")
BUSY_WINERRORS = frozenset({5, 32, 33})
"""Windows' access denied, sharing violation and lock violation: a virus scanner or indexer holds the file."""


def write_error(path: str | os.PathLike[str], error: OSError) -> WriteError:
    """The typed error for ``error``, raised while writing ``path``."""
    name = shown_name(path)
    number = error.errno
    if getattr(error, "winerror", None) in BUSY_WINERRORS or number in _BUSY:
        text = translate("Files", "“{name}” is in use by another program; close it there and save again.")
        return FileBusy(path, text.format(name=name))
    if number in _FULL:
        text = translate("Files", "There is no room to save “{name}”; free some space or save it somewhere else.")
        return DiskFull(path, text.format(name=name))
    if number in _READ_ONLY:
        text = translate("Files", "“{name}” cannot be changed here; save it under another name or in another folder.")
        return NotWritable(path, text.format(name=name))
    if number in _GONE:
        text = translate("Files", "The folder of “{name}” is not there; plug the disk back in or save somewhere else.")
        return FolderMissing(path, text.format(name=name))
    if number == errno.ENAMETOOLONG:
        text = translate("Files", "The name “{name}” is too long for this disk; choose a shorter one.")
        return NameTooLong(path, text.format(name=name))
    if number in _FAILED:
        text = translate("Files", "The disk failed while saving “{name}”; save it on another disk.")
        return DeviceFailed(path, text.format(name=name))
    text = translate("Files", "“{name}” could not be saved ({reason}); save it somewhere else.")
    return WriteError(path, text.format(name=name, reason=error.strerror or str(error)))


def read_error(path: str | os.PathLike[str], error: OSError) -> ReadError:
    """The typed error for ``error``, raised while reading ``path``."""
    name = shown_name(path)
    if error.errno in _GONE and not Path(path).is_absolute():
        # Typed on the command line: which folder it counts from is what may be wrong.
        text = translate("Files", "“{name}” is not there; it was looked for in “{folder}”.")
        return ReadError(path, text.format(name=name, folder=shown_path(Path(path).absolute().parent)))
    if error.errno in _GONE:
        text = translate("Files", "“{name}” is not there; check the name and the folder.")
    elif error.errno in _READ_ONLY:
        text = translate("Files", "You are not allowed to read “{name}”; ask its owner for access.")
    elif error.errno in _FAILED:
        text = translate("Files", "The disk failed while reading “{name}”; try a copy of the file.")
    else:
        text = translate("Files", "“{name}” could not be read ({reason}); try a copy of the file.")
    return ReadError(path, text.format(name=name, reason=error.strerror or str(error)))
