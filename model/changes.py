"""A ChangeSet: what one edit did, record by record, with the old and the new value.

Everything that must know of edits is made of these: undo, redo, the journal, the difference of two maps.
Rules, named in tests:

CH1  ``apply(invert(c), apply(c, d))`` has the content of ``d``.
CH2  applying a change whose ``old`` is not what the document holds raises :class:`StaleChange`; nothing happens.
CH3  ``squash([a, b])`` does in one what ``a`` and then ``b`` do; a record that ends as it began is not in it.
CH4  ``diff(a, b)`` applied to ``a`` has the content of ``b``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from model.document import Document, table_of
from model.i18n import translate
from model.records import TABLES, Record, record_to_row, row_to_record
from model.values import dataclass


class StaleChange(ValueError):
    """A change does not fit the document that it is applied to."""


@dataclass(frozen=True, slots=True)
class Change:
    """One record of ``table`` goes from ``old`` to ``new``; None is "not there"."""

    table: str
    id: str
    old: Record | None
    new: Record | None

    def inverted(self) -> Change:
        """The way back."""
        return Change(self.table, self.id, self.new, self.old)


@dataclass(frozen=True, slots=True)
class Label:
    """What an edit is called ("Move 3 cards"), kept untranslated so that it can be shown in any language.

    ``source`` is a text of the context "Undo", marked with QT_TRANSLATE_NOOP; ``n`` fills its %n.
    """

    source: str
    n: int | None = None

    @property
    def text(self) -> str:
        """The name in the current language."""
        return translate("Undo", self.source, n=self.n)


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Changes that happen together, at most one for each record; ``label`` says what was done."""

    changes: tuple[Change, ...] = ()
    label: Label | None = None

    def __bool__(self) -> bool:
        return bool(self.changes)

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    @property
    def tables(self) -> frozenset[str]:
        """The names of the tables that change."""
        return frozenset(change.table for change in self.changes)

    def ids(self, table: str) -> tuple[str, ...]:
        """The ids of the records of ``table`` that change."""
        return tuple(change.id for change in self.changes if change.table == table)

    def added(self, table: str) -> tuple[str, ...]:
        """The ids of the records that are new in ``table``."""
        return tuple(change.id for change in self.changes if change.table == table and change.old is None)


def apply(changes: ChangeSet, document: Document) -> Document:
    """The document after ``changes``.  Raises StaleChange where a record is not what the change expects (CH2)."""
    for change in changes:
        if document.tables[change.table].get(change.id) != change.old:
            raise StaleChange(f"{change.table}/{change.id} is not what the change expects")
    return document.with_changes((change.table, change.id, change.new) for change in changes)


def invert(changes: ChangeSet) -> ChangeSet:
    """The change set that undoes ``changes`` (CH1)."""
    return ChangeSet(tuple(change.inverted() for change in reversed(changes.changes)), changes.label)


def squash(sets: Iterable[ChangeSet]) -> ChangeSet:
    """One change set for several that follow each other (CH3)."""
    first: dict[tuple[str, str], Record | None] = {}
    label: Label | None = None
    last: dict[tuple[str, str], Record | None] = {}
    for changes in sets:
        label = label or changes.label
        for change in changes:
            key = (change.table, change.id)
            first.setdefault(key, change.old)
            last[key] = change.new
    return ChangeSet(tuple(Change(*key, first[key], last[key]) for key in last if first[key] != last[key]), label)


def diff(before: Document, after: Document) -> ChangeSet:
    """What changed between two documents (CH4); shared tables and records cost nothing."""
    changes = []
    for table in TABLES:
        old, new = before.tables[table], after.tables[table]
        if old is new:
            continue
        changes += [Change(table, key, old[key], None) for key in old if key not in new]
        for key, record in new.items():
            was = old.get(key)
            if was is not record and was != record:
                changes.append(Change(table, key, was, record))
    return ChangeSet(tuple(changes))


class Edit:
    """Collects the changes of one command on a document; ``result`` is the squashed, checked ChangeSet.

    ``document`` always shows the state so far, so that a command may be written as a row of small steps.
    """

    def __init__(self, document: Document) -> None:
        self.before = document
        self.document = document

    def put(self, *records: Record) -> None:
        """Add records, or replace those with the same id."""
        self.document = self.document.with_changes((table_of(r), r.id, r) for r in records)

    def remove(self, *records: Record) -> None:
        """Take records away."""
        self.document = self.document.with_changes((table_of(r), r.id, None) for r in records)

    def take(self, changes: ChangeSet) -> None:
        """Add what another command did to :attr:`document`."""
        self.document = self.document.with_changes((change.table, change.id, change.new) for change in changes)

    def result(self, source: str | None = None, n: int | None = None) -> ChangeSet:
        """Everything that changed since the beginning, named by ``source`` (a text of the context "Undo")."""
        changes = diff(self.before, self.document)
        return ChangeSet(changes.changes, None if source is None else Label(source, n))


def changes_to_rows(changes: ChangeSet) -> list[dict[str, Any]]:
    """Plain JSON rows of a change set, self-contained, for the journal."""
    return [
        {
            "table": change.table,
            "id": change.id,
            "old": None if change.old is None else record_to_row(change.old),
            "new": None if change.new is None else record_to_row(change.new),
        }
        for change in changes
    ]


def rows_to_changes(rows: Iterable[Mapping[str, Any]]) -> ChangeSet:
    """The change set of :func:`changes_to_rows`.  Raises KeyError, TypeError or BadRecord."""
    return ChangeSet(
        tuple(
            Change(
                row["table"],
                row["id"],
                None if row["old"] is None else row_to_record(row["table"], row["old"]),
                None if row["new"] is None else row_to_record(row["table"], row["new"]),
            )
            for row in rows
        )
    )
