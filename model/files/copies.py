"""Copies that sync programs lay beside a map when it was changed in two places at once.

CC1  The name says that it may be one, the document's id inside that it is; a map of another id is none of our business.
CC2  The look is bounded: so many entries of the folder, so many files opened, the first bytes of each.
CC3  A copy with the same content is none: there is nothing to be found in it.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from datetime import datetime
from pathlib import Path

from model.files.atomic import stamp_of
from model.files.errors import ReadError
from model.files.paths import host_name

LOOKED = 2_000
"""Entries of a folder that are looked at."""
OPENED = 20
"""Files of which the beginning is read."""
_BEGINNING = 4096
"""Bytes within which every map says whose it is."""

_BETWEEN = re.compile(
    r"""
      \ ?\([^()]*(?:conflict|konflikt|conflit|conflitto|in\ strijd)[^()]*\)  # Dropbox, Nextcloud, Google Drive, ours
    | \.sync-conflict-\d{8}-\d{6}(?:-[a-z0-9]+)?                             # Syncthing
    | _conflict-\d{8}-\d{6}                                                  # ownCloud
    | \ ?\(\d{1,3}\)                                                         # Google Drive, OneDrive
    | \ \d{1,2}                                                              # iCloud
    """,
    re.VERBOSE,
)
"""What stands between the map's name and its ending, in small letters."""
_MACHINE = re.compile(r"-[A-Z0-9][A-Z0-9-]{2,14}(?:-\d{1,2})?")
"""OneDrive adds the name of a computer, as Windows writes it."""
_OURS = re.compile(rb'"format": ?"journeywall"')
_ID = re.compile(rb'"document_id": ?"([0-9a-f-]{36})"')


def find_copies(path: str | os.PathLike[str], document_id: str, sha256: str = "") -> tuple[Path, ...]:
    """The conflict copies of ``path`` beside it, by name.  ``sha256`` is the map's own content.  Never raises."""
    real = Path(os.path.realpath(path))
    found: list[Path] = []
    opened = 0
    try:
        with os.scandir(real.parent) as entries:
            for number, entry in enumerate(entries):
                if number >= LOOKED or opened >= OPENED:
                    break
                if entry.name == real.name or not is_copy_name(entry.name, real.name):
                    continue
                if not stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
                    continue
                opened += 1
                place = Path(entry.path)
                if _document_id(place) == document_id and not _is(place, sha256):
                    found.append(place)
    except OSError:
        return ()  # a folder that cannot be looked at shows no copies
    return tuple(sorted(found))


def is_copy_name(name: str, original: str) -> bool:
    """Whether a sync program may have made ``name`` of ``original``, in whatever normal form each is written."""
    name, original = unicodedata.normalize("NFC", name), unicodedata.normalize("NFC", original)
    stem, ending = Path(original).stem, Path(original).suffix
    if not name.casefold().endswith(ending.casefold()) or not name.casefold().startswith(stem.casefold()):
        return False
    between = name[len(stem) : len(name) - len(ending)]
    machine = _MACHINE.fullmatch(between) is not None or between.casefold() == f"-{host_name()}".casefold()
    return machine or _BETWEEN.fullmatch(between.casefold()) is not None


def conflict_name(path: Path, host: str, at: datetime | None = None) -> Path:
    """A free name beside ``path`` for work that must not be written over it: ``NAME (conflict 2026-11-22 HOST)``.

    ``at`` is now where it is not given; its date is only for people.
    """
    day = (at or datetime.now().astimezone()).strftime("%Y-%m-%d")
    machine = "".join(c if c.isalnum() or c in "-_." else "-" for c in host)[:40] or "?"
    number = 1
    while True:
        more = f" (conflict {day} {machine}{f' {number}' if number > 1 else ''})"
        free = path.with_name(_shortened(path.stem, 255 - len(os.fsencode(more + path.suffix))) + more + path.suffix)
        if not os.path.lexists(free):
            return free
        number += 1


def _shortened(stem: str, most: int) -> str:
    """``stem`` with at most ``most`` bytes, at least one letter."""
    while len(os.fsencode(stem)) > most and len(stem) > 1:
        stem = stem[:-1]
    return stem


def _document_id(path: Path) -> str:
    """The id that a map's first bytes say; "" for anything else."""
    try:
        with path.open("rb") as file:
            beginning = file.read(_BEGINNING)
    except OSError:
        return ""
    match = _ID.search(beginning) if _OURS.search(beginning) else None
    return match.group(1).decode("ascii") if match is not None else ""


def _is(path: Path, sha256: str) -> bool:
    try:
        stamp = stamp_of(path) if sha256 else None
    except ReadError:
        return False
    return stamp is not None and stamp.sha256 == sha256
