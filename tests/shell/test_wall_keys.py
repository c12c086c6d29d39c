"""Keys on the wall that nobody knows do nothing: above all they do not go round between the map and its line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.shell import Shell
from shell_person import ALT, CTRL, SHIFT, Person
from wall_room import mapper_without_start, wall

Key = Qt.Key


@pytest.fixture
def room(qtbot: QtBot, shell: Shell) -> Person:
    """Somebody with the wall open."""
    person = mapper_without_start(qtbot, shell)
    person.back_to_map()
    person.key(Key.Key_F11)
    qtbot.waitExposed(wall(person))
    return person


def test_a_chord_that_is_no_command_of_the_wall(room: Person) -> None:
    shown, before = wall(room), room.document
    for target in (shown.view, shown.line.field):
        for modifiers in (CTRL, CTRL | SHIFT, ALT, CTRL | ALT):
            for key in (Key.Key_Plus, Key.Key_Minus, Key.Key_Comma, Key.Key_X):
                target.setFocus()
                QTest.keyClick(target, key, modifiers)
    assert wall(room) is shown and room.document is before
