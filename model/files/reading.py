"""From the bytes of a map file to a sound Document and a report of what had to be put aside or mended.

Order: text, JSON (or the whole lines of a damaged file), version, migrations, records one by one, records between
each other, integrity.
"""

from __future__ import annotations

import hashlib
import os
import re
from typing import Any

from model.document import Document
from model.files.errors import ContentError, NotOurs, TooNew, shown_name
from model.files.lines import LineOf, Salvage, line_finder, salvage
from model.files.migrations import FORMAT_VERSION, MigrationError, migrate
from model.files.report import LoadReport
from model.files.strictjson import decode, parse_text
from model.i18n import QT_TRANSLATE_NOOP, number, translate
from model.invariants import HIGHEST_NUMBER, repair, violations
from model.records import TABLES, BadRecord, Item, MapInfo, Record, record_to_row, row_to_record

MAX_RECORDS = 100_000
"""More rows than this is no map of a workshop; reading them would take the machine."""

_HEADER = ("format", "format_version", "min_reader", "document_id", "revision", "saved_by")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")

_NOUNS = {
    "map": QT_TRANSLATE_NOOP("Files", "the map's data"),
    "phases": QT_TRANSLATE_NOOP("Files", "a phase"),
    "steps": QT_TRANSLATE_NOOP("Files", "a step"),
    "lanes": QT_TRANSLATE_NOOP("Files", "a lane"),
    "personas": QT_TRANSLATE_NOOP("Files", "a persona"),
    "channels": QT_TRANSLATE_NOOP("Files", "a channel"),
    "items": QT_TRANSLATE_NOOP("Files", "a note"),
    "links": QT_TRANSLATE_NOOP("Files", "a link"),
    "emotions": QT_TRANSLATE_NOOP("Files", "a feeling"),
    "actions": QT_TRANSLATE_NOOP("Files", "an action"),
    "filters": QT_TRANSLATE_NOOP("Files", "a saved filter"),
    "assets": QT_TRANSLATE_NOOP("Files", "a picture"),
}


def read_document(
    data: bytes, path: str | os.PathLike[str] = "", *, newer: bool = False
) -> tuple[Document, LoadReport]:
    """The map in ``data`` and how it was read.  Raises ContentError, NotOurs or TooNew.

    ``newer`` reads also what is for newer programs only, as far as it is understood: to be shown, never to be saved.
    """
    reader = _Reader(path, newer)
    try:
        text = decode(data, path)
        raw = parse_text(text, path)
        reader.line_of = line_finder(text)
        found = None
    except ContentError as error:
        found = salvage(data, tuple(TABLES))
        if found is None:
            raise
        # The lines that say what it is may be among the lost ones.
        raw = {"format": "journeywall", "format_version": FORMAT_VERSION} | found.data
        reader.line_of = found.line_of
        reader.note_damage(found, error)
        reader.newer = False  # what is damaged as well is understood too little
    raw = reader.migrated(reader.check_header(raw))
    document = reader.document(raw)
    if found is None:
        reader.check_integrity(data, raw)
    return document, reader.report


def _no_line(_table: str, _index: int) -> int | None:
    return None


class _Reader:
    def __init__(self, path: str | os.PathLike[str], newer: bool = False) -> None:
        self.path = path
        self.newer = newer
        self.needed = 0  # the version that the file asks for, where that is a newer one
        self.name = shown_name(path)
        self.report = LoadReport()
        self.quarantine: list[Any] = []
        self.line_of: LineOf = _no_line
        self.indexes: dict[tuple[str, str], int] = {}
        self.unnumbered: list[tuple[dict[str, Any], int | None]] = []

    # -- the whole file ----------------------------------------------------------------------------------------

    def note_damage(self, found: Salvage, error: ContentError) -> None:
        self.report.damaged = self.report.mended = True
        self.report.add("error", "damaged", str(error), line=error.line)
        for table, line, raw in found.broken:
            text = translate("Files", "This line could not be read and was put aside.")
            self.report.add("error", "unreadable_line", text, table, "", line)
            self.quarantine.append({"problem": "unreadable_line", "table": table, "raw": raw})
        if not found.whole:
            text = translate("Files", "The end of the file is missing; what stood there is lost.")
            self.report.add("error", "cut_off", text)

    def check_header(self, raw: Any) -> dict[str, Any]:
        if not isinstance(raw, dict) or raw.get("format") != "journeywall":
            text = translate("Files", "“{name}” is not a Journeywall map; choose a .journey file.")
            raise NotOurs(self.path, text.format(name=self.name))
        version = self.version(raw.get("format_version"))
        needed = self.version(raw.get("min_reader", 1))
        if needed > FORMAT_VERSION:
            if not self.newer:
                raise self.too_new(needed)
            self.needed = needed
            text = translate(
                "Files",
                "The map needs a newer Journeywall (file version {version}) and is shown as far as it is understood; "
                "update to change it.",
            )
            self.report.add("error", "too_new", text.format(version=number(needed)))
        self.report.format_version = version
        if version > FORMAT_VERSION:
            text = translate("Files", "The map was made with a newer Journeywall; what is unknown here is kept.")
            self.report.add("notice", "newer", text)
        if isinstance(raw.get("saved_by"), dict):
            self.report.saved_by = raw["saved_by"]
        return raw

    def too_new(self, needed: int) -> TooNew:
        text = translate("Files", "“{name}” needs a newer Journeywall (file version {version}); update to open it.")
        return TooNew(self.path, text.format(name=self.name, version=number(needed)), needed)

    def version(self, value: Any) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and value >= 1:
            return value
        text = translate("Files", "“{name}” does not say which version it is; open a copy of it.")
        raise ContentError(self.path, text.format(name=self.name))

    def migrated(self, raw: dict[str, Any]) -> dict[str, Any]:
        try:
            data, taken = migrate(raw, self.report.format_version)
        except MigrationError as error:
            text = translate("Files", "“{name}” is of an older version and could not be converted; open a copy of it.")
            raise ContentError(self.path, text.format(name=self.name)) from error
        for migration in taken:
            self.report.migrated.append(migration.name)
            for note in migration.notes:
                self.report.add("notice", "migrated", translate("Migrations", note))
        if taken:
            self.line_of = _no_line  # a step may have moved rows
        return data

    def check_integrity(self, data: bytes, raw: dict[str, Any]) -> None:
        """Compare the hash of the lines between ``saved_by`` and ``integrity``; a file without one is fine."""
        written = raw.get("integrity")
        if written is None:
            return
        lines = data.replace(b"\r\n", b"\n")
        start = lines.find(b'\n"saved_by":')
        start = lines.find(b"\n", start + 1) + 1
        end = lines.rfind(b'\n"integrity":') + 1
        if not 0 < start < end or written != f"sha256:{hashlib.sha256(lines[start:end]).hexdigest()}":
            text = translate("Files", "The file was changed outside Journeywall, or it is damaged; look it through.")
            self.report.add("notice", "integrity", text)

    # -- records -----------------------------------------------------------------------------------------------

    def document(self, raw: dict[str, Any]) -> Document:
        rows = {table: self.rows_of(table, raw) for table in TABLES}
        if sum(len(found) for found in rows.values()) > MAX_RECORDS:
            text = translate("Files", "“{name}” holds more than {count} records; it is no map to work with.")
            raise ContentError(self.path, text.format(name=self.name, count=number(MAX_RECORDS)))
        tables: dict[str, dict[str, Record]] = {table: {} for table in TABLES}
        for table, found in rows.items():
            for index, row in enumerate(found):
                self.take(tables[table], table, row, index)
        self.number_cards(tables["items"])
        earlier = raw.get("quarantine")
        if isinstance(earlier, list) and earlier:
            text = translate("Files", "%n thing(s) that could not be read stay put aside in the file.", n=len(earlier))
            self.report.add("notice", "put_aside_before", text)
            self.quarantine[:0] = earlier
        document = Document(
            tables,
            document_id=self.document_id(raw.get("document_id")),
            revision=self.revision(raw.get("revision")),
            extra=self.unknown(raw),
        )
        if self.needed and not (document.phase_table or document.item_table):
            raise self.too_new(self.needed)  # nothing of it is understood
        document = self.mended(document)
        return Document(
            document.tables,
            document_id=document.document_id,
            revision=document.revision,
            extra=document.extra,
            quarantine=tuple(self.quarantine),
        )

    def rows_of(self, table: str, raw: dict[str, Any]) -> list[Any]:
        value = raw.get(table, [])
        if table == "map" and isinstance(value, dict):
            return [{"id": "map", **value}]
        if table == "assets" and isinstance(value, dict):
            return [
                {"id": key, **row} if isinstance(row, dict) else {"id": key, "row": row} for key, row in value.items()
            ]
        if isinstance(value, list):
            return value
        self.put_aside("not_a_list", table, value, "", None)
        return []

    def take(self, records: dict[str, Record], table: str, row: Any, index: int) -> None:
        try:
            record = row_to_record(table, row)
        except (BadRecord, TypeError, ValueError) as error:
            mended = self.without_bad_values(table, row, error, self.line_of(table, index))
            if mended is None:
                return
            record = mended
        if isinstance(record, MapInfo) and record.next_number > HIGHEST_NUMBER:
            record = record.changed(next_number=1)  # the mending below sets it above every card
        if isinstance(record, Item) and record.number > HIGHEST_NUMBER:
            # What the record holds, not the row: other values of it may have been put aside just now.
            self.unnumbered.append(({**record_to_row(record), "number": None}, self.line_of(table, index)))
            return
        if record.id in records or (table == "map" and record.id != "map"):
            self.put_aside("double", table, row, record.id, self.line_of(table, index))
            return
        records[record.id] = record
        self.indexes[table, record.id] = index

    def without_bad_values(self, table: str, row: Any, error: Exception, line: int | None) -> Record | None:
        """The record without the values that are wrong; None when it cannot be one, or waits for a number."""
        if not isinstance(row, dict) or not isinstance(error, BadRecord):
            self.put_aside("not_a_record", table, row, "", line)
            return None
        bad = error.fields
        kept = {key: value for key, value in row.items() if key not in bad}
        record_id = row["id"] if isinstance(row.get("id"), str) else ""
        record = None
        try:
            record = row_to_record(table, kept)
        except BadRecord as again:
            if table != "items" or again.fields != {"number"}:
                self.put_aside("bad_value", table, row, record_id, line, ", ".join(sorted(bad)))
                return None
            self.unnumbered.append((kept, line))
        values = {key: row[key] for key in sorted(bad) if key in row}
        if values:
            text = translate("Files", "In {what} an unusable value was put aside: {field}.")
            filled = text.format(what=translate("Files", _NOUNS[table]), field=", ".join(values))
            self.report.add("error", "bad_value", filled, table, record_id, line)
            self.quarantine.append({"problem": "bad_value", "table": table, "id": record_id, "fields": values})
            self.report.mended = True
        return record

    def number_cards(self, items: dict[str, Record]) -> None:
        """Cards without a usable number get the next free ones."""
        free = max((item.number for item in items.values() if isinstance(item, Item)), default=0) + 1
        for row, line in self.unnumbered:
            record = row_to_record("items", {**row, "number": free})
            if record.id in items:
                self.put_aside("double", "items", row, record.id, line)
                continue
            items[record.id] = record
            text = translate("Files", "The note had no number and became {number}.")
            self.report.add("warning", "renumbered", text.format(number=f"N{free}"), "items", record.id, line)
            self.report.mended = True
            free += 1

    def put_aside(self, problem: str, table: str, row: Any, record_id: str, line: int | None, field: str = "") -> None:
        noun = translate("Files", _NOUNS[table])
        if problem == "double":
            text = translate("Files", "The file holds {what} twice; the second one was put aside.")
        elif problem == "dangling":
            text = translate("Files", "The file holds {what} that leads nowhere; it was put aside.")
        elif field:
            text = translate("Files", "The file holds {what} that cannot be read ({field}); it was put aside.")
        else:
            text = translate("Files", "The file holds {what} that cannot be read; it was put aside.")
        self.report.add("error", problem, text.format(what=noun, field=field), table, record_id, line)
        self.quarantine.append({"problem": problem, "table": table, "row": row})
        self.report.mended = True

    # -- header values -----------------------------------------------------------------------------------------

    def document_id(self, value: Any) -> str | None:
        """The document's id.  It names folders of the program's own: anything but a UUID is turned into one."""
        if isinstance(value, str) and _UUID.fullmatch(value):
            return value
        text = translate("Files", "The map had no usable id and got one.")
        self.report.add("notice", "document_id", text)
        if not isinstance(value, str) or not value:
            return None
        import uuid

        return str(uuid.uuid5(uuid.NAMESPACE_OID, value))

    def revision(self, value: Any) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        return 0

    def unknown(self, raw: dict[str, Any]) -> dict[str, Any]:
        """Header fields and tables that this version does not know; a newer file stays a newer file."""
        known = {*_HEADER, *TABLES, "quarantine", "integrity"}
        extra = {key: value for key, value in raw.items() if key not in known}
        if self.report.format_version > FORMAT_VERSION:
            extra["format_version"] = self.report.format_version
            extra["min_reader"] = raw.get("min_reader", 1)
        return extra

    # -- between records ---------------------------------------------------------------------------------------

    def mended(self, document: Document) -> Document:
        if not violations(document):
            return document
        for change in repair(document):
            line = self.line(change.table, change.id)
            if change.new is None and change.old is not None:
                self.put_aside("dangling", change.table, record_to_row(change.old), change.id, line)
            else:
                self.note_change(change.table, change.id, change.old, change.new, line)
            document = document.with_changes([(change.table, change.id, change.new)])
        left = violations(document)
        if left:
            text = translate("Files", "“{name}” is damaged and could not be mended; open a copy of it.")
            raise ContentError(self.path, text.format(name=self.name))
        return document

    def line(self, table: str, record_id: str) -> int | None:
        index = self.indexes.get((table, record_id))
        return None if index is None else self.line_of(table, index)

    def note_change(self, table: str, record_id: str, old: Record | None, new: Record | None, line: int | None) -> None:
        if old is None:
            text = translate("Files", "Something that every map has was missing and was added.")
            self.report.add("notice", "added", text, table, record_id)
        elif isinstance(old, Item) and isinstance(new, Item):
            self.report.mended = True
            if new.place != old.place:
                text = translate("Files", "Note {number} stood nowhere and lies in the inbox now.")
                self.report.add("warning", "to_inbox", text.format(number=f"N{new.number}"), table, record_id, line)
            if new.number != old.number:
                text = translate("Files", "Two notes were {old}; this one became {new}.")
                filled = text.format(old=f"N{old.number}", new=f"N{new.number}")
                self.report.add("warning", "renumbered", filled, table, record_id, line)
            elif new.place == old.place:
                text = translate("Files", "Note {number} was mended: its place, channels or pictures did not exist.")
                self.report.add("warning", "mended", text.format(number=f"N{new.number}"), table, record_id, line)
        elif isinstance(old, MapInfo) and isinstance(new, MapInfo):
            if new.logo != old.logo:  # the next number is nobody's business
                text = translate("Files", "The logo of the map is not in the file; choose it again.")
                self.report.add("warning", "mended", text, table, record_id, line)
        else:
            text = translate("Files", "The file holds {what} that was mended.")
            noun = translate("Files", _NOUNS[table])
            self.report.add("warning", "mended", text.format(what=noun), table, record_id, line)
