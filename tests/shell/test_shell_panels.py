"""The window and its panels begin as they were left: size, widths, what is open.  Each wish is for the room then."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSplitter
from pytestqt.qtbot import QtBot

from app.panelstate import LEFT_WIDTH, RIGHT_WIDTH, PanelState
from app.shell import Shell
from app.window import MainWindow
from model.files.native import dumps
from model.newmap import new_map
from shell_person import ALT, CTRL, LEFT, Person
from widgets.panels.rail import RAIL

BROAD, LAPTOP, NARROW = 1600, 1366, 1100


class BigScreen:
    """What the offscreen platform lacks: a screen of more than 800 px."""

    @staticmethod
    def availableGeometry() -> QRect:
        return QRect(0, 0, 1920, 1200)


@pytest.fixture
def start(
    make_shell: Callable[[], Shell], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[int | None], Person]:
    """Starts the program on a map; with a width the window gets that, without one it keeps what it comes up with."""
    monkeypatch.setattr(MainWindow, "screen", lambda _window: BigScreen)
    path = tmp_path / "given.journey"
    path.write_bytes(dumps(new_map("Given", "en", ("One", "Two"))))

    def begin(width: int | None = None) -> Person:
        shell = make_shell()
        window = shell.new_window()
        shell.begin(window, path)
        qtbot.waitExposed(window)
        person = Person(qtbot, shell, window)
        if width is not None:
            window.showNormal()
            window.resize(width, 800)
        assert person.workspace.inspector.isWidgetType()  # asking for it makes the panels
        qtbot.wait(50)
        return person

    return begin


def drag_edge(person: Person, number: int, by: int) -> None:
    """Drag the edge after the first or the second part of the window."""
    splitter = person.workspace.findChild(QSplitter)
    assert isinstance(splitter, QSplitter)
    handle = splitter.handle(number)
    at = handle.rect().center()
    QTest.mousePress(handle, LEFT, Qt.KeyboardModifier.NoModifier, at)
    QTest.mouseMove(handle, at + QPoint(by, 0))
    QTest.mouseRelease(handle, LEFT, Qt.KeyboardModifier.NoModifier, at)
    person.qtbot.wait(20)


def widths(person: Person) -> tuple[int, int]:
    """Of the left panel and of the inspector; 0 where that is hidden."""
    workspace = person.workspace
    return workspace.left.width(), workspace.inspector.width() if workspace.right_shown else 0


def test_widths_are_kept_between_starts(start: Callable[[int | None], Person]) -> None:
    person = start(BROAD)
    assert widths(person) == (LEFT_WIDTH, RIGHT_WIDTH)
    drag_edge(person, 1, 60)
    drag_edge(person, 2, -50)
    kept = widths(person)
    assert kept[0] > LEFT_WIDTH + 40
    assert kept[1] > RIGHT_WIDTH + 40
    person.window.close()
    again = start(None)
    assert (again.window.width(), again.window.height()) == (BROAD, 800)
    assert not again.window.isMaximized()
    assert widths(again) == kept


def test_what_was_closed_stays_closed_and_comes_back_as_wide(start: Callable[[int | None], Person]) -> None:
    person = start(BROAD)
    drag_edge(person, 2, -40)
    wide = widths(person)[1]
    assert wide > RIGHT_WIDTH
    person.key(Qt.Key.Key_L, CTRL | ALT)
    person.key(Qt.Key.Key_R, CTRL | ALT)
    assert widths(person) == (RAIL, 0)
    person.window.close()
    again = start(None)
    assert widths(again) == (RAIL, 0)
    assert not again.window.commands["left_panel"].isChecked()
    assert not again.window.commands["right_panel"].isChecked()
    again.key(Qt.Key.Key_R, CTRL | ALT)
    assert widths(again) == (RAIL, wide)
    again.window.close()
    assert widths(start(None)) == (RAIL, wide)


def test_a_wish_is_for_the_room_it_was_made_in(start: Callable[[int | None], Person]) -> None:
    person = start(LAPTOP)
    assert widths(person) == (RAIL, RIGHT_WIDTH)
    person.key(Qt.Key.Key_R, CTRL | ALT)
    person.key(Qt.Key.Key_L, CTRL | ALT)
    assert widths(person) == (LEFT_WIDTH, 0)
    person.window.resize(NARROW, 800)
    assert widths(person) == (LEFT_WIDTH, 0)
    person.key(Qt.Key.Key_L, CTRL | ALT)
    person.key(Qt.Key.Key_R, CTRL | ALT)
    assert widths(person) == (RAIL, RIGHT_WIDTH), "over the map"
    person.window.close()
    again = start(None)
    assert widths(again) == (RAIL, 0), "what lay over the map does not begin there"
    again.window.resize(BROAD, 800)
    assert widths(again) == (LEFT_WIDTH, 0)


def test_another_window_begins_as_the_one_before(start: Callable[[int | None], Person]) -> None:
    person = start(BROAD)
    drag_edge(person, 1, 30)
    wide = widths(person)[0]
    assert wide > LEFT_WIDTH
    person.menu("file", "new_window")
    other = Person(person.qtbot, person.shell, person.shell.windows[-1])
    other.window.showNormal()
    other.window.resize(BROAD, 800)
    person.qtbot.wait(50)
    assert widths(other) == (wide, RIGHT_WIDTH)
    other.window.activateWindow()
    other.workspace.show_left(False)
    assert person.workspace.left_shown, "each window has its own panels"


@pytest.mark.parametrize(
    "value", [None, 7, [], {"left_width": True, "right_width": "300"}, {"left_width": -5, "right_wide": "no"}]
)
def test_settings_that_make_no_sense_are_the_usual(value: object) -> None:
    state = PanelState(value)
    assert (state.left_width, state.right_width) == (LEFT_WIDTH, RIGHT_WIDTH)
    assert state.shown("left", BROAD)
    assert not state.shown("left", LAPTOP)
    assert state.shown("right", LAPTOP)
    assert not state.shown("right", NARROW)
