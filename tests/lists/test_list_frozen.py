"""The columns by which one knows a row stay while others are scrolled: what is seen there is what is meant there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QContextMenuEvent, QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from list_room import ItemRoom, ListRoom
from model.commands.cards import set_text
from model.commands.links import set_actions
from widgets.look.fonts import sized_font
from widgets.look.theme import look

Key = Qt.Key
NO = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def narrow(qtbot: QtBot) -> Iterator[ItemRoom]:
    """More columns than the window is wide for."""
    wishes = dict.fromkeys(("evidence", "owner", "department", "tags", "severity", "lane", "step", "description"), True)
    room = ItemRoom(qtbot, wishes=wishes)
    room.window.resize(760, 460)
    qtbot.wait(30)
    assert room.table.horizontalScrollBar().maximum() > 200
    yield room
    room.close()


def scroll(room: ItemRoom, to: int | None = None) -> None:
    bar = room.table.horizontalScrollBar()
    QApplication.processEvents()
    bar.setValue(bar.maximum() if to is None else to)
    QApplication.processEvents()


def picture(room: ItemRoom) -> QImage:
    return room.table.viewport().grab().toImage()


def heading(room: ItemRoom) -> QImage:
    return room.table.horizontalHeader().viewport().grab().toImage()


def test_number_and_text_look_the_same_wherever_one_has_scrolled(narrow: ItemRoom) -> None:
    narrow.go(2, "text")
    wide = narrow.table.frozen_width
    assert wide == narrow.table.columnWidth(0) + narrow.table.columnWidth(narrow.page.model.column_of("text"))
    part = narrow.table.viewport().rect().adjusted(0, 0, 0, 0)
    part.setWidth(wide - 1)  # the last px is the edge
    before, head = picture(narrow).copy(part), heading(narrow).copy(0, 0, wide - 1, 33)
    rest = picture(narrow).copy(wide + 8, 0, 300, 300)
    scroll(narrow)
    assert picture(narrow).copy(part) == before
    assert heading(narrow).copy(0, 0, wide - 1, 33) == head
    assert picture(narrow).copy(wide + 8, 0, 300, 300) != rest, "the others have moved"
    edge = QColor(picture(narrow).pixel(wide - 1, 100))
    assert edge == look().color("line.strong")


def test_a_click_on_what_stays_is_for_what_is_seen_there(narrow: ItemRoom) -> None:
    scroll(narrow)
    place = QPoint(narrow.table.columnWidth(0) + 20, narrow.table.rowViewportPosition(3) + 10)
    QTest.mouseClick(narrow.table.viewport(), LEFT, NO, place)
    index = narrow.table.currentIndex()
    assert (index.row(), narrow.page.model.columns[index.column()].id) == (3, "text")
    assert narrow.table.horizontalScrollBar().value() == narrow.table.horizontalScrollBar().maximum(), "nothing jumps"
    far = narrow.page.model.columns[narrow.table.columns.shown()[-1]].id
    place = narrow.table.visualRect(narrow.index(4, far)).center()
    QTest.mouseClick(narrow.table.viewport(), LEFT, NO, place)
    assert narrow.table.currentIndex().row() == 4
    assert narrow.page.model.columns[narrow.table.currentIndex().column()].id == far


def test_a_text_is_edited_where_it_stays(narrow: ItemRoom) -> None:
    scroll(narrow)
    place = QPoint(narrow.table.columnWidth(0) + 20, narrow.table.rowViewportPosition(0) + 10)
    QTest.mouseClick(narrow.table.viewport(), LEFT, NO, place)
    QTest.mouseDClick(narrow.table.viewport(), LEFT, NO, place)
    field = narrow.field
    assert field is not None
    assert field.x() == narrow.table.columnWidth(0)
    scroll(narrow, 10)
    assert field.x() == narrow.table.columnWidth(0), "the field stays with its cell"
    narrow.type("Zoekt lang")
    narrow.key(Key.Key_Return)
    assert narrow.card("Zoekt lang").number == 1


def test_keys_never_leave_the_keyboard_under_what_stays(narrow: ItemRoom) -> None:
    shown = narrow.table.columns.shown()
    narrow.go(1, "text")
    there = [*range(len(shown) - 2), *range(len(shown) - 2)]
    for step, _ in enumerate(there):
        narrow.key(Key.Key_Right if step < len(shown) - 2 else Key.Key_Left)
        index = narrow.table.currentIndex()
        rect = narrow.table.visualRect(index)
        if index.column() not in narrow.table.stays:
            assert rect.left() >= narrow.table.frozen_width
            assert rect.right() <= narrow.table.viewport().width()
        assert narrow.table.indexAt(rect.center()) == index
    assert narrow.page.model.columns[narrow.table.currentIndex().column()].id == "text"
    narrow.key(Key.Key_End)
    assert narrow.table.currentIndex().column() == shown[-1]
    narrow.key(Key.Key_Home)
    assert narrow.page.model.columns[narrow.table.currentIndex().column()].id == "number"


def test_a_field_that_is_scrolled_away_does_not_lie_over_what_stays(narrow: ItemRoom) -> None:
    narrow.go(0, "owner")
    narrow.key(Key.Key_Return)
    field = narrow.field
    assert field is not None
    narrow.type("Jan")
    scroll(narrow)
    assert field.geometry().left() >= narrow.table.frozen_width
    narrow.key(Key.Key_Return)
    assert narrow.card("Zoekt").owner == "Jan", "and it is not lost"


def test_headings_that_stay_sort_and_are_drawn_wider(narrow: ItemRoom) -> None:
    scroll(narrow)
    header = narrow.table.horizontalHeader()
    narrow.click(header.viewport(), QPoint(narrow.table.columnWidth(0) + 30, 16))
    assert narrow.page.model.sorted_by is not None
    assert narrow.page.model.sorted_by[0].id == "text"
    narrow.click(header.viewport(), QPoint(20, 16))
    assert narrow.page.model.sorted_by[0].id == "number"
    assert header.isSortIndicatorShown()
    text = narrow.page.model.column_of("text")
    before, edge = narrow.table.columnWidth(text), QPoint(narrow.table.frozen_width - 2, 16)
    scroll(narrow, 120)
    QTest.mousePress(header.viewport(), LEFT, NO, edge)
    QTest.mouseMove(header.viewport(), edge + QPoint(15, 0))
    QTest.mouseMove(header.viewport(), edge + QPoint(30, 0))
    QTest.mouseRelease(header.viewport(), LEFT, NO, edge + QPoint(30, 0))
    assert narrow.table.columnWidth(text) == before + 30


def test_what_stays_is_not_dragged_and_nothing_goes_before_it(narrow: ItemRoom) -> None:
    header = narrow.table.horizontalHeader()
    usual = narrow.table.columns.shown()

    def drag(begin: QPoint, end: QPoint) -> None:
        QTest.mousePress(header.viewport(), LEFT, NO, begin)
        for step in range(1, 6):
            QTest.mouseMove(header.viewport(), begin + (end - begin) * step / 5)
        QTest.mouseRelease(header.viewport(), LEFT, NO, end)
        QApplication.processEvents()

    drag(QPoint(20, 16), QPoint(500, 16))
    assert narrow.table.columns.shown() == usual
    third = QPoint(header.sectionViewportPosition(usual[3]) + 30, 16)
    drag(third, QPoint(10, 16))
    now = narrow.table.columns.shown()
    assert now[:2] == usual[:2]
    assert now[2] == usual[3], "it goes as far as it can"


def test_a_reader_finds_what_stays_where_it_is_seen(narrow: ItemRoom) -> None:
    QAccessible.setActive(True)
    try:
        scroll(narrow)
        table = QAccessible.queryAccessibleInterface(narrow.page.table)
        assert table is not None
        found = [
            table.child(place)
            for place in range(table.childCount())
            if table.child(place).text(QAccessible.Text.Name) == "Text: Zoekt"
        ]
        assert len(found) == 1, "there is one table, with each cell once"
        corner = narrow.table.viewport().mapToGlobal(QPoint(narrow.table.columnWidth(0), 0))
        assert found[0].rect().left() == corner.x()
    finally:
        QAccessible.setActive(False)


def test_a_window_too_narrow_for_that_scrolls_everything(narrow: ItemRoom) -> None:
    narrow.table.columns.widen(narrow.page.model.column_of("text"), 400)
    assert narrow.table.stays == ()
    scroll(narrow)
    last = narrow.index(0, narrow.page.model.columns[narrow.table.columns.shown()[-1]].id)
    assert narrow.table.viewport().rect().contains(narrow.table.visualRect(last).center())


def test_status_and_text_of_an_action_stay(room: ListRoom) -> None:
    room.window.resize(760, 460)
    room.qtbot.wait(30)
    bar = room.table.horizontalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    assert [room.page.model.columns[place].id for place in room.table.stays] == ["status", "text"]
    assert room.table.visualRect(room.index(0, "status")).left() == 0
    room.go(1, "text")
    room.key(Key.Key_F2)
    assert room.field is not None
    assert room.field.x() == room.table.columnWidth(room.page.model.column_of("status"))


def test_a_dropped_action_is_crossed_out(room: ListRoom) -> None:
    """One that is done looks the same but for the line through its words."""
    row = 2
    action = room.page.model.lines[row].action
    room.bridge.run(set_actions, [action.id], status="done")
    room.window.activateWindow()
    done = cell_picture(room, row, "text")
    room.bridge.run(set_actions, [action.id], status="dropped")
    dropped = cell_picture(room, row, "text")
    ink = look().color("ink.2").rgb()
    lines = [
        y
        for y in range(dropped.height())
        if sum(dropped.pixel(x, y) == ink for x in range(dropped.width())) > 60
        and sum(done.pixel(x, y) == ink for x in range(done.width())) < 60
    ]
    assert lines


def cell_picture(room: ItemRoom | ListRoom, row: int, column: str) -> QImage:
    rect = room.table.visualRect(room.index(row, column))
    return room.table.viewport().grab(rect).toImage()


def test_marks_in_a_text_are_shown_letter_by_letter(notes: ItemRoom) -> None:
    notes.bridge.run(set_text, notes.card("Belt").id, "<i></i>")
    notes.bridge.run(set_text, notes.card("Zoekt").id, "")
    notes.go(4, "text")
    QApplication.processEvents()
    assert cell_picture(notes, 1, "text") != cell_picture(notes, 0, "text"), "as markup it would say nothing"


def test_the_menu_of_a_heading_moves_and_widens_and_leads_back(notes: ItemRoom) -> None:
    header = notes.table.horizontalHeader()
    shown = notes.table.columns.shown()
    wide = notes.table.columnWidth(shown[2])

    def ask(place: int) -> list[str]:
        at = QPoint(header.sectionViewportPosition(place) + 20, 16)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, header.viewport().mapToGlobal(at))
        QApplication.sendEvent(header.viewport(), event)
        return [action.text() for action in notes.menu().actions() if action.isEnabled() and action.text()]

    assert ask(shown[2]) == ["Sort by Kind", "Move to the right", "Wider", "Narrower"], "nothing to lead back from"
    notes.choose("Move to the right")
    assert notes.table.columns.shown()[3] == shown[2]
    ask(shown[2])
    notes.choose("Wider")
    assert notes.table.columnWidth(shown[2]) > wide
    assert "Move to the left" in ask(shown[2])
    notes.choose("Usual order and widths")
    assert notes.table.columns.shown() == shown
    assert notes.table.columnWidth(shown[2]) == wide
    assert ask(shown[1]) == ["Sort by Text", "Wider", "Narrower"], "what stays is not moved"
    notes.menu().close()


def test_a_double_click_on_an_edge_makes_room_for_the_longest_words(notes: ItemRoom) -> None:
    notes.bridge.run(set_text, notes.card("Belt").id, "Belt de winkel en vraagt of de bestelling er al is " * 2)
    header = notes.table.horizontalHeader()
    text = notes.page.model.column_of("text")
    edge = QPoint(header.sectionViewportPosition(text) + header.sectionSize(text) - 1, 16)
    QTest.mouseClick(header.viewport(), LEFT, NO, edge)
    QTest.mouseDClick(header.viewport(), LEFT, NO, edge)
    metrics = QFontMetrics(sized_font(13, 500))
    words = metrics.horizontalAdvance(notes.cell(notes.shown()[1], "text"))
    assert words < notes.table.columnWidth(text) < words + 40
