"""Where the program keeps its own things; never beside the user's documents.

``JOURNEYWALL_HOME`` puts all of it into one folder (tests, a stick); otherwise the system's usual places are used.
No folder is made by asking for it.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from typing import Literal

_APP = "journeywall"
_XDG = {
    "config": ("XDG_CONFIG_HOME", ".config"),
    "state": ("XDG_STATE_HOME", ".local/state"),
    "data": ("XDG_DATA_HOME", ".local/share"),
}
"""Where a Linux system keeps things, as freedesktop.org's base directory specification says: by which variable, and
where in the home folder otherwise."""


def _home() -> Path | None:
    home = os.environ.get("JOURNEYWALL_HOME")
    return Path(home).absolute() if home else None


def _of_system(kind: Literal["config", "state", "data", "log"]) -> Path:
    """Where the system wants things of this kind."""
    home = Path(os.environ.get("HOME", ""))
    if sys.platform == "linux" and home.is_absolute():
        # platformdirs says the same; to load it takes a thirtieth of an empty window's whole start.
        variable, usual = _XDG["state" if kind == "log" else kind]
        chosen = Path(os.environ.get(variable, ""))
        folder = (chosen if chosen.is_absolute() else home / usual) / _APP
        return folder / "log" if kind == "log" else folder
    import platformdirs

    folders = platformdirs.PlatformDirs(_APP, appauthor=False)
    return {
        "config": folders.user_config_path,
        "state": folders.user_state_path,
        "data": folders.user_data_path,
        "log": folders.user_log_path,
    }[kind]


def config_folder() -> Path:
    """Settings and the list of recent files."""
    home = _home()
    return home / "config" if home else _of_system("config")


def state_folder() -> Path:
    """Work in progress: journals.  Not a temporary folder: cleaners empty those."""
    home = _home()
    return home / "state" if home else _of_system("state")


def data_folder() -> Path:
    """What the user keeps in the program: templates of their own."""
    home = _home()
    return home / "data" if home else _of_system("data")


def templates_folder() -> Path:
    """One file for each of the user's own templates; the deleted ones lie in a folder within, for a while."""
    return data_folder() / "templates"


def sessions_folder() -> Path:
    """One folder per open document: its journal, until the work is saved or given up."""
    return state_folder() / "sessions"


def versions_folder() -> Path:
    """One folder per document id: what the map was at earlier saves."""
    return state_folder() / "versions"


def pictures_folder() -> Path:
    """How the maps used last look from far away, for the start screen; made again where it is lost."""
    return state_folder() / "pictures"


def picture_file(path: str | os.PathLike[str]) -> Path:
    """Where it is kept how the map at ``path`` looks."""
    name = hashlib.sha256(os.fsencode(Path(path).absolute())).hexdigest()[:32]
    return pictures_folder() / f"{name}.json"


def log_folder() -> Path:
    """Logs, without any text of notes."""
    home = _home()
    return home / "logs" if home else _of_system("log")


def host_name() -> str:
    """What this machine is called, as ``socket.gethostname`` says; that module is large and little of it used."""
    if sys.platform == "win32":
        import socket

        return socket.gethostname()
    return os.uname().nodename
