"""Where the program keeps its own things; never beside the user's documents.

``JOURNEYWALL_HOME`` puts all of it into one folder (tests, a stick); otherwise the system's usual places are used.
No folder is made by asking for it.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import platformdirs

_APP = "journeywall"


def _home() -> Path | None:
    home = os.environ.get("JOURNEYWALL_HOME")
    return Path(home).absolute() if home else None


def config_folder() -> Path:
    """Settings and the list of recent files."""
    home = _home()
    return home / "config" if home else platformdirs.user_config_path(_APP, appauthor=False)


def state_folder() -> Path:
    """Work in progress: journals.  Not a temporary folder: cleaners empty those."""
    home = _home()
    return home / "state" if home else platformdirs.user_state_path(_APP, appauthor=False)


def data_folder() -> Path:
    """What the user keeps in the program: templates of their own."""
    home = _home()
    return home / "data" if home else platformdirs.user_data_path(_APP, appauthor=False)


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
    return home / "logs" if home else platformdirs.user_log_path(_APP, appauthor=False)


def host_name() -> str:
    """What this machine is called, as ``socket.gethostname`` says; that module is large and little of it used."""
    if sys.platform == "win32":
        import socket

        return socket.gethostname()
    return os.uname().nodename
