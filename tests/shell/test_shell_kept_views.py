"""What the lists, the outline and the minimap look like is kept between starts; the minimap's menu, by real events."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from action_maps import map_with_actions
from app.listcolumns import keep_arrangement, read_arrangement
from app.settings import Settings
from app.shell import Shell
from model.commands.grid import add_phase
from model.files.native import dumps
from model.files.paths import config_folder
from shell_person import ALT, CTRL, LEFT, NO, SHIFT, Person, in_a_wide_window
from widgets.lists.columns import Arrangement
from widgets.lists.page import ListPage

Key = Qt.Key


@pytest.fixture
def start(make_shell: Callable[[], Shell], qtbot: QtBot, tmp_path: Path) -> Callable[[], Person]:
    """Starts the program on a map with notes and actions, as wide as its left panel wants it."""
    path = tmp_path / "given.journey"
    path.write_bytes(dumps(map_with_actions(6).document))

    def begin() -> Person:
        return in_a_wide_window(qtbot, make_shell(), path)

    return begin


def page(person: Person) -> ListPage:
    found = person.workspace.shown_list
    assert found is not None
    return found


def columns(person: Person) -> list[str]:
    """The columns that are shown, from left to right."""
    table = page(person).table
    return [table.table.columns[place].id for place in table.columns.shown()]


def width(person: Person, column: str) -> int:
    table = page(person).table
    return table.columnWidth(table.table.column_of(column))


def drag_heading(person: Person, column: str, to: str) -> None:
    """Drag the heading of a column to the beginning of another one."""
    table = page(person).table
    header = table.horizontalHeader()
    at = table.table.column_of(column)
    begin = QPoint(header.sectionViewportPosition(at) + header.sectionSize(at) // 2, 16)
    end = QPoint(header.sectionViewportPosition(table.table.column_of(to)) + 8, 16)
    QTest.mousePress(header.viewport(), LEFT, NO, begin)
    for step in range(1, 11):
        QTest.mouseMove(header.viewport(), begin + (end - begin) * step / 10)
    QTest.mouseRelease(header.viewport(), LEFT, NO, end)
    QApplication.processEvents()


def drag_edge(person: Person, column: str, by: int) -> None:
    """Drag the right edge of a heading."""
    table = page(person).table
    header = table.horizontalHeader()
    at = table.table.column_of(column)
    edge = QPoint(header.sectionViewportPosition(at) + header.sectionSize(at) - 1, 16)
    QTest.mousePress(header.viewport(), LEFT, NO, edge)
    QTest.mouseMove(header.viewport(), edge + QPoint(by // 2, 0))
    QTest.mouseMove(header.viewport(), edge + QPoint(by, 0))
    QTest.mouseRelease(header.viewport(), LEFT, NO, edge + QPoint(by, 0))
    QApplication.processEvents()


# -- columns -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["list", "actions"])
def test_order_and_widths_of_columns_are_kept_between_starts(start: Callable[[], Person], kind: str) -> None:
    person = start()
    keys = {"list": Key.Key_2, "actions": Key.Key_8}[kind]
    person.key(keys, ALT)
    before = columns(person)
    first, last = before[2], before[-2]
    drag_heading(person, last, first)
    now = columns(person)
    assert now != before
    assert now.index(last) == 2
    wide = width(person, first)
    drag_edge(person, first, 40)
    assert width(person, first) == wide + 40
    person.window.close()
    again = start()
    again.key(keys, ALT)
    assert columns(again) == now
    assert width(again, first) == wide + 40
    other = {"list": Key.Key_8, "actions": Key.Key_2}[kind]
    again.key(other, ALT)
    assert "list_arrangements" in json.loads((config_folder() / "settings.json").read_text("utf-8"))
    assert not page(again).table.columns.arranged, "each kind of list has its own"


def test_columns_are_moved_and_widened_by_keys_and_the_usual_comes_back(start: Callable[[], Person]) -> None:
    person = start()
    person.key(Key.Key_2, ALT)
    table = page(person).table
    usual = columns(person)
    row = table.table.lines[0].id
    table.go_to(row, "kind")
    person.key(Key.Key_Right, CTRL | SHIFT)
    assert columns(person)[:4] == ["number", "text", usual[3], "kind"]
    assert any(toast.text().startswith("Kind is column 4 of") for toast in person.window.toasts.toasts()), "it is said"
    assert table.currentIndex().column() == table.table.column_of("kind"), "the keyboard stays on it"
    wide = width(person, "kind")
    person.key(Key.Key_Right, ALT | SHIFT)
    assert width(person, "kind") > wide
    person.key(Key.Key_Left, CTRL | SHIFT)
    person.key(Key.Key_Left, CTRL | SHIFT)
    assert columns(person) == usual, "nothing goes before what stays"
    table.go_to(row, "text")
    person.key(Key.Key_Right, CTRL | SHIFT)
    assert columns(person) == usual, "and that does not go away"
    filters = person.workspace.list
    assert filters is not None
    person.click(filters.filters.columns)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    reset = filters.filters.open_columns().reset
    assert reset.isEnabled()
    person.click(reset)
    assert width(person, "kind") == wide
    assert not reset.isEnabled()


@pytest.mark.parametrize(
    "broken",
    [
        7,
        {"list": []},
        {"list": {"order": "text", "widths": {}}},
        {"list": {"order": ["kind", "kind"]}},
        {"list": {"order": [], "widths": {"kind": True}}},
        {"list": {"order": [], "widths": {"kind": -4}}},
        {"list": {"order": [["kind"]], "widths": 3}},
    ],
)
def test_settings_of_columns_that_make_no_sense_are_none_with_a_line_in_the_log(
    caplog: pytest.LogCaptureFixture, broken: object
) -> None:
    settings = Settings()
    settings.set("list_arrangements", broken)
    with caplog.at_level(logging.WARNING):
        assert not read_arrangement(settings, "list")
    assert "the columns of a list are as usual" in caplog.text
    keep_arrangement(settings, settings.set, "list", Arrangement(("kind",)))
    assert read_arrangement(settings, "list") == Arrangement(("kind",)), "and it is mended by the next choice"


def test_nobody_is_told_of_broken_settings_of_columns(start: Callable[[], Person]) -> None:
    config_folder().mkdir(parents=True, exist_ok=True)
    (config_folder() / "settings.json").write_text('{"list_arrangements": {"list": {"order": 3}}}', "utf-8")
    person = start()
    person.key(Key.Key_2, ALT)
    assert columns(person)[:3] == ["number", "text", "kind"]
    assert not person.window.toasts.toasts()


# -- outline -------------------------------------------------------------------------------------------------------


def whole(person: Person) -> bool:
    return person.workspace.left.body.outline.shows_whole


def test_what_the_outline_shows_is_kept_between_starts(start: Callable[[], Person]) -> None:
    person = start()
    body = person.workspace.left.body
    assert not whole(person)
    person.click(body.kebab)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    person.choose(menu, "Every lane and note")
    assert whole(person)
    person.window.close()
    again = start()
    assert whole(again)
    again.click(again.workspace.left.body.kebab)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    again.choose(menu, "Every lane and note")
    again.window.close()
    assert not whole(start())


# -- minimap -------------------------------------------------------------------------------------------------------


def menu_of(person: Person, widget: QWidget, at: QPoint | None) -> QMenu:
    """The menu that the right button opens ``at`` a place, or the menu key."""
    if at is None:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), widget.mapToGlobal(QPoint(0, 0)))
        QTest.keyClick(widget, Key.Key_Menu)
    else:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at))
        QTest.mouseClick(widget, Qt.MouseButton.RightButton, NO, at)
    if QApplication.activePopupWidget() is None:  # the platform of the tests makes no such event of the button or key
        QApplication.sendEvent(widget, event)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


def entries(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


@pytest.mark.parametrize("place", [1, 7])
def test_the_minimap_zooms_to_the_phase_under_the_pointer(start: Callable[[], Person], place: int) -> None:
    person = start()
    for number in range(6):  # more than fit beside each other at the largest zoom
        person.workspace.bridge.run(add_phase, f"More {number}")
    person.editor.fit()
    minimap = person.workspace.left.body.minimap
    layout = person.editor.stage.layout
    phase = list(layout.phases.values())[place]
    scale = minimap.map_point(QPointF(1, 0)).x() - minimap.map_point(QPointF(0, 0)).x()
    x = (phase.x + phase.w / 2 - minimap.map_point(QPointF(0, 0)).x()) / scale
    menu = menu_of(person, minimap, QPoint(round(x), 60))
    name = person.document.phases[place].name
    assert entries(menu) == ["Fit the map", "Zoom to 100 %", f"Zoom to the phase: {place + 1} {name}", "Minimap"]
    person.choose(menu, entries(menu)[2])
    seen = person.editor.view.shown_area()
    middle = layout.step_at(seen.center().x())
    assert middle is not None and middle.phase_id == phase.id
    assert person.editor.zoom > 1.0
    person.choose(menu_of(person, minimap, QPoint(round(x), 60)), "Zoom to 100 %")
    assert person.editor.zoom == 1.0
    person.choose(menu_of(person, minimap, QPoint(round(x), 60)), "Fit the map")
    assert person.editor.zoom < 1.0 and person.editor.view.shown_area().left() <= layout.header_width


def test_the_menu_of_the_minimap_comes_by_key_and_puts_it_away_for_good(start: Callable[[], Person]) -> None:
    person = start()
    left = person.workspace.left
    minimap = left.body.minimap
    minimap.setFocus(Qt.FocusReason.TabFocusReason)
    menu = menu_of(person, minimap, None)
    minimap_entry = next(action for action in menu.actions() if action.text() == "Minimap")
    assert minimap_entry.isChecked()
    assert any(text.startswith("Zoom to the phase: ") for text in entries(menu)), "the one that is seen"
    room = left.body.parking.height()
    person.key(Key.Key_Up, widget=menu)
    person.key(Key.Key_Return, widget=menu)
    assert not minimap.isVisible()
    assert person.focus is person.editor or person.editor.isAncestorOf(person.focus)
    assert left.body.parking.geometry().bottom() <= left.body.height()
    assert left.body.parking.height() >= room
    assert not person.window.commands["minimap"].isChecked()
    person.window.close()
    again = start()
    assert not again.workspace.left.body.minimap.isVisible()
    assert not again.workspace.left.rail_buttons["minimap"].isVisibleTo(again.workspace.left.rail)
    again.menu("view", "minimap")
    assert again.workspace.left.body.minimap.isVisible()


def test_beside_a_list_the_minimap_offers_only_what_can_be_used_there(start: Callable[[], Person]) -> None:
    person = start()
    person.key(Key.Key_2, ALT)
    menu = menu_of(person, person.workspace.left.body.minimap, QPoint(60, 60))
    assert entries(menu) == ["Minimap"]
    menu.close()
