"""A new row whose making is undone in another window while somebody writes in it: what was typed is told, not lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from list_room import ItemRoom, ListRoom

Key = Qt.Key


@pytest.mark.parametrize("place", [0, 1, -1])
def test_half_a_new_note(notes: ItemRoom, place: int) -> None:
    rows = notes.shown()
    notes.go(range(len(rows))[place], "text")
    notes.key(Key.Key_Insert)
    notes.type("half a note")
    notes.bridge.undo()
    notes.qtbot.wait(20)
    assert notes.toasts == ["The row is gone. You were typing: half a note"]
    assert notes.field is None and notes.shown() == rows
    assert notes.focus is notes.table


def test_half_a_new_action(room: ListRoom) -> None:
    rows = room.shown()
    room.go(1, "text")
    room.key(Key.Key_Insert)
    room.type("half an action")
    room.bridge.undo()
    room.qtbot.wait(20)
    assert room.toasts == ["The row is gone. You were typing: half an action"]
    assert room.shown() == rows


def test_a_redo_elsewhere_leaves_who_types_alone(notes: ItemRoom) -> None:
    notes.go(1, "text")
    notes.key(Key.Key_Insert)
    notes.key(Key.Key_Escape)
    notes.bridge.undo()
    notes.go(0, "text")
    notes.key(Key.Key_F2)
    notes.type(" twice")
    before = notes.table.current_id()
    notes.bridge.redo()
    assert notes.field is not None and notes.table.current_id() == before
    notes.key(Key.Key_Return)
    assert notes.document.item_table[before].text.endswith(" twice")
