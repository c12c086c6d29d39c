"""The command ``versions``: what is kept of a map's earlier saves, and one of them as a file.  No Qt.

It is for the day on which the map itself is damaged or gone: its id is read from whatever is left of the file, and
where there is no file any more, the versions that were saved under its name are found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from app.cli_parser import UsageError
from model.difference import compare
from model.document import Document
from model.files import versions
from model.files.atomic import read_file
from model.files.errors import ContentError, FileError, ReadError
from model.files.version_files import unpack
from model.files.versions import Version
from model.i18n import translate


def versions_of(path: Path) -> list[Version]:
    """The versions of the map in ``path``, also of a damaged or missing one, the newest first.

    Raises ReadError where there is no file and nothing was ever saved under its name.
    """
    try:
        data, _ = read_file(path)
    except ReadError:
        found = versions.saved_under(path)
        if not found:
            raise
        return found
    document_id = versions.id_in(data)
    return versions.versions(document_id) if document_id else versions.saved_under(path)


def listed(found: Sequence[Version]) -> list[dict[str, Any]]:
    """What is said of each version, as plain values."""
    rows: list[dict[str, Any]] = []
    before: Document | None = None
    for version in reversed(found):
        document = _document(version)
        changed = compare(before, document).sentence() if before is not None and document is not None else ""
        before = document or before
        rows.append(
            {
                "number": version.number,
                "time": version.time.isoformat(),
                "why": version.why,
                "title": version.title,
                "path": version.path,
                "readable": document is not None,
                "changed": changed,
            }
        )
    return rows[::-1]


def lines(rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The rows for people to read."""
    for row in rows:
        said = row["changed"] if row["readable"] else translate("Versions", "Damaged; cannot be opened")
        when = row["time"][:16].replace("T", " ")
        yield f"{row['number']:>6}  {when}  {row['why']:9}  {said or row['title']}".rstrip()


def map_of(found: Sequence[Version], number: str) -> bytes:
    """The bytes of the map's file as it was then.  Raises UsageError for an unknown number, ContentError for damage."""
    version = next((each for each in found if str(each.number) == number), None)
    if version is None:
        text = translate("CommandLine", "There is no version {number} of this map; see the list without --restore.")
        raise UsageError(text.format(number=number))
    data = unpack(version)
    if not versions.is_sound(version):
        text = translate("CommandLine", "Version {number} is no map that can be read; choose another one.")
        raise ContentError(version.file, text.format(number=number))
    return data


def _document(version: Version) -> Document | None:
    try:
        loaded = versions.load(version)
    except FileError:
        return None
    return None if loaded.report.damaged else loaded.document
