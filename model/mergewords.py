"""What is to be chosen when two maps are merged, in words: each field that both changed, with both its values."""

from __future__ import annotations

from collections.abc import Sequence

from model.difference import Entry, position_of
from model.differencewords import entry_title, field_title, place_title, place_words, position_title, value_words
from model.document import Document
from model.files.native import ordered_records
from model.merge import WHOLE, Choice, Clash, Merged
from model.records import TABLES

_PLACED = ("items", "steps", "actions")
"""Tables whose fields that belong together say where a record stands."""


def choices(merged: Merged, ours: Document, theirs: Document) -> dict[Choice, Entry]:
    """What both changed, in the order of the map, as differences from ``ours`` to ``theirs``: (field's title, our
    text, their text).  A record that has no place in the map any more is nothing to choose."""
    groups: dict[Choice, list[Clash]] = {}
    for clash in merged.clashes:
        if clash.field:
            groups.setdefault(clash.choice, []).append(clash)
    places = {
        (table, record.id): place
        for table in dict.fromkeys(table for table, _, _ in groups)
        for place, record in enumerate(ordered_records(ours, table))
    }
    tables = list(TABLES)
    ordered = sorted(groups.items(), key=lambda group: (tables.index(group[0][0]), places[group[0][:2]]))
    return {choice: _entry(choice, clashes, ours, theirs) for choice, clashes in ordered}


def _entry(choice: Choice, clashes: Sequence[Clash], ours: Document, theirs: Document) -> Entry:
    table, record_id, _ = choice
    mine, other = ours.tables[table][record_id], theirs.tables[table][record_id]
    title = entry_title(mine, ours)
    if clashes[0].together and table in _PLACED and clashes[0].together != WHOLE:
        told: tuple[tuple[str, str, str], ...] = (
            (place_title(table), place_words(mine, ours), place_words(other, theirs)),
        )
        if told[0][1] == told[0][2]:
            told = ((position_title(), position_of(mine, table, ours), position_of(other, table, theirs)),)
    else:
        told = tuple(
            (field_title(table, clash.field), *value_words(table, clash.field, clash.ours, clash.theirs, ours, theirs))
            for clash in clashes
        )
    return Entry("changed", table, record_id, title, told)
