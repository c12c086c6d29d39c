"""Our own file: one UTF-8 JSON document, header first, one record per line in map order, integrity last.

docs/file-format.md describes it for other programs.  Reading never writes and never drops anything: what cannot be
used is put aside in ``quarantine``, reported with its place, and written back by the next save.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from model.document import Document
from model.files.atomic import FileStamp, WriteResult, pending_path, read_file, write_atomic
from model.files.errors import ContentError, ReadError, TooNew
from model.files.migrations import FORMAT_VERSION
from model.files.reading import read_document
from model.files.report import LoadReport
from model.files.row_lines import RowLines, json_line
from model.i18n import number, translate
from model.records import TABLES, Action, Asset, Emotion, Link, Record, record_to_row
from model.values import dataclass
from model.version import __version__

FORMAT = "journeywall"
MIN_READER = 1
"""The oldest format version whose programs may read what this one writes."""

SUFFIXES = (".journey", ".json")
"""File name endings of maps; the first is the usual one."""

_LATER = frozenset({"filters"})
"""Tables that stand in a file only where they hold something: maps that are older than these stay as they are."""

_PIECE, _LONG_LINE = 500, 100_000
"""Rows that are joined into one piece when a map is written, and bytes of a row that stays a piece of its own."""

LARGE = 50 * 1024 * 1024
"""Bytes from which the user is told that the map is large."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A map that was read: ``path`` as it was asked for, ``stamp`` of the file for the next save's comparison."""

    document: Document
    report: LoadReport
    path: Path
    stamp: FileStamp


@dataclass(frozen=True, slots=True)
class Saved:
    """A map that was written: ``document`` carries the new save count, ``result`` the new stamp."""

    document: Document
    result: WriteResult


def load(path: str | os.PathLike[str]) -> Loaded:
    """Read a map.  Raises ReadError or ContentError with one sentence for the user; never writes."""
    pending = pending_path(path)
    data, stamp = read_file(path)
    try:
        document, report = loads(data, path)
    except ContentError:
        found = _finish_interrupted(pending, path)
        if found is None:
            raise
        return Loaded(*found, Path(path), stamp)
    if report.damaged or any(problem.code == "integrity" for problem in report.problems):
        found = _finish_interrupted(pending, path)
        # One that is older than the file was left by a save long ago: others came after it.
        if found is not None and found[0].revision >= document.revision:
            return Loaded(*found, Path(path), stamp)
    return Loaded(document, report, Path(path), stamp)


def view(path: str | os.PathLike[str]) -> Loaded:
    """Read a map to be shown or exported, also one for newer programs only, as far as it is understood.

    What comes of such a map must never be saved: parts of it are missing.  Its report says so (``too_new``).  Raises
    like :func:`load`; TooNew where nothing of it is understood.
    """
    try:
        return load(path)
    except TooNew:
        data, stamp = read_file(path)
        document, report = loads(data, path, newer=True)
        return Loaded(document, report, Path(path), stamp)


def _finish_interrupted(pending: Path, path: str | os.PathLike[str]) -> tuple[Document, LoadReport] | None:
    """The whole new content that a save in place left beside a damaged file, if there is one."""
    try:
        document, report = loads(read_file(pending)[0], path)
    except (ReadError, ContentError):
        return None
    if report.damaged:
        return None
    text = translate("Files", "The last save was cut off; the map was completed from its copy. Save it again.")
    report.add("warning", "interrupted_save", text)
    report.mended = True  # the file itself is still damaged: this is work to be saved
    return document, report


def loads(data: bytes, path: str | os.PathLike[str] = "", *, newer: bool = False) -> tuple[Document, LoadReport]:
    """The map in ``data``; ``path`` is named in errors.  Raises ContentError (NotOurs and TooNew among them).

    ``newer`` reads a map for newer programs as well, to be shown (see :func:`view`).
    """
    document, report = read_document(data, path, newer=newer)
    if len(data) > LARGE:
        text = translate("Files", "This map is large ({size} MB); opening and saving it takes a while.")
        report.add("notice", "large", text.format(size=number(len(data) / 1_000_000)))
    return document, report


def save(document: Document, path: str | os.PathLike[str], *, expected: FileStamp | None = None) -> Saved:
    """Write ``document`` with the next save count; see :func:`model.files.atomic.write_atomic` for ``expected``.

    Raises a WriteError with one sentence for the user; what stood there is then untouched.
    """
    saved = document.saved_as(document.revision + 1)
    return Saved(saved, write_atomic(path, dumps(saved), expected=expected))


def save_stamp(at: datetime | None = None) -> dict[str, str]:
    """What is written as ``saved_by``: program and time, no name of a person or machine."""
    time = (at or datetime.now(UTC)).astimezone(UTC)
    return {"program": f"Journeywall {__version__}", "time": time.strftime("%Y-%m-%dT%H:%M:%SZ")}


def dumps(document: Document, *, saved_by: Mapping[str, Any] | None = None) -> bytes:
    """``document`` as the bytes of its file.  ``saved_by`` replaces the save stamp of now."""
    extra = dict(document.extra)
    header = {
        "format": FORMAT,
        "format_version": extra.pop("format_version", FORMAT_VERSION),
        "min_reader": extra.pop("min_reader", MIN_READER),
        "document_id": document.document_id,
        "revision": document.revision,
        "saved_by": dict(save_stamp() if saved_by is None else saved_by),
    }
    lines = RowLines(document.document_id)
    head = ["{", *(f"{_json(key)}: {_json(value)}," for key, value in header.items()), ""]
    body: list[bytes] = []
    for table in TABLES:
        records = ordered_records(document, table)
        if table == "assets":
            continue  # last, since they are long
        if table in _LATER and not document.tables[table]:
            continue
        if table == "map":
            rows = [record_to_row(record) for record in records]
            body.append(b'"map": ' + json_line({"id": "map", **rows[0]} if rows else {"id": "map"}) + b",\n")
        else:
            body += _block(table, lines.of(records))
    for key, value in extra.items():
        if isinstance(value, list):
            body += _block(key, [json_line(row) for row in value])
        else:
            body.append(json_line(key) + b": " + json_line(value) + b",\n")
    if document.quarantine:
        body += _block("quarantine", [json_line(row) for row in document.quarantine])
    pictures = [lines.of_picture(record) for record in ordered_records(document, "assets") if isinstance(record, Asset)]
    body += _block("assets", pictures, "{}")
    lines.remember()
    # Piece by piece, and joined once: whatever handles all of a large map in one go keeps the interface waiting.
    digest = hashlib.sha256()
    for piece in body:
        digest.update(piece)
    end = f'"integrity": "sha256:{digest.hexdigest()}"\n}}\n'
    return b"".join(("\n".join(head).encode("utf-8"), *body, end.encode("ascii")))


def _block(key: str, rows: list[bytes], brackets: str = "[]") -> list[bytes]:
    name, opened, closed = json_line(key), *(bracket.encode("ascii") for bracket in brackets)
    if not rows:
        return [name + b": " + opened + closed + b",\n"]
    # Short lines in pieces of some size, long ones (pictures) each for themselves and never copied.
    pieces = [name + b": " + opened + b"\n"]
    for first in range(0, len(rows), _PIECE):
        part = rows[first : first + _PIECE]
        if max(map(len, part)) > _LONG_LINE:
            pieces += [each for row in part for each in (row, b",\n")]
        else:
            pieces += [b",\n".join(part), b",\n"]
    pieces[-1] = b"\n" + closed + b",\n"
    return pieces


def _json(value: Any) -> str:
    return json_line(value).decode("utf-8")


def ordered_records(document: Document, table: str) -> Iterable[Record]:
    """The records of ``table`` in map order, so that a move is a move in the file's diff; each of them once."""
    rows = document.tables[table]
    ordered: Iterable[Record] = rows.values()
    if table == "phases":
        ordered = document.phases
    elif table == "steps":
        ordered = document.steps
    elif table == "lanes":
        ordered = document.lanes
    elif table == "personas":
        ordered = document.personas
    elif table == "channels":
        ordered = document.channels
    elif table == "items":
        ordered = (*document.placed, *document.inbox, *document.parking)
    elif table == "links":
        ordered = _ordered_links(document)
    elif table == "emotions":
        ordered = _ordered_emotions(document)
    elif table == "actions":
        ordered = _ordered_actions(document)
    elif table == "filters":
        ordered = document.filters
    elif table == "assets":
        ordered = sorted(rows.values(), key=lambda r: r.id)
    found = {record.id: record for record in ordered}
    # Records that stand nowhere are written all the same: a save drops nothing.
    found.update({key: rows[key] for key in sorted(rows) if key not in found})
    return found.values()


def _ordered_links(document: Document) -> list[Link]:
    place = _places(document)
    return sorted(document.link_table.values(), key=lambda r: (place.get(r.source_id, len(place)), r.order, r.id))


def _ordered_emotions(document: Document) -> list[Emotion]:
    place = _places(document)
    persona = {record.id: i for i, record in enumerate(document.personas)}

    def key(record: Emotion) -> tuple[int, int, str]:
        touchpoint = place.get(record.touchpoint_id, len(place))
        return touchpoint, persona.get(record.persona_id, len(persona)), record.id

    return sorted(document.emotion_table.values(), key=key)


def _ordered_actions(document: Document) -> list[Action]:
    place = _places(document)
    return sorted(document.action_table.values(), key=lambda r: (place.get(r.item_id, len(place)), r.order, r.id))


def _places(document: Document) -> dict[str, int]:
    return {record.id: i for i, record in enumerate(ordered_records(document, "items"))}
