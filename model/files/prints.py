"""What is remembered of printing a map, in the program's own folder and never in the map: the settings of the dialog,
and what was printed last, so that a reprint knows which sheets changed.

PM1  Of each map the last print is kept, and the settings; of the newest :data:`MOST` maps.
PM2  What is broken counts as none; nothing here stops anybody from printing.
PM3  ``forget`` takes it away (:mod:`model.files.forget`).
"""

from __future__ import annotations

import gzip
import hashlib
import zlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from model.document import Document
from model.files import native
from model.files.atomic import read_file, write_atomic
from model.files.errors import ContentError, ReadError, write_error
from model.files.paths import state_folder
from model.files.store import JsonStore
from model.files.syncing import make_folder
from model.values import dataclass

MOST = 40
"""How many maps' prints are kept (PM1)."""
_LARGEST = 256 * 1024 * 1024
"""Bytes of a map that are unpacked at most."""


@dataclass(frozen=True, slots=True)
class LastPrint:
    """A map as it was printed, on what, and when; ``anew`` are the sheets that were printed again since."""

    document: Document
    settings: Mapping[str, Any]
    at: datetime
    anew: tuple[str, ...] = ()


def prints_folder() -> Path:
    """The settings and the last prints of maps."""
    return state_folder() / "prints"


def _file(document_id: str, suffix: str) -> Path:
    name = hashlib.sha256(document_id.encode("utf-8", "surrogateescape")).hexdigest()[:32]
    return prints_folder() / (name + suffix)


def settings_of(document_id: str) -> dict[str, Any]:
    """The settings of the dialog for a map; {} for none.  Never raises."""
    return JsonStore(_file(document_id, ".json")).read()


def remember_settings(document_id: str, settings: Mapping[str, Any]) -> None:
    """Keep the settings of the dialog.  Raises WriteError."""
    JsonStore(_file(document_id, ".json")).write(settings)


def remember_print(
    document: Document, settings: Mapping[str, Any], at: datetime | None = None, anew: Sequence[str] = ()
) -> None:
    """Keep what was printed, and on what (``anew`` as in :class:`LastPrint`).  Raises WriteError."""
    file = _file(document.document_id, ".print")
    try:
        make_folder(file.parent)
    except OSError as error:
        raise write_error(file, error) from error
    write_atomic(file, gzip.compress(native.dumps(document), 6, mtime=0))
    when = (at or datetime.now(UTC)).isoformat(timespec="seconds")
    told = {"settings": dict(settings), "at": when, "anew": list(anew)}
    JsonStore(file.with_suffix(".printed.json")).write(told)
    _thin(file)


def last_print(document_id: str) -> LastPrint | None:
    """What was printed last of a map; None where nothing was, or where it cannot be read (PM2).  Never raises."""
    file = _file(document_id, ".print")
    try:
        packed, _ = read_file(file)
        told = JsonStore(file.with_suffix(".printed.json")).read()
        unpacker = zlib.decompressobj(wbits=31)
        data = unpacker.decompress(packed, _LARGEST)
        if not unpacker.eof:
            return None
        document, _ = native.loads(data, file)
        settings, at = told.get("settings"), datetime.fromisoformat(str(told.get("at")))
    except (ReadError, ContentError, ValueError, zlib.error):
        return None
    names = told.get("anew")
    anew = tuple(name for name in names if isinstance(name, str)) if isinstance(names, list) else ()
    return LastPrint(document, settings if isinstance(settings, dict) else {}, at, anew)


def has_prints(document_id: str) -> bool:
    """Whether anything is kept.  Never raises."""
    return any(_file(document_id, suffix).exists() for suffix in (".json", ".print", ".printed.json"))


def forget_prints(document_id: str) -> None:
    """Delete what is kept of a map (PM3).  Raises OSError."""
    for suffix in (".json", ".json.broken", ".print", ".printed.json", ".printed.json.broken"):
        _file(document_id, suffix).unlink(missing_ok=True)


def _thin(kept: Path) -> None:
    """Drop the oldest prints (PM1); the one just made stays."""
    rows: list[tuple[int, Path]] = []
    try:
        for entry in kept.parent.glob("*.print"):
            rows.append((entry.stat().st_mtime_ns, entry))
        for _, entry in sorted(rows, reverse=True)[MOST:]:
            if entry != kept:
                for suffix in (".print", ".printed.json", ".json"):
                    entry.with_suffix(suffix).unlink(missing_ok=True)
    except OSError:
        return  # what could not go now goes after another print
