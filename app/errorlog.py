"""Internal errors into a rotating log: what failed and where in the program, never a text of somebody's map."""

from __future__ import annotations

import logging
import os
import traceback
from pathlib import Path

from model.version import __version__

_SIZE = 256 * 1024
"""Bytes of one log file; the next begins a new one."""
_KEPT = 3
"""How many older ones are kept: journeywall.log.1 to .3, the highest number the oldest."""


def describe(error: BaseException) -> str:
    """The kinds of ``error`` and its causes with the program's lines they passed.

    Messages are left out: those of a failed validation quote what stood on a card.
    """
    parts = []
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        frames = traceback.extract_tb(cause.__traceback__)
        lines = [f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}' for frame in frames]
        parts.append("\n".join([f"{type(cause).__module__}.{type(cause).__qualname__}", *lines]))
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return "\ncaused by ".join(parts)


def write_log(error: BaseException, doing: str) -> Path | None:
    """Write ``error`` into the log; ``doing`` is a word for what was going on.  The log's path, None if there is none.

    Never raises: a log that cannot be written must not hide the error.
    """
    import platform  # not above: the first warning of a start should not load it

    system = f"Journeywall {__version__}, Python {platform.python_version()}, {platform.platform()}"
    arguments = (doing, system, describe(error))
    return write_record(logging.LogRecord("journeywall", logging.ERROR, "", 0, "%s: %s\n%s", arguments, None))


def write_record(record: logging.LogRecord) -> Path | None:
    """Append one record; the log's path, None if there is none.  Never raises.

    The file is open only meanwhile, so that several programs can share it.  The handler of the standard library that
    does the same loads the network and pickling with it.
    """
    from model.files.paths import log_folder

    try:
        path = log_folder() / "journeywall.log"
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        line = logging.Formatter("%(asctime)s %(levelname)s %(message)s").format(record) + os.linesep
        data = line.encode("utf-8", "replace")
        if path.exists() and path.stat().st_size + len(data) >= _SIZE:
            for number in range(_KEPT, 0, -1):
                older = path.with_name(f"{path.name}.{number - 1}") if number > 1 else path
                if older.exists():
                    older.replace(path.with_name(f"{path.name}.{number}"))
        with path.open("ab") as file:
            file.write(data)
    except OSError:
        return None
    return path
