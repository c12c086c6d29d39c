"""What becomes of notes that name a persona who is removed is said, and can be taken back."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from model.commands.cards import set_card
from model.commands.filters import save_filter
from model.finding import Filter
from panel_room import Room
from widgets.panels.inspector_map import MapPage


def test_the_notes_and_filters_that_name_a_removed_persona_are_told_and_come_back(room: Room) -> None:
    henk = room.document.personas[1].id
    room.bridge.run(set_card, [room.card("Wacht lang").id, room.card("Men belt eerst").id], persona_ids=(henk,))
    room.bridge.run(save_filter, "Henk", Filter(persona_ids=(henk,)))
    room.selection.clear()
    QApplication.processEvents()
    page = room.inspector.page
    assert isinstance(page, MapPage)
    row = page.personas.rows.rows[henk]
    room.click(row.unfold)
    with room.one_step():
        room.click(row.remove)
    assert room.toasts == ["Persona removed. 2 notes name it no longer."]
    assert room.card("Wacht lang").persona_ids == () and not room.document.filters
    room.bridge.undo()
    assert room.card("Wacht lang").persona_ids == (henk,) and len(room.document.filters) == 1
