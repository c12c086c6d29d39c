"""F2 goes on behind what a cell says, as it does on the map and in the line; Enter is there to replace it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from list_room import ItemRoom
from model.commands.cards import set_card

Key = Qt.Key


def test_f2_adds_a_word_to_a_text(notes: ItemRoom) -> None:
    line = notes.page.model.lines[1]
    notes.go(1, "text")
    notes.key(Key.Key_F2)
    notes.type(" twice")
    notes.key(Key.Key_Return)
    assert notes.document.item_table[line.id].text == f"{line.card.text} twice"


@pytest.mark.parametrize(("column", "value", "more"), [("owner", "Ria", "nne"), ("department", "Sales", " NL")])
def test_and_to_a_name(notes: ItemRoom, column: str, value: str, more: str) -> None:
    model = notes.page.model
    model.wish(column, True)
    place = model.columns[model.column_of(column)]
    line = next(each for each in model.lines if model.applies(place, each))
    notes.bridge.run(set_card, [line.id], **{column: value})
    notes.go(notes.page.model.row_of(line.id), column)
    notes.key(Key.Key_F2)
    notes.type(more)
    notes.key(Key.Key_Return)
    assert getattr(notes.document.item_table[line.id], column) == f"{value}{more}"


def test_enter_replaces(notes: ItemRoom) -> None:
    line = notes.page.model.lines[1]
    notes.go(1, "text")
    notes.key(Key.Key_Return)
    notes.type("Else")
    notes.key(Key.Key_Return)
    assert notes.document.item_table[line.id].text == "Else"
