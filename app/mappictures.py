"""What is known of how the maps on the start screen look: small files of the program's own, never beside the maps.

A file is written when its map is saved or closed, from the layout that is there then.  The examples that are shipped
are laid out once, on a thread, after the start screen stands.
"""

from __future__ import annotations

import contextvars
import hashlib
import logging
import os
import threading
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from model.draw.far import FarMap, far_map, from_json, to_json
from model.files.errors import FileError
from model.files.paths import picture_file, pictures_folder
from model.layout.maplayout import MapLayout

_LARGEST = 400_000
"""Bytes of a file of ours; one that is larger is none."""
_log = logging.getLogger(__name__)


def remember(path: str | os.PathLike[str], layout: MapLayout) -> None:
    """Keep how the map in a file looks.  Where that cannot be written the log says so; nobody misses it otherwise."""
    _write(picture_file(path), far_map(layout))


def read(path: str | os.PathLike[str]) -> FarMap | None:
    """How the map in a file looked when it was saved or closed last; None where that is not known."""
    return _read(picture_file(path))


def forget_others(paths: Iterable[str]) -> None:
    """Delete what is kept of maps that are on the list of recent files no more."""
    kept = {picture_file(path).name for path in paths}
    folder = pictures_folder()
    try:
        for file in folder.iterdir() if folder.is_dir() else ():
            if file.suffix == ".json" and not file.name.startswith("example-") and file.name not in kept:
                file.unlink()
    except OSError as error:
        _log.warning("an old picture could not be removed: %s", error)


class ExamplePictures(QObject):
    """How the shipped examples look: read where that is known, else laid out on a thread.  Lives with the program."""

    known = Signal(str, object)
    """(key, FarMap): how the example with this key looks."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._one_at_a_time = threading.Lock()

    def look_up(self, key: str, path: Path) -> FarMap | None:
        """What is known now; where that is nothing, :attr:`known` comes when there is."""
        file = _example_file(path)
        found = _read(file)
        if found is None:
            context = contextvars.copy_context()  # a thread begins in no language
            work = threading.Thread(
                target=context.run, args=(self._make, key, path, file), name="example pictures", daemon=True
            )
            work.start()
        return found

    def _make(self, key: str, path: Path, file: Path) -> None:
        from model.files.native import load
        from model.layout.arrange import lay_out

        try:
            with self._one_at_a_time:
                far = far_map(lay_out(load(path).document))
        except FileError as error:
            _log.warning("an example could not be laid out: %s", error)
            return
        _write(file, far)
        if isValid(self):  # else the program has ended meanwhile
            self.known.emit(key, far)


def _example_file(path: Path) -> Path:
    """Another one for each state of the shipped file."""
    mark = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    return pictures_folder() / f"example-{path.stem}-{mark}.json"


def _read(file: Path) -> FarMap | None:
    try:
        if file.stat().st_size > _LARGEST:
            return None
        return from_json(file.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        _log.info("a picture could not be read: %s", error)
        return None


def _write(file: Path, far: FarMap) -> None:
    """Whole or not at all; nothing is lost with it, so it is not forced to the disk."""
    text = to_json(far)
    if len(text) > _LARGEST:
        return
    part = file.with_name(f"{file.name}.{os.getpid()}-{threading.get_ident()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        part.write_text(text, encoding="utf-8")
        part.replace(file)
    except OSError as error:
        _log.warning("a picture could not be kept: %s", error)
