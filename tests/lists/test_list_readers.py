"""The lists as a screen reader and the keyboard find them: a table with its cells, the stops of Tab, the ring."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from list_room import ItemRoom, ListRoom
from model.commands import cards

Role, Text = QAccessible.Role, QAccessible.Text
Key = Qt.Key


@pytest.fixture
def listening() -> Iterator[None]:
    """A screen reader listens: Qt tells it of what changes."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def cells(room: ItemRoom) -> list[QAccessibleInterface]:
    """The cells of the table, row by row, as a reader gets them; headings are among them."""
    table = QAccessible.queryAccessibleInterface(room.page.table)
    assert table is not None
    assert table.role() == Role.Table
    return [table.child(place) for place in range(table.childCount())]


def test_a_reader_finds_every_note_and_column_by_name(notes: ItemRoom, listening: None) -> None:
    said = [cell.text(Text.Name) for cell in cells(notes) if cell.role() == Role.Cell]
    model = notes.page.model
    shown = [model.columns[place] for place in notes.page.table.shown_places()]
    wanted = [f"{column.title}: {column.text(line) or 'empty'}" for line in model.lines for column in shown]
    assert set(wanted) <= set(said)
    assert [name for name in said if name in wanted][: len(shown)] == wanted[: len(shown)]
    headings = [cell.text(Text.Name) for cell in cells(notes) if cell.role() == Role.ColumnHeader]
    assert {column.title for column in shown} <= set(headings)
    table = QAccessible.queryAccessibleInterface(notes.page.table)
    assert table is not None
    assert table.text(Text.Name) == "List of all notes"
    assert "Enter edits" in table.text(Text.Description)


def test_a_reader_hears_what_is_chosen_what_was_edited_and_how_it_is_sorted(notes: ItemRoom, listening: None) -> None:
    notes.go(notes.row("Belt"), "text")
    belt = next(cell for cell in cells(notes) if cell.text(Text.Name) == "Text: Belt")
    assert belt.state().selected
    assert belt.state().focused
    notes.bridge.run(cards.set_text, notes.card("Belt").id, "Belt lang")
    assert any(cell.text(Text.Name) == "Text: Belt lang" for cell in cells(notes))
    notes.key(Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert any(cell.text(Text.Name) == "Text, sorted up" for cell in cells(notes))
    notes.bridge.undo()
    assert any(cell.text(Text.Name) == "Text: Belt" for cell in cells(notes))


def stops(page: QWidget) -> set[QWidget]:
    found = set()
    for widget in page.findChildren(QWidget):
        by_tab = (widget.focusPolicy() & Qt.FocusPolicy.TabFocus) == Qt.FocusPolicy.TabFocus
        if by_tab and widget.isVisible() and widget.isEnabled() and not widget.focusProxy():
            found.add(widget)
    return found


def walked(room: ItemRoom | ListRoom) -> list[QWidget]:
    found = [room.focus]
    for _ in range(40):
        QTest.keyClick(room.focus, Key.Key_Tab)
        if room.focus is found[0]:
            return found
        found.append(room.focus)
    raise AssertionError("Tab does not come round")


def test_tab_comes_to_everything_of_the_list_of_notes(notes: ItemRoom) -> None:
    found = walked(notes)
    missing = stops(notes.page) - set(found)
    assert not missing, [f"{type(widget).__name__} {widget.accessibleName()}" for widget in missing]
    filters = notes.page.filters
    order = [found.index(widget) for widget in (filters.add, filters.search, filters.filter, filters.columns)]
    assert order == sorted(order), "as one reads them"


def test_tab_comes_to_everything_of_the_action_list(room: ListRoom) -> None:
    missing = stops(room.page) - set(walked(room))
    assert not missing, [f"{type(widget).__name__} {widget.accessibleName()}" for widget in missing]


def picture(window: QWidget, widget: QWidget) -> QImage:
    place = widget.mapTo(window, QPoint(0, 0))
    return window.grab(widget.rect().translated(place).adjusted(-6, -6, 6, 6)).toImage()


def test_one_sees_where_the_keyboard_is(notes: ItemRoom) -> None:
    for widget in stops(notes.page):
        other = notes.page.filters.add if widget is not notes.page.filters.add else notes.page.table
        other.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        before = picture(notes.window, widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        assert picture(notes.window, widget) != before, f"{type(widget).__name__} {widget.accessibleName()}"


def test_columns_are_chosen_by_keyboard(notes: ItemRoom) -> None:
    notes.page.filters.columns.setFocus(Qt.FocusReason.TabFocusReason)
    notes.key(Key.Key_Space)
    assert "kind" in notes.columns()
    notes.key(Key.Key_Space)
    assert "kind" not in notes.columns(), "the keyboard begins at the first word"
    notes.key(Key.Key_Right)
    notes.key(Key.Key_Space)
    assert "phase" not in notes.columns()
    notes.key(Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
