"""What is different between two maps, told in the user's language: for versions, and for files changed underneath.

DF1  Records are matched by their ids; a link or a feeling that was made anew between the same ends is the same one.
DF2  An order key is no difference; that something stands elsewhere among those that stayed is, for as few as possible.
DF3  Document ids, save counts and the number of the next note are no difference.
DF4  A step without a name is no entry of its own when its phase came or went with it.
DF5  ``compare(a, b)`` and ``compare(b, a)`` tell the same, the other way round.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Literal

from model.differencewords import (
    entry_title,
    field_title,
    header_title,
    header_words,
    nothing_changed,
    place_title,
    place_words,
    position_title,
    position_words,
    sentence_of,
    told_fields,
    value_words,
)
from model.document import Document
from model.files.native import ordered_records
from model.records import TABLES, Emotion, Link, Record, Step, record_fields
from model.values import dataclass

EntryKind = Literal["added", "removed", "changed", "moved"]

HEADER = "header"
"""The "table" of header fields of a newer version, and of what a file put aside."""

_UNSEEN = frozenset({"id", "order", "next_number"})
"""Fields that are no difference by themselves (DF2, DF3)."""

_WHERE: dict[str, tuple[str, ...]] = {
    "steps": ("phase_id",),
    "items": ("place", "lane_id", "step_id"),
    "actions": ("item_id",),
}
"""Table -> the fields that say where a record stands; with others there it stands in an order."""
_ROWS = _WHERE | {"links": ("source_id", "kind")}
"""Table -> what records have in common that stand in one order; the other tables are one row each."""

_ORDERED = frozenset({"phases", "steps", "lanes", "personas", "channels", "items", "links", "actions", "filters"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is different.

    ``kind``: "moved" stands elsewhere and is the same otherwise; "changed" may have moved as well.  ``table`` is a
    table of the document or :data:`HEADER`; ``id`` the record's id, in the newer map where both have it.  ``title`` is
    what people call it ("N28 Waits at the counter").  ``fields`` are (field's title, old text, new text), all in the
    language spoken when it was compared; for what was added or removed, what it says.
    """

    kind: EntryKind
    table: str
    id: str
    title: str
    fields: tuple[tuple[str, str, str], ...] = ()
    renamed: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """All that is different, in map order, table by table; false when nothing is."""

    entries: tuple[Entry, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def ids(self, table: str, *kinds: EntryKind) -> frozenset[str]:
        """The ids of the records of ``table`` that are different, of some kinds or of all."""
        return frozenset(e.id for e in self.entries if e.table == table and (not kinds or e.kind in kinds))

    def sentence(self) -> str:
        """In short: "3 notes added, 1 changed, 1 phase renamed"; that nothing changed where nothing did."""
        counts: dict[tuple[str, str], int] = {}
        for entry in self.entries:
            key = entry.table, "renamed" if entry.renamed else entry.kind
            counts[key] = counts.get(key, 0) + 1
        return sentence_of(counts) if counts else nothing_changed()


def compare(old: Document, new: Document) -> Difference:
    """What became different from ``old`` to ``new``, in the language spoken now."""
    entries = _header_entries(old, new)
    for table in TABLES:
        if old.tables[table] is not new.tables[table]:
            entries += _table_entries(table, old, new)
    return Difference(tuple(entries))


# -- one table ------------------------------------------------------------------------------------------------------


def _header_entries(old: Document, new: Document) -> list[Entry]:
    """What newer versions and unreadable rows left in the files."""
    found = []
    for name, before, after in (
        ("extra", dict(old.extra), dict(new.extra)),
        ("quarantine", list(old.quarantine), list(new.quarantine)),
    ):
        if before != after:
            told = ((header_title(name), header_words(before), header_words(after)),)
            found.append(Entry("changed", HEADER, name, header_title(name), told))
    return found


def _table_entries(table: str, old: Document, new: Document) -> list[Entry]:
    before, after = old.tables[table], new.tables[table]
    pairs = _matched(before, after)
    found: dict[str, Entry] = {}
    moves = _moves(table, old, new, pairs)
    for old_id, new_id in pairs.items():
        entry = _pair_entry(table, before[old_id], after[new_id], old, new, moves.get(new_id))
        if entry is not None:
            found[new_id] = entry
    came = set(after) - set(pairs.values())
    for record_id in came:
        if not _follows_phase(after[record_id], new, old):
            found[record_id] = _whole_entry("added", table, after[record_id], new)
    gone: dict[str, Entry] = {}
    for record_id, record in before.items():
        if record_id not in pairs and not _follows_phase(record, old, new):
            gone[record_id] = _whole_entry("removed", table, record, old)
    return _in_order(table, old, new, pairs, found, gone) if found or gone else []


def _matched(before: Mapping[str, Record], after: Mapping[str, Record]) -> dict[str, str]:
    """Old id -> new id of the records that both maps have (DF1)."""
    pairs = {record_id: record_id for record_id in before if record_id in after}
    if len(pairs) < min(len(before), len(after)):
        made_anew = {_ends(record): key for key, record in after.items() if key not in pairs}
        made_anew.pop(None, None)
        for record_id, record in before.items():
            if record_id not in pairs and _ends(record) in made_anew:
                pairs[record_id] = made_anew.pop(_ends(record))
    return pairs


def _ends(record: Record) -> Hashable:
    """What makes a link or a feeling the one that it is; None for other records."""
    if isinstance(record, Link):
        return record.kind, record.source_id, record.target_id
    if isinstance(record, Emotion):
        return record.touchpoint_id, record.persona_id
    return None


def _follows_phase(record: Record, here: Document, there: Document) -> bool:
    """Whether a step says nothing that its phase, which only ``here`` has, does not say (DF4)."""
    return (
        isinstance(record, Step)
        and not record.name
        and record.phase_id in here.phase_table
        and record.phase_id not in there.phase_table
    )


def _whole_entry(kind: EntryKind, table: str, record: Record, document: Document) -> Entry:
    """Something that one of the maps has not: with all that it says."""
    added = kind == "added"
    told = [
        (title, "" if added else words, words if added else "")
        for title, words in told_fields(table, record, document, _UNSEEN)
    ]
    return Entry(kind, table, record.id, entry_title(record, document), tuple(told))


def _pair_entry(
    table: str, before: Record, after: Record, old: Document, new: Document, move: tuple[int, int] | None
) -> Entry | None:
    """What is different in a record that both have; None when nothing is.  ``move``: its positions, where it moved."""
    if before is after and move is None:
        return None
    where = _WHERE.get(table, ())
    was, now = record_fields(before), record_fields(after)
    names = [n for n in (*was, *(n for n in now if n not in was)) if n not in _UNSEEN and was.get(n) != now.get(n)]
    told = [
        (value_title, *value_words(table, name, was.get(name), now.get(name), old, new))
        for name in names
        if name not in where
        for value_title in (field_title(table, name),)
    ]
    elsewhere = any(name in where for name in names)
    if not told and not elsewhere and move is None:
        return None
    renamed = names == ["title" if table == "map" else "name"] and move is None
    if elsewhere:
        told.append((place_title(table), place_words(before, old), place_words(after, new)))
    elif move is not None:
        told.append((position_title(), position_words(move[0]), position_words(move[1])))
    kind: EntryKind = "changed" if any(name not in where for name in names) else "moved"
    return Entry(kind, table, after.id, entry_title(after, new), tuple(told), renamed)


def _in_order(
    table: str, old: Document, new: Document, pairs: Mapping[str, str], found: dict[str, Entry], gone: dict[str, Entry]
) -> list[Entry]:
    """The entries as the newer map goes; what went stands behind what it stood behind."""
    follow: dict[str, list[str]] = {}
    last = ""
    for record in ordered_records(old, table) if gone else ():
        if record.id in pairs:
            last = pairs[record.id]
        elif record.id in gone:
            follow.setdefault(last, []).append(record.id)
    entries = [gone[record_id] for record_id in follow.get("", ())]
    for record in ordered_records(new, table):
        if record.id in found:
            entries.append(found[record.id])
        entries += [gone[record_id] for record_id in follow.get(record.id, ())]
    return entries


# -- order ----------------------------------------------------------------------------------------------------------


def _moves(table: str, old: Document, new: Document, pairs: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    """New id -> positions from 1, in its row before and after, of what changed places with others (DF2)."""
    if table not in _ORDERED:
        return {}
    before, after = old.tables[table], new.tables[table]
    if all(before[a].__dict__["order"] == after[b].__dict__["order"] for a, b in pairs.items()):
        return {}
    rows_before = _rows(table, before.values())
    moves: dict[str, tuple[int, int]] = {}
    for where, row in _rows(table, after.values()).items():
        was = {pairs[key]: i for i, key in enumerate(rows_before.get(where, ())) if key in pairs}
        both = [key for key in row if key in was]
        still = _longest_in_order(both, was)
        if len(still) < len(both):
            now = {key: i for i, key in enumerate(row)}
            moves |= {key: (was[key] + 1, now[key] + 1) for key in both if key not in still}
    return moves


def _rows(table: str, records: Iterable[Record]) -> dict[tuple[object, ...], list[str]]:
    """Where -> the ids that stand there, in order."""
    names = _ROWS.get(table, ())
    rows: dict[tuple[object, ...], list[tuple[str, str]]] = {}
    for record in records:
        values = record.__dict__
        rows.setdefault(tuple(values[name] for name in names), []).append((values["order"], record.id))
    return {where: [record_id for _, record_id in sorted(row)] for where, row in rows.items()}


def position_of(record: Record, table: str, document: Document) -> str:
    """The how-manieth ``record`` is where it stands in ``document``, from 1."""
    where = tuple(getattr(record, name) for name in _ROWS.get(table, ()))
    return position_words(_rows(table, document.tables[table].values())[where].index(record.id) + 1)


def _longest_in_order(row: list[str], was: Mapping[str, int]) -> set[str]:
    """The most of ``row`` that stand in the order of ``was``; of equally good answers always the same, both ways."""
    places = [was[key] for key in row]
    if all(a < b for a, b in pairwise(places)):
        return set(row)
    # How long the longest chain is that begins at each, from the right.
    tails: list[int] = []
    length = [0] * len(row)
    for i in range(len(row) - 1, -1, -1):
        at = bisect_left(tails, -places[i])
        tails[at : at + 1] = [-places[i]]
        length[i] = at + 1
    levels: dict[int, list[int]] = {}
    for i, size in enumerate(length):
        levels.setdefault(size, []).append(i)
    chosen: set[str] = set()
    last, lowest = -1, -1
    for size in range(len(tails), 0, -1):
        fitting = [i for i in levels[size] if i > last and places[i] > lowest]
        last = min(fitting, key=lambda i: row[i])
        lowest = places[last]
        chosen.add(row[last])
    return chosen
