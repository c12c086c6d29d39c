"""A column that goes while the keyboard is in it: the keyboard goes on in a column that is seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from list_room import ItemRoom
from model.commands.cards import set_card

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def column(notes: ItemRoom) -> str:
    """The column of the keyboard."""
    return notes.page.model.columns[notes.table.currentIndex().column()].id


@pytest.fixture
def owned(notes: ItemRoom) -> ItemRoom:
    """The keyboard is in the owner's column, which is shown because the user wants it."""
    notes.page.model.wish("owner", True)
    notes.go(1, "owner")
    assert column(notes) == "owner"
    return notes


def hide(notes: ItemRoom) -> None:
    """By the words of the popup, as the user does."""
    popup = notes.page.filters.open_columns()
    notes.click(popup.toggles.button("owner"))
    popup.close()
    notes.table.setFocus()
    assert notes.table.isColumnHidden(notes.page.model.column_of("owner"))


def test_it_goes_to_one_that_is_seen_in_the_same_row(owned: ItemRoom) -> None:
    row = owned.table.current_id()
    hide(owned)
    assert not owned.table.isColumnHidden(owned.table.currentIndex().column())
    assert owned.table.current_id() == row


def test_nothing_is_written_into_what_is_not_seen(owned: ItemRoom) -> None:
    before = owned.document
    hide(owned)
    owned.type("Ria")
    owned.key(Key.Key_Return)
    changed = [i for i, item in owned.document.item_table.items() if item.owner != before.item_table[i].owner]
    assert not changed


def test_its_menu_is_that_of_a_column_that_is_seen(owned: ItemRoom) -> None:
    hide(owned)
    menu = owned.table.row_menu(owned.table.currentIndex())
    assert menu.actions()
    menu.deleteLater()
    owned.key(Key.Key_F2)
    owned.key(Key.Key_Tab)
    assert not owned.table.isColumnHidden(owned.table.currentIndex().column())


def test_so_it_is_when_the_map_says_nothing_there_any_more(notes: ItemRoom) -> None:
    notes.bridge.run(set_card, [notes.table.table.lines[0].id], owner="Ria")
    place = notes.page.model.column_of("owner")
    assert not notes.table.isColumnHidden(place)
    notes.go(0, "owner")
    notes.bridge.undo()
    assert notes.table.isColumnHidden(place)
    assert not notes.table.isColumnHidden(notes.table.currentIndex().column())
