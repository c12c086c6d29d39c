"""Settings and the list of recent files: small JSON files, written whole, a broken one set aside and never fatal."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from model.files.atomic import write_atomic
from model.files.errors import ContentError, ReadError, WriteError, write_error
from model.files.paths import config_folder
from model.files.strictjson import read_json
from model.files.syncing import make_folder

MAX_RECENT = 20
"""How many recent files are remembered."""

_LIMIT = 4 * 1024 * 1024


class JsonStore:
    """One JSON object in a file of the program's own.

    Reading never raises: ``problem`` is the sentence that says what was wrong with the file, or "".  ``unread`` says
    that there is a file and the disk did not give it: what is in it is not known, and not to be written over.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problem = ""
        self.unread = False

    def read(self) -> dict[str, Any]:
        """The object; {} where there is none.  A broken file is renamed to ``NAME.broken`` and read as {}."""
        self.problem, self.unread = "", False
        try:
            value, _ = read_json(self.path, _LIMIT)
        except ReadError as error:
            if not isinstance(error.__cause__, FileNotFoundError | NotADirectoryError):
                self.problem, self.unread = str(error), True
            return {}
        except ContentError as error:
            self._set_aside(str(error))
            return {}
        if not isinstance(value, dict):
            self._set_aside(f"{self.path.name}: not an object")
            return {}
        return value

    def write(self, value: Mapping[str, Any]) -> None:
        """Replace the object.  Raises WriteError with a sentence for the user."""
        text = json.dumps(dict(value), ensure_ascii=False, allow_nan=False, indent=1)
        try:
            make_folder(self.path.parent)
        except OSError as error:
            raise write_error(self.path, error) from error
        write_atomic(self.path, text.encode("utf-8", "replace") + b"\n")

    def _set_aside(self, problem: str) -> None:
        self.problem = problem
        try:
            self.path.replace(self.path.with_name(self.path.name + ".broken"))
        except OSError:
            pass  # it stays where it is; the next write replaces it whole


def settings_store() -> JsonStore:
    """The user's settings."""
    return JsonStore(config_folder() / "settings.json")


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A map that was opened or saved: ``path`` absolute, ``title`` of the map then, ``document_id`` of the map."""

    path: str
    title: str = ""
    document_id: str = ""


class RecentFiles:
    """The maps used last, newest first; read anew for each question, since several windows share the list."""

    def __init__(self, store: JsonStore | None = None) -> None:
        self._store = store or JsonStore(config_folder() / "recent.json")

    def entries(self) -> list[RecentFile]:
        """The list, also of files that are not there now (a stick may come back)."""
        found: list[RecentFile] = []
        files = self._store.read().get("files")
        for row in files if isinstance(files, list) else []:
            if not isinstance(row, dict) or not isinstance(row.get("path"), str) or not row["path"]:
                continue
            texts = {key: row.get(key) for key in ("title", "document_id")}
            known = {key: value for key, value in texts.items() if isinstance(value, str)}
            found.append(RecentFile(row["path"], **known))
        return found[:MAX_RECENT]

    def add(self, path: str | os.PathLike[str], title: str = "", document_id: str = "") -> None:
        """Put a map at the head of the list.  Raises WriteError, also when the list cannot be read at the moment."""
        entry = RecentFile(str(Path(path).absolute()), title, document_id)
        self._write([entry, *(old for old in self._known() if old.path != entry.path)])

    def remove(self, path: str | os.PathLike[str]) -> None:
        """Take a map off the list; the file stays.  Raises WriteError, as :meth:`add` does."""
        gone = str(Path(path).absolute())
        self._write([entry for entry in self._known() if entry.path != gone])

    def clear(self) -> None:
        """Empty the list.  Raises WriteError."""
        self._write([])

    def _known(self) -> list[RecentFile]:
        """The entries, to be written again.  Raises WriteError when they are there and could not be read."""
        entries = self.entries()
        if self._store.unread:
            raise WriteError(self._store.path, self._store.problem)
        return entries

    def _write(self, entries: list[RecentFile]) -> None:
        self._store.write({"files": [asdict(entry) for entry in entries[:MAX_RECENT]]})
