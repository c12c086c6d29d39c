"""What a crash left behind: found at the start, opened as an unsaved copy, deleted only when it is safe or given up.

RE1  Only sessions whose process is gone are offered; recovering writes nothing but its own new journal.
RE2  A damaged journal gives its good beginning; the raw files stay.
RE3  A session goes when the document that continues it was saved and verified (the journal does that), or is kept
     as "recently discarded" after an explicit discard.
"""

from __future__ import annotations

import logging
import os
import shutil
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from model.changes import ChangeSet
from model.document import Document
from model.files.atomic import FileStamp, read_file, stamp_of
from model.files.drafts import parse_key, put_field
from model.files.errors import ContentError, FileError, ReadError, WriteError
from model.files.journal_lines import JournalRead, read_records
from model.files.native import loads
from model.files.paths import sessions_folder
from model.files.report import LoadReport
from model.files.sessions import (
    SessionInfo,
    base_file,
    generations,
    is_alive,
    journal_file,
    mark_closed,
    read_info,
)
from model.i18n import translate
from model.ids import new_id
from model.invariants import repair, violations
from model.order import between
from model.records import TABLES, BadRecord, Item, MapInfo, Record, row_to_record
from model.values import dataclass

DISCARD_DAYS = 30
"""How long discarded work is kept."""
DISCARD_KEEP = 20
"""So many of the newest are kept whatever the clock says: a wrong clock must not empty the list."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FoundSession:
    """Work that was found: ``edits`` not in any file, ``draft`` whether a text was being typed.

    ``last_edit`` is a time for display.  ``discarded`` says that the user closed it without saving.  ``damaged``
    that a part of the journal could not be read.
    """

    folder: Path
    info: SessionInfo
    title: str
    path: str
    edits: int
    draft: bool
    last_edit: datetime
    damaged: bool
    discarded: bool = False

    @property
    def file_changed(self) -> bool | None:
        """Whether the file on disk is no longer the one that this work began from; None when it is not there."""
        if not self.path:
            return None
        try:
            stamp = stamp_of(self.path)
        except ReadError:
            return None
        return None if stamp is None else stamp.sha256 != self.info.file_sha256


@dataclass(frozen=True, slots=True)
class Recovered:
    """A recovered document: an unsaved copy.

    ``session`` is to be given to the new Journal as ``recovered_from``, so that it goes when the copy is saved.
    ``edits`` were replayed; ``drafts`` are the ids of the cards that got a text that was being typed.
    """

    document: Document
    report: LoadReport
    session: FoundSession
    edits: int
    drafts: tuple[str, ...] = ()
    stamp: FileStamp | None = None


def find_sessions(root: Path | None = None) -> list[FoundSession]:
    """The sessions that a crash left with work in them, the newest first.  Never raises."""
    return [session for session in _look(root) if not session.discarded]


def recently_discarded(root: Path | None = None) -> list[FoundSession]:
    """The sessions that were closed without saving, the newest first.  Never raises."""
    return [session for session in _look(root) if session.discarded]


def grouped(found: Sequence[FoundSession]) -> list[list[FoundSession]]:
    """``found`` by document, each group and the row of groups in the order they come in."""
    groups: dict[str, list[FoundSession]] = {}
    for session in found:
        groups.setdefault(session.info.document_id or session.folder.name, []).append(session)
    return list(groups.values())


def recover(session: FoundSession) -> Recovered:
    """The document with every edit and the text that was being typed.  Nothing is deleted or written.

    Raises ContentError when not even one base is sound, and ReadError when a file of it cannot be read at the moment:
    what was recovered without it would take its place as soon as it is saved.
    """
    report = LoadReport()
    for generation in generations(session.folder):
        try:
            data, _ = read_file(base_file(session.folder, generation))
            document, report = loads(data, base_file(session.folder, generation))
            journal = _read_journal(session.folder, generation, sure=True)
        except ContentError:
            continue
        except ReadError as error:
            if isinstance(error.__cause__, FileNotFoundError):
                continue
            raise ReadError(session.folder, _unreadable(session)) from error
        return _replay(document, report, journal, session)
    raise ContentError(session.folder, _unreadable(session))


def _unreadable(session: FoundSession) -> str:
    text = translate("Journal", "The work in “{name}” cannot be read; its files stay in {folder}.")
    return text.format(name=session.title, folder=session.folder)


def discard(session: FoundSession) -> None:
    """Keep the work as "recently discarded" and offer it no more at the start.  Raises WriteError."""
    try:
        mark_closed(session.folder)
    except FileError as error:
        text = translate("Journal", "“{name}” could not be put away; it is offered again at the next start.")
        raise WriteError(session.folder, text.format(name=session.title)) from error


def restore(session: FoundSession) -> FoundSession:
    """Take a discarded session back.  Raises WriteError when that fails."""
    try:
        (session.folder / "closed.json").unlink(missing_ok=True)
    except OSError as error:
        text = translate("Journal", "“{name}” could not be taken back; it stays among the discarded work.")
        raise WriteError(session.folder, text.format(name=session.title)) from error
    found = _found(session.folder)
    return found if found is not None else session


def forget(session: FoundSession) -> None:
    """Delete the work for good, after the user said so.  Raises OSError."""
    shutil.rmtree(session.folder)


def purge_discarded(root: Path | None = None, now: float | None = None) -> int:
    """Delete what was discarded more than 30 days ago, but never the newest 20; how many went.  Never raises."""
    limit = (time.time() if now is None else now) - DISCARD_DAYS * 86_400
    gone = 0
    for session in recently_discarded(root)[DISCARD_KEEP:]:
        try:
            if (session.folder / "closed.json").stat().st_mtime < limit:
                forget(session)
                gone += 1
        except OSError as error:
            log.warning("an old discarded session stays: %s", error.strerror)
    return gone


def tidy(root: Path | None = None, now: float | None = None) -> int:
    """Delete the sessions that a crash left without any work in them; how many went.  Never raises.

    One goes when its map was never in a file, when the file is still what was opened, or after 30 days.
    """
    limit = (time.time() if now is None else now) - DISCARD_DAYS * 86_400
    gone = 0
    try:
        folders = [entry for entry in (root or sessions_folder()).iterdir() if entry.is_dir()]
    except OSError:
        return 0
    for folder in folders:
        try:
            info = read_info(folder, sure=True)  # nothing goes because a look at it failed
            if is_alive(folder, info) or _found(folder, sure=True) is not None:
                continue
            stamp = stamp_of(info.path) if info.path else None
            same = stamp is not None and stamp.sha256 == info.file_sha256
            if not info.path or same or folder.stat().st_mtime < limit:
                shutil.rmtree(folder)
                gone += 1
        except (OSError, FileError) as error:
            log.warning("a left session stays: %s", type(error).__name__)
    return gone


# -- looking ----------------------------------------------------------------------------------------------------------


def _look(root: Path | None) -> list[FoundSession]:
    folder = root or sessions_folder()
    try:
        folders = [entry for entry in folder.iterdir() if os.path.isdir(entry)]  # noqa: PTH112 - never raises
    except OSError:
        return []
    found = [session for session in map(_found, folders) if session is not None]
    continued = {name for session in found for name in session.info.recovered_from}
    offered = [session for session in found if session.folder.name not in continued]
    return sorted(offered, key=lambda session: (session.last_edit, session.folder.name), reverse=True)


def _found(folder: Path, *, sure: bool = False) -> FoundSession | None:
    """The work in ``folder``.  Raises OSError or ReadError where one must be ``sure`` and a look fails."""
    info = read_info(folder, sure=sure)
    numbers = generations(folder, sure=sure)
    discarded = os.path.exists(folder / "closed.json")  # noqa: PTH110 - never raises
    # A closed session is nobody's any more, also when the program that closed it still runs.
    if not numbers or (not discarded and is_alive(folder, info)):
        return None
    # After a crash between a new base and its journal, the older journal still says how much there is.
    counted = next((number for number in numbers if os.path.exists(journal_file(folder, number))), numbers[0])  # noqa: PTH110 - never raises
    journal = _read_journal(folder, counted)
    begin = journal.records[0] if journal.records else {}
    before = begin.get("unsaved")
    edits = sum(record.get("op") == "edit" for record in journal.records) + (before if isinstance(before, int) else 0)
    draft = bool(_open_drafts(journal.records))
    if not (edits or draft or journal.damaged or discarded or info.unsaved_base):
        return None  # opened and never touched: the file is all there is
    newest = journal_file(folder, counted)
    try:
        changed = (newest if newest.exists() else base_file(folder, numbers[0])).stat().st_mtime
    except OSError:
        changed = 0.0
    last = datetime.fromtimestamp(changed).astimezone()
    title = _newest_title(journal.records, info.title)
    return FoundSession(folder, info, title, info.path, edits, draft, last, journal.damaged, discarded)


def _newest_title(records: tuple[dict[str, Any], ...], title: str) -> str:
    """The map's title after the journal's edits."""
    for record in records:
        changes = record.get("changes")
        for change in changes if isinstance(changes, list) else []:
            if isinstance(change, dict) and change.get("table") == "map" and isinstance(change.get("new"), dict):
                found = change["new"].get("title", "")
                title = found if isinstance(found, str) else title
    return title


def _read_journal(folder: Path, generation: int, *, sure: bool = False) -> JournalRead:
    """What stands in a journal; none is an empty one.  Raises ReadError where one must be ``sure`` and it cannot be
    read, else that is damage."""
    try:
        data, _ = read_file(journal_file(folder, generation))
    except ReadError as error:
        missing = isinstance(error.__cause__, FileNotFoundError)
        if sure and not missing:
            raise
        return JournalRead((), 0, damaged=not missing)
    return read_records(data)


def _open_drafts(records: tuple[dict[str, Any], ...]) -> dict[str, str]:
    """Card id -> the text that was being typed in it when the journal ended."""
    drafts: dict[str, str] = {}
    for record in records:
        if record.get("op") == "draft":
            drafts.clear()
            if isinstance(record.get("id"), str) and record["id"] and isinstance(record.get("text"), str):
                drafts[record["id"]] = record["text"]
        elif record.get("op") == "edit":
            changes = record.get("changes")
            for change in changes if isinstance(changes, list) else []:
                if isinstance(change, dict) and isinstance(change.get("id"), str):
                    drafts.pop(change["id"], None)
    return drafts


# -- replaying --------------------------------------------------------------------------------------------------------


def _replay(document: Document, report: LoadReport, journal: JournalRead, session: FoundSession) -> Recovered:
    tables: dict[str, dict[str, Record]] = {name: dict(rows) for name, rows in document.tables.items()}
    edits, broken = 0, journal.damaged
    for record in journal.records:
        if record.get("op") != "edit":
            continue
        changes = _changes(record)
        if changes is None:
            broken = True
            break
        for table, record_id, new in changes:
            if new is None:
                tables[table].pop(record_id, None)
            else:
                tables[table][record_id] = new
        edits += 1
    if broken:
        text = translate("Journal", "The journal is damaged; what came after edit {count} could not be read.")
        report.add("error", "journal_damaged", text.format(count=edits))
        report.mended = True
    typed: list[str] = []
    for item_id, draft in _open_drafts(journal.records).items():
        typed += _put_draft(tables, item_id, draft)
    if typed:
        report.add("notice", "draft", translate("Journal", "The text that was being typed is in the map."))
    result = Document(
        tables,
        document_id=document.document_id,
        revision=document.revision,
        extra=document.extra,
        quarantine=document.quarantine,
    )
    if violations(result):
        mend: ChangeSet = repair(result)
        result = result.with_changes((change.table, change.id, change.new) for change in mend)
        report.add("warning", "mended", translate("Journal", "The recovered map was mended; look it through."))
        report.mended = True
    return Recovered(result, report, session, edits, tuple(typed))


def _changes(record: dict[str, Any]) -> list[tuple[str, str, Record | None]] | None:
    """What one record sets; None when it makes no sense here.  The old values are for people who look."""
    found: list[tuple[str, str, Record | None]] = []
    rows = record.get("changes")
    if not isinstance(rows, list):
        return None
    for row in rows:
        if not isinstance(row, dict) or not isinstance(row.get("table"), str) or not isinstance(row.get("id"), str):
            return None
        if row["table"] not in TABLES:
            return None
        if row.get("new") is None:
            found.append((row["table"], row["id"], None))
            continue
        try:
            new = row_to_record(row["table"], row["new"])
        except (BadRecord, TypeError, ValueError):
            return None
        if new.id != row["id"] or (row["table"] == "map" and new.id != "map"):  # there is one map record (I9)
            return None
        found.append((row["table"], row["id"], new))
    return found


def _put_draft(tables: dict[str, dict[str, Record]], item_id: str, text: str) -> list[str]:
    """Put a typed text into its card, its header, or a new card in the inbox when neither is there any more."""
    for table, name in (("items", "text"), ("phases", "name"), ("steps", "name"), ("lanes", "name"), ("map", "title")):
        record = tables[table].get(item_id)
        if record is not None:
            if getattr(record, name) == text:
                return []
            try:
                tables[table][item_id] = record.changed(**{name: text})
            except BadRecord:
                return []
            return [item_id]
    field = parse_key(item_id)
    got = put_field(tables, *field, text) if field is not None else []
    if got or not text.strip():
        return got
    items = [item for item in tables["items"].values() if isinstance(item, Item)]
    info = tables["map"].get("map")
    number = info.next_number if isinstance(info, MapInfo) else max((item.number for item in items), default=0) + 1
    last = max((item.order for item in items if item.place == "inbox"), default=None)
    try:
        card = Item(id=new_id("item"), kind="note", number=number, text=text, order=between(last, None))
    except BadRecord:
        return []
    tables["items"][card.id] = card
    if isinstance(info, MapInfo):
        tables["map"]["map"] = info.changed(next_number=number + 1)
    return [card.id]
