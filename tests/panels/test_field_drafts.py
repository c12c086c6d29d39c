"""What is half typed in a field of the inspector goes to the journal each second, and comes back after a crash."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from model.document import Document
from model.files.drafts import field_key, parse_key, put_field
from model.records import Item, Record
from panel_room import Room
from widgets.panels.inspector_card import CardPage
from widgets.panels.inspector_frame import FramePage
from widgets.panels.inspector_map import MapPage


def with_draft(document: Document, key: str, text: str) -> Document:
    """The map as it is recovered with this draft."""
    found = parse_key(key)
    assert found is not None, key
    tables = {name: dict(rows) for name, rows in document.tables.items()}
    assert put_field(tables, *found, text)
    return document.with_changes((table, each, row) for table, rows in tables.items() for each, row in rows.items())


def half_type(room: Room, field: QWidget, text: str) -> tuple[str, str]:
    """Write in ``field`` without keeping it; what the journal gets."""
    drafts: list[tuple[str, str]] = []
    room.editor.draft.connect(lambda key, said: drafts.append((key, said)))
    field.setFocus()
    room.qtbot.waitUntil(lambda: field.hasFocus() or field.isAncestorOf(room.window.focusWidget()))
    QTest.keyClicks(room.window.focusWidget(), text)
    room.qtbot.waitUntil(lambda: bool(drafts) and text in drafts[-1][1])
    return drafts[-1]


def of_card(room: Room, field_id: str) -> QWidget:
    """A field of a note, opened by its word."""
    room.choose("Belt")
    page = room.inspector.page
    assert isinstance(page, CardPage)
    room.click(page.more.chip(field_id))
    return page.more.editor(field_id).target()


def map_page(room: Room) -> MapPage:
    page = room.inspector.page
    assert isinstance(page, MapPage)
    return page


def frame(room: Room) -> FramePage:
    room.selection.choose("phase", [room.document.phases[0].id])
    page = room.inspector.page
    assert isinstance(page, FramePage)
    return page


def called(document: Document, text: str) -> Item:
    return next(item for item in document.item_table.values() if item.text == text)


Case = tuple[Callable[[Room], QWidget], Callable[[Document], str]]
CASES: dict[str, Case] = {
    "subtitle": (lambda room: map_page(room).subtitle, lambda document: document.info.subtitle),
    "question": (lambda room: frame(room).prompt, lambda document: document.phases[0].prompt),
    "phase": (lambda room: frame(room).name, lambda document: document.phases[0].name),
    "persona": (
        lambda room: map_page(room).personas.rows.rows[room.document.personas[0].id].name,
        lambda document: document.personas[0].name,
    ),
    "note": (lambda room: of_card(room, "description"), lambda document: called(document, "Belt").description),
    "owner": (lambda room: of_card(room, "owner"), lambda document: called(document, "Belt").owner),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_half_typed_is_told_and_recovered(room: Room, name: str) -> None:
    field, read = CASES[name]
    key, text = half_type(room, field(room), "half een zin")
    assert "half een zin" in text
    assert "half een zin" not in read(room.document), "it is in the map when it is kept, not before"
    assert read(with_draft(room.document, key, text)) == text


@pytest.mark.parametrize(
    ("field_id", "typed", "read"),
    [
        ("duration", "2 h", lambda item: item.duration == 120),
        ("tags", "spoed", lambda item: item.tags == ("spoed",)),
    ],
)
def test_what_means_something_is_recovered_as_that(
    room: Room, field_id: str, typed: str, read: Callable[[Item], bool]
) -> None:
    key, text = half_type(room, of_card(room, field_id), typed)
    assert not read(called(room.document, "Belt"))
    assert read(called(with_draft(room.document, key, text), "Belt"))


def test_a_day_and_a_tag_are_read_as_they_are_written(room: Room) -> None:
    one = room.card("Belt").id
    document = room.document
    for field_id, typed in (("source_date", "1-3-2025"), ("tags", "spoed"), ("tags", "Spoed")):
        document = with_draft(document, field_key("items", (one,), field_id), typed)
    card = document.item_table[one]
    assert (card.source_date, card.tags) == ("2025-03-01", ("spoed",)), "not twice"


def test_what_means_nothing_there_becomes_a_note(room: Room) -> None:
    one = room.card("Belt").id
    tables: dict[str, dict[str, Record]] = {name: dict(rows) for name, rows in room.document.tables.items()}
    for field_id, typed in (("duration", "een poosje"), ("source_date", "ooit"), ("reach", "veel"), ("severity", "3")):
        assert put_field(tables, "items", (one,), field_id, typed) == []
    assert tables["items"][one] == room.document.item_table[one]


def test_it_is_given_up_when_it_is_kept(room: Room) -> None:
    drafts: list[tuple[str, str]] = []
    field = map_page(room).subtitle
    half_type(room, field, "Noord")
    room.editor.draft.connect(lambda key, said: drafts.append((key, said)))
    room.bridge.changed.connect(lambda *_: drafts.append(("edit", room.document.info.subtitle)))
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.qtbot.waitUntil(lambda: ("", "") in drafts)
    assert drafts[0] == ("edit", "Noord"), "not before"
    assert drafts[-1] == ("", "")


def test_a_feeling_that_has_no_record_yet_gets_one(room: Room) -> None:
    touchpoint, persona = room.document.touchpoints[2], room.document.personas[1]
    key = field_key("emotions", (touchpoint.id, persona.id), "quote")
    after = with_draft(room.document, key, "Wat nu?")
    assert after.emotions[touchpoint.id, persona.id].quote == "Wat nu?"
    assert (touchpoint.id, persona.id) not in room.document.emotions


@pytest.mark.parametrize(
    "key",
    [
        'field:["items", [], "text"]',
        'field:["nothing", ["a"], "text"]',
        'field:["items", ["a"]]',
        'field:["items", [1], "text"]',
        "field:" + "[" * 100_000,
        "field:",
        "item-1",
    ],
)
def test_other_keys_are_no_fields(key: str) -> None:
    assert parse_key(key) is None


def test_what_has_no_place_any_more_is_not_put_anywhere(room: Room) -> None:
    """Recovery makes a note of it then."""
    tables: dict[str, dict[str, Record]] = {name: dict(rows) for name, rows in room.document.tables.items()}
    one = room.card("Belt").id
    for table, ids, name in (
        ("items", ("gone",), "description"),
        ("items", (one,), "id"),
        ("items", (one,), "kind"),
        ("items", (one,), "number"),
        ("items", (one,), "nothing"),
        ("emotions", (one,), "quote"),
        ("emotions", (one, "gone"), "quote"),
        ("emotions", (one, room.document.personas[0].id), "score"),
    ):
        assert put_field(tables, table, ids, name, "x") == [], (table, ids, name)
