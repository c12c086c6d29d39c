"""What saving does for the versions of a map: what a save replaces, what it wrote, and work that is in no file yet.

KE1  What a save is about to replace is a version before it is replaced: also what another program left there, what was
     there before our first save, and the file of an older format ("migration").
KE2  What a save wrote is a version after it was verified.  Neither ever fails the save.
"""

from __future__ import annotations

import logging
import os
import re
from pathlib import Path

from model.document import Document
from model.files import native, versions
from model.files.atomic import ABSENT, FileStamp, read_file
from model.files.errors import FileError, ReadError
from model.files.migrations import FORMAT_VERSION
from model.files.thinning import Why
from model.files.version_files import Version

_FORMAT = re.compile(rb'"format_version"\s*:\s*([0-9]{1,6})')

log = logging.getLogger(__name__)


def keep_replaced(
    document_id: str, path: Path, expected: FileStamp | None = None, root: Path | None = None
) -> Version | None:
    """Keep what stands under ``path``, which a save is about to replace (KE1); never raises, the log tells.

    ``expected`` is the stamp of what is believed to stand there.  A file that says another map's id is a version of
    that map.  None where a version has it already, or nothing stands there.
    """
    if expected is ABSENT or (expected is not None and versions.knows(document_id, expected.sha256, root)):
        return None
    try:
        data, stamp = read_file(path)
    except ReadError:
        return None  # nothing is there, or saving will tell why it cannot be read
    owner = versions.id_in(data) or document_id
    if versions.knows(owner, stamp.sha256, root):
        return None
    older = _FORMAT.search(data, 0, 4096)
    why: Why = "migration" if older and int(older.group(1)) < FORMAT_VERSION else "before"
    try:
        return versions.keep(owner, data, why=why, path=path, root=root)
    except FileError as error:
        log.warning("what a save replaces was not kept: %s", type(error.__cause__ or error).__name__)
        return None


def keep_saved(
    document: Document, path: str | os.PathLike[str], sha256: str, root: Path | None = None
) -> Version | None:
    """Keep what a save wrote (KE2), and thin out; ``sha256`` is of what was verified.  Raises VersionError."""
    data = _written(path, sha256) or native.dumps(document)
    return versions.rotate(document.document_id, data, why="save", path=path, root=root, ours=True)


def _written(path: str | os.PathLike[str], sha256: str) -> bytes | None:
    """The bytes under ``path``; None where they are not those: somebody replaced them, or the stick is gone."""
    try:
        data, stamp = read_file(path)
    except ReadError:
        return None
    return data if stamp.sha256 == sha256 else None


def keep_work(
    document: Document, path: str | os.PathLike[str] = "", root: Path | None = None, *, why: Why = "work"
) -> Version | None:
    """Keep work that is in no file yet, and thin out.  Raises VersionError."""
    return versions.rotate(document.document_id, native.dumps(document), why=why, path=path, root=root, ours=True)
