"""Two maps that grew out of one, put together again: what each changed, record by record and field by field.

MG1  What only one side changed, added or removed is taken.
MG2  Where both changed one field differently, ours stays in the map and the other value is told; theirs is taken
     where that is chosen, field by field.
MG3  What one side removed and the other changed stays, changed.
MG4  The result keeps every rule of a map; what had to be mended for that is told by the number of records.
MG5  ``merge(base, ours, base)`` is ours, ``merge(base, base, theirs)`` is theirs.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from model.document import Document
from model.invariants import repair, violations
from model.records import TABLES, BadRecord, Record, record_to_row, row_to_record
from model.values import dataclass

_COUNTED = frozenset({"next_number"})
"""Fields that count on: the higher one holds for both."""
_TOGETHER = {
    "items": ("place", "lane_id", "step_id", "order"),
    "steps": ("phase_id", "order"),
    "links": ("source_id", "target_id"),
    "actions": ("item_id", "order"),
    "emotions": ("touchpoint_id", "persona_id"),
}
"""Fields that say one thing together: half of a place is none."""
WHOLE = "*"
"""In the place of a field: all that is different in the record, whose fields do not go with those of the other."""
_ABSENT = object()
"""A field that is not written in a row."""


Choice = tuple[str, str, str]
"""What is chosen at once: table, id, and field, the first of those that say one thing together, or :data:`WHOLE`."""


@dataclass(frozen=True, slots=True)
class Clash:
    """What did not come into the merged map: of a ``field`` that both changed the value of ``theirs`` (MG2), and with
    ``field`` "" a whole record, as a row, that nothing could hold any more (a link whose note is gone).  ``together``
    names what it is chosen with, where that is more than itself."""

    table: str
    id: str
    field: str
    ours: Any
    theirs: Any
    together: str = ""

    @property
    def choice(self) -> Choice:
        """What ``merge`` is given to take theirs here."""
        return self.table, self.id, self.together or self.field


@dataclass(frozen=True, slots=True)
class Merged:
    """``document`` has the id and save count of ``theirs``; ``mended`` counts records that were changed to fit."""

    document: Document
    clashes: tuple[Clash, ...] = ()
    mended: int = 0


def merge(base: Document, ours: Document, theirs: Document, take: Container[Choice] = ()) -> Merged:
    """Both, put together; ``base`` is what both came from.  Of what both changed theirs is taken where ``take`` says
    so.  Clashes are told whoever won; where what was taken does not go with the rest, the record is a clash as a
    :data:`WHOLE`, and ours until that is taken."""
    clashes: list[Clash] = []
    tables: dict[str, dict[str, Record]] = {}
    for table in TABLES:
        before, mine, other = base.tables[table], ours.tables[table], theirs.tables[table]
        rows = dict(other)
        if mine is not before:
            for key in {**mine, **before}:
                record = _record(table, key, before.get(key), mine.get(key), other.get(key), clashes, take)
                if record is None:
                    rows.pop(key, None)
                else:
                    rows[key] = record
        tables[table] = rows
    made = Document(
        tables,
        document_id=theirs.document_id,
        revision=theirs.revision,
        extra={**ours.extra, **theirs.extra},
        quarantine=(*theirs.quarantine, *(row for row in ours.quarantine if row not in theirs.quarantine)),
    )
    mended = 0
    if violations(made):
        changes = repair(made)
        mended = len(changes.changes)
        for change in changes:
            if change.new is None and change.old is not None:
                clashes.append(Clash(change.table, change.id, "", None, record_to_row(change.old)))
        made = made.with_changes((change.table, change.id, change.new) for change in changes)
    clashes.sort(key=lambda clash: (list(TABLES).index(clash.table), clash.id, clash.field))
    return Merged(made, tuple(clashes), mended)


def _record(
    table: str,
    key: str,
    before: Record | None,
    mine: Record | None,
    other: Record | None,
    clashes: list[Clash],
    take: Container[Choice],
) -> Record | None:
    if mine == before:
        return other
    if other in (before, mine):
        return mine
    if mine is None or other is None:
        return other if mine is None else mine  # MG3
    old = record_to_row(before) if before is not None else {}
    left, right = record_to_row(mine), record_to_row(other)
    row: dict[str, Any] = {}
    found: list[Clash] = []
    together = _TOGETHER.get(table, ())
    for fields in (together, *((field,) for field in {**left, **right} if field not in together)):
        was, ours, theirs = (tuple(r.get(field, _ABSENT) for field in fields) for r in (old, left, right))
        values = theirs if ours == was else ours
        if fields[:1] and fields[0] in _COUNTED:
            values = max(value for value in (ours, theirs) if value != (_ABSENT,))
        elif ours != was and theirs not in (was, ours):
            if (table, key, fields[0]) in take:
                values = theirs
            group = fields[0] if len(fields) > 1 else ""
            found += [
                Clash(table, key, field, _shown(mine_value), _shown(other_value), group)
                for field, mine_value, other_value in zip(fields, ours, theirs, strict=True)
                if mine_value != other_value
            ]
        row |= {field: value for field, value in zip(fields, values, strict=True) if value is not _ABSENT}
    try:
        made = row_to_record(table, row)
    except BadRecord:
        # Values that each fit their own record, and not each other: all of one, and all of the other is told.
        different = [f for f in {**left, **right} if left.get(f, _ABSENT) != right.get(f, _ABSENT)]
        found = [Clash(table, key, f, left.get(f), right.get(f), WHOLE) for f in different]
        made = other if (table, key, WHOLE) in take else mine
    clashes += found
    return made


def _shown(value: Any) -> Any:
    return None if value is _ABSENT else value
