"""What is chosen is one thing for the map and the list, in the whole window: both ways, several notes, filtered rows,
inbox and parking lot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.shell import Shell
from maps import Builder
from model.commands import cards
from model.commands.places import Listing
from model.files.native import dumps
from model.newmap import new_map
from shell_person import ALT, CTRL, LEFT, NO, SHIFT, Person, in_a_wide_window
from widgets.lists.itempage import ItemPage

Key = Qt.Key


@pytest.fixture
def person(make_shell: Callable[[], Shell], qtbot: QtBot, tmp_path: Path) -> Person:
    builder = Builder(new_map("Lijst", "nl", ("Een", "Twee")))
    for place, text in enumerate(("Zoekt", "Belt", "Betaalt", "Haalt op")):
        builder.card("touchpoint", text, place % 2)
    builder.card("insight", "Men belt eerst", 0)
    builder.do(cards.add_cards(builder.document, "note", ["Los"], Listing("inbox")))
    builder.do(cards.add_cards(builder.document, "note", ["Later"], Listing("parking")))
    path = tmp_path / "given.journey"
    path.write_bytes(dumps(builder.document))
    return in_a_wide_window(qtbot, make_shell(), path)


def page(person: Person) -> ItemPage:
    found = person.workspace.list
    assert found is not None
    return found


def rows(person: Person) -> set[str]:
    """The texts of the chosen rows."""
    table = page(person).table
    return {person.document.item_table[row].text for row in table.chosen_ids()}


def chosen(person: Person) -> set[str]:
    """The texts of the notes chosen for the map and the inspector."""
    return {person.document.item_table[card].text for card in person.workspace.selection.cards}


def click_card(person: Person, text: str, held: Qt.KeyboardModifier = NO) -> None:
    """Click a note on the map."""
    box = person.editor.stage.layout.cards[person.card(text).id]
    person.editor.reveal(person.card(text).id)
    view = person.editor.view
    place = view.mapFromScene(QPointF(box.x + box.w / 2, box.y + box.h - 8))
    QTest.mouseClick(view.viewport(), LEFT, held, place)
    QApplication.processEvents()


def click_row(person: Person, text: str, held: Qt.KeyboardModifier = NO) -> None:
    table = page(person).table
    row = table.table.row_of(person.card(text).id)
    place = table.visualRect(table.table.index(row, table.table.column_of("text"))).center()
    QTest.mouseClick(table.viewport(), LEFT, held, place)
    QApplication.processEvents()


def test_several_notes_chosen_on_the_map_are_rows_and_the_other_way_round(person: Person) -> None:
    click_card(person, "Zoekt")
    click_card(person, "Betaalt", SHIFT)
    assert chosen(person) == {"Zoekt", "Betaalt"}
    person.key(Key.Key_2, ALT)
    assert rows(person) == {"Zoekt", "Betaalt"}
    assert chosen(person) == {"Zoekt", "Betaalt"}, "to show them chooses nothing else"
    click_row(person, "Belt")
    click_row(person, "Men belt eerst", CTRL)
    assert chosen(person) == {"Belt", "Men belt eerst"}
    person.key(Key.Key_1, ALT)
    assert chosen(person) == {"Belt", "Men belt eerst"}
    assert person.editor.isAncestorOf(person.focus) or person.focus is person.editor
    person.key(Key.Key_Delete)
    assert person.texts() == {"Zoekt", "Betaalt", "Haalt op", "Los", "Later"}, "a key on the map is for all of them"


def test_rows_that_the_filter_leaves_out_stay_chosen_on_the_map(person: Person) -> None:
    click_card(person, "Zoekt")
    click_card(person, "Haalt op", SHIFT)
    person.key(Key.Key_2, ALT)
    person.click(page(person).filters.search)
    person.type("zoekt")
    assert [line.card.text for line in page(person).model.lines] == ["Zoekt"]
    assert rows(person) == {"Zoekt"}
    assert chosen(person) == {"Zoekt", "Haalt op"}, "looking for something chooses nothing else"
    page(person).filters.show_all()
    QApplication.processEvents()
    assert rows(person) == {"Zoekt", "Haalt op"}


def test_notes_of_inbox_and_parking_lot_are_chosen_in_their_lists_as_well(person: Person) -> None:
    person.key(Key.Key_2, ALT)
    click_row(person, "Los")
    body = person.workspace.left.body
    assert chosen(person) == {"Los"}
    click_row(person, "Later", CTRL)
    click_row(person, "Zoekt", CTRL)
    assert chosen(person) == {"Los", "Later", "Zoekt"}
    notes = body.inbox.notes
    index = notes.notes.index(notes.ids().index(person.card("Los").id), 0)
    person.click(notes.viewport(), notes.visualRect(index).center())
    assert chosen(person) == {"Los"}
    assert rows(person) == {"Los"}, "and from there in the list"


def test_undo_while_a_cell_is_open_takes_back_the_edit_before(person: Person) -> None:
    person.key(Key.Key_2, ALT)
    click_row(person, "Belt")
    person.key(Key.Key_Return)
    person.type("Belt lang")
    person.key(Key.Key_Return)
    click_row(person, "Zoekt")
    person.key(Key.Key_F2)
    assert page(person).table.cells.field is not None
    assert person.window.commands["undo"].isEnabled()
    person.key(Key.Key_Z, CTRL)
    assert "Belt" in person.texts()
    assert page(person).table.cells.field is None
    assert person.focus is page(person).table
    person.key(Key.Key_Return)
    person.type("Zoekt nu")
    person.key(Key.Key_Z, CTRL)
    assert person.texts() >= {"Belt", "Zoekt"}
    assert page(person).table.cells.field is not None, "that was for what was typed"
    person.key(Key.Key_Escape)
    person.key(Key.Key_Y, CTRL)
    assert "Belt lang" in person.texts()
