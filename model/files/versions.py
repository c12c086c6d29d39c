"""What a map was at earlier saves: kept by the map's id, thinned out with care, given back byte for byte.

VE1  A version is whole and synced before anything older goes; whatever goes has a newer version that stands for it
     and that was read back and parsed (rules TH1 to TH4 of :mod:`model.files.thinning`).
VE2  The list of versions is the list of files.  A crash at any call leaves more versions than needed, never fewer.
VE3  Identical content is kept once; pictures are kept once for all versions of a map.
VE4  All maps together take 500 MB; the oldest versions go first, but never the newest sound one of a map.
VE5  A version that cannot be read is listed as such and is never taken for the newest.
VE6  Nothing here is part of saving: what fails raises VersionError, and the map's file is as it is.

Everything here reads and writes files: call it from a thread that may wait.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from model.files import native
from model.files.atomic import ABSENT, FileStamp, stamp_of, write_atomic
from model.files.errors import ChangedOnDisk, ContentError, DiskFull, FileError, ReadError, write_error
from model.files.paths import versions_folder
from model.files.sessions import FolderLock
from model.files.syncing import make_folder, sync_folder
from model.files.thinning import Row, Why, surplus
from model.files.version_files import (
    Head,
    Version,
    content_hash,
    cut,
    file_name,
    is_piece,
    pack,
    pictures_of,
    read_head,
    read_name,
    title_in,
    unpack,
    unpack_rest,
)
from model.i18n import translate

CAP = 500 * 1024 * 1024
"""Bytes that the versions of all maps may take together (VE4)."""

LOCK_SECONDS = 5.0
"""How long another program that works on the same versions is waited for."""

_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}")
"""What may name a folder; the ids of documents are UUIDs, which the reader sees to."""
_SAID_ID = re.compile(rb'"document_id"\s*:\s*"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"')


class VersionError(FileError):
    """A version could not be kept, thinned or forgotten; the map's own file has nothing to do with it."""


# -- reading ----------------------------------------------------------------------------------------------------------


def versions(document_id: str, root: Path | None = None) -> list[Version]:
    """The versions of a map, the newest first; those that cannot be listed have no head (VE5).  Never raises."""
    found = []
    with contextlib.suppress(OSError, VersionError), os.scandir(folder_of(document_id, root)) as entries:
        for entry in entries:
            named = read_name(entry.name)
            if named is not None:
                number, why, at = named
                file = Path(entry.path)
                found.append(Version(file, number, why, at.astimezone(), read_head(file)))
    return sorted(found, key=lambda version: (version.number, version.file.name), reverse=True)


def load(version: Version) -> native.Loaded:
    """The map of a version, as it is read from any file.  Raises ReadError or ContentError; writes nothing."""
    data = unpack(version)
    document, report = native.loads(data, version.file)
    stamp = FileStamp(len(data), -1, -1, hashlib.sha256(data).hexdigest())
    return native.Loaded(document, report, version.file, stamp)


def newest_sound(document_id: str, root: Path | None = None) -> Version | None:
    """The newest version that can be read and parsed (VE5)."""
    return next((version for version in versions(document_id, root) if is_sound(version)), None)


def is_sound(version: Version) -> bool:
    """Whether a version can be read, is whole and is a map.  Remembered for a sound one while its file is the same."""
    key = _look(version.file)
    if key is None or not is_whole(version):
        return False
    if key not in _sound:
        try:
            # Its pictures are what they were, that is known by now: only the rest is parsed.
            if native.loads(unpack_rest(version)[1], version.file)[1].damaged:
                return False
        except (ReadError, ContentError):
            return False
        _sound.add(key)
    return True


def is_whole(version: Version) -> bool:
    """Whether a version gives back what was kept, be it a map or not.  Remembered while its files are the same."""
    key = _look(version.file)
    if key is None:
        return False
    if key not in _whole:
        try:
            unpack_rest(version)
        except (ReadError, ContentError):
            return False
        _whole.add(key)
    folder = pictures_of(version.file.parent)
    return version.head is not None and all(_is_piece_whole(folder / name) for _, name in version.head.pieces)


def _is_piece_whole(file: Path) -> bool:
    key = _look(file)
    if key is not None and key not in _whole:
        try:
            found = stamp_of(file)
        except ReadError:
            return False
        if found is None or found.sha256 != file.name:
            return False
        _whole.add(key)
    return key is not None


def _look(file: Path) -> tuple[str, int, int] | None:
    """What tells whether a file is still the one that was looked into; None where it is not there."""
    try:
        found = file.stat()
    except OSError:
        return None
    return str(file), found.st_size, found.st_mtime_ns


_sound: set[tuple[str, int, int]] = set()
_whole: set[tuple[str, int, int]] = set()


def knows(document_id: str, sha256: str, root: Path | None = None) -> bool:
    """Whether a version holds exactly the file with this hash."""
    return any(version.head and version.head.sha256 == sha256 for version in versions(document_id, root))


def saved_under(path: str | os.PathLike[str], root: Path | None = None) -> list[Version]:
    """The versions of the map that was saved under ``path`` last, the newest first: for a file that is gone."""
    wanted = os.path.realpath(path)
    newest: list[Version] = []
    for folder in _folders(root):
        found = versions(folder.name, root)
        here = any(os.path.realpath(version.path) == wanted for version in found if version.path)
        if here and (not newest or found[0].number > newest[0].number):
            newest = found
    return newest


def id_in(data: bytes) -> str:
    """The id of the map in ``data``, "" where it says none."""
    match = _SAID_ID.search(data, 0, 4096)
    return match.group(1).decode() if match else ""


def folder_of(document_id: str, root: Path | None = None) -> Path:
    """Where a map's versions lie.  Raises VersionError for what is no id."""
    if not _ID.fullmatch(document_id):
        text = translate("Versions", "This map has no usable id; no earlier versions of it are kept.")
        raise VersionError(document_id, text)
    return (root or versions_folder()) / document_id


# -- keeping ----------------------------------------------------------------------------------------------------------


def rotate(
    document_id: str,
    data: bytes,
    *,
    why: Why,
    path: str | os.PathLike[str] = "",
    at: datetime | None = None,
    root: Path | None = None,
    cap: int = CAP,
    ours: bool = False,
) -> Version | None:
    """Keep a version and let go of those that are not needed any more; see :func:`keep`.  Raises VersionError."""
    kept = keep(document_id, data, why=why, path=path, at=at, root=root, ours=ours)
    thin(document_id, root=root, cap=cap)
    return kept


def keep(
    document_id: str,
    data: bytes,
    *,
    why: Why,
    path: str | os.PathLike[str] = "",
    at: datetime | None = None,
    root: Path | None = None,
    ours: bool = False,
) -> Version | None:
    """Keep the bytes of a map's file; None where the newest version says the same already (VE3).

    ``path`` is the map's file, "" for none; ``at`` the time to show; ``ours`` that this program wrote the bytes a
    moment ago, whose own hash need not be made again.  Raises VersionError with one sentence.
    """
    folder = folder_of(document_id, root)
    try:
        with _owned(folder):
            content = content_hash(data, ours=ours)
            newest = next((version for version in versions(document_id, root) if version.head), None)
            if newest is not None and _says(newest, content) and (newest.why != "work" or why == "work"):
                return None
            rest, cuttings = cut(data)
            pieces = tuple((place, _keep_piece(folder, piece)) for place, piece in cuttings)
            name = os.fsdecode(os.fspath(path)).encode("utf-8", "replace").decode()
            head = Head(title_in(data), name, len(data), hashlib.sha256(data).hexdigest(), content, pieces)
            packed = pack(rest, head)
            moment = at or datetime.now(UTC)
            number = _highest_number(root) + 1
            while True:
                file = folder / file_name(number, why, moment)
                try:
                    write_atomic(file, packed, expected=ABSENT, sure=True)
                except ChangedOnDisk:
                    number += 1
                    continue
                return Version(file, number, why, moment.astimezone(), head)
    except OSError as error:
        raise _not_kept(folder, write_error(folder, error)) from error
    except FileError as error:
        raise _not_kept(folder, error) from error


def _says(version: Version, content: str) -> bool:
    """Whether a version can be read and has this content."""
    return version.head is not None and version.head.content == content and is_sound(version)


def _keep_piece(folder: Path, piece: bytes) -> str:
    """Put a picture beside the versions, unless it lies there unharmed; its name."""
    name = hashlib.sha256(piece).hexdigest()
    file = pictures_of(folder) / name
    if not _is_piece_whole(file):
        file.parent.mkdir(mode=0o700, exist_ok=True)
        write_atomic(file, piece)
    return name


def _highest_number(root: Path | None) -> int:
    """The highest number of all maps: the versions of all are in one order, whatever the clocks said."""
    highest = 0
    for folder in _folders(root):
        with contextlib.suppress(OSError):
            highest = max([highest, *(named[0] for entry in os.scandir(folder) if (named := read_name(entry.name)))])
    return highest


def _folders(root: Path | None) -> list[Path]:
    try:
        with os.scandir(root or versions_folder()) as entries:
            return [Path(entry.path) for entry in entries if _ID.fullmatch(entry.name)]
    except OSError:
        return []


@contextmanager
def _owned(folder: Path) -> Iterator[bool]:
    """Be the only one who works on a map's versions; gives whether that is sure.  Raises OSError or VersionError."""
    make_folder(folder)
    lock = FolderLock(folder)
    sure = True
    until = time.monotonic() + LOCK_SECONDS
    try:
        while not lock.acquire():
            if time.monotonic() > until:
                text = translate("Versions", "Another program is busy with the earlier versions of this map.")
                raise VersionError(folder, text)
            time.sleep(0.02)
    except OSError:
        sure = False  # a disk without locks; or one that cannot be written, which writing will tell
    try:
        yield sure
    finally:
        lock.release()


def _not_kept(folder: Path, error: FileError) -> VersionError:
    if isinstance(error, VersionError):
        return error
    if isinstance(error, DiskFull):
        text = translate("Versions", "There is no room to keep earlier versions of this map; free some space.")
    else:
        text = translate("Versions", "Earlier versions of this map cannot be kept: its folder on this computer fails.")
    return VersionError(folder, text)


# -- letting go -------------------------------------------------------------------------------------------------------


def thin(document_id: str, *, root: Path | None = None, cap: int = CAP) -> list[Version]:
    """Let go of the versions of a map that others stand for, and of the oldest of all beyond ``cap`` bytes.

    Returns those that went.  Raises VersionError when the folder cannot be used.
    """
    folder = folder_of(document_id, root)
    try:
        with _owned(folder) as sure:
            gone = _thin(document_id, root)
            if gone and sure:
                _sweep_pictures(folder)
        return gone + _hold_cap(root, cap)
    except OSError as error:
        raise _not_kept(folder, write_error(folder, error)) from error


def _thin(document_id: str, root: Path | None) -> list[Version]:
    found = {version.number: version for version in versions(document_id, root)}
    if not surplus(_row(version, True) for version in found.values()):
        return []
    unreadable = {number for number, version in found.items() if not is_whole(version)}
    while True:
        going = surplus(_row(version, version.number not in unreadable) for version in found.values())
        if not going:
            return []
        # Whoever stands for another must be sound (VE1).  One that is not counts for nothing: the rule is asked again.
        stand_ins = {stand_in for stand_in in going.values() if stand_in is not None}
        stand_ins.add(max((number for number in found if number not in unreadable), default=-1))
        broken = {number for number in stand_ins if number in found and not is_sound(found[number])}
        if not broken:
            break
        unreadable |= broken
    if len(unreadable) == len(found):
        return []  # nothing can be read today: nothing goes
    gone = [found[number] for number in sorted(going)]
    for version in gone:
        version.file.unlink(missing_ok=True)
    return gone


def _row(version: Version, readable: bool) -> Row:
    content = version.head.content if version.head else ""
    return Row(version.number, version.why, int(version.time.timestamp()), content, readable)


def _sweep_pictures(folder: Path) -> None:
    """Remove the pictures that no version shows.  One that cannot be listed may need any: then all stay."""
    left = versions(folder.name, folder.parent)
    if any(version.head is None for version in left):
        return
    used = {name for version in left if version.head for _, name in version.head.pieces}
    with contextlib.suppress(FileNotFoundError), os.scandir(pictures_of(folder)) as entries:
        for entry in entries:
            if is_piece(entry.name) and entry.name not in used:
                Path(entry.path).unlink(missing_ok=True)


def _hold_cap(root: Path | None, cap: int) -> list[Version]:
    """Let the oldest versions of all maps go until they take ``cap`` bytes (VE4)."""
    sizes = {folder: _size(folder) for folder in _folders(root)}
    gone: list[Version] = []
    if sum(sizes.values()) <= cap:
        return gone
    kept = {folder: versions(folder.name, folder.parent) for folder in sizes}
    oldest_first = sorted((v for found in kept.values() for v in found), key=lambda v: (v.number, v.file.name))
    for version in oldest_first:
        folder = version.file.parent
        newer = [other for other in kept[folder] if other.number > version.number]
        if not any(is_sound(other) for other in newer):
            continue
        with _owned(folder) as sure:
            version.file.unlink(missing_ok=True)
            if sure:
                _sweep_pictures(folder)
        kept[folder].remove(version)
        gone.append(version)
        sizes[folder] = _size(folder)
        if sum(sizes.values()) <= cap:
            break
    return gone


def _size(folder: Path) -> int:
    """Bytes that a map's versions take."""
    total = 0
    for place in (folder, pictures_of(folder)):
        with contextlib.suppress(OSError), os.scandir(place) as entries:
            for entry in entries:
                with contextlib.suppress(OSError):
                    total += entry.stat(follow_symlinks=False).st_size if entry.is_file(follow_symlinks=False) else 0
    return total


def forget(document_id: str, root: Path | None = None) -> None:
    """Delete every version of a map for good.  Raises VersionError when something of it stays."""
    folder = folder_of(document_id, root)
    if not folder.exists():
        return
    try:
        with _owned(folder):
            for version in versions(document_id, root):
                version.file.unlink(missing_ok=True)
        shutil.rmtree(folder)
        sync_folder(folder.parent)
    except OSError as error:
        text = translate("Versions", "The earlier versions of this map could not all be deleted; try again.")
        raise VersionError(folder, text) from error


__all__ = [
    "CAP",
    "Version",
    "VersionError",
    "Why",
    "folder_of",
    "forget",
    "id_in",
    "is_sound",
    "is_whole",
    "keep",
    "knows",
    "load",
    "newest_sound",
    "rotate",
    "saved_under",
    "thin",
    "versions",
]
