"""Fields of cells while something else happens: undo, edits from elsewhere, rows that go; letters that search."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from list_room import ItemRoom
from model.commands import cards
from model.commands.places import Listing
from widgets.lists.editors import TextCell

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NO = Qt.KeyboardModifier.NoModifier


def open_text(notes: ItemRoom, text: str) -> TextCell:
    notes.go(notes.row(text), "text")
    notes.key(Key.Key_Return)
    field = notes.field
    assert isinstance(field, TextCell)
    return field


def test_undo_in_a_field_takes_back_what_was_typed_there(notes: ItemRoom) -> None:
    notes.bridge.run(cards.set_text, notes.card("Later").id, "Ooit")
    field = open_text(notes, "Belt")
    notes.type("hal")
    notes.key(Key.Key_Z, CTRL)
    assert notes.field is field, "it is open yet"
    assert field.toPlainText() == "Belt"
    assert notes.steps == 1
    notes.key(Key.Key_Escape)
    assert "Belt" in notes.shown()


def test_undo_where_nothing_was_typed_is_not_the_field_s(notes: ItemRoom) -> None:
    """The window's undo is meant then, and the field is out of its way."""
    open_text(notes, "Belt")
    notes.key(Key.Key_Z, CTRL)
    assert notes.field is None
    assert notes.focus is notes.table


def test_a_field_in_which_nobody_wrote_follows_the_document_and_changes_nothing(notes: ItemRoom) -> None:
    field = open_text(notes, "Belt")
    notes.bridge.run(cards.set_text, notes.card("Belt").id, "Belt lang")
    assert field.toPlainText() == "Belt lang"
    notes.key(Key.Key_Return)
    assert "Belt lang" in notes.shown()
    assert notes.steps == 1, "no edit brings the old words back"


def test_what_is_half_typed_outlives_rows_that_come_and_go(notes: ItemRoom) -> None:
    open_text(notes, "Belt")
    notes.type("Belt twee k")
    notes.bridge.run(cards.delete_cards, [notes.card("Zoekt").id])
    notes.bridge.run(cards.add_cards, "note", ["Elders"], Listing("inbox"))
    notes.qtbot.wait(20)
    field = notes.field
    assert isinstance(field, TextCell)
    assert field.toPlainText() == "Belt twee k"
    assert notes.focus is field
    notes.type("eer")
    notes.key(Key.Key_Return)
    assert notes.card("Belt twee keer").number == 2


def test_of_a_row_that_is_gone_one_reads_what_was_typed(notes: ItemRoom) -> None:
    open_text(notes, "Belt")
    notes.type("Belt twee keer")
    notes.bridge.run(cards.delete_cards, [notes.card("Belt").id])
    notes.qtbot.wait(20)
    assert notes.field is None
    assert notes.toasts == ["The row is gone. You were typing: Belt twee keer"]
    assert notes.focus is notes.table


def test_letters_go_to_the_next_row_that_begins_so_where_one_does_not_write(notes: ItemRoom) -> None:
    def here() -> str:
        return notes.shown()[notes.table.currentIndex().row()]

    notes.go(0, "kind")
    notes.type("pain")
    assert here() == "Wacht lang"
    assert notes.steps == 0
    notes.go(0, "phase")
    notes.type("2")
    assert notes.cell(here(), "phase").startswith("2 ")
    notes.go(0, "number")
    notes.type("5")
    assert notes.cell(here(), "number") == "N5"
    notes.go(0, "number")
    notes.type("N4")
    assert notes.cell(here(), "number") == "N4", "with its letter as well"
    notes.go(0, "kind")
    notes.type("t")
    first = here()
    notes.type("t")
    assert here() != first, "the same letter goes on"
    notes.type("zzz")
    assert notes.focus is notes.table


def test_home_end_and_page_keys_go_along_rows_and_columns(notes: ItemRoom) -> None:
    def here() -> tuple[int, str]:
        index = notes.table.currentIndex()
        return index.row(), notes.page.model.columns[index.column()].id

    last = notes.page.model.columns[notes.table.columns.shown()[-1]].id
    notes.go(1, "kind")
    for key, held, wanted in (
        (Key.Key_End, NO, (1, last)),
        (Key.Key_Home, NO, (1, "number")),
        (Key.Key_PageDown, NO, (8, "number")),
        (Key.Key_PageUp, NO, (0, "number")),
        (Key.Key_End, CTRL, (8, last)),
        (Key.Key_Home, CTRL, (0, "number")),
    ):
        notes.key(key, held)
        assert here() == wanted
        assert notes.table.chosen_ids() == [notes.page.model.lines[wanted[0]].id]
    notes.key(Key.Key_End, CTRL | SHIFT)
    assert len(notes.table.chosen_ids()) == 9


def test_ctrl_chooses_rows_one_by_one(notes: ItemRoom) -> None:
    notes.go(0, "text")
    for row in (2, 4):
        place = notes.table.visualRect(notes.index(row, "text")).center()
        QTest.mouseClick(notes.table.viewport(), Qt.MouseButton.LeftButton, CTRL, place)
    wanted = [notes.page.model.lines[row].id for row in (0, 2, 4)]
    assert notes.table.chosen_ids() == wanted
    assert set(notes.selection.cards) == set(wanted)
    assert notes.selection.current == wanted[-1]
    notes.key(Key.Key_Space, CTRL)
    assert notes.table.chosen_ids() == wanted[:2], "and lets them go"
