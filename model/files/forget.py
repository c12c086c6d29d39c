"""Forgetting a document: everything that this computer keeps of it goes, its own file stays.

FO1  What goes: journals of sessions (left by a crash, discarded, or just closed), earlier versions, the picture and
     the entry of the start screen, what is remembered of prints, and lines of the log that name it.
FO2  Nothing goes while a process has the document open: it would be written again at once.
FO3  What could not be deleted is told; what can be, is gone by then.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from model.files.atomic import write_atomic
from model.files.errors import FileError
from model.files.paths import config_folder, log_folder, picture_file, sessions_folder
from model.files.prints import forget_prints, has_prints
from model.files.sessions import is_alive, read_info
from model.files.store import RecentFiles
from model.files.versions import VersionError, forget, versions
from model.i18n import translate
from model.values import dataclass


class ForgetError(FileError):
    """Something of a document could not be forgotten."""


@dataclass(frozen=True, slots=True)
class Traces:
    """What is kept of a document: so many journals with ``work``, ``discarded`` works and ``versions``; whether there
    is a ``picture``, an entry in the list of ``recent`` maps, and what is remembered of ``prints``."""

    work: int = 0
    discarded: int = 0
    versions: int = 0
    picture: bool = False
    recent: bool = False
    prints: bool = False

    def __bool__(self) -> bool:
        return bool(self.work or self.discarded or self.versions or self.picture or self.recent or self.prints)


def traces_of(document_id: str, path: str | os.PathLike[str] = "") -> Traces:
    """What is kept of the document with an id, or of the map at ``path``.  Never raises."""
    folders = _sessions(document_id, _paths(document_id, path))
    discarded = sum((folder / "closed.json").exists() for folder in folders)
    paths = _paths(document_id, path)
    return Traces(
        work=len(folders) - discarded,
        discarded=discarded,
        versions=len(versions(document_id)) if document_id else 0,
        picture=any(picture_file(each).exists() for each in paths),
        recent=any(_is_of(entry.path, entry.document_id, document_id, paths) for entry in RecentFiles().entries()),
        prints=bool(document_id) and has_prints(document_id),
    )


def forget_document(document_id: str, path: str | os.PathLike[str] = "") -> None:
    """Delete everything that is kept of a document (FO1).  Raises ForgetError with one sentence (FO2, FO3)."""
    paths = _paths(document_id, path)
    folders = _sessions(document_id, paths)
    if any(_in_work(folder) for folder in folders):
        text = translate("Forget", "This map is open in another program; close it there and try again.")
        raise ForgetError(path, text)
    left: list[BaseException] = []
    titles = {title for folder in folders for title in [read_info(folder).title] if title}
    for folder in folders:
        try:
            shutil.rmtree(folder)
        except OSError as error:
            left.append(error)
    try:
        if document_id:
            forget(document_id)
    except VersionError as error:
        left.append(error)
    try:
        if document_id:
            forget_prints(document_id)
    except OSError as error:
        left.append(error)
    for each in paths:
        try:
            picture_file(each).unlink(missing_ok=True)
        except OSError as error:
            left.append(error)
    try:
        _forget_entries(document_id, paths)
        _clean_logs([document_id, *paths, *(Path(each).name for each in paths), *titles])
    except (OSError, FileError) as error:
        left.append(error)
    if left:
        text = translate("Forget", "Not everything of this map could be deleted; close other programs and try again.")
        raise ForgetError(path, text) from left[0]


def _in_work(folder: Path) -> bool:
    return not (folder / "closed.json").exists() and is_alive(folder, read_info(folder))


def _paths(document_id: str, path: str | os.PathLike[str]) -> tuple[str, ...]:
    """Where the document is or was, as far as the list of recent maps knows."""
    found = [str(Path(path).absolute())] if os.fspath(path) else []
    found += [entry.path for entry in RecentFiles().entries() if document_id and entry.document_id == document_id]
    return tuple(dict.fromkeys(found))


def _is_of(found_path: str, found_id: str, document_id: str, paths: Iterable[str]) -> bool:
    return found_path in paths or bool(document_id and found_id == document_id)


def _sessions(document_id: str, paths: Iterable[str]) -> list[Path]:
    """The folders of its sessions."""
    try:
        folders = [entry for entry in sessions_folder().iterdir() if entry.is_dir()]
    except OSError:
        return []
    found = []
    for folder in folders:
        info = read_info(folder)
        if _is_of(info.path, info.document_id, document_id, paths):
            found.append(folder)
    return found


def _forget_entries(document_id: str, paths: Iterable[str]) -> None:
    """Take it off the list of recent maps, and off a broken list that was set aside.  Raises WriteError or OSError."""
    recents = RecentFiles()
    for entry in recents.entries():
        if _is_of(entry.path, entry.document_id, document_id, paths):
            recents.remove(entry.path)
    broken = config_folder() / "recent.json.broken"
    broken.unlink(missing_ok=True)


def _clean_logs(words: Iterable[str]) -> None:
    """Drop the lines of the logs that name it.  Raises WriteError or OSError."""
    named = [word.encode("utf-8", "surrogateescape") for word in words if len(word) > 3]
    folder = log_folder()
    for file in sorted(folder.glob("*.log*")) if folder.is_dir() else ():
        data = file.read_bytes()
        if any(word in data for word in named):
            kept = b"".join(line for line in data.splitlines(True) if not any(word in line for word in named))
            write_atomic(file, kept)
