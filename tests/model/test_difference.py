"""What is different between two maps: nothing that a person sees is left out, nothing else is told (DF1 to DF5)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from every_field_map import every_field_map
from model.changes import Edit, diff
from model.commands import cards, grid
from model.commands.places import Cell, Listing
from model.difference import HEADER, Difference, Entry, compare
from model.document import Document
from model.fields import ITEM_FIELDS
from model.files import native
from model.i18n import speaking
from model.ids import new_id
from model.newmap import new_map
from model.order import spread
from model.records import (
    TABLES,
    Asset,
    Channel,
    Emotion,
    Item,
    Lane,
    Link,
    Persona,
    Phase,
    SavedFilter,
    Step,
    record_fields,
)

MIRROR = {"added": "removed", "removed": "added", "changed": "changed", "moved": "moved"}
UNSEEN = {"id", "order", "next_number"}


@pytest.fixture(scope="module")
def full() -> Document:
    return every_field_map()


def _with_order(document: Document, table: str, ids: list[str]) -> Document:
    keys = spread(len(ids), "1", "2")
    rows = document.tables[table]
    return document.with_changes(
        (table, key, rows[key].changed(order=order)) for key, order in zip(ids, keys, strict=True)
    )


def _entry(difference: Difference, record_id: str) -> Entry:
    return next(entry for entry in difference if entry.id == record_id)


# -- nothing ----------------------------------------------------------------------------------------------------------


def test_a_map_does_not_differ_from_itself(full: Document) -> None:
    assert not compare(full, full)
    assert compare(full, full).sentence() == "Nothing changed"


def test_what_no_person_sees_is_no_difference(full: Document) -> None:
    """DF3: the id of the document, the count of saves, the number of the next note; DF2: other keys, same order."""
    again = native.loads(native.dumps(full))[0]
    other = Document(again.tables, revision=full.revision + 9)
    info = other.info.changed(next_number=other.info.next_number + 40)
    other = other.with_changes([("map", "map", info)])
    for table in ("phases", "lanes", "personas", "channels"):
        other = _with_order(other, table, [record.id for record in getattr(other, table)])
    for cell in other.cells.values():
        other = _with_order(other, "items", [item.id for item in cell])
    assert any(diff(full, other))
    assert not compare(full, other)


def test_a_feeling_made_anew_is_the_same_feeling(full: Document) -> None:
    """DF1."""
    old = next(iter(full.emotion_table.values()))
    anew = full.with_changes([("emotions", old.id, None), ("emotions", "emotion-anew", old.changed(id="emotion-anew"))])
    assert not compare(full, anew)
    better = anew.with_changes([("emotions", "emotion-anew", old.changed(id="emotion-anew", score=2))])
    (entry,) = compare(full, better)
    assert (entry.kind, entry.table, entry.id) == ("changed", "emotions", "emotion-anew")
    assert entry.fields == (("Feeling", "−1", "+2"),)


# -- what is told -----------------------------------------------------------------------------------------------------


def test_a_note_is_told_by_number_and_text(full: Document) -> None:
    item = full.touchpoints[0]
    after = full.with_changes([("items", item.id, item.changed(text="Loopt erheen", severity=None, duration=20))])
    (entry,) = compare(full, after)
    assert entry.title == f"N{item.number} Loopt erheen"
    assert entry.fields == (("Text", item.text, "Loopt erheen"), ("Duration", "2 h 30 min", "20 min"))
    with speaking("nl"):
        (entry,) = compare(full, after)
    assert [field[0] for field in entry.fields] == ["Tekst", "Duur"]


def test_one_card_that_went_up_is_one_move(full: Document) -> None:
    """DF2: of five phases, the one that was carried to the front moved, not the four that it passed."""
    ids = [phase.id for phase in full.phases]
    after = _with_order(full, "phases", [ids[-1], *ids[:-1]])
    difference = compare(full, after)
    assert [(e.kind, e.table, e.id) for e in difference] == [("moved", "phases", ids[-1])]
    assert difference.entries[0].fields == (("Position", str(len(ids)), "1"),)
    assert difference.sentence() == "1 phase moved"


def test_a_note_in_another_cell_is_moved_and_says_whence(full: Document) -> None:
    item = full.touchpoints[0]
    after = full.with_changes(
        [("items", item.id, item.changed(place="parking", lane_id=None, step_id=None, order="V"))]
    )
    (entry,) = compare(full, after)
    assert entry.kind == "moved"
    assert entry.fields[0][0] == "Place" and entry.fields[0][2] == "Parking lot"
    assert full.phases[0].name in entry.fields[0][1]


def test_a_phase_brings_its_step_unless_that_has_a_name() -> None:
    """DF4."""
    document = new_map(phases=("Before", "While"))
    edit = Edit(document)
    edit.put(Phase(id="phase-new", name="After", order="zz"), Step(id="step-new", phase_id="phase-new"))
    assert [e.id for e in compare(document, edit.document)] == ["phase-new"]
    edit.put(Step(id="step-new", phase_id="phase-new", name="Pays"))
    assert [e.id for e in compare(document, edit.document)] == ["phase-new", "step-new"]


def test_the_sentence_counts_and_names_each_thing_once(full: Document) -> None:
    edit = Edit(full)
    number = full.info.next_number
    for i in range(3):
        edit.put(Item(id=f"item-new{i}", kind="note", number=number + i, text="x"))
    edit.put(full.touchpoints[0].changed(text="Anders"), full.phases[0].changed(name="Kijken"))
    edit.put(full.lanes[0].changed(prompt="?"))
    difference = compare(full, edit.document)
    assert difference.sentence() == "3 notes added, 1 changed, 1 phase renamed, 1 lane changed"
    assert compare(edit.document, full).sentence() == "3 notes removed, 1 changed, 1 phase renamed, 1 lane changed"
    with speaking("nl"):
        said = compare(full, edit.document).sentence()
    assert said == "3 kaartjes toegevoegd, 1 gewijzigd, 1 fase hernoemd, 1 baan gewijzigd"


def test_a_new_title_comes_first(full: Document) -> None:
    after = full.with_changes([("map", "map", full.info.changed(title="Sportschoenen ruilen"))])
    assert compare(full, after).sentence() == "Title changed"
    after = after.with_changes([("phases", full.phases[1].id, full.phases[1].changed(name="Ruilen"))])
    assert compare(full, after).sentence() == "Title changed, 1 phase renamed"


def test_what_went_stands_where_it_stood(full: Document) -> None:
    """Entries come in map order; a phase that is gone comes between those that it stood between."""
    second, third = full.phases[1], full.phases[2]
    after = full.with_changes([("phases", second.id, None), ("phases", third.id, third.changed(name="Meenemen"))])
    after = after.with_changes([("phases", full.phases[0].id, full.phases[0].changed(name="Kijken"))])
    told = [entry.id for entry in compare(full, after) if entry.table == "phases"]
    assert told == [full.phases[0].id, second.id, third.id]


def test_what_newer_versions_left_is_told(full: Document) -> None:
    after = Document(full.tables, document_id=full.document_id, extra={"rooms": [1, 2]}, quarantine=({"row": 1},))
    difference = compare(full, after)
    assert [(e.table, e.id) for e in difference] == [(HEADER, "extra"), (HEADER, "quarantine")]
    assert difference.sentence() == "Data that this version does not show changed"


def test_fields_and_kinds_of_a_newer_version_go_by_their_names(full: Document) -> None:
    item = full.touchpoints[0]
    after = full.with_changes([("items", item.id, item.changed(kind="of_later", weight=3))])
    (entry,) = compare(full, after)
    assert ("Kind", "Touchpoint", "of_later") in entry.fields
    assert ("weight", "", "3") in entry.fields


def test_a_new_note_says_all_that_it_says(full: Document) -> None:
    """Somebody who reads the list need not open the map to know what was lost or won."""
    empty = full.with_changes(("items", key, None) for key in full.item_table)
    for entry in compare(empty, full):
        if entry.table != "items":
            continue
        item = full.item_table[entry.id]
        titles = [title for title, _, _ in entry.fields]
        for field in ITEM_FIELDS.values():
            assert (field.title in titles) == bool(item.value(field.id)), (item.kind, field.id)
        assert all(old == "" and new for _, old, new in entry.fields)


# -- by chance --------------------------------------------------------------------------------------------------------

PICK = st.integers(min_value=0, max_value=10_000)
TABLE = st.sampled_from([table for table in TABLES if table != "map"])
KEYS = st.sampled_from(["1", "8", "A", "V", "b", "z", "zz"])
STEP = st.tuples(st.sampled_from(["remove", "add", "order", "place", "text"]), TABLE, PICK, KEYS)

NEW: dict[str, Any] = {
    "phases": lambda d, key: Phase(id=key, name="Nieuw"),
    "steps": lambda d, key: Step(id=key, phase_id=d.phases[0].id) if d.phases else Step(id=key, phase_id="gone"),
    "lanes": lambda d, key: Lane(id=key, kind="notes"),
    "personas": lambda d, key: Persona(id=key),
    "channels": lambda d, key: Channel(id=key, name="Fax"),
    "items": lambda d, key: Item(id=key, kind="note", number=d.info.next_number),
    "links": lambda d, key: Link(id=key, kind="next", source_id="a", target_id=key),
    "emotions": lambda d, key: Emotion(id=key, touchpoint_id=key, persona_id="p", score=1),
    "actions": lambda d, key: None,
    "filters": lambda d, key: SavedFilter(id=key, name="Anders", words="zoek"),
    "assets": lambda d, key: Asset(id=(key.encode().hex() * 9)[:64], mime="image/png", w=2, h=3, base64="AAAA"),
}


def _after(document: Document, steps: list[tuple[str, str, int, str]]) -> Document:
    """``document`` after record-level changes, sound or not: files from outside may differ in any way."""
    for what, table, n, key in steps:
        rows = document.tables[table]
        record = list(rows.values())[n % len(rows)] if rows else None
        if what == "add":
            made = NEW[table](document, new_id("x"))
            if made is not None:
                document = document.with_changes([(table, made.id, made)])
        elif record is None:
            continue
        elif what == "remove":
            document = document.with_changes([(table, record.id, None)])
        elif what == "order" and "order" in record_fields(record):
            document = document.with_changes([(table, record.id, record.changed(order=key))])
        elif what == "place" and table == "items":
            moved = {"place": "inbox", "lane_id": None, "step_id": None, "order": key}
            document = document.with_changes([(table, record.id, record.changed(**moved))])
        elif what == "text":
            name = next((n for n in ("text", "name", "word") if n in record_fields(record)), None)
            if name:
                document = document.with_changes([(table, record.id, record.changed(**{name: f"anders {key}"}))])
    return document


def _ends(record: Any) -> object:
    if isinstance(record, Link):
        return record.kind, record.source_id, record.target_id
    return (record.touchpoint_id, record.persona_id) if isinstance(record, Emotion) else record.id


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=st.lists(STEP, max_size=8), second=st.lists(STEP, max_size=8))
def test_every_effect_is_named_and_the_way_back_mirrors_it(
    full: Document, first: list[tuple[str, str, int, str]], second: list[tuple[str, str, int, str]]
) -> None:
    old, new = _after(full, first), _after(full, second)
    there, back = compare(old, new), compare(new, old)
    assert bool(there.sentence() != "Nothing changed") == bool(there) == bool(back)

    named = {(entry.table, entry.id) for entry in there}
    assert len(named) == len(there)
    for change in diff(old, new):
        record = change.new or change.old
        assert record is not None
        if change.old is not None and change.new is not None:
            was, now = record_fields(change.old), record_fields(change.new)
            if any(was.get(name) != now.get(name) for name in {*was, *now} - UNSEEN):
                assert (change.table, change.id) in named, change
        elif isinstance(record, Step) and not record.name:
            assert (change.table, change.id) in named or ("phases", record.phase_id) in named  # DF4
        else:
            twin = any(
                _ends(other) == _ends(record)
                for side in (old, new)
                for other in side.tables[change.table].values()
                if other is not record
            )
            assert (change.table, change.id) in named or twin, change  # DF1
    for entry in there:
        assert entry.title
        if entry.kind == "changed":
            assert entry.fields and all(was != now for title, was, now in entry.fields if title != "Position")

    def mirrored(entry: Entry) -> tuple[Any, ...]:
        return MIRROR[entry.kind], entry.table, tuple((title, now, was) for title, was, now in entry.fields)

    def key(row: tuple[Any, ...]) -> str:
        return repr(row)

    plain = sorted(((e.kind, e.table, e.fields) for e in there), key=key)
    assert plain == sorted(map(mirrored, back), key=key)  # DF5


def test_what_a_real_edit_did_is_named(full: Document) -> None:
    """The edits that people make, each by its command."""
    cell = Cell(full.touchpoints[0].lane_id or "", full.touchpoints[0].step_id or "")
    edits = {
        "add": cards.add_cards(full, "note", ["Nieuw"], Listing("inbox")),
        "delete": cards.delete_cards(full, [full.touchpoints[0].id]),
        "move": cards.move_cards(full, [full.touchpoints[-1].id], cell),
        "phase": grid.remove_phase(full, full.phases[0].id),
    }
    for name, changes in edits.items():
        assert changes, name
        after = full.with_changes((c.table, c.id, c.new) for c in changes)
        difference = compare(full, after)
        assert difference and difference.sentence() != "Nothing changed", name
        for change in changes:
            if change.table == "items" and (change.old is None or change.new is None):
                assert change.id in difference.ids("items"), name
